"""What waits for me, what comes in the next days, who has gone quiet, and what changed since yesterday."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.concern import NOT_SEEN_AGAIN, OPEN, Concern, NotNow, Position, PositionSet
from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
    KonsultationState,
)
from tvaerfaglig.domain.ladder import Ladder
from tvaerfaglig.domain.observation import SHORT, Observation
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Samtykke
from tvaerfaglig.domain.retention import Retention
from tvaerfaglig.domain.statusudtalelser.records import StatusStage
from tvaerfaglig.domain.stored import Draft, Stored, as_written
from tvaerfaglig.domain.underretning import (
    Finished,
    Stage,
    Step,
    Underretning,
    needs_writing,
    stage_of,
)
from tvaerfaglig.services import drafts, emergencies, konsultationer, phoning, sealed_cases
from tvaerfaglig.services.after_sending.waits import Expected, followed
from tvaerfaglig.services.children import standing_guard
from tvaerfaglig.services.chronicle import first_sentence
from tvaerfaglig.services.erasing.due import files_due
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.statusudtalelser.stages import status_stages
from tvaerfaglig.store import queries

_AHEAD = timedelta(days=35)
_EXPIRES_SOON = timedelta(days=30)
_WHY = 90
"""So much of a reason stands on Overblik; the rest where it was written."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits: which kind, about whom, until when (None: whenever), and where it is done."""

    kind: str
    what: str
    about: str
    due: date | None
    place: str
    argument: str
    child: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class Quiet:
    """A child without a new observation for some weeks. Quiet is not the same as well."""

    id: str
    child: Child
    weeks: int
    position: Position | None


@dataclass(frozen=True, slots=True)
class Ahead:
    day: date
    what: str
    place: str
    argument: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole of *Overblik*."""

    today: date
    visits: tuple[konsultationer.KonsultationRow, ...]
    waiting: tuple[Waiting, ...]
    quiet: tuple[Quiet, ...]
    since: tuple[Stored[Any], ...]
    ahead: tuple[Ahead, ...]
    drafts: tuple[Draft, ...]
    children: int
    names: Names


def overview(
    session: Session, retention: Retention | None = None, ladder: Ladder | None = None
) -> Overview:
    """Everything that waits for the actor today. Reads no note, and is not itself noted as reading."""
    children = {one: stored for one, stored in session.children().items() if not stored.record.left}
    meetings = konsultationer.coming(session)
    who = names(session)
    things = [
        *_in_need(session),
        *_call(session),
        *_letters(session, children, ladder),
        *_statuses(session, children),
        *_agreements(session, who),
        *_short_notes(session, who),
        *_decisions(session, children),
        *_concerns(session, children),
        *_unfinished_notes(session, meetings),
        *_views(session, meetings),
        *_samtykker(session, children),
        *_sealed(session),
        *_to_erase(session, retention),
    ]
    things.sort(key=lambda one: (one.due is None, one.due or date.max))
    return Overview(
        today=session.today,
        visits=tuple(
            sorted(_today(session, meetings), key=lambda row: row.stored.record.happened())
        ),
        waiting=tuple(things),
        quiet=tuple(_quiet(session, children)),
        since=tuple(_since(session, children)),
        ahead=tuple(_ahead(session, meetings)),
        drafts=tuple(drafts.mine(session, Observation.KIND)),
        children=_mine(session, children),
        names=who,
    )


def _to_erase(session: Session, retention: Retention | None) -> Iterator[Waiting]:
    """For the leader: files that have been kept long enough. Only that; what else is due stands in Sletning."""
    many = files_due(session, retention) if retention else 0
    if many:
        what = "Ét barns sag kan slettes" if many == 1 else f"{many} børns sager kan slettes"
        about = "Fristen er nået. Du ser det igennem og bestemmer"
        yield Waiting("sletning", what, about, None, "indstillinger", "sletning")


def _mine(session: Session, children: dict[str, Stored[Child]]) -> int:
    """How many children are mine to look after: my stuer's, or all I may see when I have no stue."""
    here = [one.record for one in children.values() if one.record.enrolled]
    stuer = session.actor.stuer
    return sum(one.stue in stuer for one in here) if stuer else len(here)


