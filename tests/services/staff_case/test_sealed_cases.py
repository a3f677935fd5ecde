"""A case about a colleague is its parties' alone: not the other keyholders', not the tables', not the drafts'."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.conftest import PASSWORD
from tests.printouts.pdf_reading import squeezed, text_of
from tvaerfaglig.domain.people import Role, Staff
from tvaerfaglig.domain.staff_case import Noted, Sealed
from tvaerfaglig.services import access_log, finding, staffing, waiting
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.lock import entering
from tvaerfaglig.services.printing import noting, printable
from tvaerfaglig.services.staff_case import cases as sealed_cases
from tvaerfaglig.services.staff_case import paper as sealed_paper
from tvaerfaglig.services.vault import keeping
from tvaerfaglig.store import keys
from tvaerfaglig.store.identity import new_identity, recipient_of, seal_to
from tvaerfaglig.store.key_file import stamped, to_bytes
from tvaerfaglig.store.key_folder import verified

DAY = date(2026, 11, 11)
NEW = "pæoner langs muren"
WHOM = "Yusuf Demir"
SEEN = "Løftede Alma i den ene arm over til bordet"
THOUGHT = "Det var for hårdt"
WORDS = (WHOM, "Løftede", "hårdt", "garderoben", "Talte med ham alene", "kommunens konsulent")


def first() -> Noted:
    return Noted(
        id="", day=DAY, place="garderoben", seen=SEEN, seen_by="Mette Sørensen", thought=THOUGHT
    )


@pytest.fixture
def mette(session_of):
    return session_of("mette")


def begun(session, leader: str = "hanne") -> str:
    made = sealed_cases.begin(
        session, concerning=WHOM, leader=leader, children=("alma",), first=first()
    )
    return made.id


def every_row(session) -> str:
    """All that the master key opens, as one text."""
    db = session.vault.db.conn
    tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type='table'")]
    return "\n".join(
        repr(tuple(row)) for table in tables for row in db.execute(f"SELECT * FROM {table}")
    )


def test_writer_and_leader_read_it(session_of, mette):
    """What the pædagog writes the leader reads, and what the leader adds comes back to her."""
    case = begun(mette)
    leader = session_of("hanne")
    seen = sealed_cases.look(leader, case)
    assert seen.case.in_order[0].seen == SEEN
    sealed_cases.steps(
        leader, case, leader_did="Talte med ham alene", next_step="Ring til kommunens konsulent",
        next_on=DAY, children=("alma",), closed_on=None,
    )  # fmt: skip
    again = sealed_cases.mine(mette, case)
    assert (again.case.leader_did, again.changed_by) == ("Talte med ham alene", "hanne")
    assert len(again.versions) == 2


def test_a_third_person_finds_no_word(session_of, mette):
    """With the master key in hand and every row on the table there is no word, and no list that knows of it."""
    sealed_cases.keep_draft(mette, "forseglet:ny", Sealed.KIND, '{"values": {"seen": "Løftede"}}')
    case = begun(mette)
    sealed_cases.steps(
        mette, case, leader_did="Talte med ham alene", next_step="kommunens konsulent",
        next_on=DAY, children=("alma",), closed_on=None,
    )  # fmt: skip
    sealed_cases.look(mette, case)
    yusuf = session_of("yusuf")
    dumped = every_row(yusuf)
    for word in WORDS[1:]:
        assert word not in dumped, word
    assert "hårdt" not in dumped.encode().decode("unicode_escape", "ignore")
    assert sealed_cases.cases(yusuf).cases == ()
    assert not sealed_cases.cases(yusuf).tampered
    with pytest.raises(NotFound):
        sealed_cases.look(yusuf, case)
    rows = yusuf.vault.db.conn.execute(
        "SELECT count(*) FROM current WHERE kind='forseglet' OR record=?", (case,)
    )
    assert rows.fetchone()[0] == 0


def test_nothing_else_in_the_program_knows_of_it(session_of, mette):
    """Search, Overblik, the child's log and the list of papers say nothing to who is no party."""
    case = begun(mette)
    noting.note_printed(
        mette, document=noting.SEALED, how="har udskrevet", record=case,
        purpose="Samtale om Yusuf", receiver="Børne- og ungechefen",
    )  # fmt: skip
    karen = session_of("karen")
    for session in (mette, karen, session_of("yusuf")):
        assert finding.find(session, "garderoben").records == ()
        assert WHOM not in repr(waiting.overview(session).waiting)
    leader = session_of("hanne")
    assert "forseglet" not in repr(access_log.of_child(leader, "alma"))
    assert [line.document for line in printable.printed_log(leader)] == [noting.SEALED]
    assert "Samtale om" not in every_row(leader)
    alone = begun(mette, leader="")
    noting.note_printed(mette, document=noting.SEALED, how="har udskrevet", record=alone)
    assert len(printable.printed_log(leader)) == 1


