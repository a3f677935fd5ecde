"""What was erased here: the decisions that stand in the log, and the receipt of one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.acts import CprShown, Erased, Link, Printed, Read
from tvaerfaglig.printouts.papers.leader import ReceiptPaper
from tvaerfaglig.printouts.papers.parts import Fact
from tvaerfaglig.services.erasing.acts import older_copies
from tvaerfaglig.services.erasing.periods import leads
from tvaerfaglig.services.erasing.proof import Proof
from tvaerfaglig.services.errors import NotFound
from tvaerfaglig.services.printing import paper_facts
from tvaerfaglig.services.printing.pressing import Pressed, press
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import everything, queries

DOCUMENT = "kvittering for sletning"
_UNDONE = "fortrudt straks"
_MOST = 60
_STAYS = (
    "At der er skrevet noget, hvornår og af hvem. Ikke hvad.",
    "Denne beslutning: hvem, hvornår og hvorfor.",
)
_WITH_OTHERS = "Det, andre børn var med i, uden det slettede barns navn og del."
_NAMES = {
    "barn": ("barnets oplysninger", "barnets oplysninger"),
    "observation": ("observation", "observationer"),
    "samtale": ("samtale med forældrene", "samtaler med forældrene"),
    "bemaerkning": ("bemærkning fra forældre", "bemærkninger fra forældre"),
    "indsigt": ("udleveret indsigt", "udleverede indsigter"),
    "fravaer": ("registrering af fravær", "registreringer af fravær"),
    "fremmoede": ("måned i fremmødelisten", "måneder i fremmødelisten"),
    "familie": ("nyt fra familien", "nyt fra familien"),
    "position": ("position", "positioner"),
    "bekymring": ("bekymring", "bekymringer"),
    "ikke_nu": ("beslutning om ikke at underrette nu", "beslutninger om ikke at underrette nu"),
    "udskudt": ("ting udskudt til en dag", "ting udskudt til en dag"),
    "tovholder": ("gang, en tovholder er valgt", "gange, en tovholder er valgt"),
    "traad": ("tråd til en bekymring", "tråde til bekymringer"),
    "deling": ("deling", "delinger"),
    "samtykke": ("samtykke", "samtykker"),
    "vaern": ("værn", "værn"),
    "konsultation": ("konsultation", "konsultationer"),
    "aftale": ("aftale", "aftaler"),
    "besoegsspoergsmaal": ("spørgsmål til et besøg", "spørgsmål til besøg"),
    "besoeg": ("besøg", "besøg"),
    "sundhedsbidrag": ("bidrag fra sundhedsplejersken", "bidrag fra sundhedsplejersken"),
    "underretning": ("underretning", "underretninger"),
    "afsnit": ("afsnit i en underretning", "afsnit i underretninger"),
    "faerdig": ("færdigt eksemplar", "færdige eksemplarer"),
    "skridt": ("skridt i en underretning", "skridt i underretninger"),
    "kommentar": ("kommentar", "kommentarer"),
    "kontakt": ("opkald til kommunen", "opkald til kommunen"),
    "opfoelgning": ("egen dag for opfølgning", "egne dage for opfølgning"),
    "rykker": ("brev efter en underretning", "breve efter underretninger"),
    "journaliseret": ("mærke om journalisering", "mærker om journalisering"),
    "forslag": ("forslag til ordlyd", "forslag til ordlyd"),
    "forslag_svar": ("svar på et forslag", "svar på forslag"),
    "hvorfor": ("begrundelse for en ændring", "begrundelser for ændringer"),
    "lagt_vaek": ("liste over spørgsmål lagt væk", "lister over spørgsmål lagt væk"),
    "spoerg_mig": ("liste over svar i Spørg mig", "lister over svar i Spørg mig"),
    "statusudtalelse": ("statusudtalelse", "statusudtalelser"),
    "statusudtalelse_faerdig": ("færdig statusudtalelse", "færdige statusudtalelser"),
    "statusudtalelse_skridt": ("skridt i en statusudtalelse", "skridt i statusudtalelser"),
    "trivselsvurdering": ("vurdering i en trivselsrunde", "vurderinger i trivselsrunder"),
    "trivselsresultat": (
        "fælles vurdering i en trivselsrunde",
        "fælles vurderinger i trivselsrunder",
    ),
    "indsats_plads": ("plads i en indsats", "pladser i indsatser"),
    "indsats_fase": ("fase i en indsats", "faser i indsatser"),
    "indsats_fremmoede": ("fremmøde i en indsats", "fremmøder i indsatser"),
    "indsats_maal": ("mål i en indsats", "mål i indsatser"),
    "indsats_ark": ("ark i en indsats", "ark i indsatser"),
    "indsats_besoeg": ("besøg i en indsats", "besøg i indsatser"),
    "frivillig_plads": ("sted, en frivillig kom", "steder, en frivillig kom"),
    "frivillig": ("frivillig", "frivillige"),
    "indsats": ("indsats", "indsatser"),
    "indsats_gang": ("dag i en indsats", "dage i indsatser"),
    "indsats_timer": ("registrering af timer", "registreringer af timer"),
    "overlevering": ("overgangsark, der blev givet videre", "overgangsark, der blev givet videre"),
    "bilag": ("bilag", "bilag"),
    "noedadgang": ("nødadgang", "nødadgange"),
    "noedadgang_set": ("nødadgang, lederen har set", "nødadgange, lederen har set"),
    "bero": ("gang sat i bero", "gange sat i bero"),
    "laest": ("gang, nogen har set noget", "gange, nogen har set noget"),
    "udskrevet": ("gang, noget er skrevet ud", "gange, noget er skrevet ud"),
    "cpr_vist": ("gang, CPR-nummeret er vist", "gange, CPR-nummeret er vist"),
}
_LAST = (Read.KIND, Printed.KIND, CprShown.KIND)


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision in the log: no child is named, for none is known any more."""

    id: str
    at: datetime
    by: str
    ground: str
    whole: bool
    child: str
    counts: tuple[tuple[str, int], ...]
    files: int
    drafts: int
    cut: int = 0