def _short(children: dict[str, Stored[Child]], child: str) -> str:
    return children[child].record.short_name if child in children else ""


def _call(session: Session) -> Iterator[Waiting]:
    """A call that one began to write down, and was locked out of or called away from."""
    for _ in drafts.mine(session, phoning.KIND):
        what = "Skriv opkaldet til kommunen færdigt"
        yield Waiting("brev", what, "Det, du begyndte på, står i Akut", session.today, "akut", "")


def _in_need(session: Session) -> Iterator[Waiting]:
    """A child somebody opened in need: the leader is told who, whom, why and when, until she has seen it."""
    for told in emergencies.not_seen_yet(session):
        at = f"{danish.day_short(told.at.date())} kl. {danish.clock(told.at.time())}"
        what = f"{told.who} åbnede {told.child_name} i nødadgang"
        about = f"{at}: {told.reason}"
        yield Waiting(
            "noedadgang", what, about, told.at.date(), "boern", told.child, told.child, told.id
        )


def _letters(
    session: Session, children: dict[str, Stored[Child]], ladder: Ladder | None
) -> Iterator[Waiting]:
    steps = as_written(queries.of_children(session.vault, Step, children))
    finished = queries.of_children(session.vault, Finished, children)
    after = followed(session, children, ladder)
    for letter in queries.of_children(session.vault, Underretning, children):
        own_steps = tuple(one.record for one in steps if one.record.underretning == letter.id)
        copies = tuple(one.record for one in finished if one.record.underretning == letter.id)
        child = _short(children, letter.record.child)
        thing = _letter(session, letter, child, copies, own_steps)
        if thing:
            yield thing
        if _concerns_me(session, letter):
            stage = stage_of(copies, own_steps)
            found = after.expected(letter, child, stage, own_steps)
            urgent = needs_writing(copies, own_steps)
            yield from (
                _expected(one, letter) for one in found if not urgent or one.kind == "loefte"
            )


def _concerns_me(session: Session, letter: Stored[Underretning]) -> bool:
    """Whoever writes it, and the leader."""
    ours = {letter.written_by, letter.changed_by, *letter.record.writers}
    return session.my_id in ours or session.actor.role.leads


def _expected(one: Expected, letter: Stored[Underretning]) -> Waiting:
    return _waits(one.kind, one.what, one.about, one.on, letter)


def _letter(
    session: Session,
    letter: Stored[Underretning],
    child: str,
    finished: tuple[Finished, ...],
    steps: tuple[Step, ...],
) -> Waiting | None:
    """What one does with the letter itself; what is waited for after it is sent comes from `followed`."""
    stage = stage_of(finished, steps)
    mine = session.my_id in {letter.written_by, letter.changed_by, *letter.record.writers}
    ours = _concerns_me(session, letter)
    if needs_writing(finished, steps) and ours:
        words = "Ringet til kommunen. Brevet mangler endnu"
        return _waits("brev", f"Skriv underretningen om {child}", words, session.today, letter)
    if stage is Stage.KLADDE and mine:
        return _waits("underretning", f"Underretning om {child}", "Kladde", session.today, letter)
    if stage is Stage.FAERDIG and ours:
        return _waits(
            "send", f"Send underretningen om {child}", "Færdig, ikke sendt", session.today, letter
        )
    laid = next((s for s in reversed(steps) if s.stage is Stage.HENLAGT and s.seen_again_on), None)
    if laid and stage is Stage.HENLAGT and ours:
        why = first_sentence(names(session).said(laid.note), _WHY)
        about = f"Underretning lagt til side: {why}"
        return _waits("set_igen", f"Se på {child} igen", about, laid.seen_again_on, letter)
    return None


