"""Rykker, leader, Ankestyrelsen: offered on their day, made from the log, frozen, sent, found again."""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace
from datetime import date

import pytest
from docx import Document

from tests.printouts.pdf_reading import squeezed, text_of
from tvaerfaglig.domain.ladder import next_offer
from tvaerfaglig.domain.masking import token
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.domain.underretning import Stage
from tvaerfaglig.services import drafts, underretninger, waiting
from tvaerfaglig.services.after_sending import reminders
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.printing import noting
from tvaerfaglig.store import queries


def offered(sent):
    found = next_offer(sent.after().offers)
    return (found.rung.id, found.on) if found else None


def text(pressed):
    return squeezed(text_of(pressed.pdf))


def test_the_three_letters_are_offered_one_after_the_other(sent):
    """The day after the receipt was due; five hverdage after the one before was sent."""
    assert offered(sent) == ("rykker", date(2026, 11, 12))
    assert not sent.after().offers[0].has_come(sent.session.today)
    sent.day(11, 12)
    assert sent.after().offers[0].has_come(sent.session.today)
    sent.send("rykker")
    assert offered(sent) == ("ledelsen", date(2026, 11, 19))
    sent.day(11, 19)
    sent.send("ledelsen")
    assert offered(sent) == ("ankestyrelsen", date(2026, 11, 26))
    sent.day(11, 26)
    sent.send("ankestyrelsen")
    assert offered(sent) is None


def test_an_answer_begins_the_ladder_anew(sent):
    """Receipted after the reminder: now it is the word of what was begun that is missing."""
    sent.day(11, 12)
    sent.send("rykker")
    sent.day(11, 13)
    sent.step(Stage.KVITTERET)
    assert offered(sent) == ("rykker", date(2026, 12, 14))
    sent.step(Stage.ORIENTERET)
    assert offered(sent) is None


def test_a_letter_may_be_written_before_its_day(sent):
    """Nothing stops anybody: all three can be begun on the day of sending."""
    for rung in ("rykker", "ledelsen", "ankestyrelsen"):
        assert reminders.begin(sent.session, sent.letter, rung, sent.shelf).wording.opening


def test_it_waits_on_overblik_for_writer_and_leader_from_its_day(sent, world, shelf):
    """Named with the receipt that is late, not before; when it is finished but not sent, it says so."""

    def waits(session):
        found = waiting.overview(session, ladder=shelf.ladder).waiting
        return [(one.kind, "skriv: Rykker" in one.about) for one in found]

    assert waits(sent.session) == [("kvittering", False)]
    sent.day(11, 12)
    assert waits(sent.session) == [("kvittering", True)]
    assert waits(world.session("hanne")) == [("kvittering", True)]
    assert waits(world.session("yusuf")) == []
    sent.write("rykker")
    assert ("rykker", False) in waits(sent.session)


def test_the_list_is_made_from_the_log(sent):
    """Sent, called, answered and promised, dated and in order, and that no receipt is there."""
    sent.day(11, 11)
    sent.call(
        said="De kunne ikke finde den.", promised="ringer tilbage", promised_on=date(2026, 11, 12)
    )
    sent.day(11, 12)
    words = reminders.begin(sent.session, sent.letter, "rykker", sent.shelf).wording
    assert words.course.splitlines() == [
        "3. november 2026 kl. 9.00: Underretning sendt til Fjordby Kommune, Familieafdelingen, modtagelsen for underretninger, sikker mail.",
        "11. november 2026 kl. 8.30: Vi ringede til Modtagelsen. De kunne ikke finde den. De lovede: ringer tilbage, senest 12. november 2026.",
        "12. november 2026: Ingen kvittering er registreret.",
    ]
    assert "senest den 11. november 2026" in words.opening


