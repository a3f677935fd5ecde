"""A whole child is erased: nothing of hers is left anywhere, the others keep theirs, and the log still holds."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from tests.services.erasing.house import ALMAS, BOTH, FIRST, OTHERS, close_all, furnish, leave
from tests.store.bare_vault import everything_in
from tvaerfaglig.domain.acts import Erased, Link, ListBroughtIn, Read
from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.masking import GONE
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.retention import HeldBy
from tvaerfaglig.services import access_log, drafts, library
from tvaerfaglig.services.children import attachments, card, one_child
from tvaerfaglig.services.copying import daily
from tvaerfaglig.services.erasing import acts, holds, proof, receipts
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.lock import quick_notes
from tvaerfaglig.services.names import names
from tvaerfaglig.services.observations import reading as observations
from tvaerfaglig.services.vault import keeping
from tvaerfaglig.store import past, queries, sealed_notes, word_search
from tvaerfaglig.store.backup import FOLDER
from tvaerfaglig.store.byte_search import look_through
from tvaerfaglig.store.erased_list import remembered_erased
from tvaerfaglig.store.everything import all_drafts
from tvaerfaglig.store.pages import file_pages
from tvaerfaglig.store.vault import FILE

RULES = library.load().retention


@pytest.fixture
def house(world, tmp_path):
    """The leader, with everything about Alma and nothing that holds her back."""
    session = world.session("hanne")
    session.made = furnish(session, tmp_path)
    close_all(session)
    return session


def erase(session, ground="anmodning", also=()):
    return acts.erase_child(session, "alma", ground, RULES, also)


def text_of(session, record):
    return queries.one(session.vault, Observation, record).record


def test_what_is_hers_alone_goes_with_every_version(house):
    """Her card, her observation, the talk, the file, the log of who looked."""
    looks = [one.id for one in queries.of_child(house.vault, Read, "alma")]
    done = erase(house)
    for kind, record in (
        (Child, "alma"),
        (Observation, house.made["hers"]),
        (ParentContact, house.made["talk"]),
    ):
        assert queries.one(house.vault, kind, record) is None
    assert looks
    assert queries.of_child(house.vault, Read, "alma") == []
    assert house.vault.db.conn.execute("SELECT count(*) FROM blob").fetchone() == (0,)
    assert queries.count_by_kind(house.vault, "alma") == {"slettet": 1}
    decision = queries.one(house.vault, Erased, done.decision)
    assert (decision.record.ground, decision.record.whole) == (
        "forældrenes anmodning er imødekommet",
        True,
    )
    assert decision.written_by == "hanne"


def test_what_others_were_in_stays_without_her(house):
    """A new version says why; the versions with her in them have no words any more, and her link is gone."""
    erase(house)
    both = text_of(house, house.made["both"])
    assert both.about() == ("bertil",)
    assert "Alma" not in both.text
    assert both.text.startswith("{barn:alma} rev i Bertils trøje, og et barn, der er slettet råbte")
    assert both.correction == "Et barn, der var med, er slettet."
    history = past.versions(house.vault, Observation, house.made["both"])
    assert [one.record is None for one in history] == [True, True, False]
    assert queries.one(house.vault, Link, f"{house.made['both']}:alma") is None
    assert queries.one(house.vault, Link, f"{house.made['both']}:bertil")
    opened = observations.open_observation(house, house.made["both"])
    assert opened.names.said(opened.stored.record.text).startswith("Et barn, der er slettet rev")
    assert names(house).of_child("alma") == GONE


def test_her_full_name_goes_from_texts_about_others_and_her_first_name_where_it_is_chosen(house):
    """The leader has seen the texts; the rest of them stands as it was."""
    plan = acts.plan(house, "alma", RULES)
    assert {(one.record, one.only_first) for one in plan.named} == {
        (house.made["others"], False),
        (house.made["first"], True),
        ("jan", False),
    }
    erase(house)
    assert text_of(house, house.made["others"]).text == OTHERS.replace("Alma Nowak", GONE)
    assert text_of(house, house.made["first"]).text == FIRST
    assert text_of(house, house.made["first"]).correction == ""


def test_a_chosen_first_name_goes_too(house):
    """Only in the texts that were ticked."""
    erase(house, also=(house.made["first"],))
    assert text_of(house, house.made["first"]).text == FIRST.replace("Alma", GONE)


def test_on_a_brothers_card_stands_that_a_child_is_erased(house):
    """His own facts stay; the versions that named her are without words."""
    erase(house)
    jan = queries.one(house.vault, Child, "jan").record
    assert [one.name for one in jan.siblings] == [GONE]
    assert (jan.siblings[0].born, jan.siblings[0].child) == (None, "")
    assert (jan.name, jan.address) == ("Jan Nowak", "Engvej 4, 9999 Fjordby")
    assert [one.record is None for one in past.versions(house.vault, Child, "jan")] == [
        True,
        False,
    ]
    assert one_child.child_page(house, "jan").child.siblings[0].name == GONE


def test_drafts_about_her_go_whoever_wrote_them(world, house):
    """Those that others are in stay, without her."""
    erase(house)
    left = {draft.key: json.loads(draft.content) for _, draft in all_drafts(house.vault)}
    assert set(left) == {"observation:ny:2"}
    assert left["observation:ny:2"]["text"] == f"Bertil og {GONE} byggede højt"


def test_search_timeline_and_log_know_nothing_of_her(house):
    """The pages still stand for the others."""
    done = erase(house)
    assert (
        word_search.search(
            house.vault, "Nowak", word_search.Seen.of(["alma", "bertil", "emil"], ["alma"])
        )
        == []
    )
    assert (
        word_search.search(house.vault, "garderoben", word_search.Seen.of(["alma", "bertil"])) == []
    )
    assert len(word_search.search(house.vault, "gyngerne", word_search.Seen.of(["bertil"]))) == 1
    with pytest.raises(NotFound):
        one_child.child_page(house, "alma")
    with pytest.raises(NotFound):
        access_log.of_child(house, "alma")
    assert done.changes.touch("slettet")


def test_a_search_of_every_byte_finds_nothing(house):
    """Every row, every page of the file under the cipher, every file beside it; before, it finds all of it."""
    plan_first = acts.scopes.of_child(house.vault, "alma")
    before = acts.traces_of(house.vault, plan_first)
    shapes = proof.as_bytes(before.words)
    assert {one.what for one in before.words} >= {
        "navnet",
        "CPR-nummeret",
        "adressen",
        "en sætning",
    }
    file = house.vault.folder / "vault.db"
    key = house.opened.subkey("sqlcipher")
    found = look_through(house.vault.db, key, file, [], [*shapes, *before.bytes_])
    assert {shapes[one.found].words for one in found.standing if one.found in shapes} == {
        one.words for one in before.words if one.words != "0313220000"
    }
    done = erase(house)
    shown = proof.prove(house, done)
    assert shown.gone
    assert shown.chain_holds
    assert {(one.words, one.where) for one in shown.elsewhere} == {
        ("Engvej 4", "barnets oplysninger hos Jan Nowak"),
    }
    assert shown.files_sought == 1
    assert shown.rows > 100
    under = b"".join(file_pages(file, key))
    for words in (
        "Alma Nowak",
        "alma nowak",
        "031322",
        "garderoben",
        "Katarzyna",
        "Tegning af hule",
    ):
        assert words.encode() not in under, words
    assert "Alma" not in everything_in(house.vault).replace(FIRST, "")


def test_words_left_in_an_empty_place_are_found_and_written_away(house):
    """As a program that does not overwrite would leave them: the proof says so, and the file is written anew."""
    done = erase(house)
    db = house.vault.db.conn
    db.execute("PRAGMA secure_delete=OFF")
    db.execute("CREATE TABLE lost(words TEXT)")
    db.executemany("INSERT INTO lost VALUES(?)", [(f"{n} {ALMAS}",) for n in range(400)])
    db.execute("DROP TABLE lost")
    db.commit()
    db.execute("PRAGMA secure_delete=ON")
    shown = proof.prove(house, done)
    assert not shown.gone
    assert shown.remnants >= 1
    proof.write_anew(house)
    assert proof.prove(house, done).gone


def test_the_log_verifies_and_the_decision_is_noted_outside_the_vault(house):
    """Chain, signatures, words, tables; and the ids an older copy has to erase again."""
    done = erase(house)
    report = keeping.verify(house.vault.folder, house.opened, house.state)
    assert report.sound, report.flaws
    decision = queries.one(house.vault, Erased, done.decision).record
    assert {*decision.events, *decision.attachments, "alma"} <= remembered_erased(
        house.state, house.vault.id
    )
    assert house.vault.rebuild()


def test_the_receipt_counts_what_went_and_what_was_only_cut_and_names_nobody(house):
    """The log's headers still tell; a later erasure does not change what this one did."""
    done = erase(house)
    made = receipts.receipt(house, done.decision, proof.prove(house, done))
    said = " ".join(words for _, words in made.sections)
    assert "Nowak" not in said
    decision = receipts.decision(house, done.decision)
    assert dict(decision.counts)["observation"] == 1
    assert (decision.cut, decision.files, decision.drafts) == (3, 1, 3)
    assert "kæden holder" in said
    assert made.pdf.startswith(b"%PDF")
    assert [one.id for one in receipts.decisions(house)] == [done.decision]
    with pytest.raises(NotFound):
        receipts.decision(house, "findes ikke")


