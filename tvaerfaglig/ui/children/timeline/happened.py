"""What was seen, said and decided together, as it stands on the timeline."""

from __future__ import annotations

from typing import Any

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.attendance import Attendance
from tvaerfaglig.domain.contact import Absence, FamilyEvent, ParentContact, ParentRemark
from tvaerfaglig.domain.konsultation import Agreement, Konsultation, KonsultationState
from tvaerfaglig.domain.observation import Observation, Part, Source
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.visiting.contribution import Contribution
from tvaerfaglig.domain.vocabulary import Categories
from tvaerfaglig.services.agreements.reading import parent_word
from tvaerfaglig.services.meetings.shelf import meeting_name
from tvaerfaglig.ui.children.in_sentence import in_sentence
from tvaerfaglig.ui.children.timeline.telling import Telling
from tvaerfaglig.ui.children.timeline.when import when_written
from tvaerfaglig.ui.children.told import Told, dotted

STATES = {
    KonsultationState.PLANLAGT: "Planlagt",
    KonsultationState.I_GANG: "I gang",
    KonsultationState.AFSLUTTET: "Afsluttet",
    KonsultationState.AFLYST: "Aflyst",
}

MOST = 2

LONGEST = 34
"""So many subjects of an observation stand in its title, and no more than fit one line beside its sign."""


def observation(telling: Telling, stored: Stored[Observation]) -> Told:
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


def talk(telling: Telling, stored: Stored[ParentContact]) -> Told:
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


def remark(telling: Telling, stored: Stored[ParentRemark]) -> Told:
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


def konsultation(telling: Telling, stored: Stored[Konsultation]) -> Told:
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


def contribution(telling: Telling, stored: Stored[Contribution]) -> Told:
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


def absence(_telling: Telling, stored: Stored[Absence]) -> Told:
    away = stored.record
    told = f"oplyst af {away.told_by}" if away.told_by else ""
    source = told if away.reported else "ikke meldt"
    return Told("fravaer", "Fravær", away.reason, source=danish.capital(source))


def attendance(_telling: Telling, stored: Stored[Attendance]) -> Told:
    return Told(
        "fravaer", "Fremmøde", stored.record.words_of_days(), source="Efter husets fremmødeliste"
    )


def family(telling: Telling, stored: Stored[FamilyEvent]) -> Told:
    event = stored.record
    told_on = f" {danish.day_of_month(event.told_on)}" if event.told_on else ""
    source = f"Oplyst af {event.told_by}{told_on}" if event.told_by else ""
    return Told("familie", "Familien", words=telling.names.said(event.text), source=source)


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
