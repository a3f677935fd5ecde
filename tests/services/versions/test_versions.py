"""Versions of a letter held against each other: what changed, who did it when, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.letters.a_letter import begun, three
from tvaerfaglig.domain.comparing import Kind
from tvaerfaglig.domain.packs.pack import OWN
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.domain.underretning import Informed, Stage, Urgency
from tvaerfaglig.services import library, versions
from tvaerfaglig.services import underretninger as u
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.errors import NotAllowed, NotFound
from tvaerfaglig.services.packs import changing
from tvaerfaglig.services.packs.shelf import shelf as on_the_shelf
from tvaerfaglig.services.versions import What


@pytest.fixture(scope="module")
def shelf():
    return library.load()


@pytest.fixture
def mette(world):
    return world.session("mette")


def newest_against(session, letter, nth, shelf):
    """The newest point against the nth one before it."""
    known = versions.points(session, letter)
    return versions.compare(session, letter, known[nth].id, known[0].id, shelf)


def changed(found):
    """(section, kind, words, by) of every change."""
    return [
        (section.id, change.piece.kind, (change.piece.new or change.piece.old).strip(), change.by)
        for section in found.sections
        for line in section.lines
        for change in line.changes
    ]


def test_each_sitting_is_a_version(mette, world):
    """Two saves in the same half hour are one; after it, and by somebody else, they are two."""
    letter = begun(mette)
    u.save_section(mette, letter, "resume", "Alma kom sent.")
    world.clock.forward(minutes=10)
    u.save_section(mette, letter, "vurdering", "Vi vurderer.")
    world.clock.forward(minutes=40)
    u.save_section(mette, letter, "resume", "Alma kom meget sent.")
    hanne = world.session("hanne")
    world.clock.forward(minutes=1)
    u.save_section(hanne, letter, "resume", "Alma kom meget sent. Igen.")
    known = versions.points(hanne, letter)
    assert [one.by for one in known] == ["hanne", "mette", "mette"]
    assert {one.what for one in known} == {What.KLADDE}


def test_who_changed_which_sentence(mette, world, shelf):
    """Each change carries its own writer and moment, whoever saved the section last."""
    letter = begun(mette)
    u.save_section(mette, letter, "resume", "Alma kom sent. Hun sov.")
    world.clock.forward(hours=1)
    u.save_section(mette, letter, "resume", "Alma kom sent. Hun sov. Mor var træt.")
    world.clock.forward(hours=1)
    hanne = world.session("hanne")
    u.save_section(hanne, letter, "resume", "Alma kom meget sent. Hun sov. Mor var træt.")
    found = newest_against(mette, letter, 2, shelf)
    assert changed(found) == [
        ("resume", Kind.AENDRET, "Alma kom meget sent.", "hanne"),
        ("resume", Kind.NY, "Mor var træt.", "mette"),
    ]
    (resume,) = [one for one in found.sections if one.many]
    assert resume.lines[0].comparison.new == "Alma kom meget sent. Hun sov. Mor var træt."
    moments = [one.at for one in resume.lines[0].changes]
    assert moments[0] > moments[1]


def test_either_way_round_the_older_stands_first(mette, world, shelf):
    """Whichever is chosen as the first."""
    letter = begun(mette)
    u.save_section(mette, letter, "resume", "A.")
    world.clock.forward(hours=1)
    u.save_section(mette, letter, "resume", "A. B.")
    new, old = versions.points(mette, letter)
    found = versions.compare(mette, letter, new.id, old.id, shelf)
    assert (found.old.id, found.new.id) == (old.id, new.id)
    assert [one[1] for one in changed(found)] == [Kind.NY]


def test_the_finished_one_against_the_draft_of_today(mette, world, shelf):
    """A correction shows what it changes: in the prose, in the rows and in the facts."""
    seen, letter = three(mette), begun(mette)
    u.insert_observation(mette, letter, seen["groed"])
    u.save_section(mette, letter, "resume", "Alma er sulten [1].")
    u.finish(mette, letter, shelf)
    world.clock.forward(hours=1)
    u.new_version(mette, letter)
    u.insert_observation(mette, letter, seen["hule"])
    u.remove_row(mette, letter, seen["groed"])
    head = u.read_letter(mette, letter).record
    u.save_head(mette, letter, replace(head, urgency=Urgency.HURTIGT))
    known = versions.points(mette, letter)
    assert [one.what for one in known] == [What.RETTELSE, What.FAERDIG, What.KLADDE]
    found = versions.compare(mette, letter, known[1].id, known[0].id, shelf)
    told = changed(found)
    assert ("resume", Kind.AENDRET, "Alma er sulten.", "mette") in told
    by_section = {section: kind for section, kind, _, _ in told}
    assert by_section["hast_og_overgreb"] is Kind.NY
    rows = [line for one in found.sections if one.id == "observationer" for line in one.lines]
    assert {one.piece.kind for line in rows for one in line.changes} == {Kind.NY, Kind.VAEK}
    assert any("et andet barn" in line.comparison.new for line in rows)


def test_the_reason_stands_with_its_sitting(mette, world, shelf):
    """Said by the one who sat there, shown at each of the sitting's changes; nobody else can say it for her."""
    letter = begun(mette)
    u.save_section(mette, letter, "resume", "Alma kom sent.")
    world.clock.forward(hours=1)
    u.save_section(mette, letter, "resume", "Alma kom kl. 10.")
    new = versions.points(mette, letter)[0]
    versions.say_why(mette, letter, new.id, " Klokken stod i bogen. ")
    found = newest_against(world.session("hanne"), letter, 1, shelf)
    assert found.new.why == "Klokken stod i bogen."
    assert [c.why for s in found.sections for ln in s.lines for c in ln.changes] == [
        "Klokken stod i bogen."
    ]
    with pytest.raises(NotAllowed, match="kommentar"):
        versions.say_why(world.open_sessions[-1], letter, new.id, "Mit.")
    with pytest.raises(NotFound):
        versions.say_why(mette, letter, "findes ikke", "Mit.")


