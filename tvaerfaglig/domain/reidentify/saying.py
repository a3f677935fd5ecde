"""The count as a calm sentence. Never a verdict: one is asked, and told what could be written instead."""

from __future__ import annotations

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.reidentify.counting import Fit, Lead, Tally

NOTHING = "Intet af det, der står her, peger på bestemte børn, så vidt programmet kan se."
NOBODY = "Det, du har skrevet, passer ikke på noget barn i huset, så vidt deres oplysninger siger."


def asks(fit: Fit, enough: int) -> bool:
    """Whether so few fit that one may wish to say it more broadly."""
    few = fit.tally.surely or fit.tally.fits
    return any(one.trait.counts for one in fit.leads) and 0 < few < enough


def headline(fit: Fit) -> str:
    tally = fit.tally
    if not any(one.trait.counts for one in fit.leads):
        return NOTHING
    if not tally.fits:
        return NOBODY
    if not tally.surely:
        return f"Det, du har skrevet, kan passe på {_children(tally.fits)} i huset."
    return f"Det, du har skrevet, passer på {_children(tally.surely)} i huset."


def besides(tally: Tally) -> str:
    """Those whose cards do not say enough; empty where there are none, or nobody else fits."""
    more = tally.fits - tally.surely
    if not tally.surely or not more:
        return ""
    return f"{danish.capital(_children(more))} til kan passe: deres oplysninger siger ikke nok."


def without(fit: Fit, lead: Lead) -> str:
    """How many there would be, counted as the sentence above counts; empty where nothing would change."""
    many = lead.without.shown(surely=bool(fit.tally.surely))
    if many == fit.tally.shown(surely=bool(fit.tally.surely)):
        return ""
    return f"Uden det: {_children(many)}"


def _children(many: int) -> str:
    return danish.count(many, "barn", "børn")
