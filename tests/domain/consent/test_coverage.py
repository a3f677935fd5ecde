"""Whom a consent reaches at a table, and how it stands on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tvaerfaglig.domain.consent import early
from tvaerfaglig.domain.consent.coverage import beyond, sentence
from tvaerfaglig.domain.consent.standing import Standing, standing, why_it_stops
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationState, Participant
from tvaerfaglig.domain.people import Child, Parent, Role, Staff
from tvaerfaglig.domain.protection import Basis, Receiver, Samtykke
from tvaerfaglig.domain.stored import Stored

CHILD = Child(
    name="Alma Nowak", dagtilbud="hus", parents=(Parent(id="m", name="Ada Nowak", relation="mor"),)
)
STAFF = {
    "karen": Staff(name="Karen Lund", role=Role.SOCIALRAADGIVER),
    "pia": Staff(name="Pia Holm", role=Role.PSYKOLOG),
    "mette": Staff(name="Mette Sørensen", role=Role.PAEDAGOG),
}
GIVEN = Samtykke(
    child="alma", given_by="m", given_on=date(2026, 11, 1), until=date(2026, 12, 31),
    named=(Receiver(name="Karen Lund", role="socialrådgiver", staff="karen"),),
)  # fmt: skip


def at(key: str) -> Participant:
    return Participant(name=STAFF[key].name, role=STAFF[key].role.word, staff=key)


def test_it_names_those_who_may_be_told_and_nobody_else():
    """The house and the family are not asked about; the psychologist is."""
    mother = Participant(name="Ada Nowak", role="mor")
    outside = beyond(GIVEN, (at("karen"), at("pia"), at("mette"), mother), CHILD, STAFF)
    assert sentence(outside) == "Samtykket gælder ikke psykologen."
    assert sentence(beyond(GIVEN, (at("karen"), at("mette")), CHILD, STAFF)) == ""


@pytest.mark.parametrize(
    ("given", "reaches"),
    [
        (replace(GIVEN, named=(Receiver(role="psykolog"),)), True),
        (replace(GIVEN, named=(), receivers="Socialrådgiver og psykologen fra PPR"), True),
        (replace(GIVEN, named=(), receivers="Pia Holm"), True),
        (replace(GIVEN, named=(Receiver(name="Bo Krag", role="psykolog"),)), False),
        (replace(GIVEN, named=()), False),
    ],
)
def test_a_profession_alone_reaches_whoever_has_it(given, reaches):
    """A profession beside another person's name means that person."""
    assert (beyond(given, (at("pia"),), CHILD, STAFF) == ()) is reaches


def test_a_guest_without_a_key_is_known_by_name_or_role():
    """She is told of by what she is called at the table."""
    guest = Participant(name="Lis Vang", role="talepædagog")
    assert beyond(GIVEN, (guest,), CHILD, STAFF) == ("Lis Vang",)
    assert beyond(replace(GIVEN, receivers="talepædagogen"), (guest,), CHILD, STAFF) == ()


@pytest.mark.parametrize(
    ("day", "stands"),
    [
        (date(2026, 10, 31), Standing.IKKE_ENDNU),
        (date(2026, 11, 30), Standing.GAELDER),
        (date(2026, 12, 1), Standing.UDLOEBER),
        (date(2026, 12, 31), Standing.UDLOEBER),
        (date(2027, 1, 1), Standing.UDLOEBET),
    ],
)
def test_how_it_stands_follows_the_day(day, stands):
    """Warned of thirty days before; from the day after its last it carries nothing new."""
    assert standing(GIVEN, day) is stands
    assert bool(why_it_stops(GIVEN, CHILD, day)) is not stands.holds
    assert standing(replace(GIVEN, withdrawn_on=day), day) is Standing.TRUKKET


def _talk(key: str, **more: object) -> Stored[Konsultation]:
    facts = {"child": "alma", "day": date(2026, 11, 1), "basis": Basis.TIDLIGT_SAMARBEJDE.value}
    moment = datetime(2026, 11, 1, tzinfo=UTC)
    return Stored(key, Konsultation(**(facts | more)), key, moment, "", moment, "")


def test_meetings_on_the_early_cooperation_are_counted_and_said():
    """Cancelled ones and those on another basis are not; the third asks, and nothing is stopped."""
    talks = [
        _talk("b", day=date(2026, 11, 9)),
        _talk("a"),
        _talk("c", status=KonsultationState.AFLYST),
        _talk("d", basis=Basis.SAMTYKKE.value),
    ]
    assert [one.id for one in early.meetings(talks)] == ["a", "b"]
    assert "det første møde" in early.said(1)
    assert "opfølgende møde?" in early.said(2)
    assert "nr. 3" in early.said(3)
    assert "samtykke" in early.said(3)
