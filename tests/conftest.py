"""A small house to test in: real keys, a real encrypted vault, a clock that stands still until moved."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tvaerfaglig import cycles
from tvaerfaglig.domain.people import (
    Child,
    Custody,
    Dagtilbud,
    DagtilbudKind,
    Parent,
    Role,
    Sibling,
    Staff,
    Stue,
)
from tvaerfaglig.services import staffing
from tvaerfaglig.services.clock import SetClock
from tvaerfaglig.services.lock import door, entering, founding
from tvaerfaglig.services.lock.door import Login
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import keys
from tvaerfaglig.store.key_folder import BACKUP, KEY_FILE
from tvaerfaglig.store.opened import Opened

_A_NIGHT_S = 3 * 60 * 60

PASSWORD = "kornblomst skovsti regnvejr tirsdag"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--nightly",
        action="store_true",
        help="the fault tests at their large counts: hours, not seconds",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--nightly"):
        config.option.timeout = _A_NIGHT_S


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes minutes by itself is begun first, whatever the order of the rest: then nobody waits for it at the end."""
    items.sort(key=lambda item: item.get_closest_marker("minutes") is None)


@pytest.fixture(autouse=True)
def cycles_collected() -> Iterator[None]:
    """As in the program: garbage that points to itself is collected on this thread alone."""
    cycles.keep_to_one_thread()
    yield
    cycles.collect_due()


@pytest.fixture
def times(request: pytest.FixtureRequest) -> Callable[[int, int], int]:
    """`times(30, 1000)`: the first on every change, the second with --nightly."""
    nightly = bool(request.config.getoption("--nightly"))
    return lambda each_change, each_night: each_night if nightly else each_change


@dataclass
class KeyRing:
    """Keys that opened once, for every copy of the same key files: a password is stretched slowly on purpose.

    Other files, another person or another password go through the lock itself; so do all tests of it.
    """

    known: dict[tuple[object, ...], Opened] = field(default_factory=dict)

    def unlock(self, folder: Path, person: str, password: str) -> Opened:
        lying = [folder / name for name in (KEY_FILE, BACKUP)]
        files = [one.read_bytes() if one.exists() else b"" for one in lying]
        asked = (*files, person, password)
        if asked not in self.known:
            self.known[asked] = keys.unlock(folder, person, password)
        return self.known[asked]


@pytest.fixture(scope="session")
def key_ring() -> KeyRing:
    return KeyRing()


@dataclass
class World:
    """Mælkebøtten in little. `session("mette")` opens the vault as her; ids are the first names."""

    folder: Path
    state: Path
    clock: SetClock
    code: str
    key_ring: KeyRing
    open_sessions: list[Session] = field(default_factory=list)

    def session(self, person: str) -> Session:
        opened = self.key_ring.unlock(self.folder, person, PASSWORD)
        session = entering.enter(self.folder, opened, person, self.clock, self.state)
        self.open_sessions.append(session)
        return session

    def close(self) -> None:
        for session in self.open_sessions:
            session.vault.close()
        self.open_sessions.clear()


def people_of_the_house() -> dict[str, Staff]:
    house = ("maelkeboetten",)
    return {
        "mette": Staff(
            name="Mette Sørensen", role=Role.PAEDAGOG, houses=house, stuer=("solsikken",)
        ),
        "yusuf": Staff(name="Yusuf Demir", role=Role.PAEDAGOG, houses=house, stuer=("kloeveren",)),
        "karen": Staff(name="Karen Lund", role=Role.SOCIALRAADGIVER, houses=house),
        "line": Staff(name="Line Toft", role=Role.SUNDHEDSPLEJERSKE, houses=house),
        "jonas": Staff(name="Jonas Krogh", role=Role.DAGPLEJER, houses=("dagplejen",)),
    }


def children_of_the_house() -> dict[str, Child]:
    mother = Parent(
        id="alma-mor",
        name="Katarzyna Nowak",
        relation="mor",
        custody=Custody.ENE,
        lives_with=True,
        address="Engvej 4, 9999 Fjordby",
        phone="12 34 56 79",
        language="polsk",
        interpreter=True,
    )
    return {
        "alma": Child(
            name="Alma Nowak",
            born=date(2022, 9, 3),
            cpr="031322-0000",
            address="Engvej 4, 9999 Fjordby",
            parents=(mother,),
            residence="mor",
            language="dansk og polsk",
            interpreter="polsk (mor)",
            siblings=(Sibling(name="Jan Nowak", born=date(2026, 3, 1)),),
            dagtilbud="maelkeboetten",
            stue="solsikken",
            contact_person="mette",
            municipality="Fjordby Kommune",
            enrolled=date(2024, 8, 1),
        ),
        "bertil": Child(
            name="Bertil Kjær",
            born=date(2021, 11, 2),
            parents=(
                Parent(id="bertil-mor", name="Ane Kjær", relation="mor", custody=Custody.FAELLES),
                Parent(id="bertil-far", name="Ole Kjær", relation="far", custody=Custody.FAELLES),
            ),
            dagtilbud="maelkeboetten",
            stue="solsikken",
            enrolled=date(2024, 1, 1),
        ),
        "emil": Child(
            name="Emil Friis",
            born=date(2023, 10, 2),
            dagtilbud="maelkeboetten",
            stue="kloeveren",
            enrolled=date(2025, 1, 1),
        ),
        "villads": Child(
            name="Villads Thy",
            born=date(2024, 10, 2),
            dagtilbud="dagplejen",
            dagplejer="jonas",
            enrolled=date(2025, 9, 1),
        ),
    }


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """`small_disk("1m")` is a disk that ends; where none can be mounted the test is skipped."""
    made: list[Path] = []

    def mount(size: str) -> Path:
        place = tmp_path / "disk"
        place.mkdir()
        if not hasattr(os, "geteuid") or os.geteuid() != 0:
            pytest.skip("a small disk can only be mounted as root")
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)],
            capture_output=True,
            check=False,
        )
        if done.returncode:
            pytest.skip(f"a small disk cannot be mounted here: {done.stderr.decode().strip()}")
        made.append(place)
        return place

    yield mount
    for place in made:
        subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.fixture
