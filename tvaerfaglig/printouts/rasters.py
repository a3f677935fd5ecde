"""A file as pictures of its pages: what is hidden in it (text layers, notes, where it was taken) stays behind."""

from __future__ import annotations

import io
from typing import Any

_LONGEST = 1754  # A4 at 150 dots to the inch
_MOST_PAGES = 40
_MOST_SIGNS = 40_000_000  # of pixels; a picture that claims more is not opened
Pictures = tuple[tuple[bytes, int, int], ...]


class Unreadable(Exception):
    """The file cannot be drawn; whoever asked says it in words."""


def text_of_file(content: bytes, media: str) -> str:
    """The words that can be read in it; none in a picture."""
    if media != "application/pdf":
        return ""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
        with document:
            return "\n".join(
                str(page.get_textpage().get_text_range()) for page in list(document)[:_MOST_PAGES]
            )
    except pypdfium2.PdfiumError as reason:
        raise Unreadable from reason


def pictures_of(content: bytes, media: str) -> Pictures:
    """Every page as JPEG with its width and height. Raises Unreadable."""
    try:
        return _pages(content) if media == "application/pdf" else (_jpeg(_opened(content)),)
    except Unreadable:
        raise
    except Exception as reason:  # a broken picture raises anything at all
        raise Unreadable from reason


def _pages(content: bytes) -> Pictures:
    import pypdfium2

    with pypdfium2.PdfDocument(content) as document:
        if len(document) > _MOST_PAGES:
            raise Unreadable
        return tuple(
            _jpeg(page.render(scale=min(150 / 72, _LONGEST / max(page.get_size()))).to_pil())
            for page in document
        )


def _opened(content: bytes) -> Any:
    from PIL import Image

    picture = Image.open(io.BytesIO(content))
    if picture.width * picture.height > _MOST_SIGNS:
        raise Unreadable
    return picture


def _jpeg(picture: Any) -> tuple[bytes, int, int]:
    from PIL import ImageOps

    upright = ImageOps.exif_transpose(picture).convert("RGB")
    upright.thumbnail((_LONGEST, _LONGEST))
    out = io.BytesIO()
    upright.save(out, "JPEG", quality=80)
    return out.getvalue(), upright.width, upright.height
