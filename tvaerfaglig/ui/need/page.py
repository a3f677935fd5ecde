"""First why, then whom: the names come when the reason is written, and the leader hears of it at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.stored import Draft
from tvaerfaglig.services import drafts, emergencies
from tvaerfaglig.services.emergencies import NearChild
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.place import Place
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import (
    Confirm,
    ListRow,
    Picker,
    Prose,
    boxed,
    button,
    card,
    col,
    empty_layout,
    field,
    guidance,
    message,
    page_head,
    row,
    scroller,
    text,
)

KEY, KIND = "noedadgang:ny", "noedadgang"
_LINE = "Et barn i huset, du ikke plejer at kunne se"
_RINGS = "Er der fare nu, så ring først. Du kan altid underrette uden at se barnets side."
_MEANS = (
    "Lederen får besked med det samme: hvem, hvilket barn, hvorfor og hvornår. Det står hos barnet for altid, "
    "og forældrene kan få det at se. Barnet lukker sig igen ved dagens slutning."
)
_NOBODY = "Der er ingen børn i dine huse, du ikke kan se i forvejen."


class NeedPlace(Place):
    """`open` takes nothing: a child's name typed elsewhere must not be carried here."""

    help_words = "Skriv hvorfor. Så kommer navnene på børnene i dit hus. Enter vælger."

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, page_head("Nødadgang", _LINE))
        self._build()

    def _build(self) -> None:
        self.reason = Prose(lines=3)
        self.names = button("Vis navnene", "primary")
        self.names.clicked.connect(self._on_names)
        self.picker = Picker((), name="Hvilket barn?", placeholder="Skriv fornavnet")
        self.picker.picked.connect(self._on_picked)
        self._reason_field = field(
            "Hvorfor skal du se barnet nu?",
            self.reason,
            "En hel sætning: hvad er sket, og hvad skal du bruge det til? Lederen læser den.",
        )
        self._below: QVBoxLayout = col(gap="near")
        akut = message(_RINGS, "act", icon="akut", link="Åbn Akut")
        akut.pressed.connect(partial(self.desk.go, "akut"))
        self.akut = akut
        self._asking = boxed(
            col(
                card("1. Hvorfor", self._reason_field, row(self.names, ...)),
                boxed(self._below),
                guidance(_MEANS),
                gap="apart",
            )
        )
        inner = boxed(
            col(
                akut,
                self._asking,
                ...,
                gap="apart",
                margins=(24, 16, 24, 24),
            )
        )
        inner.setMaximumWidth(look().theme.em(52))
        self.set_body(scroller(boxed(row((inner, 1000), ..., gap=0))))

    def open(self, argument: object = None) -> None:
        del argument
        empty_layout(self._below)
        self.picker = Picker((), name="Hvilket barn?", placeholder="Skriv fornavnet")
        self.desk.ask(emergencies.may_use).then(self._allow, self)
        self.desk.ask(drafts.one, KEY).then(self._take_up, self)

    def leave(self) -> None:
        """The reason half written waits for its writer."""
        if self.reason.text().strip():
            self.desk.ask(drafts.keep, KEY, KIND, self.reason.text()).then(_nothing, self.desk)

    def save_now(self) -> None:
        self.leave()

    def start(self) -> None:
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _allow(self, may: bool) -> None:
        self.names.block("" if may else emergencies.NOT_YOURS)
        self._asking.setVisible(may)
        if not may:
            words = emergencies.NOT_YOURS
            if self.desk.me.role.leads:
                words = "Som leder ser du alle børn i dine huse. Find barnet under Børn."
            self.tell(words, "info")

    def _take_up(self, draft: Draft | None) -> None:
        if draft is not None and not self.reason.text().strip():
            self.reason.set_text(draft.content)

    @Slot()
    def _on_names(self) -> None:
        self._reason_field.ask("")
        ask = self.desk.ask(emergencies.whom, self.reason.text())
        ask.then(self._offer, self, failed=self._refused)

    def _refused(self, error: BaseException) -> None:
        self._reason_field.ask(str(error))
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, children: tuple[NearChild, ...]) -> None:
        empty_layout(self._below)
        if not children:
            self._below.addWidget(card("2. Hvilket barn", text(_NOBODY)))
            return
        self.picker = Picker(
            [ListRow(one.id, one.first_name, aside=one.place) for one in children],
            name="Hvilket barn?",
            placeholder="Skriv fornavnet",
        )
        self._children = {one.id: one for one in children}
        self.picker.picked.connect(self._on_picked)
        many = danish.count(len(children), "barn", "børn", spelled=True, neuter=True)
        words = f"{danish.capital(many)} i dit hus, du ikke kan se i forvejen."
        asked: QWidget = field("Hvilket barn?", self.picker, words)
        self._below.addWidget(card("2. Hvilket barn", asked))
        self.picker.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_picked(self, child: str) -> None:
        name = self._children[child].first_name
        asked = Confirm(
            self.window(),
            f"Åbn {danish.possessive(name)} side i nødadgang?",
            f"Lederen får besked med det samme, og det står i {danish.possessive(name)} log for altid.",
            act="Åbn siden",
            safe="Åbn ikke",
        )
        asked.accepted.connect(partial(self._open_child, child))
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def _open_child(self, child: str) -> None:
        ask = self.desk.ask(emergencies.open_in_need, child, self.reason.text(), draft=KEY)
        ask.then(partial(self._opened, child), self)

    def _opened(self, child: str, saved: Saved) -> None:
        self.reason.set_text("")
        empty_layout(self._below)
        self.desk.announce(saved.changes, self)
        self.desk.go("boern", child)


def _nothing(_answer: object) -> None:
    """Kept; there is nothing to show."""
