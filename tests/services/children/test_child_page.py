"""A child's page and facts: masked numbers, since when, what is due, and who may change what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tvaerfaglig.domain.concern import Concern, NotNow, Position, PositionSet
from tvaerfaglig.domain.people import Child, Controller, Dagtilbud
from tvaerfaglig.domain.protection import Basis, Samtykke
from tvaerfaglig.services import access_log, recording
from tvaerfaglig.services.children import card, one_child, protecting, register, timeline
from tvaerfaglig.services.children import facts as child_facts
from tvaerfaglig.services.consent import acts as consent_acts
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear


def set_position(session, day, position):
    recording.save(session, PositionSet(child="alma", day=day, position=position))


def test_the_page_never_carries_the_number_in_clear(world):
    """Masked on the page and among the facts; in clear only by an act, which is logged with who."""
    hanne = world.session("hanne")
    assert one_child.child_page(hanne, "alma").child.cpr == "031322-••••"
    assert child_facts.facts(hanne, "alma").stored.record.cpr == "031322-••••"
    assert card.reveal_cpr(hanne, "alma") == "031322-0000"
    assert ("hanne", "CPR-nummeret") in [
        (one.who, one.what) for one in access_log.of_child(hanne, "alma")
    ]


def test_a_child_without_a_number_reveals_none_and_logs_none(world):
    """There is nothing to see, and nothing is noted."""
    hanne = world.session("hanne")
    with pytest.raises(NotFound):
        card.reveal_cpr(hanne, "bertil")
    assert "CPR-nummeret" not in [one.what for one in access_log.of_child(hanne, "bertil")]


def test_a_masked_number_saved_back_changes_nothing_and_an_empty_one_removes_it(world):
    """The mask is no number; taking it out is."""
    mette = world.session("mette")
    shown = one_child.child_page(mette, "alma").child
    card.save_child(mette, replace(shown, address="Ny vej 1"), "alma")
    assert mette.child("alma").record.cpr == "031322-0000"
    card.save_child(mette, replace(shown, cpr=""), "alma")
    assert mette.child("alma").record.cpr == ""


def test_a_private_house_keeps_no_number_without_a_basis(world):
    """Refused in words, and the field is not offered; with a basis it is."""
    hanne = world.session("hanne")
    house = hanne.houses()["maelkeboetten"]
    private = replace(house, controller=Controller.PRIVAT)
    with hanne.write() as pen:
        pen.put(private, "maelkeboetten")
    facts = child_facts.facts(hanne, "bertil")
    assert not facts.keeps_cpr("maelkeboetten")
    with pytest.raises(Unclear, match="privat dagtilbud"):
        card.save_child(hanne, replace(facts.stored.record, cpr="021321-0000"), "bertil")
    with hanne.write() as pen:
        pen.put(replace(private, cpr_basis="Kommunens samtykke"), "maelkeboetten")
    assert child_facts.facts(hanne, "bertil").keeps_cpr("maelkeboetten")


def test_since_when_is_the_first_day_it_was_set_without_another_between(world):
    """Trives, bekymring, bekymring: since the first of the two."""
    mette = world.session("mette")
    set_position(mette, date(2026, 9, 1), Position.BEKYMRING)
    set_position(mette, date(2026, 9, 20), Position.TRIVES)
    set_position(mette, date(2026, 10, 1), Position.BEKYMRING)
    set_position(mette, date(2026, 11, 1), Position.BEKYMRING)
    page = one_child.child_page(mette, "alma")
    assert page.position.record.day == date(2026, 11, 1)
    assert page.position_since == date(2026, 10, 1)


def test_what_has_come_due_marks_the_row(world):
    """A concern whose day is today is due; one for tomorrow is only open; a closed one is neither."""
    mette = world.session("mette")
    concern = Concern(
        child="alma", first_noticed=date(2026, 11, 1), title="x", next_on=date(2026, 11, 13)
    )
    saved = recording.save(mette, concern)
    row = next(one for one in register.child_rows(mette) if one.id == "alma")
    assert (row.open_matters, row.due) == (1, False)
    world.clock.forward(days=1)
    row = next(one for one in register.child_rows(mette) if one.id == "alma")
    assert row.due
    closed = replace(concern, closed_on=date(2026, 11, 13), closed_because="Det er ovre.")
    recording.save(mette, closed, saved.id)
    row = next(one for one in register.child_rows(mette) if one.id == "alma")
    assert (row.open_matters, row.due) == (0, False)


def test_names_are_sorted_as_danes_do(world):
    """Æ, Ø and Å come last, in this order, and capitals do not matter."""
    hanne = world.session("hanne")
    for name in ("Åse Holm", "Øjvind Bro", "Ærlig Falk", "zoe Lind"):
        child = Child(name=name, born=date(2023, 1, 1), dagtilbud="maelkeboetten", stue="solsikken")
        card.save_child(hanne, child)
    names = [one.child.name for one in register.child_rows(hanne)]
    assert names[-4:] == ["zoe Lind", "Ærlig Falk", "Øjvind Bro", "Åse Holm"]


def test_a_pedagogue_does_not_take_in_children_and_is_told_who_does(world):
    """Mette may not; Hanne may, in her own houses."""
    mette = world.session("mette")
    assert not child_facts.may_enrol(mette)
    with pytest.raises(NotAllowed, match="lederen"):
        child_facts.facts(mette)
    world.close()
    hanne = world.session("hanne")
    assert child_facts.may_enrol(hanne)
    assert set(child_facts.facts(hanne).houses) == set(hanne.actor.houses)


def test_those_one_can_share_with_are_those_who_come(world):
    """Karen and Line; never a colleague of the house, who sees the child already."""
    found = protecting.colleagues_to_share_with(world.session("mette"))
    assert [who.name for _, who in found] == ["Karen Lund", "Line Toft"]


def test_a_sharing_opens_on_its_first_day_and_closes_after_its_last(world):
    """From Monday to Friday: closed today, open within, closed after."""
    mette = world.session("mette")
    protecting.share_child(
        mette, "alma", "karen", Basis.TIDLIGT_SAMARBEJDE,
        from_day=date(2026, 11, 16), until=date(2026, 11, 20),
    )  # fmt: skip
    world.close()
    karen = world.session("karen")
    assert list(karen.children()) == []
    world.clock.forward(days=4)
    assert list(karen.children()) == ["alma"]
    world.clock.forward(days=5)
    assert list(karen.children()) == []


def test_a_sharing_that_ends_before_it_begins_is_asked_about(world):
    with pytest.raises(Unclear, match="ligger før den første"):
        protecting.share_child(
            world.session("mette"), "alma", "karen", Basis.SAMTYKKE, until=date(2026, 11, 1)
        )


def test_a_withdrawn_consent_closes_what_rested_on_it(world):
    """Karen saw Alma on a consent; withdrawn, she does not, the same minute."""
    mette = world.session("mette")
    given = consent_acts.save(
        mette,
        Samtykke(child="alma", given_by="alma-mor", given_on=date(2026, 11, 1), scope="morgener"),
    )
    protecting.share_child(mette, "alma", "karen", Basis.SAMTYKKE)
    consent_acts.withdraw(mette, given.id)
    world.close()
    assert list(world.session("karen").children()) == []


def test_history_says_who_may_correct(world):
    """The writer and the leader may, another colleague may not; each look is noted."""
    saved = recording.save(
        world.session("mette"),
        NotNow(
            child="alma",
            day=date(2026, 11, 12),
            because="Vi ser tiden an.",
            seen_again_on=date(2026, 11, 20),
        ),
    )
    for person, may in (("mette", True), ("hanne", True), ("yusuf", False)):
        world.close()
        found = timeline.history(world.session(person), saved.id)
        assert found.may_correct is may
        assert len(found.versions) == 1
    world.close()
    seen = [(one.who, one.what) for one in access_log.of_child(world.session("hanne"), "alma")]
    assert ("yusuf", "en beslutning om ikke at underrette nu") in seen


def test_history_of_a_child_one_may_not_see_is_closed(world):
    """Jonas is not told what it is, nor about whom."""
    saved = recording.save(
        world.session("mette"),
        Concern(child="alma", first_noticed=date(2026, 11, 1), title="Hemmelig"),
    )
    world.close()
    with pytest.raises(NotAllowed) as refused:
        timeline.history(world.session("jonas"), saved.id)
    assert "Alma" not in str(refused.value)


def test_a_house_that_is_gone_is_said_in_words(world):
    """A child without a dagtilbud in the vault does not open as a crash."""
    hanne = world.session("hanne")
    assert isinstance(hanne.houses()["maelkeboetten"], Dagtilbud)
    with hanne.write() as pen:
        pen.put(Child(name="Løs Fugl", born=date(2024, 1, 1), dagtilbud="væk"), "loes")
    with pytest.raises((NotFound, NotAllowed)):
        one_child.child_page(hanne, "loes")
