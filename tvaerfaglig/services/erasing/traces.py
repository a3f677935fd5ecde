"""What to look for after an erasure: names, numbers, streets and phrases, gathered before and kept in memory only."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.cpr import parse_cpr
from tvaerfaglig.domain.efforts.kind import KeptEffortKind
from tvaerfaglig.domain.meetings.kind import KeptMeetingKind
from tvaerfaglig.domain.people import Child
from tvaerfaglig.services.erasing.scope import Scope
from tvaerfaglig.store import codec, everything, queries
from tvaerfaglig.store.vault import Vault

_PHRASES, _LONGEST = 24, 48
PHRASE = "en sætning"
_PLAIN = re.compile(r"[^\"\\{}\n\t]+")


@dataclass(frozen=True, slots=True)
class Trace:
    """One thing to look for, what it is called on the page, and whether it is a child's own mark."""

    words: str
    what: str


@dataclass(frozen=True, slots=True)
class Traces:
    """Words to look for, bytes of attachments, and the words that the search index might still hold."""

    words: tuple[Trace, ...] = ()
    bytes_: tuple[bytes, ...] = field(default=(), repr=False)


def traces_of(vault: Vault, scope: Scope) -> Traces:
    """The marks of the child first, then phrases out of what was written, from all over it."""
    found = {one.words: one for one in _marks(scope)}
    homes = [one.words for one in found.values() if one.what == "adressen"]
    forms = _forms(vault)
    phrases = [
        one
        for one in _phrases(scope)
        if not one.words.startswith(tuple(homes)) and one.words not in forms
    ]
    step = max(1, len(phrases) // _PHRASES)
    for one in phrases[::step][:_PHRASES]:
        found.setdefault(one.words, one)
    blobs = (everything.blob_sample(vault, one) for one in scope.blobs)
    return Traces(tuple(found.values()), tuple(one for one in blobs if len(one) >= 16))


def _forms(vault: Vault) -> str:
    """What the forms themselves say: a heading or an offered answer stands with every family, and is nobody's."""
    kept: tuple[type[KeptEffortKind | KeptMeetingKind], ...] = (KeptEffortKind, KeptMeetingKind)
    return "\n".join(one.record.text for kind in kept for one in queries.all_of(vault, kind))


def _marks(scope: Scope) -> Iterator[Trace]:
    if scope.whose is None:
        return
    for name in scope.whose.names:
        yield Trace(name, "navnet")
    for one in scope.erase:
        card = codec.decode(one.kind, one.data) if one.record == scope.child else None
        if isinstance(card, Child):
            yield from _card(card)


def _card(card: Child) -> Iterator[Trace]:
    number = parse_cpr(card.cpr)
    if number:
        yield Trace(str(number), "CPR-nummeret")
        yield Trace(number.digits, "CPR-nummeret uden bindestreg")
    homes = (card.address, card.stays_at, *(parent.address for parent in card.parents))
    for home in homes:
        if street := home.split(",")[0].strip():
            yield Trace(street, "adressen")
    for parent in card.parents:
        if parent.name.strip():
            yield Trace(parent.name.strip(), "en forælders navn")
        if parent.phone.strip():
            yield Trace(parent.phone.strip(), "en forælders nummer")


def _phrases(scope: Scope) -> Iterator[Trace]:
    """Out of the middle of every text, so long that it can be nobody else's."""
    drafts = (draft.content for _, draft in scope.drafts)
    bodies = (one.data for one in scope.erase if one.record in scope.gone)
    for data in (*bodies, *drafts):
        for text in _texts(data):
            words = text.split(" ")
            middle = len(words) // 2
            phrase = " ".join(words[max(0, middle - 4) : middle + 4])[:_LONGEST].strip()
            if len(phrase) >= 16:
                yield Trace(phrase, PHRASE)


def _texts(data: str) -> Iterator[str]:
    try:
        read = json.loads(data)
    except ValueError:
        read = data
    for text in _strings(read):
        yield from (run for run in _PLAIN.findall(text) if run.count(" ") >= 3)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


def as_bytes(traces: Iterable[Trace]) -> dict[bytes, Trace]:
    """Every shape in which the words may lie: as written, folded for search, decomposed, escaped in JSON."""
    found: dict[bytes, Trace] = {}
    for one in traces:
        shapes = [one.words, danish.fold(one.words), json.dumps(one.words)[1:-1]]
        shapes += [unicodedata.normalize("NFD", one.words)] if one.what != PHRASE else []
        for shape in shapes:
            found.setdefault(shape.encode(), one)
    return found
