"""An underretning: its head, its sections, the acts it passes through, and the state they add up to.

Nothing here can stop one from being finished or sent: the duty is personal (product.md rule 1).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import ClassVar

from tvaerfaglig.domain.observation import Sign
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.domain.record import Record, moment


class Stage(StrEnum):
    KLADDE = "kladde"
    FAERDIG = "faerdig"
    AFSENDT = "afsendt"
    KVITTERET = "kvitteret"
    ORIENTERET = "orienteret"
    LUKKET = "lukket"
    HENLAGT = "henlagt"

    @property
    def word(self) -> str:
        words = {
            "kladde": "Kladde",
            "faerdig": "Færdig, ikke sendt",
            "afsendt": "Sendt",
            "kvitteret": "Kvitteret",
            "orienteret": "Orienteret",
            "lukket": "Lukket",
            "henlagt": "Lagt til side",
        }
        return words[self.value]


class Urgency(StrEnum):
    AKUT = "akut"
    HURTIGT = "hurtigt"
    ALMINDELIG = "almindelig"
    IKKE_VALGT = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneCall:
    """A call to the municipality: when, which number, with whom, and what was agreed."""

    day: date
    at: time | None = None
    number: str = ""
    spoke_with: str = ""
    agreed: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Informed:
    """One custody holder: told when and by whom and what she said, or why she was not told."""

    parent: str
    told: bool | None = None
    day: date | None = None
    by: str = ""
    reaction: str = ""
    why_not: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What the house has done: when, what, and which effect it had."""

    day: date | None = None
    what: str = ""
    effect: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    title: str
    attachment: str = ""
    separately: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Underretning(Record):
    """The head: facts and choices. Its prose lies in sections, which people may edit apart."""

    KIND: ClassVar[str] = "underretning"

    child: str
    template: str = "underretning"
    begun: date
    receiver: str = ""
    receiver_unit: str = ""
    grounds: tuple[str, ...] = ()
    urgency: Urgency = Urgency.IKKE_VALGT
    overgreb: str = ""
    calls: tuple[PhoneCall, ...] = ()
    informed: tuple[Informed, ...] = ()
    child_informed: str = ""
    siblings_considered: str = ""
    others_involved: str = ""
    earlier: str = ""
    actions: tuple[Action, ...] = ()
    annexes: tuple[Annex, ...] = ()
    writers: tuple[str, ...] = ()
    relation: str = ""
    known_since: str = ""
    hours_a_week: str = ""
    interpreter: str = ""
    follows: str = ""
    evidence_annex: bool = True

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.begun)

    @property
    def suspects(self) -> Against | None:
        """Whom the suspicion is against; None where there is none, or nobody has answered."""
        return Against(self.overgreb) if self.overgreb in set(Against) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One chosen observation: a copy of the version chosen, under the number that the text cites."""

    number: int
    observation: str
    version: str
    day: date
    at: time | None = None
    until: time | None = None
    place: str = ""
    seen_by: str = ""
    source: str = ""
    told_by: str = ""
    text: str = ""
    child_words: str = ""
    asked: str = ""
    sign: Sign = Sign.NEUTRAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Record):
    """One section's prose, or (in "observationer") its rows. Record id = "{underretning}/{section}".

    `carried`: it came along from the letter before this one, and nobody has touched its words.
    """

    KIND: ClassVar[str] = "afsnit"

    underretning: str
    child: str
    section: str
    text: str = ""
    rows: tuple[Row, ...] = ()
    left_out: tuple[str, ...] = ()
    carried: bool = False

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def words(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished(Record):
    """The frozen copy: canonical JSON, the PDF's bytes as an attachment, and their SHA-256."""

    KIND: ClassVar[str] = "faerdig"

    underretning: str
    child: str
    day: date
    by: str
    content: str
    content_sha256: str
    pdf: str
    pdf_sha256: str
    number: int = 1
    replaces: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Record):
    """Something that happened to it: sent, receipted, told, closed, laid aside.

    A step back to `kladde` takes up one that was laid aside, or opens a finished one for a correction.
    """

    KIND: ClassVar[str] = "skridt"

    underretning: str
    child: str
    stage: Stage
    day: date
    at: time | None = None
    by: str = ""
    channel: str = ""
    receiver: str = ""
    spoke_with: str = ""
    number: str = ""
    note: str = ""
    seen_again_on: date | None = None
    journal: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.day, self.at)

    def state(self) -> str:
        return self.stage.value

    def words(self) -> str:
        return self.note


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment(Record):
    """A word beside the text (a leader's comment, a "no" that is kept), or a co-signature."""

    KIND: ClassVar[str] = "kommentar"

    underretning: str
    child: str
    section: str = ""
    text: str = ""
    by: str = ""
    day: date
    cosigns: bool = False
    disagrees: bool = False
    resolved: bool = False

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.day)

    def words(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissed(Record):
    """Questions laid away in one underretning: they stay away at their place."""

    KIND: ClassVar[str] = "lagt_vaek"

    underretning: str
    child: str
    places: tuple[str, ...] = ()

    def about(self) -> tuple[str, ...]:
        return (self.child,)


_ORDER = (Stage.KLADDE, Stage.FAERDIG, Stage.AFSENDT, Stage.KVITTERET, Stage.ORIENTERET)


def stage_of(finished: tuple[Finished, ...], steps: tuple[Step, ...]) -> Stage:
    """The state that the acts add up to. A phoned one is sent at once, finished or not."""
    reached = {step.stage for step in steps}
    for final in (Stage.LUKKET, Stage.HENLAGT):
        if final in reached and steps[-1].stage is final:
            return final
    if finished:
        reached.add(Stage.FAERDIG)
    return max((s for s in reached if s in _ORDER), key=_ORDER.index, default=Stage.KLADDE)


def needs_writing(finished: tuple[Finished, ...], steps: tuple[Step, ...]) -> bool:
    """Phoned in and not yet followed by the letter: the clock runs, and the letter is a task."""
    return any(s.stage is Stage.AFSENDT for s in steps) and not finished
