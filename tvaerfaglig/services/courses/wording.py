"""What a series of ratings shows, in plain words: what can be seen, never what it means for the child."""

from __future__ import annotations

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.course.ratings import POSITION, Measure
from tvaerfaglig.domain.course.run_chart import FEWEST, SHIFT, Pattern, Seen

NEVER = "Mønsteret dømmer ikke. Det er jer, der ved, hvad der skete, og du kan altid underrette."


def what_it_shows(seen: Seen, measure: Measure) -> str:
    """One or two sentences about the newest ratings of one line."""
    ratings = danish.count(seen.of, "måling", "målinger", spelled=True)
    last = danish.in_words(seen.length)
    if seen.pattern is Pattern.FOR_FAA:
        return (
            f"{danish.capital(ratings)}: for få til at sige noget om mønsteret. "
            f"Der skal mindst {danish.in_words(FEWEST)} til."
        )
    if seen.pattern is Pattern.INTET:
        return (
            f"De {ratings} går op og ned, som tal gør. De sidste {danish.in_words(SHIFT)} ligger ikke alle på "
            "samme side af midten af de tidligere. Det siger ikke, at intet er sket."
        )
    if seen.pattern in {Pattern.STIGER, Pattern.FALDER}:
        way = _way(measure, up=seen.pattern is Pattern.STIGER)
        return f"De sidste {last} målinger går alle {way}: det er mere, end tilfældige udsving plejer at give."
    side = _side(measure, up=seen.pattern is Pattern.OVER)
    return (
        f"De sidste {last} målinger ligger alle {side} midten af de tidligere: "
        "det er mere, end tilfældige udsving plejer at give."
    )


def _side(measure: Measure, *, up: bool) -> str:
    if measure.id == POSITION:
        return "tættere på bekymring end" if up else "tættere på trivsel end"
    return "over" if up else "under"


def _way(measure: Measure, *, up: bool) -> str:
    if measure.id == POSITION:
        return "mod mere bekymring" if up else "mod trivsel"
    return "opad" if up else "nedad"
