"""Papers that speak to one: the right person to ring, her own name on her own paper, words that fit by now."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.efforts.group import HOUSE, TODAY, begun, let_in
from tests.services.efforts.test_papers import said, written
from tvaerfaglig.domain.efforts.kind import Subject
from tvaerfaglig.domain.efforts.records import Seated
from tvaerfaglig.domain.efforts.volunteers import Volunteer, VolunteerPlace
from tvaerfaglig.domain.people import Child, Role, Staff
from tvaerfaglig.printouts import composing
from tvaerfaglig.services import library
from tvaerfaglig.services.children import birth
from tvaerfaglig.services.efforts import volunteers
from tvaerfaglig.services.efforts.papers import courses, facts, invitation, looking
from tvaerfaglig.services.efforts.papers import volunteers as volunteer_papers


@pytest.fixture
def hanne(world):
    return world.session("hanne")


def _helped(session, name):
    """A volunteer at Alma's family."""
    effort = begun(session, "frivillige", subject=Subject.FAMILIE)
    place = let_in(session, effort, "alma")
    made = Volunteer(
        house=HOUSE, name=name, host="mette", attest_on=TODAY, agreed_on=TODAY, secrecy_on=TODAY
    )
    who = volunteers.save(session, made).id
    spot = VolunteerPlace(volunteer=who, effort=effort, enrolment=place, from_day=TODAY)
    volunteers.place(session, spot)
    return effort, who


def test_a_volunteer_who_shares_a_childs_name_keeps_her_own(hanne):
    """She is Alma on her papers; the child of the family is on none of them."""
    effort, who = _helped(hanne, "Alma Brink")
    paper = volunteer_papers.agreement(hanne, effort, who)
    assert (paper.name, paper.signers[0].name) == ("Alma Brink", "Alma Brink")
    assert volunteer_papers.thanks(hanne, effort, who).name == "Alma"
    assert "Nowak" not in said(paper)


def test_the_duty_on_her_agreement_is_the_law_of_the_day(hanne):
    """Word for word from the dated file, with where it stands; no paper has words of the law of its own."""
    effort, who = _helped(hanne, "Birgit Holst")
    text = said(volunteer_papers.agreement(hanne, effort, who))
    ref = library.law().ref(volunteer_papers.DUTY)
    assert ref.in_letter.rstrip(".") in text
    assert ref.cite in text
    assert "Det hjælper vi dig med." in text
    own = "".join(one.read_text("utf-8") for one in Path(composing.__file__).parent.rglob("*.py"))
    assert "vanrøgte" not in own


def test_the_papers_of_a_family_say_to_ring_who_has_the_child(hanne):
    """Her own dagplejer, whoever has the seat in the team; to anybody the one who has it."""
    with hanne.write() as pen:
        pen.put(replace(hanne.staff()["hanne"], houses=(HOUSE, "dagplejen")), "hanne")
        other = Staff(name="Birthe Storm", role=Role.DAGPLEJER, houses=("dagplejen",))
        pen.put(other, "birthe")
    hanne.refresh()
    seats = (Seated(seat="dagplejer", staff="birthe"),)
    team = begun(
        hanne, "forebyggelsesteam", subject=Subject.BARN, house="dagplejen", seated=seats
    )  # fmt: skip
    effort = facts.family(hanne, let_in(hanne, team, "villads")).effort
    child = hanne.child("villads").record
    assert "Jonas Krogh" in facts.contact(hanne, effort, child=child)
    assert "Birthe Storm" in facts.contact(hanne, effort)
    gone = replace(child, dagplejer="")
    assert "Birthe Storm" in facts.contact(hanne, effort, child=gone)


def test_an_invitation_after_the_birth_waits_for_no_child(hanne):
    """It speaks to her as a mother, and to anybody still as one who expects."""
    with hanne.write() as pen:
        expected = Child(name="Barnet", due=TODAY, dagtilbud=HOUSE, stue="solsikken")
        pen.put(expected, "ufoedt")
    seats = (Seated(seat="paedagog", staff="mette"), Seated(seat="sundhedsplejerske", staff="line"))
    course = begun(hanne, "praktikforloeb", subject=Subject.UFOEDT, seated=seats)
    place = let_in(hanne, course, "ufoedt")
    assert "mens du venter" in said(invitation.to_family(hanne, place))
    birth.born(hanne, "ufoedt", birth.Birth(on=TODAY, name="Ida Holst"))
    paper = invitation.to_family(hanne, place)
    assert paper.greeting == "Kære mor til Ida"
    assert "venter" not in said(paper)
    assert "mens du venter" in said(invitation.invitation(hanne, course))


def test_a_sheet_and_the_plan_made_of_it_are_told_apart(hanne):
    """In the menu: what the house wrote, and what the family is given."""
    seats = (Seated(seat="paedagog", staff="mette"), Seated(seat="sundhedsplejerske", staff="line"))
    course = begun(hanne, "praktikforloeb", subject=Subject.BARN, seated=seats)
    place = let_in(hanne, course, "alma")
    courses.phase_plan(hanne, place)
    written(hanne, course, place, "faseplan", hendes_ord="Ro.")
    offered = [one.words for one in looking.offered_to_family(hanne, place)]
    assert "Husets ark: Faseplan, i dag" in offered
    assert "Faseplan til familien" in offered
    assert "Faseplan" not in offered
