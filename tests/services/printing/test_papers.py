"""What the services let onto paper: purpose, period, masking, and who may print."""

from __future__ import annotations

import subprocess
from datetime import date

import pytest

from tvaerfaglig.domain.acts import Printed
from tvaerfaglig.domain.konsultation import KonsultationKind, KonsultationState
from tvaerfaglig.services.errors import NotAllowed
from tvaerfaglig.services.konsultation import listing
from tvaerfaglig.services.printing import noting, pressing
from tvaerfaglig.services.summarising import paper as summary
from tvaerfaglig.store import queries

WANTED = summary.Wanted("Lederens overblik", date(2026, 8, 1), date(2026, 11, 12))


def text_of(pdf: bytes) -> str:
    done = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
    )
    return done.stdout.decode()


def child_id(session, name):
    return next(
        one for one, stored in session.children().items() if stored.record.name.startswith(name)
    )


def test_a_case_summary_names_its_child_and_no_other(demo_world):
    """Bertil was there when Alma built a cave; her paper says "et andet barn"."""
    hanne = demo_world.session("Hanne")
    words = text_of(pressing.sagsresume(hanne, child_id(hanne, "Alma"), WANTED))
    assert "Alma Nowak" in words
    others = [
        stored.record.first_name
        for one, stored in hanne.children().items()
        if stored.record.first_name not in {"Alma", "Line"}
    ]
    assert [name for name in others if f" {name} " in words.replace("\n", " ")] == []


def test_a_protected_address_never_reaches_the_case_summary(demo_world):
    """Neither the child's nor the mother's street stands anywhere."""
    hanne = demo_world.session("Hanne")
    child = child_id(hanne, "Alma")
    street = hanne.child(child).record.address.split(",")[0]
    assert street
    assert street not in text_of(pressing.sagsresume(hanne, child, WANTED))


def test_the_summary_says_what_was_left_out(demo_world):
    """Purpose, period and what is not there stand on the paper itself."""
    hanne = demo_world.session("Hanne")
    words = " ".join(text_of(pressing.sagsresume(hanne, child_id(hanne, "Alma"), WANTED)).split())
    assert "Lederens overblik" in words
    assert "De voksnes egne tanker er ikke taget med." in words
    assert "Adressen er beskyttet" in words


def test_only_the_leader_prints_a_case_summary(demo_world):
    """A pædagog is told in words who can."""
    mette = demo_world.session("Mette")
    with pytest.raises(NotAllowed):
        pressing.sagsresume(mette, child_id(mette, "Alma"), WANTED)


def test_an_anonymous_konsultation_prints_without_any_name(demo_world):
    """No child of the vault is named, in title, text or footer."""
    karen = demo_world.session("Karen")
    row = next(
        row
        for row in listing.rows(karen)
        if row.stored.record.kind is KonsultationKind.ANONYM
        and row.stored.record.status is KonsultationState.AFSLUTTET
    )
    words = text_of(pressing.konsultationsnotat(karen, row.stored.id))
    assert "anonym" in words
    names = [stored.record.name for stored in demo_world.session("Hanne").children().values()]
    assert [name for name in names if name in words] == []


def test_what_leaves_the_program_is_logged_without_its_path(demo_world):
    """Who, what, how and for which purpose; never where it was put."""
    hanne = demo_world.session("Hanne")
    child = child_id(hanne, "Alma")
    noting.note_printed(
        hanne, document="sagsresumé", how="har gemt", child=child, purpose="Møde 13/11"
    )
    noted = queries.of_child(hanne.vault, Printed, child)[0]
    assert (noted.record.document, noted.record.purpose, noted.changed_by) == (
        "sagsresumé",
        "Møde 13/11",
        hanne.my_id,
    )
