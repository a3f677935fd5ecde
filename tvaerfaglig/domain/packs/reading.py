"""Read a pack that came from outside: nothing in it is trusted, and every refusal says what to put right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import TypeVar

from tvaerfaglig.domain.kind_files.reading import fingerprint, opened, text_from_outside
from tvaerfaglig.domain.packs.pack import (
    MAY_GO,
    Counting,
    Deadline,
    FieldWords,
    Number,
    OwnField,
    OwnGround,
    Pack,
    SectionWords,
)
from tvaerfaglig.domain.resource import ResourceError, Table, once_each
from tvaerfaglig.domain.template import SECTION_IDS

T = TypeVar("T")
FORMAT = 1
_LONGEST, _MANY, _DAYS = 2_000, 60, 365
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_NUMBER = re.compile(r"[0-9 +()/-]{2,40}")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def parse_pack_bytes(content: bytes, name: str) -> tuple[Pack, str]:
    """The pack in a file from outside, and its text. Raises ResourceError in words."""
    text = text_from_outside(content, name, "en skabelonpakke")
    return parse_pack(text, name), text


@cache
def kept_pack(text: str) -> Pack:
    """One that came in before; the same text is always the same pack."""
    return parse_pack(text, "Skabelonpakken")


def reference(pack: Pack, text: str) -> str:
    """The pack's id and the fingerprint of every word of it."""
    return f"{pack.id}@{fingerprint(text)}"


def parse_pack(text: str, name: str = "pakken") -> Pack:
    if _UNSEEN.search(text):
        raise ResourceError(
            f"»{name}« har usynlige tegn i teksten. Skriv filen i et almindeligt tekstprogram."
        )
    top = opened(text, name, "pakke", FORMAT, a_kind="en skabelonpakke", the_kind="pakken")
    pack = Pack(
        id=_id(top, "id"),
        name=_line(top, "navn"),
        edition=_line(top, "udgave"),
        about=_prose(top, "om", ""),
        source=_line(top, "kilde", ""),
        checked_on=top.day("kontrolleret"),
        checked_by=_line(top, "af"),
        title=_line(top, "titel", ""),
        proposals=top.flag("forslag"),
        asks_proposals=top.flag("spoerg_til_forslag"),
        seen_by_parents=top.flag("set_af_foraeldre"),
        order=_ids(top, "raekkefoelge", SECTION_IDS),
        paper_order=_ids(top, "raekkefoelge_papir", SECTION_IDS),
        left_out=_ids(top, "udelad", MAY_GO),
        wanted=_ids(top, "beder_om", SECTION_IDS),
        questions_off=_rules(top),
        sections=_each(top, "afsnit", _section),
        fields=_each(top, "felt", _field),
        own_fields=_each(top, "eget_felt", _own_field),
        grounds=_each(top, "grund", _ground),
        numbers=_each(top, "nummer", _number),
        deadlines=_each(top, "frist", _deadline),
    )
    top.done()
    _whole(top, pack, name)
    return pack


def _whole(top: Table, pack: Pack, name: str) -> None:
    once_each((one.id for one in pack.sections), f"{name}, afsnit")
    once_each((one.id for one in pack.fields), f"{name}, felter")
    once_each((one.id for one in pack.grounds), f"{name}, grunde")
    once_each((one.name for one in pack.numbers), f"{name}, numre")
    once_each((one.name for one in pack.deadlines), f"{name}, frister")
    both = set(pack.left_out) & set(pack.wanted)
    if both:
        raise top.wrong(f"»{min(both)}« er både udeladt og noget, kommunen beder om. Vælg ét.")
    if pack.proposals and pack.asks_proposals:
        raise top.wrong("»forslag« og »spoerg_til_forslag« siger hver sit. Sæt kun den ene til.")


def _each(top: Table, key: str, read: Callable[[Table], T]) -> tuple[T, ...]:
    found = top.tables(key, optional=True)
    if len(found) > _MANY:
        raise top.wrong(f"der er {len(found)} gange [[{key}]]. Der er plads til {_MANY}.")
    made = []
    for one in found:
        made.append(read(one))
        one.done()
    return tuple(made)


def _section(table: Table) -> SectionWords:
    return SectionWords(
        id=table.one_of("id", SECTION_IDS),
        screen=_line(table, "skaerm", ""),
        paper=_line(table, "papir", ""),
        guidance=_prose(table, "vejledning", ""),
    )


def _field(table: Table) -> FieldWords:
    return FieldWords(
        id=_short(table, "id"),
        label=_line(table, "navn", ""),
        paper=_line(table, "papir", ""),
        help=_prose(table, "hjaelp", ""),
    )


def _own_field(table: Table) -> OwnField:
    return OwnField(section=table.one_of("afsnit", SECTION_IDS), label=_line(table, "navn"))


def _ground(table: Table) -> OwnGround:
    return OwnGround(
        id=_id(table, "id"),
        word=_line(table, "ord"),
        cite=_line(table, "henvisning"),
        source=_line(table, "kilde"),
    )


def _number(table: Table) -> Number:
    number = _line(table, "nummer")
    if not _NUMBER.fullmatch(number):
        raise table.wrong(f"»{number}« ligner ikke et telefonnummer. Skriv det med tal.")
    return Number(name=_line(table, "navn"), number=number, when=_line(table, "hvornaar", ""))


def _deadline(table: Table) -> Deadline:
    days = table.number("dage")
    if not 1 <= days <= _DAYS:
        raise table.wrong(f"»dage« skal være mellem 1 og {_DAYS}.")
    counting = Counting(table.one_of("taelles", Counting))
    return Deadline(name=_line(table, "navn"), days=days, counting=counting)


def _id(table: Table, key: str) -> str:
    found = table.text(key)
    if not _ID.fullmatch(found):
        raise table.wrong(f"»{key}« skal være små bogstaver a–z, tal og bindestreg, højst 40 tegn.")
    return found


def _short(table: Table, key: str) -> str:
    found = table.text(key)
    if not re.fullmatch(r"[a-z0-9_]{1,40}", found):
        raise table.wrong(f"»{key}« er ikke navnet på et felt i skabelonen.")
    return found


def _line(table: Table, key: str, default: str | None = None) -> str:
    return " ".join(_within(table, key, table.text(key, default)).split())


def _prose(table: Table, key: str, default: str | None = None) -> str:
    return _within(table, key, table.prose(key, default))


def _within(table: Table, key: str, text: str) -> str:
    if len(text) > _LONGEST:
        raise table.wrong(f"»{key}« er på {len(text)} tegn. Der er plads til {_LONGEST}.")
    return text


def _ids(table: Table, key: str, allowed: Iterable[str]) -> tuple[str, ...]:
    found, known = table.texts(key, ()), tuple(allowed)
    for one in found:
        if one not in known:
            raise table.wrong(f"»{one}« kan ikke stå i »{key}«. Vælg mellem {', '.join(known)}.")
    once_each(found, f"»{key}«")
    return found


def _rules(table: Table) -> tuple[str, ...]:
    found = table.texts("spoergsmaal_fra", ())
    if len(found) > _MANY * 4 or any(len(one) > 60 for one in found):
        raise table.wrong("»spoergsmaal_fra« er ikke en liste af spørgsmål fra programmet.")
    once_each(found, "»spoergsmaal_fra«")
    return found
