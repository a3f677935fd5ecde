"""»Papirer«: the papers of what is in front, asked for as it is shown and each led to the preview."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.services.efforts.papers import looking
from tvaerfaglig.services.efforts.papers.which import EffortPaper, Offered
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser.papers import previews
from tvaerfaglig.ui.widgets import Button, MenuButton, button

OVERGANG = "overgang"


class PapersButton(MenuButton):
    """Hidden while there is nothing to print, or its `room` is not in front. `press` is Ctrl+P."""

    def __init__(self, desk: Desk, room: QWidget) -> None:
        super().__init__("Papirer", words="Papirer", icon="udskrift")
        self._desk, self._room = desk, room
        self._of: tuple[str, ...] = ()
        self.hide()

    def withdraw(self) -> None:
        """Nothing in front that has papers."""
        self._of = ()
        self.empty()
        self.hide()

    def press(self) -> None:
        if self.menu_words():
            self.click()

    def offer_effort(self, effort_id: str, name: str) -> None:
        self._of = (effort_id,)
        asked = self._desk.ask(looking.offered_to_effort, effort_id)
        asked.then(partial(self._show, self._of, partial(self._on_effort, effort_id, name)), self)

    def offer_family(self, enrolment: str, child: str, name: str) -> None:
        self._of = (enrolment, child)
        show = partial(self._show, self._of, partial(self._on_family, enrolment, child, name))
        asked = self._desk.ask(looking.offered_to_family, enrolment)
        asked.then(show, self, failed=self._on_refused)

    def offer_volunteer(self, effort_id: str, volunteer: str, name: str) -> None:
        self._of = (effort_id, volunteer)
        act = partial(self._on_volunteer, effort_id, volunteer, name)
        asked = self._desk.ask(looking.offered_to_volunteer, effort_id, volunteer)
        asked.then(partial(self._show, self._of, act), self, failed=self._on_refused)

    def _on_refused(self, _error: BaseException) -> None:
        """Who may see it and not print it is offered nothing."""
        self.withdraw()

    def _show(
        self, of: tuple[str, ...], act: Callable[[Offered], None], papers: tuple[Offered, ...]
    ) -> None:
        if of != self._of:
            return
        self.empty()
        for one in papers:
            self.add(one.words, partial(act, one))
        if len(of) > 1 and any(one.which is EffortPaper.FREMMOEDEARK for one in papers):
            self.divide()
            self.add("Overgangsark …", partial(self._desk.go, "udskrifter", f"{OVERGANG}:{of[1]}"))
        self.setVisible(bool(papers) and not self._room.isHidden())

    def _on_effort(self, effort_id: str, name: str, paper: Offered) -> None:
        show = partial(self._show_effort, effort_id, name, paper)
        self._desk.ask(looking.children_on, paper.which, effort_id).then(show, self)

    def _show_effort(
        self, effort_id: str, name: str, paper: Offered, children: tuple[str, ...]
    ) -> None:
        self._desk.preview_asked.emit(previews.of_effort(paper, effort_id, name, children))

    def _on_family(self, enrolment: str, child: str, name: str, paper: Offered) -> None:
        self._desk.preview_asked.emit(previews.of_family(paper, enrolment, child, name))

    def _on_volunteer(self, effort_id: str, volunteer: str, name: str, paper: Offered) -> None:
        request = previews.of_volunteer(paper.which, effort_id, volunteer, name)
        self._desk.preview_asked.emit(request)


def invitation_button(desk: Desk, enrolment: str, child: str, name: str) -> Button:
    """The sheet to fold and to give to a family that is asked."""
    paper = Offered(EffortPaper.INVITATION, EffortPaper.INVITATION.heading)
    request = previews.of_family(paper, enrolment, child, name)
    made = button("Invitation", "small", "udskrift", name=f"Invitation: {danish.first_name(name)}")
    made.clicked.connect(partial(desk.preview_asked.emit, request))
    return made
