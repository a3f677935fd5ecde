"""How a copy is spoken of, wherever it is: when it was taken, how much is in it, where it lies."""

from __future__ import annotations

from datetime import date, datetime

from tvaerfaglig.domain import danish
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.services.copying.daily import Done
from tvaerfaglig.services.copying.second_place import SecondPlace
from tvaerfaglig.services.copying.shelves import CopyRow
from tvaerfaglig.services.vault.keeping import Restored


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
        return f"{words}{_went(done)}", "ok"
    if not done.reached:
        wait = " De gamle dér går, når drevet er sat i." if done.errand.retire else ""
        here = f"{called} kunne ikke nås, så den ligger kun her lige nu.{wait}"
        return f"{words}{_went(done)} {here}", "watch"
    if done.second_trouble:
        return f"{words} Men den kom ikke over på {called}. {done.second_trouble}", "watch"
    return f"{words} Den ligger også på {called}.{_went(done)}", "ok"


def brought(restored: Restored, today: date) -> str:
    """At the door of a vault that was brought back."""
    taken = when(datetime.fromisoformat(restored.written_at), today)
    again = erased_again(restored)
    return f"Boksen er hentet frem, som den var {taken}: {events(restored.events)}.{again} Lås op."


def erased_again(restored: Restored) -> str:
    """What was erased after the copy was taken stays erased; nothing where nothing was."""
    if not restored.erased_again:
        return ""
    many = danish.count(restored.erased_again, "tekst", "tekster", spelled=True)
    return f" {danish.capital(many)} var slettet siden og er slettet igen."


def _went(done: Done) -> str:
    """Whether the copies with old keys went, and how many would not."""
    parts = [one for one in (done.here, done.away) if one is not None]
    gone, left = sum(one.gone for one in parts), sum(one.left for one in parts)
    said = " De gamle kopier er smidt ud." if gone and not left else ""
    if left:
        many = danish.count(left, "gammel kopi", "gamle kopier", spelled=True)
        said = f" {danish.capital(many)} kunne ikke smides ud. Programmet prøver igen."
    return said


def lies(one: CopyRow, second: SecondPlace | None) -> str:
    """Where a copy is to be found."""
    there = second.called if second else "det andet sted"
    if one.here and one.there:
        return f"Ligger her og på {there}."
    return "Ligger her." if one.here else f"Ligger på {there}."
