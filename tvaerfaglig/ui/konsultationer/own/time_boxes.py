"""The rounds of a meeting with a clock that can be seen and never hurries anyone."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.form import FormPart
from tvaerfaglig.domain.meetings.answers import Line
from tvaerfaglig.domain.meetings.lines import InBox, boxes_of
from tvaerfaglig.ui.konsultationer.own.own_part import OwnNotePart
from tvaerfaglig.ui.konsultationer.own.round_line import RoundLine
from tvaerfaglig.ui.konsultationer.part import Work
from tvaerfaglig.ui.widgets import (
    announce,
    boxed,
    button,
    col,
    figure,
    flow,
    frame,
    glyph,
    one,
    row,
    small,
    strong,
)
from tvaerfaglig.ui.widgets.layout import Item

NOW, WAITS = "runden-nu", "runde"
"""What the keyboard goes to: pause in the round that is on, *Begynd* in the others."""


class TimePart(OwnNotePart):
    OPEN_WHEN_EMPTY = True

    def __init__(self, work: Work, form_part: FormPart) -> None:
        self._left = figure("")
        self._filling = RoundLine()
        self._told_over = ""
        super().__init__(work, form_part)
        work.clock.ticked.connect(self._on_ticked)

    def boxes(self) -> tuple[InBox, ...]:
        return boxes_of(self.spec, self.answer)

    def read(self) -> list[Item]:
        used = [each for each in self.boxes() if each.used is not None]
        return [
            small(f"{each.box.name}: {each.used} af {each.box.minutes} min.") for each in used
        ] or [small("Tiden er ikke skrevet.")]

    def build(self) -> list[Item]:
        return [self._now(each) if self._is_on(each) else self._row(each) for each in self.boxes()]

    def start(self) -> None:
        """On the round that is on; before any is, on the first."""
        found = self.findChild(QWidget, NOW) or self.findChild(QWidget, WAITS)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_on(self, each: InBox) -> bool:
        return self.work.clock.round == each.box.id

    def _row(self, each: InBox) -> QWidget:
        """A round that waits or is over: a line with its minutes."""
        used = f"brugt {each.used} af {each.box.minutes} min." if each.used is not None else ""
        told = one(used or f"{each.box.minutes} min.", "small")
        done = glyph("flueben", "ok", 16) if each.used is not None else None
        begin = button("Begynd", "link", "ur", name=f"Begynd: {each.box.name}")
        begin.setObjectName(WAITS)
        begin.clicked.connect(partial(self._begin, each.box.id))
        line = row(one(each.box.name, "strong"), told, done, ..., begin, gap=10)
        return frame("well", col(line, margins=(12, 2, 6, 2)))

    def _now(self, each: InBox) -> QWidget:
        """The round that is on: what happens in it, the clock, pause and on."""
        clock = self.work.clock
        words = "Pause" if clock.is_running else "Fortsæt"
        pause = button(words, name=f"{words}: {each.box.name}")
        pause.setObjectName(NOW)
        pause.clicked.connect(partial(self._pause, each.box.id))
        after = self._after(each)
        on = button("Videre" if after else "Slut", "primary", "pil-hoejre" if after else "")
        on.setAccessibleName(f"Videre til {after.box.name}" if after else "Slut med tiden")
        on.clicked.connect(partial(self._go_on, each))
        self._left, self._filling = figure(""), RoundLine()
        self._filling.setAccessibleName(f"Tiden i {each.box.name}")
        asks = small(each.box.guidance) if each.box.guidance else None
        head = row((boxed(col(strong(each.box.name), asks, gap=0)), 1), self._left, gap=14)
        self._show_time()
        inner = col(
            head, self._filling, boxed(flow(pause, on, gap=8)), gap=8, margins=(14, 10, 14, 10)
        )
        return frame("now", inner)

    def _after(self, each: InBox) -> InBox | None:
        boxes = self.boxes()
        at = [one.box.id for one in boxes].index(each.box.id) + 1
        return boxes[at] if at < len(boxes) else None

    def _begin(self, box: str) -> None:
        self._file()
        self.work.clock.start(box)
        self.draw()
        self.start()

    def _pause(self, box: str) -> None:
        clock = self.work.clock
        if clock.is_running:
            clock.pause()
        else:
            clock.start(box)
        self.draw()
        self.start()

    def _go_on(self, each: InBox) -> None:
        after = self._after(each)
        self._file()
        self.work.clock.reset()
        if after is not None:
            self.work.clock.start(after.box.id)
        self.draw()
        self.start()

    def _file(self) -> None:
        """The minutes that the round took, in the note."""
        clock = self.work.clock
        box = next((one.box for one in self.boxes() if one.box.id == clock.round), None)
        if box is not None and clock.minutes():
            made = Line(column=box.id, under=box.name, number=clock.minutes())
            self.write_lines(box.id, [made])

    @Slot()
    def _on_ticked(self) -> None:
        if any(self._is_on(each) for each in self.boxes()) and self.work.writable:
            self._show_time()

    def _show_time(self) -> None:
        clock = self.work.clock
        box = next((one.box for one in self.boxes() if one.box.id == clock.round), None)
        if box is None:
            return
        whole, used = box.minutes * 60, clock.seconds()
        self._filling.show_part(used / whole)
        self._left.say(said(whole - used, paused=not clock.is_running))
        if used >= whole and self._told_over != box.id:
            self._told_over = box.id
            announce(self, f"Tiden til {box.name} er gået. I kan gå videre, når det passer.")


def said(left: float, *, paused: bool) -> str:
    """As »8.42«, »1.05 over«, »Pause, 8.42«."""
    seconds = int(abs(left) + (0.999 if left > 0 else 0))
    clock = f"{seconds // 60}.{seconds % 60:02d}"
    words = clock if left > 0 else f"{clock} over"
    return f"Pause · {words}" if paused else words
