"""The invitation to an indsats: a sheet to fold. Warm and short, and plain about what is written down."""

from __future__ import annotations

from tvaerfaglig.domain import danish
from tvaerfaglig.printouts.outline import Items, Outline, Part, Prose, side
from tvaerfaglig.printouts.papers.efforts import InvitationPaper
from tvaerfaglig.printouts.papers.parts import Fact, Present

AGREED = "Det aftaler vi sammen."


def compose(paper: InvitationPaper) -> Outline:
    """Cover, two pages inside, back."""
    return Outline(
        title=paper.title,
        imprint=paper.imprint,
        secrecy="",
        folded=True,
        sections=(
            Part(paper.greeting, (Prose(paper.line, lead=True),)),
            _how(paper),
            _written(paper),
            Part("Spørg os", tuple(Prose(one) for one in paper.contact)),
        ),
    )


def _how(paper: InvitationPaper) -> Part:
    said = danish.join_and(list(paper.days)).rstrip(".")
    days = f"{'Dagen' if len(paper.days) == 1 else 'Dagene'} er {said}." if said else ""
    when = "\n".join(filter(None, (*paper.times, days))) or AGREED
    return Part(
        "Sådan foregår det",
        (
            *side("Hvornår", Prose(when)),
            *side("Hvor", Prose(paper.place or AGREED)),
            *side("Hvem er der", Items(tuple(map(_person, paper.who)))),
            *side("Hvem kommer", Prose(paper.coming)),
        ),
    )


def _person(one: Present) -> Fact:
    return Fact("", one.role, f"{one.name}," if one.role else one.name)


def _written(paper: InvitationPaper) -> Part:
    return Part(
        "Det skriver vi ned",
        (
            *(_items(paper.written),) * bool(paper.written),
            *side("Hvem ser det", Items(tuple(Fact("", one) for one in paper.seen_by))),
            *side("Det er frivilligt", Prose(paper.choice)),
        ),
    )


def _items(lines: tuple[str, ...]) -> Items:
    return Items(tuple(Fact("", one) for one in lines))
