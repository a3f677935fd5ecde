"""What the tests of copies begin with: a leader at the vault, days that go by, and a drive that comes and goes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tests.conftest import World
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.services import recording
from tvaerfaglig.services.copying import daily, second_place
from tvaerfaglig.services.copying.daily import Done
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


def write(session: Session, text: str, child: str = "alma") -> str:
    seen = Observation(day=date(2026, 11, 12), involved=(Involved(child=child),), text=text)
    return recording.save(session, seen).id


def texts(session: Session) -> list[str]:
    return sorted(one.record.text for one in queries.all_of(session.vault, Observation))


def names(place: Path) -> list[str]:
    return sorted(one.name for one in place.iterdir()) if place.exists() else []


@dataclass
class Copier:
    """Hanne at the vault; `round` is what the program does by itself, `by_hand` what she asks for."""

    world: World
    drive: Path
    session: Session = field(init=False)

    def __post_init__(self) -> None:
        self.session = self.world.session("hanne")

    @property
    def shelf(self) -> Path:
        return self.world.folder / "backups"

    @property
    def second(self) -> Path:
        return self.drive / second_place.FOLDER

    def plug_in(self) -> None:
        """A drive is there, and chosen."""
        self.drive.mkdir(parents=True, exist_ok=True)
        second_place.prepare(self.session, self.drive)
        second_place.choose(self.session, self.drive, "Seagate")

    def unplug(self) -> None:
        self.drive.rename(self.drive.with_name("i-skuffen"))

    def plug_in_again(self) -> None:
        self.drive.with_name("i-skuffen").rename(self.drive)

    def round(self) -> Done | None:
        errand = daily.due(self.session)
        return self._do(errand) if errand else None

    def by_hand(self) -> Done:
        return self._do(daily.by_hand(self.session))

    def _do(self, errand: daily.Errand) -> Done:
        done = daily.run(self.session, errand)
        changes: Changes = daily.note(self.session, done)
        assert bool(changes.touched) >= bool(done.made or done.carried)
        return done
