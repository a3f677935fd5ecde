"""The children: enrolled by those who may, changed by those who know her, and her number kept to herself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tvaerfaglig.domain.acts import CprShown
from tvaerfaglig.domain.concern import Concern, NotNow, Position, PositionSet
from tvaerfaglig.domain.konsultation import Agreement, AgreementState
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.people import Child, Controller, Sibling
from tvaerfaglig.domain.underretning import Stage, Step, Underretning
from tvaerfaglig.services import drafts, staffing
from tvaerfaglig.services.children import card, one_child, protecting, register
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.store import queries

TODAY = date(2026, 11, 12)
NEW = Child(name="Nora Lund", born=date(2024, 5, 4), dagtilbud="maelkeboetten", stue="solsikken")
NUMBER, OTHER = "031322-0000", "041322-0001"


def cpr_of(session, child):
    return queries.one(session.vault, Child, child).record.cpr


def test_the_leader_enrols_and_a_paedagog_does_not(world):
    """Refused in words, with what to do."""
    with pytest.raises(NotAllowed, match="Lederen indmelder"):
        card.save_child(world.session("mette"), NEW)
    hanne = world.session("hanne")
    drafts.keep(hanne, "barn", "barn", "{}")
    saved = card.save_child(hanne, NEW, draft="barn")
    assert saved.id in world.session("mette").children()
    assert drafts.mine(hanne) == []


def test_an_unborn_child_is_enrolled_by_due_date(world):
    """And nobody without either day, or without a name."""
    hanne = world.session("hanne")
    unborn = replace(NEW, name="Ufødt, Ane Kjær", born=None, due=date(2027, 2, 1))
    assert card.save_child(hanne, unborn).id
    with pytest.raises(Unclear, match="terminen"):
        card.save_child(hanne, replace(unborn, due=None))
    with pytest.raises(Unclear, match="hedder barnet"):
        card.save_child(hanne, replace(NEW, name="  "))


def test_a_change_of_facts_is_a_version_and_asks_for_the_right(world):
    """The house's own people change her; those she is shared with do not."""
    mette, karen = world.session("mette"), world.session("karen")
    alma = queries.one(mette.vault, Child, "alma")
    card.save_child(mette, replace(alma.record, stue="kloeveren"), "alma", replaces=alma.heads)
    assert [one.record.stue for one in card.child_versions(mette, "alma")] == [
        "solsikken",
        "kloeveren",
    ]
    protecting.share_child(mette, "alma", "karen", protecting.Basis.SAMTYKKE)
    with pytest.raises(NotAllowed, match="at rette oplysningerne om Alma"):
        card.save_child(karen, alma.record, "alma")


# the number


def test_no_page_gets_the_number_in_clear(world):
    """Neither the page, nor the facts to change, nor the history."""
    mette = world.session("mette")
    assert one_child.child_page(mette, "alma").child.cpr == "031322-••••"
    assert [one.record.cpr for one in card.child_versions(mette, "alma")] == ["031322-••••"]


def test_a_number_shown_masked_survives_an_edit(world):
    """Saving the page does not overwrite it with dots; typing another does; clearing it does."""
    mette = world.session("mette")
    page = one_child.child_page(mette, "alma").child
    card.save_child(mette, replace(page, stue="kloeveren"), "alma")
    assert cpr_of(mette, "alma") == NUMBER
    card.save_child(mette, replace(page, cpr=OTHER), "alma")
    assert cpr_of(mette, "alma") == OTHER
    card.save_child(mette, replace(page, cpr=""), "alma")
    assert cpr_of(mette, "alma") == ""


def test_what_is_no_number_is_asked_about_and_not_kept(world):
    """Dots of another child's number, letters, too few digits; an odd date is nobody's business here."""
    hanne = world.session("hanne")
    for typed in ("031322-••••", "abc", "12345"):
        with pytest.raises(Unclear, match=r"CPR-nummer"):
            card.save_child(hanne, replace(NEW, cpr=typed))
    assert card.save_child(hanne, replace(NEW, cpr="991399-1234")).id


def test_showing_the_number_is_noted(world):
    """Who, when and why; where there is none, that is said."""
    mette = world.session("mette")
    assert card.reveal_cpr(mette, "alma", "Til underretning") == NUMBER
    shown = queries.of_child(mette.vault, CprShown, "alma")
    assert [(one.record.reason, one.written_by) for one in shown] == [("Til underretning", "mette")]
    with pytest.raises(NotFound, match="ikke noget CPR-nummer"):
        card.reveal_cpr(mette, "bertil")
    with pytest.raises(NotAllowed):
        card.reveal_cpr(world.session("jonas"), "alma")


