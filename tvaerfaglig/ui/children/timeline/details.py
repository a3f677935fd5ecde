"""An entry unfolded in place: all that was written, its three times, and what one may do with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.attendance import Attendance
from tvaerfaglig.domain.concern import Concern, NotNow, PositionSet
from tvaerfaglig.domain.consent import standing as consent
from tvaerfaglig.domain.consent.holders import other_holder
from tvaerfaglig.domain.contact import Absence, FamilyEvent, ParentContact
from tvaerfaglig.domain.handing_over import HandedOver
from tvaerfaglig.domain.protection import Guard, Samtykke, Sharing
from tvaerfaglig.domain.rounds.records import Doing, Joint
from tvaerfaglig.domain.snooze import Snoozed
from tvaerfaglig.domain.stored import Version
from tvaerfaglig.domain.tovholder import Tovholder
from tvaerfaglig.domain.visiting.contribution import Contribution
from tvaerfaglig.services.children.timeline import History
from tvaerfaglig.ui.children.timeline.telling import Telling
from tvaerfaglig.ui.children.timeline.when import hverdage, moment
from tvaerfaglig.ui.children.told import dotted
from tvaerfaglig.ui.widgets import (
    boxed,
    button,
    col,
    flow,
    frame,
    opener,
    prose,
    row,
    small,
    strong,
    text,
    thought,
)
from tvaerfaglig.ui.widgets.layout import Item
from tvaerfaglig.ui.widgets.timeline_rows import Cell

Lines = Iterable[tuple[str, str]]
LABEL_EM = 8.5
BRIEF = 46


@dataclass(frozen=True, slots=True)
class Act:
    """Something one may do with an entry: its word, its icon, and the form that it opens."""

    words: str
    write: str
    icon: str = ""


def acts_of(history: History, *, hides_parents: bool, may_share: bool) -> list[Act]:
    """What is offered under an entry; nothing that would tell the parents while the guard is set."""
    record = history.stored.record
    acts: list[Act] = []
    if isinstance(record, Concern):
        acts.append(Act("Se tråden", "traad", "aftale"))
    if isinstance(record, Concern) and record.closed_on is None:
        acts.append(Act("Luk bekymringen", "luk_bekymring"))
    if isinstance(record, Concern) and record.closed_on:
        acts.append(Act("Tag op igen", "tag_op"))
    if isinstance(record, NotNow) and record.seen_again is None:
        acts.append(Act("Se på det igen", "set_igen"))
    told = isinstance(record, ParentContact | Samtykke)
    fixed = isinstance(
        record, Sharing | HandedOver | Guard | Attendance | Snoozed | Joint | Tovholder
    )
    mayed = history.may_correct and (may_share or not isinstance(record, Samtykke))
    if mayed and not fixed and not (hides_parents and told):
        acts.append(Act("Ret", record.KIND, "kladde"))
    return acts


def unfolded(
    telling: Telling, history: History, acts: Iterable[Act], do: Callable[[str, str], None]
) -> QWidget:
    """The whole entry. `do(form, record)` answers its buttons."""
    stored = history.stored
    items: list[Item] = [_line(label, words) for label, words in lines_of(telling, stored.record)]
    if isinstance(stored.record, ParentContact) and stored.record.disagree:
        items.append(thought(strong("Det ser vi anderledes på"), text(stored.record.disagree)))
    items.append(small(times(telling, history)))
    older = history.versions[:-1]
    if older:
        items.append(_earlier(telling, older))
    buttons = []
    for act in acts:
        made = button(act.words, "small", act.icon)
        made.clicked.connect(partial(do, act.write, stored.id))
        buttons.append(made)
    if buttons:
        items.append(boxed(flow(*buttons)))
    return frame("well", col(*items, margins=(12, 8, 12, 8)))


def times(telling: Telling, history: History) -> str:
    """When it happened, was written, and was changed, with who."""
    stored, names = history.stored, telling.names
    written = f"Skrevet {moment(stored.written_at)} af {names.of_staff(stored.written_by)}"
    changed = ""
    if stored.changed:
        changed = f"rettet {moment(stored.changed_at)} af {names.of_staff(stored.changed_by)}"
    return dotted(f"Skete {_happened(stored.record)}", written, changed)


def _happened(record: Any) -> str:
    if isinstance(record, Absence):
        return danish.day_span(record.first, record.last)
    day, _, clock = record.happened().partition("T")
    year, month, number = (int(part) for part in day.split("-"))
    words = f"{number}. {danish.MONTHS[month - 1]} {year}"
    return f"{words} {clock.lstrip('0').replace(':', '.')}" if clock else words


def lines_of(telling: Telling, record: Any) -> list[tuple[str, str]]:
    """What was written, label and words; empty ones are left out."""
    make = _LINES.get(type(record))
    found = make(telling, record) if make else ()
    return [(label, telling.names.said(words)) for label, words in found if words]


def _line(label: str, words: str) -> QWidget:
    """A few words beside their label; what is read at length beneath it."""
    if len(words) <= BRIEF and "\n" not in words:
        return boxed(
            row(Cell(col(small(label), ..., margins=(0, 1, 0, 0)), LABEL_EM), (text(words), 1))
        )
    return boxed(col(strong(label), prose(words), gap=1))


def _earlier(telling: Telling, older: tuple[Version[Any], ...]) -> QWidget:
    """The versions before this one, folded away until asked for."""
    inside = boxed(col(*(_version(telling, one) for one in reversed(older)), gap="apart"))
    inside.hide()
    words = danish.count(len(older), "tidligere udgave", "tidligere udgaver")
    link = opener(f"Vis {words}", "ur")
    link.toggled.connect(inside.setVisible)
    return boxed(col(flow(link), inside, gap="tight"))


def _version(telling: Telling, version: Version[Any]) -> QWidget:
    by = telling.names.of_staff(version.by)
    head = small(f"{moment(version.at)} af {by}")
    if version.record is None:
        return boxed(col(head, small("Ordene er slettet efter reglerne.")))
    lines = lines_of(telling, version.record)
    return boxed(col(head, *(_line(label, words) for label, words in lines), gap="tight"))


def _talk(telling: Telling, talk: ParentContact) -> Lines:
    names = telling.names
    return (
        ("Med", danish.join_and([telling.relation(one) for one in talk.parents])),
        ("Var med herfra", danish.join_and([names.of_staff(one) for one in talk.staff])),
        ("Hvordan", dotted(talk.form.word, f"{talk.minutes} min." if talk.minutes else "")),
        ("Tolk", talk.interpreter),
        ("Emne", talk.topic),
        ("Det fortalte vi", talk.told),
        ("Forældrenes syn", talk.view),
        ("Det aftalte vi", talk.agreed),
        ("Læst af forældrene", danish.day(talk.shown_on) if talk.shown_on else ""),
    )


def _absence(_telling: Telling, away: Absence) -> Lines:
    return (
        (
            "Hvor længe",
            dotted(danish.day_span(away.first, away.last), hverdage(away.first, away.last)),
        ),
        ("Hvorfor", away.reason),
        ("Oplyst af", away.told_by),
        ("Meldt", "Ja" if away.reported else "Nej"),
    )


def _attendance(_telling: Telling, month: Attendance) -> Lines:
    there = danish.join_and([f"{day}." for day in month.present])
    away = [f"{one.day}. ({one.reason})" if one.reason else f"{one.day}." for one in month.absent]
    return (("Til stede", there), ("Væk", danish.join_and(away)))


def _family(_telling: Telling, event: FamilyEvent) -> Lines:
    told = danish.day(event.told_on) if event.told_on else ""
    return (("Hvad skete", event.text), ("Oplyst af", dotted(event.told_by, told)))


def _concern(telling: Telling, concern: Concern) -> Lines:
    about = [telling.categories.name(one) for one in concern.categories]
    return (
        ("Bekymringen", concern.title),
        ("Bygger på", concern.text),
        ("Handler om", danish.join_and(about)),
        ("Ses igen", danish.day(concern.next_on) if concern.next_on else ""),
        ("Lukket", danish.day(concern.closed_on) if concern.closed_on else ""),
        ("Lukket fordi", telling.reason(concern)),
        ("Opnået", concern.achieved),
        ("Taget op igen", danish.day(concern.taken_up_on) if concern.taken_up_on else ""),
        ("Fordi", concern.taken_up_because),
    )


def _position(telling: Telling, stand: PositionSet) -> Lines:
    by = [telling.names.of_staff(one) for one in stand.set_by]
    return (
        ("Hvorfor", stand.because),
        ("Sat af", danish.join_and(by)),
        ("Tal", str(stand.level) if stand.level is not None else ""),
        ("Ses igen", danish.day(stand.next_on) if stand.next_on else ""),
    )


def _snoozed(telling: Telling, put_off: Snoozed) -> Lines:
    return (
        ("Det, der ventede", put_off.what),
        ("Hvorfor det kan vente", put_off.because),
        ("Udskudt af", telling.names.of_staff(put_off.by)),
        ("Ses igen", danish.day(put_off.until)),
        ("Taget op før", danish.day(put_off.woken) if put_off.woken else ""),
    )


def _not_now(telling: Telling, decision: NotNow) -> Lines:
    by = [telling.names.of_staff(one) for one in decision.by]
    return (
        ("Hvorfor ikke nu", decision.because),
        ("Besluttet af", danish.join_and(by)),
        ("Ses igen", danish.day(decision.seen_again_on)),
        ("Dagen er flyttet, fordi", decision.moved_because),
        ("Set igen", danish.day(decision.seen_again) if decision.seen_again else ""),
        ("Det så I", decision.outcome),
        ("Husk", "Du kan altid underrette."),
    )


def _tovholder(telling: Telling, made: Tovholder) -> Lines:
    names = telling.names
    return (
        ("Tovholder", names.of_staff(made.who) if made.who else "Ingen"),
        ("Før", names.of_staff(made.before)),
        ("Det skal den nye vide", names.said(made.note)),
        ("Givet videre af", names.of_staff(made.by)),
        ("Bekræftet", danish.day(made.taken_on) if made.taken_on else ""),
    )


def _contribution(telling: Telling, given: Contribution) -> Lines:
    names = telling.names
    outcome = given.outcome.word if given.outcome else ""
    return (
        ("Spørgsmålet", names.said(given.question)),
        *(
            (
                one.name or telling.areas.name_of(one.area),
                dotted(telling.areas.word(one.step), names.said(one.seen)),
            )
            for one in given.areas
        ),
        ("Råd", names.said(given.advice)),
        ("Beslutning", dotted(outcome, names.said(given.outcome_because))),
    )


def _joint(telling: Telling, made: Joint) -> Lines:
    """Without what would tell the parents: that stands on the round's own page, which the guard closes."""
    doing = [one.word for one in made.doing if one is not Doing.FORAELDRE]
    return (
        ("Fordi", telling.names.said(made.sentence)),
        ("Det gør vi nu", danish.join_and(doing)),
        ("Vi ændrer", made.change),
        ("Ses igen", danish.day(made.next_look) if made.next_look else ""),
        ("Én vurderede, fordi", made.alone),
        ("Rettet, fordi", made.changed_because),
        ("Husk", "Du kan altid underrette."),
    )


