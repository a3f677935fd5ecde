"""What the house has written about Alma: a record behind each door, written by those who may."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path
from typing import Any

from tvaerfaglig.domain.acts import ListBroughtIn
from tvaerfaglig.domain.concern import Concern, NotNow, Position
from tvaerfaglig.domain.efforts.form import FormUse
from tvaerfaglig.domain.efforts.goals import Goal
from tvaerfaglig.domain.efforts.kind import Subject
from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.planning import SessionPlan
from tvaerfaglig.domain.efforts.records import Attends, Effort, Enrolment
from tvaerfaglig.domain.efforts.sheets import FieldAnswer, Sheet
from tvaerfaglig.domain.emergency import Emergency
from tvaerfaglig.domain.follow_up import Contacted
from tvaerfaglig.domain.indsigt import Indsigt
from tvaerfaglig.domain.konsultation import Agreement, Konsultation, KonsultationKind, Participant
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Basis, Samtykke
from tvaerfaglig.domain.retention import HeldBy
from tvaerfaglig.domain.rounds.records import Assigned, Doing, Joint, Mark, Rating, Round
from tvaerfaglig.domain.staff_case import Noted
from tvaerfaglig.domain.statusudtalelser.records import Statusudtalelse
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.tovholder import Tovholder
from tvaerfaglig.domain.underretning import Stage, Underretning
from tvaerfaglig.domain.visiting.contribution import Contribution
from tvaerfaglig.domain.visiting.visit import Visit
from tvaerfaglig.exchange.listed import Listed
from tvaerfaglig.services import library, recording, underretninger
from tvaerfaglig.services.after_sending import calls, reminders
from tvaerfaglig.services.after_sending.wording import Wording
from tvaerfaglig.services.agreements import acts as agreed
from tvaerfaglig.services.children import attachments, protecting
from tvaerfaglig.services.consent import acts as consent_acts
from tvaerfaglig.services.efforts import enrolling, starting
from tvaerfaglig.services.efforts import goals as effort_goals
from tvaerfaglig.services.efforts import sessions as effort_days
from tvaerfaglig.services.efforts import sheets as effort_sheets
from tvaerfaglig.services.efforts import shelf as effort_shelf
from tvaerfaglig.services.efforts import visits as effort_visits
from tvaerfaglig.services.erasing import holds
from tvaerfaglig.services.indsigt import finishing
from tvaerfaglig.services.indsigt.finishing import Made
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.lists.attendance import OpenedAttendance, open_attendance
from tvaerfaglig.services.lists.opening import Opened, open_children
from tvaerfaglig.services.proposing import acts as proposals
from tvaerfaglig.services.rounds import planning, rating, together
from tvaerfaglig.services.staff_case import cases as sealed_cases
from tvaerfaglig.services.statusudtalelser import acts as status_acts
from tvaerfaglig.services.statusudtalelser import writing as statuses
from tvaerfaglig.services.tovholder import holding
from tvaerfaglig.services.versions import points
from tvaerfaglig.services.waiting import snoozing
from tvaerfaglig.store import queries

TODAY = date(2026, 11, 12)
COMING = date(2026, 12, 1)
SECRET = "Alma sagde noget om sin far, som kun Solsikken ved."
NOTED = Noted(id="", day=TODAY, seen=SECRET)


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """What the house has written about Alma, by id; and what the acts need besides."""

    observation: str
    letter: str
    finished: str
    comment: str
    proposal: str
    taken: str
    sitting: str
    sent: str
    sent_paper: str
    step: str
    contact: str
    reminder: str
    rung: str
    decision: str
    concern: str
    snooze: str
    status: str
    status_paper: str
    hold: str
    indsigt: str
    brought: str
    sharing: str
    samtykke: str
    konsultation: str
    anonymous: str
    agreement: str
    loose: str
    tovholder: str
    attachment: str
    sealed: str
    emergency: str
    visit: str
    contribution: str
    round: str
    laid_away: str
    effort: str
    effort_day: str
    place: str
    goal: str
    effort_sheet: str
    effort_visit: str
    library: library.Library
    opened: Opened
    attendance: OpenedAttendance
    file: Path

    def observed(self) -> Observation:
        return Observation(day=TODAY, involved=(Involved(child="alma"),), text="Kom sent.")

    def called(self) -> Contacted:
        return Contacted(underretning=self.sent, child="alma", day=TODAY, said="Mit.")


Act = Callable[[Any, Shelf], Any]


def fill(world: Any, place: Path) -> Shelf:
    """Alma's file, written by Mette and her leader; nobody else has been let in."""
    mette, hanne, stock = world.session("mette"), world.session("hanne"), library.load()
    file = place / "tegning.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    seen = Observation(day=TODAY, involved=(Involved(child="alma"),), text=SECRET)
    observation = recording.save(mette, seen).id
    letter = underretninger.begin(mette, "alma").id
    given = Samtykke(child="alma", given_by="alma-mor", given_on=TODAY)
    konsultation = konsultationer.plan(mette, named_note()).id
    made = Agreement(what=SECRET, child="alma", made_on=TODAY)
    return Shelf(
        observation=observation,
        letter=letter,
        sharing=protecting.share_child(mette, "alma", "line", Basis.UNDERRETNINGSPLIGT).id,
        samtykke=consent_acts.save(mette, given).id,
        konsultation=konsultation,
        anonymous=konsultationer.plan(mette, anonymous_note()).id,
        agreement=agreed.save(mette, replace(made, konsultation=konsultation)).id,
        loose=agreed.save(mette, made).id,
        tovholder=holding.hand_over(
            mette, Tovholder(child="alma", who="hanne", day=TODAY, note=SECRET)
        ).id,
        attachment=attachments.put(mette, "alma", file).id,
        sealed=sealed_cases.begin(
            mette, concerning=SECRET, leader="", children=("alma",), first=NOTED
        ).id,
        emergency=_emergency(mette),
        decision=_decided(mette),
        concern=_worried(mette),
        snooze=snoozing.snooze(
            mette, "alma", "stille", what=SECRET, until=COMING, because=SECRET
        ).id,
        **_of_visit(world.session("line")),
        library=stock,
        file=file,
        **_of_letter(mette, hanne, letter, observation, stock),
        **_after(mette, stock),
        **_of_status(mette, observation, stock),
        **_of_leader(hanne),
        **_of_round(mette, hanne, stock),
        **_of_effort(hanne),
    )


