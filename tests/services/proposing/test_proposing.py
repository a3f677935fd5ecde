"""Another wording proposed beside the text: taken in, declined, undone, and never where its words are gone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.printouts.pdf_reading import text_of
from tests.services.letters.a_letter import begun
from tvaerfaglig.domain.letter_beside import Verdict, place_of, surroundings
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.services import access_log, library, versions
from tvaerfaglig.services import underretninger as u
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.proposing import acts

TEXT = "Alma er ofte sulten. Hun spiser grød. Mor er træt."


@pytest.fixture(scope="module")
def shelf():
    return library.load()


@pytest.fixture
def mette(world):
    return world.session("mette")


@pytest.fixture
def hanne(world):
    return world.session("hanne")


@pytest.fixture
def letter(mette):
    made = begun(mette)
    u.save_section(mette, made, "resume", TEXT)
    return made


@pytest.fixture
def proposed(hanne, letter):
    """Hanne would rather count than say often."""
    at = TEXT.index("ofte"), TEXT.index("ofte") + len("ofte")
    return acts.propose(
        hanne,
        letter,
        "resume",
        "ofte",
        "fem af ti morgener",
        "Tallet står i loggen.",
        surroundings(TEXT, *at),
    ).id


def only(session, letter):
    (found,) = u.read_letter(session, letter).proposals
    return found


def test_it_stands_beside_the_text_and_changes_nothing(mette, letter, proposed):
    """Who, why, and the words; the text is as it was."""
    found = only(mette, letter)
    assert (found.record.by, found.record.why) == ("hanne", "Tallet står i loggen.")
    assert found.verdict is None
    assert u.read_letter(mette, letter).text("resume") == TEXT


def test_taken_in_with_what_is_not_saved(mette, letter, proposed):
    """The words on the writer's screen go along; the act is remembered, and the comparison tells why."""
    mine = TEXT + " Nyt, som ikke er gemt."
    u.keep_section(mette, letter, "resume", mine)
    done = acts.accept(mette, proposed, {"resume": mine})
    assert done.texts == {"resume": mine.replace("ofte", "fem af ti morgener")}
    page = u.read_letter(mette, letter)
    assert page.text("resume") == done.texts["resume"]
    assert page.kept == {}
    assert page.proposals[0].verdict is Verdict.TAGET
    course = versions.points(mette, letter)
    assert course
    with pytest.raises(Unclear):
        acts.accept(mette, proposed, {})


def test_the_comparison_tells_whose_proposal_it_was(mette, world, shelf, letter, proposed):
    """Beside the changed sentence."""
    world.clock.forward(hours=1)
    acts.accept(mette, proposed, {})
    new, old = versions.points(mette, letter)[:2]
    found = versions.compare(mette, letter, old.id, new.id, shelf)
    (change,) = [c for s in found.sections for line in s.lines for c in line.changes]
    assert change.why == "Forslag fra Hanne Bjerre: Tallet står i loggen."


def test_undone_it_is_open_again(mette, letter, proposed):
    """The first words come back, and both acts stay in the log."""
    acts.accept(mette, proposed, {})
    acts.undo(mette, proposed, {})
    found = only(mette, letter)
    assert u.read_letter(mette, letter).text("resume") == TEXT
    assert found.verdict is None
    assert [one.record.verdict for one in found.answers] == [Verdict.TAGET, Verdict.FORTRUDT]
    acts.accept(mette, proposed, {})
    with pytest.raises(Unclear):
        acts.undo(mette, proposed, {"resume": "Helt andre ord."})


def test_never_blindly(mette, letter, proposed):
    """Where its words were changed, or stand in two places alike, nothing is touched and it is still shown."""
    u.save_section(mette, letter, "resume", "Alma er tit sulten.")
    with pytest.raises(Unclear, match="ret selv"):
        acts.accept(mette, proposed, {})
    found = only(mette, letter)
    assert found.record.passage == "ofte"
    assert found.place(u.read_letter(mette, letter).text("resume")) is None
    assert found.place("ofte, ofte, ofte") is None
    assert found.place(f"Ofte er ofte. {TEXT}") is not None


def test_declined_with_a_word_or_without_and_answered(mette, hanne, letter, proposed, world):
    """A reply leaves it open; a no settles it, and the text is as it was."""
    acts.reply(mette, proposed, "Hvor ser du det?")
    assert only(mette, letter).verdict is None
    world.clock.forward(minutes=1)
    acts.reject(mette, proposed)
    world.clock.forward(minutes=1)
    acts.reply(hanne, proposed, "Helt i orden.")
    found = only(mette, letter)
    assert found.verdict is Verdict.AFVIST
    assert [one.record.text for one in found.answers] == ["Hvor ser du det?", "", "Helt i orden."]
    assert u.read_letter(mette, letter).text("resume") == TEXT


