"""What follows a letter, wherever a child's records are handed out, erased, searched, checked and counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tvaerfaglig.domain.cpr import find_cprs
from tvaerfaglig.domain.follow_up import Contacted, Journalled, LookAgain, Reminder, journal_id
from tvaerfaglig.domain.underretning import Stage
from tvaerfaglig.services import access_log, drafts, finding, recording, underretninger
from tvaerfaglig.services.after_sending import calls, course, journal, reminders
from tvaerfaglig.services.erasing import acts
from tvaerfaglig.services.erasing.parts import parts_of
from tvaerfaglig.services.errors import NotFound
from tvaerfaglig.services.indsigt import dossier
from tvaerfaglig.services.vault import caring
from tvaerfaglig.store import queries

KINDS = (Contacted, LookAgain, Reminder, Journalled)


@pytest.fixture
def followed(sent):
    """One of each: a call, an own day, a reminder to Ankestyrelsen with the CPR number, a mark."""
    sent.day(11, 12)
    sent.call(said="Den ligger hos Birgit.")
    calls.set_day(sent.session, sent.letter, date(2026, 11, 20))
    sent.send("ankestyrelsen")
    journal.mark(sent.session, sent.finished, sent.session.today)
    return sent


def test_the_parents_get_it_handed_out_without_the_cpr_number(followed, world, shelf):
    """Calls, days, marks and the frozen letters, each under words of their own."""
    gathered = dossier.gather(world.session("hanne"), "alma", shelf)
    said = {
        entry.title: " ".join(piece.text for piece in entry.pieces) for entry in gathered.entries
    }
    assert any("Birgit" in words for words in said.values())
    letters = [words for title, words in said.items() if title.startswith("Henvendelse til Anke")]
    assert len(letters) == 1
    assert "Ingen kvittering er registreret" in letters[0]
    assert not find_cprs(letters[0])
    assert not any("/" in title for title in said)


def test_all_of_it_goes_with_the_letter_and_with_the_child(followed, world):
    """Nothing of it is left behind, the PDF neither."""
    vault = followed.session.vault
    parts = parts_of(vault, followed.letter, "alma")
    assert {queries.kind_of(vault, one) for one in parts} >= {kind.KIND for kind in KINDS}
    reminder = queries.of_child(vault, Reminder, "alma")[0].record
    followed.step(Stage.LUKKET)
    hanne = world.session("hanne")
    acts.erase_child(hanne, "alma", "anmodning", followed.shelf.retention)
    for kind in KINDS:
        assert queries.of_child(hanne.vault, kind, "alma") == []
    assert hanne.vault.blob(reminder.pdf) == b""


def test_a_letter_half_written_and_a_call_half_logged_go_with_her(followed, world):
    """Drafts have no record of their own to go with: they are found by the letter in their key."""
    session, letter = followed.session, followed.letter
    words = reminders.begin(session, letter, "rykker", followed.shelf).wording
    reminders.keep(session, letter, "rykker", words)
    drafts.keep(session, f"kontakt_kladde:{letter}", "kontakt_kladde", '{"said": "Midt i"}')
    followed.step(Stage.LUKKET)
    acts.erase_child(world.session("hanne"), "alma", "anmodning", followed.shelf.retention)
    assert drafts.mine(session) == []


def test_what_was_said_on_the_telephone_can_be_found(followed, world):
    """By whoever may see the child, and by nobody else."""
    found = finding.find(followed.session, "Birgit").records
    assert [one.record.KIND for one in found] == ["kontakt"]
    assert finding.find(world.session("jonas"), "Birgit").records == ()


def test_the_childs_log_has_words_for_each(followed, world):
    """No kind stands there under its own name."""
    lines = access_log.of_child(world.session("hanne"), "alma")
    things = {one.what for one in lines}
    assert {access_log.thing(kind.KIND) for kind in KINDS} <= things
    assert not {kind.KIND for kind in KINDS} & things


def test_the_last_act_can_be_taken_back_and_the_one_before_stands(followed):
    """A call goes; a day moved goes back to the day before."""
    session = followed.session
    made = followed.call(said="Forkert sag.")
    recording.take_back(session, made)
    assert all(one.record.said != "Forkert sag." for one in followed.after().contacts)
    saved = calls.set_day(session, followed.letter, date(2026, 11, 27), "Mødet")
    recording.take_back(session, saved.id)
    assert followed.after().waits_for_us.on == date(2026, 11, 20)


def test_a_dagplejer_follows_the_letter_about_her_own_child(world, clock, shelf):
    """Jonas sends one about Villads, and logs his call; Mette of the other house sees nothing of it."""
    jonas = world.session("jonas")
    letter = underretninger.begin(jonas, "villads").id
    underretninger.register_step(jonas, letter, Stage.AFSENDT)
    calls.note(jonas, Contacted(underretning=letter, child="", day=jonas.today, said="Fordelt."))
    assert len(course.after(jonas, letter, shelf.ladder).contacts) == 1
    assert finding.find(world.session("mette"), "Fordelt").records == ()


def test_a_call_cannot_be_put_with_another_child_than_the_letters(sent):
    """Whose it is follows from the letter, whatever a form hands in."""
    made = Contacted(
        underretning=sent.letter, child="bertil", day=sent.session.today, said="Om Alma."
    )
    calls.note(sent.session, made)
    assert sent.after().contacts[0].record.child == "alma"


def test_a_mark_needs_a_paper(sent):
    """An id of something else is not journalised."""
    with pytest.raises(NotFound):
        journal.mark(sent.session, sent.letter, sent.session.today)
    assert queries.one(sent.session.vault, Journalled, journal_id(sent.letter)) is None


def test_the_vault_is_checked_with_the_reminders_bytes(followed, world):
    """A PDF that does not fit its fingerprint is told of, as with the letter itself."""
    hanne = world.session("hanne")
    assert caring.check(hanne).sound
    found = followed.after().reminders[0]
    with followed.session.write() as pen:
        pen.put(replace(found.record, pdf_sha256="0" * 64), found.id, replaces=found.heads)
    assert not caring.check(hanne).sound
