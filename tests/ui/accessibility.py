"""Walk a window as a screen reader does, and list what it could not name or could not tell apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

ROLE = QAccessible.Role
NAMED_ROLES = {
    ROLE.Button, ROLE.CheckBox, ROLE.ComboBox, ROLE.EditableText, ROLE.Link, ROLE.List, ROLE.ListItem, ROLE.PageTab,
    ROLE.PageTabList, ROLE.RadioButton, ROLE.Slider, ROLE.SpinBox, ROLE.Table, ROLE.Tree, ROLE.ButtonMenu,
}  # fmt: skip
WHOLE = {ROLE.ComboBox, ROLE.Table, ROLE.Tree, ROLE.ScrollBar, ROLE.SpinBox, ROLE.Slider}
CONTROLS = {
    ROLE.Button, ROLE.CheckBox, ROLE.ComboBox, ROLE.EditableText, ROLE.RadioButton, ROLE.ButtonMenu,
}  # fmt: skip
MOST_CHILDREN = 400
MOST_LETTERS = 150
LEAST_TARGET = 24
NEXT_SENTENCE = re.compile(r"\w{3,}[.?!] [A-ZÆØÅ]")
LETTERS = re.compile(r"[\W_]+")


def nameless(window: QWidget) -> list[str]:
    """Everything visible that can be used or reached but has no name."""
    top = QAccessible.queryAccessibleInterface(window)
    return [_described(face) for face in _walk(top) if _should_be_named(face) and not _name(face)]


def spoken(window: QWidget) -> list[str]:
    """The names of everything visible, in order: what a reader meets."""
    top = QAccessible.queryAccessibleInterface(window)
    return [_said(face) for face in _walk(top) if _said(face)]


def mistaken(window: QWidget) -> list[str]:
    """What can be used and is taken for another, is told at too great length, or is called by other words than it bears."""
    top = QAccessible.queryAccessibleInterface(window)
    controls = [face for face in _walk(top) if face.role() in CONTROLS]
    heard = Counter(_heard(face) for face in controls)
    return [
        *(f"{many} × {said}" for said, many in heard.items() if many > 1),
        *(f"too long: {_name(face)}" for face in controls if _is_too_long(_name(face))),
        *(f"reads {_words(face)!r}: {_name(face)}" for face in controls if _is_renamed(face)),
    ]


def too_small(window: QWidget) -> list[str]:
    """What the mouse, or a hand that shakes, would have to hit within less than 24 × 24."""
    top = QAccessible.queryAccessibleInterface(window)
    found = []
    for face in _walk(top):
        owner = face.object()
        if face.role() in CONTROLS and isinstance(owner, QWidget):
            size = owner.size()
            if min(size.width(), size.height()) < LEAST_TARGET:
                found.append(f"{size.width()} × {size.height()}: {_name(face)}")
    return found


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
    """Of a box its own name: on some systems Qt says what is chosen in it instead."""
    owner = face.object()
    if isinstance(owner, QComboBox):
        return owner.accessibleName().strip()
    return _said(face)


def _said(face: QAccessibleInterface) -> str:
    return face.text(QAccessible.Text.Name).strip()


def _heard(face: QAccessibleInterface) -> str:
    told = face.text(QAccessible.Text.Description).strip()
    return f"{face.role().name} »{_name(face)}« {told}".strip()


def _is_too_long(name: str) -> bool:
    """Longer than a sentence; what stands after a colon is somebody's own words."""
    return len(name) > MOST_LETTERS or bool(NEXT_SENTENCE.search(name.partition(": ")[0]))


def _words(face: QAccessibleInterface) -> str:
    owner = face.object()
    return owner.text().replace("&", "") if isinstance(owner, QAbstractButton) else ""


def _is_renamed(face: QAccessibleInterface) -> bool:
    """Whoever speaks to the computer says the words on the button: they must be in its name (WCAG 2.5.3)."""
    words, name = (LETTERS.sub(" ", one).casefold().strip() for one in (_words(face), _name(face)))
    return bool(words) and words not in name


def _described(face: QAccessibleInterface) -> str:
    owner = face.object()
    kind = type(owner).__name__ if owner else "?"
    parent = type(owner.parent()).__name__ if owner and owner.parent() else ""
    return f"{face.role().name} {kind} in {parent}"
