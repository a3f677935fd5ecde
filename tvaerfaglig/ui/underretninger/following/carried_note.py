"""Says that a section's words came from the letter before, and shows them in grey until somebody touches them."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.since_last import day_of
from tvaerfaglig.ui.underretninger.editor import Editor, Work
from tvaerfaglig.ui.underretninger.letter_prose import LetterProse
from tvaerfaglig.ui.widgets import button, col, frame, glyph, mark_as, row, small, spread


class CarriedNote(QWidget):
    """Stands above the section's fields; hides itself at the first word that is changed."""

    def __init__(self) -> None:
        super().__init__()
        self._work: Work | None = None
        self._prose: LetterProse | None = None
        self._words = ""
        self._said = small("")
        self.keep = button("Passer stadig", "small", "flueben")
        self.keep.clicked.connect(self._on_keep_clicked)
        line = row(glyph("ur", "muted", 18), (self._said, 1))
        ground = frame("well", col(spread(line, self.keep), margins=(12, 5, 6, 5)))
        self.setLayout(col(ground, gap=0))
        self.hide()

    def show_section(self, work: Work, editor: Editor | None) -> None:
        """For the section one is in, as it stands on the screen now."""
        standing = work.page.sections.get(work.section.id)
        self._work = work
        carried = standing is not None and standing.carried and work.page.news is not None
        self.setVisible(carried)
        self._take(editor.prose if editor is not None else None, carried=carried)
        news = work.page.news
        if news is not None and carried:
            since = day_of(news.since, work.page.today)
            words = f"Fra underretningen {since}. Står uændret, til du retter i det."
            self._said.say(words)
            if self._prose is not None:
                self._prose.setAccessibleDescription(f"{words} {work.guidance}")

    def _take(self, prose: LetterProse | None, *, carried: bool) -> None:
        if prose is not self._prose:
            self._prose = prose
            if prose is not None:
                prose.textChanged.connect(self._on_text_changed)
        if prose is not None:
            self._words = prose.text()
            mark_as(prose, carried=carried)

    @Slot()
    def _on_text_changed(self) -> None:
        prose = self.sender()
        if self.isHidden() or prose is not self._prose or self._prose is None:
            return
        if self._prose.text() != self._words:
            mark_as(self._prose, carried=False)
            self.hide()

    @Slot()
    def _on_keep_clicked(self) -> None:
        if self._work is not None:
            self._work.writer.keep_as_is(self._work.section.id)
        if self._prose is not None:
            self._prose.setFocus()
