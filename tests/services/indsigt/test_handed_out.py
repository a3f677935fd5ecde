"""Indsigt: everything about the child, bars over everybody else, and a file that is read again before it is kept."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import fields, replace
from datetime import date

import pikepdf
import pytest

from tests.printouts.pdf_reading import squeezed, text_of
from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.indsigt import Bar, Indsigt, barred
from tvaerfaglig.domain.masking import token
from tvaerfaglig.domain.observation import Involved, Observation, Source
from tvaerfaglig.domain.progress import Stopped, silent
from tvaerfaglig.domain.protection import Against, Basis
from tvaerfaglig.domain.third_parties import Someone, Watch
from tvaerfaglig.printouts import printing as paper_press
from tvaerfaglig.services import access_log, library, recording, underretninger
from tvaerfaglig.services.children import attachments, protecting
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.indsigt import dossier, finishing, review
from tvaerfaglig.services.indsigt.fields import FIELDS, HELD_BACK
from tvaerfaglig.services.indsigt.finishing import NotClean
from tvaerfaglig.services.indsigt.review import Review, Verdict
from tvaerfaglig.store import queries

DAY = date(2026, 11, 10)


@pytest.fixture(scope="module")
def shelf():
    return library.load()


@pytest.fixture
def hanne(world):
    return world.session("hanne")


def saw(session, text, **more):
    seen = Observation(day=DAY, involved=(Involved(child="alma"),), text=text, **more)
    return recording.save(session, seen).id


def gone_through(session, shelf, first=None):
    """A review in which everything is answered and seen, with what is proposed left as it is."""
    found = dossier.gather(session, "alma", shelf)
    made = first or Review(receiver="Katarzyna Nowak", basis="artikel_15")
    for entry in found.entries:
        if made.verdict(entry) is None:
            made = made.with_verdict(entry.id, Verdict(included=True))
    return made.with_seen(found.entries)


def hand_out(session, shelf, first=None, tell=silent):
    ready = finishing.ready(session, "alma", gone_through(session, shelf, first), shelf)
    return finishing.make(ready, tell)


def test_everything_about_the_child_is_there(hanne, shelf, world):
    """Own thoughts too, the talk, what stood before a correction, the sharing, and who was given what."""
    mette = world.session("mette")
    seen = saw(
        mette, "Sad ved vinduet.", reflection="Måske var hun træt.", child_words="Jeg kigger."
    )
    stored = queries.one(mette.vault, Observation, seen)
    recording.save(
        mette, replace(stored.record, text="Stod ved vinduet.", correction="Husket bedre"), seen
    )
    recording.save(
        mette, ParentContact(child="alma", day=DAY, told="Om morgenerne.", view="Vi er trætte.")
    )
    protecting.share_child(mette, "alma", "karen", Basis.SAMTYKKE)
    said = " ".join(text_of(hand_out(hanne, shelf).pdf).split())
    for words in (
        "Måske var hun træt.", "Jeg kigger.", "Stod ved vinduet.", "Sad ved vinduet.", "Husket bedre",
        "Om morgenerne.", "Vi er trætte.", "Karen Lund", "samtykke fra forældrene",
        "databeskyttelsesforordningen artikel 15", "Side 1 af",
    ):  # fmt: skip
        assert words in said, words


def test_every_field_of_every_kind_is_handed_out_or_held_back_for_a_reason():
    """A field that nobody has thought of would be forgotten in silence."""
    for kind, labels in FIELDS.items():
        told = set(labels) | set(HELD_BACK.get(kind, {}))
        assert {one.name for one in fields(kind)} == told, kind.KIND


@pytest.mark.parametrize(
    ("typed", "leaked"),
    [
        ("Legede med Emil ved døren.", "Emil"),
        ("Tog Emils hue, og EMIL græd.", "mil"),
        ("Sad hos Em\u00adil.", "mil"),
        ("Sad hos Bert-\nil hele dagen.", "ertil"),
        ("Spurgte om Bertilbamsen var hendes.", "ertil"),
        ("Ringede til 12 34 56 80.", "345680"),
        ("E.F. og Emil F. var der.", "E.F"),
        ("Skrev til nogen@hjemme.example.", "hjemme"),
        ("Bor på Havrevej 9 ved Bertil.", "Havrevej"),
        ("Nummer 311222-0000 stod der.", "3112220000"),
        ("Mor Ane\u0301 Kjær hentede.", "Kj"),
        ("Den \ufb01ne dreng Emil.", "mil"),
    ],
)
def test_others_are_taken_out_however_they_are_written(hanne, shelf, typed, leaked):
    """Inflected, in capitals, parted, within a word, in ligatures and loose accents: proposed, barred, and gone."""
    with hanne.write() as pen:
        bertil = hanne.child("bertil").record
        mother = replace(bertil.parents[0], name="Ané Kjær")
        home = replace(bertil, address="Havrevej 9, 9999 Fjordby", parents=(mother,))
        pen.put(home, "bertil")
        pen.put(replace(hanne.staff()["mette"], phone="12 34 56 80"), "mette")
    saw(hanne, typed)
    made = hand_out(hanne, shelf)
    assert squeezed(leaked) not in squeezed(text_of(made.pdf)).replace("Familie", "").replace(
        "familie", ""
    )
    assert "streg" in text_of(made.pdf)
    assert made.record.bar_count >= 1


def test_a_bar_is_as_wide_for_a_letter_as_for_a_line(hanne):
    """One sign, whatever it covers; bars that meet are one."""
    short = barred("ab Emil cd", [Bar(3, 4, "x")], ["x"])
    long = barred("ab Emil cd", [Bar(3, 7, "x"), Bar(5, 10, "x")], ["x"])
    assert (len(short), len(long)) == (10, 4)


def test_the_family_and_colleagues_are_not_proposed(hanne, shelf):
    """Her own name, her mother's and a pædagog's stand; so does the house's telephone."""
    saw(hanne, "Almas mor Katarzyna talte med Mette Sørensen på 12 34 56 78.", seen_by=("mette",))
    found = dossier.gather(hanne, "alma", shelf)
    assert [
        b for e in found.entries for p in e.pieces for b in review.proposed(p, found.watch)
    ] == []


