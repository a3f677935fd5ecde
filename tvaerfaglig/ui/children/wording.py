"""What stands on a timeline about each kind of record: its title, what was seen, and who saw it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.attendance import Attendance
from tvaerfaglig.domain.closing import Closing
from tvaerfaglig.domain.concern import Concern, NotNow, PositionSet
from tvaerfaglig.domain.consent import standing as consent
from tvaerfaglig.domain.contact import Absence, FamilyEvent, ParentContact, ParentRemark
from tvaerfaglig.domain.deadline import is_hverdag
from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.records import Enrolment, Phase
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.emergency import Emergency
from tvaerfaglig.domain.follow_up import Contacted, Journalled, LookAgain, Reminder
from tvaerfaglig.domain.handing_over import HandedOver
from tvaerfaglig.domain.konsultation import Agreement, Konsultation, KonsultationState
from tvaerfaglig.domain.observation import Observation, Part, Source
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Guard, Samtykke, Sharing
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.rounds.records import Joint
from tvaerfaglig.domain.snooze import Snoozed
from tvaerfaglig.domain.statusudtalelser.records import (
    StatusFinished,
    StatusStage,
    StatusStep,
    Statusudtalelse,
)
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.tovholder import Tovholder
from tvaerfaglig.domain.underretning import Finished, Stage, Step, Underretning
from tvaerfaglig.domain.visiting.areas import NO_AREAS, Areas
from tvaerfaglig.domain.visiting.contribution import Contribution
from tvaerfaglig.domain.vocabulary import Categories
from tvaerfaglig.services.agreements.reading import parent_word
from tvaerfaglig.services.children.timeline import Timeline
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.services.meetings.shelf import meeting_name
from tvaerfaglig.services.names import Names
from tvaerfaglig.ui.children import after_words, indsats_words
from tvaerfaglig.ui.children.in_sentence import in_sentence
from tvaerfaglig.ui.children.told import Told, dotted

STAGES = {
    Stage.KLADDE: "Kladde",
    Stage.FAERDIG: "Færdig",
    Stage.AFSENDT: "Sendt til kommunen",
    Stage.KVITTERET: "Kvittering modtaget",
    Stage.ORIENTERET: "Kommunen har givet besked",
    Stage.LUKKET: "Lukket",
    Stage.HENLAGT: "Lagt væk",
}
STATES = {
    KonsultationState.PLANLAGT: "Planlagt",
    KonsultationState.I_GANG: "I gang",
    KonsultationState.AFSLUTTET: "Afsluttet",
    KonsultationState.AFLYST: "Aflyst",
}

REMARKED = {
    "observation": "observationen",
    "konsultation": "konsultationen",
    "underretning": "underretningen fra",
    "statusudtalelse": "statusudtalelsen fra",
    "samtale": "samtalen",
}
MOST = 2
LONGEST = 34
"""So many subjects of an observation stand in its title, and no more than fit one line beside its sign."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What the words need: whose page it is, the names, the categories and what was agreed."""

    child: Child
    line: Timeline
    categories: Categories
    areas: Areas = NO_AREAS
    closing: Closing | None = None
    hides_parents: bool = False

    @property
    def names(self) -> Names:
        return self.line.names

    def tell(self, stored: Stored[Any]) -> Told:
        told = _TELLERS[type(stored.record)](self, stored)
        both = "to har skrevet samtidig, begge udgaver er gemt" if stored.conflict else ""
        return replace(told, source=dotted(told.source, both)) if both else told

    def called(self, record: str) -> str:
        """An entry of this timeline as one says it: observationen 10. november."""
        found = next((one for one in self.line.entries if one.id == record), None)
        return remark_to(found.record) if found else "noget, der ikke er her mere"

    def reason(self, concern: Concern) -> str:
        """Why a concern was closed: the house's word for it, and its own words."""
        word = self.closing.word(concern.closed_for) if self.closing else ""
        return ". ".join(part.rstrip(".") for part in (word, concern.closed_because) if part)

    def relation(self, parent: str) -> str:
        """»mor« for a parent's id; a name or a word that was typed stands as it is."""
        found = next((one for one in self.child.parents if one.id == parent), None)
        return (found.relation or found.name) if found else parent


