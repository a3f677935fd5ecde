"""The papers of a volunteer: the agreement, her week, and thanks. No child and no family is named on them.

Her own name is put in when all else is masked: she may bear the name of a child.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.kind import EffortKind
from tvaerfaglig.domain.efforts.logs import Hours
from tvaerfaglig.domain.efforts.records import Effort
from tvaerfaglig.domain.efforts.sheets import FieldAnswer, WeekRow
from tvaerfaglig.domain.efforts.volunteers import Volunteer, VolunteerPlace
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.printouts.papers.efforts import ThanksPaper, VolunteerAgreementPaper, WeekPlanPaper
from tvaerfaglig.printouts.papers.parts import Signer, StripFact
from tvaerfaglig.services import library
from tvaerfaglig.services.efforts import rules, sheets, volunteers
from tvaerfaglig.services.efforts.papers import facts
from tvaerfaglig.services.efforts.papers.others import masked
from tvaerfaglig.services.efforts.papers.which import EffortPaper
from tvaerfaglig.services.efforts.shelf import kind_of
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

DUTY = "almindelig_pligt"
FAMILY = "En familie, som I har aftalt det med"
NO_WEEK = "Der er ikke aftalt faste dage med den frivillige endnu."
_WORTH, _BEGINNING, _GAVE = "vaerdi", "introduktion", "udbytte"


@dataclass(frozen=True, slots=True)
class _Who:
    """A volunteer with the effort she came through, and where she comes."""

    record: Volunteer
    effort_id: str
    effort: Effort
    kind: EffortKind
    places: tuple[VolunteerPlace, ...]


def _who(session: Session, effort_id: str, volunteer_id: str) -> _Who:
    """For those of her house."""
    effort = rules.found(session, effort_id).record
    here = volunteers.volunteers(session, effort.house)
    stored = next((one for one in here if one.id == volunteer_id), None)
    if stored is None:
        raise NotFound("Den frivillige findes ikke længere.")
    every = reversed(queries.all_of(session.vault, VolunteerPlace))
    places = tuple(one.record for one in every if one.record.volunteer == volunteer_id)
    return _Who(stored.record, effort_id, effort, kind_of(session, effort), places)


def agreement(session: Session, effort_id: str, volunteer_id: str) -> VolunteerAgreementPaper:
    """As it stands now; what is not agreed on yet is left out or said to be missing."""
    who = _who(session, effort_id, volunteer_id)
    made, now = (
        who.record,
        [one for one in who.places if one.until is None or one.until >= session.today],
    )
    week = _week(session, who, now)
    leader = _leader(session, who.effort)
    paper = VolunteerAgreementPaper(
        imprint=facts.house_imprint(session, who.effort.house, EffortPaper.RAMMEAFTALE.purpose),
        name="",
        association=made.association,
        about=_about(session, who, now),
        first=danish.day(min(one.from_day for one in now)) if now else "",
        until=danish.day(max(last)) if (last := [one.until for one in now if one.until]) else "",
        contact=_host(session, who),
        strip=tuple(_strip(made)),
        worth=_answer(session, who, _WORTH).text,
        week=facts.week_lines(week),
        hours="" if week else "Det aftaler vi fra gang til gang.",
        beginning=_answer(session, who, _BEGINNING).text,
        may=made.may or who.kind.may,
        may_not=made.may_not or who.kind.may_not,
        duty=_duty(session),
    )
    own = (Signer(made.name, "frivillig"), leader)
    return replace(masked(session, paper, effort_id), name=made.name, signers=own)


def _duty(session: Session) -> str:
    """What everybody's duty is, by the law of the day, with where it stands; nothing that was not read at a source."""
    ref = library.law().ref(DUTY)
    return f"{ref.in_letter.rstrip('.')}, se {ref.cite}." if ref.is_law(session.today) else ""


def _about(session: Session, who: _Who, now: list[VolunteerPlace]) -> str:
    """Activities by their names; a family is never named on it."""
    efforts = {one.effort: queries.one(session.vault, Effort, one.effort) for one in now}
    said = [FAMILY if one.child else _activity(efforts[one.effort]) for one in now]
    return danish.join_and(list(dict.fromkeys(filter(None, said)))) or who.effort.activity


def _activity(stored: Stored[Effort] | None) -> str:
    return (stored.record.activity or stored.record.name) if stored else ""


