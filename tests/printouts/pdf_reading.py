"""Reads a print-out as a reader, a screen reader and a forensic would: by poppler and by pikepdf."""

from __future__ import annotations

import io
import re
import subprocess
from typing import Any

import pikepdf


def _run(pdf: bytes, *command: str) -> str:
    done = subprocess.run(command, input=pdf, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def text_of(pdf: bytes) -> str:
    """The text in the order in which it was drawn."""
    return _run(pdf, "pdftotext", "-raw", "-", "-")


def squeezed(text: str) -> str:
    """Without white space: lines break where the paper ends, not where the writer did."""
    return re.sub(r"\s+", "", text)


def page_texts(pdf: bytes) -> list[str]:
    return [page for page in text_of(pdf).split("\f") if page.strip()]


def read_aloud(pdf: bytes) -> str:
    """What the structure tree tells, in its order."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        root = opened.Root.StructTreeRoot
        pages = {page.obj.objgen: page for page in opened.pages}
        marked = {objgen: _marked_text(page) for objgen, page in pages.items()}
        return "\n".join(_told(root.K, marked))


def tags_of(pdf: bytes) -> list[str]:
    """The tags of the tree, in reading order."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [str(node.S)[1:] for node in _nodes(opened.Root.StructTreeRoot.K)]


def _nodes(kids: Any) -> list[Any]:
    found = []
    for kid in kids:
        if "/S" in kid:
            found += [kid, *_nodes(kid.K)]
    return found


def _told(kids: Any, marked: dict[tuple[int, int], dict[int, str]]) -> list[str]:
    told = []
    for kid in kids:
        if "/MCID" in kid:
            told.append(marked[kid.Pg.objgen][int(kid.MCID)])
        else:
            told += [str(kid.Alt)] if "/Alt" in kid else []
            told += _told(kid.K, marked)
    return told


def _marked_text(page: Any) -> dict[int, str]:
    """The text of each piece of marked content on a page, through the fonts' own ToUnicode maps."""
    fonts = {name: _to_unicode(font) for name, font in page.resources.Font.items()}
    texts: dict[int, str] = {}
    current: list[int | None] = []
    font: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                current.append(int(operands[1].MCID))
                texts.setdefault(current[-1], "")
            case "BMC":
                current.append(None)
            case "EMC":
                current.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj" if current and current[-1] is not None:
                texts[current[-1]] += "".join(font.get(code, "") for code in bytes(operands[0]))
    assert not current
    return texts


def _to_unicode(font: Any) -> dict[int, str]:
    lines = font.ToUnicode.read_bytes().decode("ascii")
    pairs = re.findall(
        r"^<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>$", lines.split("beginbfchar")[1], re.MULTILINE
    )
    return {int(code, 16): bytes.fromhex(to).decode("utf-16-be") for code, to in pairs}


def fonts_of(pdf: bytes) -> list[tuple[str, bool]]:
    """Each face by name, and whether it is embedded."""
    found = []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for one in opened.objects:
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font":
                described = one.get("/FontDescriptor")
                embedded = described is not None and "/FontFile2" in described
                found.append((str(one.BaseFont), embedded))
    return found


def actions_in(pdf: bytes) -> list[str]:
    """Everything in the file that could do something: links, scripts, pictures, files."""
    named = (
        "/URI",
        "/JS",
        "/JavaScript",
        "/Launch",
        "/GoToR",
        "/EmbeddedFile",
        "/AA",
        "/OpenAction",
    )
    found = []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for one in opened.objects:
            if isinstance(one, pikepdf.Stream):
                found += ["picture"] if one.get("/Subtype") == "/Image" else []
            if isinstance(one, pikepdf.Stream | pikepdf.Dictionary):
                found += [key for key in named if key in one]
                found += ["annotation"] if one.get("/Annots") else []
    return found
