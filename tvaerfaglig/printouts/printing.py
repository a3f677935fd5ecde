"""What the services ask of the paper. Light to import: reportlab is loaded when a paper is pressed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from tvaerfaglig.printouts import (
    gendannelsesark,
    hvem_har_set,
    informationsbrev,
    konsultationsnotat,
    om_en_ansat,
    sagsresume,
    underretning,
)
from tvaerfaglig.printouts.outline import Outline
from tvaerfaglig.printouts.papers import (
    KonsultationPaper,
    RecoveryPaper,
    SagsresumePaper,
    StaffCasePaper,
    UnderretningPaper,
)
from tvaerfaglig.printouts.papers import Paper as HousePaper
from tvaerfaglig.printouts.parents_papers import AccessPaper, InformationPaper
from tvaerfaglig.printouts.plain import sections_of

Paper = HousePaper | AccessPaper | InformationPaper


_COMPOSED: dict[type[Any], Callable[[Any], Outline]] = {
    UnderretningPaper: underretning.compose,
    KonsultationPaper: konsultationsnotat.compose,
    SagsresumePaper: sagsresume.compose,
    RecoveryPaper: gendannelsesark.compose,
    StaffCasePaper: om_en_ansat.compose,
    AccessPaper: hvem_har_set.compose,
    InformationPaper: informationsbrev.compose,
}


def compose(paper: Paper) -> Outline:
    """The paper taken apart, by its kind."""
    return _COMPOSED[type(paper)](paper)


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
