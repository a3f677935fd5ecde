"""A chart of *Tal* as a drawing of any width, in the ink of the paper or of the screen."""

from __future__ import annotations

from reportlab.graphics.shapes import Drawing

from tvaerfaglig.printouts import typeface as face
from tvaerfaglig.printouts.charts.ink import PAPER, Ink
from tvaerfaglig.printouts.charts.look import Colours
from tvaerfaglig.printouts.charts.on_screen import as_svg, screen_ink
from tvaerfaglig.printouts.figure_charts.columns import columns_drawn
from tvaerfaglig.printouts.figure_charts.kinds import Chart, Columns, Spreads, Stacks
from tvaerfaglig.printouts.figure_charts.spreads import spreads_drawn
from tvaerfaglig.printouts.figure_charts.squares import squares_drawn
from tvaerfaglig.printouts.figure_charts.stacks import stacks_drawn


def drawing(chart: Chart, width: float = face.FULL, ink: Ink = PAPER) -> Drawing:
    """Without its title, which stands over it as words."""
    face.drawable()
    match chart:
        case Columns():
            return columns_drawn(chart, width, ink)
        case Spreads():
            return spreads_drawn(chart, width, ink)
        case Stacks():
            return stacks_drawn(chart, width, ink)
        case _:
            return squares_drawn(chart, width, ink)


def svg(chart: Chart, width: float, colours: Colours) -> bytes:
    """The same for a screen."""
    return as_svg(drawing(chart, width, screen_ink(colours)), colours)