def _of_letter(mette: Any, hanne: Any, letter: str, observation: str, stock: Any) -> dict[str, str]:
    """Written in, finished, opened again, commented on, with two proposals: one open, one taken in."""
    underretninger.save_section(mette, letter, "resume", SECRET)
    underretninger.insert_observation(mette, letter, observation)
    finished = underretninger.finish(mette, letter, stock).id
    underretninger.new_version(mette, letter)
    taken = proposals.propose(hanne, letter, "resume", "noget", "meget").id
    proposals.accept(mette, taken, {})
    return {
        "finished": finished,
        "comment": underretninger.comment(mette, letter, SECRET).id,
        "proposal": proposals.propose(hanne, letter, "resume", "sin far", "faren").id,
        "taken": taken,
        "sitting": next(one.id for one in points(mette, letter) if one.first),
    }


def _after(mette: Any, stock: Any) -> dict[str, str]:
    """A letter that was sent, a call about it, and the first of the letters that follow."""
    sent = underretninger.begin(mette, "alma").id
    underretninger.save_section(mette, sent, "resume", SECRET)
    paper = underretninger.finish(mette, sent, stock).id
    step = underretninger.register_step(mette, sent, Stage.AFSENDT).id
    call = Contacted(underretning=sent, child="alma", day=TODAY, said=SECRET)
    rung = stock.ladder.rungs[0].id
    return {
        "sent": sent,
        "sent_paper": paper,
        "step": step,
        "contact": calls.note(mette, call).id,
        "rung": rung,
        "reminder": reminders.finish(mette, sent, rung, Wording(opening=SECRET), stock).id,
    }


def _of_status(mette: Any, observation: str, stock: Any) -> dict[str, str]:
    """Finished once and open for a correction."""
    form = stock.statusudtalelse
    status = statuses.begin(mette, "alma", form).id
    statuses.choose(mette, status, observation)
    paper = status_acts.finish(mette, status, form).id
    status_acts.correct(mette, status)
    return {"status": status, "status_paper": paper}


def _of_leader(hanne: Any) -> dict[str, Any]:
    """What only the leader of the house does: a hold, an insight handed out, a list brought in."""
    done = Indsigt(child="alma", day=TODAY, by="hanne", receiver=SECRET, basis="part")
    listed = Listed(((1, ("Navn", "2.11.2026", "3.11.2026")), (2, ("Alma Nowak", "x", "x"))))
    with hanne.write() as pen:
        brought = pen.put(
            ListBroughtIn(what="børneliste", at="2026-11-12T08:00", house="maelkeboetten", rows=1)
        )
    return {
        "hold": holds.set_hold(hanne, "alma", HeldBy.KLAGE, SECRET).id,
        "indsigt": finishing.keep(hanne, Made(b"%PDF-1.7", done))[0],
        "brought": brought,
        "opened": open_children(hanne, listed),
        "attendance": open_attendance(hanne, listed),
    }