def test_the_guard_hides_the_parents_in_every_version(mette, world, shelf):
    """Neither what they said nor who was told, not even as something that is gone."""
    letter = begun(mette)
    u.save_section(mette, letter, "foraeldre", "Mor siger hemmeligt.")
    head = u.read_letter(mette, letter).record
    told = Informed(parent="alma-mor", told=True, reaction="hemmeligt svar")
    u.save_head(mette, letter, replace(head, informed=(told,)))
    world.clock.forward(hours=1)
    u.save_section(mette, letter, "foraeldre", "Mor siger noget andet hemmeligt.")
    assert "hemmeligt" in repr(newest_against(mette, letter, 1, shelf).sections)
    protecting.set_guard(mette, "alma", Against.FORAELDER)
    found = newest_against(mette, letter, -1, shelf)
    assert "hemmeligt" not in repr(found.sections)
    assert "hemmeligt" not in repr(versions.points(mette, letter))


def test_only_those_who_may_see_the_child_compare(mette, world, shelf):
    """And the refusal does not name her."""
    letter = begun(mette)
    jonas = world.session("jonas")
    for act in (
        lambda: versions.points(jonas, letter),
        lambda: versions.compare(jonas, letter, "a", "b", shelf),
        lambda: versions.say_why(jonas, letter, "a", "b"),
    ):
        with pytest.raises(NotAllowed) as refused:
            act()
        assert "Alma" not in str(refused.value)


def test_the_letter_before_is_a_version_too(mette, world, shelf):
    """A new letter can be held against the one that was sent, in the words that were sent."""
    first = begun(mette)
    u.save_section(mette, first, "resume", "Alma kom sent.")
    u.finish(mette, first, shelf)
    u.register_step(mette, first, Stage.AFSENDT)
    world.clock.forward(days=20)
    u.new_version(mette, first)
    u.save_section(mette, first, "resume", "Rettet efter at den blev sendt.")
    second = u.begin(mette, "alma", first).id
    u.save_section(mette, second, "resume", "Alma kom sent. Nu sover hun.")
    known = versions.points(mette, second)
    assert known[-1].what is What.FORRIGE
    found = versions.compare(mette, second, known[-1].id, known[0].id, shelf)
    assert ("resume", Kind.NY, "Nu sover hun.", "mette") in changed(found)
    assert "Rettet efter" not in repr(found.sections)


def test_erased_words_are_said_to_be_gone(mette, world, shelf):
    """A version whose words were lawfully erased is left out, and the comparison says so."""
    from tvaerfaglig.domain.acts import Erased
    from tvaerfaglig.store import past

    letter = begun(mette)
    u.save_section(mette, letter, "resume", "Forkert barn.")
    world.clock.forward(hours=1)
    u.save_section(mette, letter, "resume", "Alma kom.")
    first = past.living(mette.vault, f"{letter}/resume")[0][0]
    with mette.write() as pen:
        pen.erase(Erased(events=(first,), ground="forkert barn", child="alma"))
    found = newest_against(mette, letter, 1, shelf)
    assert found.lost
    assert "Forkert" not in repr(found)


def test_a_letter_is_compared_as_its_municipality_words_it(world, shelf):
    """The pack it was begun with gives the names, the order and its own grounds; what was left out shows where written."""
    hanne = world.session("hanne")
    strandby = next(one for one in on_the_shelf(hanne) if one.pack and one.pack.id == "strandby")
    changing.choose(hanne, strandby.ref)
    letter = begun(hanne)
    changing.choose(hanne, OWN)
    head = u.read_letter(hanne, letter).record
    world.clock.forward(hours=1)
    u.save_head(hanne, letter, replace(head, grounds=("pakke.social-kontrol",)))
    u.save_section(hanne, letter, "resume", "Alma kom sent.")
    u.save_section(hanne, letter, "over_tid", "Før kom hun til tiden.")
    found = newest_against(hanne, letter, -1, shelf)
    assert found.template.section("resume").screen == "Bekymringen i korte træk"
    assert {one.id for one in found.sections} >= {"resume", "over_tid"}
    said = [words for _, _, words, _ in changed(found)]
    assert "Negativ social kontrol eller æresrelateret konflikt" in said
