"""What is waited for after the sending, who has it as a task, and what was said on the telephone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from tvaerfaglig.domain.follow_up import Contacted, How
from tvaerfaglig.domain.ladder import Missing
from tvaerfaglig.domain.protection import Basis
from tvaerfaglig.domain.underretning import Stage, Step
from tvaerfaglig.services import underretninger, waiting
from tvaerfaglig.services.after_sending import calls, course, steps
from tvaerfaglig.services.children import protecting, timeline
from tvaerfaglig.services.errors import NotAllowed, Unclear
from tvaerfaglig.services.summarising import paper as summary
from tvaerfaglig.store import past


def waits(session, shelf):
    found = waiting.overview(session, ladder=shelf.ladder).waiting
    return {one.kind: one.due for one in found}


def test_the_receipt_is_due_on_the_sixth_hverdag(sent, shelf):
    """Sent on Tuesday the third: Wednesday the eleventh."""
    after = sent.after()
    assert after.answer_due == date(2026, 11, 11)
    assert after.missing is Missing.KVITTERING
    assert waits(sent.session, shelf)["kvittering"] == date(2026, 11, 11)


@pytest.mark.parametrize(
    ("day", "due"),
    [
        ((2026, 3, 31), date(2026, 4, 13)),  # skærtorsdag, langfredag and 2. påskedag on the way
        ((2026, 12, 22), date(2027, 1, 5)),  # Christmas, New Year's Eve
        ((2026, 5, 29), date(2026, 6, 9)),  # Grundlovsdag is a Friday
        ((2026, 5, 12), date(2026, 5, 21)),  # Kristi himmelfart; the Friday after is a day of work
    ],
)
def test_holidays_are_jumped_over(sent, day, due):
    """Each of them moves the day; the Friday after Kristi himmelfartsdag does not."""
    sent.step(Stage.AFSENDT, day=date(*day))
    assert sent.after().answer_due == due


def test_after_the_receipt_one_waits_to_be_told_and_the_house_chose_how_long(sent, shelf):
    """Law names no day: twenty hverdage from the file, and it is those who notified that are told."""
    sent.day(11, 10)
    sent.step(Stage.KVITTERET, journal="26-4711")
    after = sent.after()
    assert after.missing is Missing.ORIENTERING
    assert after.answer_due == date(2026, 12, 8)
    assert after.told_back == ("mette",)
    assert waits(sent.session, shelf) == {"orientering": date(2026, 12, 8)}


def test_told_closes_the_clock(sent, shelf):
    """Nothing is waited for when the word has come."""
    sent.step(Stage.KVITTERET)
    sent.step(Stage.ORIENTERET, note="En undersøgelse er begyndt.")
    assert sent.after().answer_due is None
    assert waits(sent.session, shelf) == {}


def test_a_call_yesterday_is_written_down_as_yesterdays(sent):
    """It stands at its own day and time; the log knows that it was written today."""
    today = sent.day(11, 12)
    sent.call(day=date(2026, 11, 11), at=time(14, 5), said="Sagen er fordelt.")
    found = sent.after().contacts[0]
    assert found.record.happened() == "2026-11-11T14:05"
    assert found.written_at.astimezone().date() >= date(2026, 11, 11)
    assert found.record.by == "mette"
    assert today == date(2026, 11, 12)


def test_a_call_tomorrow_is_asked_about(sent):
    """It has not happened; neither has a quarter past five at nine in the morning."""
    sent.day(11, 12)
    with pytest.raises(Unclear, match="ikke sket endnu"):
        sent.call(day=date(2026, 11, 13))
    with pytest.raises(Unclear, match="Klokken"):
        sent.call(at=time(17, 15))


def test_a_promise_waits_until_somebody_speaks_with_them_again(sent, shelf):
    """Its day stands on Overblik; an unanswered call does not end it, a new word does."""
    sent.day(11, 5)
    sent.call(said="Det er fordelt.", promised="ringer tilbage", promised_on=date(2026, 11, 9))
    assert waits(sent.session, shelf)["loefte"] == date(2026, 11, 9)
    sent.day(11, 10)
    sent.call(how=How.INTET_SVAR)
    assert waits(sent.session, shelf)["loefte"] == date(2026, 11, 9)
    sent.call(said="De har den.")
    assert "loefte" not in waits(sent.session, shelf)


def test_a_call_is_put_right_and_the_first_words_stay(sent):
    """A new version; who may is the writer and the leader."""
    made = sent.call(said="Talte med Bo.")
    before = sent.after().contacts[0].record
    calls.correct(sent.session, made, replace(before, said="Talte med Birgit."))
    versions = past.versions(sent.session.vault, Contacted, made)
    assert [one.record.said for one in versions] == ["Talte med Bo.", "Talte med Birgit."]


def test_a_colleague_may_add_a_call_but_not_change_mine(sent, world):
    """Yusuf works in the house and sees the letter; the leader may put right."""
    mine = sent.call(said="Sådan var det.")
    yusuf = world.session("yusuf")
    calls.note(yusuf, replace(sent.after().contacts[0].record, said="Jeg ringede også."))
    changed = replace(sent.after().contacts[0].record, said="Nej.")
    with pytest.raises(NotAllowed):
        calls.correct(yusuf, mine, changed)
    calls.correct(world.session("hanne"), mine, changed)
    assert len(sent.after().contacts) == 2


def test_our_own_day_comes_back_and_is_moved_with_a_reason(sent, shelf, world):
    """It waits for the writer and the leader, not for everybody; moved, it says why; seen to, it goes."""
    calls.set_day(sent.session, sent.letter, date(2026, 11, 20))
    assert waits(sent.session, shelf)["egen_dag"] == date(2026, 11, 20)
    assert "egen_dag" in waits(world.session("hanne"), shelf)
    assert "egen_dag" not in waits(world.session("yusuf"), shelf)
    with pytest.raises(Unclear, match="hvorfor"):
        calls.set_day(sent.session, sent.letter, date(2026, 11, 27))
    calls.set_day(sent.session, sent.letter, date(2026, 11, 27), "Mødet er udsat")
    assert sent.after().waits_for_us.on == date(2026, 11, 27)
    assert [one.record.on.day for one in sent.after().moves] == [20, 27]
    sent.day(11, 27)
    calls.seen_to(sent.session, sent.letter, "Alma spiser igen.")
    assert sent.after().waits_for_us is None
    assert "egen_dag" not in waits(sent.session, shelf)


def test_nothing_is_asked_of_a_letter_that_is_closed_or_laid_aside(sent, shelf):
    """Its days are history."""
    calls.set_day(sent.session, sent.letter, date(2026, 11, 20))
    sent.step(Stage.LUKKET)
    assert waits(sent.session, shelf) == {}


def test_calls_stand_in_the_timeline_and_in_the_case_summary(sent, world):
    """In the order they happened, and answered under what was sent."""
    sent.day(11, 12)
    sent.call(said="Den ligger hos Birgit.")
    calls.set_day(sent.session, sent.letter, date(2026, 11, 20), "Mødet")
    kinds = [one.record.KIND for one in timeline.timeline(sent.session, "alma").entries]
    assert {"kontakt", "opfoelgning", "skridt"} <= set(kinds)
    wanted = summary.Wanted("Overblik", date(2026, 1, 1), date(2026, 12, 31))
    paper = summary.paper(world.session("hanne"), "alma", wanted)
    assert any("Den ligger hos Birgit" in row.what for row in paper.chronology)
    assert any("Husets egen opfølgning: Mødet" in row.what for row in paper.waiting)


@pytest.mark.parametrize("who", ["jonas", "karen", "line"])
def test_nobody_without_a_tie_to_the_child_may_read_or_write_any_of_it(sent, world, who):
    """Another house, and those who visit and were not let in."""
    contact = sent.call()
    record = sent.after().contacts[0].record
    session = world.session(who)
    doors = (
        lambda: course.after(session, sent.letter, sent.shelf.ladder),
        lambda: calls.note(session, record),
        lambda: calls.correct(session, contact, record),
        lambda: calls.set_day(session, sent.letter, date(2026, 12, 1), "x"),
        lambda: calls.seen_to(session, sent.letter, "x"),
    )
    for door in doors:
        with pytest.raises(NotAllowed) as refused:
            door()
        assert "Alma" not in str(refused.value)


def test_a_socialraadgiver_who_was_let_in_may_log_a_call(sent, world):
    """Sharing opens what follows the letter too."""
    protecting.share_child(sent.session, "alma", "karen", Basis.TIDLIGT_SAMARBEJDE)
    record = replace(
        sent.after().contacts[0].record if sent.call() else None, said="Karen ringede."
    )
    calls.note(world.session("karen"), record)
    assert [one.record.by for one in sent.after().contacts] == ["mette", "karen"]


def test_a_phoned_letter_is_first_to_be_written(sent, shelf):
    """While the letter itself is missing that is the task; the receipt comes after."""
    letter = underretninger.begin(sent.session, "bertil").id
    underretninger.register_step(sent.session, letter, Stage.AFSENDT, channel="telefon")
    found = waiting.overview(sent.session, ladder=shelf.ladder).waiting
    assert [one.kind for one in found if one.argument == letter] == ["brev"]


def test_a_step_is_put_right_and_every_day_follows_it(sent, world):
    """The receipt came a day before; the first version stays; another house's colleague may not."""
    sent.day(11, 12)
    sent.step(Stage.KVITTERET, journal="26-4711")
    step = underretninger.open_letter(sent.session, sent.letter).steps[-1]
    assert step.id in sent.after().may_correct
    with pytest.raises(Unclear):
        steps.correct(sent.session, step.id, date(2026, 11, 13))
    steps.correct(sent.session, step.id, date(2026, 11, 10), journal="26-4712")
    assert sent.after().answer_due == date(2026, 12, 8)
    versions = past.versions(sent.session.vault, Step, step.id)
    assert [one.record.journal for one in versions] == ["26-4711", "26-4712"]
    with pytest.raises(NotAllowed):
        steps.correct(world.session("yusuf"), step.id, date(2026, 11, 11))
    with pytest.raises(NotAllowed):
        steps.correct(world.session("jonas"), step.id, date(2026, 11, 11))
    steps.correct(world.session("hanne"), step.id, date(2026, 11, 11), journal="26-4712")


