"""Ready for the municipality's journal; and the decision to wait, when its day comes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.services.letters.a_letter import observe
from tvaerfaglig.domain.concern import NotNow
from tvaerfaglig.domain.cpr import find_cprs
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Basis
from tvaerfaglig.domain.underretning import Stage
from tvaerfaglig.services import access_log, recording, underretninger, waiting
from tvaerfaglig.services.after_sending import decisions, journal
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.store import queries


def test_title_file_name_and_text_have_no_cpr_number(sent):
    """The paper has it once; what goes into another system does not, and the file's name names nobody."""
    made = journal.copy(sent.session, sent.finished)
    assert made.title.startswith("Underretning · Alma Nowak")
    assert "Børnehuset Mælkebøtten" in made.title
    assert "Alma kom i nattøj." in made.text
    assert not find_cprs(made.text)
    assert not find_cprs(made.title)
    assert "Nowak" not in made.file_name
    assert made.file_name.startswith("underretning 2026-11-03 ")
    assert made.file_name.endswith(".pdf")


def test_a_protected_address_is_in_neither(sent, shelf):
    """Nor the house where that is hidden."""
    with sent.session.write() as pen:
        alma = queries.one(sent.session.vault, Child, "alma").record
        pen.put(replace(alma, protected=True, hide_house=True), "alma")
    underretninger.new_version(sent.session, sent.letter)
    again = underretninger.finish(sent.session, sent.letter, shelf).id
    made = journal.copy(sent.session, again)
    whole = made.title + made.text + made.file_name
    for secret in ("Engvej", "Mælkebøtten", "Havnegade"):
        assert secret not in whole


def test_reminders_can_be_journalised_too(sent):
    """Each paper has its own mark."""
    sent.day(11, 12)
    made = sent.send("rykker")
    assert journal.copy(sent.session, made).file_name.startswith("rykker 2026-11-12 ")
    journal.mark(sent.session, made, date(2026, 11, 12), "26-1")
    assert sent.after().mark(made).number == "26-1"
    assert sent.after().mark(sent.finished) is None


def test_the_mark_stands_on_the_list_and_can_be_taken_back(sent):
    """Day, who and number; taken back it is gone from the list and stays in the log; set again, it stands."""
    sent.day(11, 4)
    journal.mark(sent.session, sent.finished, date(2026, 11, 3), " 26-4711 ")
    found = sent.after().mark(sent.finished)
    assert (found.day, found.by, found.number) == (date(2026, 11, 3), "mette", "26-4711")
    assert underretninger.letters(sent.session)[0].journalled == "26-4711"
    journal.take_back(sent.session, sent.finished)
    assert sent.after().mark(sent.finished) is None
    assert underretninger.letters(sent.session)[0].journalled is None
    with pytest.raises(NotFound):
        journal.take_back(sent.session, sent.finished)
    journal.mark(sent.session, sent.finished, date(2026, 11, 4))
    assert underretninger.letters(sent.session)[0].journalled == ""


def test_it_cannot_have_been_journalised_tomorrow(sent):
    """Asked about."""
    with pytest.raises(Unclear):
        journal.mark(sent.session, sent.finished, date(2026, 11, 9))


def test_copying_is_noted_in_the_childs_log(sent, world):
    """To the clipboard, for the journal, by whom."""
    journal.note_copied(sent.session, sent.finished)
    lines = access_log.of_child(world.session("hanne"), "alma")
    assert any(one.purpose == journal.PURPOSE and one.who == "mette" for one in lines)


@pytest.mark.parametrize("who", ["jonas", "karen"])
def test_nobody_else_copies_or_marks(sent, world, who):
    """The doors of the journal."""
    session = world.session(who)
    for door in (
        lambda: journal.copy(session, sent.finished),
        lambda: journal.note_copied(session, sent.finished),
        lambda: journal.mark(session, sent.finished, date(2026, 11, 3)),
        lambda: journal.take_back(session, sent.finished),
    ):
        with pytest.raises(NotAllowed):
            door()


# the decision to wait


@pytest.fixture
def waited(sent):
    """Yusuf and Mette decided to wait with Alma; Yusuf wrote it for both."""
    made = NotNow(
        child="alma",
        day=date(2026, 11, 3),
        because="Mor har bedt om hjælp.",
        by=("mette", "yusuf"),
        seen_again_on=date(2026, 11, 17),
    )
    return recording.save(sent.session, made).id


def tasks(session, decision):
    return [one for one in waiting.overview(session).waiting if one.record == decision]