def test_an_older_copy_put_back_is_without_her_and_the_others_keep_theirs(house, world, tmp_path):
    """Also where only the other copies know of it: what both were in is written anew there as well."""
    quick_notes.leave(world.folder, "mette", "Ring til Alma Nowaks mor i dag", world.clock)
    old = keeping.backup(house, tmp_path / "kopier")
    erase(house, also=(house.made["first"],))
    new = keeping.backup(house, tmp_path / "kopier")
    assert "alma" in json.loads((new / "manifest.json").read_text())["erased"]
    for number, state in enumerate((house.state, tmp_path / "en anden computer")):
        place = tmp_path / f"tilbage-{number}"
        opened = keeping.open_keys(old, "hanne", "kornblomst skovsti regnvejr tirsdag")
        done = keeping.restore(old, place, opened, world.clock, state)
        assert done.erased_again > 10
        with keeping._opened(place, opened, world.clock, state) as vault:
            inside = everything_in(vault)
            assert "Nowak" not in inside.replace("Jan Nowak", "").replace("jan nowak", "")
            assert "Alma" not in inside
            both = queries.one(vault, Observation, house.made["both"]).record
            assert both.about() == ("bertil",)
            assert BOTH.partition(",")[0] in both.text
            assert vault.examine().sound
            assert sealed_notes.waiting(vault) == []
            assert all_drafts(vault)[0][1].key == "observation:ny:2"