def _statuses(session: Session, children: dict[str, Stored[Child]]) -> Iterator[Waiting]:
    """What the municipality has asked for: written by its day, and then sent."""
    leads = session.actor.role.leads
    for status, stage in status_stages(session.vault, children):
        record, child = status.record, _short(children, status.record.child)
        mine = session.my_id in {status.written_by, status.changed_by, *record.writers}
        if stage is StatusStage.SENDT or not (mine or leads):
            continue
        due = record.request.due
        if stage is StatusStage.FAERDIG:
            kind, what, about = "send", f"Send statusudtalelsen om {child}", "Færdig, ikke sendt"
            due = due or session.today
        else:
            kind, what = "statusudtalelse", f"Statusudtalelse om {child}"
            about = f"Kladde til {record.request.authority or 'kommunen'}"
        yield Waiting(kind, what, about, due, "statusudtalelser", status.id, record.child)


def _waits(
    kind: str, what: str, about: str, due: date | None, letter: Stored[Underretning]
) -> Waiting:
    return Waiting(kind, what, about, due, "underretninger", letter.id, letter.record.child)


def _agreements(session: Session, who: Names) -> Iterator[Waiting]:
    for one in queries.in_state(session.vault, Agreement, AgreementState.AABEN):
        agreement = one.record
        if session.my_id in agreement.who:
            yield Waiting(
                kind="aftale",
                what=who.said(agreement.what),
                about=_about(agreement, who),
                due=agreement.due,
                place="konsultationer",
                argument=agreement.konsultation,
                child=agreement.child,
                record=one.id,
            )


def _about(agreement: Agreement, who: Names) -> str:
    """Whom an agreement is about, for whoever may see her; else where it was made."""
    if agreement.child in who.children:
        return f"Aftale om {who.children[agreement.child].split()[0]}"
    return "Aftale fra en konsultation" if agreement.konsultation else "Aftale"


def _short_notes(session: Session, who: Names) -> Iterator[Waiting]:
    for one in queries.in_state(session.vault, Observation, SHORT):
        here = [child for child in one.record.about() if child in who.children]
        if one.written_by == session.my_id and here:
            child = here[0]
            words = who.said(one.record.text)
            yield Waiting(
                "kort",
                f"Skriv om {who.of_child(child).split()[0]} færdig",
                words,
                None,
                "observation",
                one.id,
            )


def _decisions(session: Session, children: dict[str, Stored[Child]]) -> Iterator[Waiting]:
    who = names(session)
    for one in queries.of_children(session.vault, NotNow, children, NOT_SEEN_AGAIN):
        decision = one.record
        deciders = decision.by or (one.written_by,)
        if session.my_id in {*deciders, one.written_by} or session.actor.role.leads:
            said = danish.join_and([who.first(each) for each in deciders])
            yield Waiting(
                "set_igen",
                f"Se på {_short(children, decision.child)} igen",
                f"{said} besluttede at vente: {first_sentence(who.said(decision.because), _WHY)}",
                decision.seen_again_on,
                "boern",
                decision.child,
                decision.child,
                one.id,
            )


def _concerns(session: Session, children: dict[str, Stored[Child]]) -> Iterator[Waiting]:
    for one in queries.of_children(session.vault, Concern, children, OPEN):
        concern = one.record
        mine = session.my_id in {concern.by, one.written_by}
        if mine and concern.next_on is None:
            what = f"Hvornår ser I på {_short(children, concern.child)} igen?"
            yield Waiting(
                "bekymring", what, concern.title, None, "boern", concern.child, concern.child
            )
        elif mine and concern.next_on:
            what = f"Følg op om {_short(children, concern.child)}"
            yield Waiting(
                "bekymring",
                what,
                concern.title,
                concern.next_on,
                "boern",
                concern.child,
                concern.child,
            )


def _unfinished_notes(
    session: Session, meetings: list[konsultationer.KonsultationRow]
) -> Iterator[Waiting]:
    for row in meetings:
        note = row.stored.record
        mine = session.my_id in {row.stored.written_by, row.stored.changed_by}
        if note.status is KonsultationState.I_GANG and mine and note.day < session.today:
            what = f"Afslut notatet: {row.heading}"
            yield Waiting(
                "konsultation", what, "Konsultation", note.day, "konsultationer", row.stored.id
            )


