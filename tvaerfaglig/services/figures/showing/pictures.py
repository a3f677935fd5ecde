"""A chart of the page as a drawing for the screen: crisp, in its colours, with the finding in words."""

from __future__ import annotations

from tvaerfaglig.printouts.charts.look import SAMPLE, Colours
from tvaerfaglig.services.courses.picture import Drawn
from tvaerfaglig.services.figures.showing.shown import Chart
from tvaerfaglig.services.session import Session

__all__ = ["SAMPLE", "Chart", "Colours", "Drawn", "drawn"]


def drawn(_session: Session, chart: Chart, width: float, colours: Colours) -> Drawn:
    """As SVG, so many points wide. It opens no file: any thread may draw it."""
    from tvaerfaglig.printouts.figure_charts.drawing import svg
    from tvaerfaglig.printouts.figure_charts.telling import sentence

    return Drawn(svg(chart, width, colours), sentence(chart))
