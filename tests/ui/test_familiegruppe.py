"""A familiegruppe of fourteen weeks lived from the screens, from the shelf of kinds to what came of it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.printouts.pdf_reading import text_of
from tests.services.efforts.group import consent
from tests.ui.keyboard import Doors, Keyboard
from tvaerfaglig.app import Surroundings
from tvaerfaglig.domain.efforts.goals import Goal
from tvaerfaglig.domain.efforts.records import (
    Effort,
    EffortSession,
    EffortState,
    Enrolment,
    EnrolmentState,
    Presence,
    SessionState,
)
from tvaerfaglig.store import queries

GROUP = "Torsdagsgruppen"


@pytest.fixture
def come(qapp, world):
    """Come to the door of the little house as Hanne; what is not tried here has been said before."""
    session = world.session("hanne")
    for child in ("bertil", "emil"):
        consent(session, child)
    world.close()
    doors = Doors(qapp, world.folder, Surroundings(world.clock, world.state))

    def come() -> Keyboard:
        keys = doors()
        keys.unlock("Hanne")
        return keys

    yield come
    doors.close()


@pytest.mark.qt_log_ignore(
    "This plugin does not support"
)  # menus and windows, where none are drawn
def test_fourteen_weeks_from_the_shelf_to_what_came_of_it(come, world, tmp_path):
    """Two places and three families: one waits, one leaves; called every week; a status, a closing, found again."""
    keys = come()
    begin(keys)
    see_on_paper(keys, "Invitation til forældrene")
    open_the_group(keys, 1)
    for child in ("Alma", "Bertil", "Emil"):
        put_on_the_list(keys, child)
    give_places(keys)
    plan_the_days(keys)
    week(keys, "AA")
    write_what_it_is_about(keys)
    on(world, 2026, 11, 19)
    open_the_group(keys, 2)
    week(keys, "1A")
    for day, answers in (((11, 26), "AA"), ((12, 3), "AA"), ((12, 10), "A4")):
        on(world, 2026, *day)
        back_to_the_days(keys)
        week(keys, answers)
    on(world, 2026, 12, 16)
    one_leaves_and_the_next_comes_in(keys)
    on(world, 2026, 12, 17)
    open_the_group(keys, 2)
    week(keys, "AA")
    keys.lock()

    on(world, 2027, 1, 7)
    keys = come()
    open_the_group(keys, 2)
    week(keys, "AA")
    on(world, 2027, 1, 14)
    back_to_the_days(keys)
    week(keys, "AA")
    hold_status(keys)
    give_it_to_the_parents(keys, tmp_path / "status.pdf")
    on(world, 2027, 1, 21)
    open_the_group(keys, 2)
    week(keys, "AA")
    for day in ((1, 28), (2, 4), (2, 11), (2, 18), (2, 25)):
        on(world, 2027, *day)
        back_to_the_days(keys)
        week(keys, "AA")
    end_the_places(keys)
    on(world, 2027, 2, 26)
    close_it(keys)
    keys.lock()

    keys = come()
    find_it_again(keys)
    keys.lock()
    as_it_is_kept(world.session("hanne").vault)


def on(world, *day: int) -> None:
    """Late in the afternoon, when the group has met."""
    world.clock.set(datetime(*day, 17, 30))


def begin(keys: Keyboard) -> None:
    """From the empty place over the shelf; the seats are filled, and two families can come."""
    keys.keys("Alt+5")
    keys.sees("Her kommer de indsatser, I sætter i gang.")
    keys.keys("Space")
    keys.sees("Hver uge, 12–16 gange, og status hver 8. uge.")
    keys.keys("Return")
    keys.keys("Ctrl+A")
    keys.type(GROUP)
    keys.write("Sidste dag", "25.2.2027")
    keys.tab_to("Plads til")
    keys.type("2")
    for name in ("Mette Sørensen", "Yusuf Demir", "Line Toft"):
        keys.press(name)
    keys.write("Projekt", "Pulje 2026")
    keys.keys("Ctrl+Return")
    keys.sees("Indsatsen er begyndt.")
    keys.sees("Dagene er ikke planlagt endnu.")


def put_on_the_list(keys: Keyboard, child: str) -> None:
    """Which child, who comes along, why; Bertil's family goes first, and says why."""
    keys.hands.press("Skriv en familie på")
    keys.type(child)
    keys.keys("Return")
    keys.sees(f"{child}s familie på ventelisten")
    if child == "Bertil":
        keys.press("Ane Kjær, mor")
        keys.tab_to("Går familien forud?")
        keys.type("2")
        keys.write("Hvad er det?", "Han sover ikke")
    if child == "Emil":
        keys.write("Andre", "Mormor Inger")
    keys.keys("Ctrl+Return")
    keys.sees("står på ventelisten.")


