"""The day list and the visit report as papers: short names on the first, none on the second."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.konsultation import KonsultationKind, Participant
from tvaerfaglig.domain.people import Dagtilbud
from tvaerfaglig.domain.protection import Basis
from tvaerfaglig.domain.visiting.areas import Areas
from tvaerfaglig.domain.visiting.contribution import Contribution
from tvaerfaglig.domain.visiting.visit import Visit, VisitState
from tvaerfaglig.printouts.papers.parts import Imprint, Present, StripFact
from tvaerfaglig.printouts.papers.visits import (
    AreaRow,
    DayListPaper,
    DayRow,
    DueRow,
    GivenPart,
    VisitReportPaper,
)
from tvaerfaglig.services.children.chronicle import POSITION_WORDS
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.konsultation.listing import KonsultationRow
from tvaerfaglig.services.printing import caution, paper_facts, pressing
from tvaerfaglig.services.printing.pressing import Pressed
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.visiting.day_list import DayList, Since, ToDo, day_list
from tvaerfaglig.store import queries

DAY_LIST, REPORT = "dagsliste", "besøgsrapport"
_THEMES = {KonsultationKind.ANONYM: "uden navn", KonsultationKind.TEMA: "generelt tema"}


def look_at_day_list(session: Session, visit_id: str) -> Pressed:
    """The day list as paper, with what to look at first."""
    found = day_list(session, visit_id)
    paper = day_list_paper(session, found)
    guard = caution.guard_advice(session, *children_on(found))
    sections = pressing.sections(paper)
    return Pressed(pressing.press(paper), sections, guard=guard)


def look_at_report(session: Session, visit_id: str, areas: Areas) -> Pressed:
    """The report as paper. It names no child."""
    paper = report_paper(session, day_list(session, visit_id), areas)
    sections = pressing.sections(paper)
    return Pressed(pressing.press(paper), sections, caution.cautions(session, "", sections))


def children_on(found: DayList) -> tuple[str, ...]:
    """Those whom the day list names: each one's log tells that it was printed."""
    named = [one.meeting.stored.record.child for one in found.todo if one.meeting is not None]
    named += [one.stored.record.child for one in found.due]
    named += [one.child for one in found.since]
    visible = found.names.children
    return tuple(dict.fromkeys(one for one in named if one in visible))


def day_list_paper(session: Session, found: DayList) -> DayListPaper:
    before = f"Siden sidst, {danish.day(found.before)}" if found.before else ""
    return DayListPaper(
        imprint=_imprint(session, found.visit, "At holde besøget."),
        guarded=any(map(partial(hides_parents, session), children_on(found))),
        who=f"{found.row.who}, {found.row.role}",
        when=_when(found.visit),
        strip=_strip(found),
        rows=tuple(_day_row(session, found, one) for one in found.todo),
        due=tuple(
            DueRow(
                what=one.what,
                about=_short(session, one.stored.record.child) or one.about,
                who=one.doers,
                due=danish.day_table(one.stored.record.due) if one.stored.record.due else "",
            )
            for one in found.due
        ),
        since_heading=before,
        since=tuple((_short(session, one.child), since_words(one)) for one in found.since),
        since_note=others_words(found.others),
    )


def _imprint(session: Session, visit: Visit, purpose: str) -> Imprint:
    """Of the house that is visited, whichever of her houses comes first."""
    made = paper_facts.imprint(session, None, purpose=purpose)
    house = queries.one(session.vault, Dagtilbud, visit.house)
    if house is None:
        return made
    return replace(
        made, house=house.record.name, address=paper_facts.house_line(house.record, None)
    )


def _when(visit: Visit) -> str:
    at = f" kl. {danish.span(visit.at, visit.to)}" if visit.at else ""
    place = f", {visit.place}" if visit.place else ""
    return danish.capital(f"{danish.day_long(visit.day)}{at}{place}")


def _strip(found: DayList) -> tuple[StripFact, ...]:
    meetings = sum(one.meeting is not None for one in found.todo)
    asked = sum(one.question is not None for one in found.todo)
    return (
        StripFact("Konsultationer", str(meetings)),
        StripFact("Spørgsmål, der venter", str(asked)),
        StripFact("Aftaler, der venter", str(len(found.due))),
        StripFact(
            "Sidst her", danish.day_of_month(found.before) if found.before else "Første besøg"
        ),
    )


