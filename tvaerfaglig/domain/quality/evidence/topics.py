"""What the log can count, and how sentences stand that rest on nothing: data that a municipality can change."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain.quality.evidence.log import Seen
from tvaerfaglig.domain.quality.finding import Question, question_of
from tvaerfaglig.domain.quality.language.lexicon import Lexicon
from tvaerfaglig.domain.quality.language.phrase import Bent, Phrases, phrases
from tvaerfaglig.domain.quality.language.prose import Prose
from tvaerfaglig.domain.resource import Table, once_each, read_toml

FILE = "belaeg.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One thing that can be said with »ofte«, and the observations that show it.

    `day` is what a day she was there is called for this, one and many. `absence` is counted on the
    lists instead, for `reason` where one is given.
    """

    id: str
    said: Phrases
    categories: tuple[str, ...] = ()
    shown: Phrases | None = None
    not_shown: Phrases
    resource: bool = False
    of_anyone: bool = False
    day: tuple[str, str]
    absence: bool = False
    reason: str = ""

    def fits(self, seen: Seen, lexicon: Lexicon) -> bool:
        """Whether this observation shows it: seen by the house itself, of its kind, and in its words."""
        if not seen.first_hand or seen.is_resource is not self.resource:
            return False
        return self._is_of_kind(seen.record.categories) and self._is_said(seen, lexicon)

    def _is_of_kind(self, chosen: tuple[str, ...]) -> bool:
        return any(
            one == kind or one.startswith(f"{kind}.") for one in chosen for kind in self.categories
        )

    def _is_said(self, seen: Seen, lexicon: Lexicon) -> bool:
        if self.shown is None:
            return True
        prose = Prose(seen.record.text, lexicon)
        if any(self.not_shown.find(prose)):
            return False
        return any(not prose.is_negated(found.first) for found in self.shown.find(prose))


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceWords:
    """The lists. `elsewhere` is what the house does not see itself; `leaning` openings rest on the sentence before."""

    frequency: Phrases
    elsewhere: Phrases
    topics: tuple[Topic, ...]
    no_claim: Phrases
    leaning: Phrases
    questions: tuple[Question, ...] = ()


def parse_evidence_words(text: str) -> EvidenceWords:
    """Raises ResourceError, in Danish, for anything that cannot be meant."""
    top = read_toml(text, FILE)
    made = EvidenceWords(
        frequency=_list(top, "hyppighed"),
        elsewhere=_list(top, "uden_for_huset"),
        no_claim=_list(top, "ikke_paastand"),
        leaning=_list(top, "laener_sig"),
        topics=tuple(_topic(each) for each in top.tables("emne")),
        questions=tuple(_question(each) for each in top.tables("spoergsmaal", optional=True)),
    )
    top.done()
    once_each((one.id for one in made.topics), FILE)
    once_each((one.rule for one in made.questions), FILE)
    return made


def _list(table: Table, key: str) -> Phrases:
    return phrases(table.texts(key, ()), (), Bent())


def _question(table: Table) -> Question:
    question = question_of(table)
    table.done()
    return question


def _topic(table: Table) -> Topic:
    shown = table.texts("ses", ())
    made = Topic(
        id=table.text("id"),
        said=_list(table, "siges"),
        categories=table.texts("kategorier", ()),
        shown=phrases(shown, (), Bent()) if shown else None,
        not_shown=_list(table, "ses_ikke"),
        resource=table.one_of("viser", ("bekymring", "ressource"), "bekymring") == "ressource",
        of_anyone=table.one_of("om", ("barn", "alle"), "barn") == "alle",
        day=_day(table),
        absence=table.flag("fravaer"),
        reason=table.text("grund", "").lower(),
    )
    table.done()
    if not (made.absence or made.categories):
        raise table.wrong("skriv, hvilke kategorier der tælles, eller fravaer = true.")
    return made


def _day(table: Table) -> tuple[str, str]:
    words = table.text("dag", "fremmødedag fremmødedage").split()
    if len(words) != 2:
        raise table.wrong("»dag« skal være to ord: ét og flere.")
    return words[0], words[1]
