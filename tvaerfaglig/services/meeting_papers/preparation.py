"""Forberedelse as a paper: what stands on the sheet, masked for its child, and nothing that was left out."""

from __future__ import annotations

from dataclasses import replace

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.preparing.line import Line
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.vocabulary import Categories
from tvaerfaglig.printouts.papers.parts import ObservationRow, Quotation, StripFact
from tvaerfaglig.printouts.papers.plans import PreparationPaper, Sourced
from tvaerfaglig.services.konsultation import paper as konsultation_paper
from tvaerfaglig.services.konsultation import rules as konsultation_rules
from tvaerfaglig.services.preparing.gathering import Prepared, prepare
from tvaerfaglig.services.printing import paper_facts, withheld
from tvaerfaglig.services.session import Session


def paper(session: Session, konsultation_id: str, categories: Categories) -> PreparationPaper:
    """The sheet as it was saved last."""
    konsultation_rules.found(session, konsultation_id, Action.PRINT)
    made = prepare(session, konsultation_id, categories)
    page, note = made.page, made.note
    own, child = note.preparation, page.child.record if page.child else None
    log = made.log.without(own.left_out)
    held = withheld.of_child(session, note.child)

    def told(lines: tuple[Line, ...]) -> tuple[Sourced, ...]:
        return tuple(Sourced(_sentence(one), one.source) for one in lines)

    drafted = PreparationPaper(
        imprint=paper_facts.imprint(
            session, child, purpose="At møde forberedt: hvad vi ved, og hvad vi spørger om."
        ),
        child=paper_facts.child_facts(child, session.today) if child else None,
        guarded=page.hides_parents,
        meeting=page.meeting.in_sentence,
        about=konsultation_paper.whom(note) or note.title,
        when=konsultation_paper.when(note, held),
        present=tuple(konsultation_paper.present(one, page.meeting) for one in note.participants),
        basis=konsultation_paper.basis(note, page.meeting),
        strip=_strip(made),
        raised_by=page.names.of_staff(note.raised_by),
        question=note.question,
        why_now=note.why_now,
        wanted=own.wanted,
        observations=_rows(session, made),
        counts=tuple(Sourced(_sentence(one)) for one in log.counts),
        known=note.observed,
        unknown=(*(Sourced(_sentence(one)) for one in log.unknown), *_own(own.unknown)),
        strengths=(*told(log.strengths), *_own(note.going_well)),
        tried=(*told(log.tried), *_own(note.tried)),
        child_words=tuple(Quotation(one.words, _to(one)) for one in log.voice),
        child_view=note.child_view,
        parents_said=() if page.hides_parents else (*told(log.parents), *_own(note.parents_view)),
        parents_part="" if page.hides_parents else own.parents_part,
        hypotheses=own.hypotheses,
    )
    return paper_facts.masked_through(drafted, note.child, child)


def _sentence(one: Line) -> str:
    return " ".join(one.text.split())


def _own(text: str) -> tuple[Sourced, ...]:
    """What somebody wrote here, a line at a time."""
    lines = (line.strip().removeprefix("- ").removeprefix("– ") for line in text.splitlines())
    return tuple(Sourced(line) for line in lines if line)


def _to(one: Line) -> str:
    asked = f" Den voksne spurgte: »{one.asked.strip()}«" if one.asked.strip() else ""
    return f"{one.source}.{asked}"


def _rows(session: Session, made: Prepared) -> tuple[ObservationRow, ...]:
    """The suggested ones that were kept, and those that were laid on the table by hand, oldest first.

    What the child said is quoted once, under its own heading.
    """
    page, note = made.page, made.note
    log = made.log.without(note.preparation.left_out)
    wanted = {one.record for one in log.known} | set(note.observations)
    chosen: list[Stored[Observation]] = [one for one in page.observations if one.id in wanted]
    chosen.sort(key=lambda one: one.record.happened())
    child, held = page.child.record if page.child else None, withheld.of_child(session, note.child)
    quoted = {one.record for one in log.voice}
    rows = []
    for number, one in enumerate(chosen, 1):
        row = paper_facts.observation_row(number, note.child, child, one.record, page.names, held)
        rows.append(replace(row, words="", asked="") if one.id in quoted else row)
    return tuple(rows)


def _strip(made: Prepared) -> tuple[StripFact, ...]:
    """Four facts to have in the head when the meeting begins."""
    note, page = made.note, made.page
    position = page.position_before.record if page.position_before else None
    words = konsultation_paper.position_words(position.position) if position else "Ikke sat"
    since = f"siden {danish.day_of_month(position.day)}" if position else ""
    facts = [StripFact("Position", words, since)] if page.child else []
    open_before = sum(one.record.status == "aaben" for one in page.earlier_agreements)
    facts.append(StripFact("Åbne aftaler", str(open_before), "fra tidligere møder"))
    if page.child and not page.hides_parents:
        views = len(made.log.parents)
        facts.append(StripFact("Forældrene", "Er hørt" if views else "Ikke hørt endnu"))
    facts.append(StripFact("Tovholder", page.names.of_staff(note.tovholder) or "Ikke valgt"))
    return tuple(facts)
