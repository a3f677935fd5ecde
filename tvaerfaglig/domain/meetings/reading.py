"""Read a kind of meeting, the program's own or one from outside; every refusal says what to put right."""

from __future__ import annotations

from functools import cache

from tvaerfaglig.domain.kind_files.reading import (
    LARGEST,
    each_of,
    fingerprint,
    identifier,
    line,
    many,
    opened,
    prose,
    text_from_outside,
    within,
)
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
from tvaerfaglig.domain.resource import Table, once_each
from tvaerfaglig.domain.template import Frame

__all__ = ["FORMAT", "LARGEST", "kept_kind", "parse_kind", "parse_kind_bytes", "reference"]

FORMAT = 1
_BY_PERSON = frozenset({PartType.SCALE, PartType.VIEWS})
_WITH_COLUMNS = frozenset({PartType.COLUMNS})


def parse_kind_bytes(content: bytes, name: str) -> tuple[MeetingKind, str]:
    """The kind in a file from outside, and its text. Raises ResourceError in words."""
    text = text_from_outside(content, name, "en mødeform")
    return parse_kind(text, name), text


@cache
def kept_kind(text: str) -> MeetingKind:
    """One that was kept before; the same text is always the same kind."""
    return parse_kind(text, "Mødeformen")


def reference(kind: MeetingKind, text: str) -> str:
    """The kind's id and the fingerprint of every word of it: what a note says that it was written by."""
    return f"{kind.id}@{fingerprint(text)}"


def parse_kind(text: str, name: str = "mødeformen") -> MeetingKind:
    top = opened(text, name, "moede", FORMAT, a_kind="en mødeform", the_kind="mødeformen")
    kind = MeetingKind(
        id=identifier(top),
        nr=within(top, "nr", 1, 99, 99),
        name=line(top, "navn"),
        group=line(top, "gruppe"),
        line=line(top, "om"),
        guidance=prose(top, "vejledning", ""),
        note_type=NoteType(top.one_of("notat", NoteType)),
        minutes=within(top, "minutter", 5, 480),
        kinds=each_of(top, "slags", KonsultationKind),
        parents=Parents(top.one_of("foraeldre", Parents)),
        needs_basis=top.flag("grundlag", default=True),
        held_by=each_of(top, "holdes_af", Role, ()),
        convenes=line(top, "indkalder", ""),
        chairs=line(top, "moedeleder", ""),
        writes=line(top, "referent", ""),
        chairs_word=line(top, "leder_ord", "Leder mødet"),
        writes_word=line(top, "skriver_ord", "Skriver"),
        sides=top.flag("sider"),
        is_talk=top.flag("samtale"),
        seats=many(top, "plads", _seat, optional=True),
        parts=many(top, "del", _part),
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
    part_id, of_type = identifier(table), table.one_of("type", ("", *PartType), "")
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
        step=line(table, "trin", ""),
        name=line(table, "navn", None if own else ""),
        paper=line(table, "papir", ""),
        guidance=prose(table, "vejledning", ""),
        empty=line(table, "tom", ""),
        frame=Frame(table.one_of("ramme", Frame, "")) if own else Frame.PLAIN,
        parents=table.flag("foraeldre") if own else False,
        in_follow_up=table.flag("opfoelgning") if own else False,
        own=own,
    )


def _own(table: Table, of_type: PartType) -> OwnPart:
    own = OwnPart(
        type=of_type,
        sourced=table.flag("kilde") or of_type in _BY_PERSON,
        columns=many(table, "spalter", _column) if of_type in _WITH_COLUMNS else (),
        boxes=many(table, "tider", _box) if of_type is PartType.TIME else (),
        steps=_steps(table) if of_type is PartType.SCALE else None,
    )
    once_each((one.id for one in own.columns), f"{table.where}, spalter")
    once_each((one.id for one in own.boxes), f"{table.where}, tider")
    return own


def _column(table: Table) -> Column:
    return Column(
        id=identifier(table), name=line(table, "navn"), question=prose(table, "spoergsmaal", "")
    )


def _box(table: Table) -> TimeBox:
    return TimeBox(
        id=identifier(table),
        name=line(table, "navn"),
        minutes=within(table, "minutter", 1, 240),
        guidance=prose(table, "vejledning", ""),
    )


def _steps(table: Table) -> Steps:
    steps = Steps(
        lowest=within(table, "fra", 0, 20),
        highest=within(table, "til", 0, 20),
        lowest_means=line(table, "fra_betyder"),
        highest_means=line(table, "til_betyder"),
        lift=line(table, "loefter", ""),
    )
    if steps.lowest >= steps.highest:
        raise table.wrong("»til« skal være højere end »fra«.")
    return steps


def _seat(table: Table) -> Seat:
    return Seat(id=identifier(table), name=line(table, "navn"), meaning=prose(table, "betyder", ""))
