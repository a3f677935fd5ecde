"""Tell a widget what it is (kind, role, tone, current), so that the sheet can dress it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def mark_as(widget: QWidget, **properties: str | bool) -> None:
    """Set what the sheet asks for; a widget already dressed is dressed again where it changed."""
    changed = False
    for name, value in properties.items():
        said = str(value).lower() if isinstance(value, bool) else value
        if widget.property(name) != said:
            widget.setProperty(name, said)
            changed = True
    if changed and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.updateGeometry()
