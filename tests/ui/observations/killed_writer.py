"""A process that writes a line on the real page and is killed as soon as the foot says that it is kept."""

from __future__ import annotations

import os
import signal
import sys
import time
from datetime import datetime
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tvaerfaglig.services import library
from tvaerfaglig.services.clock import SetClock
from tvaerfaglig.services.lock import entering
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.house import House
from tvaerfaglig.ui.tasks import Tasks
from tvaerfaglig.ui.theme import install_look


def main() -> None:
    folder, state, password, words = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4]
    app = QApplication([])
    install_look(app)
    clock, tasks = SetClock(datetime(2026, 11, 12, 9, 2)), Tasks()
    session = tasks.now(lambda: entering.unlock(folder, "mette", password, clock, state))
    house = House(Desk(session, tasks, clock, library.load()), QWidget(), line="Solsikken")
    house.shell.show()
    house.go("observation", "alma")
    _wait(app, lambda: bool(house.place().writing.form.content().involved))
    page = house.place().writing
    QTest.keyClicks(page.form.text, words)
    typed = time.monotonic()
    _wait(app, lambda: page.saved_label.words().startswith("Gemt"))
    sys.stdout.write(f"{time.monotonic() - typed:.3f}\n")
    sys.stdout.flush()
    os.kill(os.getpid(), signal.SIGKILL)


def _wait(app, true) -> None:
    end = time.monotonic() + 20
    while not true():
        assert time.monotonic() < end, "never came"
        app.processEvents()
        time.sleep(0.002)


main()
