"""Reads a Word file as Word does: headings, paragraphs and tables in order."""

from __future__ import annotations

import io
import re

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph


def opened(content: bytes):
    return Document(io.BytesIO(content))


def text_of(content: bytes) -> str:
    return "\n".join(words for _, words in blocks(content))


def blocks(content: bytes):
    """(style, text) of each paragraph, those of tables in reading order."""
    document = opened(content)
    for piece in document.iter_inner_content():
        yield from _of(piece)


def _of(piece):
    if isinstance(piece, Paragraph):
        yield piece.style.name, piece.text
    elif isinstance(piece, Table):
        for row in piece.rows:
            for cell in row.cells:
                for paragraph in cell.paragraphs:
                    yield paragraph.style.name, paragraph.text


def sections(content: bytes) -> dict[str, str]:
    """What stands under each heading; what a part holds is its own and that of the headings in it."""
    found: dict[str, str] = {}
    part, heading = "", ""
    for style, words in blocks(content):
        if style.startswith(("Heading 1", "Title")):
            part = heading = words
        elif style.startswith("Heading"):
            heading = words
        for under in {part, heading}:
            found[under] = found.get(under, "") + "\n" + words
    return found


def words(text: str) -> set[str]:
    """Without what differs between a table and a line: colons, dots between, commas."""
    return set(re.findall(r"[\w§%»«\[\]☐☑-]+", text.replace("\u00a0", " "))) - {"-", "–"}
