"""One part's words: its heading, what it asks, the step it begins, and its columns or rounds."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.form import FormPart
from tvaerfaglig.domain.meetings.kind import KindPart
from tvaerfaglig.domain.meetings.own_part import PartType
from tvaerfaglig.ui.settings.meetings.own_types import boxes_from, columns_from
from tvaerfaglig.ui.widgets import Prose, col, field, line_edit

MOST = 40


class PartWords(QWidget):
    """`changed` sends the part as it stands."""

    changed = Signal(object)

    def __init__(self, part: KindPart, standard: FormPart | None) -> None:
        super().__init__()
        self._part = part
        usual = standard.name if standard else ""
        self.name = line_edit(part.name or usual, most=100)
        self.guidance = Prose(part.guidance or (standard.guidance if standard else ""), lines=2)
        self.step = line_edit(part.step, most=60)
        self.inside = Prose(self._lines(), lines=3)
        self._standard = standard
        self.name.textEdited.connect(self._tell)
        self.guidance.textEdited.connect(self._tell)
        self.step.textEdited.connect(self._tell)
        self.inside.textEdited.connect(self._tell)
        listed = None
        if self._is(PartType.COLUMNS):
            listed = field("Spalter", self.inside, "Én på hver linje.")
        elif self._is(PartType.TIME):
            listed = field("Runder", self.inside, "Én på hver linje, med minutter: Interview: 15")
        else:
            self.inside.setParent(self)
            self.inside.hide()
        begins = "Begynder et nyt trin i notatet. Tom: delen hører til trinet før."
        self.setLayout(
            col(
                field("Overskrift", self.name),
                field("Vejledning", self.guidance),
                listed,
                field("Trin", self.step, begins, optional=True),
                gap=8,
            )
        )

    def flush(self) -> None:
        """Say now what has been written."""
        for each in (self.guidance, self.inside):
            each.flush()
        self._tell()

    def _is(self, kind: PartType) -> bool:
        return self._part.own is not None and self._part.own.type is kind

    def _lines(self) -> str:
        own = self._part.own
        if own is None:
            return ""
        columns = [one.name for one in own.columns]
        return "\n".join([*columns, *(f"{one.name}: {one.minutes}" for one in own.boxes)])

    @Slot()
    def _tell(self, *_words: object) -> None:
        """Words that are as the program has them leave the program's, so that they follow it."""
        standard, part = self._standard, self._part
        name, guidance = self.name.text().strip(), " ".join(self.guidance.text().split())
        if standard is not None and part.own is None:
            name = "" if name == standard.name else name
            guidance = "" if guidance == standard.guidance else guidance
        lines = tuple(line.strip() for line in self.inside.text().splitlines() if line.strip())
        own = part.own
        if own is not None and lines and self._is(PartType.COLUMNS):
            own = replace(own, columns=columns_from(lines[:MOST], own.columns))
        elif own is not None and lines and self._is(PartType.TIME):
            own = replace(own, boxes=boxes_from(lines[:MOST], own.boxes))
        named = name or ("" if own is None else part.name)
        self._part = replace(
            part, name=named, guidance=guidance, step=self.step.text().strip(), own=own
        )
        self.changed.emit(self._part)
