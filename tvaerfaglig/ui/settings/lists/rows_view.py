"""Every row of the list and what will happen to it; beside it the row one stands on, with its question."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.lists.changes import NEW_STUE
from tvaerfaglig.domain.lists.plan import APART, SKIP, Fate, RowPlan
from tvaerfaglig.services.lists.child_lists import Look, NewPlace, Wanted
from tvaerfaglig.ui.widgets import (
    ListRow,
    OneOf,
    boxed,
    button,
    card,
    choice,
    col,
    empty_layout,
    message,
    row,
    row_list,
    scroller,
    section,
    small,
    strong,
    text,
    well,
)

_ICONS = {
    Fate.NEW: ("plus", "accent"),
    Fate.CHANGED: ("kladde", "accent"),
    Fate.SAME: ("flueben", "muted"),
    Fate.ASKED: ("spoergsmaal", "watch"),
    Fate.SKIPPED: ("minus", "muted"),
    Fate.UNREADABLE: ("bekymring", "act"),
}
_NOTED = "bemaerk"
_FILTERS = (
    ("", "Alle rækker"),
    (_NOTED, "Med noget at se på"),
    (Fate.ASKED.value, "Venter på dit svar"),
    (Fate.NEW.value, "Nye"),
    (Fate.CHANGED.value, "Rettes"),
    (Fate.SAME.value, "Uændrede"),
    (Fate.SKIPPED.value, "Springes over"),
    (Fate.UNREADABLE.value, "Kan ikke læses"),
)


class RowsView(QWidget):
    """`answered` sends the row's number and the answer, "" to take one back; `stue_chosen` a name and what it is."""

    answered = Signal(int, str)
    stue_chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._seen: Look | None = None
        self._wanted = Wanted("", {})
        self._plans: dict[str, RowPlan] = {}
        self.filter = choice(_FILTERS, name="Vis")
        self.filter.chosen_changed.connect(self._list)
        self.list = row_list(name="Rækkerne i listen")
        self.list.moved.connect(self._show_row)
        self.notes, self.places, self.detail = col(gap="near"), col(gap="near"), col(gap="near")
        self._places_card = card("Stuer, huset ikke har", self.places)
        self._left = boxed(col(self.filter, (self.list, 1), margins=(0, 0, 8, 0)))
        self._side = boxed(
            col(scroller(col(self.detail, self._places_card, ..., gap="apart")), gap=0)
        )
        self._columns = row((self._left, 3), (self._side, 2), gap="apart", margins=(24, 8, 16, 8))
        top = boxed(col(self.notes, margins=(24, 8, 24, 0)))
        self.setLayout(col(top, (boxed(self._columns), 1), gap=0))
        self.setFocusProxy(self.list)

    def set_folded(self, *, folded: bool) -> None:
        """In a narrow window the row stands beneath the list."""
        way = QBoxLayout.Direction.TopToBottom if folded else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(way)

    def show_look(self, seen: Look, wanted: Wanted) -> None:
        """Other fates; the row one stands on stays."""
        first = self._seen is None
        self._seen, self._wanted = seen, wanted
        self._plans = {str(one.number): one for one in seen.plans}
        empty_layout(self.notes)
        for words in seen.notes:
            self.notes.addWidget(message(words, "info"))
        self._show_places(seen)
        if first or (self.filter.chosen() == Fate.ASKED.value and not seen.count(Fate.ASKED)):
            self.filter.choose(self._most_pressing(seen))
        self._list()

    # the list

    @staticmethod
    def _most_pressing(seen: Look) -> str:
        """What wants an answer before what has a note, and that before all that is as it should be."""
        if seen.count(Fate.ASKED):
            return Fate.ASKED.value
        return _NOTED if seen.noted else ""

    @Slot()
    def _list(self) -> None:
        wanted = self.filter.chosen()
        shown = [
            one
            for one in self._plans.values()
            if wanted in {"", one.fate} or (wanted == _NOTED and one.is_noted)
        ]
        self.list.set_rows([_line(one) for one in shown])
        if not self.list.current() and shown:
            self.list.choose(str(shown[0].number))
        self._show_row(self.list.current())

    @Slot(str)
    def _show_row(self, key: str) -> None:
        empty_layout(self.detail)
        one = self._plans.get(key)
        if one is None:
            self.detail.addWidget(small("Ingen rækker her."))
            return
        self.detail.addWidget(section(one.row.name or "Uden navn"))
        self.detail.addWidget(small(f"Række {one.number} · {one.fate.word}"))
        for words in one.notes:
            self.detail.addWidget(message(words, "watch", icon="info"))
        if one.changes:
            lines = [text(change.words) for change in one.changes]
            self.detail.addWidget(well(strong("Det bliver rettet"), *lines))
        if one.fate is Fate.NEW:
            self.detail.addWidget(well(strong("Det bliver skrevet"), *map(text, _facts(one))))
        self._show_answers(one)

    def _show_answers(self, one: RowPlan) -> None:
        if one.fate is Fate.UNREADABLE:
            return
        answer = self._wanted.answers.get(one.number, "")
        if one.question is None and not answer:
            skip = button("Spring rækken over", "outlined", "minus")
            skip.clicked.connect(partial(self.answered.emit, one.number, SKIP))
            self.detail.addLayout(row(skip, ...))
            return
        if answer:
            back = button("Fortryd dit svar", "outlined", "fortryd")
            back.clicked.connect(partial(self.answered.emit, one.number, ""))
            self.detail.addLayout(row(back, ...))
            return
        assert one.question is not None
        choices = [OneOf(f"Ja, {words}") for _, words in one.question.candidates]
        answers = [key for key, _ in one.question.candidates]
        choices += [OneOf("Nej, det er et andet barn"), OneOf("Spring rækken over")]
        for pick, said in zip(choices, [*answers, APART, SKIP], strict=True):
            pick.clicked.connect(partial(self.answered.emit, one.number, said))
        self.detail.addWidget(card(one.question.words, *choices, icon="spoergsmaal"))

    # stuer

    def _show_places(self, seen: Look) -> None:
        self._places_card.setVisible(bool(seen.places))
        empty_layout(self.places)
        for place in seen.places:
            self.places.addWidget(self._place(seen, place))

    def _place(self, seen: Look, place: NewPlace) -> QWidget:
        offers = [("", "Uden stue"), (f"{NEW_STUE}{place.name}", f"Opret stuen {place.name}")]
        offers += [(one, f"Er {name}") for one, name in seen.stuer]
        box = choice(offers, self._wanted.stuer.get(place.name, ""), name=f"Stuen {place.name}")
        box.chosen_changed.connect(partial(self.stue_chosen.emit, place.name))
        count = danish.count(place.count, "barn", "børn")
        near = next((name for one, name in seen.stuer if one == place.near), "")
        guess = f" Er det {near}?" if near else ""
        return boxed(col(strong(place.name), small(f"{count} i listen.{guess}"), box, gap=2))


