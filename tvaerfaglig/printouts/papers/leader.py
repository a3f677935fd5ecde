"""What stands on the papers that a leader hands on: the receipt of an erasure, and the sheet for IT and DPO."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.printouts.papers.parts import Fact, Imprint


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptPaper:
    """Kvittering for sletning. It names no child: the program no longer knows whose it was."""

    imprint: Imprint
    date: str
    by: str
    ground: str
    case: str
    decision: str
    whole: bool
    rows: tuple[tuple[str, str], ...] = ()
    stays: tuple[str, ...] = ()
    proof: tuple[Fact, ...] = ()
    copies: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetTable:
    """A table of the sheet; `widths` are millimetres that add up to 165."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPart:
    """One heading: prose, then facts, then points, then a table. What is empty is left out."""

    heading: str
    text: str = ""
    facts: tuple[Fact, ...] = ()
    points: tuple[str, ...] = ()
    table: SheetTable | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItPaper:
    """Til kommunens IT og DPO."""

    imprint: Imprint
    date: str
    version: str
    vault: str
    head: str
    intro: str
    parts: tuple[SheetPart, ...]
