"""Who has seen, written, printed, shared and erased something about a child: free of any note's text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from tvaerfaglig.domain.acts import CprShown, Erased, Printed
from tvaerfaglig.domain.consent.roads import STAYS, word
from tvaerfaglig.domain.emergency import Emergency
from tvaerfaglig.domain.indsigt import Indsigt
from tvaerfaglig.domain.protection import Sharing
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.rounds.records import Rating
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import past, queries

_THINGS = {
    "barn": "barnets oplysninger",
    "medarbejder": "en medarbejders oplysninger",
    "dagtilbud": "husets oplysninger",
    "observation": "en observation",
    "samtale": "en samtale med forældrene",
    "bemaerkning": "forældrenes bemærkning",
    "fravaer": "fravær",
    "fremmoede": "fremmøde",
    "familie": "nyt fra familien",
    "position": "en position",
    "bekymring": "en bekymring",
    "ikke_nu": "en beslutning om ikke at underrette nu",
    "udskudt": "noget, der er udskudt til en dag",
    "deling": "en deling",
    "samtykke": "et samtykke",
    "vaern": "værnet",
    "noedadgang": "nødadgang",
    "noedadgang_set": "en nødadgang",
    "forseglet": "en forseglet sag",
    "konsultation": "en konsultation",
    "moedeform": "en mødeform",
    "moedeformer_fra": "valget af mødeformer",
    "tilknytning": "hvem der kommer i et hus",
    "lukkedage": "husets lukkedage",
    "besoeg": "et besøg",
    "besoegsspoergsmaal": "et spørgsmål til et besøg",
    "aftale": "en aftale",
    "tovholder": "hvem der er tovholder",
    "traad": "hvad der hører til en bekymring",
    "sundhedsbidrag": "sundhedsplejerskens bidrag",
    "underretning": "en underretning",
    "afsnit": "et afsnit i en underretning",
    "faerdig": "en færdig underretning",
    "skridt": "et skridt i en underretning",
    "kommentar": "en kommentar",
    "kontakt": "et opkald til kommunen",
    "opfoelgning": "en dag for opfølgning",
    "rykker": "et brev efter en underretning",
    "journaliseret": "at en underretning er journaliseret",
    "lagt_vaek": "spørgsmål lagt væk",
    "spoerg_mig": "svar i Spørg mig",
    "statusudtalelse": "en statusudtalelse",
    "statusudtalelse_faerdig": "en færdig statusudtalelse",
    "statusudtalelse_skridt": "et skridt i en statusudtalelse",
    "trivselsrunde": "en trivselsrunde",
    "trivselsvurdering": "en vurdering i en trivselsrunde",
    "trivselsresultat": "en fælles vurdering i en trivselsrunde",
    "trivselsrytme": "hvor tit der holdes trivselsrunder",
    "forslag": "et forslag til en anden ordlyd",
    "forslag_svar": "et svar på et forslag",
    "hvorfor": "hvorfor en tekst blev ændret",
    "bilag": "et bilag",
    "bero": "at sletning er sat i bero",
    "indsigt": "indsigt til forældrene",
    "overlevering": "hvad der fulgte med til et nyt hus",
    "laest": "at nogen har set noget",
    "udskrevet": "noget, der er skrevet ud",
    "cpr_vist": "at CPR-nummeret er vist",
    "slettet": "en sletning",
    "henvisning": "en henvisning",
    "sikkerhedskopi": "en sikkerhedskopi",
    "kopier_fjernet": "kopier, der er smidt ud",
    "liste_hentet": "en liste, der er hentet ind",
    "kolonner": "kolonnerne i en liste",
    "indstillinger": "husets indstillinger",
    "opbevaring": "hvor længe noget gemmes",
    "skabelonpakke": "en skabelonpakke",
    "skabelonvalg": "valget af skabeloner",
    "ordliste": "en ordliste",
    "indsatsform": "en form for indsats",
    "indsatsformer_fra": "valget af indsatser",
    "indsats": "en indsats",
    "indsats_plads": "en plads i en indsats",
    "indsats_fase": "en fase i en indsats",
    "indsats_gang": "en dag i en indsats",
    "indsats_fremmoede": "fremmøde i en indsats",
    "indsats_maal": "et mål i en indsats",
    "indsats_ark": "et ark i en indsats",
    "indsats_besoeg": "et besøg i en indsats",
    "indsats_timer": "timer i en indsats",
    "frivillig": "en frivillig",
    "frivillig_plads": "hvor en frivillig kommer",
}

_ACTS = {
    "noedadgang": "har brugt",
    "noedadgang_set": "har kvitteret for",
    "indsigt": "har givet",
}
_REGISTERED = {
    "bemaerkning",
    "fravaer",
    "fremmoede",
    "position",
    "deling",
    "samtykke",
    "vaern",
    "faerdig",
    "skridt",
    "kontakt",
    "opfoelgning",
    "journaliseret",
    "lagt_vaek",
    "spoerg_mig",
    "statusudtalelse_faerdig",
    "statusudtalelse_skridt",
    "bilag",
    "bero",
    "trivselsrytme",
    "overlevering",
    "indsats_plads",
    "indsats_fase",
    "indsats_fremmoede",
    "indsats_timer",
    "frivillig_plads",
}


class Act(StrEnum):
    """What a line of the log tells of; `word` is how a person chooses among them."""

    SET = "set"
    SKREVET = "skrevet"
    UD = "ud"
    DELT = "delt"
    SLETTET = "slettet"

    @property
    def word(self) -> str:
        words = {
            "set": "Set",
            "skrevet": "Skrevet",
            "ud": "Udskrevet og gemt",
            "delt": "Delt",
            "slettet": "Slettet",
        }
        return words[self.value]


@dataclass(frozen=True, slots=True)
class Access:
    """One line of the log: when, who (an id), did what to which thing, for what and for whom.

    `kind` is the kind of record that was written, where one was. `receiver` may be an id of staff.
    """

    at: datetime
    who: str
    did: str
    what: str
    act: Act = Act.SET
    purpose: str = ""
    receiver: str = ""
    kind: str = ""

    @property
    def day(self) -> date:
        """As the house's own calendar has it."""
        return self.at.astimezone(DANISH).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which lines: of one person, of one kind of act, from a day until a day; each may be left open."""

    who: str = ""
    act: Act | None = None
    first: date | None = None
    last: date | None = None

    def takes(self, line: Access) -> bool:
        if (self.who and line.who != self.who) or (self.act and line.act is not self.act):
            return False
        if self.first is None and self.last is None:
            return True
        return (self.first or date.min) <= line.day <= (self.last or date.max)


def of_child(session: Session, child_id: str) -> list[Access]:
    """The child's log, the newest first. For the leader of the house."""
    session.child(child_id, Action.SEE_LOG)
    lines = [*_looks(session, child_id), *_papers(session, child_id), *_writes(session, child_id)]
    return sorted(lines, key=lambda line: line.at, reverse=True)


