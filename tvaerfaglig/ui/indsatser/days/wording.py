"""How the days of an effort are said on the screen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.attendance import Kept, Share
from tvaerfaglig.domain.efforts.records import (
    CHILD,
    Attends,
    EffortSession,
    Presence,
    SessionState,
    Stand,
)
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.visiting.year import YearDay
from tvaerfaglig.services.efforts.attendance import DaysPage
from tvaerfaglig.services.visiting.papers import minutes_words
from tvaerfaglig.ui.konsultationer.meeting_list import MeetingRow

WAITS, TODAY, AHEAD, DONE = "Blev de holdt?", "I dag", "Kommende", "Holdt og aflyst"
_A_YEAR = 330


def day_and_hours(one: EffortSession, today: date) -> str:
    """»Torsdag den 12. november, kl. 15.30–17.00«."""
    day = danish.capital(danish.day_near(one.day, today))
    return f"{day}, kl. {danish.span(one.at, one.to)}" if one.at else day


def roll_from(one: EffortSession) -> str:
    """From when it can be called."""
    at = f" kl. {danish.clock(one.at)}" if one.at else ""
    return f"Opråbet kan begynde på dagen{at}."


def state(
    one: EffortSession, answered: tuple[int, int], came: tuple[int, int], today: date
) -> tuple[str, str, str, str]:
    """Icon, colour, word, and what stands beneath it."""
    done, of = answered
    if one.status is SessionState.HOLDT:
        return "flueben", "ok", "Holdt", f"{came[0]} af {came[1]} kom" if came[1] else ""
    if one.status is SessionState.AFLYST:
        return "minus", "muted", "Aflyst", ""
    left = f"{of - done} mangler svar" if done and of > done else ""
    if one.day < today:
        return "ur", "watch", "Blev den holdt?", left
    if one.day == today:
        return "kalender", "accent", "I dag", left
    return "kalender", "muted", "Planlagt", ""


def groups(page: DaysPage, today: date) -> list[tuple[str, list[MeetingRow]]]:
    """What waits for an answer first, then today, what is coming, and what has been with the newest on top."""
    number = numbers(page.days)
    found: dict[str, list[MeetingRow]] = {WAITS: [], TODAY: [], AHEAD: [], DONE: []}
    for one in page.days:
        made = _row(page, one, number.get(one.id, 0), today)
        found[_group(one.record, today)].append(made)
    found[DONE].reverse()
    return list(found.items())


def _group(one: EffortSession, today: date) -> str:
    planned = one.status is SessionState.PLANLAGT
    if planned and one.day < today:
        return WAITS
    if one.day == today:
        return TODAY
    return AHEAD if planned or one.day > today else DONE


def numbers(days: Iterable[Stored[EffortSession]]) -> dict[str, int]:
    """Which time it is, by day; a cancelled one is none."""
    held = [one.id for one in days if one.record.status is not SessionState.AFLYST]
    return {one: nr for nr, one in enumerate(held, 1)}


def _row(page: DaysPage, stored: Stored[EffortSession], nr: int, today: date) -> MeetingRow:
    one = stored.record
    icon, colour, words, beneath = state(one, page.answered[stored.id], page.came[stored.id], today)
    return MeetingRow(
        key=stored.id,
        day=danish.capital(_weekday_and_day(one.day, today)),
        hours=danish.span(one.at, one.to) if one.at else "",
        heading=one.theme or (f"{nr}. gang" if nr else "Uden tema"),
        aside=one.place,
        question=aside(one),
        icon=icon,
        colour=colour,
        state=words,
        open_words=beneath,
    )


def _weekday_and_day(day: date, today: date) -> str:
    """What is coming keeps its weekday over New Year: a plan is read by it."""
    coming = day == today or 1 < (day - today).days < _A_YEAR
    return danish.day_short(day) if coming else danish.day_near(day, today)


def aside(one: EffortSession) -> str:
    """Why it is not that day, or what was noted of it."""
    if one.status is SessionState.AFLYST:
        return one.cancelled_because
    if one.note:
        return one.note
    if one.moved_from is None:
        return ""
    because = f": {one.moved_because}" if one.moved_because else ""
    return f"Flyttet fra {danish.day_short(one.moved_from)}{because}"


def kept(page: Kept, one: str = "dag", many: str = "dage") -> str:
    """»5 af 6 dage holdt til nu · 1 aflyst · 8 kommer«."""
    if not page.planned and not page.ahead:
        return ""
    parts = [
        f"{page.held} af {danish.count(page.planned, one, many)} holdt til nu" if page.planned else "",
        f"{page.cancelled} aflyst" if page.cancelled else "",
        f"{page.waiting} uden svar" if page.waiting else "",
        f"{page.ahead} kommer" if page.ahead else "",
    ]  # fmt: skip
    return " · ".join(filter(None, parts))


def share(one: Share) -> str:
    """»83 % (5 af 6)«; of none a dash."""
    return f"{one.percent} % ({one.came} af {one.of})" if one.of else "–"


def plan_reason(one: YearDay) -> str:
    """Why the day of a proposal is not the one that was asked for."""
    if one.day is None:
        return f"Udgår: {one.reason}"
    return f"Flyttet fra {danish.day_short(one.asked)}: {one.reason}" if one.is_moved else ""


def called(one: Attends, first_name: str) -> str:
    """The child by her name, others by first name and what they are to her."""
    if one.person == CHILD:
        return first_name
    name = danish.first_name(one.called)
    return f"{name} ({one.relation})" if one.relation else name


def answer(said: Presence, first_name: str) -> str:
    """»Alma og Katarzyna«, or the reason why nobody came."""
    there = [
        first_name if each.person == CHILD else danish.first_name(each.called)
        for each in said.there
        if each.stand is Stand.TIL_STEDE
    ]
    return danish.join_and(there) if there else f"Kom ikke: {said.reason.lower()}"


def unseen(count: int) -> str:
    """How many families wait for a colleague; no name."""
    if not count:
        return ""
    said = danish.capital(danish.count(count, "familie", "familier", spelled=True))
    return f"{said}, du ikke har adgang til, venter på en kollega. Dagen er holdt, når også de har svar."


def time_used(one: EffortSession) -> str:
    """The time that was used, else as planned."""
    if one.minutes is not None:
        return minutes_words(one.minutes)
    return f"Som planlagt, kl. {danish.span(one.at, one.to)}" if one.at else ""
