"""A letter after a letter: what is new stands ready, what was said comes along, what must be asked is empty."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.printouts.pdf_reading import text_of
from tests.services.letters.a_letter import begun, observe, three
from tvaerfaglig.domain.acts import Erased
from tvaerfaglig.domain.citations import cited
from tvaerfaglig.domain.konsultation import Agreement
from tvaerfaglig.domain.masking import token
from tvaerfaglig.domain.observation import Sign
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.domain.underretning import Action, Informed, PhoneCall, Stage, Urgency
from tvaerfaglig.services import library
from tvaerfaglig.services import underretninger as u
from tvaerfaglig.services.agreements import acts as agreed
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.errors import NotFound
from tvaerfaglig.services.following import carrying
from tvaerfaglig.store import past, queries


@pytest.fixture(scope="module")
def shelf():
    return library.load()


@pytest.fixture
def mette(world):
    return world.session("mette")


@pytest.fixture
def sent(mette, world, shelf):
    """Alma's first letter: three rows, prose that cites them, everything answered, sent and receipted."""
    seen, letter = three(mette), begun(mette)
    for one in seen.values():
        u.insert_observation(mette, letter, one)
    u.save_section(mette, letter, "resume", "Alma er sulten [1]. Hun leger [2].")
    u.save_section(mette, letter, "vurdering", f"Vi vurderer. {token('bertil')} var med.")
    u.save_section(mette, letter, "foraeldre", "Mor: »Jeg går tidligt.«")
    head = u.read_letter(mette, letter).record
    head = replace(
        head,
        urgency=Urgency.HURTIGT,
        overgreb="nej",
        calls=(PhoneCall(day=date(2026, 11, 12), agreed="Brev følger"),),
        actions=(Action(day=date(2026, 11, 11), what="Morgenmad i huset"),),
        informed=(Informed(parent="alma-mor", told=True, reaction="Tak."),),
        child_informed="Ja",
        hours_a_week="30",
    )
    u.save_head(mette, letter, head)
    u.finish(mette, letter, shelf)
    u.register_step(mette, letter, Stage.AFSENDT)
    u.register_step(mette, letter, Stage.KVITTERET)
    world.clock.forward(days=20)
    return letter


def test_text_comes_along_as_it_was_sent(mette, world, sent, shelf):
    """The words of the finished copy, not of a correction that was begun and never finished."""
    u.new_version(mette, sent)
    u.save_section(mette, sent, "resume", "Halvt rettet.")
    page = u.open_letter(mette, u.begin(mette, "alma", sent).id)
    assert page.text("resume") == "Alma er sulten [1]. Hun leger [2]."
    assert [row.number for row in page.rows] == [1, 2, 3]
    assert page.sections["resume"].carried
    assert page.record.actions[0].what == "Morgenmad i huset"


def test_what_must_be_asked_anew_is_empty(mette, sent, world):
    """Urgency, overgreb, calls, who was told, and who writes, which is whoever begins."""
    hanne = world.session("hanne")
    head = u.open_letter(hanne, u.begin(hanne, "alma", sent).id).record
    assert head.urgency is Urgency.IKKE_VALGT
    assert head.overgreb == ""
    assert head.calls == ()
    assert [(one.told, one.reaction) for one in head.informed] == [(None, "")]
    assert head.child_informed == ""
    assert head.writers == ("hanne",)
    assert head.hours_a_week == ""


def test_touched_text_is_no_longer_carried(mette, sent):
    """Saved with other words, or looked at and kept: then it is this letter's own."""
    letter = u.begin(mette, "alma", sent).id
    u.save_section(mette, letter, "resume", u.read_letter(mette, letter).text("resume"))
    assert u.read_letter(mette, letter).sections["resume"].carried
    u.save_section(mette, letter, "resume", "Nu anderledes.")
    carrying.keep_as_is(mette, letter, "vurdering")
    page = u.read_letter(mette, letter)
    assert not page.sections["resume"].carried
    assert not page.sections["vurdering"].carried
    assert page.sections["foraeldre"].carried


def test_a_new_row_numbers_them_anew_and_the_text_stays_carried(mette, sent):
    """Citations follow their rows; that nobody touched the words still stands."""
    fresh = observe(mette, date(2026, 10, 30), "Alma sov ved frokost.", sign=Sign.BEKYMRING)
    letter = u.begin(mette, "alma", sent).id
    u.insert_observation(mette, letter, fresh)
    page = u.read_letter(mette, letter)
    assert page.text("resume") == "Alma er sulten [1]. Hun leger [3]."
    assert page.sections["resume"].carried
    assert [row.number for row in page.rows] == [1, 2, 3, 4]


def test_what_is_new_is_counted(mette, sent, world):
    """Observations, agreements and talks since; the earlier letter with its receipt."""
    fresh = observe(mette, date(2026, 12, 1), "Alma sov ved frokost.", sign=Sign.BEKYMRING)
    made = Agreement(what="Mor ringer til lægen", child="alma", made_on=date(2026, 12, 1))
    agreed.save(mette, made)
    found = u.open_letter(mette, u.begin(mette, "alma", sent).id).news
    assert found.since == date(2026, 11, 12)
    assert [one.id for one in found.observations] == [fresh]
    assert [one.record.what for one in found.agreements] == ["Mor ringer til lægen"]
    assert found.talks == 0
    assert [(one.on, one.receipted, one.answered) for one in found.earlier] == [
        (date(2026, 11, 12), date(2026, 11, 12), None)
    ]


