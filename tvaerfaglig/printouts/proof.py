"""A finished file read again: is anything in it that was to be taken out?

It is read as a reader would (the text of every page) and as a forensic would (every string, every
stream unpacked, the bytes themselves). A word is found although it is parted at a line's end, composed
of ligatures or loose accents, or written without its spaces. What cannot be told apart is counted: a
word that rightly stands elsewhere may stand as often as was meant, and not once more.
Text in a picture is not read: pictures are handed out only when a person has looked at them.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from tvaerfaglig.domain.progress import Tell, silent
from tvaerfaglig.domain.third_parties import flat

_LONG = 5  # letters: found also without the spaces round it
_BYTES = 4  # fewer stand by chance in any stream
_BYTES_IN_PICTURES = 7
_PAGES = "siderne"


@dataclass(frozen=True, slots=True)
class Leak:
    """A word that was to be taken out, and where it was found."""

    word: str
    where: str


class Word:
    """One thing to look for: as it was written, without its spaces, and as a word by itself."""

    def __init__(self, written: str) -> None:
        self.written = written
        self.bare = _squeezed(written)
        spaced = re.escape(_spaced(written).strip())
        self.alone = re.compile(rf"(?<!\w){spaced}(?:s|'s|’s|'|’)?(?!\w)")


class Reading:
    """A text made ready to be counted in: with its spaces, and without."""

    def __init__(self, text: str) -> None:
        self._spaced = _spaced(text)
        self._squeezed = _squeezed(text)

    def count(self, word: Word) -> int:
        if len(word.bare) >= _LONG:
            return self._squeezed.count(word.bare)
        return len(word.alone.findall(self._spaced))

    def spells(self, word: Word) -> bool:
        """Whether its letters follow one another anywhere, also within a longer word."""
        return word.bare in self._squeezed


def standing(text: str, words: Iterable[str]) -> frozenset[str]:
    """Those that stand in the text, found as they are found in a finished file."""
    read = Reading(text)
    return frozenset(one for one in words if read.count(Word(one)))


def leaks(
    pdf: bytes,
    secrets: Iterable[str],
    meant: str,
    allowed: tuple[str, ...] = (),
    tell: Tell = silent,
) -> tuple[Leak, ...]:
    """Every secret that stands in the file. `meant` is all text that was meant to be on the pages.

    `allowed` are the strings that the file may hold beside its pages: title and house. `tell` hears how
    far it has come, and may stop it.
    """
    words = [word for word in map(Word, dict.fromkeys(secrets)) if word.bare]
    wanted = Reading(meant)
    found = [*_on_pages(pdf, words, wanted, tell)]
    found += _inside(pdf, [one for one in words if not wanted.spells(one)], allowed)
    return tuple(dict.fromkeys(found))


def _on_pages(pdf: bytes, words: list[Word], wanted: Reading, tell: Tell) -> Iterator[Leak]:
    import pypdfium2

    texts = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, 1):
            tell(number / (len(document) + 1), f"Læser side {number} af {len(document)} igennem")
            texts.append(str(page.get_textpage().get_text_range()))
    read = Reading("\n".join(texts))
    for word in words:
        if read.count(word) > wanted.count(word):
            pages = [str(n) for n, text in enumerate(texts, 1) if Reading(text).count(word)]
            yield Leak(word.written, f"side {', '.join(pages)}" if pages else _PAGES)


def _inside(pdf: bytes, nowhere: list[Word], allowed: tuple[str, ...]) -> Iterator[Leak]:
    """Strings, streams and bytes: only for words that are meant to stand nowhere."""
    import pikepdf

    strings: list[str] = []
    streams: list[bytes] = []
    pictures = [pdf]
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for one in opened.objects:
            strings += [text for text in _strings(one) if text not in allowed]
            if isinstance(one, pikepdf.Stream):
                (pictures if _is_picture(one) else streams).append(_unpacked(one))
        if opened.attachments:
            yield Leak("", "en vedhæftet fil")
    read = Reading("\n".join(strings))
    yield from (Leak(one.written, "filens skjulte felter") for one in nowhere if read.count(one))
    yield from _in_bytes(streams, nowhere, allowed, _BYTES)
    yield from _in_bytes(pictures, nowhere, allowed, _BYTES_IN_PICTURES)


def _strings(value: Any) -> Iterator[str]:
    """Every string in an object, its keys' too, however deep; references are objects of their own."""
    import pikepdf

    if isinstance(value, pikepdf.String | pikepdf.Name):
        yield str(value)
        return
    if isinstance(value, pikepdf.Array):
        inside = list(value)
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        inside = [one for _, one in value.items()]
        yield from (str(key) for key, _ in value.items())
    else:
        return
    for one in inside:
        if not getattr(one, "is_indirect", False):
            yield from _strings(one)


def _unpacked(stream: Any) -> bytes:
    import pikepdf

    try:
        return bytes(stream.read_bytes())
    except pikepdf.PdfError:  # a picture's own packing: its bytes as they are
        return bytes(stream.read_raw_bytes())


def _is_picture(stream: Any) -> bool:
    kinds = ("/FontFile", "/FontFile2", "/FontFile3")
    return (
        str(stream.get("/Subtype", "")) == "/Image"
        or "/Length1" in stream
        or any(k in stream for k in kinds)
    )


def _in_bytes(
    contents: list[bytes], words: list[Word], allowed: tuple[str, ...], least: int
) -> Iterator[Leak]:
    """Also as hexadecimal. Its first bytes are looked up among all that stand there, before it is searched for."""
    content = b"\0\0".join(contents)
    for one in allowed:
        content = content.replace(escape(one).encode(), b"").replace(one.encode("utf-16-be"), b"")
    begins = {content[at : at + _BYTES] for at in range(len(content))}
    for word in words:
        forms = (form for form in _as_bytes(word.written) if len(form) >= least)
        if any(form[:_BYTES] in begins and form in content for form in forms):
            yield Leak(word.written, "filens rå indhold")


def _as_bytes(word: str) -> Iterator[bytes]:
    for shown in dict.fromkeys((word, word.upper(), word.lower(), " ".join(word.split()))):
        for coding in ("utf-8", "utf-16-be", "utf-16-le", "cp1252"):
            try:
                coded = shown.encode(coding)
            except UnicodeEncodeError:
                continue
            yield from (coded, coded.hex().encode(), coded.hex().upper().encode())


def _spaced(text: str) -> str:
    return flat(text).text.casefold()


def _squeezed(text: str) -> str:
    return "".join(sign for sign in _spaced(text) if sign.isalnum())
