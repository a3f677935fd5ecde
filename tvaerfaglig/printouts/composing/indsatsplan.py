"""Indsatsplan: agenda, minutes, consent and plan on one paper; without a child a form to fill in by hand."""

from __future__ import annotations

from tvaerfaglig.printouts.composing import konsultationsnotat
from tvaerfaglig.printouts.composing.commonplaces import (
    agreements,
    facts,
    genitive,
    own_words,
    parents_view,
)
from tvaerfaglig.printouts.composing.meeting_parts import own
from tvaerfaglig.printouts.outline import (
    Attendance,
    Lines,
    Note,
    Outline,
    Part,
    Prose,
    Rows,
    Section,
    Side,
    Signatures,
    Strip,
    side,
)
from tvaerfaglig.printouts.papers.parts import AgreementRow, Fact
from tvaerfaglig.printouts.papers.plans import EffortPlanPaper

SIGNED = (
    "Underskriften siger ja til planen og til, at de nævnte må tale sammen om den. Et samtykke kan trækkes "
    "tilbage når som helst."
)
FORM = "Skema til at skrive på"
_FAMILY, _HOUSE = "Familien gør", "Vi gør"


def compose(paper: EffortPlanPaper) -> Outline:
    """Five moves: what we meet about, what was said, who said yes, who does what, who signs."""
    note = paper.note
    return Outline(
        title="Indsatsplan",
        imprint=note.imprint,
        subject=note.child.subject if note.child else "",
        subtitle="dagsorden, referat, samtykke og plan" if note.child else FORM,
        head=_head(paper),
        sections=(
            *((Strip(note.strip[:4]),) if note.strip and note.child else ()),
            *_agenda(paper),
            *(_minutes(paper) if note.child else _blank_minutes()),
            *_consent(paper),
            *_plan(paper),
            Part(
                "Underskrift", (Note(SIGNED, wide=True), Signatures(paper.signers)), together=True
            ),
        ),
    )


def _head(paper: EffortPlanPaper) -> tuple[Fact | Attendance, ...]:
    note = paper.note
    if note.child is None:
        return tuple(Fact(label, "…" * 24) for label in ("Barn", "Tid og sted", "Til stede"))
    return (
        *facts(Fact("Tid og sted", note.when)),
        *((Attendance("Til stede", note.present),) if note.present else ()),
        *facts(Fact("Grundlag", note.basis)),
    )


def _agenda(paper: EffortPlanPaper) -> tuple[Section, ...]:
    points = [f"{number}. {point.text}" for number, point in enumerate(paper.agenda, 1)]
    return side("Dagsorden", Prose("\n".join(points)) if points else Lines(4))


def _minutes(paper: EffortPlanPaper) -> tuple[Section, ...]:
    note = paper.note
    assert note.child is not None
    told: tuple[Side, ...] = (
        *side("Det ved vi", Prose(note.known)),
        *side("Det går godt", Prose(note.going_well)),
        *own_words(f"{genitive(note.child.first_name)} syn", note.child_words, note.child_view),
        *parents_view(note.parents_view),
        *side("Det er prøvet", Prose(note.tried_text)),
    )
    part: tuple[Section, ...] = (Part("Referat", told),) if told else ()
    own_parts = tuple(one for section in note.own for one in own(section))
    return (*part, *own_parts, *konsultationsnotat.judged(note))


def _blank_minutes() -> tuple[Section, ...]:
    heads = ("Det går godt", "Det er svært", "Barnets syn", "Forældrenes syn", "Det er prøvet")
    return (Part("Referat", tuple(one for head in heads for one in side(head, Lines(3)))),)


def _consent(paper: EffortPlanPaper) -> tuple[Section, ...]:
    if not paper.consents:
        said = Note(paper.consent_note, wide=True) if paper.consent_note else Lines(3)
        return (Part("Samtykke", (said,)),)
    rows = Rows(
        ("Givet af", "Til hvad", "Til hvem", "Givet", "Gælder til"),
        tuple((one.by, one.what, one.to, one.given, one.until) for one in paper.consents),
        (32, 44, 37, 30, 22),
        names=0,
    )
    return (Part("Samtykke", (rows,)),)


def _plan(paper: EffortPlanPaper) -> tuple[Section, ...]:
    goals = side("Mål", Prose(paper.note.goals), close=True)
    if paper.note.child is None:
        blank = tuple(AgreementRow(number=number, what="\n\n") for number in range(1, 5))
        goals = side("Mål", Lines(3), close=True)
        return (Part("Plan", (*goals, agreements(blank), *side("Næste gang", Lines(1)))),)
    family = _table(_FAMILY, paper.parents_do)
    ours = _table(_HOUSE, paper.we_do)
    content = (*goals, *family, *ours, *side("Næste gang", Prose(paper.next_time)))
    return (Part("Plan", content),) if content else ()


def _table(heading: str, rows: tuple[AgreementRow, ...]) -> tuple[Side | Rows, ...]:
    """The heading stands above its table, which is as wide as the sheet."""
    if not rows:
        return ()
    table = agreements(rows)
    head = (table.head[0], heading, *table.head[2:])
    return (Rows(head, table.rows, table.widths, bold=table.bold, names=table.names),)
