"""What the forms of Indsatser share: a draft while one writes, *Fortryd* of what was done, and where one comes then."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal

from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services import drafts
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.ui.children.form_of_one import FormOfOne
from tvaerfaglig.ui.desk import Desk

Undo = Callable[[Session], Saved | Changes]
UNDONE = "Fortrudt. Det står, som det stod."


class IndsatsForm(FormOfOne):
    """A form about an effort or a family's place in it. `leads` sends where to go when it is saved."""

    leads = Signal(str)

    def undo(self, _saved: Saved) -> Undo | None:
        """The service that takes it back."""
        return None

    def where(self, saved: Saved) -> str:
        """Where one comes when it is saved."""
        raise NotImplementedError

    def beneath(self) -> str:
        """Where one comes when it is put away."""
        raise NotImplementedError

    def _on_saved(self, saved: Saved) -> None:
        self.let_go_of_draft()
        self.desk.announce(saved.changes, self)
        undo = self.undo(saved)
        if undo is not None and self.keeps_words():
            undo = partial(_back_to_draft, undo, (self.key, self.KIND, self.content()))
        self.leads.emit(self.where(saved))
        say_done(self.desk, self.said(), undo, self.back_there(saved))

    def keeps_words(self) -> bool:
        """Whether what was written becomes a draft again by *Fortryd*: where it stands nowhere else then."""
        return False

    def back_there(self, saved: Saved) -> str:
        """Where one stands after *Fortryd*; empty: where one is."""
        del saved
        return ""


def _back_to_draft(undo: Undo, draft: tuple[str, str, str], session: Session) -> Saved | Changes:
    """The draft comes first, so that the words are not gone from both if the program stops between the two."""
    drafts.keep(session, *draft)
    try:
        return undo(session)
    except ForPeople:
        drafts.drop(session, draft[0])
        raise


def say_done(desk: Desk, words: str, undo: Undo | None, back: str = "") -> None:
    """Say what was done, with *Fortryd* where it can be taken back."""
    desk.say(words, "ok", partial(_undo, desk, undo, back) if undo else None)


def _undo(desk: Desk, undo: Undo, back: str) -> None:
    desk.ask(undo).then(partial(_undone, desk, back), desk)


def _undone(desk: Desk, back: str, answer: Saved | Changes) -> None:
    if back:
        desk.go("indsatser", None if back == LIST else back)
    desk.announce(answer.changes if isinstance(answer, Saved) else answer)
    desk.say(UNDONE, "ok")


LIST = "listen"
"""Stands for the list itself as a place to come back to."""