def _of_visit(line: Any) -> dict[str, str]:
    """What the sundhedsplejerske wrote about her while she was shared."""
    visit = Visit(staff="line", house="maelkeboetten", day=TODAY)
    with line.write() as pen:
        planned = pen.put(visit)
        given = Contribution(
            visit=planned, house=visit.house, day=TODAY, by="line", child="alma", advice=SECRET
        )
        return {"visit": planned, "contribution": pen.put(given)}


def _of_round(mette: Any, hanne: Any, stock: Any) -> dict[str, str]:
    """One that runs, where both have rated Alma and said something together; and one laid away."""
    alma = Assigned(child="alma", raters=("mette", "hanne"))
    made = Round(dagtilbud="maelkeboetten", first=TODAY, last=COMING, assigned=(alma,))
    away, running = planning.save(hanne, made).id, planning.save(hanne, made).id
    planning.remove(hanne, away)
    planning.start(hanne, running)
    domains = [one.id for one in stock.trivselsrunde.domains]
    marks = tuple(Mark(domain=one, step="trives", sentence=SECRET) for one in domains)
    own = Rating(round=running, child="alma", by="", day=TODAY, marks=marks, overall="trives")
    for one in (mette, hanne):
        rating.give(one, stock, own)
    said = Joint(
        round=running, child="alma", day=TODAY, overall="trives", position=Position.TRIVES,
        sentence=SECRET, doing=(Doing.HOLD_FAST,),
    )  # fmt: skip
    together.save(mette, stock, said)
    return {"round": running, "laid_away": away}


def _of_effort(hanne: Any) -> dict[str, str]:
    """A handleplan with Alma's parents: her place, a goal, a sheet, a visit and a day of it."""
    kind = next(one for one in effort_shelf.shelf(hanne) if one.kind.id == "foraeldresamarbejde")
    made = Effort(
        kind=kind.ref, name="Handleplan", house="maelkeboetten", subject=Subject.BARN, start=TODAY
    )
    effort = starting.save(hanne, made).id
    asked = Enrolment(
        effort=effort, child="alma", asked_on=TODAY, referrer=SECRET,
        adults=(Attends(person="alma-mor", called=SECRET),),
    )  # fmt: skip
    place = enrolling.ask(hanne, asked).id
    enrolling.admit(hanne, place, TODAY)
    goal = Goal(
        effort="", enrolment=place, child="", day=TODAY, text=SECRET, steps=("Det ene", "Det andet")
    )
    sheet = Sheet(
        effort=effort, form="handleplan", name="", use=FormUse.START, day=TODAY, enrolment=place,
        answers=(FieldAnswer(field="kan", text=SECRET),),
    )  # fmt: skip
    visit = VisitLog(effort=effort, enrolment=place, day=TODAY, by=("mette",), note=SECRET)
    plan = SessionPlan(first=TODAY, times=1)
    days = effort_days.propose(hanne, effort, plan).days
    return {
        "effort": effort,
        "place": place,
        "effort_day": effort_days.accept(hanne, effort, plan, days).sessions[0],
        "goal": effort_goals.save(hanne, goal).id,
        "effort_sheet": effort_sheets.save(hanne, sheet).id,
        "effort_visit": effort_visits.save(hanne, visit).id,
    }


def _emergency(session: Any) -> str:
    """One that somebody else had, long over."""
    over = date(2026, 1, 1)
    with session.write() as pen:
        return pen.put(
            Emergency(child="alma", staff="line", reason=SECRET, at="2026-01-01T08:00", until=over)
        )


def _decided(session: Any) -> str:
    made = NotNow(child="alma", day=TODAY, because=SECRET, by=("mette",), seen_again_on=COMING)
    return recording.save(session, made).id


def _worried(session: Any) -> str:
    made = Concern(child="alma", first_noticed=TODAY, by="mette", title=SECRET, next_on=COMING)
    return recording.save(session, made).id


def named_note(**more: Any) -> Konsultation:
    facts = {
        "kind": KonsultationKind.NAVNGIVET,
        "child": "alma",
        "day": TODAY,
        "basis": Basis.TIDLIGT_SAMARBEJDE.value,
        "question": SECRET,
        "participants": (Participant(name="Mette Sørensen", staff="mette"),),
    }
    return Konsultation(**(facts | more))


def anonymous_note() -> Konsultation:
    return Konsultation(day=TODAY, age_band="2 år", dagtilbud="maelkeboetten")


def child_card(session: Any) -> Child:
    return stored(session, Child, "alma").record


def letter_head(session: Any, letter: str) -> Underretning:
    return stored(session, Underretning, letter).record


def status_text(session: Any, shelf: Shelf) -> Statusudtalelse:
    return stored(session, Statusudtalelse, shelf.status).record


def stored(session: Any, kind: Any, record: str) -> Stored[Any]:
    """Past the doors, as no window can: for acts that must be handed what they ask about."""
    found = queries.one(session.vault, kind, record)
    assert found is not None
    return found


NINE = time(9)