def _day_row(session: Session, found: DayList, one: ToDo) -> DayRow:
    when = danish.span(one.at, one.to) if one.at else "Uden tid"
    if one.proposed and one.at:
        when = f"{when}\n(forslag)"
    if one.question is not None:
        asked = one.question.record
        whom = f"Et barn, {asked.age_band}" if asked.age_band else "Uden navn"
        text = f"{found.names.of_staff(asked.by)} spørger: {asked.text}"
        return DayRow(when=when, whom=whom, question=text, basis="Uden navn")
    assert one.meeting is not None
    return DayRow(
        when=when,
        whom=_whom(session, one.meeting),
        question=one.meeting.question,
        basis=basis_words(one.meeting),
    )


def _whom(session: Session, row: KonsultationRow) -> str:
    return _short(session, row.stored.record.child) or row.heading


def _short(session: Session, child: str) -> str:
    """First name and an initial: others can read along where it lies."""
    found = session.children().get(child)
    return found.record.short_name if found else ""


def basis_words(row: KonsultationRow) -> str:
    """On what it may be talked about, for the list and the paper."""
    note = row.stored.record
    if note.kind in _THEMES:
        return danish.capital(_THEMES[note.kind])
    return danish.capital(Basis(note.basis).word) if note.basis in set(Basis) else note.basis


def since_words(one: Since) -> str:
    """»3 observationer, 1 samtale, nu: Bekymring«."""
    parts = [
        danish.count(one.observations, "observation", "observationer") if one.observations else "",
        danish.count(one.talks, "samtale", "samtaler") + " med forældrene" if one.talks else "",
        danish.count(one.letters, "skridt", "skridt") + " i en underretning" if one.letters else "",
        f"nu: {POSITION_WORDS[one.position]}" if one.position else "",
    ]
    return ", ".join(filter(None, parts))


def others_words(others: Since) -> str:
    """How much was written about children whom one may not see; never who."""
    words = since_words(others)
    return f"Om børn, du ikke har adgang til: {words}." if words else ""


def report_paper(session: Session, found: DayList, areas: Areas) -> VisitReportPaper:
    """Only of one that was held: before that there is nothing to report."""
    visit = found.visit
    if visit.status is not VisitState.HOLDT:
        raise Unclear("Rapporten kan skrives ud, når besøget er noteret som holdt.")
    nameless = [one.stored.record for one in found.given if not one.stored.record.child]
    named = len(found.given) - len(nameless)
    return VisitReportPaper(
        imprint=_imprint(session, visit, "At huset ved, hvad besøget gav."),
        who=f"{found.row.who}, {found.row.role}",
        when=_when(visit),
        present=tuple(_present(one) for one in visit.present),
        strip=_report_strip(found),
        theme=visit.theme,
        told=visit.told,
        given=tuple(_given(one, areas) for one in nameless),
        elsewhere=_elsewhere(named),
        next_visit=danish.day_long(found.next_on) if found.next_on else "",
    )


def _report_strip(found: DayList) -> tuple[StripFact, ...]:
    visit = found.visit
    about = " og ".join(one.value for one in visit.was_about).replace("barn", "børn")
    home = sum(
        one.stored.record.outcome is not None and one.stored.record.outcome.value == "hjemmebesoeg"
        for one in found.given
    )
    return (
        StripFact("Tid brugt", minutes_words(visit.minutes) or "Ikke skrevet"),
        StripFact("Handlede om", danish.capital(about) or "Ikke skrevet"),
        StripFact("Børn, der blev set på", str(len(found.given))),
        StripFact("Hjemmebesøg tilbudt", str(home)),
    )


def minutes_words(minutes: int | None) -> str:
    """»2 t. 30 min.«."""
    if minutes is None:
        return ""
    hours, left = divmod(minutes, 60)
    return " ".join(
        filter(None, (f"{hours} t." if hours else "", f"{left} min." if left or not hours else ""))
    )


def _present(one: Participant) -> Present:
    return Present(one.name, one.role)


def _given(one: Contribution, areas: Areas) -> GivenPart:
    outcome = one.outcome.word if one.outcome else ""
    return GivenPart(
        heading=f"Et barn, {one.age_band}" if one.age_band else "Et barn",
        question=one.question,
        areas=tuple(
            AreaRow(
                area=seen.name or areas.name_of(seen.area),
                step=areas.word(seen.step),
                seen=seen.seen,
            )
            for seen in one.areas
        ),
        advice=one.advice,
        outcome=". ".join(filter(None, (outcome, one.outcome_because))),
    )


def _elsewhere(named: int) -> str:
    if not named:
        return ""
    who = "ét barn" if named == 1 else f"{named} børn"
    return f"Om {who} er der skrevet på barnets side, hvor samtykket står."
