"""The list of agreements as paper: one's own, the house's, or one child's."""

from __future__ import annotations

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.agreements.standing import Standing
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.printouts.papers.agreements import AgreedGroup, AgreedLine, AgreementListPaper
from tvaerfaglig.services.agreements.reading import AgreementRow, Whose, agreements
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.printing import caution, paper_facts, pressing
from tvaerfaglig.services.printing.pressing import Pressed
from tvaerfaglig.services.session import Session

DOCUMENT = "aftaleliste"
_PURPOSE = "At holde det, vi har aftalt."


def look_at(session: Session, whose: Whose, child: str = "") -> Pressed:
    """The list as paper, with what to look at first."""
    rows = agreements(session, whose, child).rows
    paper = list_paper(session, rows, whose, child)
    guard = caution.guard_advice(session, *children_on(rows))
    sections = pressing.sections(paper)
    cautions = caution.cautions(session, child, sections) if child else ()
    return Pressed(pressing.press(paper), sections, cautions, guard)


def children_on(rows: tuple[AgreementRow, ...]) -> tuple[str, ...]:
    """Those whom the list names: each one's log tells that it was printed."""
    named = (one.stored.record.child for one in rows if one.about)
    return tuple(dict.fromkeys(one for one in named if one))


def list_paper(
    session: Session, rows: tuple[AgreementRow, ...], whose: Whose, child: str
) -> AgreementListPaper:
    record = session.child(child, Action.PRINT).record if child else None
    guarded = any(hides_parents(session, one) for one in children_on(rows))
    made = AgreementListPaper(
        imprint=paper_facts.imprint(session, record, purpose=_PURPOSE),
        whose=_whose(session, whose, child),
        as_of=danish.capital(danish.day_long(session.today)),
        groups=tuple(
            AgreedGroup(
                heading=kind.word,
                rows=tuple(_line(session, one) for one in rows if one.standing is kind),
            )
            for kind in Standing
            if any(one.standing is kind for one in rows)
        ),
        several=whose is not Whose.BARNETS,
        guarded=guarded,
    )
    return paper_facts.masked_through(made, child, record) if record else made


def _line(session: Session, row: AgreementRow) -> AgreedLine:
    """Whom it is about is said by name; another child in its words is masked."""
    made = row.stored.record
    about = session.children().get(made.child)
    own = about.record if about else None
    return AgreedLine(
        due=danish.day_table(made.due) if made.due else "",
        what=paper_facts.masked(made.what, made.child, own),
        about=row.about,
        who=row.doers,
        effect=paper_facts.masked(made.effect, made.child, own),
    )


def _whose(session: Session, whose: Whose, child: str) -> str:
    if whose is Whose.BARNETS:
        return session.child(child).record.name
    return session.actor.name if whose is Whose.MINE else "Alle, jeg kan se"
