"""A young mother's course lived from the screens: from a child on the way to the child's second birthday."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtWidgets import QComboBox

from tests.ui.keyboard import Doors, Keyboard
from tvaerfaglig.app import Surroundings
from tvaerfaglig.domain.efforts.goals import Goal
from tvaerfaglig.domain.efforts.logs import Hours, HoursFor, VisitLog
from tvaerfaglig.domain.efforts.records import (
    Effort,
    EffortSession,
    Enrolment,
    EnrolmentState,
    Phase,
    Presence,
    SessionState,
)
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.people import Child, Staff
from tvaerfaglig.store import queries

EFFORT = "Praktikforløb, forår 2027"
GOAL = "Maja ringer, før hun skulle være mødt."
HERSELF = "Trin 3: Ringer selv først"
BORN = date(2027, 2, 3)
PHASES = {
    "gravid": ("Gravid og i praktik", date(2026, 11, 12)),
    "foedsel": ("Fødslen og de første uger", BORN),
    "hjemmebesoeg": ("Besøg derhjemme", date(2027, 3, 3)),
    "faelles-start": ("Fælles start", date(2027, 5, 10)),
    "egen-start": ("Barnet begynder selv", date(2027, 8, 9)),
    "til-to-aar": ("Til barnet er to år", date(2027, 11, 8)),
}


class AtWork:
    """Somebody at the real program: what is read is pressed, and what is asked is typed."""

    def __init__(self, keys: Keyboard) -> None:
        self.hands, self.lock = keys.hands, keys.lock
        self.press, self.sees, self.keys = self.hands.press, self.hands.look_for, keys.keys

    def write(self, field: str, words: str) -> None:
        """Instead of what stands there."""
        self.hands.into(field)
        self.keys("Ctrl+A")
        self.hands.type(words)

    def choose(self, box: str, words: str) -> None:
        """In a box of choices, by how the choice begins."""
        self.hands.find(QComboBox, box).setFocus()
        self.hands.type(words)

    def to_family(self) -> None:
        """By the place, the effort and its families."""
        self.keys("Alt+5")
        self.hands.choose(EFFORT)
        self.press("Familier")
        self.press("Åbn familiens side")
        self.sees("Ansvar:")

    def begin(self, phase: str) -> None:
        """The next phase on its day, by whoever has the seat."""
        name, on = PHASES[phase]
        self.press(f"Begynd »{name}«")
        self.write("Fra hvilken dag?", f"{on.day}.{on.month}.{on.year}")
        self.press(f"Begynd »{name}«")
        self.sees(f"Nu: {name}")


@pytest.fixture
def come(qapp, demo_world):
    """Come to the door of Mælkebøtten on a day; the clock is the test's own."""
    around = Surroundings(demo_world.clock, demo_world.folder / "state")
    doors = Doors(qapp, demo_world.vault, around)

    def come(name: str, *day: int) -> AtWork:
        demo_world.clock.set(datetime(*day, 8, 0))
        keys = doors()
        keys.unlock(name, demo_world.password_of(name))
        return AtWork(keys)

    yield come
    doors.close()


def test_from_a_child_on_the_way_to_her_second_birthday(come, demo_world):
    """Everything by what stands on the screens, with a lock between; at the end it stands in the vault."""
    hanne = come("Hanne", 2026, 11, 12)
    take_in_the_expected_child(hanne)
    begin_the_course(hanne)
    while_she_is_pregnant(come("Ditte", 2026, 11, 19))
    the_child_comes(come("Ditte", 2027, 3, 10))
    they_begin(come("Ditte", 2027, 11, 15))
    two_years_old(come("Ditte", 2029, 2, 5))
    found_again(come("Hanne", 2029, 2, 6))
    it_stands_in(demo_world.session("Hanne").vault)


