"""A round lived at the screen: planned, rated child by child with the keys, opened, and agreed on."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.services.rounds.hold import LIBRARY, agree, begun, give, rated, seen
from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tvaerfaglig.domain.concern import Position, PositionSet
from tvaerfaglig.domain.observation import Sign
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.domain.rounds.records import Assigned, Doing, Joint, Rating, RoundState
from tvaerfaglig.services import drafts
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.rounds import rating, reading, rules, together
from tvaerfaglig.store import queries
from tvaerfaglig.ui.children.timeline.tab import TimelineTab
from tvaerfaglig.ui.rounds.assign_form import AssignForm
from tvaerfaglig.ui.theme import Mode
from tvaerfaglig.ui.widgets import fold_at


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)
        QApplication.processEvents()


def write(words: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), words)
    QApplication.processEvents()


def rate_by_keys(desk, step: Qt.Key) -> None:
    """Four domains and the whole: a digit, Enter, a sentence, Enter."""
    for number in range(4):
        press(step, Qt.Key.Key_Return)
        write(f"Set {number}")
        press(Qt.Key.Key_Return)
    press(step, Qt.Key.Key_Return)
    desk.settle()


def test_a_leader_plans_and_begins_a_round(desk_of):
    """The house's days are proposed, the children come with two adults each, and beginning can be taken back."""
    hanne = desk_of("hanne")
    place = hanne.place("ny")
    hanne.settle()
    place.plan.stuer.choose(("solsikken",))
    place.plan.save_button.click()
    hanne.settle()
    assert place.shown is place.round
    assert [row.title for row in place.round.list.rows()] == ["Alma Nowak", "Bertil Kjær"]
    place.round.begin.click()
    hanne.settle()
    (row,) = hanne.do(reading.rows)
    assert row.stored.record.status is RoundState.I_GANG
    hanne.undo[-1]()
    hanne.settle()
    assert hanne.do(reading.rows)[0].stored.record.status is RoundState.PLANLAGT


def test_the_leader_lets_one_rate_alone_with_a_reason(desk_of):
    """Without the reason it is asked for beside the field."""
    hanne = desk_of("hanne")
    key = hanne.do(begun)
    place = hanne.place(key)
    one = place.round.findChildren(AssignForm)[-1]
    one.way.choose(("en",))
    one.people.choose(("mette",))
    one.save.click()
    assert "Skriv det kort" in one._why._asked.text()
    one.why.setText("Hanne er syg.")
    one.save.click()
    hanne.settle()
    assert hanne.do(rules.found, key).record.of("alma").alone == "Hanne er syg."


def test_two_children_are_rated_with_the_keys_alone(desk_of):
    """A digit, Enter, a sentence, Enter; after the whole the next child stands there, and then the round."""
    mette = desk_of("mette")
    mette.do(lambda s: begun(_as(mette, "hanne", s)))
    (row,) = mette.do(reading.rows)
    place = mette.place(row.stored.id)
    place.round.mine.click()
    mette.settle()
    rate_by_keys(mette, Qt.Key.Key_2)
    assert "Alma er afleveret. Hanne mangler" in mette.said[-1]
    assert place.rate.top.heading.text().startswith("Bertil")
    rate_by_keys(mette, Qt.Key.Key_1)
    assert place.shown is place.round
    made = mette.do(rules.mine, row.stored.id, "alma").record
    assert {one.step for one in made.marks} == {"bekymring"}
    assert made.marks[0].sentence == "Set 0"


def test_going_on_from_a_child_that_is_not_whole_says_what_is_missing(desk_of):
    """The draft is kept; the second press goes, and she stands as waiting."""
    mette = desk_of("mette")
    key = mette.do(lambda s: begun(_as(mette, "hanne", s)))
    place = mette.place(key)
    place.round.mine.click()
    mette.settle()
    press(Qt.Key.Key_3)
    place.rate.next_button.click()
    assert "Du mangler at vurdere krop og sanser, følelser og tryghed" in place.rate.message.words()
    place.rate.next_button.click()
    mette.settle()
    assert place.rate.top.heading.text().startswith("Bertil")
    assert [one.kind for one in mette.do(drafts.mine)] == [rating.DRAFT]
    place.leave()
    again = mette.do(rating.rating_page, LIBRARY, key, "alma")
    assert again.kept.marks[0].step == "staerk"


