"""Somebody at a desk on a real vault, with Børn open and a year of Alma's life written down."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest

from tests.ui.at_desk import AtDesk, seats
from tvaerfaglig.domain.concern import Concern, NotNow, Position, PositionSet
from tvaerfaglig.domain.contact import Absence, FamilyEvent, ParentContact
from tvaerfaglig.domain.konsultation import (
    Agreement,
    Konsultation,
    KonsultationKind,
    KonsultationState,
    Participant,
)
from tvaerfaglig.domain.observation import Involved, Observation, Sign, Source
from tvaerfaglig.services import recording
from tvaerfaglig.ui.children.page import ChildrenPlace


class AtBoern(AtDesk):
    """Børn in front."""

    PLACE = ChildrenPlace


@pytest.fixture
def desk_of(world, shelf, qtbot):
    yield from seats(AtBoern, world, shelf, qtbot)


@pytest.fixture
def mette(desk_of) -> AtDesk:
    return desk_of("mette")


def saw(day: date, at: time, text: str, sign: Sign = Sign.NEUTRAL, **more: Any) -> Observation:
    return Observation(
        involved=(Involved(child="alma"),), day=day, at=at, text=text, sign=sign,
        seen_by=("mette",), source=Source.SET_OG_HOERT, **more,
    )  # fmt: skip


def write_a_year(mette: AtDesk) -> None:
    """Alma's autumn, the oldest first."""
    save = recording.save
    mette.do(
        save,
        PositionSet(
            child="alma",
            day=date(2026, 9, 1),
            position=Position.TRIVES,
            because="Leger og sover.",
            set_by=("mette",),
        ),
    )
    mette.do(
        save,
        FamilyEvent(
            child="alma", day=date(2026, 9, 20), text="Mor og Alma flyttede.", told_by="mor"
        ),
    )
    held = mette.do(
        save,
        Konsultation(
            kind=KonsultationKind.NAVNGIVET, status=KonsultationState.AFSLUTTET, dagtilbud="maelkeboetten",
            day=date(2026, 10, 22), at=time(13), child="alma", question="Hvad gør vi om morgenen?",
            participants=(Participant(name="Karen Lund", staff="karen"),),
        ),
    )  # fmt: skip
    mette.do(
        save,
        Agreement(
            what="Madkasse klar ved aflevering.",
            who=("mette",),
            due=date(2026, 11, 13),
            child="alma",
            konsultation=held.id,
            made_on=date(2026, 10, 22),
        ),
    )
    mette.do(
        save,
        Absence(
            child="alma",
            first=date(2026, 10, 28),
            last=date(2026, 10, 30),
            reason="Meldt syg",
            told_by="mor",
        ),
    )
    mette.do(
        save,
        saw(
            date(2026, 11, 3),
            time(10, 10),
            "Byggede hule med {barn:bertil} i 40 minutter.",
            Sign.RESSOURCE,
            categories=("leg.leg",),
        ),
    )
    mette.do(
        save,
        ParentContact(
            child="alma",
            day=date(2026, 11, 6),
            at=time(15, 30),
            minutes=25,
            parents=("alma-mor",),
            staff=("mette",),
            topic="Morgenerne",
            view="Jeg møder klokken seks.",
        ),
    )
    mette.do(
        save,
        FamilyEvent(
            child="alma", day=date(2026, 11, 5), text="Mor begyndte på morgenhold.", told_by="mor"
        ),
    )
    mette.do(
        save,
        saw(
            date(2026, 11, 10),
            time(8, 15),
            "Kom i nattøj. Spiste tre portioner grød.",
            Sign.BEKYMRING,
            child_words="Vi havde ikke nogen mad derhjemme",
            asked="Hvad fik du i morges?",
            categories=("krop.mad",),
        ),
    )
    mette.do(
        save,
        PositionSet(
            child="alma",
            day=date(2026, 11, 10),
            position=Position.BEKYMRING,
            because="Fjerde morgen med sult.",
            set_by=("mette",),
            level=4,
        ),
    )
    mette.do(
        save,
        Concern(
            child="alma",
            first_noticed=date(2026, 11, 10),
            by="mette",
            title="Sulten om morgenen",
            next_on=date(2026, 11, 20),
        ),
    )
    mette.do(
        save,
        NotNow(
            child="alma",
            day=date(2026, 11, 11),
            because="Vi prøver med en madkasse først.",
            by=("mette",),
            seen_again_on=date(2026, 11, 18),
        ),
    )
    mette.do(
        save,
        Konsultation(
            kind=KonsultationKind.NAVNGIVET, dagtilbud="maelkeboetten", day=date(2026, 11, 12), at=time(12, 30),
            child="alma", question="Hvad siger vi til mor?", participants=(Participant(name="Karen Lund", staff="karen"),),
        ),
    )  # fmt: skip


@pytest.fixture
def autumn(mette) -> AtDesk:
    """Mette, with Alma's autumn written down."""
    write_a_year(mette)
    return mette


@pytest.fixture
def noon(clock):
    clock.set(datetime(2026, 11, 12, 12, 0))
    return clock
