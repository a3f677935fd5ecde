"""Words that came underlined, words that went struck through: seen without colour, said in words."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from tvaerfaglig.domain.comparing import Kind, Word
from tvaerfaglig.ui.theme import look

_THIN = "&#8201;"


class Marked(QLabel):
    """One passage with its changes marked. Its accessible name tells them one by one."""

    def __init__(self, words: Iterable[Word]) -> None:
        super().__init__()
        shown = tuple(words)
        self.setProperty("role", "prose")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        leading = round(look().theme.line_percent())
        self.setText(f'<p style="line-height:{leading}%; margin:0">{_html(shown)}</p>')
        self.setAccessibleName(told(shown))


def told(words: Iterable[Word]) -> str:
    """The changes in words: »tre« taget ud, »fire« sat ind; then how the passage reads now."""
    shown = tuple(words)
    said = [
        f"»{one.text.strip()}« {'sat ind' if one.kind is Kind.NY else 'taget ud'}"
        for one in shown
        if one.kind is not Kind.UAENDRET and one.text.strip()
    ]
    if len(shown) > 1:
        now = "".join(one.text for one in shown if one.kind is not Kind.VAEK).strip()
        said.append(f"Nu står der: {now}")
    return ". ".join(said)


def _html(words: tuple[Word, ...]) -> str:
    """Air is never underlined or struck; inside a sentence what is new is bold as well."""
    whole = len(words) == 1
    return "".join(_one(one, bold=not whole) for one in words)


def _one(word: Word, *, bold: bool) -> str:
    core = word.text.strip()
    before, _, after = word.text.partition(core) if core else (word.text, "", "")
    shown = escape(core)
    if word.kind is Kind.NY and core:
        shown = f"<u><b>{shown}</b></u>" if bold else f"<u>{shown}</u>"
    elif word.kind is Kind.VAEK and core:
        shown = f"<s>{shown}</s>{_THIN}"
    return f"{before}{shown}{after}".replace("\n", "<br>")
