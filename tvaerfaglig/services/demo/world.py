"""The invented world as a vault: read from resources/demo and lived through, in the order it was written down.

The clock is set to each moment, so that the log, its times and its signatures are as if the house had
used the program for two years.
"""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import msgspec

from tvaerfaglig.domain.people import Child, Dagtilbud, Role, Staff
from tvaerfaglig.services import library, staffing
from tvaerfaglig.services.clock import DEMO_START as START
from tvaerfaglig.services.clock import SetClock
from tvaerfaglig.services.demo import confidential
from tvaerfaglig.services.demo import efforts as demo_efforts
from tvaerfaglig.services.demo import handing_over as demo_handing_over
from tvaerfaglig.services.demo import rounds as demo_rounds
from tvaerfaglig.services.demo.living import Living, World, moments, read_world, slugs
from tvaerfaglig.services.lock import entering, founding
from tvaerfaglig.services.lock.door import LOGINS, Login, read_logins

__all__ = ["LOGINS", "START", "Login", "make", "read_logins"]

_BEGINNING = datetime(2024, 11, 1, 8, 0)  # noqa: DTZ001  Danish time, as the files say it


def make(folder: Path, state: Path, source: Path) -> list[Login]:
    """Make the demo's vault in `folder` out of the files in `source`; the answer is the log-ins.

    They are also written beside the vault, in log-ins.txt, one line each: name, role, password.
    """
    world = read_world(source)
    clock = SetClock(_BEGINNING)
    life = _found(folder, state, clock, world)
    logins = _let_in(life, world)
    for slug in slugs(world):
        life.id_of(slug)
    with life.session.write() as pen:
        for row in world["barn"]:
            facts = {key: value for key, value in row.items() if key != "id"}
            pen.put(life.record(Child, facts), life.known[row["id"]])
        others = (demo_rounds, demo_efforts, demo_handing_over, confidential)
        lived = (*moments(world), *(one for other in others for one in other.moments(world)))
        for moment in sorted(lived):
            clock.set(max(moment.at, _BEGINNING))
            moment.do(life)
    clock.set(START)
    entering.close(life.session)
    shutil.copy(source / "beside" / library.NUMBERS, folder / library.NUMBERS)
    lines = [f"{one.name} · {one.role} · {one.password}" for one in logins]
    (folder.parent / LOGINS).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return logins


def _found(folder: Path, state: Path, clock: SetClock, world: World) -> Living:
    leader = next(one for one in world["medarbejder"] if one["role"] == Role.LEDER)
    first, *others = world["dagtilbud"]
    founded = founding.found(
        folder,
        state,
        clock,
        house=msgspec.convert(first, Dagtilbud, strict=False),
        leader=leader["name"],
        password=leader["login"],
        demo=True,
    )
    session = founded.session
    life = Living(session, clock, library.load())
    life.known[leader["id"]] = session.my_id
    life.known[first["id"]] = session.actor.houses[0]
    for other in others:
        house = msgspec.convert(other, Dagtilbud, strict=False)
        life.known[other["id"]] = staffing.save_house(session, house).id
    return life


def _let_in(life: Living, world: World) -> list[Login]:
    """Everyone gets a key. The leader's own record gains what the file says of her."""
    logins = []
    session = life.session
    for row in world["medarbejder"]:
        life.id_of(row["id"])
    for row in world["medarbejder"]:
        facts = {key: value for key, value in row.items() if key not in {"id", "login"}}
        staff = life.record(Staff, facts)
        if life.known[row["id"]] == session.my_id:
            staffing.change_person(session, session.my_id, staff)
        else:
            staffing.add_person(session, staff, row["login"], life.known[row["id"]])
        stuer = {stue.id: stue.name for house in session.houses().values() for stue in house.stuer}
        logins.append(Login(staff.name, staffing.role_word(staff, stuer), row["login"]))
    return logins
