"""A kind of meeting as data: which parts its note has, in which order, and what holds for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from typing import ClassVar

from tvaerfaglig.domain.form import FormPart, FormStep, KonsultationForm
from tvaerfaglig.domain.kind_files.kept import KeptKind, KindsPutAway
from tvaerfaglig.domain.konsultation import KonsultationKind
from tvaerfaglig.domain.meetings.own_part import OwnPart
from tvaerfaglig.domain.people import Role
from tvaerfaglig.domain.template import Frame

KONSULTATION = "konsultation"
"""The kind that every note was before there were others; a note without a form is one."""
STANDARD = (
    "moede", "barn", "spoergsmaal", "iagttagelser", "gaar_godt", "barnets_perspektiv",
    "foraeldrenes_syn", "proevet", "faglighed", "faelles_forstaaelse", "maal", "aftaler",
    "beslutning", "tovholder", "delt_med",
)  # fmt: skip
"""The fifteen parts that any kind may have, by the ids that notes are kept under."""


class NoteType(StrEnum):
    """What kind of note comes of it: settled before the meeting, so that nobody waits for another."""

    BESLUTNING = "beslutning"
    ARBEJDSPAPIR = "arbejdspapir"
    REFERAT = "referat"

    @property
    def word(self) -> str:
        return {
            "beslutning": "beslutningsnotat",
            "arbejdspapir": "arbejdspapir",
            "referat": "referat",
        }[self.value]

    @property
    def meaning(self) -> str:
        return {
            "beslutning": "Det, I beslutter, og hvorfor. Ikke, hvem der sagde hvad.",
            "arbejdspapir": "Jeres fælles ark undervejs. Der bliver skrevet videre i det næste gang.",
            "referat": "Det, der blev sagt og aftalt, så de, der ikke var med, kan følge det.",
        }[self.value]


class Parents(StrEnum):
    """Whether parents are at the table. `ALTID`: the kind is gone while the guard hides them."""

    ALTID = "altid"
    GERNE = "gerne"
    NEJ = "nej"


class Side(StrEnum):
    """On whose behalf someone sits at a netværksmøde; the family stands first wherever they are listed."""

    FAMILIE = "familie"
    PRIVAT = "privat"
    FAGPERSON = "fagperson"

    @property
    def word(self) -> str:
        words = {"familie": "familien", "privat": "privat netværk", "fagperson": "fagperson"}
        return words[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A part one plays at this table, as fokusperson."""

    id: str
    name: str
    meaning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindPart:
    """One part in its place. A standard one may be worded otherwise; an `own` one is all its own.

    An empty word leaves the standard part's. `step` begins a group of parts; empty it goes on.
    """

    id: str
    step: str = ""
    name: str = ""
    paper: str = ""
    guidance: str = ""
    empty: str = ""
    frame: Frame = Frame.PLAIN
    parents: bool = False
    in_follow_up: bool = False
    own: OwnPart | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingKind:
    id: str
    nr: int
    name: str
    group: str
    line: str
    guidance: str
    note_type: NoteType
    minutes: int
    kinds: tuple[KonsultationKind, ...]
    parents: Parents
    needs_basis: bool
    held_by: tuple[Role, ...]
    convenes: str
    chairs: str
    writes: str
    chairs_word: str
    writes_word: str
    sides: bool
    is_talk: bool
    seats: tuple[Seat, ...]
    parts: tuple[KindPart, ...]

    @property
    def may_be_anonymous(self) -> bool:
        return KonsultationKind.ANONYM in self.kinds

    @property
    def needs_child(self) -> bool:
        return self.kinds == (KonsultationKind.NAVNGIVET,)

    @property
    def in_sentence(self) -> str:
        """As »netværksmøde«; a name that is nobody's to change, as Signs of Safety, keeps its capitals."""
        capitals = any(letter.isupper() for letter in self.name[1:])
        return self.name if capitals else self.name[:1].lower() + self.name[1:]

    def seat(self, seat_id: str) -> Seat | None:
        return next((one for one in self.seats if one.id == seat_id), None)

    def part(self, part_id: str) -> KindPart | None:
        return next((one for one in self.parts if one.id == part_id), None)

    def may_be_held_by(self, role: Role) -> bool:
        return not self.held_by or role in self.held_by


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptMeetingKind(KeptKind):
    KIND: ClassVar[str] = "moedeform"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingKindsPutAway(KindsPutAway):
    KIND: ClassVar[str] = "moedeformer_fra"


def as_form(form: KonsultationForm, kind: MeetingKind) -> KonsultationForm:
    """The note's form by this kind: its parts in its order, numbered from one, with what it words anew."""
    standard = {part.id: part for step in form.steps for part in step.parts}
    numbered = [
        (_step_of(kind, at), _form_part(one, at + 1, standard.get(one.id)))
        for at, one in enumerate(kind.parts)
    ]
    steps = tuple(
        FormStep(f"{kind.id}-{nr}", name, tuple(part for _, part in parts))
        for nr, (name, parts) in enumerate(groupby(numbered, key=lambda pair: pair[0]))
    )
    return replace(form, id=kind.id, name=kind.name, steps=steps)


def _step_of(kind: MeetingKind, at: int) -> str:
    return next((one.step for one in reversed(kind.parts[: at + 1]) if one.step), "")


def _form_part(part: KindPart, nr: int, standard: FormPart | None) -> FormPart:
    if standard is not None and part.own is None:
        return replace(
            standard,
            nr=nr,
            name=part.name or standard.name,
            paper=part.paper or standard.paper,
            guidance=part.guidance or standard.guidance,
            empty=part.empty or standard.empty,
        )
    return FormPart(
        id=part.id, nr=nr, name=part.name, paper=part.paper or part.name, guidance=part.guidance,
        empty=part.empty or "Ikke skrevet endnu", frame=part.frame, parents=part.parents, not_for=(),
        in_follow_up=part.in_follow_up, own=part.own,
    )  # fmt: skip
