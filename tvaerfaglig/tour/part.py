"""One part of the tour, in a process of its own: `python -m tvaerfaglig.tour.part DIR NUMBER`."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QObject,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from tvaerfaglig import logs
from tvaerfaglig.app import Program
from tvaerfaglig.tour.camera import Camera
from tvaerfaglig.tour.hands import Hands
from tvaerfaglig.tour.parts import PARTS, Walk
from tvaerfaglig.ui.doorway import Doorway
from tvaerfaglig.ui.shell import Shell

_FAILED = 2
_NO_SCREEN = "This plugin does not support "
_EXPECTED = (QDialog, QMenu, Doorway, Shell)


class Strays(QObject):
    """Ends the tour when a window flashes up that nobody asked for: a part shown before it had a place."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and watched.windowType() == Qt.WindowType.Window
            and not isinstance(watched, _EXPECTED)
        ):
            name = watched.accessibleName() or watched.objectName()
            print(f"Et vindue dukkede op: {type(watched).__name__} »{name}«", flush=True)
            QApplication.exit(_FAILED)
        return False


def _say(_kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
    """What Qt has to say, but for what a machine without a screen cannot do."""
    if not words.startswith(_NO_SCREEN):
        print(words, file=sys.stderr, flush=True)


def main(folder: Path, number: int) -> int:
    """Open the program on the tour's vault, walk the part, and end as the program ends."""
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    logs.install()
    qInstallMessageHandler(_say)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Tværfaglig")
    program = Program(app, folder / "vault", lambda: None)
    strays = Strays(app)
    app.installEventFilter(strays)
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
