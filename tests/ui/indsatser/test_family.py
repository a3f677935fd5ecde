"""One family's own page: goals, sheets, phases, the birth, and what the guard takes away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from tests.services.efforts.group import HOUSE, TODAY, begun, let_in
from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tvaerfaglig.domain.contact import ParentRemark
from tvaerfaglig.domain.efforts.form import FormUse
from tvaerfaglig.domain.efforts.goals import Goal, Score
from tvaerfaglig.domain.efforts.kind import Subject
from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.records import Phase, Seated, SessionState
from tvaerfaglig.domain.efforts.sheets import FieldAnswer, Sheet
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.services import drafts
from tvaerfaglig.services.children import birth, protecting
from tvaerfaglig.services.efforts import goals, sheets, visits
from tvaerfaglig.store import queries
from tvaerfaglig.ui.children.places_card import PlacesCard
from tvaerfaglig.ui.indsatser.family.goal_course import GoalCourse
from tvaerfaglig.ui.indsatser.family.sheet_form import SheetForm

STEPS = ("Går efter to minutter", "Sidder fem minutter", "Bliver til hun er mæt")


class Family:
    """The page of one family, and what one does on it."""

    def __init__(self, sits, effort, enrolment):
        self.sits, self.effort, self.enrolment = sits, effort, enrolment
        self.place = sits.place(f"{effort}:familie:{enrolment}")

    @property
    def room(self):
        return self.place.effort.room

    @property
    def form(self):
        return self.room.aside

    def go(self, *parts):
        self.sits.desk.go("indsatser", ":".join((self.effort, "familie", self.enrolment, *parts)))
        self.sits.settle()

    def press(self, words):
        found = [
            one
            for one in self.place.findChildren(QPushButton)
            if one.isVisible() and words in {one.text(), one.accessibleName()}
        ]
        assert found, words
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
        self.sits.settle()

    def write(self, **values):
        for name, value in values.items():
            self.form.fields.put(**{name: value})
        self.form.touch()

    def save(self):
        self.form.save_button.click()
        self.sits.settle()

    def words(self):
        return "\n".join(one.text() for one in self.place.findChildren(QLabel) if one.isVisible())

    def of(self, kind):
        return self.sits.do(lambda s: [one.record for one in queries.all_of(s.vault, kind)])


@pytest.fixture
def alma(hanne):
    group = hanne.do(begun)
    return Family(hanne, group, hanne.do(let_in, group, "alma"))


def a_goal(family, **more):
    made = Goal(
        effort="", enrolment=family.enrolment, child="", day=TODAY, text="Alma bliver siddende",
        steps=STEPS,
    )  # fmt: skip
    return family.sits.do(goals.save, replace(made, **more)).id


def a_sheet(family, **more):
    said = (
        FieldAnswer(field="baggrund", text="Går tit fra bordet."),
        FieldAnswer(field="fokuspunkt", text="Ro ved bordet."),
        FieldAnswer(field="foraeldrenes-ord", text="Hun spiser bedst hos mormor."),
    )
    made = Sheet(
        effort=family.effort, form="arbejdspapir", name="", use=FormUse.START, day=TODAY,
        enrolment=family.enrolment, answers=said,
    )  # fmt: skip
    return family.sits.do(sheets.save, replace(made, **more)).id


def test_a_goal_from_words_to_steps_and_away(alma):
    """Written, seen at a step, laid away with a reason, and taken up again by *Fortryd*."""
    alma.press("Nyt mål")
    alma.write(text="Alma bliver siddende til hun er mæt", trin1=STEPS[0], trin2=STEPS[1])
    alma.save()
    (goal,) = alma.of(Goal)
    assert goal.steps == STEPS[:2]
    alma.press("Sæt trin: Alma bliver siddende til hun er mæt")
    QTest.keyClick(alma.form.fields.editor("step"), Qt.Key.Key_2)
    alma.save()
    assert alma.of(Goal)[0].latest.reached == STEPS[1]
    assert alma.place.findChild(GoalCourse) is not None
    alma.press("Læg væk: Alma bliver siddende til hun er mæt")
    alma.press("Læg målet væk: Alma bliver siddende til hun er mæt")
    assert "Skriv det kort" in alma.words()
    QTest.keyClicks(alma.place.focusWidget(), "Det gør hun nu")
    QTest.keyClick(alma.place.focusWidget(), Qt.Key.Key_Return)
    alma.sits.settle()
    assert alma.of(Goal)[0].dropped_because == "Det gør hun nu"
    alma.sits.undo[-1]()
    alma.sits.settle()
    assert alma.of(Goal)[0].dropped_on is None


def test_to_keep_is_not_to_finish(alma):
    """Ctrl+S keeps the draft, here as everywhere; it is the filled button that writes the goal."""
    alma.press("Nyt mål")
    alma.write(text="Alma bliver siddende til hun er mæt", trin1=STEPS[0], trin2=STEPS[1])
    alma.place.save_now()
    alma.sits.settle()
    assert alma.of(Goal) == []
    assert "ingen andre ser det" in alma.words()
    alma.save()
    assert len(alma.of(Goal)) == 1


def test_a_goal_that_nobody_can_see_is_asked_about(alma, qtbot):
    """By the program's own writing help, in a quiet line; and it can be saved all the same."""
    alma.go("maal")
    alma.form.fields.editor("text").setPlainText("Alma skal være mere tryg")
    qtbot.waitUntil(lambda: "Hvordan kunne I se det?" in alma.words(), timeout=8000)
    alma.write(trin1="Græder", trin2="Vinker")
    alma.save()
    assert alma.of(Goal)[0].text == "Alma skal være mere tryg"


