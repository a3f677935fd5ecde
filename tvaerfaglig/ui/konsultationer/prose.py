"""The texts of a note: another child is named by a mark, and a line with an arrow is on its way to be agreed."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from tvaerfaglig.domain.agreements.lines import arrows
from tvaerfaglig.domain.konsultation import KonsultationKind
from tvaerfaglig.services.konsultation.page import KonsultationPage
from tvaerfaglig.ui.widgets import ListRow, Prose
from tvaerfaglig.ui.widgets.name_prose import NameProse
from tvaerfaglig.ui.widgets.prose_edit import ProseKind

MOST_LINES = 24


def new_prose(page: KonsultationPage, words: str, kind: ProseKind, *, lines: int) -> Prose:
    """Where a child is named others may be too, by @; a note without a name has no list to choose from."""
    if page.note.kind is not KonsultationKind.NAVNGIVET:
        return Prose(words, kind, lines=lines, most=MOST_LINES)
    made = NameProse("", kind, lines=lines, most=MOST_LINES)
    children = page.names.children
    made.know(
        {child: name.split()[0] for child, name in children.items()},
        [ListRow(child, name, person=name) for child, name in children.items()],
    )
    made.set_text(words)
    return made


def take_line(made: Prose, line: str) -> None:
    """Delete the line with this after its arrow, in one step that Ctrl+Z takes back."""
    at = next((n for n, each in enumerate(made.text().split("\n")) if arrows(each) == (line,)), -1)
    block = made.document().findBlockByNumber(at)
    if at < 0 or not block.isValid():
        return
    cursor = QTextCursor(block)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    cursor.removeSelectedText()
    if at == 0 and made.document().blockCount() > 1:
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        cursor.deleteChar()
    cursor.endEditBlock()
