"""Makes a vault as this program writes it, for later programs to open: `python -m tests.faults.old_vaults.make NAME`.

Run it once for a release, and never again for the same name: what lies in the folder is the promise.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from datetime import date, datetime
from pathlib import Path

from tests.faults.old_vaults.reading import LEADER, PASSWORD, PERSON, Promise, promised_by
from tvaerfaglig.domain.acts import Erased, Settings
from tvaerfaglig.domain.concern import Concern, Position, PositionSet
from tvaerfaglig.domain.contact import Absence, ParentContact
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationKind, Participant
from tvaerfaglig.domain.observation import Involved, Observation, Sign
from tvaerfaglig.domain.people import Child, Custody, Dagtilbud, Parent, Role, Staff, Stue
from tvaerfaglig.domain.protection import Basis
from tvaerfaglig.services import drafts, recording, staffing, underretninger
from tvaerfaglig.services.children import attachments
from tvaerfaglig.services.clock import SetClock
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.lock import entering, founding
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

HERE = Path(__file__).resolve().parent
BEGAN = datetime(2026, 11, 12, 8, 0)
DAY = date(2026, 11, 12)
PNG = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\0\0\0\0:~\x9bU"
    b"\0\0\0\nIDATx\x9cc`\0\0\0\2\0\1H\xaf\xa4q\0\0\0\0IEND\xaeB`\x82"
)


def make(place: Path) -> Promise:
    """The vault in place/boks and what it promises; the program's own folder is not kept."""
    clock = SetClock(BEGAN)
    state = Path(tempfile.mkdtemp()) / "state"
    house = Dagtilbud(
        name="Børnehuset Birken", stuer=(Stue(id="egen", name="Egen"),), municipality="Fjordby"
    )
    founded = founding.found(
        place / "boks",
        state,
        clock,
        house=house,
        leader="Asta Holm",
        password=PASSWORD,
        demo=True,
        leader_id=LEADER,
        house_id="birken",
    )
    _fill(founded.session, clock, place)
    promise = promised_by(founded.session.vault)
    entering.close(founded.session)
    shutil.rmtree(state.parent)
    return promise


def _fill(leader: Session, clock: SetClock, place: Path) -> None:
    bo = Staff(name="Bo Vang", role=Role.PAEDAGOG, houses=("birken",), stuer=("egen",))
    staffing.add_person(leader, bo, PASSWORD, PERSON, must_change=False)
    mother = Parent(id="mor", name="Lone Dahl", relation="mor", custody=Custody.ENE)
    ida = Child(
        name="Ida Dahl", born=date(2022, 3, 1), cpr="011322-0000", parents=(mother,),
        dagtilbud="birken", stue="egen", enrolled=date(2024, 8, 1),
    )  # fmt: skip
    with leader.write() as pen:
        pen.put(ida, "ida")
        pen.put(
            Child(name="Otto Lind", born=date(2021, 5, 2), dagtilbud="birken", stue="egen"), "otto"
        )
        pen.put(Settings(idle_minutes=7), "indstillinger")
    _write(leader, clock)
    picture = place / "tegning.png"
    picture.write_bytes(PNG)
    attachments.put(leader, "ida", picture, title="En tegning")
    picture.unlink()
    drafts.keep(leader, "observation:ny:1", "observation", '{"text": "En kladde, der venter."}')


def _write(leader: Session, clock: SetClock) -> None:
    involved = (Involved(child="ida"), Involved(child="otto"))
    first = Observation(
        day=DAY,
        involved=involved,
        text="Ida og Otto byggede et tårn af blå klodser.",
        sign=Sign.RESSOURCE,
    )
    saved = recording.save(leader, first).id
    clock.forward(minutes=20)
    before = queries.one(leader.vault, Observation, saved)
    assert before is not None
    again = Observation(
        day=DAY,
        involved=involved,
        text="Ida og Otto byggede to tårne af blå klodser.",
        correction="Jeg talte forkert.",
    )
    recording.save(leader, again, saved, replaces=before.heads)
    gone = recording.save(
        leader, Observation(day=DAY, involved=involved[:1], text="Skal slettes igen.")
    ).id
    stored = queries.one(leader.vault, Observation, gone)
    assert stored is not None
    with leader.write() as pen:
        pen.erase(Erased(events=(stored.version,), ground="forkert barn", child="ida"))
    recording.save(
        leader, ParentContact(child="ida", day=DAY, view="Lone fortæller, at nætterne er lange.")
    )
    recording.save(leader, Absence(child="ida", first=DAY, last=DAY, reason="Feber"))
    recording.save(
        leader,
        PositionSet(child="ida", day=DAY, position=Position.BEKYMRING, because="Trækker sig"),
    )
    recording.save(
        leader, Concern(child="ida", first_noticed=DAY, title="Alene i leg", text="Oftere end før.")
    )
    table = (Participant(name="Asta Holm", staff=LEADER),)
    konsultationer.plan(
        leader,
        Konsultation(
            kind=KonsultationKind.NAVNGIVET,
            child="ida",
            day=DAY,
            basis=Basis.TIDLIGT_SAMARBEJDE.value,
            participants=table,
        ),
    )
    letter = underretninger.begin(leader, "ida").id
    underretninger.save_section(leader, letter, "resume", "Ida har brug for ro omkring sig.")


def main(name: str) -> None:
    place = HERE / name
    place.mkdir()
    promise = make(place)
    note = {"made": BEGAN.isoformat(), **promise}
    (place / "promise.json").write_text(json.dumps(note, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