def test_a_sheet_says_in_words_what_is_missing_and_keeps_the_draft(alma):
    """Nothing is saved before it is whole; a lock in between loses nothing."""
    a_goal(alma)
    alma.go("skriv", "arbejdspapir")
    assert isinstance(alma.form, SheetForm)
    alma.write(baggrund="Går tit fra bordet.")
    alma.save()
    assert "mangler »Fokuspunkt«" in alma.words()
    (draft,) = alma.sits.do(drafts.mine, Sheet.KIND)
    assert "Går tit fra bordet." in draft.content
    assert alma.of(Sheet) == []
    alma.place.leave()
    alma.go()
    assert "Du er i gang med det." in alma.words()
    alma.press("Skriv videre: Arbejdspapir")
    assert alma.form.fields.text("baggrund") == "Går tit fra bordet."
    alma.write(fokuspunkt="Ro ved bordet.", **{"husets-del": "- To hold\nSidder ved Mette"})
    alma.save()
    assert "trin på hvert mål" in alma.words()
    goal = alma.room.view.alive[0].id
    alma.write(**{f"trin:{goal}": "1", f"set:{goal}": "Går efter suppen"})
    alma.save()
    (sheet,) = alma.of(Sheet)
    assert sheet.answer("husets-del").lines == ("To hold", "Sidder ved Mette")
    assert alma.of(Goal)[0].latest.seen == "Går efter suppen"
    alma.sits.undo[-1]()
    alma.sits.settle()
    assert alma.of(Sheet) == []
    assert alma.of(Goal)[0].scores == ()


def test_a_new_goal_from_a_sheet_leads_back_to_it(alma):
    alma.go("skriv", "arbejdspapir")
    alma.write(baggrund="Går tit fra bordet.")
    alma.press("Nyt mål")
    alma.write(text="Alma bliver siddende", trin1=STEPS[0], trin2=STEPS[1])
    alma.save()
    assert isinstance(alma.form, SheetForm)
    assert alma.form.fields.text("baggrund") == "Går tit fra bordet."
    assert len(alma.room.view.alive) == 1


def test_a_sheet_is_shown_and_what_the_parents_say_stands_beside_it(alma):
    """The day they saw it, their own words about it; the text is not changed by them."""
    sheet = a_sheet(alma)
    alma.go("ark", sheet)
    alma.press("Vist til forældrene")
    assert "Vist til forældrene 12. november" in alma.words()
    alma.form.remark_form.words.setPlainText("Vi synes, hun spiser fint.")
    alma.press("Gem deres bemærkning")
    assert "Hvis ord er det?" in alma.words()
    alma.form.remark_form.whose.choose("alma-mor")
    alma.press("Gem deres bemærkning")
    (remark,) = alma.of(ParentRemark)
    assert (remark.to, remark.by) == (sheet, "alma-mor")
    assert "»Vi synes, hun spiser fint.«" in alma.words()
    assert alma.of(Sheet)[0].answer("baggrund").text == "Går tit fra bordet."


def test_putting_a_sheet_right_keeps_the_earlier_version(alma):
    sheet = a_sheet(alma)
    alma.go("ark", sheet)
    alma.press("Ret arket")
    alma.write(baggrund="Går fra bordet hver dag.")
    alma.save()
    alma.go("ark", sheet)
    alma.press("Tidligere udgaver")
    words = alma.words()
    assert "Går tit fra bordet." in words
    assert "Går fra bordet hver dag." in words


