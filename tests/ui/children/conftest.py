"""Somebody at a desk on a real vault, with Børn open and a year of Alma's life written down."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tvaerfaglig.domain.concern import Concern, NotNow, Position, PositionSet
from tvaerfaglig.domain.contact import Absence, FamilyEvent, ParentContact
from tvaerfaglig.domain.konsultation import (
    Agreement,
    Konsultation,
    KonsultationKind,
    KonsultationState,
    Participant,
)
from tvaerfaglig.domain.observation import Involved, Observation, Sign, Source
from tvaerfaglig.services import library, recording
from tvaerfaglig.services.session import Session
from tvaerfaglig.ui.children.page import ChildrenPlace
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.tasks import Tasks


class Strangers(QObject):
    """Hears of windows that flash up: a widget shown before it stands anywhere is one."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shows = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if shows and watched.isWindow() and not isinstance(watched, ChildrenPlace | QMenu):
            self.seen.append(repr(watched))
        return False


@dataclass
class AtDesk:
    """One person at the open vault; `do` runs a service as the program would, and waits."""

    desk: Desk
    tasks: Tasks
    session: Session
    qtbot: Any
    went: list[tuple[str, object]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    undo: list[Callable[[], None] | None] = field(default_factory=list)
    places: list[ChildrenPlace] = field(default_factory=list)
    strangers: Strangers = field(default_factory=Strangers)

    def do(self, service: Callable[..., Any], *args: object, **kwargs: object) -> Any:
        return self.tasks.now(lambda: service(self.session, *args, **kwargs))

    def settle(self) -> None:
        """Until nothing is asked for any more."""
        for _ in range(3):
            self.tasks.now(lambda: None)
            QApplication.processEvents()
            QApplication.processEvents()
            while self.tasks.busy:
                QApplication.processEvents()

    def place(self, argument: object = None, size: tuple[int, int] = (1180, 800)) -> ChildrenPlace:
        """Børn in front, opened as someone coming there would."""
        made = ChildrenPlace(self.desk)
        self.places.append(made)
        made.resize(*size)
        with self.qtbot.waitActive(made, timeout=3000):
            made.show()
            made.activateWindow()
        made.open(argument)
        self.settle()
        made.start()
        return made

    def close(self) -> None:
        QApplication.instance().removeEventFilter(self.strangers)
        for one in self.places:
            one.leave()
            self.settle()
            one.close()
            one.deleteLater()
        self.places.clear()
        QApplication.processEvents()
        self.tasks.now(self.session.vault.close)
        self.tasks.close()
        assert self.strangers.seen == []


@pytest.fixture(scope="session")
def shelf():
    return library.load()


@pytest.fixture
def desk_of(world, shelf, qtbot) -> Iterator[Callable[[str], AtDesk]]:
    """Sit down as somebody; whoever sat there before has left and the vault was closed."""
    seated: list[AtDesk] = []

    def sit(person: str) -> AtDesk:
        while seated:
            seated.pop().close()
        tasks = Tasks()
        session = tasks.now(lambda: world.session(person))
        world.open_sessions.remove(session)
        desk = Desk(session, tasks, world.clock, shelf)
        made = AtDesk(desk, tasks, session, qtbot)
        desk.going.connect(lambda place, argument: made.went.append((place, argument)))
        desk.said.connect(
            lambda words, tone, undo: (made.said.append(words), made.undo.append(undo))
        )
        seated.append(made)
        return made

    yield sit
    while seated:
        seated.pop().close()


@pytest.fixture
def mette(desk_of) -> AtDesk:
    return desk_of("mette")


def saw(day: date, at: time, text: str, sign: Sign = Sign.NEUTRAL, **more: Any) -> Observation:
    return Observation(
        involved=(Involved(child="alma"),), day=day, at=at, text=text, sign=sign,
        seen_by=("mette",), source=Source.SET_OG_HOERT, **more,
    )  # fmt: skip


def write_a_year(mette: AtDesk) -> None:
    """Alma's autumn, the oldest first."""
    save = recording.save
    mette.do(
        save,
        PositionSet(
            child="alma",
            day=date(2026, 9, 1),
            position=Position.TRIVES,
            because="Leger og sover.",
            set_by=("mette",),
        ),
    )
    mette.do(
        save,
        FamilyEvent(
            child="alma", day=date(2026, 9, 20), text="Mor og Alma flyttede.", told_by="mor"
        ),
    )
    held = mette.do(
        save,
        Konsultation(
            kind=KonsultationKind.NAVNGIVET, status=KonsultationState.AFSLUTTET, dagtilbud="maelkeboetten",
            day=date(2026, 10, 22), at=time(13), child="alma", question="Hvad gør vi om morgenen?",
            participants=(Participant(name="Karen Lund", staff="karen"),),
        ),
    )  # fmt: skip
    mette.do(
        save,
        Agreement(
            what="Madkasse klar ved aflevering.",
            who=("mette",),
            due=date(2026, 11, 13),
            child="alma",
            konsultation=held.id,
            made_on=date(2026, 10, 22),
        ),
    )
    mette.do(
        save,
        Absence(
            child="alma",
            first=date(2026, 10, 28),
            last=date(2026, 10, 30),
            reason="Meldt syg",
            told_by="mor",
        ),
    )
    mette.do(
        save,
        saw(
            date(2026, 11, 3),
            time(10, 10),
            "Byggede hule med {barn:bertil} i 40 minutter.",
            Sign.RESSOURCE,
            categories=("leg.leg",),
        ),
    )
    mette.do(
        save,
        ParentContact(
            child="alma",
            day=date(2026, 11, 6),
            at=time(15, 30),
            minutes=25,
            parents=("alma-mor",),
            staff=("mette",),
            topic="Morgenerne",
            view="Jeg møder klokken seks.",
        ),
    )
    mette.do(
        save,
        FamilyEvent(
            child="alma", day=date(2026, 11, 5), text="Mor begyndte på morgenhold.", told_by="mor"
        ),
    )
    mette.do(
        save,
        saw(
            date(2026, 11, 10),
            time(8, 15),
            "Kom i nattøj. Spiste tre portioner grød.",
            Sign.BEKYMRING,
            child_words="Vi havde ikke nogen mad derhjemme",
            asked="Hvad fik du i morges?",
            categories=("krop.mad",),
        ),
    )
    mette.do(
        save,
        PositionSet(
            child="alma",
            day=date(2026, 11, 10),
            position=Position.BEKYMRING,
            because="Fjerde morgen med sult.",
            set_by=("mette",),
            level=4,
        ),
    )
    mette.do(
        save,
        Concern(
            child="alma",
            first_noticed=date(2026, 11, 10),
            by="mette",
            title="Sulten om morgenen",
            next_on=date(2026, 11, 20),
        ),
    )
    mette.do(
        save,
        NotNow(
            child="alma",
            day=date(2026, 11, 11),
            because="Vi prøver med en madkasse først.",
            by=("mette",),
            seen_again_on=date(2026, 11, 18),
        ),
    )
    mette.do(
        save,
        Konsultation(
            kind=KonsultationKind.NAVNGIVET, dagtilbud="maelkeboetten", day=date(2026, 11, 12), at=time(12, 30),
            child="alma", question="Hvad siger vi til mor?", participants=(Participant(name="Karen Lund", staff="karen"),),
        ),
    )  # fmt: skip


@pytest.fixture
def autumn(mette) -> AtDesk:
    """Mette, with Alma's autumn written down."""
    write_a_year(mette)
    return mette


@pytest.fixture
def noon(clock):
    clock.set(datetime(2026, 11, 12, 12, 0))
    return clock
