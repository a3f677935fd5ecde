"""The papers of *Tal* on their way to the preview."""

from __future__ import annotations

from functools import partial

from tvaerfaglig.domain.figures.period import Period
from tvaerfaglig.services.figures import project_paper, year_paper
from tvaerfaglig.services.library import Library
from tvaerfaglig.ui.preview_request import PreviewRequest


def year(library: Library, house: str, name: str) -> PreviewRequest:
    return PreviewRequest(
        title=f"Årsopgørelse {name}",
        document=year_paper.DOCUMENT,
        make=partial(year_paper.look_at_year, library=library, house=house, year=name),
        purpose=year_paper.PURPOSE.rstrip("."),
    )


def project(library: Library, tag: str, houses: frozenset[str], period: Period) -> PreviewRequest:
    return PreviewRequest(
        title=f"Projektrapport · {tag}",
        document=project_paper.DOCUMENT,
        make=partial(
            project_paper.look_at_project, library=library, tag=tag, houses=houses, period=period
        ),
        purpose=project_paper.PURPOSE.rstrip("."),
    )
