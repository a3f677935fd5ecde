"""The sheet that parents take home: short sentences, who does what, and when we meet again.

Nobody else's view stands on it unless somebody chose so. It stops while the guard hides the parents.
"""

from __future__ import annotations

import re

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.agreements.standing import parents_may_read
from tvaerfaglig.domain.konsultation import Agreement, Konsultation, KonsultationKind
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.printouts.papers.parts import Fact
from tvaerfaglig.printouts.papers.plans import ParentSheetPaper
from tvaerfaglig.services.agreements.reading import doers
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.konsultation import paper as konsultation_paper
from tvaerfaglig.services.konsultation.page import KonsultationPage, open_konsultation
from tvaerfaglig.services.meeting_papers.effort_plan import next_time
from tvaerfaglig.services.meeting_papers.shares import is_familys, is_ours
from tvaerfaglig.services.parents.guarded import stop_if_guarded
from tvaerfaglig.services.printing import paper_facts, withheld
from tvaerfaglig.services.session import Session

DRAFT = "Udkast – notatet er ikke afsluttet"
NEEDS_A_CHILD = "Arket er til et barns forældre. Denne drøftelse er uden navn."
LONG = 20
_SENTENCE = re.compile(r"[^.!?\n]+")


def paper(session: Session, konsultation_id: str) -> ParentSheetPaper:
    """What was written for them; where nothing was, the note's own question and what goes well."""
    page = open_konsultation(session, konsultation_id)
    note = page.note
    if note.kind is not KonsultationKind.NAVNGIVET:
        raise Unclear(NEEDS_A_CHILD)
    child = session.child(note.child, Action.PRINT).record
    stop_if_guarded(session, note.child, child.first_name)
    own = note.for_parents
    agreed = [one.record for one in page.agreements if parents_may_read(one.record)]
    made = ParentSheetPaper(
        imprint=paper_facts.imprint(
            session,
            child,
            purpose="At I kan se, hvad vi aftalte.",
            draft="" if note.finished_at else DRAFT,
        ),
        child=paper_facts.child_facts(child, session.today),
        to=danish.join_and([one.name for one in child.custody_holders]),
        met=konsultation_paper.when(note, withheld.of_child(session, note.child)),
        with_whom=danish.join_and([_present(one.name, one.role) for one in note.participants]),
        talked=own.talked or note.question,
        well=own.well or note.going_well,
        agreed=tuple(_lines(note.goals)),
        you_do=(
            *(_deed(one, page, child) for one in agreed if is_familys(one, child)),
            *(Fact("", line) for line in _lines(own.you_do)),
        ),
        we_do=(
            *(_deed(one, page, child) for one in agreed if is_ours(one, child)),
            *(Fact("", line) for line in _lines(own.we_do)),
        ),
        views=tuple(_views(page)) if own.views_too else (),
        next_time=next_time(page),
        contact=own.contact or _contact(session, page, child),
        given=_given(note),
        interpreter=danish.join_and(_languages(child)),
    )
    return paper_facts.masked_through(made, note.child, child)


def cautions(made: ParentSheetPaper) -> tuple[str, ...]:
    """What to look at before it is handed out; nothing of it stops anyone."""
    told = []
    words = (made.talked, made.well, *made.agreed, *(f.value for f in (*made.you_do, *made.we_do)))
    long = sum(_is_long(sentence) for text in words for sentence in _SENTENCE.findall(text))
    if long:
        told.append(_too_long(long))
    if made.interpreter:
        told.append(f"Der er brug for tolk: {made.interpreter}. Læs arket op, ét afsnit ad gangen.")
    if made.views:
        told.append("De andres syn står på arket. Ved de, at forældrene får det at læse?")
    return tuple(told)


def _too_long(many: int) -> str:
    if many == 1:
        return "Én sætning på arket er lang. Kan den deles?"
    return f"{danish.capital(danish.in_words(many))} sætninger på arket er lange. Kan de deles?"


def _is_long(sentence: str) -> bool:
    return len(sentence.split()) > LONG


def _present(name: str, role: str) -> str:
    return f"{name} ({role})" if role else name


def _lines(text: str) -> list[str]:
    lines = (
        line.strip().removeprefix("- ").removeprefix("– ").strip() for line in text.split("\n")
    )
    return [line for line in lines if line]


def _deed(made: Agreement, page: KonsultationPage, child: Child) -> Fact:
    """Who, what and when, as one says it."""
    who = doers(made, page.names, child.parents)
    due = f" Senest {danish.day_and_month(made.due)}." if made.due else ""
    return Fact("", f"{made.what.rstrip('. ')}.{due}", f"{who}:" if who else "")


def _views(page: KonsultationPage) -> list[Fact]:
    said = [Fact(one.profession, one.text) for one in page.note.perspectives if one.text.strip()]
    if page.note.shared_understanding.strip():
        said.append(Fact("Det blev vi enige om", page.note.shared_understanding))
    return said


def _contact(session: Session, page: KonsultationPage, child: Child) -> str:
    holder = page.names.of_staff(page.note.tovholder or child.contact_person)
    house = paper_facts.house_of(session, child)
    phone = f"tlf. {house.phone}" if house and house.phone and not child.hide_house else ""
    return ", ".join(filter(None, (holder, phone)))


def _given(note: Konsultation) -> str:
    own = note.for_parents
    if own.given_on is None:
        return ""
    to = f" til {own.given_to}" if own.given_to else ""
    return f"Givet{to} den {danish.day(own.given_on)}."


def _languages(child: Child) -> list[str]:
    found = [one.language for one in child.custody_holders if one.interpreter and one.language]
    return list(dict.fromkeys(found))