def when_written(stored: Stored[Any]) -> str:
    """»skrevet 10. nov. 9.02«, and »rettet …« where it was."""
    words = f"skrevet {moment(stored.written_at)}"
    return f"{words} · rettet {moment(stored.changed_at)}" if stored.changed else words


def remark_to(record: Record) -> str:
    """What a remark is about, as one says it with its day."""
    word = f"»{record.name}« fra" if isinstance(record, Sheet) else REMARKED.get(record.KIND, "det")
    day = record.happened()[:10]
    return f"{word} {danish.day_of_month(date.fromisoformat(day))}" if day else word


def moment(at: datetime) -> str:
    """10. nov. 9.02, as the clock on the wall was."""
    here = at.astimezone(DANISH)
    return f"{danish.day_of_month(here.date())} {danish.clock(here.time())}"


def _observation(telling: Telling, stored: Stored[Observation]) -> Told:
    seen, names = stored.record, telling.names
    by = danish.join_and([names.first(one) for one in seen.seen_by or (stored.written_by,)])
    source = danish.capital(f"{seen.source.word} af {by}")
    if seen.source is Source.FORTALT:
        source = f"Fortalt af {seen.told_by} til {by}" if seen.told_by else f"Fortalt til {by}"
    part = seen.part_of(telling.line.child)
    asker = names.first(seen.seen_by[0] if seen.seen_by else stored.written_by)
    asked = f"{asker} havde spurgt: »{seen.asked}«" if seen.asked else ""
    mine = stored.written_by == names.me and not seen.complete
    return Told(
        icon="observation",
        kind="Observation" if part is Part.HANDLER_OM else f"Observation, {part.word}",
        title=_subjects(telling.categories, seen.categories),
        words=names.said(seen.text),
        sign=seen.sign.value,
        quote=names.said(seen.child_words),
        said_to=names.said(asked),
        source=dotted(source, when_written(stored), _attached(telling, stored)),
        link="Skriv færdig" if mine else "",
    )


def _subjects(categories: Categories, chosen: tuple[str, ...]) -> str:
    words = [categories.name(one) for one in chosen]
    few = [words[0], *(word[:1].lower() + word[1:] for word in words[1:MOST])] if words else []
    if len(", ".join(few)) > LONGEST:
        few = few[:1]
    return ", ".join(few) + (" m.m." if len(words) > len(few) else "")


def _attached(telling: Telling, stored: Stored[Any]) -> str:
    number = telling.line.attached.get(stored.id, 0)
    return danish.count(number, "bilag", "bilag") if number else ""


def _talk(telling: Telling, stored: Stored[ParentContact]) -> Told:
    talk, names = stored.record, telling.names
    whom = danish.join_and([telling.relation(one) for one in talk.parents]) or "forældrene"
    long = f"{talk.minutes} min." if talk.minutes else ""
    staff = [names.first(one) for one in talk.staff or (stored.written_by,)]
    shown = f"vist for {whom} {danish.day_of_month(talk.shown_on)}" if talk.shown_on else ""
    return Told(
        icon="samtale",
        kind=f"Samtale med {whom}",
        title=dotted(talk.topic, long),
        words=names.said(talk.view or talk.told or talk.agreed),
        source=dotted(
            danish.join_and(staff),
            talk.form.word,
            f"tolk: {talk.interpreter}" if talk.interpreter else "",
            shown,
            when_written(stored),
        ),
    )


def _remark(telling: Telling, stored: Stored[ParentRemark]) -> Told:
    remark, names = stored.record, telling.names
    to = telling.called(remark.to) if remark.to else ""
    return Told(
        icon="samtale",
        kind="Forældrenes bemærkning",
        title=f"Til {to}" if to else "",
        words=f"»{names.said(remark.text)}«",
        source=dotted(
            danish.capital(telling.relation(remark.by)), remark.form.word,
            f"modtaget af {names.first(remark.taken_by or stored.written_by)}", when_written(stored),
        ),
    )  # fmt: skip