def test_under_the_guard_the_parents_part_is_gone(alma):
    """Not greyed: their fields, their words, the showing and the talks are not there, and it says why."""
    sheet = a_sheet(alma)
    alma.go("skriv", "status")
    assert "foraeldrenes-ord" in alma.form.fields.values()
    alma.sits.desk.announce(alma.sits.do(protecting.set_guard, "alma", Against.FORAELDER))
    alma.sits.settle()
    assert alma.form is None
    assert "Værnet er sat" in alma.words()
    alma.go("skriv", "status")
    assert "foraeldrenes-ord" not in alma.form.fields.values()
    alma.go("ark", sheet)
    assert "mormor" not in alma.words()
    assert "Vist til" not in alma.words()


def test_words_of_the_parents_in_a_draft_wait_for_the_guard_to_be_lifted(alma):
    """Hidden, not written over: the sheet is saved without them, and they are there again after it."""
    alma.go("skriv", "arbejdspapir")
    alma.write(**{"foraeldrenes-ord": "Hun sover bedst hos mormor.", "baggrund": "Går tit."})
    alma.place.leave()
    alma.sits.settle()
    alma.sits.do(protecting.set_guard, "alma", Against.FORAELDER)
    alma.go("skriv", "arbejdspapir")
    assert "mormor" not in str(alma.form.fields.values())
    alma.write(fokuspunkt="Ro.")
    alma.save()
    assert "mormor" not in alma.of(Sheet)[0].own_words()
    alma.sits.do(protecting.lift_guard, "alma", "Afklaret med kommunen")
    alma.go("skriv", "arbejdspapir")
    assert alma.form.fields.text("foraeldrenes-ord") == "Hun sover bedst hos mormor."


@pytest.fixture
def course(hanne):
    """A young mother's course with a child on the way."""
    with_seats = (
        Seated(seat="paedagog", staff="mette"),
        Seated(seat="sundhedsplejerske", staff="line"),
    )

    def make(session):
        expected = Child(
            name="Ufødt Skovgaard", due=TODAY + timedelta(40), dagtilbud=HOUSE, stue="solsikken"
        )
        with session.write() as pen:
            pen.put(expected, "ufoedt")
        effort = begun(session, "praktikforloeb", subject=Subject.UFOEDT, seated=with_seats)
        return effort, let_in(session, effort, "ufoedt")

    return Family(hanne, *hanne.do(make))


def test_the_phases_are_begun_one_after_the_other(course):
    """Whoever has the seat is offered; the one before ends the day before; *Fortryd* takes both back."""
    assert "Ingen fase er begyndt endnu" in course.words()
    course.press("Begynd »Gravid og i praktik«")
    course.press("Begynd »Gravid og i praktik«")
    (phase,) = course.of(Phase)
    assert (phase.phase, phase.responsible) == ("gravid", ("mette",))
    assert "Mette har ansvaret" in course.words()
    course.press("Ret dag og ansvar")
    course.press("Yusuf")
    course.press("Gem fasen")
    assert "Mette og Yusuf har ansvaret" in course.words()
    course.sits.undo[-1]()
    course.sits.settle()
    assert "Mette har ansvaret" in course.words()
    course.sits.undo[-2]()
    course.sits.settle()
    assert course.of(Phase) == []


def test_the_child_is_born(course):
    """With a day and a name; the strip is counted from the birthday, and *Fortryd* makes her expected again."""
    assert "ca. 22. dec." in course.words()
    course.press("Barnet er født")
    course.write(born=TODAY, name="Ida Skovgaard")
    course.save()
    card = course.sits.do(lambda s: s.child("ufoedt").record)
    assert (card.name, card.born) == ("Ida Skovgaard", date(2026, 11, 12))
    assert "ca." not in course.words()
    course.sits.undo[-1]()
    course.sits.settle()
    assert course.sits.do(lambda s: s.child("ufoedt").record.born) is None


def test_a_birth_that_is_written_is_said_kindly(course):
    """Whoever comes to write it once more is told the day, and has nothing to save."""
    course.sits.do(birth.born, "ufoedt", birth.Birth(on=TODAY, name="Ida Skovgaard"))
    course.go("foedt")
    assert "allerede skrevet: Ida er født 12. november" in course.words()
    assert not course.form.save_button.isVisible()


def test_what_the_plan_has_reached_is_asked_about(course, world):
    """A due day that has passed, and then the phase that begins with the birth, on the birthday."""
    assert "Er barnet født?" not in course.words()
    world.clock.set(datetime(2026, 12, 28, 8, 0))
    course.go()
    assert "Termin var 22. december. Er barnet født?" in course.words()
    course.press("Barnet er født")
    course.write(born=date(2026, 12, 24), name="Ida Skovgaard")
    course.save()
    course.press("Begynd »Gravid og i praktik«")
    course.press("Begynd »Gravid og i praktik«")
    assert "Efter planen begynder »Fødslen og de første uger« 24. december" in course.words()


