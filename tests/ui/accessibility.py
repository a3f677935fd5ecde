"""Walk a window as a screen reader does, and list what it could not name."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

ROLE = QAccessible.Role
NAMED_ROLES = {
    ROLE.Button, ROLE.CheckBox, ROLE.ComboBox, ROLE.EditableText, ROLE.Link, ROLE.List, ROLE.ListItem, ROLE.PageTab,
    ROLE.PageTabList, ROLE.RadioButton, ROLE.Slider, ROLE.SpinBox, ROLE.Table, ROLE.Tree, ROLE.ButtonMenu,
}  # fmt: skip
WHOLE = {ROLE.ComboBox, ROLE.Table, ROLE.Tree, ROLE.ScrollBar, ROLE.SpinBox, ROLE.Slider}
MOST_CHILDREN = 400


def nameless(window: QWidget) -> list[str]:
    """Everything visible that can be used or reached but has no name."""
    top = QAccessible.queryAccessibleInterface(window)
    return [_described(face) for face in _walk(top) if _should_be_named(face) and not _name(face)]


def spoken(window: QWidget) -> list[str]:
    """The names of everything visible, in order: what a reader meets."""
    top = QAccessible.queryAccessibleInterface(window)
    return [_name(face) for face in _walk(top) if _name(face)]


def _walk(face: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if face is None or not face.isValid() or face.state().invisible:
        return
    yield face
    if face.role() in WHOLE:
        return
    for n in range(min(face.childCount(), MOST_CHILDREN)):
        yield from _walk(face.child(n))


def _should_be_named(face: QAccessibleInterface) -> bool:
    state = face.state()
    if state.disabled and face.role() not in NAMED_ROLES:
        return False
    owner = face.object()
    tabs = isinstance(owner, QWidget) and bool(owner.focusPolicy().value & 1)
    return face.role() in NAMED_ROLES or (state.focusable and tabs)


def _name(face: QAccessibleInterface) -> str:
    return face.text(QAccessible.Text.Name).strip()


def _described(face: QAccessibleInterface) -> str:
    owner = face.object()
    kind = type(owner).__name__ if owner else "?"
    parent = type(owner.parent()).__name__ if owner and owner.parent() else ""
    return f"{face.role().name} {kind} in {parent}"
