"""Read a kind of meeting, the program's own or one from outside; every refusal says what to put right."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import TypeVar

from tvaerfaglig.domain.konsultation import KonsultationKind
from tvaerfaglig.domain.meetings.kind import (
    STANDARD,
    KindPart,
    MeetingKind,
    NoteType,
    Parents,
    Seat,
)
from tvaerfaglig.domain.meetings.own_part import Column, OwnPart, PartType, Steps, TimeBox
from tvaerfaglig.domain.people import Role
from tvaerfaglig.domain.resource import ResourceError, Table, once_each, read_toml
from tvaerfaglig.domain.template import Frame

T = TypeVar("T")
FORMAT = 1
LARGEST = 128 * 1024
LONGEST_LINE, LONGEST_PROSE, MANY = 120, 1_500, 40
_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_BY_PERSON = frozenset({PartType.SCALE, PartType.VIEWS})
_WITH_COLUMNS = frozenset({PartType.COLUMNS})


def parse_kind_bytes(content: bytes, name: str) -> tuple[MeetingKind, str]:
    """The kind in a file from outside, and its text. Raises ResourceError in words."""
    if len(content) > LARGEST:
        raise ResourceError(
            f"»{name}« er for stor til at være en mødeform. Den må fylde {LARGEST // 1024} kB."
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ResourceError(
            f"»{name}« kan ikke læses som tekst. En mødeform er en tekstfil, der ender på .toml."
        ) from None
    text = text.replace("\r\n", "\n").replace("\u00a0", " ")
    if not all(sign.isprintable() or sign in "\n\t" for sign in text):
        raise ResourceError(
            f"»{name}« har usynlige tegn i teksten. Skriv filen i et almindeligt tekstprogram."
        )
    return parse_kind(text, name), text


@cache
def kept_kind(text: str) -> MeetingKind:
    """One that was kept before; the same text is always the same kind."""
    return parse_kind(text, "Mødeformen")


def reference(kind: MeetingKind, text: str) -> str:
    """The kind's id and the fingerprint of every word of it: what a note says that it was written by."""
    return f"{kind.id}@{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def parse_kind(text: str, name: str = "mødeformen") -> MeetingKind:
    try:
        top = read_toml(text, name)
    except RecursionError:
        raise ResourceError(f"{name} er ikke bygget som en mødeform.") from None
    made = top.number("moede")
    if made != FORMAT:
        raise top.wrong(
            f"mødeformen er lavet til en anden udgave af programmet (»moede = {made}«). "
            f"Bed om en med »moede = {FORMAT}«."
        )
    kind = MeetingKind(
        id=_id(top),
        nr=_within(top, "nr", 1, 99, 99),
        name=_line(top, "navn"),
        group=_line(top, "gruppe"),
        line=_line(top, "om"),
        guidance=_prose(top, "vejledning", ""),
        note_type=NoteType(top.one_of("notat", NoteType)),
        minutes=_within(top, "minutter", 5, 480),
        kinds=_each_of(top, "slags", KonsultationKind),
        parents=Parents(top.one_of("foraeldre", Parents)),
        needs_basis=top.flag("grundlag", default=True),
        held_by=_each_of(top, "holdes_af", Role, ()),
        convenes=_line(top, "indkalder", ""),
        chairs=_line(top, "moedeleder", ""),
        writes=_line(top, "referent", ""),
        chairs_word=_line(top, "leder_ord", "Leder mødet"),
        writes_word=_line(top, "skriver_ord", "Skriver"),
        sides=top.flag("sider"),
        is_talk=top.flag("samtale"),
        seats=_many(top, "plads", _seat, optional=True),
        parts=_many(top, "del", _part),
    )
    top.done()
    _whole(top, kind, name)
    return kind


def _whole(top: Table, kind: MeetingKind, name: str) -> None:
    once_each((one.id for one in kind.seats), f"{name}, pladser")
    once_each((one.id for one in kind.parts), f"{name}, dele")
    here = {one.id for one in kind.parts}
    if not kind.kinds:
        raise top.wrong("»slags« er tom. Vælg mindst én af anonym, navngivet og tema.")
    if "moede" not in here:
        raise top.wrong("delen »moede« skal være med: dagen og dem, der er der.")
    if kind.kinds != (KonsultationKind.TEMA,) and "barn" not in here:
        raise top.wrong("delen »barn« skal være med, når mødet kan handle om et barn.")
    if kind.parents is Parents.ALTID and not kind.needs_child:
        raise top.wrong(
            'et møde med forældrene handler om et barn med navn. Skriv slags = ["navngivet"].'
        )
    if kind.is_talk and kind.parents is not Parents.ALTID:
        raise top.wrong(
            '»samtale = true« kræver »foraeldre = "altid"«: det er forældrenes samtale.'
        )
    if not kind.needs_basis and kind.parents is not Parents.ALTID:
        raise top.wrong("»grundlag = false« kan kun stå, hvor forældrene altid er med.")
    if kind.parts and not kind.parts[0].step:
        raise top.wrong("den første del mangler »trin«: overskriften over de første dele.")


