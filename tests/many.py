"""A vault with as many records as one asks for, written through the real log: signed, chained, projected.

For the bench and for whatever else must be tried at size. Invented from a fixed seed: the same house, the same
children, the same words in the same order each time. It is built once for a shape of the vault and a number,
and kept in the folder that the caller names; whoever writes in it works on a copy.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path
from random import Random

import platformdirs

from tvaerfaglig import __version__
from tvaerfaglig.domain.acts import Read
from tvaerfaglig.domain.concern import Concern, Position, PositionSet
from tvaerfaglig.domain.contact import Absence, ParentContact
from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
    Konsultation,
    KonsultationKind,
    KonsultationState,
)
from tvaerfaglig.domain.observation import Involved, Observation, Sign
from tvaerfaglig.domain.people import Child, Dagtilbud, Role, Staff, Stue
from tvaerfaglig.domain.record import Record
from tvaerfaglig.services.clock import DEMO_START, SetClock
from tvaerfaglig.services.lock import entering, founding
from tvaerfaglig.services.session import Session
from tvaerfaglig.store.migrations import STEPS

PASSWORD = "mange ord om mange boern"
LEADER_NAME = "Inger Dam"
LEADER, HOUSE, BUSY = "leder", "hus-et", "barn-travlt"
BUSY_RECORDS = 500
_STUER = ("solsikken", "kloeveren", "raeven", "egernet", "musvitten", "bogfinken")
_BATCH = 2_000
_ENROLLED = 120
_SYLLABLES = [
    "ba",
    "bro",
    "da",
    "del",
    "en",
    "fa",
    "ge",
    "ha",
    "hjem",
    "i",
    "jo",
    "ka",
    "kla",
    "le",
    "li",
    "lo",
    "ma",
    "mo",
    "na",
    "ne",
    "o",
    "pa",
    "ra",
    "re",
    "sa",
    "se",
    "si",
    "ska",
    "ste",
    "sø",
    "ta",
    "ti",
    "træ",
    "u",
    "va",
    "vi",
    "ø",
    "å",
    "mer",
    "ning",
    "hed",
    "sko",
    "le",
    "gen",
    "den",
    "ter",
    "som",
]


@dataclass(frozen=True)
class Many:
    """Where it lies and how to come in."""

    folder: Path
    state: Path
    records: int

    def open(self) -> Session:
        return entering.unlock(self.folder, LEADER, PASSWORD, SetClock(DEMO_START), self.state)

    def copy_to(self, place: Path) -> Many:
        shutil.copytree(self.folder.parent, place)
        return Many(place / "boks", place / "state", self.records)


def cache() -> Path:
    """Where they are kept from run to run: the platform's cache folder, unless another is named."""
    named = os.environ.get("TVAERFAGLIG_BENCH")
    return Path(named or platformdirs.user_cache_dir("tvaerfaglig-bench", appauthor=False))


def many(records: int, kept: Path) -> Many:
    """The vault of that many records; built now where `kept` has none of today's shape."""
    shape = repr((STEPS, __version__, records, Path(__file__).read_bytes()))
    place = kept / f"{records}-{hashlib.sha256(shape.encode()).hexdigest()[:16]}"
    if not place.exists():
        building = place.with_name(f"{place.name}.bygges")
        shutil.rmtree(building, ignore_errors=True)
        _build(building, records)
        building.replace(place)
    return Many(place / "boks", place / "state", records)


def words_of(random: Random) -> list[str]:
    """Twenty thousand words, the first of them common: Zipf's law does the choosing."""
    made = (
        "".join(random.choice(_SYLLABLES) for _ in range(random.randint(2, 5)))
        for _ in range(40_000)
    )
    return list(dict.fromkeys(made))[:20_000]