def test_a_visit_stands_on_the_familys_page(course):
    """Who came, what was agreed, and the way to its note; what was agreed is gone under the guard."""
    visit = VisitLog(
        effort=course.effort, enrolment=course.enrolment, day=TODAY, by=("mette", "line"),
        status=SessionState.HOLDT, decided="Line ringer fredag.",
    )  # fmt: skip
    one = course.sits.do(visits.save, visit).id
    course.go()
    assert "Mette og Line" in course.words()
    assert "Line ringer fredag." in course.words()
    course.press("Åbn besøget 12. november 2026")
    assert course.sits.went[-1] == ("indsatser", f"{course.effort}:besoegsnote:{one}")
    course.sits.do(protecting.set_guard, "ufoedt", Against.FORAELDER)
    course.go()
    assert "Line ringer fredag." not in course.words()


def test_a_week_is_written_in_lines(course):
    """A line without its end is asked about above the form."""
    course.go("skriv", "ugeplan")
    course.write(**{"uge:mandag:hvad": "Formiddag på stuen"})
    course.save()
    assert "Hvornår begynder det mandag?" in course.words()
    course.form.fields.editor("uge:mandag:fra").setText("9")
    course.form.fields.editor("uge:mandag:til").setText("12.30")
    course.save()
    (sheet,) = course.of(Sheet)
    (line,) = sheet.answer("uge").week
    assert (line.weekday, line.at.hour, line.to.minute) == ("mandag", 9, 30)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_everything_has_a_name_and_nothing_is_cut(alma, dressed, scale):
    """The page with its goals, a sheet read and written, a goal: at twice the text too."""
    goal, sheet = a_goal(alma), a_sheet(alma)
    score = Score(at=FormUse.START, day=TODAY, step=2, seen="Fem minutter, to dage i træk")
    alma.sits.do(goals.score, goal, score)
    dressed.set_scale(scale)
    for where in ((), ("maal", goal), ("trin", goal), ("skriv", "status"), ("ark", sheet)):
        alma.go(*where)
        assert nameless(alma.place) == []
        assert clipped(alma.place) == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_course_has_names_and_room(course, dressed, scale):
    dressed.set_scale(scale)
    for where in ((), ("skriv", "faseplan"), ("skriv", "ugeplan"), ("foedt",)):
        course.go(*where)
        assert nameless(course.place) == []
        assert clipped(course.place) == []


def test_a_dagplejer_writes_alone_and_it_is_gone_through(world, desk_of):
    """She writes; her dagplejepædagog or leader goes through it, and the text is hers as it was."""
    hanne = desk_of("hanne")

    def make(session):
        with session.write() as pen:
            pen.put(replace(session.staff()["hanne"], houses=(HOUSE, "dagplejen")), "hanne")
        session.refresh()
        team = begun(session, "forebyggelsesteam", subject=Subject.BARN, house="dagplejen")
        return team, let_in(session, team, "villads")

    team, enrolment = hanne.do(make)
    jonas = Family(desk_of("jonas"), team, enrolment)
    jonas.press("Skriv: Skema til besøget")
    jonas.write(set="Græder, når han skal sove.")
    jonas.save()
    assert "ikke gået igennem endnu" in jonas.words()
    leader = Family(desk_of("hanne"), team, enrolment)
    assert "Skriv: Skema til besøget" not in {
        one.accessibleName() for one in leader.place.findChildren(QPushButton)
    }
    (sheet,) = leader.room.view.sheets
    leader.go("ark", sheet.id)
    leader.form.remark.setPlainText("Vi ser på det mandag.")
    leader.press("Gået igennem")
    (kept,) = leader.of(Sheet)
    assert (kept.reviewed_by, kept.review) == ("hanne", "Vi ser på det mandag.")
    assert kept.answer("set").text == "Græder, når han skal sove."


def test_the_childs_page_leads_to_her_place(alma, qtbot):
    """A card names it with its next status; a child without any has no card."""
    card = PlacesCard(alma.sits.desk)
    qtbot.addWidget(card)
    card.setParent(alma.place)
    card.show_child("alma")
    alma.sits.settle()
    assert not card.isHidden()
    words = "\n".join(one.text() for one in card.findChildren(QLabel))
    assert "status om 56 dage" in words
    next(one for one in card.findChildren(QPushButton) if one.text() == "Torsdagsgruppen").click()
    assert alma.sits.went[-1] == ("indsatser", f"{alma.effort}:familie:{alma.enrolment}")
    card.show_child("emil")
    alma.sits.settle()
    assert card.isHidden()