def test_what_is_written_is_kept_in_the_pauses_and_not_lost_by_leaving_late(desk_of, qtbot):
    """Alone and together: the foot says it is kept, and it stands there when one comes back."""
    mette = desk_of("mette")
    key = mette.do(lambda s: begun(_as(mette, "hanne", s)))
    place = mette.place(key)
    place._to_rating(key, "alma")
    mette.settle()
    press(Qt.Key.Key_3)
    qtbot.waitUntil(lambda: place.rate.saved.words().startswith("Gemt"))
    place._back_to_round()
    assert mette.do(rating.rating_page, LIBRARY, key, "alma").kept.marks[0].step == "staerk"
    mette.do(lambda s: give(s, key))
    mette.do(lambda s: give(_as(mette, "hanne", s), key))
    place._to_together(key, "alma")
    mette.settle()
    press(Qt.Key.Key_2, Qt.Key.Key_Return)
    write("Hun er alene.")
    qtbot.waitUntil(lambda: place.together.saved.words().startswith("Gemt"))
    place._back_to_round()
    kept = mette.do(together.together, LIBRARY, key, "alma").kept
    assert (kept.overall, kept.sentence) == ("bekymring", "Hun er alene.")


def test_the_stuer_are_reached_where_they_stand(desk_of):
    """They come when the house is known, and Tab still goes from the house to them."""
    hanne = desk_of("hanne")
    plan = hanne.place("ny").plan
    hanne.settle()
    plan.house.setFocus()
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is plan.stuer.buttons()[0]


def test_evidence_is_chosen_in_the_log_for_the_domain_one_works_in(desk_of):
    """Ctrl+B, Enter: it stands beneath the step and can be left out again."""
    mette = desk_of("mette")
    strong = mette.do(seen, "alma", "Hjalp Bo op.", Sign.RESSOURCE)
    key = mette.do(lambda s: begun(_as(mette, "hanne", s)))
    place = mette.place(key)
    place._to_rating(key, "alma")
    mette.settle()
    press(Qt.Key.Key_1)
    place.rate.to_observations()
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    mette.settle()
    assert place.rate._rating.mark("krop").evidence == (strong,)
    assert "Hjalp Bo op" in place.rate.observations.words.text()


def test_the_step_of_last_time_stands_there_only_when_one_has_chosen(desk_of):
    """Seen first it would draw the choice towards it."""
    mette = desk_of("mette")
    key = mette.do(lambda s: begun(_as(mette, "hanne", s)))
    mette.do(_spring)
    place = mette.place(key)
    place._to_rating(key, "alma")
    mette.settle()
    card = place.rate._cards["krop"]
    assert card._earlier.isHidden()
    press(Qt.Key.Key_1)
    assert "så I sammen: bekymring" in card._earlier.text()


def test_what_two_saw_apart_becomes_one_sentence_and_agreements(desk_of):
    """Side by side; saved, it is the child's position, and Fortryd takes all of it back."""
    mette = desk_of("mette")
    key = mette.do(lambda s: begun(_as(mette, "hanne", s)))
    mette.do(lambda s: give(s, key, step="bekymring", said="Stod alene."))
    mette.do(lambda s: give(_as(mette, "hanne", s), key, step="trives"))
    place = mette.place(key)
    place.round._on_opened("alma")
    mette.settle()
    assert "4 områder forskelligt" in place.together.top.line.text()
    press(Qt.Key.Key_2)
    place.together.sentence.set_text("Hun er alene om morgenen.")
    place.together._on_sentence("Hun er alene om morgenen.")
    place.together._ticks[Doing.HVERDAG].click()
    place.together.change.setText("Mette tager imod.")
    place.together._on_change("Mette tager imod.")
    place.together.save_button.click()
    mette.settle()
    (position,) = mette.do(lambda s: queries.of_child(s.vault, PositionSet, "alma"))
    assert position.record.position is Position.BEKYMRING
    assert place.shown is place.round
    mette.undo[-1]()
    mette.settle()
    assert mette.do(lambda s: queries.of_child(s.vault, Joint, "alma")) == []


