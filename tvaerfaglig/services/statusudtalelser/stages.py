"""How far each statusudtalelse has come: for the list, for what waits, and for what may be erased."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tvaerfaglig.domain.statusudtalelser.records import (
    StatusFinished,
    StatusStage,
    StatusStep,
    Statusudtalelse,
    stage_of,
)
from tvaerfaglig.domain.stored import Stored, as_written
from tvaerfaglig.store import queries
from tvaerfaglig.store.vault import Vault


def status_stages(
    vault: Vault, children: Iterable[str]
) -> Iterator[tuple[Stored[Statusudtalelse], StatusStage]]:
    """The statusudtalelser about these children with their stages."""
    named = tuple(children)
    copies: dict[str, list[StatusFinished]] = {}
    for copy in queries.of_children(vault, StatusFinished, named):
        copies.setdefault(copy.record.status, []).append(copy.record)
    steps: dict[str, list[StatusStep]] = {}
    for step in as_written(queries.of_children(vault, StatusStep, named)):
        steps.setdefault(step.record.status, []).append(step.record)
    for one in queries.of_children(vault, Statusudtalelse, named):
        yield one, stage_of(tuple(copies.get(one.id, ())), tuple(steps.get(one.id, ())))
