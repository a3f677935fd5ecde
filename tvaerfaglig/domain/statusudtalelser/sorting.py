"""Which observations belong beside which heading, and what is missing, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.observation import Observation, Part, Sign
from tvaerfaglig.domain.statusudtalelser.form import Heading, StatusForm
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.vocabulary import Categories

WORDS = "barnets_syn"
"""The heading that takes in whatever holds the child's own words."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What lies beside one heading: resources first, the newest first. `gap` says that there is nothing."""

    observations: tuple[Stored[Observation], ...]
    gap: str = ""


def beside(
    observations: Iterable[Stored[Observation]],
    form: StatusForm,
    categories: Categories,
    period: tuple[date | None, date | None],
) -> Mapping[str, Beside]:
    """The observations by heading; one that is filed under two subjects lies beside both."""
    filed: dict[str, list[Stored[Observation]]] = {one.id: [] for one in form.headings}
    for one in observations:
        for heading in headings_of(one.record, form, categories):
            filed[heading.id].append(one)
    return {
        heading.id: _beside(heading, filed[heading.id], period)
        for heading in form.headings
        if heading.ics or heading.id == WORDS
    }


def headings_of(
    observation: Observation, form: StatusForm, categories: Categories
) -> tuple[Heading, ...]:
    """Where an observation belongs; nowhere when it has no subject that ICS knows."""
    found = (categories.find(one) for one in observation.categories)
    dimensions = {one.ics for one in found if one is not None and one.ics}
    return tuple(
        heading
        for heading in form.headings
        if (heading.ics and heading.ics in dimensions)
        or (heading.id == WORDS and observation.child_words.strip())
    )


def in_period(day: date, period: tuple[date | None, date | None]) -> bool:
    first, last = period
    return (first is None or day >= first) and (last is None or day <= last)


def about_child(observation: Observation, child: str) -> bool:
    """Not where she only saw it happen to somebody else."""
    return observation.part_of(child) is not Part.SAA_DET


def _beside(
    heading: Heading,
    filed: list[Stored[Observation]],
    period: tuple[date | None, date | None],
) -> Beside:
    here = [one for one in filed if in_period(one.record.day, period)]
    here.sort(key=lambda one: one.record.happened(), reverse=True)
    here.sort(key=lambda one: one.record.sign is not Sign.RESSOURCE)
    if here:
        return Beside(tuple(here))
    return Beside((), gap_words(heading, [one.record.day for one in filed], period))


def gap_words(
    heading: Heading, days: Iterable[date], period: tuple[date | None, date | None]
) -> str:
    """»Ingen observationer om sundhed siden 3. marts.« Never whose doing it is."""
    first, last = period
    before = [day for day in days if first is None or day < first]
    about = f"Ingen observationer om {heading.about}"
    if before:
        return f"{about} siden {danish.day(max(before))}."
    if first and last:
        return f"{about} fra {danish.day(first)} til {danish.day(last)}."
    return f"{about}."
