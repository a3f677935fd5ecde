"""Two versions of a letter held against each other, section by section: what, who, when, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import SequenceMatcher

from tvaerfaglig.domain.comparing import Comparison, Piece, Written, trace
from tvaerfaglig.domain.comparing import compare as compare_texts
from tvaerfaglig.domain.letter_beside import Proposal, ProposalAnswer, Verdict
from tvaerfaglig.domain.packs.fitting import fitted
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.template import Template
from tvaerfaglig.domain.underretning import Section, Underretning
from tvaerfaglig.services.errors import NotFound
from tvaerfaglig.services.letters.kept_under import PARENTS
from tvaerfaglig.services.letters.opening import find
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.packs.shelf import pack_of
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.versions.course import Course, Happened, State, course_of
from tvaerfaglig.services.versions.lines import Said, Teller
from tvaerfaglig.services.versions.points import Point, What, earlier, of_course, points
from tvaerfaglig.store import queries


@dataclass(frozen=True, slots=True)
class Change:
    """One sentence that came, went or was changed: by whom and when, and why where that was said."""

    piece: Piece
    by: str = ""
    at: datetime | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A section's prose (no label), one of its rows or one of its facts."""

    label: str
    comparison: Comparison
    changes: tuple[Change, ...]

    def change(self, piece: Piece) -> Change:
        return next((one for one in self.changes if one.piece is piece), Change(piece))


@dataclass(frozen=True, slots=True)
class SectionChanges:
    id: str
    lines: tuple[Line, ...]

    @property
    def many(self) -> int:
        return sum(len(line.changes) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Compared:
    """Two points, the older first. `lost` when words in between were lawfully erased.

    `template` is the letter's own, as its municipality wanted it when it was begun.
    """

    old: Point
    new: Point
    sections: tuple[SectionChanges, ...]
    names: Names
    template: Template
    lost: bool = False

    @property
    def many(self) -> int:
        return sum(one.many for one in self.sections)


def compare(
    session: Session, letter_id: str, old_id: str, new_id: str, library: Library
) -> Compared:
    """The letter at two of its points, whichever way round they are asked for. Looking is noted."""
    letter = find(session, letter_id)
    known = points(session, letter_id)
    chosen = sorted((one for one in known if one.id in {old_id, new_id}), key=known.index)
    if not chosen:
        raise NotFound("Den version findes ikke længere.")
    new, old = chosen[0], chosen[-1]
    session.looked(child=letter.record.child, record=letter_id, what="underretning")
    course = course_of(session, letter)
    before = _state(session, letter, course, old)
    after = _state(session, letter, course, new)
    begun = 0 if old.what is What.FORRIGE else old.events
    template = _template(session, letter, library, {*before.sections, *after.sections})
    tracer = _Tracer(session, course, course.events[begun : new.events], template)
    found = (tracer.section(one.id, before, after) for one in template.sections)
    shown = tuple(one for one in found if one.lines)
    return Compared(old, new, shown, names(session), template, course.lost)


def _template(
    session: Session, letter: Stored[Underretning], library: Library, written: AbstractSet[str]
) -> Template:
    """A section that something was ever written in is not left out, whatever the pack does without."""
    return fitted(library.underretning, pack_of(session, letter.record.template), written)


def _state(session: Session, letter: Stored[Underretning], course: Course, point: Point) -> State:
    if point.what is not What.FORRIGE:
        return course.state(point.events)
    before = earlier(session, letter)
    if before is None:
        raise NotFound("Den forrige underretning findes ikke længere.")
    state = course_of(session, before).state(point.events)
    return state if not course.hidden else _unseen(state)


def _unseen(state: State) -> State:
    """The guard of today hides the parents in the letter before this one too."""
    kept = {one: section for one, section in state.sections.items() if one != PARENTS}
    return State(replace(state.head, informed=()), kept)


class _Tracer:
    """Finds for each change the version that made it, and the reason that lies with it."""

    def __init__(
        self, session: Session, course: Course, between: Sequence[Happened], template: Template
    ) -> None:
        child = session.child(course.letter.record.child)
        self._teller = Teller(child, names(session), template)
        self._between = tuple(between)
        self._by_event = {one.event: one for one in between}
        self._why = _reasons(session, course)

    def section(self, section: str, before: State, after: State) -> SectionChanges:
        old = {one.key: one for one in self._teller.lines(section, before)}
        new = {one.key: one for one in self._teller.lines(section, after)}
        lines = tuple(
            self._line(section, key, old.get(key), new.get(key))
            for key in _in_order(tuple(old), tuple(new))
        )
        return SectionChanges(section, lines)

    def _line(self, section: str, key: str, old: Said | None, new: Said | None) -> Line:
        made = compare_texts(old.text if old else "", new.text if new else "")
        said = new or old
        written = self._written(section, key) if made.changes else ()
        changes = tuple(self._change(piece, written) for piece in made.changes)
        return Line(said.label if said else "", made, changes)

    def _change(self, piece: Piece, written: Sequence[Written]) -> Change:
        found = self._by_event.get(trace(piece, written))
        if found is None:
            return Change(piece)
        return Change(piece, found.by, found.at, self._why.get(found.event, ""))

    def _written(self, section: str, key: str) -> tuple[Written, ...]:
        """The line as each version between the two points left it."""
        found = []
        for one in self._between:
            state = _alone(one, section)
            if state is not None:
                lines = self._teller.lines(section, state)
                text = next((line.text for line in lines if line.key == key), "")
                if isinstance(one.record, Section) is _lies_in_section(key):
                    found.append(Written(one.event, text))
        return tuple(found)


def _alone(one: Happened, section: str) -> State | None:
    """What one version says by itself, if it has anything to do with the section."""
    if isinstance(one.record, Underretning):
        return State(one.record)
    if isinstance(one.record, Section) and one.record.section == section:
        return State(Underretning(child="", begun=one.at.date()), {section: one.record})
    return None


def _lies_in_section(key: str) -> bool:
    return key in {"tekst", "udeladt"} or key.startswith("observation:")


def _reasons(session: Session, course: Course) -> dict[str, str]:
    """By version: what the sitting said, or whose proposal it took in and why."""
    found: dict[str, str] = {}
    for point in of_course(session, course):
        if point.why:
            first = next(n for n, one in enumerate(course.events) if one.event == point.id)
            found |= {one.event: point.why for one in course.events[first : point.events]}
    known = names(session)
    for one, following in zip(course.events, course.events[1:], strict=False):
        answer = following.record
        if isinstance(answer, ProposalAnswer) and isinstance(one.record, Section):
            found[one.event] = _proposed(session, answer, known) or found.get(one.event, "")
    return found


def _proposed(session: Session, answer: ProposalAnswer, known: Names) -> str:
    stored = queries.one(session.vault, Proposal, answer.proposal)
    if stored is None or answer.verdict not in {Verdict.TAGET, Verdict.FORTRUDT}:
        return ""
    who = f"Forslag fra {known.of_staff(stored.record.by)}"
    if answer.verdict is Verdict.FORTRUDT:
        return f"{who}, fortrudt"
    return f"{who}: {stored.record.why}" if stored.record.why else who


def _in_order(old: Sequence[str], new: Sequence[str]) -> Iterable[str]:
    """Every key once: the new order, and what is gone where it used to stand."""
    found: dict[str, None] = {}
    for tag, i, j, m, n in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            found |= dict.fromkeys(key for key in old[i:j] if key not in new)
        found |= dict.fromkeys(new[m:n])
    return found
