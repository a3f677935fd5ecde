"""A panel at the right of a page that becomes a drawer where there is no room for it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLayout, QWidget

from tvaerfaglig.ui.widgets.card import Column
from tvaerfaglig.ui.widgets.layout import col, scroller
from tvaerfaglig.ui.widgets.sheet import SheetHost


class SidePanel(Column):
    """`over` is the page that is dimmed while the drawer is open; `name` is what the drawer is called aloud."""

    def __init__(
        self, content: QLayout, over: QWidget, name: str, *, em: float = 22, drawer_em: float = 26
    ) -> None:
        self.inside = scroller(content)
        super().__init__("panel", col(self.inside), em)
        self._name, self._drawer_em = name, drawer_em
        self._sheet = SheetHost(over)

    def stand_beside(self, beside: bool) -> None:
        """Beside the page, or out of sight until it is asked for as a drawer."""
        if beside != self.isHidden():
            return
        self.setHidden(not beside)
        if beside:
            self._sheet.close_sheet()
            self._bring_home()

    def _bring_home(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.inside)
        self.inside.show()

    @Slot()
    def open_drawer(self) -> None:
        """Over the page, where there is no room beside it; else it stands there already."""
        if self.isHidden():
            self._sheet.open(self.inside, em=self._drawer_em, name=self._name)

    def see(self, widget: QWidget) -> None:
        """Open the drawer where it is one, and scroll to one of the panel's parts."""
        self.open_drawer()
        self.scroll_to(widget)

    def scroll_to(self, widget: QWidget) -> None:
        self.inside.ensureWidgetVisible(widget, 0, 40)
