"""A picture or a PDF from the vault, shown inside the program from memory; nothing is written to disk."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.services.children.attachments import Content
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.ui.children.told import dotted
from tvaerfaglig.ui.widgets import Page, empty, page_head, scroller

_WIDEST, _MEGABYTES, _MOST_POINTS = 2560, 96, 60_000_000


class Viewer(Page):
    """One file; ‹ leads back to the child."""

    closed = Signal()

    def __init__(self, content: Content, child: str) -> None:
        record = content.stored.record
        at = content.stored.written_at.astimezone(DANISH).date()
        head = page_head(record.title, dotted(child, f"tilføjet {danish.day(at)}"))
        head.offer_back("Tilbage til dokumenterne")
        super().__init__(head, _shown(content))
        head.back_pressed.connect(self.closed)
        self._head = head

    def start(self) -> None:
        self._head.back.setFocus()


class Picture(QWidget):
    """As wide as there is room for, never larger than it is."""

    def __init__(self, image: QImage, name: str) -> None:
        super().__init__()
        self._image = image
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._size(width).height()

    def sizeHint(self) -> QSize:
        return self._image.size().scaled(640, 4000, Qt.AspectRatioMode.KeepAspectRatio)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._size(self.width())
        left = (self.width() - size.width()) // 2
        painter.drawImage(
            self.rect().adjusted(
                left, 0, left + size.width() - self.width(), size.height() - self.height()
            ),
            self._image,
        )
        painter.end()

    def _size(self, width: int) -> QSize:
        if self._image.width() <= width:
            return self._image.size()
        return self._image.size().scaled(width, 1 << 20, Qt.AspectRatioMode.KeepAspectRatio)


def _shown(content: Content) -> QWidget:
    record = content.stored.record
    if record.media == "application/pdf":
        from tvaerfaglig.ui.printouts.paper_view import PaperView

        paper = PaperView()
        paper.show_paper(content.content)
        return paper if paper.pages else _unreadable()
    image = _picture(content.content)
    if image.isNull():
        return _unreadable()
    return scroller(Picture(image, record.title))


def _picture(content: bytes) -> QImage:
    """No more of it than a large screen shows: a photograph at full size would take hundreds of megabytes."""
    QImageReader.setAllocationLimit(_MEGABYTES)
    buffer = QBuffer()
    buffer.setData(content)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() * size.height() > _MOST_POINTS:
        return QImage()
    if size.width() > _WIDEST:
        reader.setScaledSize(size.scaled(_WIDEST, 1 << 20, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _unreadable() -> QWidget:
    return empty(
        "belaeg",
        "Filen kan ikke vises",
        "Den ligger her, men kan ikke læses som billede eller PDF.",
    )