def test_what_is_changed_is_kept_and_comes_on_the_paper(sent):
    """A draft until it is frozen; then the changed words, their day in a column of its own."""
    sent.day(11, 12)
    words = reminders.begin(sent.session, sent.letter, "rykker", sent.shelf).wording
    mine = replace(words, course="4. november 2026: Afleveret i hånden.\nOg så ventede vi.")
    reminders.keep(sent.session, sent.letter, "rykker", mine)
    again = reminders.begin(sent.session, sent.letter, "rykker", sent.shelf)
    assert again.wording == mine
    assert again.from_log == words
    made = reminders.finish(sent.session, sent.letter, "rykker", again.wording, sent.shelf).id
    assert drafts.mine(sent.session, reminders.DRAFT) == []
    paper = reminders.frozen_paper(sent.after().reminders[0].record)
    assert [(one.day, one.what) for one in paper.course] == [
        ("4. november 2026", "Afleveret i hånden."),
        ("", "Og så ventede vi."),
    ]
    assert "Afleveretihånden" in text(reminders.look_at_frozen(sent.session, made)).replace(" ", "")


def test_it_is_frozen_with_the_fingerprint_of_words_and_bytes(sent):
    """Later prints are those bytes; the control number is that of the words; sending changes neither."""
    sent.day(11, 12)
    made = sent.write("rykker")
    record = sent.after().reminders[0].record
    pdf = reminders.look_at_frozen(sent.session, made).pdf
    assert hashlib.sha256(pdf).hexdigest() == record.pdf_sha256
    assert hashlib.sha256(record.content.encode()).hexdigest() == record.content_sha256
    assert record.content_sha256[:4].upper() in text_of(pdf)
    reminders.register_sent(sent.session, made, channel="Digital Post")
    after = sent.after().reminders[0].record
    assert (after.content, after.pdf_sha256) == (record.content, record.pdf_sha256)
    assert after.sent_on == date(2026, 11, 12)
    assert reminders.look_at_frozen(sent.session, made).pdf == pdf


def test_a_damaged_copy_is_not_shown(sent):
    """Bytes that do not fit their fingerprint are refused in words."""
    made = sent.write("rykker")
    found = sent.after().reminders[0]
    with sent.session.write() as pen:
        pen.put(replace(found.record, pdf_sha256="0" * 64), made, replaces=found.heads)
    with pytest.raises(NotFound, match="vises ikke"):
        reminders.look_at_frozen(sent.session, made)


def test_only_what_was_read_at_a_source_stands_as_law(sent):
    """No number that nobody has read; no promise of a right to complain."""
    sent.day(11, 12)
    for rung in ("rykker", "ledelsen", "ankestyrelsen"):
        made = sent.write(rung)
        said = text_of(reminders.look_at_frozen(sent.session, made).pdf)
        assert "138" not in said
        assert "klage" not in said.casefold()
        assert "Kvittering inden seks hverdage" in said


def test_ankestyrelsen_gets_the_cpr_number_once_and_the_municipality_does_not(sent):
    """They do not know the child; the municipality has the letter. A draft has it nowhere."""
    sent.day(11, 12)
    cpr = queries.one(sent.session.vault, Child, "alma").record.cpr
    papers = {
        rung: text_of(reminders.look_at_frozen(sent.session, sent.write(rung)).pdf)
        for rung in ("rykker", "ledelsen", "ankestyrelsen")
    }
    assert {rung: said.count(cpr) for rung, said in papers.items()} == {
        "rykker": 0,
        "ledelsen": 0,
        "ankestyrelsen": 1,
    }
    words = reminders.begin(sent.session, sent.letter, "ankestyrelsen", sent.shelf).wording
    draft = reminders.look_at(sent.session, sent.letter, "ankestyrelsen", words, sent.shelf)
    assert cpr not in text_of(draft.pdf)
    assert "UDKAST" in text_of(draft.pdf).upper()


