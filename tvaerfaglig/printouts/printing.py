"""What the services ask of the paper. Light to import: reportlab is loaded when a paper is pressed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from tvaerfaglig.printouts import (
    gendannelsesark,
    konsultationsnotat,
    om_en_ansat,
    sagsresume,
    underretning,
)
from tvaerfaglig.printouts.outline import Outline
from tvaerfaglig.printouts.papers import (
    KonsultationPaper,
    Paper,
    SagsresumePaper,
    StaffCasePaper,
    UnderretningPaper,
)
from tvaerfaglig.printouts.plain import sections_of


def compose(paper: Paper) -> Outline:
    """The paper taken apart, by its kind."""
    match paper:
        case UnderretningPaper():
            return underretning.compose(paper)
        case KonsultationPaper():
            return konsultationsnotat.compose(paper)
        case SagsresumePaper():
            return sagsresume.compose(paper)
        case StaffCasePaper():
            return om_en_ansat.compose(paper)
        case _:
            return gendannelsesark.compose(paper)


def render(paper: Paper) -> bytes:
    """The paper as PDF bytes; the same paper always gives the same bytes."""
    from tvaerfaglig.printouts.press import pressed

    return pressed(compose(paper))


def plain_sections(paper: Paper) -> tuple[tuple[str, str], ...]:
    """Heading and text of each section in the order of the paper, to be copied one by one."""
    return sections_of(compose(paper))


def has_lost_characters(paper: Paper) -> bool:
    """Whether a [?] will stand where a character cannot be drawn, so that the preview can say so."""
    from tvaerfaglig.printouts.door import loses

    return any(map(loses, _texts(paper)))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
