"""One part of the tour, in a process of its own: `python -m tvaerfaglig.tour.part DIR NUMBER`."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tvaerfaglig import logs
from tvaerfaglig.app import Program
from tvaerfaglig.tour.camera import Camera
from tvaerfaglig.tour.hands import Hands
from tvaerfaglig.tour.parts import PARTS, Walk

_FAILED = 2


def main(folder: Path, number: int) -> int:
    """Open the program on the tour's vault, walk the part, and end as the program ends."""
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    logs.install()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Tværfaglig")
    program = Program(app, folder / "vault", lambda: None)
    program.open()
    hands = Hands(program)
    walk = Walk(program, hands, Camera(folder, hands), folder)

    def go() -> None:
        try:
            PARTS[number].walk(walk)
        except Exception:  # noqa: BLE001  whatever stops the tour is said, and ends it
            traceback.print_exc()
            app.exit(_FAILED)

    QTimer.singleShot(0, app, go)
    code = app.exec()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