def _konsultation(telling: Telling, stored: Stored[Konsultation]) -> Told:
    note = stored.record
    agreed = telling.line.agreed_at(stored.id)
    people = danish.join_and([one.name for one in note.participants])
    if note.status in {KonsultationState.PLANLAGT, KonsultationState.AFLYST} or not agreed:
        asks = f"Spørgsmålet: »{note.question}«" if note.question else note.shared_understanding
        return Told(
            icon="konsultation",
            kind=meeting_name(note),
            title=STATES[note.status],
            words=telling.names.said(asks),
            source=people,
        )
    what = "; ".join(
        in_sentence(one.record.what.rstrip("."), telling.names, telling.child) for one in agreed
    )
    return Told(
        icon="konsultation",
        kind=meeting_name(note),
        title=danish.count(len(agreed), "aftale", "aftaler"),
        words=telling.names.said(f"Aftalt: {what}."),
        source=people,
    )


def _contribution(telling: Telling, stored: Stored[Contribution]) -> Told:
    given, names = stored.record, telling.names
    seen = "; ".join(one.seen for one in given.areas if one.seen)
    outcome = f"Beslutning: {given.outcome.word.lower()}" if given.outcome else ""
    return Told(
        "konsultation",
        "Sundhedsplejerskens bidrag",
        names.said(given.question),
        names.said(given.advice or seen),
        source=dotted(f"Skrevet af {names.first(given.by)}", outcome),
    )


def _absence(_telling: Telling, stored: Stored[Absence]) -> Told:
    away = stored.record
    told = f"oplyst af {away.told_by}" if away.told_by else ""
    source = told if away.reported else "ikke meldt"
    return Told("fravaer", "Fravær", away.reason, source=danish.capital(source))


def _attendance(_telling: Telling, stored: Stored[Attendance]) -> Told:
    return Told(
        "fravaer", "Fremmøde", stored.record.words_of_days(), source="Efter husets fremmødeliste"
    )


def hverdage(first: date, last: date) -> str:
    """»3 hverdage«: what was away of the days a house is open."""
    days = (first + timedelta(nr) for nr in range((last - first).days + 1))
    return danish.count(sum(map(is_hverdag, days)), "hverdag", "hverdage")


def _family(telling: Telling, stored: Stored[FamilyEvent]) -> Told:
    event = stored.record
    told_on = f" {danish.day_of_month(event.told_on)}" if event.told_on else ""
    source = f"Oplyst af {event.told_by}{told_on}" if event.told_by else ""
    return Told("familie", "Familien", words=telling.names.said(event.text), source=source)


def _concern(telling: Telling, stored: Stored[Concern]) -> Told:
    concern, names = stored.record, telling.names
    if concern.closed_on:
        source = dotted(
            f"Lukket {danish.day_of_month(concern.closed_on)}: {telling.reason(concern)}",
            f"Opnået: {concern.achieved}" if concern.achieved else "",
        )
    else:
        by = names.first(concern.by or stored.written_by)
        again = f"ses igen {danish.day_of_month(concern.next_on)}" if concern.next_on else ""
        up = ""
        if concern.taken_up_on:
            up = f"taget op igen {danish.day_of_month(concern.taken_up_on)}: {concern.taken_up_because}"
        source = dotted(f"Skrevet af {by}", up, again)
    return Told(
        "bekymring", "Bekymring", concern.title, names.said(concern.text), source=source,
        colour="muted" if concern.closed_on else "watch",
    )  # fmt: skip


def _position(telling: Telling, stored: Stored[PositionSet]) -> Told:
    stand = stored.record
    by = danish.join_and([telling.names.first(one) for one in stand.set_by or (stored.written_by,)])
    level = f"{stand.level} på skalaen" if stand.level is not None else ""
    again = f"ses igen {danish.day_of_month(stand.next_on)}" if stand.next_on else ""
    return Told(
        "maal", "Position", sign=stand.position.value, words=telling.names.said(stand.because),
        source=dotted(f"Sat af {by}", level, again),
    )  # fmt: skip


def _joint(telling: Telling, stored: Stored[Joint]) -> Told:
    """What was said together in a round; nothing of what each had rated, and nothing of the parents."""
    made, names = stored.record, telling.names
    by = danish.join_and([names.first(one) for one in made.by])
    how = f"Vurderet af {by}" if made.alone else f"Vurderet sammen af {by}"
    again = f"ses igen {danish.day_of_month(made.next_look)}" if made.next_look else ""
    return Told(
        "trivselsrunde", "Trivselsrunde", sign=made.position.value, words=names.said(made.sentence),
        source=dotted(how, again), link="Åbn runden",
    )  # fmt: skip