def _line(one: RowPlan) -> ListRow:
    icon, colour = _ICONS[one.fate]
    says = (
        *one.notes,
        *((one.question.words,) if one.question else ()),
        *(c.words for c in one.changes),
    )
    return ListRow(
        key=str(one.number),
        title=one.row.name or "Uden navn",
        aside=f"række {one.number}",
        under=" · ".join((danish.capital(one.fate.word), *says[:1])),
        icon=icon,
        colour=colour,
        spoken=", ".join(filter(None, (f"Række {one.number}", one.row.name, one.fate.word, *says))),
    )


def _facts(one: RowPlan) -> list[str]:
    child, read = one.child, one.row
    if child is None:
        return []
    day = child.born or child.due
    facts = (
        [f"Født {danish.day(day)}" if child.born else f"Termin {danish.day(day)}"] if day else []
    )
    facts += ["CPR-nummer"] if child.cpr else []
    facts += [read.stue] if child.stue else []
    facts += [read.dagplejer] if child.dagplejer else []
    facts += [child.address] if child.address else []
    facts += [
        ", ".join(filter(None, (parent.name, parent.relation, parent.phone)))
        for parent in child.parents
    ]
    facts += [f"Indmeldt {danish.day(child.enrolled)}"] if child.enrolled else []
    facts += [f"Udmeldt {danish.day(child.left)}"] if child.left else []
    return facts or ["Kun navnet"]
