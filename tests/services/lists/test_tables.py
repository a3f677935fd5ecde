"""The leader takes a list out: only what she sees, and it stands in the log of each child on it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.letters.a_letter import begun
from tvaerfaglig.domain.konsultation import Agreement
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.services import access_log, recording
from tvaerfaglig.services.children import card, protecting
from tvaerfaglig.services.errors import NotAllowed, Unclear
from tvaerfaglig.services.lists import tables
from tvaerfaglig.services.lists.tables import Form, Which
from tvaerfaglig.services.printing import printable
from tvaerfaglig.store import queries


def text(taken):
    return taken.content.decode("utf-8-sig")


def test_the_list_of_children_has_no_numbers_and_no_addresses(session_of):
    """Names, birthdays, stuer and parents, as the list on screen is sorted."""
    session = session_of("hanne")
    said = text(tables.take_out(session, Which.CHILDREN, Form.CSV))
    assert said.splitlines()[0] == "Navn;Født;Termin;Stue;Sprog;Indmeldt;Forældre"
    assert "Alma Nowak;03-09-2022;;Solsikken;dansk og polsk;01-08-2024;" in said
    assert "Katarzyna Nowak, mor, 12 34 56 79" in said
    assert "031322" not in said
    assert "Engvej" not in said


@pytest.mark.parametrize("how", ["protected", "guarded"])
def test_parents_of_a_child_who_is_hidden_are_left_out(session_of, how):
    """A protected address and the guard say nothing of where they can be found."""
    session = session_of("hanne")
    if how == "protected":
        alma = queries.one(session.vault, type(session.child("alma").record), "alma")
        card.save_child(session, replace(alma.record, protected=True), "alma")
    else:
        protecting.set_guard(session, "alma", Against.FORAELDER)
    assert "Katarzyna" not in text(tables.take_out(session, Which.CHILDREN, Form.CSV))


def test_open_agreements_letters_and_what_was_printed(session_of):
    """Each with its own columns."""
    session = session_of("hanne")
    with pytest.raises(Unclear, match="tom"):
        tables.take_out(session, Which.AGREEMENTS, Form.XLSX)
    recording.save(
        session,
        Agreement(
            what="Ring til sundhedsplejersken", who=("mette",), child="alma", made_on=session.today
        ),
    )
    begun(session)
    assert "Alma Nowak;Ring til sundhedsplejersken;Mette Sørensen;;12-11-2026" in text(
        tables.take_out(session, Which.AGREEMENTS, Form.CSV)
    )
    assert "Alma Nowak;Kladde;12-11-2026" in text(tables.take_out(session, Which.LETTERS, Form.CSV))
    taken = tables.take_out(session, Which.AGREEMENTS, Form.XLSX)
    tables.note_taken(session, taken, "Ledermøde", "Områdeleder")
    said = text(tables.take_out(session, Which.PRINTED, Form.CSV))
    assert "Hanne Bjerre;har gemt som regneark åbne aftaler;;Ledermøde;Områdeleder" in said


def test_it_stands_once_in_the_house_and_with_every_child(session_of):
    """With purpose, and never where the file lies."""
    session = session_of("hanne")
    taken = tables.take_out(session, Which.CHILDREN, Form.XLSX)
    tables.note_taken(session, taken, "Tilsyn", "Kommunen")
    assert len(taken.children) == 4
    (line,) = printable.printed_log(session)
    assert (line.document, line.purpose, line.receiver) == ("børneliste", "Tilsyn", "Kommunen")
    for child in taken.children:
        assert any(
            one.did == "har gemt som regneark" for one in access_log.of_child(session, child)
        )


@pytest.mark.parametrize("who", ["mette", "karen", "jonas"])
def test_only_the_leader_takes_lists_out(session_of, who):
    """Of any kind."""
    session = session_of(who)
    for which in Which:
        with pytest.raises(NotAllowed):
            tables.take_out(session, which, Form.CSV)