def _not_now(telling: Telling, stored: Stored[NotNow]) -> Told:
    decision, names = stored.record, telling.names
    by = danish.join_and([names.first(one) for one in decision.by or (stored.written_by,)])
    again = (
        f"set igen {danish.day_of_month(decision.seen_again)}: {decision.outcome}".rstrip(": ")
        if decision.seen_again
        else f"ses igen {danish.day_of_month(decision.seen_again_on)}"
    )
    due = decision.seen_again is None and decision.seen_again_on <= telling.line.today
    return Told(
        "ur", "Beslutning", "Venter med at underrette", names.said(decision.because),
        source=dotted(f"Besluttet af {by}", again), link="Se på det igen" if due else "",
    )  # fmt: skip


def _snoozed(telling: Telling, stored: Stored[Snoozed]) -> Told:
    put_off, names = stored.record, telling.names
    woken = f"taget op {danish.day_of_month(put_off.woken)}" if put_off.woken else ""
    until = f"ses igen {danish.day_of_month(put_off.until)}"
    return Told(
        "ur", "Udskudt", names.said(put_off.what), names.said(put_off.because),
        source=dotted(f"Udskudt af {names.first(put_off.by or stored.written_by)}", woken or until),
    )  # fmt: skip


def _letter(telling: Telling, stored: Stored[Underretning]) -> Told:
    writers = stored.record.writers or (stored.written_by,)
    by = danish.join_and([telling.names.first(one) for one in writers])
    return Told("underretning", "Underretning", "Kladde begyndt", source=f"Skrives af {by}")


def _finished(telling: Telling, stored: Stored[Finished]) -> Told:
    by = telling.names.first(stored.record.by or stored.written_by)
    return Told("underretning", "Underretning", "Gjort færdig", source=f"Afsluttet af {by}")


def _step(telling: Telling, stored: Stored[Step]) -> Told:
    step = stored.record
    icon = {Stage.AFSENDT: "send", Stage.KVITTERET: "kvittering"}.get(step.stage, "underretning")
    by = telling.names.first(step.by or stored.written_by)
    return Told(
        icon, "Underretning", STAGES[step.stage], step.note,
        source=dotted(step.channel, step.receiver, step.spoke_with, f"noteret af {by}"),
    )  # fmt: skip


def _status(telling: Telling, stored: Stored[Statusudtalelse]) -> Told:
    record = stored.record
    by = danish.join_and([telling.names.first(one) for one in record.writers])
    asked = f"Bedt om af {record.request.authority}" if record.request.authority else ""
    return Told(
        "statusudtalelse",
        "Statusudtalelse",
        "Kladde begyndt",
        source=dotted(asked, f"skrives af {by}"),
    )


def _status_finished(telling: Telling, stored: Stored[StatusFinished]) -> Told:
    by = telling.names.first(stored.record.by or stored.written_by)
    return Told("statusudtalelse", "Statusudtalelse", "Gjort færdig", source=f"Afsluttet af {by}")


def _status_step(telling: Telling, stored: Stored[StatusStep]) -> Told:
    step = stored.record
    sent = step.stage is StatusStage.SENDT
    by = telling.names.first(step.by or stored.written_by)
    return Told(
        "send" if sent else "statusudtalelse", "Statusudtalelse",
        "Sendt til kommunen" if sent else "Rettelse begyndt", step.note if sent else "",
        source=dotted(step.channel, step.receiver, f"noteret af {by}"),
    )  # fmt: skip


def _samtykke(telling: Telling, stored: Stored[Samtykke]) -> Told:
    given = stored.record
    until = f"til {danish.day_of_month(given.until)}" if given.until else ""
    if given.withdrawn_on:
        until = f"trukket tilbage {danish.day_of_month(given.withdrawn_on)}"
    rests = "" if not telling.hides_parents else "bruges ikke, så længe værnet er sat"
    return Told(
        "samtykke", "Samtykke", f"Givet af {consent.givers(given, telling.child)}",
        dotted(consent.what(given), given.purpose),
        source=dotted(consent.whom(given, telling.names.staff), given.form, until, rests),
        colour="muted" if rests else "",
    )  # fmt: skip


