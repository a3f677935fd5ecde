"""What a record says in one line of a chronology, and which kind of source it is."""

from __future__ import annotations

import re
from functools import singledispatch

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.concern import Concern, Position, PositionSet
from tvaerfaglig.domain.contact import Absence, FamilyEvent, ParentContact, ParentRemark
from tvaerfaglig.domain.follow_up import Contacted, LookAgain, Reminder
from tvaerfaglig.domain.handing_over import HandedOver
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationState
from tvaerfaglig.domain.observation import Observation, Sign
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.rounds.records import Joint
from tvaerfaglig.domain.underretning import Stage, Step
from tvaerfaglig.domain.visiting.contribution import Contribution
from tvaerfaglig.services.after_sending.course import contact_head, promise_words
from tvaerfaglig.services.meetings.shelf import meeting_name

_SENTENCE_END = re.compile(
    r"(?<=\w\w)[.?!]+[»«\"]*(?=\s+[A-ZÆØÅ»])(?<!kl\.)(?<!ca\.)(?<!bl\.a\.)(?<!f\.eks\.)(?<!nr\.)"
)
_LEAST = 20

POSITION_WORDS = {
    Position.TRIVES: "trives",
    Position.BEKYMRING: "bekymring",
    Position.STAERK: "stærk bekymring",
}
STAGE_WORDS = {
    Stage.AFSENDT: "Underretning sendt",
    Stage.KVITTERET: "Kvittering modtaget",
    Stage.ORIENTERET: "Orienteret af kommunen",
    Stage.LUKKET: "Underretningen er lukket",
    Stage.HENLAGT: "Underretningen er henlagt",
}


@singledispatch
def said(record: Record) -> tuple[str, str]:
    """The line and its source; two empty words for what has no line."""
    del record
    return "", ""


@said.register
def _(record: Observation) -> tuple[str, str]:
    mark = "Ressource. " if record.sign is Sign.RESSOURCE else ""
    return f"{mark}{record.text}", "observation"


@said.register
def _(record: ParentContact) -> tuple[str, str]:
    return f"Samtale med forældrene: {record.topic or record.told}", "samtale"


@said.register
def _(record: ParentRemark) -> tuple[str, str]:
    return f"Forældrenes bemærkning: {record.text}", "bemærkning"


@said.register
def _(record: Konsultation) -> tuple[str, str]:
    if record.status is KonsultationState.AFSLUTTET:
        return f"{meeting_name(record)}. {record.decision or record.question}", "notat"
    if record.status is KonsultationState.I_GANG:
        return f"{meeting_name(record)} holdt, notatet er ikke afsluttet.", "notat"
    return "", ""


@said.register
def _(record: Contribution) -> tuple[str, str]:
    outcome = f" {record.outcome.word}." if record.outcome else ""
    seen = record.advice or "; ".join(one.seen for one in record.areas if one.seen)
    return f"Sundhedsplejersken var med. {seen}{outcome}", "bidrag"


@said.register
def _(record: Absence) -> tuple[str, str]:
    days = (record.last - record.first).days + 1
    return f"Fravær, {danish.count(days, 'dag', 'dage')}: {record.reason}", "fravær"


@said.register
def _(record: FamilyEvent) -> tuple[str, str]:
    return record.text, f"oplyst af {record.told_by}" if record.told_by else "familien"


@said.register
def _(record: PositionSet) -> tuple[str, str]:
    return f"Position: {POSITION_WORDS[record.position]}.", "position"


@said.register
def _(record: Joint) -> tuple[str, str]:
    return f"Vurderet sammen: {POSITION_WORDS[record.position]}. {record.sentence}", "trivselsrunde"


@said.register
def _(record: Concern) -> tuple[str, str]:
    return f"Bekymring: {record.title}.", "bekymring"


@said.register
def _(record: Step) -> tuple[str, str]:
    words = STAGE_WORDS.get(record.stage, "")
    return f"{words}, {record.channel}." if record.channel else f"{words}.", "underretning"


@said.register
def _(record: Contacted) -> tuple[str, str]:
    told = record.said or promise_words(record)
    head = contact_head(record)
    return (f"{head}: {told}" if told else f"{head}."), "opkald"


@said.register
def _(record: Reminder) -> tuple[str, str]:
    if record.sent_on is None:
        return "", ""
    how = f", {record.channel}" if record.channel else ""
    return f"{record.title}, sendt{how}.", "brev"


@said.register
def _(record: HandedOver) -> tuple[str, str]:
    along = danish.join_and([f"»{one.heading}«" for one in record.parts])
    return f"Overgangsark givet til {record.to}, med {along}.", "overlevering"


@said.register
def _(record: LookAgain) -> tuple[str, str]:
    return (
        (f"Husets egen opfølgning: {record.outcome}", "opfølgning") if record.done_on else ("", "")
    )


def first_sentence(text: str, most: int = 160) -> str:
    """The first sentence, or as many whole words as a row can hold. "kl. 8.25" and "A. sang" end nothing."""
    line = " ".join(text.split())
    ends = (m.end() for m in _SENTENCE_END.finditer(line) if m.end() >= _LEAST)
    short = line[: next(ends, len(line))]
    return short if len(short) <= most else short[: most - 1].rsplit(" ", 1)[0] + " …"
