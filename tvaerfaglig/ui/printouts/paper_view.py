"""PDF bytes on screen and on a printer; nothing is written to a file on the way."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QVBoxLayout, QWidget

_DPI = 300


class PaperView(QWidget):
    """The pages one under the other, as wide as there is room for; Ctrl+wheel and the buttons zoom."""

    def __init__(self) -> None:
        super().__init__()
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self.view = QPdfView(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setAccessibleName("Siderne")
        layout = QVBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setLayout(layout)
        self.setFocusProxy(self.view)

    def show_paper(self, pdf: bytes) -> None:
        """Show these bytes instead of what was shown."""
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)

    @property
    def pages(self) -> int:
        return self.document.pageCount()

    def zoom(self, factor: float) -> None:
        """Larger or smaller; 0 fits the width again."""
        if not factor:
            self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
            return
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(4.0, max(0.3, self.view.zoomFactor() * factor)))

    def print_on(self, printer: QPrinter) -> None:
        """Draw every page on the printer at 300 dots to the inch, or at the printer's own if lower."""
        painter = QPainter(printer)
        area = printer.pageRect(QPrinter.Unit.DevicePixel)
        dots = min(_DPI, printer.resolution())
        for page in range(self.pages):
            if page:
                printer.newPage()
            points = self.document.pagePointSize(page)
            size = QSize(round(points.width() / 72 * dots), round(points.height() / 72 * dots))
            image = self.document.render(page, size)
            target = area.toRect()
            fitted = image.size().scaled(target.size(), Qt.AspectRatioMode.KeepAspectRatio)
            target.setSize(fitted)
            painter.drawImage(target, image)
        painter.end()