def _sharing(telling: Telling, stored: Stored[Sharing]) -> Told:
    shared, names = stored.record, telling.names
    until = f"til {danish.day_of_month(shared.until)}" if shared.until else ""
    if shared.withdrawn_on:
        until = f"trukket tilbage {danish.day_of_month(shared.withdrawn_on)}"
    return Told(
        "samtykke", "Deling", f"Delt med {names.of_staff(shared.staff)}", shared.basis_text,
        source=dotted(danish.capital(shared.basis.word), until, f"delt af {names.first(shared.by)}"),
    )  # fmt: skip


def _handed_over(telling: Telling, stored: Stored[HandedOver]) -> Told:
    made = stored.record
    along = danish.join_and([one.heading.lower() for one in made.parts])
    return Told(
        "send", "Overgangsark", f"Givet til {made.to}", danish.capital(along),
        source=f"givet videre af {telling.names.first(made.by)}",
    )  # fmt: skip


def _guard(telling: Telling, stored: Stored[Guard]) -> Told:
    guard = stored.record
    by = f"Sat af {telling.names.first(guard.by)}"
    lifted = (
        f"løftet {danish.day_of_month(guard.lifted_on)}: {guard.lifted_because}"
        if guard.lifted_on
        else ""
    )
    return Told(
        "beskyttet", "Værn", f"Mistanken er mod {guard.against.word}", guard.note,
        source=dotted(by, lifted), colour="muted" if guard.lifted_on else "act",
    )  # fmt: skip


def _emergency(telling: Telling, stored: Stored[Emergency]) -> Told:
    opened = stored.record
    who = telling.names.of_staff(opened.staff)
    return Told(
        "beskyttet", "Nødadgang", f"Åbnet af {who}", opened.reason,
        source=f"til og med {danish.day_of_month(opened.until)}",
    )  # fmt: skip


def _tovholder(telling: Telling, stored: Stored[Tovholder]) -> Told:
    made, names = stored.record, telling.names
    to = names.of_staff(made.who) if made.who else "Ingen"
    given = f"givet videre af {names.first(made.by)}" if made.by and made.by != made.who else ""
    yes = f"bekræftet {danish.day_of_month(made.taken_on)}" if made.taken_on else ""
    waits = "ikke bekræftet endnu" if made.who and not made.taken_on else ""
    before = f"før {names.first(made.before)}" if made.before else ""
    return Told(
        "person", "Tovholder", to, names.said(made.note),
        source=danish.capital(dotted(before, given, yes or waits)),
    )  # fmt: skip


def tell_agreement(telling: Telling, stored: Stored[Agreement]) -> Told:
    """An agreement that still waits for its day."""
    made, names = stored.record, telling.names
    family = {one.id: parent_word(one) for one in telling.child.parents}
    doers = [names.first(one) for one in made.who]
    doers += [family.get(one, "en forælder") for one in made.parents]
    who = danish.capital(danish.join_and([*doers, *filter(None, [made.who_else])]))
    seen = in_sentence(made.effect, names, telling.child)
    effect = f"Vi ser det på: {seen}" if seen else ""
    return Told("aftale", "Aftale", who, names.said(made.what), source=names.said(effect))


_TELLERS: dict[type[Any], Callable[[Telling, Stored[Any]], Told]] = {
    Observation: _observation,
    ParentContact: _talk,
    ParentRemark: _remark,
    Konsultation: _konsultation,
    Absence: _absence,
    Attendance: _attendance,
    FamilyEvent: _family,
    Concern: _concern,
    PositionSet: _position,
    Joint: _joint,
    Enrolment: indsats_words.place,
    Phase: indsats_words.phase,
    Sheet: indsats_words.sheet,
    VisitLog: indsats_words.visit,
    NotNow: _not_now,
    Tovholder: _tovholder,
    Snoozed: _snoozed,
    Contribution: _contribution,
    Underretning: _letter,
    Statusudtalelse: _status,
    StatusFinished: _status_finished,
    StatusStep: _status_step,
    Finished: _finished,
    Step: _step,
    Contacted: after_words.contacted,
    Reminder: after_words.reminder,
    LookAgain: after_words.look_again,
    Journalled: after_words.journalled,
    Samtykke: _samtykke,
    Sharing: _sharing,
    HandedOver: _handed_over,
    Guard: _guard,
    Emergency: _emergency,
}
