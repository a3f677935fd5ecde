"""Between the proposals and the letter: words typed meanwhile are never lost to one that is taken in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from tvaerfaglig.services.letters.rows import Rewritten
from tvaerfaglig.services.proposing import acts
from tvaerfaglig.services.proposing.beside import Proposed
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.underretninger.proposing.passage import Passage, passage_in

if TYPE_CHECKING:
    from tvaerfaglig.ui.underretninger.letter_view import LetterView

_NO_TEXT = (
    "Vælg de ord i teksten, du vil foreslå noget andet for. Til resten kan du skrive en kommentar."
)
_IN = "Forslaget er taget ind."
_BACK = "Den første tekst står der igen."


class ProposalRoad(QObject):
    """Lives as long as the letter's page."""

    def __init__(self, view: LetterView) -> None:
        super().__init__(view)
        self._view = view
        self._panel = view.comments.proposals
        self._panel.asked.connect(self.propose)
        self._panel.form.sent.connect(self._on_proposed)
        self._panel.reply.sent.connect(self._on_replied)
        self._panel.accepted.connect(self._on_accepted)
        self._panel.undone.connect(self._undo)
        self._panel.withdrawn.connect(self._on_withdrawn)
        self._panel.jumped.connect(self._on_jumped)
        view.middle.proposal_note.asked.connect(self._to_first)

    @Slot()
    def propose(self) -> None:
        """About the words that are chosen, or the sentence where the caret stands."""
        editor = self._view.middle.editor
        prose = editor.prose if editor is not None else None
        passage = passage_in(prose, self._view.section) if prose is not None else None
        if passage is None:
            self._view.tell(_NO_TEXT, "info")
            return
        self._view.panel.open_drawer()
        self._panel.form.open_for(passage)

    @Slot()
    def _to_first(self) -> None:
        """To the first that is open; those to this section stand first."""
        card = next((one for one in self._panel.cards.values() if one.buttons), None)
        if card is not None:
            self._view.panel.see(card)
            next(iter(card.buttons.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object, str, str)
    def _on_proposed(self, passage: Passage, wording: str, why: str) -> None:
        asked = self._view.desk.ask(
            acts.propose,
            self._view.writer.letter,
            passage.section,
            passage.words,
            wording,
            why,
            (passage.before, passage.after),
        )
        asked.then(self._on_sent, self)

    def _on_sent(self, saved: Saved) -> None:
        self._panel.form.close_form()
        self._view.middle.focus_first()
        self._done(saved)

    @Slot(str, bool, str)
    def _on_replied(self, proposal: str, no: bool, words: str) -> None:
        asked = self._view.desk.ask(acts.reject if no else acts.reply, proposal, words)
        asked.then(self._on_answered, self)

    def _on_answered(self, saved: Saved) -> None:
        self._panel.reply.close_form()
        self._done(saved)

    @Slot(str)
    def _on_withdrawn(self, proposal: str) -> None:
        self._view.desk.ask(acts.withdraw, proposal).then(self._done, self)

    def _done(self, saved: Saved) -> None:
        self._view.desk.announce(saved.changes, self._view.writer)
        self._view.writer.renew()

    @Slot(str)
    def _on_accepted(self, proposal: str) -> None:
        self._view.flush()
        sent = dict(self._view.sitting.texts)
        asked = self._view.desk.ask(acts.accept, proposal, sent)
        then = partial(self._on_rewritten, proposal, _IN)
        asked.then(then, self)

    @Slot(str)
    def _undo(self, proposal: str) -> None:
        self._view.flush()
        asked = self._view.desk.ask(acts.undo, proposal, dict(self._view.sitting.texts))
        asked.then(partial(self._on_rewritten, proposal, _BACK), self)

    def _on_rewritten(self, proposal: str, said: str, done: Rewritten) -> None:
        self._view.writer.follow(done, self._typed_meanwhile(self._found(proposal), done))
        undo = partial(self._undo, proposal) if said == _IN else None
        self._view.desk.say(said, "ok", undo)

    def _typed_meanwhile(self, found: Proposed | None, done: Rewritten) -> dict[str, str]:
        """What was typed while the answer was on its way, with the same words put in; nothing where all was sent."""
        editor = self._view.middle.editor
        prose = editor.prose if editor is not None else None
        if prose is None or found is None or self._view.section != found.record.section:
            return {}
        now = prose.text()
        if not done.before or now == done.before[0].text:
            return {}
        place = found.place(now)
        words = found.record.passage if found.verdict else found.record.wording
        merged = now if place is None else now[: place[0]] + words + now[place[1] :]
        return {found.record.section: merged}

    def _found(self, proposal: str) -> Proposed | None:
        page = self._view.sitting.page
        return next((one for one in page.proposals if one.id == proposal), None)

    @Slot(str)
    def _on_jumped(self, proposal: str) -> None:
        """To its section, with its words chosen."""
        found = self._found(proposal)
        if found is None:
            return
        self._view.go_to_section(found.record.section)
        editor = self._view.middle.editor
        if editor is None or editor.prose is None:
            return
        place = found.place(editor.prose.text())
        if place is not None:
            editor.prose.choose_words(*place)
        editor.prose.setFocus(Qt.FocusReason.ShortcutFocusReason)
