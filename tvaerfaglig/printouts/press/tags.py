"""The structure tree: what a screen reader is told, in the order in which it should be told.

What is set while drawing carries a number on its page; when the file is done, pikepdf hangs the tree
on those numbers. What belongs to no element is an artifact. No PDF/UA claim is made: none was validated.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfgen.canvas import Canvas

from tvaerfaglig.printouts.door import plain


@dataclass(eq=False, slots=True)
class Element:
    """One element; `pieces` are its bits of marked content, as (page, number on the page)."""

    tag: str
    kids: list[Element] = field(default_factory=list)
    pieces: list[tuple[int, int]] = field(default_factory=list)
    scope: str = ""
    alt: str = ""
    box: tuple[float, ...] = ()


class TaggedCanvas(Canvas):
    """Numbers marked content page by page."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.owners: dict[int, list[Element]] = {}

    @property
    def page_height(self) -> float:
        return float(self._pagesize[1])  # type: ignore[attr-defined]

    @contextmanager
    def tagged(self, element: Element) -> Iterator[None]:
        """What is drawn inside is this element's."""
        page = self.getPageNumber()
        owners = self.owners.setdefault(page, [])
        self.addLiteral(f"/{element.tag} <</MCID {len(owners)}>> BDC")
        element.pieces.append((page, len(owners)))
        owners.append(element)
        yield
        self.addLiteral("EMC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn inside is decoration to a screen reader."""
        self.addLiteral("/Artifact BMC")
        yield
        self.addLiteral("EMC")


def with_tree(raw: bytes, owners: dict[int, list[Element]], root: Element, title: str) -> bytes:
    """The same pages with their structure tree, title and language."""
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        _hang(pdf, owners, root)
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.Lang = String("da-DK")
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        with pdf.open_metadata(set_pikepdf_as_editor=False) as meta:
            meta["dc:title"] = title
            meta["dc:language"] = ["da-DK"]
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def _hang(pdf: Any, owners: dict[int, list[Element]], root: Element) -> None:
    pages = list(pdf.pages)
    nodes: dict[int, Any] = {}
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))

    def node(element: Element, parent: Any) -> Any:
        made = pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{element.tag}"), P=parent)
        )
        nodes[id(element)] = made
        _describe(made, element)
        pieces = [
            Dictionary(Type=Name.MCR, Pg=pages[page - 1].obj, MCID=number)
            for page, number in element.pieces
        ]
        made.K = Array([node(kid, made) for kid in element.kids] + pieces)
        return made

    tree.K = Array([node(root, tree)])
    numbers: list[Any] = []
    for index, page in enumerate(pages):
        page.obj.StructParents = index
        page.obj.Tabs = Name.S
        owned = [nodes[id(element)] for element in owners.get(index + 1, [])]
        numbers += [index, pdf.make_indirect(Array(owned))]
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(numbers)))
    tree.ParentTreeNextKey = len(pages)
    pdf.Root.StructTreeRoot = tree


def _describe(node: Any, element: Element) -> None:
    if element.scope:
        node.A = Dictionary(O=Name.Table, Scope=Name(f"/{element.scope}"))
    if element.box:
        box = Array([round(value, 2) for value in element.box])
        node.A = Dictionary(O=Name.Layout, BBox=box, Placement=Name.Block)
    if element.alt:
        node.Alt = String(plain(element.alt))
