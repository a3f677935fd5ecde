"""A paper as DOCX bytes: the words of the outline in real styles, headings and tables.

No macro, no picture, nothing that is fetched from elsewhere, and no personal name in the properties.
The same paper always gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE

from tvaerfaglig.printouts.outline import (
    Annex,
    Attendance,
    Block,
    Outline,
    Part,
    Side,
    SideBySide,
    Strip,
    under_one_another,
)
from tvaerfaglig.printouts.papers.parts import Fact
from tvaerfaglig.printouts.word.blocks import put_block, put_strip
from tvaerfaglig.printouts.word.dress import (
    HOUSE,
    MARK,
    SUBJECT,
    dressed,
    running_head_and_foot,
)
from tvaerfaglig.printouts.word.letters import add, clean

_DAY_OF_NO_MEANING = (1980, 1, 1, 0, 0, 0)  # the oldest that a zip can say
_STARTS = datetime(1980, 1, 1)  # noqa: DTZ001 - properties of a file have no zone


def written(outline: Outline) -> bytes:
    """The paper as the bytes of a .docx file."""
    document = Document()
    dressed(document)
    _name(document, outline)
    running_head_and_foot(document, outline)
    _put_head(document, outline)
    for section in outline.sections:
        match section:
            case Strip(facts):
                put_strip(document, facts)
            case Side():
                _put_side(document, section, outline, 1)
            case SideBySide():
                for one in under_one_another(section):
                    _put_side(document, one, outline, 1)
            case _:
                _put_part(document, section, outline)
    return _the_same_each_time(document)


def _name(document: DocumentType, outline: Outline) -> None:
    """Properties say what it is, never about whom or by whom."""
    about = document.core_properties
    about.title, about.language = outline.title, "da-DK"
    for word in ("author", "last_modified_by", "comments", "subject", "keywords", "category"):
        setattr(about, word, "")
    about.created = about.modified = _STARTS
    about.revision = 1
    package = document.part.package
    for key, rel in list(package.rels.items()):
        if rel.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[key]


def _put_head(document: DocumentType, outline: Outline) -> None:
    add(document, outline.imprint.house, HOUSE)
    if outline.imprint.address:
        add(document, outline.imprint.address, MARK)
    document.add_paragraph(clean(outline.title), "Title")
    if outline.subject:
        add(document, f"om {outline.subject}", SUBJECT)
    if outline.subtitle:
        add(document, outline.subtitle, "Subtitle")
    for line in outline.head:
        label, words = _said(line)
        paragraph = document.add_paragraph(style="Facts")
        paragraph.add_run(f"{clean(label)}: ").bold = True
        add(paragraph, words)


def _said(line: Fact | Attendance) -> tuple[str, str]:
    if isinstance(line, Fact):
        return line.label, ", ".join(
            filter(None, (line.strong, ", ".join(line.value.splitlines())))
        )
    people = [
        ", ".join(filter(None, (one.name, one.role))) + (f" ({one.part})" if one.part else "")
        for one in line.people
    ]
    return line.label, "; ".join(people)


def _put_part(document: DocumentType, part: Part | Annex, outline: Outline) -> None:
    if isinstance(part, Annex):
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_heading(clean(part.heading), 1)
    if isinstance(part, Part) and part.kind.value:
        add(document, part.kind.value, MARK)
    _put(document, part.content, outline)


def _put_side(document: DocumentType, side: Side, outline: Outline, level: int) -> None:
    document.add_heading(clean(side.heading), level)
    _put(document, side.blocks, outline)


def _put(document: DocumentType, content: tuple[Block | Side, ...], outline: Outline) -> None:
    for one in content:
        if isinstance(one, Side):
            _put_side(document, one, outline, 2)
        else:
            put_block(one, document, outline.cited)


def _the_same_each_time(document: DocumentType) -> bytes:
    """A zip notes when each part was packed; here it says nothing of it."""
    packed, out = io.BytesIO(), io.BytesIO()
    document.save(packed)
    with zipfile.ZipFile(packed) as parts, zipfile.ZipFile(out, "w") as again:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, _DAY_OF_NO_MEANING)
            entry.compress_type = zipfile.ZIP_DEFLATED
            again.writestr(entry, parts.read(name))
    return out.getvalue()