def test_a_child_known_to_the_program_is_another_child(hanne, shelf):
    """A chosen name was never in the text."""
    saw(hanne, f"Byggede med {token('bertil')}.")
    said = " ".join(text_of(hand_out(hanne, shelf).pdf).split())
    assert "Byggede med et andet barn." in said
    assert "Bertil" not in said


def test_who_told_it_from_outside_is_proposed_whole(hanne, shelf):
    """Mor told is no secret; a neighbour may be."""
    saw(hanne, "Kom sent.", source=Source.FORTALT, told_by="mor")
    saw(hanne, "Græd i nat.", source=Source.FORTALT, told_by="Danuta fra stuen nedenunder")
    found = dossier.gather(hanne, "alma", shelf)
    sources = [p.text for e in found.entries for p in e.pieces if p.source]
    assert sources == ["Danuta fra stuen nedenunder"]
    made = hand_out(hanne, shelf)
    assert "Danuta" not in text_of(made.pdf)
    assert "Fortalt af mor" in " ".join(text_of(made.pdf).split())


def test_a_person_adds_a_bar_and_takes_one_away(hanne, shelf):
    """Her bar stands with its reason, and the name she let stand stands."""
    seen = saw(hanne, "Emil og naboen Danuta kom.")
    found = dossier.gather(hanne, "alma", shelf)
    piece = next(p for p in found.entry(seen).pieces if "Danuta" in p.text)
    at = piece.text.index("Danuta")
    mine = Review(receiver="Mor", basis="frivilligt").with_bars(piece, [Bar(at, at + 6, "kilde")])
    made = hand_out(hanne, shelf, mine)
    said = " ".join(text_of(made.pdf).split())
    assert "Emil og naboen" in said
    assert "Danuta" not in said
    assert [(one.reason, one.times) for one in made.record.bars] == [("kilde", 1)]
    assert "hvem der har fortalt os det" in said


