"""The family's receipt when it has withdrawn. A paper for the parents: while the guard hides them none is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.consent import standing as words
from tvaerfaglig.domain.consent.roads import RECEIPT_PAPER
from tvaerfaglig.domain.handing_over import HandedOver
from tvaerfaglig.domain.parents_texts import said
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Samtykke, Sharing
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.printouts.papers.consent import WithdrawalPaper
from tvaerfaglig.printouts.papers.parts import Signer
from tvaerfaglig.services.consent import said as both
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.parents.guarded import stop_if_guarded
from tvaerfaglig.services.printing import caution, paper_facts, pressing
from tvaerfaglig.services.printing.pressing import Pressed
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


def look_at_receipt(session: Session, samtykke_id: str, library: Library) -> Pressed:
    """The receipt as it will be given. Opening it is noted."""
    made = receipt(session, samtykke_id, library)
    child_id = both.found(session, samtykke_id).record.child
    sections = pressing.sections(made)
    session.looked(child=child_id, record=samtykke_id, what=RECEIPT_PAPER)
    return Pressed(pressing.press(made), sections, caution.cautions(session, child_id, sections))


def receipt(session: Session, samtykke_id: str, library: Library) -> WithdrawalPaper:
    """Stops while the guard hides the parents, and where nothing was withdrawn."""
    given = both.found(session, samtykke_id).record
    child = session.child(given.child, Action.SHARE).record
    stop_if_guarded(session, given.child, child.first_name)
    if given.withdrawn_on is None:
        raise Unclear("Samtykket er ikke trukket tilbage, så der er ingen kvittering.")
    texts, staff = library.consent.receipt, both.staff(session)
    names = both.names(child, paper_facts.house_of(session, child))
    return WithdrawalPaper(
        imprint=paper_facts.imprint(session, child),
        child=paper_facts.child_facts(child, session.today),
        title=texts.title,
        subtitle=texts.subtitle,
        intro=said(texts.intro, dag=danish.day(given.withdrawn_on), **names),
        to=both.givers(given, child),
        date=danish.day(session.today),
        covered=tuple(_covered(given, child, staff)),
        closed=(texts.closed, tuple(_closed(session, samtykke_id, given, staff)), texts.nothing),
        told=(
            (
                "Det, der er fortalt",
                " ".join((said(texts.told, **names), *_handed_over(session, samtykke_id, given))),
            ),
            ("Siger I ja igen", said(texts.again, **names)),
            ("Vores pligt", said(texts.notify, **names)),
        ),
        signer=Signer(session.actor.name, session.actor.role.word),
    )


def _handed_over(session: Session, samtykke_id: str, given: Samtykke) -> Iterator[str]:
    """Who has a sheet that went out on it; the family may ask them."""
    for one in reversed(queries.of_child(session.vault, HandedOver, given.child)):
        if one.record.samtykke == samtykke_id:
            yield f"{one.record.to} fik et overgangsark {danish.day(one.record.day)}."


def _covered(given: Samtykke, child: Child, staff: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield ("Givet", danish.day(given.given_on))
    for heading, text in (
        ("Om", words.what(given)),
        ("Til", words.whom(given, staff)),
        ("Formål", given.purpose),
    ):
        if text:
            yield (heading, danish.capital(both.masked(text, given.child, child)))


def _closed(
    session: Session, samtykke_id: str, given: Samtykke, staff: Mapping[str, str]
) -> Iterator[str]:
    """Whoever could see the child on it until that day."""
    seen = [
        staff.get(one.record.staff, "")
        for one in queries.of_child(session.vault, Sharing, given.child)
        if one.record.samtykke == samtykke_id and one.record.withdrawn_on == given.withdrawn_on
    ]
    for name in dict.fromkeys(filter(None, seen)):
        yield f"{name} kan ikke længere se noget om barnet."