def _samtykke(telling: Telling, given: Samtykke) -> Lines:
    withdrawn = danish.day(given.withdrawn_on) if given.withdrawn_on else ""
    ticked = "\n".join(" – ".join(filter(None, (one.what, one.purpose))) for one in given.covers)
    return (
        ("Givet af", consent.givers(given, telling.child)),
        ("Fordi", given.because),
        ("Den anden forældremyndighedsindehaver", other_holder(given.other_holder)),
        ("Må fortælles", ticked),
        ("Til hvad" if not ticked else "Med egne ord", given.scope),
        ("Til hvem", consent.whom(given, telling.names.staff)),
        ("Hvorfor", given.purpose),
        ("Må ikke fortælles", given.withhold),
        ("Fordi familien siger", given.withhold_because),
        ("Hvordan", given.form),
        ("Tolk", given.interpreter),
        ("Talt med familien", telling.names.of_staff(given.taken_by)),
        ("Gælder til", danish.day(given.until) if given.until else ""),
        ("Trukket tilbage", withdrawn),
    )


def _sharing(telling: Telling, shared: Sharing) -> Lines:
    names = telling.names
    return (
        ("Delt med", names.of_staff(shared.staff)),
        ("Grundlag", dotted(danish.capital(shared.basis.word), shared.basis_text)),
        ("Fra", danish.day(shared.from_day)),
        ("Til og med", danish.day(shared.until) if shared.until else ""),
        ("Trukket tilbage", danish.day(shared.withdrawn_on) if shared.withdrawn_on else ""),
        ("Delt af", names.of_staff(shared.by)),
    )