def test_while_the_guard_is_set_the_parents_are_not_asked_about(desk_of):
    """The tick is gone and the page says why."""
    mette = desk_of("mette")
    key = mette.do(lambda s: begun(_as(mette, "hanne", s)))
    mette.do(lambda s: give(s, key))
    mette.do(lambda s: give(_as(mette, "hanne", s), key))
    mette.do(protecting.set_guard, "alma", Against.FORAELDER)
    place = mette.place(key)
    place._to_together(key, "alma")
    mette.settle()
    assert Doing.FORAELDRE not in place.together._ticks
    assert not place.together._recommend_words.text()


@pytest.mark.parametrize(
    ("mode", "size", "scale"),
    [
        (Mode.LIGHT, 1.0, "positioner"),
        (Mode.DARK, 1.5, "positioner"),
        (Mode.CONTRAST, 1.5, "nul_til_ti"),
    ],
)
def test_nothing_is_cut_and_nothing_nameless(desk_of, dressed, mode, size, scale):
    """Every page of the place, wide and narrow."""
    dressed.choose(mode)
    dressed.set_scale(size)
    hanne = desk_of("hanne")
    key = hanne.do(_rated_twice, scale)
    place = hanne.place(None)
    for open_page in (
        lambda: None,
        place._to_plan,
        lambda: place._to_round(key),
        lambda: place._to_rating(key, "bertil"),
        lambda: place._to_together(key, "alma"),
    ):
        open_page()
        hanne.settle()
        for width in (1180, 760):
            place.resize(width, 800)
            place.set_fold(fold_at(width))
            QApplication.processEvents()
            QApplication.processEvents()
            assert clipped(place.shown) == []
            assert nameless(place.shown) == []


def _rated_twice(session, scale: str = "positioner") -> str:
    """Alma rated by both, far apart, in long sentences."""
    seen(
        session, "alma", "Hjalp Bo op, da han faldt, og fulgte ham hen til bænken.", Sign.RESSOURCE
    )
    raters = ("mette", "hanne")
    pair = tuple(Assigned(child=one, raters=raters) for one in ("alma", "bertil"))
    key = begun(session, assigned=pair, scale=scale)
    well, badly = ("trives", "staerk") if scale == "positioner" else ("10", "2")
    give(_as(None, "mette", session), key, step=well)
    said = "Sad alene ved vinduet hele formiddagen og svarede ikke, da vi kaldte på hende."
    give(session, key, step=badly, said=said)
    return key


def _as(desk, person: str, session):
    """Another person's session on the same open vault."""
    other = type(session)(session.vault, person, session.clock, session.state, session.opened)
    del desk
    return other


def _spring(session) -> None:
    """A joint rating of another round, some months ago."""
    made = Joint(
        round="foraar", child="alma", day=date(2026, 5, 20), overall="bekymring", position=Position.BEKYMRING,
        sentence="Set.", marks=tuple(Rating.mark(rated("foraar", step="bekymring"), one.id) for one in LIBRARY.trivselsrunde.domains),
    )  # fmt: skip
    with session.write() as pen:
        pen.put(made)


def test_the_timeline_tells_it_once_and_leads_back_to_the_round(house_of):
    """The joint result, not its position beside it, and nothing of what each had rated."""
    hanne = house_of("hanne")
    key = hanne.do(_rated_twice)
    hanne.do(agree, key)
    tab = hanne.go("boern", "alma").findChild(TimelineTab)
    kinds = [row.told.kind for row in tab._rows]
    assert kinds.count("Trivselsrunde") == 1
    assert "Position" not in kinds
    told = next(row for row in tab._rows if row.told.kind == "Trivselsrunde")
    assert "Sad alene ved vinduet" not in repr(told.told)
    tab._on_link_pressed(told.key)
    hanne.settle()
    assert hanne.place.round._child == "alma"
