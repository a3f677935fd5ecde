"""Puts broader words where the narrow ones stand, in the field as if typed; and finds those words to show them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QWidget

from tvaerfaglig.domain.reidentify.counting import Lead, Piece, rewritten
from tvaerfaglig.domain.reidentify.pieces import FIELDS
from tvaerfaglig.ui.konsultationer.writer import NoteWriter
from tvaerfaglig.ui.widgets import Prose

Change = tuple[str, str, str]
"""Where a text stands, how it was, and how it reads now."""


def reword(
    writer: NoteWriter, body: QWidget, pieces: tuple[Piece, ...], lead: Lead
) -> tuple[Change, ...]:
    """Only what is one's own to change; what was changed, so that it can be put back."""
    after = rewritten(pieces, lead)
    wanted = [
        (was.key, was.text, now.text) for was, now in zip(pieces, after, strict=True) if was != now
    ]
    return tuple(one for one in wanted if write(writer, body, one))


def put_back(writer: NoteWriter, body: QWidget, changes: tuple[Change, ...]) -> None:
    for key, was, now in changes:
        write(writer, body, (key, now, was))


def write(writer: NoteWriter, body: QWidget, change: Change) -> bool:
    """In its field, where Ctrl+Z takes it back; else in the note, where it is not open to write in."""
    key, was, now = change
    field = next(_fields(body, was), None)
    if field is not None:
        _type(field, now)
        return True
    if key in FIELDS and getattr(writer.sitting.note, key) == was:
        writer.change(**{key: now})
        return True
    return _write_row(writer, key, was, now)


def _write_row(writer: NoteWriter, key: str, was: str, now: str) -> bool:
    kind, _, rest = key.partition(":")
    row, _, name = rest.rpartition(":")
    made = dict(writer.sitting.agreements()).get(row) if kind == "aftale" else None
    if made is None or getattr(made, name) != was:
        return False
    writer.put_row(row, replace(made, **{name: now}))  # type: ignore[arg-type]
    return True


def show(body: QWidget, pieces: tuple[Piece, ...], lead: Lead) -> str:
    """The caret to the first place, if it stands in a field; else the key of its text."""
    for spot in lead.spots:
        piece = pieces[spot.piece]
        for field in _fields(body, piece.text):
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            _select(field, lead.words)
            return ""
    return pieces[lead.spots[0].piece].key


def _fields(body: QWidget, text: str) -> Iterator[Prose | QLineEdit]:
    for one in body.findChildren(QWidget):
        if isinstance(one, Prose | QLineEdit) and one.text() == text and not one.isReadOnly():
            yield one


def _type(field: Prose | QLineEdit, words: str) -> None:
    if isinstance(field, QLineEdit):
        field.selectAll()
        field.insert(words)
        return
    cursor = QTextCursor(field.document())
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.insertText(words)
    cursor.endEditBlock()
    field.flush()


def _select(field: Prose | QLineEdit, words: str) -> None:
    if isinstance(field, QLineEdit):
        at = field.text().find(words)
        field.setSelection(max(at, 0), len(words))
        return
    found = field.document().find(words)
    if not found.isNull():
        field.setTextCursor(found)
        field.ensureCursorVisible()