def test_reads_on_through_password_rename_and_rekey(world, session_of, mette):
    """Her own new password, her new name, somebody removed: the case opens as before."""
    case = begun(mette)
    leader = session_of("hanne")
    staffing.change_my_password(mette, PASSWORD, NEW)
    staffing.change_person(
        leader, "mette", Staff(name="Mette Holm", role=Role.PAEDAGOG, houses=("maelkeboetten",))
    )
    mette.vault.close()
    world.open_sessions.remove(mette)
    staffing.remove_person(leader, "line")
    again = entering.unlock(world.folder, "mette", NEW, world.clock, world.state)
    world.open_sessions.append(again)
    assert sealed_cases.look(again, case).case.in_order[0].thought == THOUGHT
    assert sealed_cases.look(leader, case).case.concerning == WHOM


def test_a_password_from_the_leader_closes_it_until_it_is_sealed_again(session_of, mette, world):
    """The writer loses it, is told so, and the leader seals it to her new key."""
    case = begun(mette)
    leader = session_of("hanne")
    assert "kan Mette ikke åbne dem mere" in sealed_cases.what_is_lost(leader, "mette")
    staffing.reset_password(leader, "mette", NEW)
    assert sealed_cases.mine(leader, case).closed_to == ("mette",)
    assert not sealed_cases.mine(leader, case).can_seal_again
    assert sealed_cases.what_is_lost(leader, "mette") == ""
    keys.change_password(world.folder, "mette", NEW, PASSWORD)
    hers = session_of("mette")
    seen = sealed_cases.cases(hers)
    assert seen.cases == ()
    assert len(seen.lost) == 1
    assert sealed_cases.mine(leader, case).can_seal_again
    sealed_cases.seal_again(leader, case)
    assert sealed_cases.mine(leader, case).closed_to == ()
    assert sealed_cases.look(hers, case).case.concerning == WHOM
    assert sealed_cases.cases(hers).lost == ()


def test_a_leader_who_never_unlocked_cannot_be_chosen_in_vain(session_of, mette):
    """Nothing is sealed to a key that is not there; the text stays."""
    leader = session_of("hanne")
    staffing.add_person(
        leader, Staff(name="Berit Skov", role=Role.SOUSCHEF, houses=("maelkeboetten",)), NEW
    )
    offered = {one.name: one.has_key for one in sealed_cases.cases(mette).leaders}
    assert offered == {"Hanne Bjerre": True, "Berit Skov": False}
    berit = next(one.id for one in sealed_cases.cases(mette).leaders if not one.has_key)
    with pytest.raises(Unclear, match="Berit har ikke en nøgle"):
        begun(mette, leader=berit)
    assert sealed_cases.cases(mette).cases == ()


def test_the_leader_herself_is_passed_by(session_of, mette):
    """With nobody chosen only the writer reads it, and a leader learns nothing."""
    case = begun(mette, leader="")
    assert sealed_cases.look(mette, case).case.parties == ("mette",)
    leader = session_of("hanne")
    assert sealed_cases.cases(leader).cases == ()
    with pytest.raises(NotFound):
        sealed_cases.steps(
            leader, case, leader_did="x", next_step="", next_on=None, children=(), closed_on=None
        )


def test_changed_bytes_are_found_out(session_of, mette):
    """Somebody with the master key put another text in: its parties are told, nobody else is."""
    case = begun(mette)
    public = keys.recipients(mette.vault.folder, mette.opened)
    forged = Sealed(
        sealed=seal_to('{"d": {"x": 1}, "v": 1}', [public["mette"]]), recipients=(public["mette"],)
    )
    yusuf = session_of("yusuf")
    with yusuf.write() as pen:
        pen.put(forged, case, replaces=())
    assert sealed_cases.cases(mette).tampered
    with pytest.raises(Unclear, match="ændret af noget andet"):
        sealed_cases.look(mette, case)
    assert not sealed_cases.cases(yusuf).cases


