"""Sagsresumé: which child, for what, from when until when, and whether our own thoughts come along."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame

from tvaerfaglig.services.printing import pressing, printable
from tvaerfaglig.services.printing.printable import PrintableChild, SummaryStart
from tvaerfaglig.services.summarising.paper import Wanted
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.preview_request import PreviewRequest
from tvaerfaglig.ui.widgets import (
    DayField,
    ListRow,
    button,
    col,
    field,
    glyph,
    line_edit,
    message,
    picker,
    row,
    section,
    small,
    tick,
)

DOCUMENT = "sagsresumé"


class SummaryCard(QFrame):
    """The filled button leads to the preview; what is missing is asked for there and then."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName("Sagsresumé")
        self._desk = desk
        self._start: SummaryStart | None = None
        self.child = picker(name="Barn", placeholder="Skriv et navn")
        self.purpose = line_edit(most=160)
        today = lambda: desk.clock.now().date()  # noqa: E731  asked each time: the demo owns its clock
        self.first, self.last = DayField(today), DayField(today)
        self.reflections = tick("Tag vores egne tanker med")
        self.rounds = tick("Tag trivselsrunderne med")
        self.guard = message("", "act", icon="afdaempet")
        self.guard.hide()
        self.show_it = button("Vis sagsresuméet", "primary", "vis")
        self.show_it.clicked.connect(self._on_show)
        self.child.picked.connect(self._on_child)
        self._build()

    def offer(self, children: tuple[PrintableChild, ...]) -> None:
        self.child.offer([ListRow(key=one.id, title=one.name, aside=one.place) for one in children])

    def _build(self) -> None:
        self._child_field = field("Barn", self.child)
        self._purpose_field = field(
            "Til hvad?", self.purpose, "Står på papiret: netværksmøde, overlevering til skole …"
        )
        self._why = small("Fra den første bekymring til i dag.")
        self.setLayout(
            col(
                row(glyph("boern", "accent"), (section("Sagsresumé"), 1)),
                small(
                    "Ét barns forløb på to-tre sider: det, I har set, aftalt, sendt og fået svar på."
                ),
                self._child_field,
                self.guard,
                self._purpose_field,
                row((field("Fra", self.first), 1), (field("Til", self.last), 1), gap="apart"),
                self._why,
                self.reflections,
                self.rounds,
                small("De står ellers kun hos jer. Papiret siger, hvad der er udeladt."),
                row(self.show_it, ...),
                margins=(16, 12, 16, 14),
            )
        )

    @Slot(str)
    def _on_child(self, child: str) -> None:
        self._start = None
        if child:
            self._desk.ask(printable.summary_start, child).then(self._take, self)

    def _take(self, start: SummaryStart) -> None:
        self._start = start
        self._child_field.ask("")
        self.first.set_value(start.first)
        self.last.set_value(start.last)
        self._why.say(start.why)
        self.guard.setVisible(bool(start.caution))
        if start.caution:
            self.guard.say(start.caution, "act", icon="afdaempet")

    @Slot()
    def _on_show(self) -> None:
        start, first, last = self._start, self.first.value(), self.last.value()
        if start is None:
            self._child_field.ask("Hvilket barn?")
            self.child.setFocus()
        elif not self.purpose.text().strip():
            self._purpose_field.ask("Hvad skal papiret bruges til?")
            self.purpose.setFocus()
        elif first is None or last is None or first > last:
            self._why.say(
                "Den første dag ligger efter den sidste. Hvilken er rigtig?"
                if first and last
                else "Skriv begge dage."
            )
            self.first.setFocus()
        else:
            self._purpose_field.ask("")
            wanted = Wanted(
                self.purpose.text().strip(),
                first,
                last,
                reflections=self.reflections.isChecked(),
                rounds=self.rounds.isChecked(),
            )
            self._preview(start, wanted)

    def _preview(self, start: SummaryStart, wanted: Wanted) -> None:
        self._desk.preview_asked.emit(
            PreviewRequest(
                title=f"Sagsresumé · {self.child.text()}",
                document=DOCUMENT,
                make=partial(pressing.look_at_sagsresume, child_id=start.child, wanted=wanted),
                child=start.child,
                record=start.child,
                purpose=wanted.purpose,
                purpose_stands=True,
            )
        )