def test_a_text_that_was_changed_since_is_proposed_anew_and_seen_again(hanne, shelf):
    """No bar slides to another place."""
    seen = saw(hanne, "Danuta kom.")
    found = dossier.gather(hanne, "alma", shelf)
    piece = next(p for p in found.entry(seen).pieces if "Danuta" in p.text)
    mine = gone_through(hanne, shelf).with_bars(piece, [Bar(0, 6, "kilde")])
    review.keep(hanne, "alma", mine)
    stored = queries.one(hanne.vault, Observation, seen)
    recording.save(hanne, replace(stored.record, text="Så kom Emil."), seen)
    kept, now = review.kept(hanne, "alma"), dossier.gather(hanne, "alma", shelf)
    entry = now.entry(seen)
    assert kept.receiver == "Katarzyna Nowak"
    assert not kept.is_seen(entry)
    piece = next(p for p in entry.pieces if p.text == "Så kom Emil.")
    assert [piece.text[b.start : b.end] for b in kept.bars(piece, now.watch)] == ["Emil"]


def test_opening_it_is_a_look_that_is_noted(hanne, shelf):
    """She reads everything about the child: that stands in the log."""
    review.opened(hanne, "alma", shelf)
    assert review.LOOKED in [one.what for one in access_log.of_child(hanne, "alma")]


def test_nothing_is_made_while_something_waits(hanne, shelf):
    """Who, on what basis, with or without a draft, and everything gone through: said in words."""
    underretninger.begin(hanne, "alma")
    with pytest.raises(Unclear, match="hvem der skal have det"):
        finishing.ready(hanne, "alma", Review(), shelf)
    found = dossier.gather(hanne, "alma", shelf)
    waiting = review.waits(Review(receiver="Mor", basis="part"), found)
    assert any("afgøre" in one for one in waiting)
    assert any("gennemgået" in one for one in waiting)


def test_what_is_left_out_stands_on_the_front_with_its_reason(hanne, shelf):
    """A draft that a person held back; the program never decides it."""
    letter = underretninger.begin(hanne, "alma").id
    mine = Review(receiver="Mor", basis="part").with_verdict(
        letter, Verdict(included=False, why="internt")
    )
    made = hand_out(hanne, shelf, mine)
    said = " ".join(text_of(made.pdf).split())
    assert "Kladde til underretning" in said
    assert "internt arbejdspapir (forvaltningsloven § 12)" in said
    assert [one.reason for one in made.record.left_out] == ["internt"]


def test_a_letter_that_was_finished_is_set_anew_with_bars(hanne, shelf):
    """From the words it was frozen with; the name in it is gone, the rest stands."""
    letter = underretninger.begin(hanne, "alma").id
    underretninger.save_section(
        hanne, letter, "resume", "Emil slog, og Alma græd hele formiddagen."
    )
    underretninger.finish(hanne, letter, shelf)
    said = " ".join(text_of(hand_out(hanne, shelf).pdf).split())
    assert "og Alma græd hele formiddagen." in said
    assert "Emil" not in said


def test_a_protected_address_is_nowhere(hanne, shelf):
    """Neither in the facts nor in a sentence, and the mother's telephone with it."""
    with hanne.write() as pen:
        alma = hanne.child("alma").record
        pen.put(replace(alma, protected=True), "alma")
    saw(hanne, "Gik hjem til engvej 4 og til Engvej 4.")
    said = text_of(hand_out(hanne, shelf).pdf)
    assert "engvej 4" not in said.casefold()
    assert "123456" not in squeezed(said).replace("12345678", "")


def test_a_picture_goes_along_as_pixels_and_only_when_somebody_says(hanne, shelf, tmp_path):
    """What a file hides stays behind; a PDF that names another child is not let through."""
    file = tmp_path / "Emils tegning.png"
    file.write_bytes(picture(b"tEXtComment\0Emil Friis"))
    attachments.put(hanne, "alma", file)
    made = hand_out(hanne, shelf)
    assert b"Friis" not in made.pdf
    assert "Emil" not in text_of(made.pdf)
    with pikepdf.open(io.BytesIO(made.pdf)) as opened:
        assert any(
            str(one.get("/Subtype", "")) == "/Image"
            for one in opened.objects
            if isinstance(one, pikepdf.Stream)
        )
    file = tmp_path / "udtalelse.pdf"
    file.write_bytes(hand_out_named(hanne, shelf))
    attachments.put(hanne, "alma", file)
    with pytest.raises(NotClean, match="nævner andre"):
        hand_out(hanne, shelf)


