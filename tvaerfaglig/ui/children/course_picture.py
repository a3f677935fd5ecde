"""The course of a child's concern, drawn."""

from __future__ import annotations

from tvaerfaglig.services.courses import picture
from tvaerfaglig.services.courses.picture import Chart, Colours, Drawn
from tvaerfaglig.ui.chart_picture import LEAST, ChartPicture
from tvaerfaglig.ui.desk import Asked, Desk

__all__ = ["LEAST", "CoursePicture"]


class CoursePicture(ChartPicture):
    """Of one chart; another course is another picture."""

    def __init__(self, desk: Desk, chart: Chart) -> None:
        super().__init__("Tegning af forløbet")
        self.desk, self.chart = desk, chart

    def asked(self, width: float, colours: Colours) -> Asked[Drawn]:
        return self.desk.ask(picture.drawn, self.chart, width, colours)
