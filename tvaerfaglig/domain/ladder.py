"""When the municipality says nothing: which letter comes next, from which day, and in which words.

Days are guidance (»vejledende«). Law names one of them, the receipt; the others are the house's own,
and the file says so of each. A letter may be written before its day: nothing here stops anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tvaerfaglig.domain.deadline import add_hverdage, receipt_due
from tvaerfaglig.domain.follow_up import Reminder
from tvaerfaglig.domain.law import Law
from tvaerfaglig.domain.resource import ResourceError, Table, once_each, read_toml
from tvaerfaglig.domain.underretning import Stage, Step

FILE = "efter.toml"
_ANSWERS = (Stage.KVITTERET, Stage.ORIENTERET)


class Missing(StrEnum):
    """What the municipality has not done yet."""

    KVITTERING = "kvittering"
    ORIENTERING = "orientering"
    INTET = "intet"


class To(StrEnum):
    """Who gets a letter: the receiver of the first one, its leader, or whoever the file names."""

    MODTAGER = "modtager"
    LEDELSE = "ledelse"
    ANDEN = "anden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One letter on the ladder. `hverdage` are counted from the rung before, the first from its deadline."""

    id: str
    name: str
    title: str
    to: To
    receiver: str
    hverdage: int
    why_then: str
    about: str
    opening: Mapping[Missing, str]
    asks: Mapping[Missing, str]
    closing: str
    law: tuple[str, ...]
    with_cpr: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """The file: how long one waits to be told, and the letters in their order."""

    told_hverdage: int
    told_why: str
    told_law: str
    receipt_law: str
    rungs: tuple[Rung, ...]

    def rung(self, rung_id: str) -> Rung:
        found = next((one for one in self.rungs if one.id == rung_id), None)
        if found is None:
            raise ResourceError(f"{FILE}: brevet »{rung_id}« står der ikke længere.")
        return found

    def laws(self) -> tuple[str, ...]:
        own = (one for rung in self.rungs for one in rung.law)
        return (self.told_law, self.receipt_law, *own)


@dataclass(frozen=True, slots=True)
class Offer:
    """A rung as it stands today: from which day (None: the one before it first), and the letter made of it."""

    rung: Rung
    on: date | None
    made: str = ""
    sent_on: date | None = None

    def has_come(self, today: date) -> bool:
        return self.on is not None and self.on <= today and self.sent_on is None


def missing(stage: Stage) -> Missing:
    """What one still waits for at this stage."""
    if stage is Stage.AFSENDT:
        return Missing.KVITTERING
    return Missing.ORIENTERING if stage is Stage.KVITTERET else Missing.INTET


def answer_due(ladder: Ladder, stage: Stage, steps: Iterable[Step]) -> date | None:
    """The day by which the next answer is to be here: the receipt, then the word of what was begun."""
    days = {one.stage: one.day for one in steps}
    if stage is Stage.AFSENDT and Stage.AFSENDT in days:
        return receipt_due(days[Stage.AFSENDT])
    if stage is Stage.KVITTERET and Stage.KVITTERET in days:
        return add_hverdage(days[Stage.KVITTERET], ladder.told_hverdage)
    return None


def offers(
    ladder: Ladder,
    stage: Stage,
    steps: Iterable[Step],
    reminders: Iterable[tuple[str, Reminder]],
) -> tuple[Offer, ...]:
    """Every rung with its day. An answer begins the ladder anew: what was written before it is done with.

    `steps` and `reminders` (by id) in the order in which they were written down.
    """
    known = tuple(steps)
    since = max((one.day for one in known if one.stage in _ANSWERS), default=None)
    newest = {
        made.rung: (record, made)
        for record, made in reminders
        if since is None or (made.sent_on or made.day) > since
    }
    start, found = answer_due(ladder, stage, known), []
    for rung in ladder.rungs:
        on = add_hverdage(start, rung.hverdage) if start else None
        record, made = newest.get(rung.id, ("", None))
        found.append(Offer(rung, on, record, made.sent_on if made else None))
        start = made.sent_on if made else None
    return tuple(found)


def next_offer(found: Iterable[Offer]) -> Offer | None:
    """The first rung that is not sent and has a day."""
    return next((one for one in found if one.sent_on is None and one.on is not None), None)


def parse_ladder(text: str) -> Ladder:
    top = read_toml(text, FILE)
    told, receipt = top.table("besked"), top.table("kvittering")
    ladder = Ladder(
        told_hverdage=_days(told),
        told_why=told.prose("hvorfor"),
        told_law=told.text("lov"),
        receipt_law=receipt.text("lov"),
        rungs=tuple(_rung(one) for one in top.tables("brev")),
    )
    for each in (told, receipt, top):
        each.done()
    once_each((one.id for one in ladder.rungs), FILE)
    return ladder


def unknown_law(ladder: Ladder, law: Law) -> tuple[str, ...]:
    """Ids that law.toml does not have, or has not read at a source: neither may stand in a letter."""
    found = {name: law.find(name) for name in ladder.laws()}
    return tuple(name for name, ref in found.items() if ref is None or not ref.verified)


def _rung(table: Table) -> Rung:
    opening, asks = table.table("indledning"), table.table("beder_om")
    rung = Rung(
        id=table.text("id"),
        name=table.text("navn"),
        title=table.text("titel"),
        to=To(table.one_of("til", To)),
        receiver=table.text("modtager", ""),
        hverdage=_days(table),
        why_then=table.prose("hvorfor_da"),
        about=table.prose("om"),
        opening={one: opening.prose(one) for one in Missing},
        asks={one: asks.prose(one) for one in Missing},
        closing=table.prose("afslutning"),
        law=table.texts("love", ()),
        with_cpr=table.flag("cpr"),
    )
    for each in (opening, asks, table):
        each.done()
    if rung.to is To.ANDEN and not rung.receiver:
        raise table.wrong("til = »anden« kræver også »modtager«.")
    return rung


def _days(table: Table) -> int:
    number = table.number("hverdage")
    if not 1 <= number <= 250:
        raise table.wrong("»hverdage« skal være mellem 1 og 250.")
    return number