def _build(place: Path, records: int) -> None:
    random = Random(1849)
    last = DEMO_START
    first = last - timedelta(days=max(60, min(3_650, records // 28)))
    clock = SetClock(first)
    session = _house(place, clock)
    session.vault.db.conn.execute("PRAGMA synchronous=OFF")
    children = _children(session, random, max(60, min(1_500, records // 250)), first, last)
    step = (last - first) / records
    made = _records(random, children, first, step, records)
    for _ in range(0, records, _BATCH):
        with session.write() as pen:
            for at, (record, record_id) in enumerate(islice(made, _BATCH)):
                if at % 50 == 0:
                    clock.at += step * 50
                pen.put(record, record_id)
    clock.set(last)
    entering.close(session)


def _house(place: Path, clock: SetClock) -> Session:
    house = Dagtilbud(
        name="Børnehuset Skovkanten",
        municipality="Fjordby Kommune",
        stuer=tuple(Stue(id=one, name=one.capitalize()) for one in _STUER),
    )
    founded = founding.found(
        place / "boks",
        place / "state",
        clock,
        house=house,
        leader=LEADER_NAME,
        password=PASSWORD,
        demo=True,
        leader_id=LEADER,
        house_id=HOUSE,
    )
    with founded.session.write() as pen:
        for n in range(24):
            staff = Staff(
                name=f"Pia {chr(65 + n)}strup",
                role=Role.PAEDAGOG,
                houses=(HOUSE,),
                stuer=(_STUER[n % 6],),
            )
            pen.put(staff, f"pia-{n}")
    return founded.session


def _children(
    session: Session, random: Random, count: int, first: datetime, last: datetime
) -> list[str]:
    """The newest hundred and twenty are enrolled, the others have left; one writes more than all."""
    found = [BUSY, *(f"barn-{n:04}" for n in range(count - 1))]
    span = (last - first).days
    with session.write() as pen:
        for n, child in enumerate(found):
            here = n < _ENROLLED
            began = last.date() - timedelta(
                days=random.randint(30, 700) if here else random.randint(1_000, span + 1_400)
            )
            made = Child(
                name="Bo Travl" if child == BUSY else f"{_name(random)} {_name(random)}sen",
                born=began - timedelta(days=random.randint(300, 900)),
                dagtilbud=HOUSE,
                stue=_STUER[n % 6],
                enrolled=began,
                left=None if here else began + timedelta(days=random.randint(300, 900)),
            )
            pen.put(made, child)
    return found


def _name(random: Random) -> str:
    return "".join(random.choice(_SYLLABLES) for _ in range(2)).capitalize()


def _records(
    random: Random, children: list[str], first: datetime, step: timedelta, records: int
) -> Iterator[tuple[Record, str | None]]:
    words = words_of(random)
    busy_every = max(2, records // BUSY_RECORDS)
    for n in range(records):
        day = (first + step * n).date()
        child = (
            BUSY
            if n % busy_every == 1
            else children[1 + int(random.random() * (len(children) - 1))]
        )
        yield _one(random, words, child, day, n, children)


def _one(
    random: Random, words: list[str], child: str, day: date, n: int, children: list[str]
) -> tuple[Record, str | None]:
    kind = random.random()
    if child == BUSY or kind < 0.66:
        others = random.sample(children[1:], random.randint(1, 2)) if random.random() < 0.06 else []
        involved = tuple(Involved(child=one) for one in dict.fromkeys([child, *others]))
        sign = random.choice(tuple(Sign))
        record = Observation(
            involved=involved,
            day=day,
            text=_text(random, words, 45),
            child_words=_text(random, words, 8) if random.random() < 0.3 else "",
            place=random.choice(("garderoben", "legepladsen", "ved bordet", "i puderummet")),
            categories=(random.choice(("leg", "sprog", "søvn", "mad", "krop")),),
            seen_by=(f"pia-{n % 24}",),
            sign=sign,
        )
        return record, None
    if kind < 0.84:
        return Read(child=child, what="barnets side"), f"laest:pia-{n % 24}:{child}::{n}"
    return _rarer(random, words, child, day, kind), None


def _rarer(random: Random, words: list[str], child: str, day: date, kind: float) -> Record:
    if kind < 0.91:
        told = _text(random, words, 25)
        return ParentContact(child=child, day=day, topic="hverdagen", told=told)
    if kind < 0.955:
        return Absence(child=child, first=day, last=day, reason="syg")
    if kind < 0.97:
        position = random.choice(tuple(Position))
        return PositionSet(child=child, day=day, position=position, because=_text(random, words, 6))
    if kind < 0.99:
        open_one = random.random() < 0.03
        return Agreement(
            what=_text(random, words, 7),
            who=(LEADER if random.random() < 0.1 else "pia-3",),
            child=child,
            made_on=day,
            due=day + timedelta(days=30),
            status=AgreementState.AABEN if open_one else AgreementState.GJORT,
        )
    if kind < 0.995:
        closed = None if random.random() < 0.05 else day + timedelta(days=60)
        title = _text(random, words, 3)
        return Concern(child=child, title=title, first_noticed=day, closed_on=closed)
    named = random.random() < 0.5
    return Konsultation(
        kind=KonsultationKind.NAVNGIVET if named else KonsultationKind.ANONYM,
        status=KonsultationState.AFSLUTTET,
        dagtilbud=HOUSE,
        day=day,
        child=child if named else "",
        title=_text(random, words, 4),
        question=_text(random, words, 12),
        observed=_text(random, words, 60),
    )


def _text(random: Random, words: list[str], count: int) -> str:
    """The common words come often, the rare ones hardly ever."""
    most = len(words)
    chosen = [words[int(most ** random.random()) - 1] for _ in range(count)]
    return " ".join(chosen).capitalize() + "."
