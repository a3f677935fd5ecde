"""A kind of meeting as the text of its file, so that it can be given on, edited by hand and read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tvaerfaglig.domain.kind_files.writing import flags, listed, texts
from tvaerfaglig.domain.meetings.kind import KindPart, MeetingKind
from tvaerfaglig.domain.meetings.own_part import OwnPart
from tvaerfaglig.domain.meetings.reading import FORMAT

HEAD = """\
# Mødeform til Tværfaglig. Ret den i et almindeligt tekstprogram, og hent den ind igen under
# Indstillinger › Mødeformer. Notater, der er skrevet efter en tidligere udgave, beholder den.
"""


def kind_toml(kind: MeetingKind) -> str:
    return HEAD + "\n".join(_lines(kind)) + "\n"


def _lines(kind: MeetingKind) -> Iterator[str]:
    yield f"moede = {FORMAT}"
    yield from texts(id=kind.id, navn=kind.name, gruppe=kind.group, om=kind.line)
    yield f"nr = {kind.nr}"
    yield from texts(vejledning=kind.guidance, notat=kind.note_type.value)
    yield f"minutter = {kind.minutes}"
    yield f"slags = {listed(kind.kinds)}"
    yield from texts(foraeldre=kind.parents.value)
    yield from flags(grundlag=kind.needs_basis)
    yield f"holdes_af = {listed(kind.held_by)}"
    yield from texts(indkalder=kind.convenes, moedeleder=kind.chairs, referent=kind.writes)
    yield from texts(leder_ord=kind.chairs_word, skriver_ord=kind.writes_word)
    yield from flags(sider=kind.sides, samtale=kind.is_talk)
    for seat in kind.seats:
        yield from ("", "[[plads]]", *texts(id=seat.id, navn=seat.name, betyder=seat.meaning))
    for part in kind.parts:
        yield from ("", "[[del]]", *_part(part))


def _part(part: KindPart) -> Iterator[str]:
    yield from texts(id=part.id, trin=part.step, navn=part.name, papir=part.paper)
    yield from texts(vejledning=part.guidance, tom=part.empty)
    if part.own is not None:
        yield from texts(ramme=part.frame.value)
        yield from flags(foraeldre=part.parents, opfoelgning=part.in_follow_up)
        yield from _own(part.own)


def _own(own: OwnPart) -> Iterator[str]:
    yield from texts(type=own.type.value)
    yield from flags(kilde=own.sourced)
    if own.columns:
        yield from _tables(
            "spalter",
            (texts(id=one.id, navn=one.name, spoergsmaal=one.question) for one in own.columns),
        )
    if own.boxes:
        yield from _tables(
            "tider",
            (
                (
                    *texts(id=one.id, navn=one.name, vejledning=one.guidance),
                    f"minutter = {one.minutes}",
                )
                for one in own.boxes
            ),
        )
    if own.steps is not None:
        yield f"fra = {own.steps.lowest}"
        yield f"til = {own.steps.highest}"
        yield from texts(
            fra_betyder=own.steps.lowest_means,
            til_betyder=own.steps.highest_means,
            loefter=own.steps.lift,
        )


def _tables(key: str, rows: Iterable[Iterable[str]]) -> Iterator[str]:
    yield f"{key} = ["
    yield from (f"  {{ {', '.join(row)} }}," for row in rows)
    yield "]"
