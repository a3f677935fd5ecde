"""How visits are said on the screen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.konsultation import KonsultationKind
from tvaerfaglig.domain.visiting.visit import Visit, VisitState
from tvaerfaglig.services.visiting.day_list import DayList, ToDo
from tvaerfaglig.services.visiting.listing import VisitRow
from tvaerfaglig.services.visiting.papers import minutes_words
from tvaerfaglig.ui.konsultationer.meeting_list import MeetingRow
from tvaerfaglig.ui.konsultationer.wording import state as meeting_state

KEYS = "Enter åbner. H noterer besøget som holdt, N lægger en konsultation til."
KEYS_BEFORE = "Enter åbner. N lægger en konsultation til."
"""On a day that has not come, and for one who may not note it as held."""


def state(visit: Visit, today: date) -> tuple[str, str, str]:
    """Icon, colour and word."""
    if visit.status is VisitState.HOLDT:
        return "flueben", "ok", "Holdt"
    if visit.status is VisitState.AFLYST:
        return "minus", "muted", "Aflyst"
    if visit.day < today:
        return "ur", "watch", "Blev det holdt?"
    return (
        ("kalender", "accent", "I dag") if visit.day == today else ("kalender", "muted", "Planlagt")
    )


def row(one: VisitRow, today: date) -> MeetingRow:
    """One visit in the list of the year."""
    visit = one.stored.record
    icon, colour, words = state(visit, today)
    return MeetingRow(
        key=one.stored.id,
        day=danish.capital(
            danish.day_short(visit.day) if visit.day == today else danish.day_near(visit.day, today)
        ),
        hours=danish.span(visit.at, visit.to) if visit.at else "",
        heading=one.house,
        aside=f"{one.who}, {one.role}",
        question=". ".join(filter(None, (_waits(one), _aside(visit)))),
        icon=icon,
        colour=colour,
        state=words,
        open_words=minutes_words(visit.minutes) if visit.status is VisitState.HOLDT else "",
    )


def _waits(one: VisitRow) -> str:
    meetings = danish.count(one.meetings, "konsultation", "konsultationer") if one.meetings else ""
    asked = danish.count(one.questions, "spørgsmål", "spørgsmål") + " venter"
    return ", ".join(filter(None, (meetings, asked if one.questions else "")))


def _aside(visit: Visit) -> str:
    """Why it is not that day, or what it was about."""
    if visit.status is VisitState.AFLYST:
        return visit.cancelled_because
    if visit.theme:
        return visit.theme
    if visit.moved_from is None:
        return ""
    because = f": {visit.moved_because}" if visit.moved_because else ""
    return f"Flyttet fra {danish.day_short(visit.moved_from)}{because}"


def months(rows: Iterable[VisitRow], today: date) -> list[tuple[str, list[MeetingRow]]]:
    """Today by itself, then month by month in the order in which they come."""
    groups: dict[str, list[MeetingRow]] = {}
    for one in rows:
        day = one.stored.record.day
        heading = "I dag" if day == today else danish.capital(danish.day(day).split(" ", 1)[1])
        groups.setdefault(heading, []).append(row(one, today))
    return sorted(groups.items(), key=lambda pair: pair[0] != "I dag")


def todo(found: DayList, one: ToDo) -> MeetingRow:
    """One thing of the day."""
    hours = danish.span(one.at, one.to) if one.at else "Uden tid"
    if one.question is not None:
        asked = one.question.record
        return MeetingRow(
            key=one.key,
            day=hours,
            hours="Forslag" if one.at else "",
            heading=f"Et barn, {asked.age_band}" if asked.age_band else "Uden navn",
            aside=f"{found.names.first(asked.by)} spørger",
            question=asked.text,
            icon="spoergsmaal",
            colour="accent",
            state="Venter",
            open_words="Enter tager det op",
        )
    assert one.meeting is not None
    note = one.meeting.stored.record
    icon, colour, words = meeting_state(note, found.today)
    kinds = {KonsultationKind.ANONYM: "anonym drøftelse", KonsultationKind.TEMA: "tema"}
    return MeetingRow(
        key=one.key,
        day=hours,
        hours="Forslag" if one.proposed and one.at else "",
        heading=one.meeting.heading,
        aside=kinds.get(note.kind, ""),
        question=one.meeting.question,
        icon=icon,
        colour=colour,
        state=words,
    )


def heading(found: DayList) -> str:
    """»Torsdag den 12. november hos Mælkebøtten«."""
    return f"{danish.capital(danish.day_near(found.visit.day, found.today))} · {found.row.house}"


def line(found: DayList) -> str:
    visit = found.visit
    words = danish.capital(visit.status.value)
    used = minutes_words(visit.minutes) if visit.status is VisitState.HOLDT else ""
    parts = (
        f"{found.row.who}, {found.row.role}",
        f"kl. {danish.span(visit.at, visit.to)}" if visit.at else "",
        visit.place,
        " ".join(filter(None, (words, used))),
    )
    return " · ".join(filter(None, parts))
