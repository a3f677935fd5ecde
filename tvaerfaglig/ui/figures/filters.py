"""What is counted and what is laid side by side; each choice is remembered for whoever made it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.figures.period import ALWAYS, Period, quarters
from tvaerfaglig.domain.figures.period_name import joined, named
from tvaerfaglig.services.figures.page import Choices, FiguresPage, SplitBy, Wanted
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.figures.pieces import View
from tvaerfaglig.ui.remembered import remembered_of
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import Choice, boxed, button, choice, flow, one

HOUSE, PERIOD, SPLIT, KIND, TAG, VIEW = "hus", "periode", "deling", "slags", "projekt", "visning"
OWN = "egen"
_ALL_HOUSES, _ALL_KINDS, _ALL_TAGS = "Alle mine huse", "Alle slags indsatser", "Alle projekter"
_SPLITS = {
    SplitBy.SAMLET: "Samlet",
    SplitBy.SKOLEAAR: "Skoleår for skoleår",
    SplitBy.KALENDERAAR: "År for år",
    SplitBy.KVARTAL: "Kvartal for kvartal",
    SplitBy.FOER_EFTER: "Før og efter socialrådgiver",
    SplitBy.MED_UDEN: "Med og uden socialrådgiver",
}
_NAMES = {
    HOUSE: "Hus",
    PERIOD: "Periode",
    SPLIT: "Læg ved siden af hinanden",
    KIND: "Slags indsats",
    TAG: "Projekt",
    VIEW: "Vis som",
}


class Filters(QWidget):
    """`changed`: other figures are wanted. `view_changed`: the same ones, shown otherwise."""

    changed = Signal()
    view_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._memory = remembered_of(desk)
        self.choices: dict[str, Choice] = {
            key: choice((), name=name) for key, name in _NAMES.items()
        }
        self.since: Choice = choice((), name="Fra kvartal")
        self.until: Choice = choice((), name="Til kvartal")
        self._own = boxed(flow(one("fra", "small"), self.since, one("til", "small"), self.until))
        self._own.hide()
        self.clear = button("Vis alt igen", "link", "fortryd")
        self.clear.hide()
        boxes = self.choices
        narrowing = (boxes[HOUSE], boxes[PERIOD], self._own, boxes[KIND], boxes[TAG], boxes[SPLIT])
        self.setLayout(flow(*narrowing, self.clear, gap=8))
        for key, box in self.choices.items():
            box.chosen_changed.connect(partial(self._on_chosen, key))
        for box in (*self.boxes(), self.since, self.until):
            box.currentTextChanged.connect(partial(_fit, box))
        for box in (self.since, self.until):
            box.chosen_changed.connect(self._on_own)
        self.clear.clicked.connect(self._on_clear)
        views = [(one.value, one.word) for one in View]
        self.choices[VIEW].offer(views, self._kept(VIEW) or View.BEGGE.value)

    def boxes(self) -> list[Choice]:
        """Those that narrow what is counted, in the order they stand."""
        return [self.choices[key] for key in (HOUSE, PERIOD, KIND, TAG, SPLIT)]

    # what is wanted

    def wanted(self) -> Wanted:
        """As it was chosen last."""
        house, kind = self._kept(HOUSE), self._kept(KIND)
        split = self._kept(SPLIT)
        return Wanted(
            houses=frozenset({house} - {""}),
            period=named(self._kept(PERIOD)) or ALWAYS,
            split=SplitBy(split) if split in set(SplitBy) else SplitBy.SKOLEAAR,
            freely=split not in set(SplitBy),
            kinds=frozenset({kind} - {""}),
            tag=self._kept(TAG),
        )

    def view(self) -> View:
        return View(self.choices[VIEW].chosen() or View.BEGGE.value)

    def any_kept(self) -> bool:
        return any(self._kept(key) for key in (HOUSE, PERIOD, SPLIT, KIND, TAG))

    def forget(self) -> None:
        """All that was chosen, but how it is shown: what was asked for is no longer there."""
        for key in (HOUSE, PERIOD, SPLIT, KIND, TAG):
            self._memory.keep(_key(key), "")

    def offer(self, page: FiguresPage) -> None:
        """What may be chosen, with what was counted; a choice of one thing only is not shown."""
        found, wanted = page.choices, page.wanted
        houses = [(each.id, each.name) for each in found.houses]
        chosen = next(iter(wanted.houses)) if len(wanted.houses) == 1 and len(houses) > 1 else ""
        self._show(HOUSE, [("", _ALL_HOUSES), *houses], chosen, several=len(houses) > 1)
        kinds = [(each.id, each.name) for each in found.kinds]
        self._show(
            KIND, [("", _ALL_KINDS), *kinds], next(iter(wanted.kinds), ""), several=bool(kinds)
        )
        tags = [(each, each) for each in found.tags]
        self._show(TAG, [("", _ALL_TAGS), *tags], wanted.tag, several=bool(tags))
        splits = [(each.value, _SPLITS[each]) for each in found.splits]
        self._show(SPLIT, splits, wanted.split.value, several=len(splits) > 1)
        self._offer_periods(found, wanted.period, page)
        self.clear.setVisible(bool(chosen or wanted.kinds or wanted.tag) or wanted.period != ALWAYS)

    def _offer_periods(self, found: Choices, wanted: Period, page: FiguresPage) -> None:
        offered = [(each.name, each.name) for each in found.periods]
        own = wanted not in found.periods
        self._show(
            PERIOD,
            [*offered, (OWN, "Egen periode …")],
            OWN if own else wanted.name,
            several=len(offered) > 1,
        )
        self._own.setVisible(own)
        firsts = [each.first for each in found.periods if each != ALWAYS]
        whole = quarters(min(firsts), page.today) if firsts else ()
        names = [(each.name, each.name) for each in whole]
        since = next((each.name for each in whole if each.first == wanted.first), "")
        until = next((each.name for each in whole if each.last == wanted.last), "")
        self.since.offer(names, since)
        self.until.offer(names, until or (names[-1][0] if names else ""))
        for box in (self.since, self.until):
            _fit(box)

    def fit(self) -> None:
        """Ask for this when the text has another size."""
        for box in (*self.boxes(), self.since, self.until):
            _fit(box)

    def _show(
        self, key: str, offered: list[tuple[str, str]], chosen: str, *, several: bool
    ) -> None:
        self.choices[key].offer(offered, chosen)
        self.choices[key].setVisible(several)
        _fit(self.choices[key])

    # what was chosen

    def _on_chosen(self, key: str, chosen: str) -> None:
        self._own.setVisible(self.choices[PERIOD].chosen() == OWN)
        if key == PERIOD and chosen == OWN:
            self._on_own()
            return
        self._memory.keep(_key(key), chosen)
        (self.view_changed if key == VIEW else self.changed).emit()

    @Slot()
    def _on_own(self) -> None:
        """From quarter to quarter; the wrong way round the two are turned."""
        first, last = (named(box.chosen()) for box in (self.since, self.until))
        if first is None or last is None:
            return
        if first.first > last.first:
            first, last = last, first
        made = joined(first, last)
        if made is not None:
            self._memory.keep(_key(PERIOD), made.name)
            self.changed.emit()

    @Slot()
    def _on_clear(self) -> None:
        split = self._kept(SPLIT)
        self.forget()
        self._memory.keep(_key(SPLIT), split)
        self.changed.emit()

    def _kept(self, key: str) -> str:
        return self._memory.kept(_key(key))


def _fit(box: Choice, _words: str = "") -> None:
    """As wide as what is chosen: five boxes are then one line, and none of the words is cut."""
    words = box.fontMetrics().horizontalAdvance(box.currentText())
    box.setMaximumWidth(words + look().theme.px(22) + 34)
    box.updateGeometry()


def _key(what: str) -> str:
    return f"tal/{what}"
