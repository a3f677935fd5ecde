"""Erasing, as the pages say it."""

from __future__ import annotations

from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.retention import Held, HeldBy, Retention
from tvaerfaglig.services.erasing.acts import NamedIn, Plan
from tvaerfaglig.services.erasing.due_item import DueItem
from tvaerfaglig.services.erasing.periods import KeptFor
from tvaerfaglig.services.erasing.receipts import Decision, counted

STAYS = (
    "I loggen: at der er skrevet noget, hvornår og af hvem. Ikke hvad.",
    "Beslutningen om at slette: hvem, hvornår og hvorfor.",
)
SEALED = "Forseglede sager om en ansat kan kun deres parter læse. Er barnet nævnt i en, skal parterne selv tage det ud."
OUTSIDE = "Det, der er skrevet ud, gemt eller sendt, ligger, hvor I har lagt det. Det når programmet ikke."


def since(item: DueItem) -> str:
    """From which day it is counted, in the words of its kind."""
    day = danish.day(item.since)
    return f"udmeldt {day}" if item.whole else f"fra {day}"


def kept(item: DueItem, periods: dict[str, KeptFor]) -> str:
    """How long it is kept, and who says so."""
    period = periods[item.period]
    return f"{period.words} · {period.backing}"


def held(holds: tuple[Held, ...]) -> str:
    """What keeps it back, in one line."""
    words = dict.fromkeys(_held(one) for one in holds)
    return danish.capital(danish.join_and(list(words)))


def _held(one: Held) -> str:
    since_day = f" siden {danish.day(one.since)}" if one.since and one.why.by_hand else ""
    return f"{one.why.word}{since_day}"


def reasons() -> list[tuple[str, str]]:
    """What a leader may set by hand."""
    return [(one.value, danish.capital(one.word)) for one in HeldBy if one.by_hand]


def grounds(retention: Retention, *, due: bool) -> list[tuple[str, str]]:
    """The grounds one may choose now: that the period is over only when it is."""
    return [(one.id, danish.capital(one.words)) for one in retention.grounds if one.early or due]


def going(plan: Plan) -> list[str]:
    """What goes, a line for each kind."""
    lines = [danish.capital(counted(kind, many)) for kind, many in plan.going.items()]
    if plan.files:
        lines.append(
            danish.count(plan.files, "fil eller færdigt papir", "filer og færdige papirer")
        )
    if plan.logs:
        logged = danish.count(plan.logs, "linje", "linjer")
        lines.append(f"{logged} om, hvem der har set, skrevet ud og gemt")
    for who, kept_there in plan.drafts:
        drafts = danish.count(kept_there, "kladde", "kladder")
        lines.append(f"{drafts} hos {who}, som ingen har gemt")
    if plan.notes:
        notes = danish.count(plan.notes, "hurtig note", "hurtige noter")
        lines.append(f"{notes} fra låseskærmen, som ingen har hentet")
    return lines


def staying(plan: Plan) -> list[str]:
    """What stays, and how."""
    lines = list(STAYS)
    if plan.shared:
        shared = danish.count(plan.shared, "observation", "observationer")
        them = "den" if plan.shared == 1 else "dem"
        lines.append(
            f"{danish.capital(shared)}, som andre børn var med i. {plan.first_name} bliver taget ud af {them}."
        )
    full = [one for one in plan.named if not one.only_first and not one.frozen]
    if full:
        texts = danish.count(len(full), "tekst", "tekster")
        lines.append(
            f"{danish.capital(texts)} om andre børn. Navnet bliver til »et barn, der er slettet«."
        )
    frozen = [one for one in plan.named if one.frozen]
    if frozen:
        papers = danish.count(len(frozen), "underretning", "underretninger")
        lines.append(
            f"{danish.capital(papers)} om et andet barn, som er gjort færdig og ikke kan ændres. Navnet står der."
        )
    return [*lines, OUTSIDE, *([SEALED] if plan.sealed else [])]


def in_text(one: NamedIn, plan: Plan) -> str:
    """Where her first name stands."""
    about = danish.join_and([plan.names.of_child(child) for child in one.about])
    return (
        f"{danish.capital(counted(one.kind, 1)[2:])} om {about}" if about else counted(one.kind, 1)
    )


def decided(one: Decision, today: date) -> tuple[str, str]:
    """The two lines of a decision in the list."""
    what = "Alt om et barn" if one.whole else _first(one)
    when = danish.capital(danish.day_near(one.at.date(), today))
    return what, f"{when} kl. {danish.clock(one.at.time())} · {one.by} · {one.ground}"


def _first(one: Decision) -> str:
    said = [counted(kind, many) for kind, many in one.counts[:2]]
    if not said and one.drafts:
        said = [danish.count(one.drafts, "kladde", "kladder")]
    return danish.capital(danish.join_and(said)) if said else "En fil"
