"""A volunteer in words."""

from __future__ import annotations

from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.services.efforts.volunteer_page import VolunteerRow
from tvaerfaglig.ui.konsultationer.meeting_list import MeetingRow


def minutes(count: int) -> str:
    """»39 timer«, »1 time 30 min.«, »45 min.«."""
    hours, rest = divmod(count, 60)
    said = [danish.count(hours, "time", "timer")] if hours else []
    return " ".join([*said, f"{rest} min."] if rest or not hours else said)


def standing(one: VolunteerRow) -> tuple[str, str, str]:
    """Icon, colour and word of where she stands."""
    if one.record.ended_on is not None:
        return "flueben", "muted", "Holdt op"
    if one.lacks:
        return "maerke-bekymring", "watch", "Mangler noget"
    if one.attest_old:
        return "maerke-bekymring", "watch", "Ny attest"
    if not one.comes_to:
        return "ur", "accent", "Klar, venter"
    return "flueben", "ok", "Kommer"


def lacking(one: VolunteerRow) -> str:
    """»Mangler børneattesten og rammeaftalen.«"""
    return f"Mangler {danish.join_and(list(one.lacks))}." if one.lacks else ""


def waits(one: VolunteerRow) -> str:
    """How long she waited for a place, or has by now; nothing of no day, or where nobody wrote when she asked."""
    if not one.waited or one.record.ended_on is not None:
        return ""
    days = danish.count(one.waited, "dag", "dage")
    return f"ventede {days}" if one.comes_to else f"har ventet {days}"


def row(one: VolunteerRow, today: date) -> MeetingRow:
    """Her line in the list."""
    made = one.record
    icon, colour, word = standing(one)
    ended = f"Til {danish.day(made.ended_on)}" if made.ended_on else ""
    talked = f"talt sammen {danish.day_near(one.talked_on, today).lower()}" if one.talked_on else ""
    missing = (lacking(one) or (one.attest if one.attest_old else "")).removesuffix(".")
    days = dict.fromkeys(each.weekday.value[:3] for each in one.weekly)
    hours = {danish.span(each.at, each.to) for each in one.weekly}
    said = (ended, missing, danish.join_and(list(one.comes_to)), waits(one), talked)
    return MeetingRow(
        key=one.id,
        day=danish.capital(", ".join(days)),
        hours=hours.pop() if len(hours) == 1 else "",
        heading=made.name,
        aside=made.association,
        question=" · ".join(danish.capital(part) for part in said if part),
        icon=icon,
        colour=colour,
        state=word,
        open_words=minutes(one.minutes) if one.minutes else "",
    )


def groups(rows: tuple[VolunteerRow, ...], today: date) -> list[tuple[str, list[MeetingRow]]]:
    """Those who come, those who are on the way in, and those who have stopped."""
    comes = [one for one in rows if not one.record.ended_on and one.comes_to]
    on_the_way = [one for one in rows if not one.record.ended_on and not one.comes_to]
    gone = [one for one in rows if one.record.ended_on]
    named = (("Kommer i huset", comes), ("På vej ind", on_the_way), ("Holdt op", gone))
    return [(name, [row(one, today) for one in here]) for name, here in named if here]
