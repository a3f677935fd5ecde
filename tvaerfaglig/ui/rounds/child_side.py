"""The chosen child of a round: how it stands with her, what the adults saw together, and what is next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.rounds.course import Stand
from tvaerfaglig.domain.rounds.records import RoundState
from tvaerfaglig.services.rounds.reading import ChildInRound, RoundPage
from tvaerfaglig.ui.rounds.assign_form import AssignForm
from tvaerfaglig.ui.rounds.wording import who_has, written
from tvaerfaglig.ui.widgets import boxed, button, col, flow, mark, muted, section, small, text

_OPEN = {Stand.INGEN, Stand.NOGLE, Stand.UDELADT}
"""While not everybody has rated, who does may still be chosen."""


class ChildSide(QWidget):
    """`assigned` sends who is to rate her (see `AssignForm`); the others ask for a page."""

    together_asked = Signal()
    rate_asked = Signal()
    child_asked = Signal()
    assigned = Signal(object)

    def __init__(self, one: ChildInRound, page: RoundPage) -> None:
        super().__init__()
        self._one, self._page = one, page
        closed = page.round.status is RoundState.LUKKET
        self.setLayout(
            col(
                *self._how_it_stands(),
                *self._seen(),
                boxed(flow(*self._acts())),
                self._choosing() if page.leads and not closed and one.stand in _OPEN else None,
                gap="near",
            )
        )

    def _how_it_stands(self) -> list[QWidget]:
        one, page = self._one, self._page
        begun = page.round.status is not RoundState.PLANLAGT
        return [
            section(one.child.name),
            text(who_has(one, page.names, begun=begun)),
            muted(danish.capital(written(one))),
        ]

    def _seen(self) -> list[QWidget]:
        one, said = self._one, self._page.names.said
        items: list[QWidget] = []
        if one.before is not None:
            earlier = one.before.record
            items += [
                small(f"{danish.capital(danish.day(earlier.day))} så I sammen:"),
                mark(earlier.position.value),
            ]
        if one.joint is not None:
            joint = one.joint.record
            items += [small("Denne gang:"), mark(joint.position.value), text(said(joint.sentence))]
        if one.alone:
            items.append(small(f"Én vurderer alene: {one.alone}"))
        return items

    def _acts(self) -> list[QWidget]:
        one, name = self._one, self._one.child.first_name
        acts: list[QWidget] = []
        if one.stand in {Stand.ALLE, Stand.FAELLES}:
            now = one.stand is Stand.ALLE
            words = "Se det sammen" if now else "Åbn den fælles vurdering"
            made = button(
                words, "primary" if now else "outlined", "samtale", name=f"{words}: {name}"
            )
            made.clicked.connect(self.together_asked)
            acts.append(made)
        elif one.mine and self._page.round.status is RoundState.I_GANG:
            words = "Vurder" if one.asked else "Se din vurdering"
            made = button(
                words, "primary" if one.asked else "outlined", "kladde", name=f"{words}: {name}"
            )
            made.clicked.connect(self.rate_asked)
            acts.append(made)
        page_of = button("Barnets side", "link", name=f"Barnets side: {name}")
        page_of.clicked.connect(self.child_asked)
        return [*acts, page_of]

    def _choosing(self) -> QWidget:
        form = AssignForm(self._one, self._page.choosable)
        form.chosen.connect(self.assigned)
        return form
