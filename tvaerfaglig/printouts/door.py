"""The one door by which text comes to the page.

Nothing in it is obeyed, nothing vanishes, no wording changes: mark-up is shown as typed, and what no
face can draw stands as a visible [?]. Only this module makes `Ink`, and only ink is set.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import LiteralString
from xml.sax.saxutils import escape

from tvaerfaglig.domain.indsigt import BARS, bar_number
from tvaerfaglig.printouts.outline import citations
from tvaerfaglig.printouts.typeface import ACCENT_HEX, INK_HEX, SEMI, drawable, width_of

LOST = "[?]"
NBSP = "\u00a0"
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f"))
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_HYPHENS = {0x2010: "-", 0x2011: "-"}  # the faces lack them; the sign is the same
_MONTH = (
    "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
    r"|jan\.|feb\.|mar\.|apr\.|jun\.|jul\.|aug\.|sept\.|okt\.|nov\.|dec\."
)
_UNIT = "år|mdr|md|måneder|måned|dage|uger|timer|min|minutter|gange|km|kg|cm|mm|kr|%"
_TIGHT = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(\d\.) (?={_MONTH})",
        r"(§) (?=\d)",
        r"\b((?:kl|nr|stk|obs|ca|tlf|f|bilag|side|uge|litra|artikel)\.?) (?=\d)",
        rf"(\d) (?=(?:{_UNIT})(?!\w))",
        r"(?<!\d)(\d\d) (?=\d\d(?!\d))",  # 12 34 56 78
    )
)
_CITE = f'<font name="{SEMI}" size="8.4" color="{ACCENT_HEX}">'


_BAR = f'<font name="{SEMI}" size="8.4" color="#FFFFFF" backcolor="{INK_HEX}">'
_SIGNS = re.compile(f"([{chr(BARS.start)}-{chr(BARS.stop - 1)}])")


class Ink(str):
    """Mark-up that may be set."""

    __slots__ = ()


def plain(text: str) -> str:
    """What of a text can be drawn, for places that know no mark-up: header, footer, charts."""
    kept = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text)).translate(_INVISIBLE | _HYPHENS)
    return re.sub("\0+", LOST, "".join(map(_drawn, kept)))


def _drawn(char: str) -> str:
    if char == "\n" or (ord(char) in drawable() and unicodedata.category(char) != "Cf"):
        return char
    return " " if char == "\t" or unicodedata.category(char) == "Zs" else "\0"


def loses(text: str) -> bool:
    """Whether a character of this text cannot be drawn, so that a [?] will stand in its place."""
    return plain(text).count(LOST) > text.count(LOST)


def safe(text: str) -> Ink:
    """User text, made harmless; its line breaks are kept."""
    if isinstance(text, Ink):
        return text
    return Ink(_tight(escape(plain(text))).replace("\n", "<br/>"))


def say(template: LiteralString, *values: str) -> Ink:
    """The program's own sentence, with user text let in through `safe`."""
    return Ink(_tight(template.format(*map(safe, values))))


def shortened(text: str, most: int) -> Ink:
    """Text for a place that cannot grow over a page: cut, visibly, where it is too long."""
    whole = plain(text)
    return safe(whole if len(whole) <= most else f"{whole[: most - 1].rstrip()}…")


def named(names: str, font: str, size: float, width: float) -> Ink:
    """Names with commas between: each stays on one line where the line is wide enough for it."""
    bound = [
        name.replace(" ", NBSP) if width_of(f"{name},", font, size) <= width else name
        for name in plain(names).split(", ")
    ]
    return safe(", ".join(bound))


def run(*inks: Ink, between: LiteralString = "") -> Ink:
    """Several pieces of ink as one."""
    return Ink(between.join(inks))


def cited(text: str, known: frozenset[int]) -> Ink:
    """User text in which "[3, 8]" is set as a citation of those rows, tied to the word before."""
    pieces = [
        safe(piece) if isinstance(piece, str) else _citation(piece)
        for piece in citations(text, known)
    ]
    return Ink("".join(pieces).replace(f" {_CITE}", f"{NBSP}{_CITE}"))


def _citation(numbers: Sequence[int]) -> Ink:
    return Ink(f"{_CITE}[{f',{NBSP}'.join(map(str, numbers))}]</font>")


def redacted(text: str) -> Ink:
    """User text in which a bar stands for what was taken out: black, as wide for a letter as for a page.

    The bar holds the number of its reason as text, so that it is read aloud and copied as what it is.
    """
    pieces = _SIGNS.split(text)
    return Ink(
        "".join(_bar(bar_number(one)) if _SIGNS.fullmatch(one) else safe(one) for one in pieces)
    )


def _bar(number: int) -> Ink:
    return Ink(f"{_BAR}{NBSP}streg{NBSP}{number}{NBSP}</font>")


def fit(text: str, font: str, size: float, width: float) -> str:
    """One line of plain text, cut with an ellipsis where the room ends."""
    line = plain(text).replace("\n", " ")
    if width_of(line, font, size) <= width:
        return line
    keep = 0
    while keep < len(line) and width_of(f"{line[: keep + 1]}…", font, size) <= width:
        keep += 1
    return f"{line[:keep].rstrip()}…"


def _tight(markup: str) -> str:
    """Bind what must not part at a line end: 14. oktober, kl. 9, 5 år, nr. 4."""
    for pattern in _TIGHT:
        markup = pattern.sub(rf"\1{NBSP}", markup)
    return markup
