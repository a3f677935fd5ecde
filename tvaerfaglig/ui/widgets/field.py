"""A field: its label, what to write (said before one writes), and the editor."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QSizePolicy, QWidget

from tvaerfaglig.ui.widgets.announce import announce, in_sentences
from tvaerfaglig.ui.widgets.glyph import glyph
from tvaerfaglig.ui.widgets.layout import boxed, col, row
from tvaerfaglig.ui.widgets.words import small, strong

_OPTIONAL = "valgfrit"


class Field(QWidget):
    """Gives its editor name and description, and holds the question that may stand beneath."""

    def __init__(
        self,
        label: str,
        editor: QWidget,
        guidance: str = "",
        *,
        optional: bool = False,
        icon: str = "",
        colour: str = "muted",
        action: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.editor = editor
        self.caption = strong(label)
        self.caption.setBuddy(editor)
        editor.setAccessibleName(label)
        self._guidance = in_sentences(_OPTIONAL, guidance) if optional else guidance
        editor.setAccessibleDescription(self._guidance)
        asked = getattr(editor, "asked", None)
        if asked is not None:
            asked.connect(self.ask)
        head = row(glyph(icon, colour, 18) if icon else None, gap=6)
        if optional:
            self.caption.setWordWrap(False)
            self.caption.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
            head.addWidget(self.caption)
            head.addWidget(small(_OPTIONAL), 1)
        else:
            head.addWidget(self.caption, 1)
        if action is not None:
            head.addWidget(action)
        self._why = small(guidance)
        if not guidance:
            self._why.hide()
        self._asked = small("")
        self._question = boxed(row(glyph("spoergsmaal", "accent", 16), (self._asked, 1), gap=6))
        self._question.hide()
        grows = editor.sizePolicy().verticalPolicy() == QSizePolicy.Policy.Expanding
        words = col(head, self._why, gap=1, margins=(2, 0, 0, 0))
        layout = col(words, (editor, int(grows)), self._question, gap="tight")
        if not grows:
            layout.addStretch(1)
            self.setProperty("stands", "top")
        self.setLayout(layout)

    def ask(self, question: str) -> None:
        """A wish to know more, in the colour of a question; the edge of the field stays as it is."""
        if question and question != self._asked.text():
            announce(self, question)  # the focus may be there already, or have gone on
        self._asked.say(question)
        self._question.setVisible(bool(question))
        self.editor.setAccessibleDescription(" ".join(w for w in (self._guidance, question) if w))

    def guidance(self) -> str:
        """What is said of it before one writes, and whether it may be left out."""
        return self._guidance

    def guide(self, guidance: str) -> None:
        """Other guidance."""
        self._guidance = guidance
        self._why.say(guidance)
        self._why.setVisible(bool(guidance))
        self.editor.setAccessibleDescription(guidance)


def field(
    label: str,
    editor: QWidget,
    guidance: str = "",
    *,
    optional: bool = False,
    icon: str = "",
    colour: str = "muted",
    action: QWidget | None = None,
) -> Field:
    """`action` stands at the right of the label."""
    return Field(
        label, editor, guidance, optional=optional, icon=icon, colour=colour, action=action
    )


def line_edit(words: str = "", *, name: str = "", most: int = 200) -> QLineEdit:
    """A field for one line; `name` where no label stands above it."""
    made = QLineEdit(words)
    made.setMaxLength(most)
    if name:
        made.setAccessibleName(name)
    return made


def say_whose(holder: QWidget, whose: str) -> None:
    """Name the fields and boxes in it also by whose they are: for pages that ask the same of several."""
    for made in holder.findChildren(Field):
        made.editor.setAccessibleName(f"{made.caption.text()}, {whose}")
        made.editor.setAccessibleDescription(made.guidance())
    for box in holder.findChildren(QCheckBox):
        box.setAccessibleName(f"{box.text()}, {whose}")
