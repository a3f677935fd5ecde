"""Dokumenter: underretninger, statusudtalelser, notes of konsultationer, and files that never leave the vault."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.acts import Attachment
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.children import attachments
from tvaerfaglig.services.children.attachments import Content, Documents, Letter
from tvaerfaglig.services.children.one_child import ChildPage
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.children.parents_papers import given_request
from tvaerfaglig.ui.children.timeline.happened import STATES
from tvaerfaglig.ui.children.timeline.letters import STAGES
from tvaerfaglig.ui.children.told import dotted
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.widgets import (
    ListRow,
    RowList,
    button,
    card,
    col,
    empty_layout,
    guidance,
    scroller,
    small,
)
from tvaerfaglig.ui.widgets.files import ask_for_file

CHOOSES = "Billeder og PDF (*.pdf *.png *.jpg *.jpeg *.gif *.webp)"
INSIDE = (
    "Filen gemmes krypteret i boksen og vises her i programmet. Originalen bliver, hvor den er."
)
KINDS = {"application/pdf": "PDF"}


class WholeList(RowList):
    """As high as its rows: it stands in a card, and the page scrolls."""

    def __init__(self, rows: list[ListRow], *, name: str) -> None:
        super().__init__(rows, name=name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.whole_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.whole_height())


class DocumentsTab(QWidget):
    """`viewing` sends a file's content for the page to show."""

    viewing = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._page: ChildPage | None = None
        self._receivers: dict[str, str] = {}
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)

    def show_child(self, page: ChildPage) -> None:
        self._page = page
        self.desk.ask(attachments.documents, page.stored.id).then(self._show, self)

    def add_file(self, path: Path) -> None:
        """Keep a copy of a file at the child."""
        if self._page is not None:
            ask = self.desk.ask(attachments.put, self._page.stored.id, path)
            ask.then(partial(self._added, path.name), self)

    def open_file(self, attachment: str) -> None:
        self.desk.ask(attachments.content, attachment).then(self._view, self)

    def _show(self, found: Documents) -> None:
        empty_layout(self._place)
        cards = col(
            self._letters(found),
            self._statuses(found),
            self._notes(found),
            self._files(found),
            self._given(found),
            ...,
            gap="apart",
        )
        cards.setContentsMargins(24, 16, 24, 24)
        self._place.addWidget(scroller(cards))

    def _letters(self, found: Documents) -> QWidget:
        rows = [_letter(found, one) for one in found.letters]
        made = WholeList(rows, name="Underretninger")
        made.opened.connect(partial(self.desk.go, "underretninger"))
        return card(
            "Underretninger", made if rows else small("Ingen endnu. Du kan altid underrette.")
        )

    def _statuses(self, found: Documents) -> QWidget | None:
        """Those that the municipality has asked for; no card while there is none."""
        if not found.statuses:
            return None
        rows = [
            ListRow(
                one.id,
                f"Statusudtalelse begyndt {danish.day(one.record.begun)}",
                under=dotted(stage.word, one.record.request.authority),
                note=danish.join_and([found.names.of_staff(who) for who in one.record.writers]),
                icon="statusudtalelse",
            )
            for one, stage in found.statuses
        ]
        made = WholeList(rows, name="Statusudtalelser")
        made.opened.connect(partial(self.desk.go, "statusudtalelser"))
        return card("Statusudtalelser", made)

    def _notes(self, found: Documents) -> QWidget:
        rows = [
            ListRow(
                one.id,
                one.record.title or one.record.question or "Konsultation",
                danish.day(one.record.day),
                under=STATES[one.record.status],
                note=danish.join_and([who.name for who in one.record.participants]),
                icon="konsultation",
            )
            for one in found.notes
        ]
        made = WholeList(rows, name="Konsultationsnotater")
        made.opened.connect(partial(self.desk.go, "konsultationer"))
        nothing = small("Ingen notater med navn. Anonyme konsultationer står ikke hos barnet.")
        return card("Konsultationsnotater", made if rows else nothing)

    def _files(self, found: Documents) -> QWidget:
        rows = [_file(found, one) for one in found.attachments]
        made = WholeList(rows, name="Bilag")
        made.opened.connect(self.open_file)
        add = button("Tilføj fil", "small", "plus")
        add.clicked.connect(self._on_add)
        may = self._page is not None and Action.WRITE in self._page.may
        words = made if rows else small("Ingen bilag endnu.")
        return card("Bilag", words, guidance(INSIDE), action=add if may else None)

    def _given(self, found: Documents) -> QWidget | None:
        """What parents were handed out, as it was: for the leader, and gone while the guard hides them."""
        page = self._page
        if page is None or Action.SEE_LOG not in page.may or page.hides_parents or not found.given:
            return None
        rows = [
            ListRow(
                one.id,
                f"Indsigt til {one.record.receiver}",
                danish.day(one.record.day),
                under=danish.count(one.record.bar_count, "streg", "streger"),
                note=danish.count(one.record.pages, "side", "sider"),
                icon="vis",
            )
            for one in found.given
        ]
        made = WholeList(rows, name="Indsigt, der er givet")
        made.opened.connect(self._open_given)
        self._receivers = {one.id: one.record.receiver for one in found.given}
        return card("Indsigt, der er givet", made)

    @Slot(str)
    def _open_given(self, indsigt: str) -> None:
        if self._page is not None:
            child = self._page.stored.id
            self.desk.preview_asked.emit(given_request(indsigt, child, self._receivers[indsigt]))

    @Slot()
    def _on_add(self) -> None:
        ask_for_file(self, "Tilføj fil", CHOOSES, self.add_file)

    def _added(self, name: str, saved: Saved) -> None:
        self.desk.announce(saved.changes)
        self.desk.say(f"»{name}« er gemt som bilag.", "ok", partial(_undo, self.desk, saved.id))

    def _view(self, content: Content) -> None:
        self.viewing.emit(content)


def _letter(found: Documents, letter: Letter) -> ListRow:
    record = letter.stored.record
    writers = [found.names.of_staff(one) for one in record.writers]
    return ListRow(
        letter.stored.id,
        f"Underretning begyndt {danish.day(record.begun)}",
        under=STAGES[letter.stage],
        note=danish.join_and(writers),
        icon="underretning",
    )


def _file(found: Documents, stored: Stored[Attachment]) -> ListRow:
    record = stored.record
    at = stored.written_at.astimezone(DANISH).date()
    kind = KINDS.get(record.media, "billede")
    return ListRow(
        stored.id,
        record.title,
        danish.day(at),
        under=dotted(kind, size_words(record.size)),
        note=f"tilføjet af {found.names.of_staff(stored.written_by)}",
        icon="belaeg",
    )


def size_words(size: int) -> str:
    """»340 kB«, »2,4 MB«."""
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} kB"
    return f"{size / 1024 / 1024:.1f} MB".replace(".", ",")


def _undo(desk: Desk, attachment: str) -> None:
    desk.ask(attachments.take_back, attachment).then(desk.announce, desk)
