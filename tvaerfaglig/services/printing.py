"""Papers on their way out: pressed for the preview, and noted when they are printed, saved or copied."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.acts import Printed
from tvaerfaglig.domain.anonymity import without
from tvaerfaglig.domain.consent.roads import Ground
from tvaerfaglig.domain.efforts.records import Effort
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.konsultation import Konsultation
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.rounds.records import Round
from tvaerfaglig.domain.visiting.visit import Visit
from tvaerfaglig.printouts import printing
from tvaerfaglig.printouts.papers.recovery import RecoveryPaper
from tvaerfaglig.printouts.printing import Paper
from tvaerfaglig.services import paper_facts, summary
from tvaerfaglig.services.administration import first_password
from tvaerfaglig.services.children import standing_guard
from tvaerfaglig.services.efforts import rules as efforts
from tvaerfaglig.services.known_people import told_in
from tvaerfaglig.services.konsultation import paper as konsultation_paper
from tvaerfaglig.services.konsultation import rules as konsultation_rules
from tvaerfaglig.services.letters import acts as letter_acts
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.rounds import rules as rounds
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.visiting import rules as visiting
from tvaerfaglig.store import queries

SEALED = "forseglet sag"
LOST = "Nogle tegn kan ikke trykkes og står som [?]. Ret dem i teksten, før du sender."
Sections = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Pressed:
    """A paper ready to be looked at: its bytes, its words for a reader, and what to look at first.

    `guard` is what holds while the overgreb guard hides the parents.
    """

    pdf: bytes
    sections: Sections = ()
    cautions: tuple[str, ...] = ()
    guard: str = ""


def press(paper: Paper) -> bytes:
    """The paper as PDF bytes; the same paper always gives the same bytes."""
    return printing.render(paper)


def sections(paper: Paper) -> Sections:
    """Its words, section by section, for a reader and for copying."""
    return printing.plain_sections(paper)


def suggested_code(session: Session) -> str:
    """Six words to lock a file with; nobody keeps them but whoever writes them down.

    Two more than a colleague's first: a PDF stretches its password little, and a file can be tried anywhere.
    """
    return first_password(session, many=6)


def locked(_session: Session, pdf: bytes, code: str) -> bytes:
    """The PDF encrypted: it opens with the code only."""
    return printing.lock(pdf, code)


def konsultationsnotat(session: Session, konsultation_id: str) -> bytes:
    return press(konsultation_paper.paper(session, konsultation_id))


def sagsresume(session: Session, child_id: str, wanted: summary.Wanted) -> bytes:
    return press(summary.paper(session, child_id, wanted))


def look_at_konsultationsnotat(session: Session, konsultation_id: str, child_id: str) -> Pressed:
    """The note as paper, with its words and what to look at first. `child_id` is "" for one without a name."""
    return _pressed(session, konsultation_paper.paper(session, konsultation_id), child_id)


def look_at_sagsresume(session: Session, child_id: str, wanted: summary.Wanted) -> Pressed:
    """The case summary, with its words and what to look at first. Opening it is noted."""
    made = _pressed(session, summary.paper(session, child_id, wanted), child_id)
    session.looked(
        child=child_id, record=f"{child_id}/sagsresume", what="sagsresumé, forhåndsvisning"
    )
    return made


def look_at_underretning(
    session: Session, letter_id: str, child_id: str, library: Library
) -> Pressed:
    """The letter as it is now (frozen, or a draft), with its words and what to look at first."""
    pdf = letter_acts.preview_pdf(session, letter_id, library)
    sections = letter_acts.plain_sections(session, letter_id, library)
    return Pressed(
        pdf, sections, cautions(session, child_id, sections), guard_advice(session, child_id)
    )


def _pressed(session: Session, paper: Paper, child_id: str) -> Pressed:
    sections = printing.plain_sections(paper)
    lost = printing.has_lost_characters(paper)
    return Pressed(
        press(paper),
        sections,
        cautions(session, child_id, sections, lost=lost),
        guard_advice(session, child_id),
    )


def cautions(
    session: Session, child_id: str, sections: Sections, *, lost: bool = False
) -> tuple[str, ...]:
    """What a person looks at before the paper leaves the house; nothing of it stops her."""
    from tvaerfaglig.printouts.door import loses

    texts = tuple(text for _, text in sections)
    found = []
    family = _sisters_and_brothers(session, child_id)
    read = _without_parents(session, child_id, texts)
    names = [
        name
        for name in paper_facts.names_to_look_at(session, child_id, read)
        if not family.issuperset(name.split())
    ]
    if names:
        said = danish.join_and([f"»{name}«" for name in names])
        found.append(f"Her står {said}. Er det et andet barn, så skal navnet måske ikke med.")
    streets = paper_facts.streets_to_look_at(session, child_id, texts)
    found += [f"Her står »{one}«. Adressen er beskyttet og skal ikke med." for one in streets]
    if lost or any(map(loses, texts)):
        found.append(LOST)
    return tuple(found)


def _without_parents(session: Session, child_id: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """A parent called by her whole name is no child who bears the same first name."""
    child = queries.one(session.vault, Child, child_id)
    for one in child.record.parents if child else ():
        if " " in one.name.strip():
            texts = tuple(text.replace(one.name, "") for text in texts)
    return texts


def _sisters_and_brothers(session: Session, child_id: str) -> set[str]:
    """The words of their names: a family's own children may stand on one another's papers."""
    child = queries.one(session.vault, Child, child_id)
    siblings = child.record.siblings if child else ()
    return {word for one in siblings for word in one.name.split()}


def guard_advice(session: Session, *children: str) -> str:
    """While the guard hides the parents: nothing on paper may reach them, and who is asked first.

    Of several children it is said once, with the names together.
    """
    known = session.children()
    guarded = [one for one in children if _hides_parents(session, one)]
    if not guarded:
        return ""
    names = [known[one].record.first_name if one in known else "barnet" for one in guarded]
    return (
        f"Værnet er sat for {danish.join_and(names)}. Papiret må ikke nå forældrene. "
        "Beder de om at se noget, så spørg kommunen, før nogen svarer."
    )


def _hides_parents(session: Session, child: str) -> bool:
    guard = standing_guard(session, child)
    return guard is not None and guard.record.hides_parents


def recovery_sheet(session: Session, code: str) -> bytes:
    """The sheet with the code of the vault. It may be printed, never saved (decisions.md no. 9)."""
    sheet = RecoveryPaper(
        imprint=paper_facts.imprint(session, None),
        code=code,
        date=danish.day(session.today),
        keeper=session.actor.name,
    )
    return press(sheet)


def _may_print(session: Session, child: str, record: str) -> None:
    """Of a konsultation's note whoever sat at its table; of a visit, a round or an indsats whoever may open it."""
    if record and queries.kind_of(session.vault, record) == Konsultation.KIND:
        konsultation_rules.found(session, record, Action.PRINT)
    elif record and queries.kind_of(session.vault, record) == Visit.KIND:
        visiting.visit(session, record)
    elif record and queries.kind_of(session.vault, record) == Round.KIND:
        rounds.found(session, record)
    elif record and queries.kind_of(session.vault, record) == Effort.KIND:
        efforts.found(session, record)
    elif child:
        session.child(child, Action.PRINT)