def _handed_over(telling: Telling, made: HandedOver) -> Lines:
    """Word for word as it left."""
    parts = (
        (one.heading, "\n".join((*one.lines, *(f"»{said}«" for said in one.words))))
        for one in made.parts
    )
    return (
        ("Givet til", made.to),
        ("Dag", danish.day(made.day)),
        ("Givet videre af", telling.names.of_staff(made.by)),
        *parts,
        ("Fulgte ikke med", danish.join_and(list(made.left_out))),
    )


def _guard(telling: Telling, guard: Guard) -> Lines:
    return (
        ("Mistanken er mod", guard.against.word),
        ("Kort hvorfor", guard.note),
        ("Sat af", telling.names.of_staff(guard.by)),
        ("Løftet", danish.day(guard.lifted_on) if guard.lifted_on else ""),
        ("Løftet fordi", guard.lifted_because),
    )


_LINES: dict[type[Any], Callable[[Telling, Any], Lines]] = {
    ParentContact: _talk,
    Absence: _absence,
    Attendance: _attendance,
    FamilyEvent: _family,
    Concern: _concern,
    PositionSet: _position,
    Joint: _joint,
    NotNow: _not_now,
    Tovholder: _tovholder,
    Snoozed: _snoozed,
    Contribution: _contribution,
    Samtykke: _samtykke,
    Sharing: _sharing,
    HandedOver: _handed_over,
    Guard: _guard,
}