def give_places(keys: Keyboard) -> None:
    """By the list's order; without a yes there is no place, and with two in it no third."""
    keys.keys("Return")
    keys.sees("Giv Bertils familie en plads")
    keys.keys("Ctrl+Return")
    keys.sees("Bertils familie er med.")
    keys.keys("Down")
    keys.keys("Return")
    keys.sees("Samtykke mangler.")
    say_yes(keys)
    keys.keys("Return")
    keys.keys("Ctrl+Return")
    keys.sees("Almas familie er med.")
    keys.keys("End")
    keys.keys("Return")
    keys.sees("Alle 2 pladser er taget.")
    keys.keys("Ctrl+Return")
    keys.sees("Familien bliver på listen.")
    keys.keys("Esc")


def say_yes(keys: Keyboard) -> None:
    """From the place to what the family was asked, over the child's page and back the same way."""
    keys.hands.press("Skriv det på")
    keys.hands.press("Skriv et samtykke")
    keys.tab_to("Hvem giver samtykke?")
    keys.type("K")
    keys.write("Andet, eller mere præcist", "At være med i familiegruppen")
    keys.keys("Ctrl+Return")
    keys.sees("Gemt hos Alma")
    keys.keys("Esc")
    keys.sees("Ret: Almas familie")
    keys.keys("Ctrl+Return")
    keys.sees("Ændringen er gemt.")


def open_the_group(keys: Keyboard, room: int = 0) -> None:
    """From wherever one stands, and so many rooms along its strip."""
    keys.keys("Alt+5")
    keys.keys("Return")
    keys.sees("Det går den ud på")
    for _ in range(room):
        keys.keys("Ctrl+PgDown")


def plan_the_days(keys: Keyboard) -> None:
    """Fourteen Thursdays, and none of them at Christmas."""
    open_the_group(keys)
    keys.hands.press("Planlæg dagene")
    keys.sees("Tor 24. dec. 2026")
    keys.sees("Planlæg 14 dage")
    keys.keys("Ctrl+Return")
    keys.sees("14 dage er planlagt.")


def week(keys: Keyboard, answers: str) -> None:
    """The roll of today, one key a family; one comes from the list of days and goes back to it."""
    keys.keys("Home")
    keys.keys("O")
    for key in answers:
        keys.keys(key)
    keys.sees("Dagen er holdt.")


def write_what_it_is_about(keys: Keyboard) -> None:
    """Alma's arbejdspapir with a goal one can see, and where she is now."""
    open_the_group(keys, 1)
    keys.keys("Home")
    keys.keys("Return")
    keys.sees("Skriv arbejdspapir")
    keys.keys("Space")
    keys.hands.press("Nyt mål")
    keys.type("Alma bliver siddende, til hun er mæt")
    keys.write("Trin 1", "Går efter to minutter")
    keys.write("Trin 2", "Sidder fem minutter")
    keys.write("Trin 3", "Bliver, til hun er mæt")
    keys.keys("Ctrl+Return")
    keys.sees("Målet er gemt.")
    keys.write("Baggrund", "Hun går tit fra bordet, og hun vil gerne hjælpe med at dække det.")
    keys.write("Fokuspunkt", "Ro ved bordet.")
    keys.tab_to("Trin 1")
    keys.keys("1")
    keys.keys("Ctrl+Return")
    keys.sees("»Arbejdspapir« er gemt hos Alma.")


def back_to_the_days(keys: Keyboard) -> None:
    keys.keys("Esc")
    assert keys.at == "Dage"


def one_leaves_and_the_next_comes_in(keys: Keyboard) -> None:
    """Bertil's family stops before the end and says why; Emil's, which waited five weeks, has the place."""
    open_the_group(keys, 1)
    keys.keys("Home")
    keys.keys("Down")
    keys.hands.press("Afslut pladsen: Bertil")
    keys.keys("Right")
    keys.write("Hvorfor holdt familien op?", "Flytter til en anden by")
    keys.keys("Ctrl+Return")
    keys.sees("Bertils plads er afsluttet.")
    open_the_group(keys)
    keys.sees("Der er én ledig plads, og én venter.")
    keys.hands.press("Se ventelisten")
    keys.keys("Return")
    keys.keys("Ctrl+Return")
    keys.sees("Emils familie er med.")