def test_a_private_house_keeps_no_number_without_a_basis(world):
    """Refused in words; with the basis written down it is kept."""
    hanne = world.session("hanne")
    house = hanne.houses()["maelkeboetten"]
    staffing.save_house(hanne, replace(house, controller=Controller.PRIVAT), "maelkeboetten")
    with pytest.raises(Unclear, match="med et grundlag"):
        card.save_child(hanne, replace(NEW, cpr=OTHER))
    assert card.save_child(hanne, NEW).id
    basis = replace(house, controller=Controller.PRIVAT, cpr_basis="Samtykke fra forældrene")
    staffing.save_house(hanne, basis, "maelkeboetten")
    assert card.save_child(hanne, replace(NEW, cpr=OTHER)).id


# the list and the page


def test_the_list_has_everyone_in_danish_order_and_those_who_left_when_asked(world):
    """Æ, ø and å last; where she is, and what waits."""
    hanne = world.session("hanne")
    for name in ("Åse Holm", "Ødis Bak", "Ærna Vig", "Zita Fyn"):
        card.save_child(hanne, replace(NEW, name=name))
    gone = card.save_child(hanne, replace(NEW, name="Carla Gået", left=TODAY)).id
    names = [row.child.first_name for row in register.child_rows(hanne)]
    assert names == ["Alma", "Bertil", "Emil", "Villads", "Zita", "Ærna", "Ødis", "Åse"]
    assert gone in {row.id for row in register.child_rows(hanne, left_too=True)}
    places = {row.id: row.place for row in register.child_rows(hanne)}
    assert (places["alma"], places["emil"], places["villads"]) == (
        "Solsikken",
        "Kløveren",
        "Jonas Krogh",
    )


def test_the_list_says_what_is_open_and_what_is_due(world):
    """Agreements, concerns, decisions and letters on their way; closed ones are not counted."""
    mette = world.session("mette")
    row = register.child_rows(mette)[0]
    assert (row.open_matters, row.due, row.position) == (0, False, None)
    with mette.write() as pen:
        pen.put(Agreement(what="Ring", child="alma", made_on=TODAY, due=date(2026, 11, 13)))
        pen.put(
            Agreement(
                what="Ringet", child="alma", made_on=TODAY, due=TODAY, status=AgreementState.GJORT
            )
        )
        pen.put(Concern(child="alma", first_noticed=TODAY, title="Søvn"))
        pen.put(
            Concern(
                child="alma", first_noticed=TODAY, title="Lukket", closed_on=TODAY, next_on=TODAY
            )
        )
        pen.put(NotNow(child="alma", day=TODAY, because="x", seen_again_on=date(2026, 11, 20)))
        pen.put(NotNow(child="alma", day=TODAY, because="x", seen_again_on=TODAY, seen_again=TODAY))
        pen.put(Underretning(child="alma", begun=TODAY), "u1")
        pen.put(Underretning(child="alma", begun=TODAY), "u2")
        pen.put(Step(underretning="u2", child="alma", stage=Stage.LUKKET, day=TODAY))
        pen.put(PositionSet(child="alma", day=TODAY, position=Position.BEKYMRING))
        pen.put(Observation(day=date(2026, 11, 10), involved=(Involved(child="alma"),), text="x"))
    row = register.child_rows(mette)[0]
    assert (row.open_matters, row.due) == (4, False)
    assert row.position is Position.BEKYMRING
    world.clock.forward(days=1)
    assert register.child_rows(mette)[0].due


def test_the_page_says_since_when_she_has_stood_there(world):
    """The first day of the present position, without another in between."""
    mette = world.session("mette")
    with mette.write() as pen:
        for day, position in ((1, "trives"), (3, "bekymring"), (5, "bekymring"), (4, "bekymring")):
            pen.put(PositionSet(child="alma", day=date(2026, 11, day), position=Position(position)))
    page = one_child.child_page(mette, "alma")
    assert (page.position.record.day, page.position_since) == (date(2026, 11, 5), date(2026, 11, 3))
    assert one_child.child_page(mette, "bertil").position_since is None


def test_siblings_are_named_only_to_who_may_see_them(world):
    """One in another house is not."""
    hanne, mette = world.session("hanne"), world.session("mette")
    alma = queries.one(hanne.vault, Child, "alma").record
    both = (Sibling(name="Bertil", child="bertil"), Sibling(name="Villads", child="villads"))
    card.save_child(hanne, replace(alma, siblings=both), "alma")
    assert one_child.child_page(hanne, "alma").siblings == {
        "bertil": "Bertil Kjær",
        "villads": "Villads Thy",
    }
    assert one_child.child_page(mette, "alma").siblings == {"bertil": "Bertil Kjær"}


def test_a_child_whose_house_is_gone_is_said(world):
    """Not tripped over."""
    hanne = world.session("hanne")
    with hanne.write() as pen:
        pen.put(replace(NEW, dagtilbud="intet", dagplejer=""), "nora")
        pen.put(replace(hanne.actor, houses=(*hanne.actor.houses, "intet")), "hanne")
    hanne.refresh()
    with pytest.raises(NotFound, match="dagtilbud findes ikke"):
        one_child.child_page(hanne, "nora")