def take_in_the_expected_child(one: AtWork) -> None:
    """No name yet: she is called by her mother's."""
    one.keys("Alt+2")
    one.press("Nyt barn")
    one.press("Er på vej")
    one.write("Termin", "1.2.2027")
    one.choose("Dagtilbud", "Børne")
    one.press("Tilføj forælder")
    one.hands.type("Maja Holst-Friis")
    one.write("Er barnets, forælder", "mor")
    one.choose("Forældremyndighed, forælder", "Har")
    one.press("Indmeld barnet")
    one.sees("termin 1. februar")


def begin_the_course(one: AtWork) -> None:
    """The leader begins it, writes the family's yes down on the way, gives the place and plans the days."""
    one.keys("Alt+5")
    one.press("Begynd en indsats")
    one.hands.choose("Praktikforløb for unge gravide")
    one.write("Hvad skal den hedde?", EFFORT)
    one.press("Et ufødt barn")
    one.press("Ditte Marie Holst, pædagog")
    one.press("Line Toft, sundhedsplejerske")
    one.press("Begynd indsatsen")
    one.press("Familier")
    one.press("Skriv den første på")
    one.hands.choose("Barnet Holst-Friis")
    one.press("Maja Holst-Friis, mor")
    one.press("Skriv et samtykke")
    one.choose("Hvem giver samtykke?", "Maja")
    one.write("Andet, eller mere præcist", "Praktikforløbet i huset")
    one.write("Gælder til", "1.3.2029")
    one.keys("Ctrl+Return")
    one.keys("Esc")
    one.choose("Samtykke", "Maja")
    one.press("Skriv på ventelisten")
    one.press("Giv plads: Barnet")
    one.press("Giv pladsen")
    one.press("Dage")
    one.press("Planlæg dage")
    one.write("Hvor mange gange?", "8")
    one.keys("Tab")
    one.press("Planlæg 8 dage")
    one.sees("8 kommer")
    one.lock()


def while_she_is_pregnant(one: AtWork) -> None:
    """The phase, her own words and a goal, her week, a praktik day called, and the substitute's hours."""
    one.to_family()
    one.begin("gravid")
    one.press("Skriv faseplan")
    one.write("Det vil jeg gerne", "Lære at trøste et barn.")
    one.press("Nyt mål")
    one.write("Hvad skal lykkes?", GOAL)
    for step, words in enumerate(("Bliver væk", "Svarer, når vi ringer", "Ringer selv først"), 1):
        one.write(f"Trin {step}", words)
    one.keys("Ctrl+Return")
    one.sees("Det, du skrev, står her.")
    one.press("Trin 1: Bliver væk")
    one.keys("Ctrl+Return")
    one.press("Skriv: Ugeplan")
    one.write("Torsdag fra", "9")
    one.write("Torsdag til", "13")
    one.keys("Ctrl+Return")
    one.sees("»Ugeplan« er gemt")
    one.keys("Esc")
    one.press("Dage")
    one.hands.choose("I dag")
    one.keys("O")
    one.sees("Kaldes nu")
    one.keys("A")
    one.sees("Dagen er holdt")
    one.keys("Esc")
    one.press("Timer")
    one.write("Timer og minutter, fx 2.30", "4.00")
    one.keys("Return")
    one.sees("Vikar på stuen 4 t.")
    one.lock()


def the_child_comes(one: AtWork) -> None:
    """She is born and has a name; both professions come home to her."""
    one.to_family()
    one.press("Barnet er født")
    one.write("Født", "3.2.2027")
    one.write("Navn", "Ida Holst-Friis")
    one.keys("Ctrl+Return")
    one.sees("Ida Holst-Friis er født")
    one.begin("foedsel")
    one.begin("hjemmebesoeg")
    one.keys("Esc")
    write_a_visit(one, "9.3.2027", "Line Toft")
    one.lock()


