"""The one door by which text comes into the Word file: as text, whatever it looks like."""

from __future__ import annotations

import re
import unicodedata

from docx.document import Document
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from tvaerfaglig.printouts.outline import citations

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff\ufe0e\ufe0f"))
_DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """What XML can hold of a text, composed; its line breaks are kept, no sign turns it round."""
    kept = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text)).translate(_UNSEEN)
    kept = _DIRECTIONS.sub("", kept)
    return "".join(sign for sign in kept if sign in "\n\t" or _can_stand(sign))


def _can_stand(sign: str) -> bool:
    number = ord(sign)
    if number < 0x20 or 0xD800 <= number <= 0xDFFF or number in {0xFFFE, 0xFFFF}:
        return False
    return not 0x7F <= number <= 0x9F


def add(
    to: Document | _Cell | Paragraph,
    text: str,
    style: str | None = None,
    *,
    bold: bool = False,
    known: frozenset[int] = frozenset(),
) -> Paragraph:
    """The text as a paragraph, or at the end of one; a citation of a known row is bold."""
    paragraph = to if isinstance(to, Paragraph) else to.add_paragraph(style=style)
    for piece in citations(clean(text), known):
        if isinstance(piece, str):
            paragraph.add_run(piece).bold = bold or None
        else:
            paragraph.add_run(f"[{', '.join(map(str, piece))}]").bold = True
    return paragraph


def fill(cell: _Cell, text: str, style: str, *, bold: bool = False) -> None:
    """The text of a table's cell, in its first paragraph."""
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    add(paragraph, text, bold=bold)
