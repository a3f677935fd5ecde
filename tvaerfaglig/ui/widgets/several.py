"""A box of choices of which several may be taken: it shows them joined, and opens a list to tick in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea

from tvaerfaglig.domain.danish import join_and
from tvaerfaglig.ui.widgets.announce import announce
from tvaerfaglig.ui.widgets.choices import Choice, Tick, tick
from tvaerfaglig.ui.widgets.layout import boxed, col, empty_layout
from tvaerfaglig.ui.widgets.overlay import Overlay

MOST = 9
NOBODY = "Vælg"


class Several(Choice):
    """`changed` sends the keys in the order they are shown. Space, Enter or arrow down opens it.

    In the list arrows go up and down, space ticks, a letter goes to the next name that begins so, and
    Esc or Tab closes. `short` says how many are told in the box.
    """

    changed = Signal(tuple)

    def __init__(self, *, name: str, short: Callable[[Sequence[str]], str] = join_and) -> None:
        super().__init__(name=name)
        self._short = short
        self._ticks: dict[str, Tick] = {}
        self._brief: dict[str, str] = {}
        self._place = col(gap=0, margins=4)
        self._inner = boxed(self._place)
        self._area = self._scrolled()
        self._popup = Overlay(self, col(self._area, margins=4))
        self.addItem(NOBODY, "")

    def offer_several(
        self, picks: Iterable[tuple[str, str, str]], chosen: Iterable[str] = ()
    ) -> None:
        """(key, words in the list, words in the box); nothing is announced."""
        empty_layout(self._place)
        self._ticks.clear()
        self._brief.clear()
        for key, words, brief in picks:
            made = tick(words.replace("&", "&&"))
            made.toggled.connect(self._on_toggled)
            made.installEventFilter(self)
            self._ticks[key], self._brief[key] = made, brief
            self._place.addWidget(made)
        self._place.addStretch(1)
        self.choose_several(chosen)

    def all_chosen(self) -> tuple[str, ...]:
        return tuple(key for key, made in self._ticks.items() if made.isChecked())

    def choose_several(self, keys: Iterable[str]) -> None:
        """Set from outside; nothing is announced."""
        wanted = set(keys)
        for key, made in self._ticks.items():
            blocked = made.blockSignals(True)
            made.setChecked(key in wanted)
            made.blockSignals(blocked)
        self._show()

    def is_open(self) -> bool:
        return self._popup.isVisible()

    def showPopup(self) -> None:
        ticks = list(self._ticks.values())
        if not ticks:
            return
        line = max(one.sizeHint().height() for one in ticks)
        for one in ticks:
            one.setMinimumHeight(line)
        self._inner.setMinimumHeight(line * len(ticks) + 8)
        wide = max(self.width(), *(one.sizeHint().width() + 40 for one in ticks))
        self._popup.open_at_anchor(wide, line * min(len(ticks), MOST) + 22)
        first = next((one for one in ticks if one.isChecked()), ticks[0])
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def hidePopup(self) -> None:
        self._popup.close_overlay()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
        if event.key() in keys and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.showPopup()
        else:
            event.ignore()

    def minimumSizeHint(self) -> QSize:
        """What is chosen is read whole."""
        return self.sizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_list_key(watched, event)
        return super().eventFilter(watched, event)

    def _on_list_key(self, watched: QObject, event: QKeyEvent) -> bool:
        ticks = list(self._ticks.values())
        at = next(n for n, one in enumerate(ticks) if one is watched)
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.hidePopup()
            self.setFocus(Qt.FocusReason.PopupFocusReason)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            by = 1 if key == Qt.Key.Key_Down else -1
            self._focus(ticks[(at + by) % len(ticks)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            ticks[at].toggle()
        elif event.text().strip():
            turned = ticks[at + 1 :] + ticks[: at + 1]
            letter = event.text().lower()
            found = next((one for one in turned if one.text().lower().startswith(letter)), None)
            if found is not None:
                self._focus(found)
        else:
            return False
        return True

    def _focus(self, made: Tick) -> None:
        made.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(made, 0, 8)

    @Slot(bool)
    def _on_toggled(self, _on: bool) -> None:
        self._show()
        announce(self, self.currentText())
        self.changed.emit(self.all_chosen())

    def _scrolled(self) -> QScrollArea:
        """Lines of one height that scroll: the kit's scroller is for what wraps."""
        area = QScrollArea()
        for widget in (area, self._inner):
            widget.setProperty("ground", "surface")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._inner)
        return area

    def _show(self) -> None:
        chosen = [self._brief[key] for key in self.all_chosen()]
        self.setItemText(0, self._short(chosen) if chosen else NOBODY)
        self.setCurrentIndex(0)
        self.setToolTip(join_and(chosen) if len(chosen) > 1 else "")
        self.updateGeometry()