def they_begin(one: AtWork) -> None:
    """Together and then on her own, each as it went; a status between, in her words."""
    one.to_family()
    one.begin("faelles-start")
    one.press("Skriv status")
    one.press(HERSELF)
    one.write("Med hendes egne ord", "Det er rart at kende jer i forvejen.")
    one.write("Det gør vi herfra", "Tre formiddage om ugen")
    one.keys("Ctrl+Return")
    one.sees("to trin op siden start")
    one.begin("egen-start")
    one.begin("til-to-aar")
    one.lock()


def two_years_old(one: AtWork) -> None:
    """Still in contact; what the next must know is handed over, and the place ends."""
    one.to_family()
    one.keys("Esc")
    write_a_visit(one, "5.2.2029")
    one.press("Familier")
    one.press("Åbn familiens side")
    one.press("Skriv: Overlevering")
    one.press(HERSELF)
    one.write("Det kan mor og barn nu", "Ida leger med de andre, og Maja går i skole.")
    one.press("Vuggestuen som alle andre")
    one.keys("Ctrl+Return")
    one.press("Afslut pladsen")
    one.press("Afslut pladsen")
    one.sees("plads er afsluttet")
    one.lock()


def found_again(one: AtWork) -> None:
    """Where she has been, on the effort's page and on the child's."""
    one.to_family()
    one.sees("Afsluttet 5. februar 2029")
    one.sees("Faktisk: 10. maj–8. aug.")
    one.press("Åbn Ida Holst-Friis' side")
    one.hands.turn_to("Forløb")
    one.sees(EFFORT)
    one.lock()


def write_a_visit(one: AtWork, day: str, *others: str) -> None:
    one.press("Besøg")
    one.press("Skriv et besøg")
    one.write("Dag", day)
    for other in others:
        one.press(other)
    one.press("Holdt")
    one.write("Deres egne ord", "»Det går godt.«")
    one.press("Gem besøget")
    one.sees("besøg holdt")


def it_stands_in(vault) -> None:
    """What the figures are counted from, and each thing in her own record."""
    staff = {one.id: one.record.first_name for one in queries.all_of(vault, Staff)}
    effort = next(one.id for one in queries.all_of(vault, Effort) if one.record.name == EFFORT)
    ida = next(one for one in queries.all_of(vault, Child) if one.record.born == BORN)
    assert (ida.record.name, ida.record.due) == ("Ida Holst-Friis", date(2027, 2, 1))

    went = {one.record.phase: one.record for one in queries.of_child(vault, Phase, ida.id)}
    assert {key: one.first for key, one in went.items()} == {
        k: day for k, (_, day) in PHASES.items()
    }
    assert went["gravid"].last == date(2027, 2, 2)
    assert [staff[one] for one in went["hjemmebesoeg"].responsible] == ["Line"]

    (goal,) = (one.record for one in queries.of_child(vault, Goal, ida.id))
    assert (goal.text, goal.change, len(goal.scores)) == (GOAL, 2, 3)
    written = {one.record.form for one in queries.of_child(vault, Sheet, ida.id)}
    assert written == {"faseplan", "ugeplan", "status", "overlevering"}

    visits = {one.record.day: one.record for one in queries.of_child(vault, VisitLog, ida.id)}
    assert {staff[one] for one in visits[date(2027, 3, 9)].by} == {"Ditte", "Line"}
    assert visits[date(2029, 2, 5)].status is SessionState.HOLDT
    days = [
        one.record for one in queries.all_of(vault, EffortSession) if one.record.effort == effort
    ]
    assert [one.status for one in days].count(SessionState.HOLDT) == 1
    assert all(one.record.came for one in queries.of_child(vault, Presence, ida.id))
    (hours,) = (one.record for one in queries.all_of(vault, Hours) if one.record.effort == effort)
    assert (hours.went_to, hours.minutes) == (HoursFor.VIKAR, 240)

    (place,) = (one.record for one in queries.of_child(vault, Enrolment, ida.id))
    assert (place.status, place.until) == (EnrolmentState.AFSLUTTET, date(2029, 2, 5))
