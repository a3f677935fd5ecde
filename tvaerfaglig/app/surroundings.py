"""Where the program stands: on a real vault or a demo, with its clock and the place of this computer's own keys."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSettings

from tvaerfaglig.services.clock import DANISH, DEMO_START, Clock, ShiftedClock, SystemClock
from tvaerfaglig.services.lock import door


class Surroundings:
    """What differs between a real vault and a demo: the clock, and where this computer's keys lie."""

    def __init__(self, clock: Clock, state: Path, logins: dict[str, str] | None = None) -> None:
        self.clock = clock
        self.state = state
        self.logins = logins or {}

    @property
    def demo(self) -> bool:
        return bool(self.logins)

    @classmethod
    def of(cls, folder: Path) -> Surroundings:
        """A demo is told by the log-ins that lie beside it; its clock began when they were written."""
        logins = {one.name: one.password for one in door.read_logins(folder)}
        if not logins:
            return cls(SystemClock(), door.state_dir())
        began = datetime.fromtimestamp((folder.parent / door.LOGINS).stat().st_mtime, DANISH)
        return cls(ShiftedClock(DEMO_START, began), folder.parent / "state", logins)

    def settings(self) -> QSettings:
        """What the windows remember: sizes and theme, never a name or a note."""
        self.state.mkdir(parents=True, exist_ok=True)
        return QSettings(str(self.state / "vindue.ini"), QSettings.Format.IniFormat)
