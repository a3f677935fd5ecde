"""The keyboard keeps its place when what it stands on is taken away or made anew.

Qt would hand it on to whatever comes next in the window, and a screen reader would say that aloud: after each
*Gjort* one stood at *Ny observation* and had to find the way back.
"""

from __future__ import annotations

from functools import partial

import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tvaerfaglig.ui.widgets.overlay import tab_stops

_TURNS = 3


def keep_place(holder: QWidget | None, gone: QWidget) -> None:
    """Before `gone` leaves `holder`. A moment later the keyboard stands in the holder again, if nobody else took it.

    On what bears the same name, else on what stands where it stood.
    """
    focused = QApplication.focusWidget()
    if holder is None or focused is None or not (focused is gone or gone.isAncestorOf(focused)):
        return
    stops = tab_stops(holder)
    at = stops.index(focused) if focused in stops else 0
    focused.clearFocus()
    window = holder.window()
    QTimer.singleShot(0, window, partial(_give_back, window, holder, _called(focused), at, _TURNS))


def _give_back(window: QWidget, holder: QWidget, name: str, at: int, turns: int) -> None:
    """Qt shows what was put in just now a turn later, and gives it the keyboard then if it was meant for it."""
    if turns:
        again = partial(_give_back, window, holder, name, at, turns - 1)
        QTimer.singleShot(0, window, again)
        return
    if QApplication.focusWidget() is not None or QApplication.activeWindow() is not window:
        return
    there = shiboken6.isValid(holder) and holder.isVisible()
    near = tab_stops(holder) if there else []
    heir = _heir(near or tab_stops(window), name, at if near else -1)
    if heir is None and there:
        heir = _nearest(holder)
    if heir is not None:
        heir.setFocus(Qt.FocusReason.OtherFocusReason)


def _heir(stops: list[QWidget], name: str, at: int) -> QWidget | None:
    """What bears the name; else what stands at the place, where there is one."""
    named = next((one for one in stops if name and _called(one) == name), None)
    return named or (stops[min(at, len(stops) - 1)] if at >= 0 else None)


def _nearest(holder: QWidget) -> QWidget:
    """The first stop in what stands around it; the holder where there is none."""
    around = holder.parentWidget()
    while around is not None:
        stops = tab_stops(around)
        if stops:
            return stops[0]
        around = around.parentWidget()
    return holder


def _called(widget: QWidget) -> str:
    words = getattr(widget, "text", None)
    return widget.accessibleName() or (str(words()) if callable(words) else "")
