"""The small forms of Sletning: put a file on hold, lift it, choose another period."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.retention import HeldBy, length
from tvaerfaglig.services.erasing import holds, periods
from tvaerfaglig.services.erasing.holds import Holding
from tvaerfaglig.services.erasing.periods import Choice, KeptFor
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.settings.erasing import wording
from tvaerfaglig.ui.settings.parts import DeepPage
from tvaerfaglig.ui.widgets import (
    Button,
    ListRow,
    button,
    card,
    choice,
    col,
    empty_layout,
    field,
    line_edit,
    page_foot,
    picker,
    small,
    text,
)

_MONTHS = (1, 3, 6, 9, 12, 18, 24, 36, 48, 60, 72, 84, 96, 108, 120, 180, 240, 360)


class _Form(DeepPage):
    """A page with one act at its foot; a refusal stands above the fields."""

    def _add_act(self, words: str, first: QWidget) -> Button:
        made = button(words, "primary")
        made.clicked.connect(self._on_act)
        self._first = first
        self.add_foot(page_foot(None, made))
        return made

    def start(self) -> None:
        self._first.setFocus()

    @Slot()
    def _on_act(self) -> None:
        """Send it."""

    def _saved(self, words: str, saved: Saved | Changes) -> None:
        self.desk.announce(saved.changes if isinstance(saved, Saved) else saved, self)
        self.desk.say(words)
        self.done.emit()


class HoldPage(_Form):
    """Which child, why, and in words for the next leader."""

    def __init__(self, desk: Desk, children: tuple[tuple[str, str, date | None], ...]) -> None:
        super().__init__(
            desk, "Sæt en sag i bero", "Så slettes intet om barnet, før du ophæver det.", "Sletning"
        )
        self.child = picker(name="Barn", placeholder="Skriv et navn")
        self.child.offer(
            [
                ListRow(key=one, title=name, aside=f"udmeldt {danish.day(left)}" if left else "")
                for one, name, left in children
            ]
        )
        self.why = choice(wording.reasons(), name="Grund")
        self.because = line_edit(most=300)
        self._child_field = field("Barn", self.child)
        self.show_cards(
            card(
                "",
                self._child_field,
                field("Grund", self.why),
                field(
                    "Kort hvorfor",
                    self.because,
                    "Hvem har bedt om det, og hvornår ses der på det igen?",
                ),
            )
        )
        self.act = self._add_act("Sæt i bero", self.child)

    @Slot()
    def _on_act(self) -> None:
        chosen = self.child.chosen()
        self._child_field.ask("" if chosen else "Hvilket barn?")
        if not chosen:
            self.child.setFocus()
            return
        why = HeldBy(self.why.chosen())
        self.desk.ask(holds.set_hold, chosen, why, self.because.text()).then(
            partial(self._saved, "Sagen er sat i bero."), self, failed=self.refuse
        )


class LiftPage(_Form):
    """Why it is no longer on hold."""

    def __init__(self, desk: Desk, holding: Holding) -> None:
        super().__init__(
            desk, f"Ophæv for {holding.name}", "Så kan sagen slettes, når tiden er der.", "Sletning"
        )
        self._hold = holding.stored.id
        hold = holding.stored.record
        self.because = line_edit(most=300)
        said = f"{danish.capital(hold.why.word)} siden {danish.day(hold.since)}."
        self.show_cards(
            card("", text(f"{said} {hold.because}"), field("Kort hvorfor", self.because))
        )
        self.act = self._add_act("Ophæv", self.because)

    @Slot()
    def _on_act(self) -> None:
        self.desk.ask(holds.lift_hold, self._hold, self.because.text()).then(
            partial(self._saved, "Sagen er ikke længere i bero."), self, failed=self.refuse
        )


class PeriodPage(_Form):
    """How long; the file's own stays visible, and who decided is part of it."""

    def __init__(self, desk: Desk, kept: KeptFor) -> None:
        super().__init__(desk, kept.period.name, kept.period.what, "Sletning")
        self._period = kept.period.id
        months = sorted({*_MONTHS, kept.months, kept.period.months})
        self.months = choice([(str(n), length(n)) for n in months], str(kept.months))
        self.because = line_edit(kept.because, most=300)
        own = kept.period
        source = f" {own.source}" if own.source else ""
        proposed = (
            f"Programmet foreslår {length(own.months)} ({own.label.word}). {own.because}{source}"
        )
        self.show_cards(
            card(
                "",
                field("Gemmes i", self.months, danish.capital(own.start.word) + "."),
                field(
                    "Hvem har bestemt det?",
                    self.because,
                    "Fx kommunens slettepolitik og dato. Står sammen med dit navn.",
                ),
                small(proposed),
            ),
            self._before(),
        )
        self.act = self._add_act("Gem perioden", self.months)

    def load(self) -> None:
        self.desk.ask(periods.chosen_before, self._period).then(self._show, self)

    def _before(self) -> QWidget:
        self._lines: QVBoxLayout = col(gap="tight")
        self._chosen = card("Valgt før", self._lines)
        self._chosen.hide()
        return self._chosen

    def _show(self, found: tuple[Choice, ...]) -> None:
        empty_layout(self._lines)
        for one in found:
            why = f": {one.because}" if one.because else ""
            self._lines.addWidget(
                text(f"{danish.day(one.day)}, {one.by}, {length(one.months)}{why}")
            )
        self._chosen.setVisible(bool(found))

    @Slot()
    def _on_act(self) -> None:
        rules, months = self.desk.library.retention, int(self.months.chosen())
        self.desk.ask(periods.choose_period, rules, self._period, months, self.because.text()).then(
            partial(self._saved, "Perioden er gemt."), self, failed=self.refuse
        )