def _part(table: Table) -> KindPart:
    part_id, of_type = _id(table), table.one_of("type", ("", *PartType), "")
    if not of_type and part_id not in STANDARD:
        raise table.wrong(
            f"»{part_id}« er ikke en af de femten dele. Er det jeres egen, så skriv dens »type«: "
            f"{', '.join(PartType)}."
        )
    if of_type and part_id in STANDARD:
        raise table.wrong("er en af de femten dele og har sin egen måde. Lad »type« ude.")
    own = _own(table, PartType(of_type)) if of_type else None
    return KindPart(
        id=part_id,
        step=_line(table, "trin", ""),
        name=_line(table, "navn", None if own else ""),
        paper=_line(table, "papir", ""),
        guidance=_prose(table, "vejledning", ""),
        empty=_line(table, "tom", ""),
        frame=Frame(table.one_of("ramme", Frame, "")) if own else Frame.PLAIN,
        parents=table.flag("foraeldre") if own else False,
        in_follow_up=table.flag("opfoelgning") if own else False,
        own=own,
    )


def _own(table: Table, of_type: PartType) -> OwnPart:
    own = OwnPart(
        type=of_type,
        sourced=table.flag("kilde") or of_type in _BY_PERSON,
        columns=_many(table, "spalter", _column) if of_type in _WITH_COLUMNS else (),
        boxes=_many(table, "tider", _box) if of_type is PartType.TIME else (),
        steps=_steps(table) if of_type is PartType.SCALE else None,
    )
    once_each((one.id for one in own.columns), f"{table.where}, spalter")
    once_each((one.id for one in own.boxes), f"{table.where}, tider")
    return own


def _column(table: Table) -> Column:
    return Column(
        id=_id(table), name=_line(table, "navn"), question=_prose(table, "spoergsmaal", "")
    )


def _box(table: Table) -> TimeBox:
    return TimeBox(
        id=_id(table),
        name=_line(table, "navn"),
        minutes=_within(table, "minutter", 1, 240),
        guidance=_prose(table, "vejledning", ""),
    )


def _steps(table: Table) -> Steps:
    steps = Steps(
        lowest=_within(table, "fra", 0, 20),
        highest=_within(table, "til", 0, 20),
        lowest_means=_line(table, "fra_betyder"),
        highest_means=_line(table, "til_betyder"),
        lift=_line(table, "loefter", ""),
    )
    if steps.lowest >= steps.highest:
        raise table.wrong("»til« skal være højere end »fra«.")
    return steps


def _seat(table: Table) -> Seat:
    return Seat(id=_id(table), name=_line(table, "navn"), meaning=_prose(table, "betyder", ""))


def _many(
    table: Table, key: str, read: Callable[[Table], T], *, optional: bool = False
) -> tuple[T, ...]:
    found = table.tables(key, optional=optional)
    if len(found) > MANY:
        raise table.wrong(f"der er {len(found)} gange »{key}«. Der er plads til {MANY}.")
    if not found and not optional:
        raise table.wrong(f"»{key}« er tom. Der skal være mindst én.")
    made = []
    for one in found:
        made.append(read(one))
        one.done()
    return tuple(made)


def _each_of(
    table: Table, key: str, allowed: type[T], default: tuple[str, ...] | None = None
) -> tuple[T, ...]:
    words: Iterable[str] = tuple(allowed)  # type: ignore[arg-type]
    said = table.texts(key, default)
    strange = [one for one in said if one not in words]
    if strange:
        raise table.wrong(f"»{key}« har »{strange[0]}«. Vælg mellem {', '.join(words)}.")
    return tuple(allowed(one) for one in dict.fromkeys(said))  # type: ignore[call-arg]


def _id(table: Table) -> str:
    said = table.text("id")
    if not _ID.fullmatch(said):
        raise table.wrong(
            f"»{said}« kan ikke være et id. Brug små bogstaver a–z, tal og bindestreg."
        )
    return said


def _within(table: Table, key: str, least: int, most: int, default: int | None = None) -> int:
    number = table.number(key, default)
    if not least <= number <= most:
        raise table.wrong(f"»{key}« er {number}. Vælg et tal fra {least} til {most}.")
    return number


def _line(table: Table, key: str, default: str | None = None) -> str:
    return _short(table, key, " ".join(table.text(key, default).split()), LONGEST_LINE)


def _prose(table: Table, key: str, default: str | None = None) -> str:
    return _short(table, key, table.prose(key, default), LONGEST_PROSE)


def _short(table: Table, key: str, said: str, most: int) -> str:
    if len(said) > most:
        raise table.wrong(f"»{key}« er {len(said)} tegn. Der er plads til {most}.")
    return said
