"""The leaves of a PDF as pictures and as text, drawn by PDFium from bytes in memory.

Not by Qt's own QtPdf: its small wheel exists only beside PySide6 6.12.0, which loses references under
Python 3.11 until the program dies.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QImage


class Leaves:
    """One document; empty until something is loaded."""

    def __init__(self) -> None:
        self._document: Any = None

    def load(self, pdf: bytes) -> None:
        """Take these bytes instead of what was there."""
        import pypdfium2

        self.close()
        self._document = pypdfium2.PdfDocument(pdf)

    def close(self) -> None:
        if self._document is not None:
            self._document.close()
            self._document = None

    def count(self) -> int:
        return len(self._document) if self._document is not None else 0

    def points(self, leaf: int) -> QSizeF:
        """Width and height in points, 72 to the inch."""
        return QSizeF(*self._document.get_page_size(leaf))

    def render(self, leaf: int, size: QSize) -> QImage:
        """The leaf as large as asked, in pixels."""
        page = self._document[leaf]
        wide, _ = page.get_size()
        bitmap = page.render(scale=size.width() / wide, rev_byteorder=True)
        kind = {
            3: QImage.Format.Format_RGB888,
            4: QImage.Format.Format_RGBX8888,
            1: QImage.Format.Format_Grayscale8,
        }
        drawn = QImage(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            kind[bitmap.n_channels],
        )
        return drawn.copy()

    def text(self, leaf: int) -> str:
        """What can be read on the leaf."""
        return (
            str(self._document[leaf].get_textpage().get_text_range()).replace("\r\n", "\n").strip()
        )