def test_the_body_goes_with_the_last_child(house):
    """Alma first, then Bertil: what they were in together is gone."""
    erase(house)
    acts.erase_child(house, "bertil", "anmodning", RULES)
    assert queries.one(house.vault, Observation, house.made["both"]) is None
    assert "gyngerne" not in everything_in(house.vault)
    assert keeping.verify(house.vault.folder, house.opened, house.state).sound


def test_nothing_is_erased_while_something_holds_it(world, tmp_path):
    """An open concern, and a hold by hand until it is lifted: also where the ground is a good one."""
    session = world.session("hanne")
    furnish(session, tmp_path)
    with pytest.raises(Unclear, match="en bekymring er åben"):
        erase(session)
    close_all(session)
    hold = holds.set_hold(session, "alma", HeldBy.KLAGE, "Klage modtaget 3. november")
    with pytest.raises(Unclear, match="der er en klage"):
        erase(session)
    holds.lift_hold(session, hold.id, "Klagen er afgjort")
    erase(session)
    assert queries.one(session.vault, Child, "alma") is None


def test_only_the_leader_of_the_house_erases(world, tmp_path):
    """And she is told in words; nothing is touched."""
    furnish(world.session("hanne"), tmp_path)
    world.close()
    mette = world.session("mette")
    for act in (lambda: acts.plan(mette, "alma", RULES), lambda: erase(mette)):
        with pytest.raises(NotAllowed):
            act()
    assert queries.one(mette.vault, Child, "alma")


