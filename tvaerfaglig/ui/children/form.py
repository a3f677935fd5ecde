"""A page where one thing about a child is written: kept as a draft from the first word, then saved.

Before *Gem* nothing but the writer's private draft exists. Nothing is required that can be known later;
what cannot be left out is asked for at its field.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QWidget

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.stored import Draft, Stored
from tvaerfaglig.services import drafts, recording
from tvaerfaglig.services.children.one_child import ChildPage
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.ui.children.fields import Fields, Missing
from tvaerfaglig.ui.children.timeline.when import moment
from tvaerfaglig.ui.children.told import dotted
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import (
    Page,
    SavedLabel,
    boxed,
    button,
    col,
    page_foot,
    page_head,
    row,
    scroller,
)
from tvaerfaglig.ui.widgets.layout import Item
from tvaerfaglig.ui.widgets.overlay import tab_stops

Keep = Callable[[Session, str, str, str], str]
TakeBack = Callable[..., Changes]
QUIET_MS = 500
NOT_KEPT = "-"
"""Stands for a draft that the vault does not have: no form reads like this."""
WIDEST_EM = 56
PRIVATE = "ingen andre ser det, før du gemmer"


class DraftPage(Page):
    """Fields with a foot: keeps a draft while one writes. `finished` comes when the page can go away.

    `KEEP` is the service that keeps it: a page whose words are sealed has one of its own. `TAKE_BACK` takes
    back what was saved, all the records that `written` names.
    """

    finished = Signal()
    KIND = ""
    UNDOES = True
    KEEP: Keep = staticmethod(drafts.keep)
    TAKE_BACK: TakeBack = staticmethod(recording.take_back)

    def __init__(self, desk: Desk, heading: str, line: str, save: str) -> None:
        self.saved_label = SavedLabel()
        self.save_button = button(save, "primary")
        later = button("Skriv færdig senere")
        close = button("", "icon", "luk", name="Luk")
        head = page_head(heading, line, close)
        super().__init__(head, None, page_foot(self.saved_label, later, self.save_button))
        self.desk = desk
        self.fields = Fields(self.today, self.touch)
        self._dirty = False
        self._kept = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(QUIET_MS)
        self._pause.timeout.connect(self.keep)
        later.clicked.connect(self.put_away)
        close.clicked.connect(self.put_away)
        self.save_button.clicked.connect(self.save)
        self.message.pressed.connect(self.begin_again)

    # what each page says for itself

    @property
    def key(self) -> str:
        """Where its draft lies."""
        raise NotImplementedError

    def about(self) -> dict[str, str]:
        """Whom the draft is about, for those who list drafts."""
        return {}

    def send(self) -> Asked[Saved]:
        """Hand what is written to the vault; raises Missing where something cannot be left out."""
        raise NotImplementedError

    def said(self) -> str:
        """The word in the bar when it is saved."""
        raise NotImplementedError

    def written(self, saved: Saved) -> tuple[str, ...]:
        """The records that *Fortryd* takes back."""
        return (saved.id,)

    def refilled(self) -> None:
        """After the fields were filled from outside: bring what follows from them in step."""

    # keeping and saving

    def today(self) -> date:
        return self.desk.clock.now().date()

    def lay_out(self, *items: Item) -> None:
        """The fields, from the top, no wider than one reads well."""
        inner = boxed(col(*items, ..., gap="apart", margins=(24, 16, 24, 24)))
        inner.setMaximumWidth(look().theme.em(WIDEST_EM))
        self.set_body(scroller(boxed(row((inner, 1000), ..., gap=0))))
        if not self.isVisible():
            self._tab_comes_to_the_foot_last()

    def _tab_comes_to_the_foot_last(self) -> None:
        """It was made before the fields; put in again it comes after them in Qt's order too."""
        layout = self.layout()
        if self.foot is not None and layout is not None:
            self.foot.setParent(None)
            layout.addWidget(self.foot)

    def content(self) -> str:
        """The form as text, for the draft."""
        return json.dumps({**self.about(), "values": self.fields.values()}, ensure_ascii=False)

    def resume(self, draft: Draft) -> None:
        """Go on where one was."""
        self.fields.resume(json.loads(draft.content).get("values", {}))
        self.refilled()
        self.begin()
        self._dirty = True
        at = moment(draft.at)
        self.tell(f"Du var i gang {at}. Det, du skrev, står her.", link="Begynd forfra")
        self.saved_label.say(f"Gemt {at} · {PRIVATE}")

    def begin(self) -> None:
        """What stands here now is the beginning; only what differs from it is worth a draft."""
        self._kept = self.content()

    @Slot()
    def touch(self) -> None:
        """Someone wrote or chose something (or an editor was only dressed anew)."""
        if self._kept and self.content() != self._kept:
            self._dirty = True
            self._pause.start()

    def is_touched(self) -> bool:
        """Whether something was written here that is not saved yet."""
        return self._dirty

    @Slot()
    def keep(self) -> None:
        """Keep the draft now."""
        self._pause.stop()
        content = self.content()
        if self._dirty and content != self._kept:
            self._kept = content
            ask = self.desk.ask(self.KEEP, self.key, self.KIND, content)
            ask.then(self._on_kept, self, failed=self._on_not_kept)

    @Slot()
    def put_away(self) -> None:
        """Close; what was written waits as a draft."""
        if self._dirty:
            self.keep()
            self.desk.say("Kladden ligger klar hos dig.", "ok")
        self.finished.emit()

    @Slot()
    def begin_again(self) -> None:
        """Lay the draft away, and say so with *Fortryd*."""
        back = partial(_keep_again, self.desk, self.KEEP, self.key, self.KIND, self.content())
        self._dirty = False
        self.desk.ask(drafts.drop, self.key).then(_nothing, self.desk)
        self.desk.say("Kladden er lagt væk.", "ok", back)
        self.finished.emit()

    @Slot()
    def save(self) -> None:
        """Save it; a question stands at the field where something is missing."""
        self._pause.stop()
        self.fields.ask_nothing()
        try:
            ask = self.send()
        except Missing as missing:
            self.keep()  # the pause that would have kept it was ended above
            asked = self.fields.ask(missing) or self.focusWidget()
            if isinstance(self.body, QScrollArea) and asked is not None:
                self.body.ensureWidgetVisible(asked)
            return
        self.save_button.setEnabled(False)
        ask.then(self._on_saved, self, failed=self._on_refused)

    def start(self) -> None:
        """Where one writes first."""
        first: QWidget | None = self.fields.first()
        if first is None:
            return
        itself = first.focusPolicy() & Qt.FocusPolicy.TabFocus
        stops = [] if itself else tab_stops(first)
        (stops[0] if stops else first).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_kept(self, clock: str) -> None:
        self.saved_label.say(f"Gemt {clock} · {PRIVATE}")

    def _on_not_kept(self, error: BaseException) -> None:
        self._kept = NOT_KEPT
        self.saved_label.say("Teksten ligger her, men kunne ikke gemmes endnu.", saved=False)
        self.desk.explain(error)
        self._pause.start(10 * QUIET_MS)

    def _on_saved(self, saved: Saved) -> None:
        self._dirty = False
        take_back = partial(_take_back, take_back=self.TAKE_BACK, records=self.written(saved))
        back = partial(_undo, self.desk, take_back, self.key, self.KIND, self.content())
        self.desk.announce(saved.changes, self)
        self.desk.say(self.said(), "ok", back if self.UNDOES else None)
        self.finished.emit()

    def _on_refused(self, error: BaseException) -> None:
        self.save_button.setEnabled(True)
        self.keep()
        self.desk.explain(error)