def clock() -> SetClock:
    return SetClock(datetime(2026, 11, 12, 8, 0))


@dataclass(frozen=True)
class Built:
    """The house as it was founded; each test gets a copy of its own."""

    folder: Path
    state: Path
    code: str


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    place = tmp_path_factory.mktemp("maelkeboetten")
    folder, state = place / "boks", place / "state"
    clock = SetClock(datetime(2026, 11, 12, 8, 0))
    house = Dagtilbud(
        name="Børnehuset Mælkebøtten",
        address="Havnegade 2, 9999 Fjordby",
        phone="12 34 56 78",
        municipality="Fjordby Kommune",
        receiver="Familieafdelingen, modtagelsen for underretninger",
        stuer=(Stue(id="solsikken", name="Solsikken"), Stue(id="kloeveren", name="Kløveren")),
    )
    founded = founding.found(
        folder,
        state,
        clock,
        house=house,
        leader="Hanne Bjerre",
        password=PASSWORD,
        demo=True,
        leader_id="hanne",
        house_id="maelkeboetten",
    )
    session = founded.session
    staffing.save_house(
        session, Dagtilbud(name="Fjordby Dagpleje", kind=DagtilbudKind.DAGPLEJE), "dagplejen"
    )
    for one, person in people_of_the_house().items():
        staffing.add_person(session, person, PASSWORD, one)
    with session.write() as pen:
        for one, child in children_of_the_house().items():
            pen.put(child, one)
    session.vault.close()
    return Built(folder, state, founded.code)


@pytest.fixture
def world(tmp_path: Path, clock: SetClock, built: Built, key_ring: KeyRing) -> Iterator[World]:
    folder, state = tmp_path / "boks", tmp_path / "state"
    shutil.copytree(built.folder, folder)
    shutil.copytree(built.state, state)
    made = World(folder, state, clock, built.code, key_ring)
    yield made
    made.close()


@pytest.fixture
def session_of(world: World) -> Callable[[str], Session]:
    return world.session


@pytest.fixture(scope="session")
def demo_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented world as a vault, made once for the whole run: never written in, only copied."""
    from tvaerfaglig import paths
    from tvaerfaglig.services.demo import world as demo

    folder = tmp_path_factory.mktemp("demo")
    demo.make(folder / "vault", folder / "state", paths.resources() / "demo")
    return folder


@dataclass
class DemoWorld:
    """A copy of the invented world. `session("Mette")` opens it as the first whose name begins so."""

    folder: Path
    clock: SetClock
    key_ring: KeyRing
    open_sessions: list[Session] = field(default_factory=list)

    @property
    def vault(self) -> Path:
        return self.folder / "vault"

    def password_of(self, name: str) -> str:
        """Of the first whose name begins so."""
        return self._login(name).password

    def _login(self, name: str) -> Login:
        from tvaerfaglig.services.demo import world as demo

        return next(one for one in demo.read_logins(self.vault) if one.name.startswith(name))

    def session(self, name: str) -> Session:
        login = self._login(name)
        person = next(one for one in door.look(self.vault).people if one.name == login.name)
        opened = self.key_ring.unlock(self.vault, person.id, login.password)
        session = entering.enter(self.vault, opened, person.id, self.clock, self.folder / "state")
        self.open_sessions.append(session)
        return session

    def close(self) -> None:
        for session in self.open_sessions:
            session.vault.close()
        self.open_sessions.clear()


@pytest.fixture
def demo_world(
    demo_made: Path, tmp_path: Path, clock: SetClock, key_ring: KeyRing
) -> Iterator[DemoWorld]:
    """A copy of the invented world of one's own."""
    folder = tmp_path / "demo"
    shutil.copytree(demo_made, folder)
    made = DemoWorld(folder, clock, key_ring)
    yield made
    made.close()