def test_what_was_laid_aside_is_not_put_right_as_a_step(sent):
    """Its day is moved, with a reason."""
    letter = underretninger.begin(sent.session, "bertil").id
    made = underretninger.lay_aside(sent.session, letter, "Vi venter.", date(2026, 12, 1)).id
    with pytest.raises(NotAllowed):
        steps.correct(sent.session, made, date(2026, 11, 3))


def test_the_case_summary_says_what_came_after_each_reminder(sent, world):
    """Its own answers, not those to a letter about something else; and what is still missing."""
    sent.day(11, 12)
    sent.send("rykker")
    sent.day(11, 13)
    sent.step(Stage.KVITTERET, journal="26-4711")
    other = underretninger.begin(sent.session, "alma").id
    underretninger.register_step(sent.session, other, Stage.AFSENDT)
    underretninger.register_step(sent.session, other, Stage.KVITTERET, note="Den anden sag.")
    wanted = summary.Wanted("Overblik", date(2026, 1, 1), date(2026, 12, 31))
    paper = summary.paper(world.session("hanne"), "alma", wanted)
    again = next(row for row in paper.sent if row.what.startswith("Rykker"))
    assert "26-4711" in again.answer
    assert "Den anden sag" not in again.answer
    assert any(row.status == "uden frist i loven" for row in paper.waiting)
