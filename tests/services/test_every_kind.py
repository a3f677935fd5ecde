"""What is promised of everything written about a child, asked of every kind of record there is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from tests.services.every_kind import DAY, Maker, letter_of
from tests.store.bare_vault import decrypted, everything_in
from tvaerfaglig.domain.acts import (
    ColumnsChosen,
    CprShown,
    Erased,
    Link,
    ListBroughtIn,
    Printed,
    Read,
)
from tvaerfaglig.domain.follow_up import Reminder
from tvaerfaglig.domain.indsigt import Indsigt
from tvaerfaglig.domain.interview.told import Told
from tvaerfaglig.domain.kinds import KINDS
from tvaerfaglig.domain.masking import token
from tvaerfaglig.domain.people import Child, Dagtilbud, Staff
from tvaerfaglig.domain.protection import Guard
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.staff_case import Sealed
from tvaerfaglig.domain.statusudtalelser.records import StatusFinished
from tvaerfaglig.domain.underretning import Dismissed, Finished, Underretning
from tvaerfaglig.services import access_log, library
from tvaerfaglig.services.copying import daily
from tvaerfaglig.services.erasing import copies, proof, receipts, scope
from tvaerfaglig.services.erasing.acts import Done
from tvaerfaglig.services.erasing.traces import traces_of
from tvaerfaglig.services.indsigt import dossier, review
from tvaerfaglig.services.indsigt.fields import FIELDS
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.vault import keeping
from tvaerfaglig.store import projections, queries

TOLD_OTHERWISE: dict[type[Record], tuple[str, ...]] = {
    Finished: ("papir",), StatusFinished: ("papir",), Reminder: ("papir",),  # as the paper said it
    Printed: (".document", ".how", ".purpose", ".receiver", ".basis", ".basis_text"),
    Indsigt: (".receiver",),  # to whom it was given; its bars are others'
}  # fmt: skip
NOT_TOLD = {
    Read: "stands in the log, which is a paper of its own",
    CprShown: "stands in the log, which is a paper of its own",
    Link: "an id: what it points to is printed by itself",
    Dismissed: "which questions were laid away: no word about the child",
    Told: "which questions were answered: the words stand in the sections",
}
IDS = {"Emne", "Mødeform"}  # what nobody types: chosen from a list, kept as an id
STAY_AS_THEY_ARE = {
    Staff, Dagtilbud, ListBroughtIn, ColumnsChosen, Erased, Sealed,  # no words about a child
    Finished, StatusFinished, Reminder,  # a paper that left is not changed; the leader is told that she stands in it
}  # fmt: skip


@dataclass
class House:
    """The vault with one of every kind about Alma; `word` tells which kind and field a word stands in."""

    hanne: Session
    words: dict[str, tuple[str, str]]
    kinds: list[type[Record]]

    def of(self, kind: type[Record], begins: str) -> list[str]:
        """The words of one field of a kind, and of what is inside it."""
        return [
            word
            for word, (of, path) in self.words.items()
            if of == kind.KIND and (path == begins or path.startswith(f"{begins}."))
        ]


def about_alma(maker: Maker) -> Iterator[tuple[Record, str]]:
    """One of each kind that can be about a child, and the id it is put under: its kind."""
    for kind in KINDS.values():
        made = maker.one(kind)
        if isinstance(made, Child):
            at_home = {"dagtilbud": "maelkeboetten", "stue": "solsikken", "dagplejer": ""}
            yield replace(made, **at_home, guests_with=(), left=None), "alma"
        elif isinstance(made, Guard):
            yield replace(made, lifted_on=DAY), kind.KIND
        elif "alma" in made.about() and not isinstance(made, Erased):
            yield made, letter_of("alma") if kind is Underretning else kind.KIND


def furnish(session: Session, maker: Maker) -> list[type[Record]]:
    """Put them all in the vault, with one file that those with a file have."""
    with session.write() as pen:
        maker.file = pen.put_blob(maker.word.encode() * 9)
        every = list(about_alma(maker))
        for record, one in every:
            pen.put(record, one)
    return [type(record) for record, _ in every]


@pytest.fixture
def house(world):
    maker = Maker("alma")
    hanne = world.session("hanne")
    kinds = furnish(hanne, maker)
    return House(hanne, maker.said, kinds)


def told(session: Session) -> str:
    """Everything an insight hands out."""
    entries = dossier.gather(session, "alma", library.load()).entries
    return "\n".join(f"{one.title}\n{one.line}\n{text_of(one)}" for one in entries)


def text_of(entry: dossier.Entry) -> str:
    return "\n".join(f"{piece.label}: {piece.text}" for piece in entry.pieces)


def test_every_kind_has_a_danish_name_and_no_two_the_same():
    """In the log, on the proof and on the receipt: never the word it is stored under."""
    names = [access_log.thing(kind) for kind in KINDS]
    assert [one for one in KINDS if access_log.thing(one) == one] == []
    assert sorted(names) == sorted(set(names))


def test_everything_about_a_child_is_handed_out_or_it_is_said_why_not(house):
    """Field by field: what an insight has a heading for stands there with its words."""
    said, silent = told(house.hanne), []
    for kind in house.kinds:
        assert (kind in FIELDS) + (kind in TOLD_OTHERWISE) + (kind in NOT_TOLD) == 1, kind.KIND
        asked = [f".{name}" for name in FIELDS.get(kind, ())] or TOLD_OTHERWISE.get(kind, ())
        for field in asked:
            words = house.of(kind, field)
            if words and not any(one in said for one in words):
                silent.append((kind.KIND, field))
    assert silent == [("barn", ".dagplejer"), ("konsultation", ".form")]  # ids of what is not there


def test_of_others_and_of_a_protected_home_an_insight_tells_nothing(world):
    """In every text: another child as a token and as typed, and the street. Said otherwise, or under a bar."""
    hanne = world.session("hanne")
    furnish(hanne, Maker("alma", also=f" {token('bertil')} og Bertil Kjær på Engvej 4"))
    card = replace(hanne.child("alma").record, protected=True, address="Engvej 4, 9999 Fjordby")
    with hanne.write() as pen:
        pen.put(card, "alma")
    found = dossier.gather(hanne, "alma", library.load())
    bare = [
        (entry.title, piece.label)
        for entry in found.entries
        for piece in entry.pieces
        if any(word in covered(piece, found) for word in ("Kjær", "Engvej"))
        or ("{barn:" in piece.text and piece.label not in IDS)
    ]
    assert bare == []


def covered(piece, found):
    """What is left of a text under the bars that are proposed."""
    shown = list(piece.text)
    for bar in review.proposed(piece, found.watch):
        shown[bar.start : bar.end] = "▇" * (bar.end - bar.start)
    return "".join(shown)


def test_nothing_of_an_erased_child_is_left_in_any_kind(world):
    """Her own records go; where she is named, in another child's or in nobody's, her name goes. Every byte is looked at."""
    hanne = world.session("hanne")
    own = Maker("alma")
    furnish(hanne, own)
    named = [Maker(one, also=" Alma Nowak", word=f"Rimfrost{one}") for one in ("bertil", "")]
    with hanne.write() as pen:
        for maker in named:
            maker.file = pen.put_blob(maker.word.encode() * 9)
            for kind in set(KINDS.values()) - STAY_AS_THEY_ARE - {Child}:
                pen.put(maker.one(kind))
    hanne.vault.save_draft(
        "mette", "ny:alma", "observation", '{"children":[["alma","om"]],"text":"Kvabbel"}'
    )
    daily.run(hanne, daily.by_hand(hanne))
    inside = everything_in(hanne.vault)
    assert "Nowak" in inside
    with hanne.write() as pen:
        found = scope.of_child(hanne.vault, "alma")
        traces = traces_of(hanne.vault, found)
        found.carry_out(pen, found.decision("prøve"))
        changes = pen.changes
    done = Done(changes.touched[-1].record, "alma", "Alma Nowak", changes, traces)
    inside = everything_in(hanne.vault)
    for word in (*own.said, "Nowak", "NOWAK", "031322-0000"):
        assert word not in inside, own.said.get(word, word)
    assert "Rimfrost" in inside
    shown = proof.prove(hanne, done)
    if not shown.gone:  # as the page does where it finds a remnant
        proof.write_anew(hanne)
        shown = proof.prove(hanne, done, written_anew=True)
    assert (shown.flaws, shown.remnants, shown.index_sound) == ((), 0, True)
    assert shown.older_copies == 1
    assert hanne.vault.rebuild()
    copies.renew(hanne, copies.errand(hanne), done)
    key = hanne.opened.subkey("sqlcipher")
    files = [one for one in hanne.vault.folder.rglob("*") if one.is_file()]
    assert (
        len([one for one in files if one.name == "vault.db"]) == 2
    )  # itself, and the copy of today
    for file in files:
        lying = decrypted(file, key) if file.name == "vault.db" else file.read_bytes()
        assert [one for one in (b"Kvabbel", b"Nowak") if one in lying] == [], file


def test_a_receipt_says_every_kind_in_danish(house):
    """A paper that a parent is given holds no word of the program's own."""
    of_nobody = {
        "indsats",
        "indsats_gang",
        "indsats_timer",
        "frivillig",
        "besoeg",
        "besoegsspoergsmaal",
    }
    kinds = {kind.KIND for kind in house.kinds} | of_nobody
    raw = [one for one in kinds if receipts.counted(one, 2) == f"2 {one}"]
    assert sorted(raw) == ["bilag", "henvisning"]  # said so in Danish, and never counted


def test_a_copy_put_back_is_every_kind_as_it_was(house, world, tmp_path):
    """The same words and the same tables, and made anew from the log they are the same again."""
    hanne = house.hanne
    with hanne.write() as pen:
        pen.put(Sealed(sealed="Isblomst", recipients=("Isblomst",)), "forseglet")
        for kind in set(KINDS.values()) - {Child, Erased, Sealed, *house.kinds}:
            pen.put(Maker("").one(kind))
    before, tables = everything_in(hanne.vault), projections.digest(hanne.vault.db)
    assert queries.all_of(hanne.vault, Sealed) == []
    assert hanne.vault.examine().sound
    made = keeping.backup(hanne, tmp_path / "kopier")
    place, state = tmp_path / "ny" / "boks", tmp_path / "ny" / "state"
    place.parent.mkdir()
    keeping.restore(made, place, hanne.opened, world.clock, state)
    world.folder, world.state = place, state
    again = world.session("hanne")
    assert projections.digest(again.vault.db) == tables
    assert all(word in everything_in(again.vault) for word in house.words if word in before)