def _without_names(session: Session, text: str) -> str:
    """In the log of a paper about nobody a receiver »Almas mor« would tell whom it was about."""
    return without(text, told_in(session, text, ()))


def note_printed(
    session: Session,
    *,
    document: str,
    how: str,
    child: str = "",
    record: str = "",
    purpose: str = "",
    receiver: str = "",
    children: tuple[str, ...] = (),
    ground: Ground | None = None,
) -> Changes:
    """Note that a paper left the program: who, what, how, for which purpose, to whom. Never where to.

    `children` are those on a paper that names several: it stands in the log of each.

    Of a sealed case neither purpose nor receiver is kept: they would say in clear what it is about.
    """
    _may_print(session, child, record)
    for one in children:
        session.child(one)
    if document == SEALED:
        purpose = receiver = ""
    if record and not (child or children):
        purpose, receiver = (_without_names(session, one) for one in (purpose, receiver))
    with session.write() as pen:
        pen.put(
            Printed(
                child=child,
                record=record,
                document=document,
                how=how,
                purpose=purpose.strip(),
                receiver=receiver.strip(),
                basis=ground.basis if ground else "",
                basis_text=ground.words if ground else "",
                samtykke=ground.samtykke if ground else "",
                at=session.now.isoformat(timespec="minutes"),
                children=children,
            )
        )
        return pen.changes