def _views(session: Session, meetings: list[konsultationer.KonsultationRow]) -> Iterator[Waiting]:
    """A note that is begun and waits for one's own view of it."""
    me = session.my_id
    for row in meetings:
        note = row.stored.record
        own = [view for view in note.perspectives if view.staff == me]
        seated = any(one.staff == me for one in note.participants)
        asked = bool(own) or (seated and session.actor.role.visits)
        written = any(view.text.strip() for view in own)
        if note.status is KonsultationState.I_GANG and asked and not written:
            yield Waiting(
                "konsultation",
                f"Skriv dit syn: {row.heading}",
                "Konsultation",
                note.day,
                "konsultationer",
                row.stored.id,
            )


def _samtykker(session: Session, children: dict[str, Stored[Child]]) -> Iterator[Waiting]:
    if session.actor.role.visits:
        return
    told: set[tuple[str, date | None]] = set()
    for one in queries.of_children(session.vault, Samtykke, children):
        until = one.record.until
        soon = until is not None and session.today <= until <= session.today + _EXPIRES_SOON
        seen = (one.record.child, until) in told
        if soon and one.record.withdrawn_on is None and not seen:
            if _hides_parents(session, one.record.child):
                continue
            told.add((one.record.child, until))
            what = f"Samtykke for {_short(children, one.record.child)} udløber"
            yield Waiting(
                "samtykke",
                what,
                one.record.purpose,
                until,
                "boern",
                one.record.child,
                one.record.child,
            )


def _sealed(session: Session) -> Iterator[Waiting]:
    """Of a sealed case only that it waits: somebody may be looking over a shoulder."""
    for one in sealed_cases.cases(session).cases if sealed_cases.any_here(session) else ():
        if one.closed_to and one.can_seal_again:
            what = "Forsegl en sag igen"
            yield Waiting(
                "forseglet", what, "Den anden har fået en ny nøgle", None, "om-en-ansat", one.id
            )
        if one.case.next_on and one.case.closed_on is None:
            yield Waiting(
                "forseglet",
                "Følg op på en forseglet sag",
                "Næste skridt",
                one.case.next_on,
                "om-en-ansat",
                one.id,
            )


def _hides_parents(session: Session, child: str) -> bool:
    """Whether the overgreb guard stands, so that nobody is to be asked for a new samtykke."""
    guard = standing_guard(session, child)
    return guard is not None and guard.record.hides_parents


def _today(
    session: Session, meetings: list[konsultationer.KonsultationRow]
) -> Iterator[konsultationer.KonsultationRow]:
    for row in meetings:
        if (
            row.stored.record.day == session.today
            and row.stored.record.status is not KonsultationState.AFLYST
        ):
            yield row


def _quiet(session: Session, children: dict[str, Stored[Child]]) -> list[Quiet]:
    if session.actor.role.visits:
        return []
    weeks = session.settings().quiet_weeks
    last = queries.last_day(session.vault, Observation, children)
    positions = queries.latest_of_children(session.vault, PositionSet, children)
    found = []
    for one, stored in children.items():
        began = stored.record.enrolled or stored.record.born
        seen = date.fromisoformat(last[one]) if one in last else began
        if seen and stored.record.born and (session.today - seen).days >= weeks * 7:
            position = positions[one].record.position if one in positions else None
            found.append(Quiet(one, stored.record, (session.today - seen).days // 7, position))
    return sorted(found, key=lambda quiet: -quiet.weeks)


def _since(session: Session, children: dict[str, Stored[Child]]) -> list[Stored[Any]]:
    start = session.now.replace(hour=0, minute=0) - timedelta(days=1)
    kinds = ("observation", "samtale", "konsultation", "skridt", "kontakt", "fravaer", "familie")
    changed = queries.changed_since(session.vault, int(start.timestamp() * 1000), kinds, children)
    return [one for one in changed if one.changed_by != session.my_id][:8]


def _ahead(session: Session, meetings: list[konsultationer.KonsultationRow]) -> list[Ahead]:
    found = [
        Ahead(
            row.stored.record.day, f"Konsultation: {row.heading}", "konsultationer", row.stored.id
        )
        for row in meetings
        if session.today < row.stored.record.day <= session.today + _AHEAD
        and row.stored.record.status is KonsultationState.PLANLAGT
    ]
    return sorted(found, key=lambda one: one.day)[:8]