def counted(kind: str, many: int) -> str:
    """In words: 3 observationer."""
    one, more = _NAMES.get(kind, (kind, kind))
    if one == more and kind == "barn":
        return one  # there is but one card
    return danish.count(many, one, more)


def decisions(session: Session) -> tuple[Decision, ...]:
    """The last ones, the newest first; what was taken back at once is not among them."""
    leads(session)
    found = [
        one
        for one in queries.all_of(session.vault, Erased)
        if not one.record.ground.startswith(_UNDONE)
    ]
    found.sort(key=lambda one: (one.written_at, one.id), reverse=True)
    return tuple(decision(session, one.id) for one in found[:_MOST])


def decision(session: Session, decision_id: str) -> Decision:
    """One of them, with how much it was: the log's headers tell."""
    leads(session)
    stored = queries.one(session.vault, Erased, decision_id)
    if stored is None:
        raise NotFound("Beslutningen findes ikke i loggen.")
    record, staff = stored.record, session.staff()
    kinds, cut = everything.kinds_of(session.vault, record.events)
    order = [kind for kind in _NAMES if kind not in _LAST] + list(_LAST)
    counts = [(kind, kinds[kind]) for kind in order if kind in kinds]
    counts += [(k, n) for k, n in kinds.items() if k not in _NAMES and k != Link.KIND]
    return Decision(
        id=decision_id,
        at=stored.written_at.astimezone(session.now.tzinfo),
        by=staff[stored.written_by].name if stored.written_by in staff else "en, der er rejst",
        ground=record.ground,
        whole=record.whole,
        child=record.child,
        counts=tuple(counts),
        files=len(record.attachments),
        drafts=record.drafts,
        cut=cut,
    )


def receipt(session: Session, decision_id: str, proof: Proof | None = None) -> Pressed:
    """Kvittering for sletning. With a proof at hand it says what was looked through."""
    from tvaerfaglig.printouts.printing import plain_sections

    paper = receipt_paper(session, decision_id, proof)
    return Pressed(press(paper), plain_sections(paper))


def receipt_paper(session: Session, decision_id: str, proof: Proof | None) -> ReceiptPaper:
    done = decision(session, decision_id)
    rows = [
        (danish.capital(_NAMES.get(kind, (kind, kind))[1]), str(many)) for kind, many in done.counts
    ]
    rows += [("Filer", str(done.files))] if done.files else []
    rows += [("Kladder, ingen havde gemt", str(done.drafts))] if done.drafts else []
    rows += [("Tekster om andre, hvor barnet er taget ud", str(done.cut))] if done.cut else []
    older = older_copies(session.vault.folder, (done.child,)) if done.whole else 0
    return ReceiptPaper(
        imprint=paper_facts.imprint(session, None),
        date=f"{danish.day(done.at.date())} kl. {danish.clock(done.at.time())}",
        by=done.by,
        ground=done.ground,
        case=done.child,
        decision=done.id,
        whole=done.whole,
        rows=tuple(rows),
        stays=(*_STAYS, _WITH_OTHERS) if done.whole else _STAYS,
        proof=_proved(proof) if proof else (),
        copies=copies_said(older) if done.whole else "",
    )


def copies_said(older: int) -> str:
    """What older copies still hold, and what happens if one is put back."""
    if not older:
        return "I boksens egen mappe ligger ingen kopi, der er ældre end sletningen."
    if older == 1:
        return (
            "I boksens egen mappe ligger én kopi, der er ældre end sletningen. Den er krypteret og bliver "
            "skiftet ud. Bliver den hentet frem, sletter programmet det samme igen."
        )
    many = danish.count(older, "kopi", "kopier", spelled=True)
    return (
        f"I boksens egen mappe ligger {many}, der er ældre end sletningen. De er krypterede og bliver "
        "skiftet ud. Bliver en af dem hentet frem, sletter programmet det samme igen."
    )


def _proved(proof: Proof) -> tuple[Fact, ...]:
    sought = danish.count(proof.sought + proof.files_sought, "spor", "spor")
    through = ", ".join(
        (
            danish.count(proof.rows, "række", "rækker"),
            danish.count(proof.pages, "side", "sider"),
            danish.count(proof.files, "fil", "filer"),
        )
    )
    found = (
        "intet"
        if proof.gone and not proof.elsewhere
        else "intet ud over, hvad andre børn har tilfælles"
    )
    log = "kæden holder" if proof.chain_holds else "kæden skal ses efter"
    events = danish.count(proof.events, "hændelse", "hændelser")
    return (
        Fact("Søgt efter", f"{sought}: navn, CPR-nummer, adresse og sætninger"),
        Fact("I hele boksen", through),
        Fact("Fundet", found if proof.gone else "rester, se Bevis for sletning"),
        Fact("Loggen", f"{events}, {log}"),
    )