def test_nobody_takes_in_her_own_unless_she_writes(mette, hanne, letter, proposed):
    """A leader cannot edit by proposing to herself; she can take it back, and only she."""
    with pytest.raises(NotAllowed, match="eget"):
        acts.accept(hanne, proposed, {})
    with pytest.raises(NotAllowed):
        acts.withdraw(mette, proposed)
    acts.withdraw(hanne, proposed)
    assert only(mette, letter).verdict is Verdict.TRUKKET
    own = acts.propose(mette, letter, "resume", "grød", "havregrød").id
    acts.accept(mette, own, {})
    assert "havregrød" in u.read_letter(mette, letter).text("resume")


def test_a_passage_can_be_proposed_away(mette, hanne, letter):
    """No words instead; undone, they stand where they stood."""
    begin = TEXT.index(" Mor")
    made = acts.propose(
        hanne, letter, "resume", " Mor er træt.", "", "", surroundings(TEXT, begin, len(TEXT))
    ).id
    acts.accept(mette, made, {})
    assert u.read_letter(mette, letter).text("resume") == "Alma er ofte sulten. Hun spiser grød."
    acts.undo(mette, made, {})
    assert u.read_letter(mette, letter).text("resume") == TEXT


def test_what_says_nothing_is_asked_about(hanne, letter):
    """No passage, or the same words again."""
    with pytest.raises(Unclear):
        acts.propose(hanne, letter, "resume", " ", "noget")
    with pytest.raises(Unclear):
        acts.propose(hanne, letter, "resume", "grød", "grød")


def test_none_of_it_is_on_paper(mette, hanne, letter, proposed, shelf):
    """Neither open nor answered, on the draft nor on the finished copy."""
    acts.reply(mette, proposed, "Kun mellem os.")
    said = text_of(u.preview_pdf(mette, letter, shelf))
    copy = u.finish(mette, letter, shelf)
    said += text_of(u.frozen_pdf(mette, copy.id))
    for words in ("fem af ti", "Tallet står", "mellem os"):
        assert words not in said
    with pytest.raises(Unclear):
        acts.propose(hanne, letter, "resume", "grød", "havregrød")
    with pytest.raises(Unclear):
        acts.accept(mette, proposed, {})


def test_the_guard_hides_what_is_proposed_about_the_parents(mette, hanne, letter):
    """It is not listed, cannot be taken in and cannot be made."""
    u.save_section(mette, letter, "foraeldre", "Mor siger nej.")
    made = acts.propose(hanne, letter, "foraeldre", "nej", "ja").id
    protecting.set_guard(hanne, "alma", Against.FORAELDER)
    assert u.read_letter(mette, letter).proposals == ()
    with pytest.raises(NotFound):
        acts.accept(mette, made, {})
    with pytest.raises(NotFound):
        acts.propose(hanne, letter, "foraeldre", "siger", "sagde")


def test_only_those_who_may_see_the_child(world, letter, proposed):
    """Each act says no without her name, and nothing is written."""
    jonas = world.session("jonas")
    for act in (
        lambda: acts.propose(jonas, letter, "resume", "grød", "x"),
        lambda: acts.accept(jonas, proposed, {}),
        lambda: acts.undo(jonas, proposed, {}),
        lambda: acts.reject(jonas, proposed),
        lambda: acts.reply(jonas, proposed, "x"),
        lambda: acts.withdraw(jonas, proposed),
    ):
        with pytest.raises(NotAllowed) as refused:
            act()
        assert "Alma" not in str(refused.value)


def test_the_log_tells_of_it(mette, hanne, proposed):
    """As what it is, without its words."""
    acts.accept(mette, proposed, {})
    said = [line.what for line in access_log.of_child(hanne, "alma")]
    assert "et forslag til en anden ordlyd" in said
    assert "et svar på et forslag" in said


@given(st.text(max_size=40), st.text(min_size=1, max_size=8), st.text(max_size=40))
def test_a_place_is_the_words_or_nothing(before, words, after):
    """Wherever they are found, they are what stands there; with their surroundings they are found if alone."""
    text = before + words + after
    around = surroundings(text, len(before), len(before) + len(words))
    found = place_of(text, words, *around)
    assert found is None or text[slice(*found)] == words
    if text.count(words) == 1 and text.find(words, text.find(words) + 1) < 0:
        assert found == (len(before), len(before) + len(words))