def test_another_childs_name_is_listed_and_a_token_masked(sent):
    """As on the letter itself."""
    words = reminders.begin(sent.session, sent.letter, "rykker", sent.shelf).wording
    mine = replace(words, closing=f"Også {token('bertil')} har set det. Bertil Kjær var der.")
    look = reminders.look_at(sent.session, sent.letter, "rykker", mine, sent.shelf)
    assert any("Bertil" in one for one in look.cautions)
    assert "et andet barn" in text_of(look.pdf)


def test_a_protected_address_and_a_hidden_house_stay_out(sent):
    """Neither the child's street nor the house's name, also not in the words made from the log."""
    with sent.session.write() as pen:
        alma = queries.one(sent.session.vault, Child, "alma").record
        pen.put(replace(alma, protected=True, hide_house=True), "alma")
    for rung in ("rykker", "ankestyrelsen"):
        made = sent.write(rung)
        said = text_of(reminders.look_at_frozen(sent.session, made).pdf)
        for secret in ("Engvej", "Mælkebøtten", "Havnegade"):
            assert secret not in said
        record = next(one.record for one in sent.after().reminders if one.id == made)
        assert "Engvej" not in record.content


def test_under_the_guard_it_bears_the_banner_and_says_nothing_of_parents(sent):
    """And the preview says who is asked first."""
    protecting.set_guard(sent.session, "alma", Against.FORAELDER)
    made = sent.write("rykker")
    look = reminders.look_at_frozen(sent.session, made)
    said = text_of(look.pdf)
    assert "Må ikke udleveres" in said
    assert "Strengt fortroligt" in said
    assert "Nowak" in said
    assert "Katarzyna" not in said
    assert "kommunen" in look.guard


def test_it_can_be_had_as_word_in_the_same_words(sent):
    """A file that Word opens, with the frozen words."""
    made = sent.write("rykker")
    document = Document(io.BytesIO(reminders.word(sent.session, made)))
    words = "\n".join(one.text for one in document.paragraphs)
    cells = "\n".join(c.text for t in document.tables for r in t.rows for c in r.cells)
    assert "Ingen kvittering er registreret" in cells
    assert "Vi beder jer bekræfte" in words + cells
    wording = reminders.begin(sent.session, sent.letter, "ledelsen", sent.shelf).wording
    draft = reminders.draft_word(sent.session, sent.letter, "ledelsen", wording, sent.shelf)
    assert Document(io.BytesIO(draft)).paragraphs


def test_nothing_is_reminded_of_that_was_not_sent(sent):
    """It says what to do."""
    other = underretninger.begin(sent.session, "bertil").id
    with pytest.raises(Unclear, match="registreret som sendt"):
        reminders.begin(sent.session, other, "rykker", sent.shelf)


@pytest.mark.parametrize("who", ["jonas", "karen"])
def test_whoever_may_not_see_the_child_gets_no_letter(sent, world, who):
    """Neither begun, looked at, frozen, sent nor as Word."""
    made = sent.write("rykker")
    words = reminders.begin(sent.session, sent.letter, "rykker", sent.shelf).wording
    session = world.session(who)
    doors = (
        lambda: reminders.begin(session, sent.letter, "rykker", sent.shelf),
        lambda: reminders.look_at(session, sent.letter, "rykker", words, sent.shelf),
        lambda: reminders.draft_word(session, sent.letter, "rykker", words, sent.shelf),
        lambda: reminders.finish(session, sent.letter, "rykker", words, sent.shelf),
        lambda: reminders.look_at_frozen(session, made),
        lambda: reminders.word(session, made),
        lambda: reminders.register_sent(session, made),
    )
    for door in doors:
        with pytest.raises(NotAllowed):
            door()


def test_printing_one_is_noted_with_its_receiver(sent):
    """As every paper."""
    made = sent.write("rykker")
    changes = noting.note_printed(
        sent.session,
        document="rykker",
        how="har gemt",
        child="alma",
        record=made,
        receiver="Fjordby",
    )
    assert changes.touched
