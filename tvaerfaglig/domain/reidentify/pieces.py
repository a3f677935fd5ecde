"""A note taken apart in the texts that one writes in, so that other words can be put where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tvaerfaglig.domain.konsultation import Agreement, Konsultation
from tvaerfaglig.domain.reidentify.counting import Piece

FIELDS = (
    "age_band", "title", "place", "why_now", "question", "observed", "going_well", "child_view",
    "parents_view", "parents_asked", "tried", "shared_understanding", "goals", "decision_because",
    "discussed_because", "shared_with",
)  # fmt: skip
TOLD = ("what", "effect", "outcome", "who_else", "moved_because")
"""The texts of an agreement."""


def pieces_of(
    note: Konsultation, agreements: Mapping[str, Agreement] | None = None
) -> tuple[Piece, ...]:
    """Every text once. What `Konsultation.words` has besides is read too, without a key."""
    known = [Piece(name, str(getattr(note, name))) for name in FIELDS]
    known += [Piece(f"syn:{n}", one.text) for n, one in enumerate(note.perspectives)]
    for own in note.own:
        known.append(Piece(f"egen:{own.part}", own.text))
        known += [Piece(f"egen:{own.part}", line.text) for line in own.lines]
    for key, made in (agreements or {}).items():
        known += [Piece(f"aftale:{key}:{name}", getattr(made, name)) for name in TOLD]
    kept = [one for one in known if one.text.strip()]
    return (*kept, *(Piece("", text) for text in _rest(note, kept)))


def _rest(note: Konsultation, known: Iterable[Piece]) -> list[str]:
    """Lines that a kind of meeting has of its own, and that no field here holds."""
    lines = [line for one in known for line in one.text.split("\n")]
    rest = []
    for line in note.words().split("\n"):
        if line in lines:
            lines.remove(line)
        elif line.strip():
            rest.append(line)
    return rest