def test_the_period_is_a_ground_only_when_it_is_over(house):
    """Five years after she left, and not on the day itself."""
    with pytest.raises(Unclear, match="ikke gået endnu"):
        erase(house, "tid")
    leave(house, day=date(2021, 11, 12))
    with pytest.raises(Unclear, match="ikke gået endnu"):
        erase(house, "tid")
    stored = queries.one(house.vault, Child, "alma")
    with house.write() as pen:
        pen.put(replace(stored.record, left=date(2021, 11, 11)), "alma")
    erase(house, "tid")


def test_two_who_bear_the_same_first_name_are_not_confused(house):
    """Another Alma in a text about others keeps her name."""
    with house.write() as pen:
        pen.put(
            Child(
                name="Alma Holm", born=date(2022, 1, 1), dagtilbud="maelkeboetten", stue="kloeveren"
            ),
            "alma2",
        )
    erase(house)
    assert queries.one(house.vault, Child, "alma2").record.name == "Alma Holm"
    assert text_of(house, house.made["first"]).text == FIRST


def test_a_note_from_the_lock_screen_that_names_her_goes(house, world):
    """It waits for a colleague, who has not taken it in; one about another stays."""
    quick_notes.leave(world.folder, "mette", "Ring til Alma Nowaks mor i dag", world.clock)
    quick_notes.leave(world.folder, "mette", "Husk Bertils sko", world.clock)
    assert acts.plan(house, "alma", RULES).notes == 1
    erase(house)
    left = [one.content for one in sealed_notes.waiting(house.vault)]
    assert len(left) == 1
    assert b"Bertils sko" in left[0]


def test_a_list_that_brought_her_in_names_her_by_id_only_and_is_left(house):
    """Ids stand for nobody afterwards; such a record is not written anew."""
    with house.write() as pen:
        brought = pen.put(
            ListBroughtIn(
                what="boern",
                at="2026-11-12",
                house="h",
                rows=2,
                new=(("alma", "v"), ("bertil", "w")),
            )
        )
    erase(house)
    assert queries.one(house.vault, ListBroughtIn, brought).versions == 1
    assert keeping.verify(house.vault.folder, house.opened, house.state).sound


def test_after_it_is_erased_her_papers_and_drafts_cannot_be_opened(house):
    """Every door says in words that it is gone."""
    erase(house)
    for act in (
        lambda: observations.open_observation(house, house.made["hers"]),
        lambda: attachments.content(house, house.made["file"]),
        lambda: card.child_versions(house, "alma"),
    ):
        with pytest.raises(NotFound):
            act()
    assert drafts.one(house, "samtale:alma") is None


def test_before_a_copy_is_taken_the_empty_places_are_empty(house):
    """A page keeps what it held before its rows were moved: the file is written anew once, proof or no proof."""
    file = house.vault.folder / FILE
    erase(house)
    before = file.stat().st_size
    assert daily.run(house, daily.by_hand(house)).made
    (copy,) = (house.vault.folder / FOLDER).glob(f"*/{FILE}")
    after = file.stat().st_size
    assert copy.stat().st_size <= after < before
    daily.run(house, daily.by_hand(house))
    assert file.stat().st_size == after
    assert keeping.verify(house.vault.folder, house.opened, house.state).sound
