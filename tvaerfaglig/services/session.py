"""A person at the open vault: who she is, what she may see, and the pen that writes in her name."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar

from tvaerfaglig.domain.acts import Read, Settings
from tvaerfaglig.domain.emergency import Emergency, EmergencySeen
from tvaerfaglig.domain.people import Child, Dagtilbud, Staff
from tvaerfaglig.domain.protection import Sharing
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.roles import Action, Place, Tie, may, ties_to
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.clock import Clock, milliseconds
from tvaerfaglig.services.errors import NotAllowed, NotFound
from tvaerfaglig.services.lock.holding import Hold
from tvaerfaglig.store import past, queries
from tvaerfaglig.store.erased_list import remember_erased
from tvaerfaglig.store.errors import DiskFull
from tvaerfaglig.store.key_errors import StateUnusable
from tvaerfaglig.store.opened import Opened
from tvaerfaglig.store.vault import Pen, Vault

T = TypeVar("T")

WHO_SEES = (Child, Dagtilbud, Sharing, Emergency, EmergencySeen)
"""What it depends on who may see a child, beside the day and the actor."""

SETTINGS = "indstillinger"
SAME_LOOK = timedelta(minutes=15)
_EVER = 2**62
_DOING = {
    Action.EDIT_CHILD: "at rette oplysningerne om {}",
    Action.SHARE: "at dele {}",
    Action.SEE_LOG: "at se, hvem der har set noget om {}",
    Action.SUMMARISE: "at lave et sagsresumé om {}",
    Action.ERASE: "at slette noget om {}",
}


class Session:
    """What every service is given. Lives on the vault's thread."""

    def __init__(self, vault: Vault, actor: str, clock: Clock, state: Path, opened: Opened) -> None:
        found = queries.one(vault, Staff, actor)
        if found is None:
            raise NotFound("Dit navn findes ikke længere i boksen. Spørg din leder.")
        if not found.record.active:
            raise NotAllowed("Du har ikke længere adgang til boksen. Spørg din leder.")
        self.vault = vault
        self.folder = vault.folder
        self.clock = clock
        self.state = state
        self.opened = opened
        self.warning = ""
        self.hold: Hold | None = None
        self.me = found
        self._owed: dict[str, Read] = {}
        self._made: dict[str, tuple[object, Any]] = {}

    @property
    def my_id(self) -> str:
        return self.me.id

    @property
    def only_reads(self) -> bool:
        """Whether the vault lies where nothing can be written."""
        return self.vault.only_reads

    @property
    def actor(self) -> Staff:
        return self.me.record

    @property
    def today(self) -> date:
        return self.clock.now().date()

    @property
    def now(self) -> datetime:
        return self.clock.now()

    def refresh(self) -> None:
        """Read oneself again, after a leader changed roles or stuer."""
        found = queries.one(self.vault, Staff, self.my_id)
        if found:
            self.me = found

    @contextlib.contextmanager
    def write(self) -> Iterator[Pen]:
        """One act in the actor's name. What it erases is noted outside the vault too, for older copies.

        Raises NotAllowed while the password is still the one that the leader chose.
        """
        if self.opened.must_change:
            raise NotAllowed("Vælg først din egen adgangskode.")
        with self.vault.write(self.my_id) as pen:
            yield pen
        if pen.erased:
            with contextlib.suppress(StateUnusable):  # the copies' own manifests say it as well
                remember_erased(self.state, self.vault.id, pen.erased)

    # what the actor is bound to

    def houses(self) -> dict[str, Dagtilbud]:
        return {one.id: one.record for one in queries.all_of(self.vault, Dagtilbud)}

    def staff(self) -> dict[str, Staff]:
        return {one.id: one.record for one in queries.all_of(self.vault, Staff)}

    def settings(self) -> Settings:
        found = queries.one(self.vault, Settings, SETTINGS)
        return found.record if found else Settings()

    def children(self) -> dict[str, Stored[Child]]:
        """Every child the actor may see, left ones too, by id."""
        return dict(self.while_unchanged("children", WHO_SEES, self._children))

    def while_unchanged(
        self,
        what: str,
        kinds: tuple[type[Record], ...],
        make: Callable[[], T],
        *,
        daily: bool = True,
    ) -> T:
        """What was made last, as long as no record of these kinds was written, the day is the same and so is the actor.

        Not `daily` is what no date decides. Also inside a transaction: the vault says it stands otherwise when one is
        taken back. Nobody may change the answer.
        """
        day = self.today if daily else None
        now = (self.vault.as_it_stands(kinds), day, self.me.version)
        at, made = self._made.get(what, (None, None))
        if at != now:
            made = make()
            self._made[what] = (now, made)
        found: T = made
        return found

    def _children(self) -> dict[str, Stored[Child]]:
        ties = self._ties_of_many()
        every = queries.all_of(self.vault, Child)
        seen = cache(partial(may, self.actor, Action.SEE))
        return {one.id: one for one in every if seen(ties(one))}

    def children_for(self, action: Action) -> frozenset[str]:
        """The ids of those she may do this to: for a list, where `ties` would ask again for every child."""
        return self.while_unchanged(
            f"children for {action}", WHO_SEES, partial(self._children_for, action)
        )

    def _children_for(self, action: Action) -> frozenset[str]:
        ties = self._ties_of_many()
        seen = self.children()
        return frozenset(one for one, child in seen.items() if may(self.actor, action, ties(child)))

    def _ties_of_many(self) -> Callable[[Stored[Child]], frozenset[Tie]]:
        """As `ties`, with what all children share asked for once, and thought about once for each place."""
        houses, in_need = self.houses(), self.in_need()
        in_places: dict[Place, frozenset[Tie]] = {}
        by_need = {one.child for one in in_need}
        by_child: dict[str, list[Sharing]] = {}
        for one in queries.all_of(self.vault, Sharing):
            by_child.setdefault(one.record.child, []).append(one.record)

        def ties(child: Stored[Child]) -> frozenset[Tie]:
            place = Place.of(child.record)
            by_herself = child.id in by_child or child.id in by_need
            if by_herself or place not in in_places:
                found = ties_to(
                    self.my_id,
                    self.actor,
                    child.record,
                    houses.get(place.dagtilbud),
                    by_child.get(child.id, ()),
                    self.today,
                    [one for one in in_need if one.child == child.id],
                )
                if by_herself:
                    return found
                in_places[place] = found
            return in_places[place]

        return ties

    def ties(self, child: Stored[Child]) -> frozenset[Tie]:
        house = queries.one(self.vault, Dagtilbud, child.record.dagtilbud)
        sharings = [one.record for one in queries.of_child(self.vault, Sharing, child.id)]
        return ties_to(
            self.my_id,
            self.actor,
            child.record,
            house.record if house else None,
            sharings,
            self.today,
            [one for one in self.in_need() if one.child == child.id],
        )

    def in_need(self) -> list[Emergency]:
        """What the actor opened in need and nobody has shut again."""
        mine = [
            one
            for one in queries.all_of(self.vault, Emergency)
            if one.record.staff == self.my_id and one.record.holds_on(self.today)
        ]
        if not mine:
            return []
        every = queries.all_of(self.vault, EmergencySeen)
        shut = {one.record.emergency for one in every if one.record.closed}
        return [one.record for one in mine if one.id not in shut]

    def child(self, child_id: str, action: Action = Action.SEE) -> Stored[Child]:
        """The child, if the actor may do this to her. Raises NotFound or NotAllowed in words.

        Whoever may not see her is not told her name either.
        """
        found, ties = self.while_unchanged(
            f"child:{child_id}", WHO_SEES, partial(self._child, child_id)
        )
        if found is None:
            raise NotFound("Barnet findes ikke længere i boksen.")
        self.require(Action.SEE, ties, "det barn")
        self.require(action, ties, _DOING.get(action, "{}").format(found.record.first_name))
        return found

    def _child(self, child_id: str) -> tuple[Stored[Child] | None, frozenset[Tie]]:
        found = queries.one(self.vault, Child, child_id)
        return (found, self.ties(found)) if found else (None, frozenset())

    def require(self, action: Action, ties: frozenset[Tie], whom: str) -> None:
        if not may(self.actor, action, ties):
            who = self._who_can_open()
            raise NotAllowed(f"Du har ikke adgang til {whom}. {who} kan give den.")

    def _who_can_open(self) -> str:
        leaders = [one for one in self.staff().values() if one.role.leads and one.active]
        mine = [one for one in leaders if set(one.houses) & set(self.actor.houses)]
        return (mine or leaders)[0].name if leaders else "Din leder"

    def looked(
        self, *, child: str = "", record: str = "", what: str = "", changed: datetime | None = None
    ) -> None:
        """Note that the actor opened this: once per person, record and fifteen minutes.

        With `changed` a look at what was changed since the last one is another look.

        A full disk keeps nobody from reading, least of all an underretning on its way out: then the look
        is noted with the next one that there is room for. Where nothing can be written nothing is noted,
        which is said all the while.
        """
        if self.vault.only_reads:
            return
        now = milliseconds(self.clock)
        read = _look(self.my_id, child, record)
        since = max(now - int(SAME_LOOK.total_seconds() * 1000), _moment(changed) if changed else 0)
        if past.last_read(self.vault, read, since, now):
            return
        self._owed[read] = Read(child=child, record=record, what=what)
        with contextlib.suppress(DiskFull):
            with self.write() as pen:
                for one, look in self._owed.items():
                    pen.put(look, one)
            self._owed.clear()

    def has_looked(self, record: str, since: datetime) -> bool:
        """Whether the actor opened this after a moment, as the read log has it."""
        return past.last_read(self.vault, _look(self.my_id, "", record), _moment(since), _EVER)


def _look(person: str, child: str, record: str) -> str:
    """What a look is known again by."""
    return f"laest:{person}:{child}:{record}"


def _moment(at: datetime) -> int:
    return round(at.timestamp() * 1000)