R = TypeVar("R", bound=Record)


class EntryForm(DraftPage, Generic[R]):
    """One record about one child, new or (with `stored`) to be corrected."""

    HEADING = ""
    CORRECTS = ""
    """The heading over one that is corrected, where that is not »Ret: samtale med forældrene«."""
    LINE = ""
    ACT = ""
    """What the button says where that is not »Gem hos Alma«."""

    def __init__(self, desk: Desk, page: ChildPage, stored: Stored[R] | None = None) -> None:
        first = page.child.first_name
        again = self.CORRECTS or f"Ret: {self.HEADING[:1].lower()}{self.HEADING[1:]}"
        heading = again if stored else self.HEADING.format(first=first)
        save = self.ACT or f"Gem hos {first}"
        super().__init__(desk, heading, dotted(page.child.name, self.LINE), save)
        self.child, self.child_id, self.stored = page, page.stored.id, stored
        self.lay_out(*self.build())
        if stored is not None:
            self.fill(stored.record)
        self.refilled()
        self.begin()

    def build(self) -> list[Item]:
        """The fields, from the top."""
        raise NotImplementedError

    def fill(self, record: R) -> None:
        """Put a record that is to be corrected into the fields."""
        raise NotImplementedError

    def record(self) -> R:
        """What is written, as a record; raises Missing where something cannot be left out."""
        raise NotImplementedError

    @property
    def key(self) -> str:
        return f"{self.KIND}:{self.stored.id if self.stored else self.child_id}"

    def about(self) -> dict[str, str]:
        return {"child": self.child_id, "record": self.stored.id if self.stored else ""}

    def send(self) -> Asked[Saved]:
        stored = self.stored
        return self.desk.ask(
            recording.save,
            self.record(),
            stored.id if stored else None,
            replaces=(stored.heads or (stored.version,)) if stored else None,
            draft=self.key,
        )

    def said(self) -> str:
        return f"Gemt hos {self.child.child.first_name}."

    def people(self, chosen: Iterable[str] = ()) -> list[tuple[str, str]]:
        """Colleagues to choose among by first name, and whoever a record names beside them."""
        names = self.child.names
        here = [one for one, _ in self.child.colleagues]
        others = [one for one in chosen if one not in here]
        return [(one, names.first(one)) for one in here] + [
            (one, names.of_staff(one)) for one in others
        ]


def _undo(desk: Desk, take_back: TakeBack, key: str, kind: str, content: str) -> None:
    """Take it back; the text becomes a draft again, so that nothing is lost."""
    desk.ask(take_back, key, kind, content).then(partial(_taken_back, desk), desk)


def _take_back(
    session: Session,
    key: str,
    kind: str,
    content: str,
    *,
    take_back: TakeBack,
    records: tuple[str, ...],
) -> Changes:
    changes = take_back(session, *records)
    drafts.keep(session, key, kind, content)
    return changes


def _taken_back(desk: Desk, changes: Changes) -> None:
    desk.announce(changes)
    desk.say("Fortrudt. Det, du skrev, ligger som kladde.", "ok")


def _keep_again(desk: Desk, keep: Keep, key: str, kind: str, content: str) -> None:
    desk.ask(keep, key, kind, content).then(_nothing, desk)


def _nothing(_answer: object) -> None:
    """The answer changes nothing on the page."""
