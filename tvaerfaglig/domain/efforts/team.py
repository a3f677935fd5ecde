"""A team that decides about one child at a time: where she stands, what is done, by whom, and when one looks again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.efforts.form import EffortForm, FieldType, FormUse
from tvaerfaglig.domain.efforts.kind import EffortKind
from tvaerfaglig.domain.efforts.sheets import Sheet

POSITION, DECISION, WHO, AGAIN = "position", "beslutning", "hvem", "igen"
_POSITIONS = {
    "trives": Position.TRIVES,
    "bekymring": Position.BEKYMRING,
    "stærk bekymring": Position.STAERK,
}


def decision_form(kind: EffortKind) -> EffortForm | None:
    """The sheet that it decides on; None where nothing is decided so."""
    return next((one for one in kind.forms if _decides(one)), None)


def _decides(form: EffortForm) -> bool:
    again = form.field(AGAIN)
    on_a_day = again is not None and again.type is FieldType.DAG
    return form.use is FormUse.STATUS and on_a_day and form.field(DECISION) is not None


def form_before_visit(kind: EffortKind) -> EffortForm | None:
    """The sheet that one writes alone and another reads after, gone through at a visit."""
    return next((one for one in kind.forms if one.reviewed_by), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """The newest decision about a child."""

    on: date
    position: Position | None
    what: str
    who: str
    again: date | None


def newest_decision(sheets: Iterable[Sheet]) -> Decided | None:
    """Of one family's sheets in any order."""
    made = [one for one in sheets if not one.answer(DECISION).is_empty]
    if not made:
        return None
    one = max(made, key=lambda each: each.day)
    return Decided(
        on=one.day,
        position=_POSITIONS.get(one.answer(POSITION).text.casefold()),
        what=one.answer(DECISION).text,
        who=one.answer(WHO).text,
        again=one.answer(AGAIN).day,
    )
