"""The invitation to a family: warm, short, and plain about what is written down and who sees it.

One for anybody names nobody. One for a family says whose parents are asked, and is not made while they must
not be told; where the house is hidden it says neither its name nor where one meets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.kind import EffortKind, Subject
from tvaerfaglig.domain.efforts.records import Effort, EffortSession, SessionState
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.printouts.papers.efforts import InvitationPaper
from tvaerfaglig.services.efforts import rules
from tvaerfaglig.services.efforts.papers import facts
from tvaerfaglig.services.efforts.papers.others import for_family, masked
from tvaerfaglig.services.efforts.papers.which import EffortPaper
from tvaerfaglig.services.efforts.sessions import sessions_of
from tvaerfaglig.services.efforts.shelf import kind_of
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.session import Session

NO_FAMILIES = "Indsatsen er ikke for familier, så der er ingen at invitere."
TO_FOLD = "Skriv ud på begge sider af ét ark, vend på den korte led, og fold på midten."
_SHOWN_DAYS = 20


@dataclass(frozen=True, slots=True)
class _Voice:
    """Whom the paper speaks to, and what it then says."""

    greeting: str
    coming: str
    written: tuple[str, ...]
    seen_by: tuple[str, ...]
    choice: str


_FAMILY = _Voice(
    greeting="Kære forældre",
    coming="I kommer, som I er: forældre, barn og søskende, og en bedsteforælder, hvis I gerne vil.",
    written=(
        "Hvornår vi ses, og hvem der var med.",
        "Det, I gerne vil nå. I skriver det sammen med os og får det med hjem.",
        "Få ord om, hvad vi lavede. Der står aldrig noget om jer, som andre familier kan læse.",
    ),
    seen_by=(
        "I selv. Sig til, så viser vi jer det.",
        "De voksne her, der arbejder med jeres barn, lederen og dem, der er med i indsatsen.",
        "Andre kun, når I har sagt ja, når det er uden navn, eller når loven giver adgang.",
    ),
    choice=(
        "Det er jer, der bestemmer, om I vil være med. I kan sige nej, og I kan holde op, uden at det ændrer noget "
        "for jeres barn her."
    ),
)
_EXPECTING = replace(
    _FAMILY,
    greeting="Kære kommende forældre",
    coming="I kommer, som I er, og gerne sammen med en, I er trygge ved.",
    choice="Det er jer, der bestemmer, om I vil være med. I kan sige nej, og I kan holde op, når I vil.",
)
_YOUNG_MOTHER = _Voice(
    greeting="Kære kommende mor",
    coming="Du kommer alene, eller sammen med en, du er tryg ved.",
    written=(
        "Hvornår vi ses.",
        "Det, du gerne vil nå. Du skriver det sammen med os og får det med hjem.",
        "Få ord om, hvordan det går. Du kan altid læse dem.",
    ),
    seen_by=(
        "Du selv. Sig til, så viser vi dig det.",
        "De voksne her, der er med i forløbet, og lederen.",
        "Andre kun, når du har sagt ja, når det er uden navn, eller når loven giver adgang.",
    ),
    choice="Det er dig, der bestemmer, om du vil være med. Du kan sige nej, og du kan holde op, når du vil.",
)


def invitation(session: Session, effort_id: str) -> InvitationPaper:
    """For anybody: it names nobody."""
    stored = rules.found(session, effort_id)
    kind = kind_of(session, stored.record)
    if not stored.record.subject.has_families:
        raise Unclear(NO_FAMILIES)
    made = _paper(session, stored, kind)
    return masked(session, made, effort_id)


def to_family(session: Session, enrolment_id: str) -> InvitationPaper:
    """For one family. Stops while its parents are not to be told."""
    family = facts.family(session, enrolment_id, for_parents=True)
    stored = rules.found(session, family.place.record.effort)
    made = _paper(session, stored, family.kind, family.child)
    hidden = family.child.hide_house
    return for_family(
        session,
        replace(
            made,
            imprint=facts.imprint(session, family, EffortPaper.INVITATION.purpose),
            greeting=_greeting(family, made.greeting),
            place="" if hidden else family.held.place(made.place),
            contact=(facts.contact(session, family.effort, hidden=hidden, child=family.child),)
            if hidden
            else made.contact,
        ),
        family,
    )


def _greeting(family: facts.Family, otherwise: str) -> str:
    """To the parents of one who is born; a kind for the young speaks to her mother alone all through."""
    if family.child.born is None:
        return otherwise
    alone = family.effort.subject is Subject.UFOEDT and family.kind.under_age
    return f"Kære {'mor' if alone else 'forældre'} til {family.child.first_name}"


def _voice(effort: Effort, kind: EffortKind) -> _Voice:
    """A kind for the young speaks to her alone, as its own words do."""
    if effort.subject is not Subject.UFOEDT:
        return _FAMILY
    return _YOUNG_MOTHER if kind.under_age else _EXPECTING


def _asks(kind: EffortKind, child: Child | None) -> str:
    """The kind's own words; to one whose child was waited for and is born by now, those for her."""
    after = kind.invitation_born if child is not None and child.born is not None else ""
    return after or kind.invitation or kind.line


def _paper(
    session: Session, stored: Stored[Effort], kind: EffortKind, child: Child | None = None
) -> InvitationPaper:
    effort = stored.record
    days = [
        one.record
        for one in sessions_of(session, stored)
        if one.record.status is SessionState.PLANLAGT and one.record.day >= session.today
    ]
    house = session.houses().get(effort.house)
    voice = _voice(effort, kind)
    return InvitationPaper(
        imprint=facts.house_imprint(session, effort.house, EffortPaper.INVITATION.purpose),
        title=kind.name,
        greeting=voice.greeting,
        line=_asks(kind, child),
        times=tuple(_times(kind, days)),
        days=tuple(danish.day_of_month(one.day) for one in days[:_SHOWN_DAYS]),
        place=effort.place or next((one.place for one in days if one.place), ""),
        who=facts.leaders(session, effort),
        coming=voice.coming,
        written=voice.written,
        seen_by=voice.seen_by,
        choice=voice.choice,
        contact=tuple(
            filter(
                None,
                (
                    facts.contact(session, effort, child=child),
                    "Eller sig det til en af os her.",
                    house.email if house else "",
                ),
            )
        ),
    )


def _times(kind: EffortKind, days: Iterable[EffortSession]) -> Iterator[str]:
    """»Torsdage kl. 15.30–18.00«; before the days are planned, how often."""
    here = list(days)
    if not here:
        yield f"{kind.rhythm.words()}."
        return
    weekdays = list(dict.fromkeys(danish.WEEKDAYS[one.day.weekday()] for one in here))
    said = danish.capital(danish.join_and([f"{one}e" for one in weekdays]))
    at = here[0].at
    clock = f" kl. {danish.span(at, here[0].to)}" if at else ""
    many = danish.count(len(here), "gang", "gange")
    yield f"{said}{clock}, {many} fra {danish.day_long(here[0].day)}."
