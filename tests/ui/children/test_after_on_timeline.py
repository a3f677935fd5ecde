"""What follows a letter, on the child's own timeline: in words, in its group, and leading to the letter."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.ui.children.test_timeline_tab import shown
from tvaerfaglig.domain.follow_up import Contacted, How
from tvaerfaglig.domain.underretning import Stage
from tvaerfaglig.services import underretninger
from tvaerfaglig.services.after_sending import calls, journal, reminders


@pytest.fixture
def followed(mette, world):
    """Sent, rung without an answer, a day set, a reminder sent, and the letter journalised and taken back."""
    world.clock.set(datetime(2026, 11, 12, 9, 0))
    letter = mette.letter = mette.do(underretninger.begin, "alma").id
    frozen = mette.do(underretninger.finish, letter, mette.desk.library).id
    mette.do(underretninger.register_step, letter, Stage.AFSENDT, date(2026, 11, 3))
    silent = Contacted(
        underretning=letter,
        child="",
        day=date(2026, 11, 11),
        how=How.INTET_SVAR,
        whom="Modtagelsen",
    )
    mette.do(calls.note, silent)
    mette.do(calls.set_day, letter, date(2026, 11, 20), "Stuemødet")
    words = mette.do(reminders.begin, letter, "rykker", mette.desk.library).wording
    made = mette.do(reminders.finish, letter, "rykker", words, mette.desk.library).id
    mette.do(reminders.register_sent, made, channel="sikker mail")
    mette.do(journal.mark, frozen, date(2026, 11, 12), "26-4711")
    mette.do(journal.take_back, frozen)
    return mette


def test_each_is_told_in_words(followed):
    """Who, what and when; nothing stands there under the name of its kind."""
    told = {one.title: one for one in shown(followed, only="underretning")}
    assert told["Vi ringede, ingen svarede"].source == "Modtagelsen · noteret af Mette"
    assert told["Ses igen 20. nov."].words == "Stuemødet"
    assert "sikker mail" in told["Rykker for svar på underretning"].source
    assert "Journalisering fortrudt 12. nov." in told


def test_they_are_counted_among_the_letters(followed):
    """One filter holds the letter and all that came after it."""
    found = shown(followed, only="underretning")
    assert {one.kind for one in found} == {"Underretning", "Kommunen", "Brev", "Opfølgning"}


def test_one_leads_to_its_letter(followed):
    """Enter on a call opens the letter it was about."""
    place = followed.place("alma")
    call = next(one for one in shown(followed) if one.kind == "Kommunen")
    place.view.timeline.line.opened.emit(call.key)
    assert followed.went[-1] == ("underretninger", followed.letter)
