"""A picture on paper: as large as the sheet has room for, never larger than it is, with what it shows in words."""

from __future__ import annotations

import io

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from tvaerfaglig.printouts import typeface as face
from tvaerfaglig.printouts.outline import Picture
from tvaerfaglig.printouts.press.tags import Element, TaggedCanvas

_ROOM = face.HEIGHT - face.TOP_LATER - face.BOTTOM - 26 * mm


class Photo(Flowable):
    """Drawn by itself; on a page of its own where it is tall."""

    canv: TaggedCanvas

    def __init__(self, picture: Picture) -> None:
        super().__init__()
        self.picture = picture
        scale = min(face.FULL / picture.wide, _ROOM / picture.high, 1.0)
        self.size = (picture.wide * scale, picture.high * scale)
        self.element = Element("Figure", alt=picture.alt)
        self.spaceAfter = 8

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        return width, self.size[1]

    def draw(self) -> None:
        wide, high = self.size
        x, y = self.canv.absolutePosition(0, 0)
        self.element.box = (x, y, x + wide, y + high)
        with self.canv.tagged(self.element):
            self.canv.drawImage(ImageReader(io.BytesIO(self.picture.jpeg)), 0, 0, wide, high)
