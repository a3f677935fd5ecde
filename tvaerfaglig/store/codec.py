"""Records to JSON and back: canonical, in Unicode's composed form, with the version they were written in."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

import msgspec

from tvaerfaglig.domain.kinds import KINDS
from tvaerfaglig.domain.record import Record

UPCASTERS: dict[tuple[str, int], Callable[[dict[str, Any]], dict[str, Any]]] = {}


def encode(record: Record) -> str:
    """Canonical JSON `{"d": …, "v": n}`: sorted keys, NFC, the same bytes for the same record."""
    try:
        raw = msgspec.json.encode({"d": record, "v": record.V}, order="sorted")
    except UnicodeEncodeError:  # pasted from a program that cut a sign in two
        raw = msgspec.json.encode({"d": _mended(record), "v": record.V}, order="sorted")
    return unicodedata.normalize("NFC", raw.decode())


def _mended(record: Record) -> Any:
    """The record's fields with every text made whole."""

    def mend(value: Any) -> Any:
        if isinstance(value, str):
            return whole(value)
        if isinstance(value, dict):
            return {key: mend(one) for key, one in value.items()}
        return [mend(one) for one in value] if isinstance(value, list | tuple) else value

    return mend(msgspec.to_builtins(record))


def whole(text: str) -> str:
    """The text with halves of signs joined, and a half without its other half marked as lost."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def decode(kind: str, data: str) -> Record | None:
    """The record, lifted to today's version; None when it was written by a newer program."""
    known = KINDS.get(kind)
    if known is None:
        return None
    envelope = msgspec.json.decode(data)
    fields, version = envelope["d"], envelope["v"]
    if version > known.V:
        return None
    while version < known.V:
        fields = UPCASTERS[kind, version](fields)
        version += 1
    return msgspec.convert(fields, known)
