"""The parts that one kind of meeting has of its own: one way of writing for each type of part."""

from __future__ import annotations

from tvaerfaglig.domain.form import FormPart
from tvaerfaglig.domain.meetings.own_part import PartType
from tvaerfaglig.ui.konsultationer.own.columns import ColumnsPart, LinesPart
from tvaerfaglig.ui.konsultationer.own.own_part import OwnNotePart
from tvaerfaglig.ui.konsultationer.own.scale import ScalePart
from tvaerfaglig.ui.konsultationer.own.text import OwnTextPart
from tvaerfaglig.ui.konsultationer.own.time_boxes import TimePart
from tvaerfaglig.ui.konsultationer.own.views import PartiesPart
from tvaerfaglig.ui.konsultationer.part import Work

_MAKERS: dict[PartType, type[OwnNotePart]] = {
    PartType.PROSE: OwnTextPart,
    PartType.LINES: LinesPart,
    PartType.COLUMNS: ColumnsPart,
    PartType.SCALE: ScalePart,
    PartType.TIME: TimePart,
    PartType.VIEWS: PartiesPart,
}


def own_note_part(work: Work, form_part: FormPart) -> OwnNotePart:
    """What writes this part."""
    assert form_part.own is not None
    return _MAKERS[form_part.own.type](work, form_part)