def _strip(made: Volunteer) -> Iterator[StripFact]:
    days = (
        ("Børneattest", made.attest_on),
        ("Tavshedspligt", made.secrecy_on),
        ("Aftale", made.agreed_on),
    )
    for label, day in days:
        yield StripFact(label, danish.day(day) if day else "Mangler")


def _host(session: Session, who: _Who) -> str:
    staff, house = session.staff(), session.houses().get(who.effort.house)
    phone = f"tlf. {house.phone}" if house and house.phone else ""
    own = [one.staff for one in who.effort.seated if one.staff in staff]
    host = who.record.host or next(iter(own), "")
    named = facts.staff_names(session, (host,)) if host in staff else ""
    return ", ".join(filter(None, (named, phone)))


def _leader(session: Session, effort: Effort) -> Signer:
    """Who signs for the house."""
    every = session.staff().values()
    lead = [one for one in every if one.role.leads and one.active and effort.house in one.houses]
    return Signer(lead[0].name, lead[0].role.word) if lead else Signer("", "for huset")


def _answer(session: Session, who: _Who, field: str) -> FieldAnswer:
    """What was last written about the whole effort, without names."""
    every = (one.record.answer(field) for one in sheets.house_sheets(session, who.effort_id))
    return next((one for one in every if not one.is_empty), FieldAnswer(field=field))


def week_plan(session: Session, effort_id: str, volunteer_id: str) -> WeekPlanPaper:
    """The days that are agreed on with her."""
    who = _who(session, effort_id, volunteer_id)
    now = [one for one in who.places if one.until is None or one.until >= session.today]
    week = _week(session, who, now)
    if not week or not now:
        raise Unclear(NO_WEEK)
    paper = WeekPlanPaper(
        imprint=facts.house_imprint(session, who.effort.house, EffortPaper.UGEPLAN.purpose),
        effort=danish.capital(_about(session, who, now)),
        to="",
        since=danish.day(min(one.from_day for one in now)),
        week=facts.week_lines(week),
        tasks=who.record.may or who.kind.may,
        tasks_heading="Det er opgaven",
        contact=_call(session, who),
    )
    return replace(masked(session, paper, effort_id), to=who.record.name)


def _week(session: Session, who: _Who, now: list[VolunteerPlace]) -> list[WeekRow]:
    """The days agreed on with her; without them those of the activity."""
    own = [row for one in now for row in one.weekly]
    if own:
        return own
    every = (one.record.answers for one in sheets.house_sheets(session, who.effort_id))
    weeks = (answer.week for answers in every for answer in answers if answer.week)
    return list(next(weeks, ()))


def has_week(session: Session, effort_id: str, volunteer_id: str) -> bool:
    """Whether days are agreed on with her."""
    who = _who(session, effort_id, volunteer_id)
    now = [one for one in who.places if one.until is None or one.until >= session.today]
    return bool(now and _week(session, who, now))


def _call(session: Session, who: _Who) -> str:
    host = _host(session, who)
    return f"Ring til {host}." if host else facts.contact(session, who.effort)


def thanks(session: Session, effort_id: str, volunteer_id: str) -> ThanksPaper:
    """What she gave, in hours and in the house's own words."""
    who = _who(session, effort_id, volunteer_id)
    made = who.record
    paper = ThanksPaper(
        imprint=facts.house_imprint(session, who.effort.house, EffortPaper.TAK.purpose),
        name="",
        period=_period(session, who),
        hours=_hours(session, volunteer_id),
        about=_gave_time_to(session, who),
        gave_us=made.thanks or _answer(session, who, _GAVE).text,
        signer=_leader(session, who.effort),
    )
    return replace(masked(session, paper, effort_id), name=made.first_name)


def _gave_time_to(session: Session, who: _Who) -> str:
    """As it stands after »med«; of a family nothing is said."""
    activities = [one for one in who.places if not one.child]
    said = _about(session, who, activities) if activities else ""
    return f"»{said}«" if said else ""


def _hours(session: Session, volunteer_id: str) -> str:
    every = queries.about_nobody(session.vault, Hours)
    minutes = sum(one.record.minutes for one in every if one.record.volunteer == volunteer_id)
    whole, half = divmod(round(minutes / 30), 2)
    if not minutes:
        return ""
    return f"{whole}{',5' if half else ''} {'time' if (whole, half) == (1, 0) else 'timer'}"


def _period(session: Session, who: _Who) -> str:
    if not who.places:
        return ""
    first = min(one.from_day for one in who.places)
    last = who.record.ended_on or session.today
    return f"{danish.day(first)}–{danish.day(last)}" if last > first else danish.day(first)
