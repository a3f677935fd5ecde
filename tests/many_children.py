"""A municipality's vault: ten thousand children in forty houses, and ten years of what is counted about them.

Invented from a fixed seed and written through the real log. Built once for a shape of the vault and kept, as
`tests.many` is; nothing in it is long, for it is there to be counted and not to be read.
"""

from __future__ import annotations

import hashlib
import shutil
from datetime import datetime, time
from pathlib import Path

from tests.domain.figures import ten_years as facts
from tests.many import LEADER, LEADER_NAME, PASSWORD, Many
from tests.services.figures import written_down
from tvaerfaglig import __version__
from tvaerfaglig.domain.people import Dagtilbud, Role, Staff
from tvaerfaglig.services.clock import SetClock
from tvaerfaglig.services.lock import entering, founding
from tvaerfaglig.store.migrations import STEPS

CHILDREN = 10_000
NOW = datetime.combine(facts.TODAY, time(8))


def many_children(kept: Path, children: int = CHILDREN) -> Many:
    """Built now where `kept` has none of today's shape. Its leader leads every house."""
    made_by = (
        b"".join(Path(one.__file__ or "").read_bytes() for one in (facts, written_down))
        + Path(__file__).read_bytes()
    )
    shape = repr((STEPS, __version__, children)).encode() + made_by
    place = kept / f"boern-{children}-{hashlib.sha256(shape).hexdigest()[:16]}"
    if not place.exists():
        building = place.with_name(f"{place.name}.bygges")
        shutil.rmtree(building, ignore_errors=True)
        _build(building, children)
        building.replace(place)
    return Many(place / "boks", place / "state", children)


def _build(place: Path, children: int) -> None:
    """Every record as if it were written today: what is counted are the days that stand in it."""
    made = facts.ten_years(children, before="0192e686-1580-7a5a-934d-fe9a9")
    houses = sorted({one.house for one in made.concerns})
    founded = founding.found(
        place / "boks",
        place / "state",
        SetClock(NOW),
        house=Dagtilbud(name="Børnehuset Skovkanten", municipality="Nordmark"),
        leader=LEADER_NAME,
        password=PASSWORD,
        demo=True,
        leader_id=LEADER,
        house_id=houses[0],
    )
    session = founded.session
    session.vault.db.conn.execute("PRAGMA synchronous=OFF")
    with session.write() as pen:
        leads = Staff(name=LEADER_NAME, role=Role.LEDER, houses=tuple(houses))
        pen.put(leads, LEADER)
    written_down.write_down(session, made)
    entering.close(session)
