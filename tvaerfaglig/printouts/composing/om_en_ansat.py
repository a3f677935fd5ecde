"""A sealed case on paper: what was seen before what was thought, each line with its day and its writer."""

from __future__ import annotations

from tvaerfaglig.printouts.composing.commonplaces import facts
from tvaerfaglig.printouts.outline import (
    Block,
    Kind,
    Note,
    Outline,
    Part,
    Prose,
    Rows,
    Section,
    side,
)
from tvaerfaglig.printouts.papers.parts import Fact
from tvaerfaglig.printouts.papers.staff_case import StaffCaseEntry, StaffCasePaper

DUTY = "Pligten til at underrette er personlig. Den gælder, uanset hvad ledelsen gør, og kræver ingens tilladelse."


def compose(paper: StaffCasePaper) -> Outline:
    """The case taken apart. It stands in no log by name, so the paper says whom it is for."""
    return Outline(
        title="Om en ansat",
        imprint=paper.imprint,
        subtitle="forseglet sag",
        head=facts(
            Fact("Handler om", strong=paper.concerning),
            Fact("Skrevet af", paper.writer),
            Fact("Delt med", paper.leader),
            Fact("Børn", paper.children),
            Fact("Lukket", paper.closed),
        ),
        secrecy="Strengt fortroligt",
        sections=(
            *_seen(paper),
            *_thought(paper),
            *side("Det har lederen gjort", Prose(paper.leader_did)),
            *side("Næste skridt", Prose(paper.next_step), _until(paper)),
            *side("Pligten", Note(DUTY)),
        ),
    )


def _seen(paper: StaffCasePaper) -> tuple[Section, ...]:
    if not paper.entries:
        return ()
    rows = tuple((_when(one), one.seen, one.seen_by or one.by) for one in paper.entries)
    table = Rows(("Hvornår", "Hvad", "Set eller fortalt af"), rows, (34, 93, 38), names=2)
    return (Part("Set og hørt", (table,), Kind.SEEN),)


def _thought(paper: StaffCasePaper) -> tuple[Section, ...]:
    rows = tuple((_when(one), one.thought, one.by) for one in paper.entries if one.thought.strip())
    if not rows:
        return ()
    table: Block = Rows(("Til", "Hvad", "Skrevet af"), rows, (34, 93, 38), names=2)
    return (Part("Egne tanker", (table,), Kind.JUDGED),)


def _when(entry: StaffCaseEntry) -> str:
    return "\n".join(filter(None, (" ".join(filter(None, (entry.date, entry.time))), entry.place)))


def _until(paper: StaffCasePaper) -> Note | None:
    return Note(f"Senest {paper.next_on}") if paper.next_on else None