def chosen(lines: Iterable[Access], wanted: Wanted) -> list[Access]:
    """Those that are asked for, in the same order."""
    return [line for line in lines if wanted.takes(line)]


def thing(kind: str) -> str:
    """The Danish word for a kind of record; other words stand as they are."""
    return _THINGS.get(kind, kind)


def things() -> frozenset[str]:
    """Every word that a kind of record goes by: all of them the program's own."""
    return frozenset(_THINGS.values())


def _looks(session: Session, child_id: str) -> Iterator[Access]:
    for ms, who, _, what in past.reads_of(session.vault, child_id):
        yield Access(_moment(ms), who, "har set", thing(what) if what else "barnets side")
    for shown in queries.of_child(session.vault, CprShown, child_id):
        yield Access(
            shown.changed_at,
            shown.changed_by,
            "har set",
            "CPR-nummeret",
            purpose=shown.record.reason,
            kind=CprShown.KIND,
        )


def _papers(session: Session, child_id: str) -> Iterator[Access]:
    for printed in queries.of_child(session.vault, Printed, child_id):
        paper = printed.record
        yield Access(
            printed.changed_at,
            printed.changed_by,
            paper.how if paper.how.startswith("har ") else f"har {paper.how}",
            paper.document,
            Act.UD,
            _what_for(paper),
            paper.receiver,
        )
    for gone in queries.of_child(session.vault, Erased, child_id):
        yield Access(
            gone.changed_at, gone.changed_by, "har slettet", gone.record.ground, Act.SLETTET
        )


def _what_for(paper: Printed) -> str:
    """Its purpose, and what it went out on where it left the house."""
    on = f"grundlag: {word(paper.basis)}" if paper.basis and paper.basis != STAYS else ""
    return ". ".join(filter(None, (paper.purpose.rstrip("."), on)))


def _writes(session: Session, child_id: str) -> Iterator[Access]:
    """Each version put down; of what says why or to whom, that too."""
    vault, begun = session.vault, set[str]()
    shared = {one.id: one.record for one in queries.of_child(vault, Sharing, child_id)}
    told = {one.id: one.record for one in queries.of_child(vault, Emergency, child_id)}
    given = {one.id: one.record for one in queries.of_child(vault, Indsigt, child_id)}
    rated = {one.id: one.record.by for one in queries.of_child(vault, Rating, child_id)}
    for ms, who, kind, record in reversed(past.writes_of(vault, child_id)):
        plain = Access(_moment(ms), who, _wrote(kind), thing(kind), Act.SKREVET, kind=kind)
        if record in shared:
            yield _sharing(plain, shared[record], again=record in begun)
        elif record in told:
            yield replace(plain, purpose=told[record].reason)
        elif record in given:
            yield replace(plain, act=Act.UD, receiver=given[record].receiver)
        elif rated.get(record, who) != who:
            yield replace(plain, did="har åbnet")  # the last to rate opens the others'
        else:
            yield plain
        begun.add(record)


def _sharing(line: Access, sharing: Sharing, *, again: bool) -> Access:
    """Opened to somebody on a basis, or closed again."""
    did, what = ("har lukket", "en deling") if again else ("har delt", "barnets side")
    line = replace(line, did=did, what=what, act=Act.DELT)
    return replace(line, purpose=sharing.basis.word, receiver=sharing.staff)


def _wrote(kind: str) -> str:
    """Not everything that is put down is a text."""
    if kind in _ACTS:
        return _ACTS[kind]
    return "har registreret" if kind in _REGISTERED else "har skrevet"


def _moment(ms: int) -> datetime:
    return datetime.fromtimestamp(ms / 1000, DANISH)
