"""A form about one thing: what is begun is kept under it, and goes when it is saved."""

from __future__ import annotations

from tvaerfaglig.services import drafts
from tvaerfaglig.ui.children.form import DraftPage
from tvaerfaglig.ui.desk import Desk


class FormOfOne(DraftPage):
    """`which` is the thing; "" where there is none yet."""

    def __init__(self, desk: Desk, heading: str, line: str, save: str, which: str = "") -> None:
        super().__init__(desk, heading, line, save)
        self.which = which

    @property
    def key(self) -> str:
        return f"{self.KIND}:{self.which}"

    def ready(self) -> None:
        """The fields stand as they begin."""
        self.refilled()
        self.begin()

    def let_go_of_draft(self) -> None:
        """It is saved: nothing is left to be offered again."""
        self._dirty = False
        self.desk.ask(drafts.drop, self.key).then(_nothing, self.desk)


def _nothing(_answer: object) -> None:
    """The answer changes nothing on the page."""
