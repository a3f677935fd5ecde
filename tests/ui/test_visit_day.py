"""A visit day lived by keyboard in the invented house, from the day list to the follow-up a month later."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.ui.keyboard import Doors, Keyboard
from tvaerfaglig.app import Surroundings
from tvaerfaglig.domain.konsultation import Agreement, Konsultation, KonsultationState, Verdict
from tvaerfaglig.domain.people import Child, Staff
from tvaerfaglig.domain.visiting.visit import Visit, VisitState
from tvaerfaglig.store import queries

AGREED = "Mette ringer til mor om morgenerne"


@pytest.fixture
def come(qapp, demo_world):
    """Come to the door of Mælkebøtten as somebody; the clock is the test's own."""
    around = Surroundings(demo_world.clock, demo_world.folder / "state")
    doors = Doors(qapp, demo_world.vault, around)

    def come(name: str) -> Keyboard:
        keys = doors()
        keys.unlock(name, demo_world.password_of(name))
        return keys

    yield come
    doors.close()


def test_from_the_day_list_to_the_follow_up_a_month_later(come, demo_world):
    """The socialrådgiver's day, the pædagog's task, and what they say of it in December; no mouse, two locks."""
    karen = come("Karen")
    talk_about_alma(karen)
    word_it_broader(karen)
    hold_the_visit(karen)
    karen.lock()

    mette = come("Mette")
    mette.press(f"Gjort: {AGREED}")
    mette.lock()

    demo_world.clock.set(datetime(2026, 12, 10, 8, 0))
    karen = come("Karen")
    follow_up(karen)
    karen.lock()

    vault = demo_world.session("Hanne").vault
    alma = next(one.id for one in queries.all_of(vault, Child) if one.record.name == "Alma Nowak")
    mettes = next(
        one.id for one in queries.all_of(vault, Staff) if one.record.name == "Mette Sørensen"
    )
    meetings = [one.record for one in queries.of_child(vault, Konsultation, alma)]
    ended = {one.day: one.status for one in meetings}
    assert ended[date(2026, 11, 12)] is ended[date(2026, 12, 10)] is KonsultationState.AFSLUTTET
    agreed = {one.record.what: one.record for one in queries.of_child(vault, Agreement, alma)}
    assert agreed[AGREED].who == (mettes,)
    assert agreed[AGREED].due == date(2026, 11, 13)
    assert agreed[AGREED].done_on == date(2026, 11, 12)
    continued = [one for one in agreed.values() if one.verdict is Verdict.FORTSAET]
    assert [one.outcome for one in continued] == ["Hun spiser tre morgener."]
    visits = {one.record.day: one.record for one in queries.all_of(vault, Visit)}
    assert visits[date(2026, 11, 12)].status is VisitState.HOLDT


def talk_about_alma(keys: Keyboard) -> None:
    """From the list into the note; a line with an arrow becomes a task; back to the list."""
    keys.press("Åbn dagens liste")
    keys.sees("Siden sidst")
    keys.keys("Return")
    keys.sees("Konsultation om Alma")
    keys.write("Andet, vi ved", f"Alma spiser nu.\n-> {AGREED} senest fredag\n")
    keys.sees("Gør til aftale")
    keys.press("Gør til aftale")
    assert keys.at == "Hvad?"
    keys.write("Sådan ser vi", "Alma har sovet, når hun kommer.")
    keys.press("Færdig")
    keys.press("Skriv: 14 Tovholder og dato")
    keys.type("M")
    keys.press("Om 4 uger")
    keys.press("Afslut notatet")
    keys.press("Afslut notatet")
    keys.sees("Afsluttet")
    keys.keys("Esc")
    assert keys.at == "Dagens liste"


def word_it_broader(keys: Keyboard) -> None:
    """The anonymous talk says how many children it fits, and one key makes it fit more."""
    for key in ("Home", "Down", "Return"):
        keys.keys(key)
    keys.sees("passer på 3 børn")
    keys.keys("Ctrl+.")
    keys.sees("blev til")
    keys.keys("Esc")
    keys.tab_to("Dagens liste")


def hold_the_visit(keys: Keyboard) -> None:
    keys.keys("H")
    keys.sees("Besøget er holdt")
    keys.keys("Ctrl+Return")
    keys.sees("Besøgsrapporten kan skrives ud")
    keys.keys("Ctrl+P")
    keys.sees("Side 1 af")
    keys.keys("Esc")
    assert keys.at == "Dagens liste"


def follow_up(keys: Keyboard) -> None:
    """It begins with what was agreed."""
    keys.press("Åbn dagens liste")
    keys.keys("Return")
    keys.sees("Virker det, I aftalte?")
    keys.type("Hun spiser tre morgener.")
    keys.tab_to("Fortsæt")
    keys.keys("Space")
    keys.press("Afslut notatet")
    keys.press("Afslut notatet")
    keys.sees("Afsluttet")
