"""A house where much was written about Alma, some of it together with others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from tvaerfaglig.domain.concern import Concern, Position, PositionSet
from tvaerfaglig.domain.contact import Absence, ParentContact
from tvaerfaglig.domain.masking import token
from tvaerfaglig.domain.observation import Involved, Observation, Part
from tvaerfaglig.domain.people import Child, Sibling
from tvaerfaglig.services import drafts, recording
from tvaerfaglig.services.children import attachments, card, one_child
from tvaerfaglig.store import queries

PDF = b"%PDF-1.7\n" + b"Tegning af hule. " * 5000
DAY = date(2026, 11, 12)
ALMAS = "Alma Nowak sad under bordet i garderoben og ville ikke ud til de andre."
BOTH = f"{token('alma')} rev i Bertils trøje, og Alma råbte »gå væk« tre gange ved gyngerne."
OTHERS = "Bertil fortalte ved frokosten, at han leger med Alma Nowak hver eneste eftermiddag."
FIRST = "Bertil spurgte flere gange efter Alma i løbet af formiddagen og ville hjem."
TALK = "Katarzyna Nowak fortæller, at natten er svær, og at Engvej 4 er koldt om vinteren."


def seen(text, *who, **more):
    parts = tuple(
        Involved(child=one, part=Part.HANDLER_OM if n == 0 else Part.VAR_MED)
        for n, one in enumerate(who)
    )
    return Observation(day=DAY, involved=parts, text=text, **more)


def furnish(session, tmp_path: Path) -> dict[str, str]:
    """Everything that can be about a child; the answer is where each thing lies."""
    made = {
        "hers": recording.save(session, seen(ALMAS, "alma")).id,
        "both": recording.save(session, seen(BOTH, "alma", "bertil")).id,
        "others": recording.save(session, seen(OTHERS, "bertil")).id,
        "first": recording.save(session, seen(FIRST, "bertil")).id,
    }
    before = queries.one(session.vault, Observation, made["both"])
    recording.save(
        session,
        replace(before.record, text=f"{BOTH} Det stod på i ti minutter.", correction="Rettet"),
        made["both"],
        replaces=before.heads,
    )
    made["talk"] = recording.save(session, ParentContact(child="alma", day=DAY, view=TALK)).id
    recording.save(session, Absence(child="alma", first=DAY, last=DAY, reason="Ondt i maven igen"))
    recording.save(
        session,
        PositionSet(
            child="alma", day=DAY, position=Position.BEKYMRING, because="Trækker sig fra de andre"
        ),
    )
    concern = Concern(
        child="alma",
        first_noticed=DAY,
        title="Alene i leg",
        text="Hun går oftere for sig selv end før",
    )
    made["concern"] = recording.save(session, concern).id
    paper = tmp_path / "tegning.pdf"
    paper.write_bytes(PDF)
    made["file"] = attachments.put(session, "alma", paper, title="En tegning fra Alma").id
    one_child.child_page(session, "alma")
    card.reveal_cpr(session, "alma", "Til underretningen")
    sibling(session)
    drafts.keep(
        session,
        "observation:ny:1",
        "observation",
        '{"children": [["alma", "om"]], "text": "En kladde om hende her og nu"}',
    )
    drafts.keep(session, "samtale:alma", "samtale", '{"told": "En samtale vi aldrig gemte"}')
    drafts.keep(
        session,
        "observation:ny:2",
        "observation",
        '{"children": [["bertil", "om"]], "text": "Bertil og Alma Nowak byggede h\\u00f8jt"}',
    )
    return made


def sibling(session):
    """Jan has a card of his own now; each of them stands on the other's."""
    jan = Child(
        name="Jan Nowak",
        born=date(2026, 3, 1),
        address="Engvej 4, 9999 Fjordby",
        siblings=(Sibling(name="Alma Nowak", born=date(2022, 9, 3), child="alma"),),
        dagtilbud="maelkeboetten",
        stue="solsikken",
    )
    with session.write() as pen:
        pen.put(jan, "jan")


def close_all(session, day=DAY):
    """Nothing holds her back any more."""
    for one in queries.of_child(session.vault, Concern, "alma"):
        closed = replace(one.record, closed_on=day, closed_because="Det gik over")
        recording.save(session, closed, one.id, replaces=one.heads)


def leave(session, child="alma", day=date(2021, 10, 1)):
    stored = queries.one(session.vault, Child, child)
    with session.write() as pen:
        pen.put(replace(stored.record, left=day), child)