def hold_status(keys: Keyboard) -> None:
    """Eight weeks are gone: the overview says so, and leads to the sheet with a step for her goal."""
    open_the_group(keys)
    keys.sees("Almas status skulle være holdt den 7. januar.")
    keys.hands.press("Hold status")
    keys.hands.press("Skriv status")
    keys.tab_to("Trin 1")
    keys.keys("2")
    keys.write("Det lykkes", "Hun sidder længere, når hun selv øser op.")
    keys.keys("Ctrl+Return")
    keys.sees("»Status« er gemt hos Alma.")


def see_on_paper(keys: Keyboard, paper: str) -> None:
    """Chosen among the papers of what is in front, and shown before it is printed."""
    keys.keys("Ctrl+P")
    menu = QApplication.activePopupWidget()
    for _ in menu.actions():
        QTest.keyClick(menu, Qt.Key.Key_Down)
        if paper in menu.activeAction().text():
            break
    QTest.keyClick(menu, Qt.Key.Key_Return)
    keys.sees("Side 1 af")


def give_it_to_the_parents(keys: Keyboard, file: Path) -> None:
    """Her status on paper: what was seen of her, and nobody else of the group."""
    see_on_paper(keys, "Status til forældrene")
    keys.hands.save_as("Gem som PDF", str(file))
    keys.hands.wait_for(file.exists, "The paper was not saved.")
    said = text_of(file.read_bytes())
    assert "øser op" in said
    assert "Alma" in said
    assert not {"Emil", "Bertil", "Friis", "Kjær"} & set(said.split())


def end_the_places(keys: Keyboard) -> None:
    """A closing for Alma with where the goal ended, and both places carried through."""
    open_the_group(keys, 1)
    keys.keys("Home")
    keys.keys("Return")
    keys.hands.press("Skriv: Afslutning")
    keys.tab_to("Trin 1")
    keys.keys("3")
    keys.write("Det tager familien med videre", "Vi spiser sammen nu.")
    keys.hands.press("Ingen anden indsats")
    keys.keys("Ctrl+Return")
    keys.sees("»Afslutning« er gemt hos Alma.")
    for child in ("Alma", "Emil"):
        open_the_group(keys, 1)
        keys.keys("Home")
        keys.hands.press(f"Afslut pladsen: {child}")
        keys.keys("Ctrl+Return")
        keys.sees(f"{child}s plads er afsluttet.")


def close_it(keys: Keyboard) -> None:
    """The last day is gone, and what came of it is written for everybody who may see it."""
    open_the_group(keys)
    keys.hands.press("Afslut: Den sidste dag var i går")
    keys.type("To af tre familier gik hele vejen. Der er mere ro ved bordet.")
    keys.keys("Ctrl+Return")
    keys.sees("Indsatsen er afsluttet.")


def find_it_again(keys: Keyboard) -> None:
    """Another day it stands among all of them, with what came of it and who was in it."""
    keys.keys("Alt+5")
    keys.sees("Ingen her lige nu")
    keys.hands.press("Alle")
    keys.hands.choose(GROUP)
    keys.sees("To af tre familier gik hele vejen.")
    keys.sees("3 familier har været med.")


def as_it_is_kept(vault) -> None:
    """Every day called, the reasons of those who stayed away, the goal from step to step, and how each ended."""
    (group,) = queries.all_of(vault, Effort)
    assert (group.record.status, group.record.ended_on) == (
        EffortState.AFSLUTTET, date(2027, 2, 26),
    )  # fmt: skip
    days = [one.record for one in queries.all_of(vault, EffortSession)]
    assert [one.status for one in days] == [SessionState.HOLDT] * 14
    assert {one.day.weekday() for one in days} == {3}
    assert not {date(2026, 12, 24), date(2026, 12, 31)} & {one.day for one in days}
    said = [one.record for one in queries.all_of(vault, Presence)]
    away = {(one.child, one.day, one.reason) for one in said if not one.came}
    assert len(said) == 28
    assert away == {
        ("alma", date(2026, 11, 19), "Syg"), ("bertil", date(2026, 12, 10), "Meldte ikke afbud"),
    }  # fmt: skip
    places = {one.record.child: one.record for one in queries.all_of(vault, Enrolment)}
    assert {child: one.status for child, one in places.items()} == {
        "alma": EnrolmentState.AFSLUTTET,
        "bertil": EnrolmentState.FALDET_FRA,
        "emil": EnrolmentState.AFSLUTTET,
    }
    assert places["emil"].waited_days == 34
    (goal,) = (one.record for one in queries.all_of(vault, Goal))
    assert [(one.at, one.step) for one in goal.scores] == [("start", 1), ("status", 2), ("slut", 3)]