def hand_out_named(session, shelf):
    """A PDF in which Bertil is named."""
    ready = finishing.ready(session, "alma", gone_through(session, shelf), shelf)
    return paper_press.render(replace(ready.paper, intro="Det var Bertil."))


def picture(hidden):
    def chunk(kind, content):
        return (
            struct.pack(">I", len(content))
            + kind
            + content
            + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0\xff\0\0\0\xff\0" * 2)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(hidden[:4], hidden[4:])
        + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )  # fmt: skip


# the finished file is read again


def leaking(pdf, how):
    """The same file with a name put where it does not belong."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        page = opened.pages[-1]
        if how == "metadata":
            opened.docinfo["/Subject"] = "Emil Friis"
        elif how == "alt":
            opened.Root.StructTreeRoot.K[0].Alt = pikepdf.String("Et billede af Emil")
        elif how == "actual text":
            opened.Root.StructTreeRoot.K[0].ActualText = pikepdf.String("Emil")
        elif how == "stream":
            page.contents_add(b"% Bertil Kj\xc3\xa6r\n")
        elif how == "hex":
            page.contents_add(b"% " + "Bertil".encode("utf-16-be").hex().encode() + b"\n")
        elif how == "attachment":
            opened.attachments["noter.txt"] = b"x"
        elif how == "orphan":
            opened.make_indirect(pikepdf.Stream(opened, "Bertil Kjær".encode("utf-16-be")))
            opened.Root.Spare = opened.make_stream("Bertil Kjær".encode("utf-16-be"))
        out = io.BytesIO()
        opened.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "how", ["metadata", "alt", "actual text", "stream", "hex", "attachment", "orphan"]
)
def test_a_leak_in_the_file_stops_it_and_says_where(hanne, shelf, monkeypatch, how):
    """However it got there: nothing is kept."""
    saw(hanne, "Legede med Emil og Bertil.")
    render = paper_press.render
    monkeypatch.setattr(paper_press, "render", lambda paper: leaking(render(paper), how))
    with pytest.raises(NotClean, match="ikke gemt"):
        hand_out(hanne, shelf)
    assert finishing.earlier(hanne, "alma") == []


@pytest.mark.parametrize("where", ["intro", "entries", "title"])
def test_a_name_that_reaches_the_pages_is_found(hanne, shelf, where):
    """The proof reads what is on paper, not what was meant: told, a title, and parted at a line's end."""
    saw(hanne, "Legede med Bertil.")
    ready = finishing.ready(hanne, "alma", gone_through(hanne, shelf), shelf)
    paper = ready.paper
    more = {
        "intro": {"intro": paper.intro + " Det var Bertil."},
        "entries": {
            "entries": (
                replace(paper.entries[0], pieces=(("Tekst", "Det var Ber\u00adtils hue."),)),
            )
        },
        "title": {"title": "Indsigt, Bertil Kjær"},
    }[where]
    pdf = paper_press.render(replace(paper, **more))
    with pytest.raises(NotClean, match=r"side \d|skjulte|rå"):
        finishing.prove(pdf, paper, ready.secrets)


def test_a_word_that_rightly_stands_elsewhere_may_stand_as_often_and_not_once_more(hanne, shelf):
    """A bar over one »mor« does not forbid the others; one too many is found."""
    seen = saw(hanne, "Hendes moster kom. Hendes moster gik.")
    found = dossier.gather(hanne, "alma", shelf)
    piece = next(p for p in found.entry(seen).pieces if "moster" in p.text)
    at = piece.text.index("moster")
    mine = Review(receiver="Mor", basis="part").with_bars(
        piece, [Bar(at, at + 6, "anden_foraelder")]
    )
    made = hand_out(hanne, shelf, mine)
    assert text_of(made.pdf).count("moster") == 1
    ready = finishing.ready(hanne, "alma", gone_through(hanne, shelf, mine), shelf)
    pdf = paper_press.render(replace(ready.paper, not_here="moster"))
    with pytest.raises(NotClean):
        finishing.prove(pdf, ready.paper, ready.secrets)


