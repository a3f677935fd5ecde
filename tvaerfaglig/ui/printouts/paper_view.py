"""A paper on screen: its pages with a row of tools above, or the same as text; and the way to a printer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QStackedWidget, QWidget

from tvaerfaglig.ui.printouts.as_text import AsText, Sections
from tvaerfaglig.ui.printouts.leaves import Leaves
from tvaerfaglig.ui.printouts.pages import Pages
from tvaerfaglig.ui.widgets import Segment, Segments, boxed, button, col, one, row

_DPI = 300


class PaperView(QWidget):
    """`copied` sends the heading of a section that was copied; `copies=False` leaves copying out."""

    copied = Signal(str)

    def __init__(self, *, copies: bool = False) -> None:
        super().__init__()
        self.view = Pages()
        self.as_text = AsText(copies=copies)
        self.as_text.copied.connect(self.copied)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.as_text)
        self.shape = Segments(
            (Segment("sider", "Sider"), Segment("tekst", "Tekst")), "sider", name="Vis som"
        )
        self.shape.changed.connect(self._on_shape)
        self._tools = self._made_tools()
        bar = row(self._tools, ..., self.shape, gap="near", margins=(20, 6, 16, 6))
        self.setLayout(col(bar, (self._stack, 1), gap=0))
        self.view.turned.connect(self._say_page)
        self.view.zoomed.connect(self._say_zoom)

    @property
    def leaves(self) -> Leaves:
        return self.view.leaves

    @property
    def pages(self) -> int:
        return self.view.count()

    def show_paper(self, pdf: bytes, sections: Sections = ()) -> None:
        """Show these bytes; without sections the text is what can be read from the pages."""
        self.view.load(pdf)
        self.as_text.show_sections(sections or self._read())
        self.shape.setVisible(self.as_text.has_text())
        self._say_page()
        self._say_zoom()

    def start(self) -> None:
        """The keyboard to what is read. (A focus proxy would take the tools out of the tab order.)"""
        shown = self.as_text.reading if self._stack.currentWidget() is self.as_text else self.view
        shown.setFocus()

    def zoom(self, factor: float) -> None:
        """Larger or smaller; 0 fits the width again."""
        self.view.zoom_by(factor)

    def print_on(self, printer: QPrinter) -> bool:
        """Draw every page at 300 dots to the inch, or at the printer's own if lower; whether it took them."""
        painter = QPainter()
        if not painter.begin(printer):
            return False
        area = printer.pageRect(QPrinter.Unit.DevicePixel).toRect()
        dots = min(_DPI, printer.resolution())
        for page in range(self.pages):
            if page:
                printer.newPage()
            points = self.leaves.points(page)
            size = QSize(round(points.width() / 72 * dots), round(points.height() / 72 * dots))
            image = self.leaves.render(page, size)
            target = area.translated(0, 0)
            target.setSize(image.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio))
            painter.drawImage(target, image)
        return painter.end()

    def _made_tools(self) -> QWidget:
        before = button("", "icon", "pil-op", name="Forrige side (PgUp)", dense=True)
        after = button("", "icon", "pil-ned", name="Næste side (PgDn)", dense=True)
        smaller = button("", "icon", "minus", name="Mindre", dense=True)
        larger = button("", "icon", "plus", name="Større", dense=True)
        fit = button("Hele bredden", "link")
        self._page, self._zoom = one("", "small"), one("", "small")
        before.clicked.connect(partial(self._turn, -1))
        after.clicked.connect(partial(self._turn, 1))
        smaller.clicked.connect(partial(self.zoom, 1 / 1.2))
        larger.clicked.connect(partial(self.zoom, 1.2))
        fit.clicked.connect(partial(self.zoom, 0))
        return boxed(
            row(before, self._page, after, 12, smaller, self._zoom, larger, fit, gap="tight")
        )

    def _turn(self, by: int) -> None:
        self.view.go_to(self.view.current() + by)

    def _read(self) -> Sections:
        return tuple((f"Side {n + 1}", self.leaves.text(n)) for n in range(self.pages))

    @Slot()
    def _say_page(self) -> None:
        self._page.say(f"Side {self.view.current()} af {self.pages}")

    @Slot()
    def _say_zoom(self) -> None:
        self._zoom.say(f"{round(self.view.scale() * 100)} %")

    @Slot(str)
    def _on_shape(self, shape: str) -> None:
        text = shape == "tekst"
        self._stack.setCurrentWidget(self.as_text if text else self.view)
        self._tools.setHidden(text)
