"""The strip of a sagsresumé and its first words: where it stands, and how much there is behind it."""

from __future__ import annotations

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.attendance import Attendance, days_there
from tvaerfaglig.domain.concern import Concern, PositionSet
from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.deadline import receipt_due
from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
    Konsultation,
)
from tvaerfaglig.domain.observation import Observation, Sign
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.tovholder import Tovholder
from tvaerfaglig.domain.underretning import Stage, Underretning
from tvaerfaglig.printouts.papers.parts import StripFact
from tvaerfaglig.services.children.chronicle import POSITION_WORDS
from tvaerfaglig.services.summarising.gathered import Gathered

_STATUS = {
    Stage.KLADDE: "Kladde",
    Stage.FAERDIG: "Færdig",
    Stage.AFSENDT: "Underrettet",
    Stage.KVITTERET: "Kvitteret",
    Stage.ORIENTERET: "Orienteret",
    Stage.LUKKET: "Lukket",
    Stage.HENLAGT: "Henlagt",
}


def strip(course: Gathered) -> tuple[StripFact, ...]:
    """Four facts above everything else."""
    position = course.of(PositionSet)[-1:] or None
    now = position[0].record if position else None
    standing = course.letter_stage()
    every = [one.record for one in course.of(Agreement)]
    agreements = [one for one in every if one.status is not AgreementState.FJERNET]
    waiting = [one for one in agreements if one.status is AgreementState.AABEN]
    late = [one for one in waiting if one.due and one.due < course.today]
    holds = course.of(Tovholder)
    tovholder = (
        holds[-1].record.who
        if holds
        else next(
            (n.record.tovholder for n in reversed(course.of(Konsultation)) if n.record.tovholder),
            "",
        )
    )
    return (
        StripFact(
            "Position",
            danish.capital(POSITION_WORDS[now.position.value]) if now else "Ikke sat",
            f"siden {danish.day(now.day)}" if now else "",
        ),
        StripFact(
            "Underretning",
            _STATUS[standing[1]] if standing else "Ingen",
            _receipt_words(course, standing),
        ),
        StripFact(
            "Åbne aftaler",
            f"{len(waiting)} af {len(agreements)}",
            danish.count(len(late), "over tid", "over tid") if late else "ingen over tid",
        ),
        StripFact("Tovholder", course.names.of_staff(tovholder) or "Ikke valgt", ""),
    )


def _receipt_words(course: Gathered, standing: tuple[Stored[Underretning], Stage] | None) -> str:
    if standing is None:
        return ""
    letter, stage = standing
    sent = next((s.day for s in course.acts(letter.id)[1] if s.stage is Stage.AFSENDT), None)
    if stage is Stage.AFSENDT and sent:
        return f"kvittering ventes {danish.day_short(receipt_due(sent))}, vejledende"
    return f"sendt {danish.day(sent)}" if sent else f"begyndt {danish.day(letter.record.begun)}"


def summary(course: Gathered) -> str:
    """The open concerns in their own words, and what the period holds in counts."""
    concerns = [one.record for one in course.of(Concern)]
    observed = course.in_period(Observation)
    good = sum(one.record.sign is Sign.RESSOURCE for one in observed)
    talks, meetings = course.in_period(ParentContact), course.held()
    lines = [f"{one.title}. {one.text}".strip() for one in concerns if one.closed_on is None]
    counted = [
        danish.count(len(observed), "observation", "observationer")
        + f", heraf {good} om ressourcer",
        danish.count(len(talks), "samtale med forældrene", "samtaler med forældrene"),
        danish.count(len(meetings), "konsultation", "konsultationer"),
    ]
    said = danish.capital(danish.join_and(counted)) + " i perioden."
    there = _days_there(course)
    return "\n".join([*(course.masked(line) for line in lines), *filter(None, (said, there))])


def _days_there(course: Gathered) -> str:
    """Said only where the house's attendance lists are known."""
    records = [one.record for one in course.of(Attendance)]
    days = days_there(records, course.wanted.first, course.wanted.last)
    if not days.known:
        return ""
    return f"{course.child.first_name} havde {days.words} i perioden efter husets fremmødelister."
