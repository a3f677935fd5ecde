"""How a copy is spoken of, wherever it is: when it was taken, how much is in it, where it lies."""

from __future__ import annotations

from datetime import date, datetime

from tvaerfaglig.domain import danish
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.services.copying.daily import Done


def when(at: datetime, today: date) -> str:
    """I dag kl. 7.42, i går kl. 16.05, mandag den 9. november kl. 8."""
    at = at.astimezone(DANISH)
    day = danish.day_near(at.date(), today)
    return f"{day[:1].lower()}{day[1:]} kl. {danish.clock(at.time())}"


def events(number: int) -> str:
    return danish.count(number, "hændelse", "hændelser")


def how_it_went(done: Done, called: str) -> tuple[str, str]:
    """One sentence or two about a copy that was asked for, and the tone they are said in."""
    if done.made is None:
        return done.trouble or "Der blev ikke taget nogen kopi.", "act"
    words = f"Kopien er taget og læst igennem: {events(done.made.events)}."
    if done.errand.second is None:
        return words, "ok"
    if not done.reached:
        return f"{words} {called} kunne ikke nås, så den ligger kun her lige nu.", "watch"
    if done.second_trouble:
        return f"{words} Men den kom ikke over på {called}. {done.second_trouble}", "watch"
    return f"{words} Den ligger også på {called}.", "ok"
