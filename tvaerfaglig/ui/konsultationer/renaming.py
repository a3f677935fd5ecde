"""Write »barnet« where a note without a name named someone: in what this sitting wrote, in one press."""

from __future__ import annotations

from dataclasses import fields, replace

from tvaerfaglig.domain.anonymity import without
from tvaerfaglig.domain.konsultation import Konsultation
from tvaerfaglig.domain.meetings.answers import OwnAnswer
from tvaerfaglig.ui.konsultationer.writer import NoteWriter

TEXTS = frozenset(
    {
        "title", "age_band", "place", "question", "why_now", "observed", "going_well", "child_view",
        "parents_view", "parents_asked", "tried", "shared_understanding", "goals",
        "decision_because", "discussed_because", "shared_with",
    }
)  # fmt: skip


def without_names(writer: NoteWriter, words: tuple[str, ...]) -> None:
    """Only what is one's own to change: texts, agreements, and one's own view."""
    sitting = writer.sitting
    note = sitting.note
    for name in (one.name for one in fields(Konsultation) if one.name in TEXTS):
        text = str(getattr(note, name))
        said = without(text, words)
        if said != text:
            writer.change(**{name: said})
    for answer in note.own:
        writer.write_own(_without(answer, words))
    for view in list(sitting.views.values()):
        writer.write_view(replace(view, text=without(view.text, words)))
    for key, made in sitting.agreements():
        told = replace(
            made, what=without(made.what, words), effect=without(made.effect, words),
            outcome=without(made.outcome, words), who_else=without(made.who_else, words),
            moved_because=without(made.moved_because, words),
        )  # fmt: skip
        if told != made:
            writer.put_row(key, told)


def _without(answer: OwnAnswer, words: tuple[str, ...]) -> OwnAnswer:
    """A part's texts, and a name that was put down as who said it."""
    lines = tuple(
        replace(one, text=without(one.text, words), who=without(one.who, words))
        for one in answer.lines
    )
    return replace(answer, text=without(answer.text, words), lines=lines)
