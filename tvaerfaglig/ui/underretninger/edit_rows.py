"""Det, vi har set og hørt: the rows, oldest first, each a copy of an observation under its number."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from tvaerfaglig.domain.quality.finding import Finding
from tvaerfaglig.services.letters.kept_under import OBSERVATIONS
from tvaerfaglig.services.letters.page import RowPage
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.underretninger.editor import Editor
from tvaerfaglig.ui.underretninger.wording import (
    child_called,
    newer_words,
    row_when,
    row_who,
)
from tvaerfaglig.ui.widgets import (
    EvidenceDrop,
    Prose,
    Words,
    boxed,
    button,
    col,
    empty_layout,
    field,
    mark,
    menu_button,
    message,
    one,
    row,
    small,
    spread,
    text,
    voice,
)
from tvaerfaglig.ui.widgets.layout import Item


class RowCard(QFrame):
    """One row; `removed`, `fetched` and `opened` send the observation. Delete takes it out."""

    removed = Signal(str)
    fetched = Signal(str)
    opened = Signal(str)

    def __init__(self, shown: RowPage, say: Words, newer: str) -> None:
        super().__init__()
        made = shown.row
        self.observation = made.observation
        self.setProperty("kind", "evidence")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(f"Nr. {made.number}, {row_when(made)}, {made.place}. {say.text()}")
        self.setAccessibleDescription("Delete tager rækken ud")
        self.menu = menu_button(f"Mere om nr. {made.number}", dense=True)
        self.menu.add("Åbn observationen", partial(self.opened.emit, made.observation))
        self.menu.add("Tag ud af underretningen", partial(self.removed.emit, made.observation))
        number = one(str(made.number), "strong", "accent")
        number.setMinimumWidth(look().theme.em(1.5))
        where = " · ".join(filter(None, (row_when(made), made.place)))
        head = spread(text(where, "smallstrong"), mark(made.sign.value), self.menu, gap=6)
        self.say = say
        parts: list[Item] = [head, say]
        if made.child_words:
            asked = f"Den voksne spurgte: »{made.asked}«" if made.asked else ""
            parts.append(voice(made.child_words.strip("»«"), asked, role="body"))
        parts.append(small(row_who(made)))
        if newer:
            parts.append(self._offer(newer))
        words = col(*parts, gap="tight")
        inside = row(gap="near", margins=(11, 8, 8, 8))
        inside.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(words, 1)
        self.setLayout(inside)

    def _offer(self, newer: str) -> QWidget:
        made = message(newer, "info", icon="ur", link="Hent ny version")
        made.pressed.connect(partial(self.fetched.emit, self.observation))
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self.observation)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.observation)
        else:
            super().keyPressEvent(event)


class RowsEditor(Editor):
    """Rows come in from the right: by drag, by Enter, by *Sæt ind*."""

    cites = False

    def build(self) -> None:
        self.place = QFrame()
        self.place.setProperty("kind", "well")
        self.place.setAccessibleName(self.work.label(OBSERVATIONS))
        self.rows_layout = QVBoxLayout()
        self.rows_layout.setContentsMargins(8, 8, 8, 8)
        self.rows_layout.setSpacing(6)
        self.place.setLayout(self.rows_layout)
        self._drop = EvidenceDrop(self.place)
        self._drop.dropped.connect(self._on_dropped)
        self.add(self.place)
        self.new = button("Ny observation", "quiet", "plus")
        self.new.clicked.connect(self._on_new_clicked)
        self.add(boxed(row(self.new, ...)))
        if self.work.sitting.text(OBSERVATIONS):
            made = self.add_prose(lines=4, name="Skrevet uden for loggen")
            about = "Kommer på papiret efter rækkerne. Bedre: skriv det som en observation."
            self.add(field("Skrevet uden for loggen", made, about))
        self._build_left_out()
        self.cards: dict[str, RowCard] = {}
        self._fill()

    def _build_left_out(self) -> None:
        lines = self.work.sitting.left_out
        if lines is None:
            standing = self.work.page.sections.get(OBSERVATIONS)
            lines = standing.left_out if standing else ()
        self.left_out = Prose("\n".join(lines), lines=2)
        self.left_out.textEdited.connect(self._on_left_out_edited)
        about = "Kommer på bilaget med observationerne, så læseren ved, hvad der ellers er."
        self.add(field("Det, I ikke har brugt, og hvorfor", self.left_out, about, optional=True))

    def flush(self) -> None:
        super().flush()
        self.left_out.flush()

    def renew(self) -> None:
        kept = next((key for key, card in self.cards.items() if card.hasFocus()), "")
        self._fill()
        if kept in self.cards:
            self.cards[kept].setFocus()

    def go_to(self, finding: Finding) -> None:
        card = self.cards.get(finding.item)
        if card is not None:
            card.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif finding.start is not None and self.prose is not None:
            super().go_to(finding)
        else:
            self.start()

    def show_row(self, observation: str) -> None:
        """Go to one row."""
        if observation in self.cards:
            self.cards[observation].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def start(self) -> None:
        first = next(iter(self.cards.values()), None)
        (first or self.new).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        empty_layout(self.rows_layout)
        page = self.work.page
        names, today = self.work.page.names, page.today
        standing = page.sections.get(OBSERVATIONS)
        self.cards = {}
        for shown in standing.rows if standing else ():
            newer = newer_words(shown.newer, names, today) if shown.newer else ""
            card = RowCard(shown, text(names.said(shown.row.text)), newer)
            card.removed.connect(self.work.writer.remove)
            card.fetched.connect(self.work.writer.refresh)
            card.opened.connect(self._on_opened)
            self.cards[shown.row.observation] = card
            self.rows_layout.addWidget(card)
        if not self.cards:
            called = child_called(page.child.record)
            self.rows_layout.addWidget(
                text(
                    f"Her kommer det, I har set {called} gøre og hørt {called} sige. Træk en "
                    "observation herind fra højre, eller gå til den med Ctrl+B og tryk Enter.",
                    "muted",
                )
            )

    @Slot(str, QPoint)
    def _on_dropped(self, observation: str, _spot: QPoint) -> None:
        self.work.writer.insert(observation)

    @Slot(str)
    def _on_opened(self, observation: str) -> None:
        self.work.desk.go("observation", observation)

    @Slot()
    def _on_new_clicked(self) -> None:
        self.work.desk.go("observation", self.work.page.child.id)

    @Slot(str)
    def _on_left_out_edited(self, words: str) -> None:
        lines = tuple(line.strip() for line in words.splitlines() if line.strip())
        self.work.writer.leave_out(lines)