def test_nothing_new_says_so(mette, sent):
    """And the letter can be written all the same."""
    page = u.open_letter(mette, u.begin(mette, "alma", sent).id)
    assert page.news.nothing
    assert page.is_open


def test_the_paper_says_it_first(mette, sent, world, shelf):
    """In Kort fortalt, with the new rows' numbers, in the same words as on the screen."""
    fresh = observe(mette, date(2026, 12, 1), "Alma sov ved frokost.", sign=Sign.BEKYMRING)
    made = Agreement(
        what=f"Mor taler med {token('bertil')}s mor", child="alma", made_on=date(2026, 12, 1)
    )
    agreed.save(mette, made)
    letter = u.begin(mette, "alma", sent).id
    u.insert_observation(mette, letter, fresh)
    said = " ".join(text_of(u.preview_pdf(mette, letter, shelf)).split())
    assert "Nyt siden 12. november 2026: 1 ny observation: 1 bekymring [4]." in said
    assert "1 tidligere underretning, 12. november 2026; kvittering 12. november" in said
    assert "Aftalt siden 12. november 2026: Mor taler med et andet barns mor" in said
    assert said.index("Nyt siden") < said.index("Alma er sulten")
    assert "Bertil" not in said
    first = u.read_letter(mette, sent)
    assert "Nyt siden" not in " ".join(text_of(u.frozen_pdf(mette, first.frozen.id)).split())


def test_the_guard_holds(mette, sent, shelf):
    """The parents' view does not come along, nobody is prepared to be told, and agreements are only counted."""
    made = Agreement(what="Mor ringer til lægen", child="alma", made_on=date(2026, 12, 1))
    agreed.save(mette, made)
    protecting.set_guard(mette, "alma", Against.FORAELDER)
    letter = u.begin(mette, "alma", sent).id
    page = u.open_letter(mette, letter)
    assert page.hides_parents
    assert page.news.talks is None
    assert queries.one(mette.vault, type(page.record), letter).record.informed == ()
    assert all(one.id != f"{letter}/foraeldre" for one in _sections(mette))
    said = " ".join(text_of(u.preview_pdf(mette, letter, shelf)).split())
    assert "1 aftale siden 12. november 2026." in said
    assert "Nyt siden" not in said
    assert "ingen nye" not in said
    assert "lægen" not in said


def _sections(session):
    from tvaerfaglig.domain.underretning import Section

    return queries.of_child(session.vault, Section, "alma")


def test_a_protected_address_does_not_come_out_with_an_agreement(mette, sent, shelf):
    """Not even where somebody wrote it into what was agreed."""
    with mette.write() as pen:
        pen.put(replace(mette.child("alma").record, protected=True), "alma")
    made = Agreement(what="Hentes på Engvej 4", child="alma", made_on=date(2026, 12, 1))
    agreed.save(mette, made)
    letter = u.begin(mette, "alma", sent).id
    assert "Engvej" not in text_of(u.preview_pdf(mette, letter, shelf))


def test_a_row_that_is_not_hers_any_more_stays_behind(mette, sent):
    """Its observation was moved to another child: neither row nor citation comes along."""
    row = next(row for row in u.read_letter(mette, sent).rows if row.number == 1)
    gone = [one for one, _, _ in past.living(mette.vault, row.observation)]
    with mette.write() as pen:
        pen.erase(Erased(events=tuple(gone), ground="forkert barn", child="alma"))
    page = u.open_letter(mette, u.begin(mette, "alma", sent).id)
    assert len(page.rows) == 2
    assert cited(page.text("resume")) == (1,)
    assert page.text("resume").startswith("Alma er sulten. Hun leger [1]")


def test_one_may_begin_with_empty_sections(mette, sent):
    """What nobody touched goes, what one wrote stays, and Fortryd brings it back as it was."""
    letter = u.begin(mette, "alma", sent).id
    u.save_section(mette, letter, "resume", "Mit eget.")
    done = carrying.let_go(mette, letter)
    page = u.read_letter(mette, letter)
    assert page.text("resume") == "Mit eget."
    assert page.text("vurdering") == ""
    assert page.rows == ()
    u.put_back(mette, letter, done.before)
    page = u.read_letter(mette, letter)
    assert page.sections["vurdering"].carried
    assert len(page.rows) == 3
    carrying.let_go(mette, letter)
    with pytest.raises(NotFound):
        carrying.let_go(mette, letter)


def test_another_childs_letter_is_not_followed(mette, sent):
    """A letter about Bertil that names Alma's as the one before takes nothing from it."""
    page = u.open_letter(mette, u.begin(mette, "bertil", sent).id)
    assert page.text("resume") == ""
    assert page.news is None
    assert page.record.earlier == ""