# kept, noted, stopped


def test_it_is_kept_as_it_was_handed_out_and_noted(hanne, shelf):
    """The bytes, their fingerprint, to whom, on what basis and how many bars; the log says that it was given."""
    saw(hanne, "Legede med Emil.")
    review.keep(hanne, "alma", gone_through(hanne, shelf))
    made = hand_out(hanne, shelf)
    kept, _ = finishing.keep(hanne, made)
    assert finishing.handed_out(hanne, kept).pdf == made.pdf
    stored = queries.one(hanne.vault, Indsigt, kept).record
    assert (stored.receiver, stored.basis, stored.bar_count) == ("Katarzyna Nowak", "artikel_15", 1)
    assert stored.pages == paper_press.page_count(made.pdf)
    lines = [one for one in access_log.of_child(hanne, "alma") if one.kind == Indsigt.KIND]
    assert [(one.did, one.what, one.receiver) for one in lines] == [
        ("har givet", "indsigt til forældrene", "Katarzyna Nowak")
    ]
    assert review.kept(hanne, "alma") == Review()
    assert "Emil" not in repr(stored)


def stop_at_reading(_part, doing):
    if doing.startswith("Læser"):
        raise Stopped


def test_it_can_be_given_up_on_the_way(hanne, shelf):
    """Nothing is made, and what was gone through is still there."""
    review.keep(hanne, "alma", gone_through(hanne, shelf))
    with pytest.raises(Stopped):
        hand_out(hanne, shelf, tell=stop_at_reading)
    assert review.kept(hanne, "alma").receiver


@pytest.mark.parametrize("against", [Against.FORAELDER, Against.UKENDT])
def test_it_stops_while_the_parents_are_not_to_know(hanne, shelf, against):
    """Before it is begun, and also when the guard was set on the way."""
    made = hand_out(hanne, shelf)
    protecting.set_guard(hanne, "alma", against)
    for act in (
        lambda: dossier.gather(hanne, "alma", shelf),
        lambda: finishing.ready(hanne, "alma", Review(), shelf),
        lambda: finishing.keep(hanne, made),
    ):
        with pytest.raises(NotAllowed, match="spørg kommunen"):
            act()


@pytest.mark.parametrize("person", ["mette", "karen", "jonas"])
def test_it_is_the_leaders(world, shelf, person):
    """In words."""
    with pytest.raises((NotAllowed, NotFound)):
        dossier.gather(world.session(person), "alma", shelf)


def test_a_name_that_is_the_childs_own_is_never_proposed():
    """Another Alma cannot be told from this one; her last name can."""
    watch = Watch([Someone("andet_barn", ("Alma Friis",))], ("Alma Nowak",), ())
    text = "Alma og Alma Friis og Friis."
    assert [text[b.start : b.end] for b in watch.proposed(text)] == ["Alma Friis", "Friis"]


def test_the_world_of_the_demo_is_handed_out_clean(demo_world, shelf):
    """Every child whose parents may be told: made, proved, and no other child's name in it."""
    hanne = demo_world.session("Hanne")
    children = hanne.children()
    done = 0
    for child in list(children)[:12]:
        try:
            found = dossier.gather(hanne, child, shelf)
        except NotAllowed:
            continue
        mine = Review(receiver="Forældrene", basis="artikel_15")
        for entry in found.entries:
            if mine.verdict(entry) is None:
                mine = mine.with_verdict(entry.id, Verdict(included=True))
        ready = finishing.ready(hanne, child, mine.with_seen(found.entries), shelf)
        finishing.make(ready)
        done += 1
    assert done > 5
