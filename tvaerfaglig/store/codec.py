"""Records to JSON and back: canonical, in Unicode's composed form, with the version they were written in."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Any, Generic, TypeVar

import msgspec

from tvaerfaglig.domain.kinds import KINDS
from tvaerfaglig.domain.record import Record

R = TypeVar("R", bound=Record)

UPCASTERS: dict[tuple[str, int], Callable[[dict[str, Any]], dict[str, Any]]] = {}


class _Envelope(msgspec.Struct, Generic[R]):
    """What is stored: the record, and the version of its kind."""

    d: R
    v: int


@cache
def _todays(kind: str) -> msgspec.json.Decoder[_Envelope[Record]]:
    """Reads a record of today's version in one go; made when the first of its kind is read."""
    return msgspec.json.Decoder(_Envelope[KINDS[kind]])  # type: ignore[valid-type]  # known when it is called


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
    if data.endswith(
        f',"v":{known.V}}}'
    ):  # the keys stand in order: nothing but the version can end it
        return _todays(kind).decode(data).d
    envelope = msgspec.json.decode(data)
    fields, version = envelope["d"], envelope["v"]
    if version > known.V:
        return None
    while version < known.V:
        fields = UPCASTERS[kind, version](fields)
        version += 1
    return msgspec.convert(fields, known)