def test_it_returns_to_those_who_made_it_and_to_the_leader(sent, world, waited):
    """On its day, with whose it is; nobody else has it as a task."""
    for person in ("mette", "yusuf", "hanne"):
        found = tasks(world.session(person), waited)
        assert [one.due for one in found] == [date(2026, 11, 17)]
        assert found[0].about == "Mette og Yusuf besluttede at vente: Mor har bedt om hjælp."
    protecting.share_child(sent.session, "alma", "karen", Basis.TIDLIGT_SAMARBEJDE)
    assert tasks(world.session("karen"), waited) == []


def test_what_came_since_is_counted(sent, waited):
    """The observations after the decision."""
    sent.day(11, 10)
    observe(sent.session, date(2026, 11, 9), "Alma sov.")
    observe(sent.session, date(2026, 10, 9), "Før.")
    assert decisions.returned(sent.session, waited).since.observations == 1


def test_it_is_looked_at_by_one_who_took_part_but_did_not_write_it(sent, world, waited):
    """Then it is no task any more, and says what was seen."""
    yusuf = world.session("yusuf")
    decisions.look_again(yusuf, waited, "Det går bedre.")
    assert tasks(yusuf, waited) == []
    assert decisions.returned(yusuf, waited).stored.record.outcome == "Det går bedre."


def test_its_day_is_moved_with_a_reason_and_the_first_day_stays_in_the_history(sent, waited):
    """Not to a day that is gone, and not without a word."""
    sent.day(11, 17)
    with pytest.raises(Unclear):
        decisions.move(sent.session, waited, date(2026, 11, 17), "Fordi")
    with pytest.raises(Unclear):
        decisions.move(sent.session, waited, date(2026, 12, 1), "  ")
    decisions.move(sent.session, waited, date(2026, 12, 1), "Mor er syg.")
    page = decisions.returned(sent.session, waited)
    assert page.stored.record.seen_again_on == date(2026, 12, 1)
    assert [one.record.moved_because for one in page.moved] == ["Mor er syg."]
    assert tasks(sent.session, waited)[0].due == date(2026, 12, 1)
    decisions.look_again(sent.session, waited, "Det går bedre.")
    assert len(decisions.returned(sent.session, waited).moved) == 1


def test_a_letter_is_begun_with_what_was_there_and_the_decision_is_seen_to(sent, waited):
    """What was decided and why stands under earlier; no task is left of it."""
    made = decisions.notify(sent.session, waited)
    head = underretninger.open_letter(sent.session, made.id).record
    assert made.id != sent.letter
    assert "Mor har bedt om hjælp." in head.earlier
    assert "3. november 2026" in head.earlier
    assert tasks(sent.session, waited) == []


def test_a_letter_that_lies_open_is_gone_on_with(sent, waited):
    """No second one; what was decided is written in it once."""
    open_one = underretninger.begin(sent.session, "alma").id
    assert decisions.notify(sent.session, waited).id == open_one
    decisions.notify(sent.session, waited)
    said = underretninger.open_letter(sent.session, open_one).record.earlier
    assert said.count("besluttede vi at vente") == 1


def test_somebody_who_did_not_decide_may_notify_but_not_move_it(sent, world, waited):
    """The duty is personal; the decision is theirs."""
    protecting.share_child(sent.session, "alma", "karen", Basis.TIDLIGT_SAMARBEJDE)
    karen = world.session("karen")
    with pytest.raises(NotAllowed, match="Underrette kan du altid"):
        decisions.move(karen, waited, date(2026, 12, 1), "Fordi")
    assert decisions.notify(karen, waited).id


def test_whoever_may_not_see_the_child_is_told_nothing(world, waited):
    """Not even that there is a decision about her."""
    jonas = world.session("jonas")
    for door in (
        lambda: decisions.returned(jonas, waited),
        lambda: decisions.look_again(jonas, waited, "x"),
        lambda: decisions.notify(jonas, waited),
    ):
        with pytest.raises(NotAllowed) as refused:
            door()
        assert "Alma" not in str(refused.value)


def test_a_letter_laid_aside_is_moved_the_same_way(sent):
    """It stays laid aside, and comes back on the new day with the new reason."""
    letter = underretninger.begin(sent.session, "bertil").id
    underretninger.lay_aside(sent.session, letter, "Vi taler med mor.", date(2026, 11, 10))
    sent.day(11, 10)
    decisions.move_aside(sent.session, letter, date(2026, 11, 24), "Mødet er flyttet.")
    page = underretninger.open_letter(sent.session, letter)
    assert page.stage is Stage.HENLAGT
    assert page.steps[-1].record.note == "Mødet er flyttet."
    found = [one for one in waiting.overview(sent.session).waiting if one.argument == letter]
    assert [one.due for one in found] == [date(2026, 11, 24)]
