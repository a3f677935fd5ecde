"""A family's place in words: as a line of the list, and as it is told beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.records import Enrolment, EnrolmentState
from tvaerfaglig.services.efforts.families import Families, FamilyLine, room_words
from tvaerfaglig.ui.konsultationer.meeting_list import MeetingRow


def room(found: Families) -> str:
    """»4 af 6 pladser er taget · 2 venter«."""
    taken = room_words(found.taken, found.room)
    waits = len(found.waiting) + found.unseen_waiting
    return f"{taken} · {waits} venter" if waits else taken


def unseen(found: Families) -> str:
    """How many one may not see; never who."""
    parts = []
    if found.unseen_here:
        parts.append(f"{danish.in_words(found.unseen_here)} er med")
    if found.unseen_waiting:
        parts.append(f"{danish.in_words(found.unseen_waiting)} venter")
    many = found.unseen_here + found.unseen_waiting
    who = "familie" if many == 1 else "familier"
    said = danish.join_and(parts)
    return f"Du ser ikke {danish.in_words(many)} {who}: {said}. En kollega, der må se dem, tager sig af dem."


def member(one: FamilyLine, today: date) -> MeetingRow:
    came = f"Kom {one.came} af {one.called}" if one.called else "Ikke ført endnu"
    begun = one.place.from_day
    later = begun is not None and begun > today
    return MeetingRow(
        key=one.enrolment,
        day="Begynder" if later else "Siden",
        hours=_day(begun, today),
        heading=one.name,
        question=_company(one),
        icon="bekymring" if one.lacks else "flueben",
        colour="watch" if one.lacks else "ok",
        state=_short(one) or came,
        open_words=came if one.lacks else "",
    )


def waits(one: FamilyLine, found: Families) -> MeetingRow:
    why = one.place.priority
    reason = (
        f"{one.place.priority_name}: {one.place.priority_because}"
        if why
        else one.place.referred_because
    )
    full = bool(found.room) and found.taken >= found.room
    state = _short(one) or ("Venter på en plads" if full else "Kan få en plads")
    return MeetingRow(
        key=one.enrolment,
        day=f"Nr. {one.rank}",
        hours=waited(one.days),
        heading=one.name,
        question=reason,
        icon="bekymring" if one.lacks else "ur" if full else "flueben",
        colour="watch" if one.lacks else "muted" if full else "ok",
        state=state,
    )


def has_been(one: FamilyLine, today: date) -> MeetingRow:
    made = one.place
    ended = made.status is EnrolmentState.AFSLUTTET
    return MeetingRow(
        key=one.enrolment,
        day="Til",
        hours=_day(made.until, today),
        heading=one.name,
        question=made.outcome or made.ended_because,
        icon="flueben" if ended else "minus",
        colour="ok" if ended else "muted",
        state=danish.capital(made.status.word) if not ended else "Gennemført",
        open_words=f"Kom {one.came} af {one.called}" if one.called else "",
    )


def told(one: FamilyLine, today: date) -> Iterator[str]:
    """What stands beside the list about the chosen one, a sentence at a time."""
    made = one.place
    yield f"Med: {_company(one)}."
    if made.status is EnrolmentState.VENTER:
        days = f", {waited(one.days)}" if one.days > 0 else ""
        yield f"På listen siden {danish.day(made.asked_on)}{days}."
    elif made.from_day:
        days = f" Ventede {waited(one.days)}." if one.days > 0 else ""
        yield f"{danish.capital(_since(made, today)).removesuffix('.')}.{days}"
    if made.priority:
        yield f"Går forud: {made.priority_name}. {made.priority_because}"
    said = (
        ("Foreslået af: {}.", made.referrer),
        ("{}", made.referred_because),
        ("Hvorfor: {}", made.ended_because),
        ("Tager med: {}", made.outcome),
        ("Videre til: {}", made.referred_to),
    )
    yield from (words.format(what) for words, what in said if what)


def waited(days: int) -> str:
    """»i dag«, »12 dage«, »5 uger«."""
    if days < 1:
        return "fra i dag" if days == 0 else "endnu ikke"
    weeks = days // 7
    return danish.count(weeks, "uge", "uger") if weeks > 2 else danish.count(days, "dag", "dage")


def _short(one: FamilyLine) -> str:
    """What its yes lacks, in a column; the whole sentence stands beside the list."""
    if one.paused:
        return "På pause"
    return one.lacks.replace("Samtykket er", "Samtykke").replace(
        "Samtykket gælder ikke", "Samtykke ikke"
    )


def _since(made: Enrolment, today: date) -> str:
    begun = made.from_day or today
    if made.until:
        return f"med {danish.day_span(begun, made.until)}"
    return f"begynder {danish.day(begun)}" if begun > today else f"med siden {danish.day(begun)}"


def _company(one: FamilyLine) -> str:
    """While the guard stands nobody but the child is named, as on the family's own page."""
    others = () if one.guarded else (*one.place.adults, *one.place.siblings)
    return danish.join_and(["barnet", *(who.called for who in others)])


def _day(on: date | None, today: date) -> str:
    return danish.day_near(on, today) if on else ""
