"""What the own parts of a meeting share: they read and write one answer, kept under the part's id."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tvaerfaglig.domain.meetings.answers import Line, OwnAnswer, answer_in
from tvaerfaglig.domain.meetings.own_part import OwnPart
from tvaerfaglig.ui.konsultationer.part import Part


class OwnNotePart(Part):
    """A part of the form's own."""

    @property
    def spec(self) -> OwnPart:
        assert self.form_part.own is not None
        return self.form_part.own

    @property
    def answer(self) -> OwnAnswer:
        """What stands there now, saved or not."""
        return answer_in(self.work.note.own, self.key)

    def is_written(self) -> bool:
        return not self.answer.is_empty

    def write_text(self, words: str) -> None:
        self._put(replace(self.answer, text=words))

    def write_lines(self, column: str, lines: Iterable[Line]) -> None:
        """The lines of one column; those of the others stay as they stand."""
        others = tuple(one for one in self.answer.lines if one.column != column)
        self._put(replace(self.answer, lines=(*others, *lines)))

    def write_line_of(self, who: str, made: Line) -> None:
        """One person's line in a part where everyone has one."""
        others = tuple(one for one in self.answer.lines if one.who != who)
        self._put(replace(self.answer, lines=(*others, made)))

    def line_of(self, who: str) -> Line:
        return next((one for one in self.answer.lines if one.who == who), Line(who=who))

    def said_by(self, who: str) -> str:
        """A colleague by her name, others as they were written."""
        names = self.work.page.names
        return names.of_staff(who) if who in names.staff else who

    def _put(self, answer: OwnAnswer) -> None:
        self.work.writer.write_own(replace(answer, heading=self.form_part.name))
