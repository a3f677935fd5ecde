"""The demo's overgangsark: made on the consent of the parents, printed and so handed on, by the services themselves."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

from tvaerfaglig.domain.consent.roads import Ground
from tvaerfaglig.domain.handing_over import DOCUMENT
from tvaerfaglig.domain.protection import Basis
from tvaerfaglig.services.demo.living import Living, Moment, World
from tvaerfaglig.services.efforts.papers import handover
from tvaerfaglig.services.efforts.papers.handover import Wanted
from tvaerfaglig.services.efforts.papers.which import EffortPaper
from tvaerfaglig.services.printing import noting

Row = dict[str, Any]


def moments(world: World) -> Iterator[Moment]:
    count = itertools.count()
    for row in world.get("overgangsark", ()):
        yield Moment(row["written"], next(count), _handed_on(row))


def _handed_on(row: Row) -> Callable[[Living], None]:
    def do(life: Living) -> None:
        session, child = life.of(row["by"]), life.known[row["child"]]
        given = life.known[row["samtykke"]]
        wanted = Wanted(to=row["to"], samtykke=given, ticked=tuple(row["ticked"]))
        made = handover.handover(session, child, wanted)
        noting.note_printed(
            session,
            document=DOCUMENT,
            how="har udskrevet",
            child=child,
            record=given,
            purpose=EffortPaper.OVERGANG.purpose,
            receiver=row["to"],
            ground=Ground(basis=Basis.SAMTYKKE, samtykke=given),
            leaves=handover.handed(session, child, wanted, made),
        )

    return do
