"""When no answer comes: the letters in their order, each with the day from which it makes sense. Nothing is locked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.deadline import due
from tvaerfaglig.domain.follow_up import Reminder
from tvaerfaglig.domain.ladder import Offer, next_offer
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.after_sending.course import After
from tvaerfaglig.ui.widgets import (
    SHAPES,
    Button,
    boxed,
    button,
    card,
    chip,
    col,
    due_mark,
    flow,
    hairline,
    one,
    row,
    small,
    strong,
)

ABOUT = (
    "Ring først. Kommer der intet, kan I skrive. Hvert brev får listen over, hvad der er sket, og kan rettes, før "
    "det bliver afsluttet."
)


class LadderCard(QWidget):
    """`write_asked` sends a rung; `show_asked`, `sent_asked` the id of a finished letter."""

    write_asked = Signal(str)
    show_asked = Signal(str)
    sent_asked = Signal(str)

    def __init__(self, after: After) -> None:
        super().__init__()
        self._after = after
        self._made = {one.id: one for one in after.reminders}
        following = next_offer(after.offers)
        parts: list[QWidget] = []
        for offer in after.offers:
            parts += [self._rung(offer, is_next=offer == following), hairline()]
        earlier = self._earlier()
        items = [small(ABOUT), *parts[:-1], *([hairline(), *earlier] if earlier else [])]
        self.setLayout(col(card("Hvis kommunen ikke svarer", *items, icon="send"), gap=0))

    def _rung(self, offer: Offer, *, is_next: bool) -> QWidget:
        made = self._made.get(offer.made)
        buttons = self._buttons(offer, made)
        head = row((strong(offer.rung.name), 1), self._mark(offer, made, is_next=is_next))
        about = offer.rung.about if is_next else ""
        when = offer.rung.why_then if offer.sent_on is None else ""
        return boxed(
            col(
                head,
                small(when) if when else None,
                small(about) if about else None,
                flow(*buttons),
                gap="tight",
            )
        )

    def _mark(self, offer: Offer, made: Stored[Reminder] | None, *, is_next: bool) -> QWidget:
        if offer.sent_on:
            return chip(f"Sendt {danish.day_of_month(offer.sent_on)}", "flueben", "ok")
        if made is not None:
            return chip("Ikke sendt", "kladde")
        if offer.on is None or not is_next:
            return one("", "small")
        when = due(offer.on, self._after.today)
        words = "nu" if offer.has_come(self._after.today) else f"fra {danish.day_short(offer.on)}"
        return due_mark(SHAPES[when.state], f"{words} (vejledende)")

    def _buttons(self, offer: Offer, made: Stored[Reminder] | None) -> list[Button]:
        name = offer.rung.name
        if made is None:
            kind = "outlined" if offer.has_come(self._after.today) else "link"
            write = button("Skriv", kind, "kladde", name=f"Skriv: {name}")  # type: ignore[arg-type]
            write.clicked.connect(partial(self.write_asked.emit, offer.rung.id))
            return [write]
        show = button("Vis og udskriv", "small", "vis", name=f"Vis og udskriv: {name}")
        show.clicked.connect(partial(self.show_asked.emit, made.id))
        if offer.sent_on:
            return [show]
        sent = button("Registrér som sendt", "small", "send", name=f"Registrér som sendt: {name}")
        sent.clicked.connect(partial(self.sent_asked.emit, made.id))
        anew = button("Skriv om", "link", name=f"Skriv om: {name}")
        anew.clicked.connect(partial(self.write_asked.emit, offer.rung.id))
        return [sent, show, anew]

    def _earlier(self) -> list[QWidget]:
        """Letters from before the last answer, or that were written anew: still there."""
        shown = {offer.made for offer in self._after.offers}
        found: list[QWidget] = []
        for stored in reversed(self._after.reminders):
            if stored.id in shown:
                continue
            made, name = stored.record, self._after.name_of(stored.record)
            how = f"sendt {danish.day(made.sent_on)}" if made.sent_on else "ikke sendt"
            show = button("Vis", "small", "vis", name=f"Vis: {name}, {danish.day(made.day)}")
            show.clicked.connect(partial(self.show_asked.emit, stored.id))
            words = col(strong(name), small(f"{danish.day_table(made.day)} · {how}"), gap=1)
            found.append(boxed(row((words, 1), show)))
        return found
