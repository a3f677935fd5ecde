"""Proof that something is gone: a search of every byte of the vault, and a look at whether the log still holds.

Runs beside the vault's thread, with the traces that were gathered before the erasure. They are never stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tvaerfaglig.domain.progress import Tell, silent, within
from tvaerfaglig.services.access_log import thing
from tvaerfaglig.services.erasing.acts import Done, older_copies
from tvaerfaglig.services.erasing.periods import leads
from tvaerfaglig.services.erasing.traces import Trace, as_bytes
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.vault import keeping
from tvaerfaglig.store import everything
from tvaerfaglig.store.backup import FOLDER, opened_store
from tvaerfaglig.store.byte_search import Searched, Standing, look_through
from tvaerfaglig.store.vault import FILE


@dataclass(frozen=True, slots=True)
class StandsElsewhere:
    """A trace that is somebody else's too, and where: a sister's address on the sister's own card."""

    what: str
    words: str
    where: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What was looked for, through how much, and what was found."""

    sought: int
    files_sought: int
    kinds: tuple[tuple[str, int], ...]
    rows: int
    pages: int
    files: int
    elsewhere: tuple[StandsElsewhere, ...]
    remnants: int
    index_sound: bool
    events: int
    erased: int
    flaws: tuple[str, ...]
    older_copies: int
    written_anew: bool = False

    @property
    def chain_holds(self) -> bool:
        return not self.flaws

    @property
    def gone(self) -> bool:
        """Nothing of hers anywhere but where others have the same."""
        return not self.remnants and self.index_sound


def prove(
    session: Session, done: Done, tell: Tell = silent, *, written_anew: bool = False
) -> Proof:
    """Look through everything. Opens the file by itself, so it may run beside the vault's thread. Raises Stopped."""
    leads(session)
    folder, opened = session.vault.folder, session.opened
    shapes = as_bytes(done.traces.words)
    sought = {**shapes, **{one: Trace("", "et bilags indhold") for one in done.traces.bytes_}}
    with opened_store(folder, opened) as (db, key):
        beside = _beside(folder, session.state)
        found = look_through(db, key, folder / FILE, beside, sought, within(tell, 0, 0.7))
    report = keeping.verify(folder, opened, session.state, within(tell, 0.7, 1))
    return Proof(
        sought=len(done.traces.words),
        files_sought=len(done.traces.bytes_),
        kinds=_counted(done.traces.words),
        rows=found.rows,
        pages=found.pages,
        files=found.files,
        elsewhere=tuple(_elsewhere(found.standing, sought)),
        remnants=len(_remnants(found, sought)),
        index_sound=found.index_sound,
        events=report.events,
        erased=report.erased,
        flaws=tuple(flaw.what for flaw in report.flaws),
        older_copies=older_copies(folder, (done.child,) if done.child else ()),
        written_anew=written_anew,
    )


def write_anew(session: Session) -> None:
    """Where a remnant was found: write the file anew. On the vault's thread."""
    leads(session)
    everything.write_anew(session.vault)


def _beside(folder: Path, state: Path) -> Iterator[Path]:
    """Every other file of the vault, and what this computer remembers of it; the copies are counted instead."""
    for place in (folder, state):
        for file in sorted(place.rglob("*")) if place.is_dir() else ():
            copies = folder / FOLDER
            if file.is_file() and not file.name.startswith(FILE) and copies not in file.parents:
                yield file


def _counted(traces: Iterable[Trace]) -> tuple[tuple[str, int], ...]:
    counted: dict[str, int] = {}
    for one in traces:
        counted[one.what] = counted.get(one.what, 0) + 1
    return tuple(counted.items())


def _remnants(found: Searched, sought: dict[bytes, Trace]) -> set[str]:
    return {sought[one].words or "bilag" for one in (*found.remnants, *found.in_files)}


def _elsewhere(standing: Iterable[Standing], sought: dict[bytes, Trace]) -> list[StandsElsewhere]:
    """Each trace once for each place a person would call one."""
    found = {}
    for one in standing:
        trace = sought[one.found]
        where = _place(one)
        found[trace.words, where] = StandsElsewhere(trace.what, trace.words, where)
    return list(found.values())


def _place(one: Standing) -> str:
    if one.table == "draft":
        return "en kladde, ingen har gemt"
    if one.kind == "medarbejder":
        return "en medarbejders oplysninger"
    whom = " og ".join(one.about)
    what = thing(one.kind) if one.kind else "en tidligere udgave af noget"
    return f"{what} hos {whom}" if whom else what
