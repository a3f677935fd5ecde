"""A letter about Alma that Mette finished and sent on the third of November, with a clock the test owns."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

import pytest

from tests.services.letters.a_letter import begun
from tvaerfaglig.domain.follow_up import Contacted
from tvaerfaglig.domain.underretning import Stage
from tvaerfaglig.services import library, underretninger
from tvaerfaglig.services.after_sending import calls, course, reminders
from tvaerfaglig.services.library import Library

SENT = date(2026, 11, 3)


@pytest.fixture(scope="session")
def shelf() -> Library:
    return library.load()


@dataclass
class Sent:
    """Mette's letter. `day` moves the clock; the others are what one does with it."""

    session: Any
    clock: Any
    shelf: Library
    letter: str
    finished: str

    def day(self, month: int, day: int, year: int = 2026, hour: int = 9) -> date:
        self.clock.set(datetime(year, month, day, hour))
        return self.session.today

    def after(self) -> course.After:
        return course.after(self.session, self.letter, self.shelf.ladder)

    def call(self, **more: Any) -> str:
        facts = {"day": self.session.today, "at": time(8, 30), "whom": "Modtagelsen"} | more
        made = Contacted(underretning=self.letter, child="alma", **facts)
        return calls.note(self.session, made).id

    def write(self, rung: str, **change: str) -> str:
        words = reminders.begin(self.session, self.letter, rung, self.shelf).wording
        made = replace(words, **change)
        return reminders.finish(self.session, self.letter, rung, made, self.shelf).id

    def send(self, rung: str) -> str:
        made = self.write(rung)
        reminders.register_sent(self.session, made, channel="sikker mail")
        return made

    def step(self, stage: Stage, **more: Any) -> None:
        underretninger.register_step(self.session, self.letter, stage, **more)


@pytest.fixture
def sent(world, clock, shelf) -> Sent:
    clock.set(datetime(2026, 11, 3, 9, 0))
    mette = world.session("mette")
    letter = begun(mette)
    underretninger.save_section(mette, letter, "resume", "Alma kom i nattøj.")
    finished = underretninger.finish(mette, letter, shelf).id
    underretninger.register_step(mette, letter, Stage.AFSENDT, channel="sikker mail")
    return Sent(mette, clock, shelf, letter, finished)