def test_drafts_are_sealed_too(session_of, mette):
    """The half-written text is read back by its writer and by nobody else."""
    sealed_cases.keep_draft(mette, "forseglet:ny", Sealed.KIND, '{"values": {"seen": "Løftede"}}')
    found = sealed_cases.draft(mette, "forseglet:ny")
    assert found is not None
    assert "Løftede" in found.content
    assert "Løftede" not in every_row(session_of("hanne"))
    begun_at = sealed_cases.begin(
        mette, concerning=WHOM, leader="hanne", children=(), first=first(), draft="forseglet:ny"
    )
    assert begun_at.id
    assert sealed_cases.draft(mette, "forseglet:ny") is None


def test_a_key_that_somebody_put_in_is_told_at_the_door(world, session_of):
    """Whoever holds the master key can swap a public half; its owner hears of it when she unlocks."""
    leader, folder = session_of("hanne"), world.folder
    file = verified(folder, leader.opened)
    slot = file.slot_of("mette")
    planted = replace(slot.identity, recipient=recipient_of(new_identity()))
    forged = file.with_slot(slot, replace(slot, identity=planted))
    (folder / "vault.keys").write_bytes(to_bytes(stamped(forged, leader.opened)))
    assert "byttet ud" in session_of("mette").warning
    assert "byttet ud" not in session_of("mette").warning


def test_own_words_stay_own(session_of, mette):
    """A party corrects what she wrote, not what the other wrote; the parties cannot be changed."""
    case = begun(mette)
    leader = session_of("hanne")
    entry = sealed_cases.mine(leader, case).case.in_order[0]
    with pytest.raises(NotAllowed):
        sealed_cases.note(leader, case, entry)
    sealed_cases.note(leader, case, Noted(id="", day=DAY, seen="Talte med ham."))
    assert len(sealed_cases.mine(mette, case).case.entries) == 2
    sealed_cases.note(mette, case, entry)
    assert len(sealed_cases.mine(mette, case).case.entries) == 2


def test_erased_is_gone_and_the_chain_holds(world, session_of, mette):
    """Every version's words go, and the vault is still what was written."""
    case = begun(mette)
    leader = session_of("hanne")
    with pytest.raises(NotAllowed):
        sealed_cases.erase(mette, case)
    sealed_cases.steps(
        leader, case, leader_did="x", next_step="", next_on=None, children=(), closed_on=DAY
    )
    sealed_cases.erase(leader, case)
    for session in (mette, leader):
        assert sealed_cases.cases(session).cases == ()
    bodies = leader.vault.db.conn.execute(
        "SELECT count(*) FROM body JOIN event ON event.place=body.event WHERE kind='forseglet'"
    )
    assert bodies.fetchone()[0] == 0
    assert keeping.verify(world.folder, leader.opened, world.state).sound


def test_on_paper(session_of, mette):
    """Its parties print it: seen apart from thought, and no other child's name by a token."""
    case = begun(mette)
    pressed = sealed_paper.look_at_paper(mette, case)
    said = squeezed(text_of(pressed.pdf))
    for words in (WHOM, SEEN, THOUGHT, "Strengt fortroligt", "Alma Nowak"):
        assert squeezed(words) in said
    with pytest.raises(NotFound):
        sealed_paper.look_at_paper(session_of("yusuf"), case)


def test_the_other_hears_of_it_until_she_has_read_it(session_of, mette, world):
    """The leader is told on Overblik that something lies there, by no name; once opened it waits no more."""
    case = begun(mette)
    leader = session_of("hanne")
    world.clock.forward(minutes=1)

    def told(session):
        waits = waiting.overview(session).waiting
        return [one.what for one in waits if one.kind == "forseglet"]

    assert told(leader) == ["Læs en forseglet sag"]
    assert told(mette) == []
    sealed_cases.look(leader, case)
    assert told(leader) == []
    world.clock.forward(minutes=1)
    sealed_cases.note(mette, case, replace(first(), seen="Igen i dag"))
    world.clock.forward(minutes=1)
    assert told(leader) == ["Læs en forseglet sag"]
    sealed_cases.look(
        leader, case
    )  # within the quarter of an hour, but there was something new in it
    assert told(leader) == []


def test_jeg_is_the_one_who_wrote_it(mette, world):
    """»Jeg« on a paper that another hands over would be another."""
    case = begun(mette)
    sealed_cases.note(mette, case, replace(first(), seen="Igen i dag", seen_by=" Jeg. "))
    assert {one.seen_by for one in sealed_paper.paper(mette, case).entries} == {"Mette Sørensen"}
