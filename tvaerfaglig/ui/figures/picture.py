"""A figure, drawn."""

from __future__ import annotations

from tvaerfaglig.services.courses.picture import Colours, Drawn
from tvaerfaglig.services.figures.showing import pictures
from tvaerfaglig.services.figures.showing.pictures import Chart
from tvaerfaglig.ui.chart_picture import ChartPicture
from tvaerfaglig.ui.desk import Asked, Desk


class FigurePicture(ChartPicture):
    """Its accessible name tells the whole finding; `title` stands in until it is drawn."""

    def __init__(self, desk: Desk, chart: Chart, title: str) -> None:
        super().__init__(f"Tegning: {title}", em_high=16)
        self.desk, self.chart = desk, chart

    def asked(self, width: float, colours: Colours) -> Asked[Drawn]:
        return self.desk.ask(pictures.drawn, self.chart, width, colours)
