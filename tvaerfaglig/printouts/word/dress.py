"""The look of the Word file: its styles, the Danish language, and what runs on every page."""

from __future__ import annotations

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import _Footer, _Header
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph

from tvaerfaglig.printouts.outline import Outline
from tvaerfaglig.printouts.word.letters import add, clean

HOUSE, SUBJECT, MARK, FACTS, CELL, HEAD = "House", "Subject", "Mark", "Facts", "Cell", "Table head"
QUOTE, SOURCE, JUDGED, LEAD, ANSWER = "Own words", "Source", "Judged", "Lead", "Strip answer"
BANNER = "Banner"
_FACE = "Calibri"
_ACCENT, _SOFT, _INK = (
    RGBColor(0x23, 0x51, 0x6E),
    RGBColor(0x4A, 0x4A, 0x4A),
    RGBColor(0x1B, 0x1B, 0x1B),
)
_TINT, _BLACK, _HAIRLINE = "F1F0ED", "1B1B1B", "B5B2AC"
_WIDE = Mm(165)


def dressed(document: Document) -> None:
    """A4, our styles, and Danish."""
    sheet = document.sections[0]
    sheet.page_width, sheet.page_height = Mm(210), Mm(297)
    sheet.left_margin, sheet.right_margin = Mm(25), Mm(20)
    sheet.top_margin, sheet.bottom_margin = Mm(24), Mm(22)
    _standing(document, "Normal", 10.5, after=4, leading=1.2)
    _standing(document, "Title", 24, bold=True, after=2)
    _standing(document, "Subtitle", 11, colour=_SOFT, after=8)
    _standing(document, "Heading 1", 13.5, bold=True, before=14, after=4)
    _standing(document, "Heading 2", 11, bold=True, before=10, after=2)
    _standing(document, "List Bullet", 10.5, after=2)
    _made(document, HOUSE, 11, bold=True, colour=_ACCENT, after=0)
    _made(document, SUBJECT, 12, bold=True, after=2)
    _made(document, MARK, 9, colour=_SOFT, after=4)
    _made(document, FACTS, 10, after=2)
    _made(document, CELL, 9.5, after=0)
    _made(document, HEAD, 8.5, bold=True, colour=_SOFT, after=0)
    _made(document, QUOTE, 11, italic=True, after=1, indent=6)
    _made(document, SOURCE, 9, colour=_SOFT, after=6, indent=6)
    _made(document, LEAD, 11.5, after=6)
    _made(document, ANSWER, 12.5, bold=True, after=0)
    _shade(_made(document, JUDGED, 10.5, after=0, indent=2), _TINT)
    _shade(_made(document, BANNER, 10, bold=True, colour=RGBColor(255, 255, 255)), _BLACK)
    _speak_danish(document)


def _standing(document: Document, name: str, size: float, **how: object) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    return _set(style, size, **how)  # type: ignore[arg-type]


def _made(document: Document, name: str, size: float, **how: object) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = document.styles["Normal"]
    return _set(style, size, **how)  # type: ignore[arg-type]


def _set(
    style: ParagraphStyle,
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    colour: RGBColor = _INK,
    before: float = 0,
    after: float = 4,
    leading: float = 1.15,
    indent: float = 0,
) -> ParagraphStyle:
    font, shape = style.font, style.paragraph_format
    font.name, font.size, font.bold, font.italic = _FACE, Pt(size), bold, italic
    font.color.rgb = colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    for kind in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{kind}"), _FACE)
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    shape.line_spacing = leading
    shape.left_indent = Mm(indent) if indent else None
    for what in ("w:pBdr", "w:spacing"):  # the template's own line and letter-spacing
        for holder in (style.element.pPr, style.element.rPr):
            for mark in holder.findall(qn(what)) if holder is not None else ():
                if what == "w:pBdr" or holder is style.element.rPr:
                    holder.remove(mark)
    return style


def _shade(style: ParagraphStyle, colour: str) -> None:
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:color"), "auto")
    shading.set(qn("w:fill"), colour)
    style.element.get_or_add_pPr().append(shading)


def rule(grid: Table) -> None:
    """Hairlines between the rows, none between the columns, and a little air in the cells."""
    borders, air = OxmlElement("w:tblBorders"), OxmlElement("w:tblCellMar")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        drawn = side in {"top", "bottom", "insideH"}
        line.set(qn("w:val"), "single" if drawn else "nil")
        line.set(qn("w:sz"), "4")
        line.set(qn("w:color"), _HAIRLINE)
        borders.append(line)
    for side, wide in (("top", "45"), ("left", "0"), ("bottom", "45"), ("right", "85")):
        room = OxmlElement(f"w:{side}")
        room.set(qn("w:w"), wide)
        room.set(qn("w:type"), "dxa")
        air.append(room)
    grid._tblPr.append(borders)  # noqa: SLF001 - python-docx has no borders
    grid._tblPr.append(air)  # noqa: SLF001


def _speak_danish(document: Document) -> None:
    for element in (
        document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"),
        document.styles["Normal"].element.get_or_add_rPr(),
    ):
        for language in element.findall(qn("w:lang")):
            element.remove(language)
        language = OxmlElement("w:lang")
        for kind in ("val", "eastAsia", "bidi"):
            language.set(qn(f"w:{kind}"), "da-DK")
        element.append(language)


def running_head_and_foot(document: Document, outline: Outline) -> None:
    """On every page: how secret, whose draft, about whom, which page of how many, printed when by whom."""
    sheet, imprint = document.sections[0], outline.imprint
    head, foot = sheet.header, sheet.footer
    if outline.banner:
        _line(head, outline.banner, BANNER, first=True)
    _line(head, outline.secrecy, MARK, first=not outline.banner)
    if imprint.draft:
        _line(head, f"UDKAST. {imprint.draft}", BANNER)
    line = _line(foot, " · ".join(filter(None, (outline.subject, imprint.house))), MARK, first=True)
    line.paragraph_format.tab_stops.add_tab_stop(_WIDE, 2)  # right
    line.add_run("\tSide ")
    _count(line, "PAGE")
    line.add_run(" af ")
    _count(line, "NUMPAGES")
    made = f"Afsluttet {imprint.finished}" if imprint.finished else f"Udskrevet {imprint.printed}"
    number = f"Kontrolnr. {imprint.kontrolnr}" if imprint.kontrolnr else ""
    said = imprint.finished or imprint.printed
    _line(foot, " · ".join(filter(None, (made if said else "", number))), MARK)


def _line(place: _Header | _Footer, words: str, style: str, *, first: bool = False) -> Paragraph:
    paragraph = place.paragraphs[0] if first else place.add_paragraph()
    paragraph.style = style
    return add(paragraph, clean(words))


def _count(paragraph: Paragraph, what: str) -> None:
    """A field that Word fills in: the page, or how many there are."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), what)
    run = OxmlElement("w:r")
    shown = OxmlElement("w:t")
    shown.text = "1"
    run.append(shown)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields
