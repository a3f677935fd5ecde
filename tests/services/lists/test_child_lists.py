"""A list of children comes in as one act, and is taken back as one."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

import pytest

from tvaerfaglig.domain.acts import Erased, ListBroughtIn
from tvaerfaglig.domain.lists.headings import Field
from tvaerfaglig.domain.lists.plan import Fate
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.people import Child, Controller, Dagtilbud
from tvaerfaglig.services import recording, staffing
from tvaerfaglig.services.children import card, one_child, register
from tvaerfaglig.services.errors import NotAllowed, Stopped, Unclear
from tvaerfaglig.services.lists import brought, child_lists, opening
from tvaerfaglig.services.observations import page as observation_page
from tvaerfaglig.store import queries, word_search

TEXT = (
    "Navn;Født;CPR;Stue;Adresse;Mor;Mors telefon\n"
    "Alma Nowak;3.9.2022;;Solsikken;Åvej 2;;\n"
    "Ida Holm;1.2.22;011322-0000;Månen;Åvej 1;Eva Holm;12 34 56 70\n"
    "Bo Lind;31.02.2022;;Kløveren;;;\n"
    ";1.1.2023;;;;;\n"
)
STUE = {"Månen": "ny:Månen"}


def by_name(session):
    return {one.record.name: one for one in session.children().values()}


def test_a_list_comes_in_whole(session_of, bring):
    """New, changed and unreadable rows; the stue that was asked for; the columns remembered."""
    session = session_of("hanne")
    got = bring(session, TEXT, stuer=STUE)
    assert [one.fate for one in got.look.plans] == [
        Fate.CHANGED,
        Fate.NEW,
        Fate.NEW,
        Fate.UNREADABLE,
    ]
    assert got.look.notes == ("To børn i huset står ikke i listen. De bliver, som de er.",)
    assert (got.done.new, got.done.changed) == (2, 1)
    here = by_name(session)
    house = queries.one(session.vault, Dagtilbud, "maelkeboetten").record
    ida = here["Ida Holm"].record
    assert house.stue_name(ida.stue) == "Månen"
    assert ida.municipality == "Fjordby Kommune"
    assert ida.parents[0].id
    assert here["Bo Lind"].record.born is None
    assert here["Alma Nowak"].record.address == "Åvej 2"
    assert here["Alma Nowak"].versions == 2
    again = bring(session, TEXT, go=False)
    assert again.opened.remembered
    assert [one.fate for one in again.look.plans][:3] == [Fate.SAME, Fate.SAME, Fate.ASKED]


def test_the_columns_that_were_chosen_are_remembered_for_these_headings(session_of, bring):
    """Whatever was guessed before."""
    session = session_of("hanne")
    got = bring(session, "Navn;Hold;Dato\nIda Holm;Solsikken;1.2.22\n", go=False)
    columns = {0: Field.NAME, 1: Field.STUE, 2: Field.BORN}
    assert got.opened.columns != columns
    wanted = replace(got.wanted, columns=columns)
    seen = child_lists.look(session, got.opened, wanted)
    child_lists.bring_in(session, got.opened, wanted, seen)
    assert dict(bring(session, "Navn;Hold;Dato\nBo;;\n", go=False).opened.columns) == columns


def test_nothing_is_written_by_looking(session_of, bring):
    """Not one event."""
    session = session_of("hanne")
    before = session.vault.log.count()
    bring(session, TEXT, go=False)
    assert session.vault.log.count() == before


def test_all_of_it_is_taken_back_in_one_step(session_of, bring):
    """New children's bodies are gone, changed ones stand as before, and so does the house."""
    session = session_of("hanne")
    before = {one: stored.record for one, stored in session.children().items()}
    got = bring(session, TEXT, stuer=STUE)
    (line,) = brought.lines(session)
    assert (line.new, line.changed, line.stays, line.who) == (2, 1, "", "Hanne Bjerre")
    changes = brought.take_back(session, got.done.id)
    assert {one: stored.record for one, stored in session.children().items()} == before
    assert len(queries.one(session.vault, Dagtilbud, "maelkeboetten").record.stuer) == 2
    assert changes.touch("barn")
    assert brought.lines(session)[0].undone is not None
    assert not word_search.search(
        session.vault, "Ida Holm", word_search.Seen.of(session.children())
    )
    assert session.vault.examine().sound
    assert queries.all_of(session.vault, Erased)[0].record.ground == "listen blev fortrudt"
    data = session.vault.db.conn.execute("SELECT group_concat(data) FROM body").fetchone()[0]
    assert "Ida Holm" not in data
    with pytest.raises(Unclear, match="allerede fortrudt"):
        brought.take_back(session, got.done.id)


def test_once_somebody_has_written_on_a_new_child_the_list_stays(session_of, bring):
    """Looking at her does not count; an observation and a correction do."""
    session = session_of("hanne")
    got = bring(session, TEXT)
    ida = by_name(session)["Ida Holm"].id
    one_child.child_page(session, ida)
    assert brought.lines(session)[0].stays == ""
    seen = Observation(involved=(Involved(child=ida),), day=date(2026, 11, 12), text="Bygger tårn.")
    recording.save(session, seen)
    assert (
        brought.lines(session)[0].stays
        == "Der er skrevet på ét barn siden. Så bliver listen stående."
    )
    with pytest.raises(Unclear, match="skrevet på ét barn"):
        brought.take_back(session, got.done.id)


def test_a_child_that_was_changed_since_keeps_what_was_written(session_of, bring):
    """The list is not taken back over it."""
    session = session_of("hanne")
    got = bring(session, TEXT)
    alma = by_name(session)["Alma Nowak"]
    card.save_child(session, replace(alma.record, language="polsk"), alma.id)
    with pytest.raises(Unclear, match="skrevet på ét barn"):
        brought.take_back(session, got.done.id)


def test_what_changed_between_looking_and_accepting_is_looked_at_again(session_of, bring):
    """Another leader has enrolled Ida meanwhile."""
    session = session_of("hanne")
    got = bring(session, TEXT, go=False)
    card.save_child(
        session, Child(name="Ida Holm", born=date(2022, 2, 1), dagtilbud="maelkeboetten")
    )
    with pytest.raises(Unclear, match="Se listen igennem igen"):
        child_lists.bring_in(session, got.opened, got.wanted, got.look)


def test_a_stop_half_way_leaves_nothing(session_of, bring):
    """And a kill is the same: one transaction."""
    session = session_of("hanne")
    before = session.vault.log.count()

    def stop(done):
        if done:
            raise Stopped("Stoppet. Intet er hentet ind.")

    rows = "".join(f"Barn {n} Prøve;1.2.22\n" for n in range(200))
    with pytest.raises(Stopped):
        bring(session, "Navn;Født\n" + rows, step=stop)
    assert session.vault.log.count() == before
    assert len(session.children()) == 4


def test_only_the_leader_of_the_house_brings_lists_in(session_of, bring):
    """Not a pædagog, and not into a house that is not hers."""
    with pytest.raises(NotAllowed):
        bring(session_of("mette"), TEXT)
    with pytest.raises(NotAllowed):
        bring(session_of("hanne"), TEXT, house="et andet hus")
    with pytest.raises(NotAllowed):
        brought.lines(session_of("karen"))


def test_a_private_house_keeps_no_numbers_and_it_is_said(session_of, bring):
    """Unless it has a basis."""
    session = session_of("hanne")
    house = queries.one(session.vault, Dagtilbud, "maelkeboetten").record
    staffing.save_house(session, replace(house, controller=Controller.PRIVAT), "maelkeboetten")
    got = bring(session, TEXT)
    assert by_name(session)["Ida Holm"].record.cpr == ""
    assert any("intet grundlag for CPR-numre" in note for note in got.look.notes)


def test_a_child_without_a_birthday_can_be_opened_and_written_about(session_of, bring):
    """Her page, the list, and an observation."""
    session = session_of("hanne")
    bring(session, TEXT)
    bo = by_name(session)["Bo Lind"].id
    assert one_child.child_page(session, bo).child.born is None
    assert any(row.id == bo for row in register.child_rows(session))
    seen = Observation(involved=(Involved(child=bo),), day=date(2026, 11, 12), text="Bygger tårn.")
    saved = recording.save(session, seen)
    assert observation_page.read(session, saved.id)


def test_a_list_of_a_dagpleje_finds_the_dagplejer_by_name(session_of, bring):
    """Stuer are nothing there."""
    session = session_of("hanne")
    got = bring(
        session,
        "Navn;Født;Dagplejer\nIda Holm;1.2.24;Jonas Krogh\nBo;1.2.24;Ukendt\n",
        house="dagplejen",
    )
    assert got.look.plans[0].child.dagplejer == "jonas"
    assert "ikke dagplejer i programmet" in got.look.plans[1].notes[0]


def test_the_act_names_no_file_and_no_child(session_of, bring):
    """Ids and counts only, so that nothing is left of an erased child."""
    session = session_of("hanne")
    got = bring(session, TEXT)
    record = queries.one(session.vault, ListBroughtIn, got.done.id).record
    assert "Ida" not in repr(record)
    assert ".csv" not in repr(record)
    assert record.what == opening.CHILDREN


def test_five_thousand_rows_come_in_within_seconds(session_of, bring):
    """The promise is three seconds for the writing; here with room for a slow machine."""
    session = session_of("hanne")
    rows = "".join(
        f"Barn{n} Efternavn{n % 900};{1 + n % 28}.{1 + n % 12}.202{n % 5};Åvej {n};Mor {n}\n"
        for n in range(5000)
    )
    got = bring(session, "Navn;Født;Adresse;Mor\n" + rows, go=False)
    began = time.perf_counter()
    done = child_lists.bring_in(session, got.opened, got.wanted, got.look)
    assert time.perf_counter() - began < 15
    assert done.new == 5000
    brought.take_back(session, done.id)
    assert len(session.children()) == 4
