"""The room list: a line for each child, where she stands now and stood the time before, and when next. No text."""

from __future__ import annotations

from tvaerfaglig.printouts.composing.commonplaces import facts
from tvaerfaglig.printouts.outline import Note, Outline, Part, Prose, Rows, Section, Strip, side
from tvaerfaglig.printouts.papers.parts import Fact
from tvaerfaglig.printouts.papers.rounds import RoomListPaper, RoomRow

HEAD = ("Barn", "Denne gang", "Sidst", "Ses igen", "")
BIN = "Listen nævner flere børn. Den bliver hos jer, der arbejder med dem, og makuleres bagefter."
NOBODY = "Ingen børn i runden, som du kan se."


def compose(paper: RoomListPaper) -> Outline:
    return Outline(
        title="Stueliste",
        imprint=paper.imprint,
        subtitle=f"Trivselsrunde · {paper.round}",
        head=facts(Fact("Runden", paper.period), Fact("Formål", paper.imprint.purpose)),
        sections=(
            *((Strip(paper.strip[:4]),) if paper.strip else ()),
            *(map(_room, paper.rooms) if paper.rooms else (Part("Børnene", (Prose(NOBODY),)),)),
            *side("Husk", Note(BIN), Note(paper.note)),
        ),
    )


def _room(room: tuple[str, tuple[RoomRow, ...]]) -> Section:
    name, rows = room
    cells = tuple((one.name, one.now.word, one.before.word, one.next_look, "☐") for one in rows)
    signs = tuple((None, one.now.position, one.before.position, None, None) for one in rows)
    return Part(name, (Rows(HEAD, cells, (46, 44, 40, 25, 10), bold=0, signs=signs),), room=40)
