"""Spørg mig in the vault: who may, what is kept, what is erased with the letter."""

from __future__ import annotations

import pytest

from tests.services.letters.a_letter import begun, three
from tvaerfaglig.domain.interview.told import Handled, Told, Way
from tvaerfaglig.domain.observation import Sign
from tvaerfaglig.services import access_log, underretninger
from tvaerfaglig.services.erasing.parts import parts_of
from tvaerfaglig.services.errors import NotAllowed
from tvaerfaglig.services.letters import interviewing
from tvaerfaglig.services.library import load

SHELF = load()


def told_of(session, letter):
    return interviewing.how_far(session, letter).with_one(
        Handled(key="foer", way=Way.ANSWERED, lines=1, print="abc")
    )


def test_what_is_kept_comes_before_what_is_saved(session_of):
    """And is gone when the sitting is saved; a colleague goes on from there."""
    mette = session_of("mette")
    letter = begun(mette)
    told = told_of(mette, letter)
    interviewing.keep(mette, letter, told)
    assert interviewing.how_far(mette, letter) == told
    underretninger.save_sitting(mette, letter, {"over_tid": "Før: hun sov"}, {}, told=told)
    assert interviewing.how_far(mette, letter) == told
    hanne = session_of("hanne")
    assert interviewing.how_far(hanne, letter) == told


def test_only_those_who_may_write_the_letter(session_of):
    """A socialrådgiver with whom nothing is shared neither reads nor keeps it."""
    letter = begun(session_of("mette"))
    stranger = session_of("karen")
    with pytest.raises(NotAllowed):
        interviewing.how_far(stranger, letter)
    told = Told(underretning=letter, child="alma")
    with pytest.raises(NotAllowed):
        interviewing.keep(stranger, letter, told)


def test_it_is_a_part_of_the_letter(session_of):
    """Erased with it, and told of in the log without a word of the answers."""
    mette = session_of("mette")
    letter = begun(mette)
    underretninger.save_sitting(mette, letter, {}, {}, told=told_of(mette, letter))
    assert f"{letter}/spoerg_mig" in parts_of(mette.vault, letter, "alma")
    assert access_log.thing("spoerg_mig") == "svar i Spørg mig"


def test_resources_lie_beside_what_asks_for_them(session_of):
    """The question of what makes her glad shows what made her glad."""
    mette = session_of("mette")
    seen = three(mette)
    letter = begun(mette)
    page = underretninger.read_letter(mette, letter)
    told = interviewing.how_far(mette, letter)
    steps = interviewing.steps(page, SHELF.underretning, SHELF.questions, SHELF.reflections, told)
    glad = next(one for one in steps if one.ask.id == "lyser_op")
    assert [one.id for one in interviewing.beside(page, glad)] == [seen["hule"]]
    began = next(one for one in steps if one.ask.id == "begyndelse")
    days = [one.stored.record for one in interviewing.beside(page, began)]
    assert all(one.sign is Sign.BEKYMRING for one in days)
    assert [one.day for one in days] == sorted(one.day for one in days)


def test_a_question_laid_away_is_not_asked_here_either(session_of):
    """Dismissed in the letter: it stays away."""
    mette = session_of("mette")
    letter = begun(mette)

    def asks():
        page = underretninger.read_letter(mette, letter)
        told = interviewing.how_far(mette, letter)
        found = interviewing.steps(
            page, SHELF.underretning, SHELF.questions, SHELF.reflections, told
        )
        return {one.ask.id for one in found}

    assert "proevet" in asks()
    page = underretninger.read_letter(mette, letter)
    found = underretninger.questions(page, SHELF.underretning, SHELF.questions)
    place = next(one.place for one in found if one.rule == "indsats")
    underretninger.dismiss(mette, letter, place)
    assert "proevet" not in asks()
