"""Beneath a text: »Emil«: mener du Emil Friis? A name typed in clear can then be masked on others' papers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.typed_names import NamesToLookFor
from tvaerfaglig.ui.widgets import Button, button, col, empty_layout, glyph, one, row
from tvaerfaglig.ui.widgets.layout import boxed, flow
from tvaerfaglig.ui.widgets.name_prose import NameProse
from tvaerfaglig.ui.widgets.named_text import Guess

MOST = 2


class NameOffers(QWidget):
    """Asks quietly, at most two at a time; what is laid away stays away until another text is opened."""

    changed = Signal()

    def __init__(self, prose: NameProse) -> None:
        super().__init__()
        self._prose = prose
        self._others = NamesToLookFor()
        self._away: set[str] = set()
        self._asked: tuple[Guess, ...] = ()
        self._buttons: list[Button] = []
        self._place = col(gap=0)
        self.setLayout(self._place)
        prose.textEdited.connect(self.look)
        self.hide()

    def look_for(self, others: NamesToLookFor) -> None:
        """Children whose names are to be asked about."""
        self._others = others
        self.look()

    def forget(self) -> None:
        """Another text: what was laid away is asked about again."""
        self._away.clear()
        self.look()

    def stops(self) -> tuple[Button, ...]:
        return tuple(self._buttons)

    def asked(self) -> tuple[str, ...]:
        """The words asked about now."""
        return tuple(guess.words for guess in self._asked)

    @Slot()
    def look(self) -> None:
        found = {guess.words: guess for guess in self._prose.guesses(self._others)}
        wanted = tuple(guess for words, guess in found.items() if words not in self._away)[:MOST]
        key = [(guess.words, guess.children) for guess in wanted]
        if key == [(guess.words, guess.children) for guess in self._asked]:
            return
        self._asked = wanted
        empty_layout(self._place)
        self._buttons.clear()
        for guess in wanted:
            self._place.addWidget(self._line(guess))
        self.setVisible(bool(wanted))
        self.updateGeometry()
        self.changed.emit()

    def _line(self, guess: Guess) -> QWidget:
        full = self._others.full_name
        single = len(guess.children) == 1
        meant = f"mener du {full(guess.children[0])}?" if single else "hvem mener du?"
        words = one(f"»{guess.words}«: {meant}", "small")
        acts = []
        for child in guess.children[:3]:
            label = "Sæt ind" if single else full(child).replace("&", "&&")
            act = button(label, "link", name=f"Sæt {full(child)} ind for {guess.words}")
            act.clicked.connect(partial(self._put, guess, child))
            acts.append(act)
        away = button("", "icon", "luk", name=f"{guess.words} er en anden", dense=True)
        away.clicked.connect(partial(self._lay_away, guess.words))
        self._buttons += [*acts, away]
        asked = boxed(row(glyph("spoergsmaal", "accent", 16), words, gap=6))
        return boxed(flow(asked, *acts, away, gap=2))

    def _put(self, guess: Guess, child: str) -> None:
        self._prose.put_child(guess.words, child, self._others.full_name(child))
        self._prose.setFocus()
        self._prose.flush()
        self.look()

    def _lay_away(self, words: str) -> None:
        self._away.add(words)
        self._prose.setFocus()
        self.look()


def whom_to_ask_about(
    children: Sequence[tuple[str, str]], involved: Sequence[str]
) -> list[tuple[str, str]]:
    """The other children; with several in the note, they too: each is masked on the others' papers.

    The first name of the only child it is about is hers, also where another child shares it; with
    several, a name they carry is taken for theirs.
    """
    names = dict(children)
    own = {names[one].split()[0] for one in involved if names.get(one, "").split()}
    others = [
        (one, name)
        for one, name in children
        if one not in involved and name.split() and name.split()[0] not in own
    ]
    if len(involved) < 2:
        return others
    return [(one, names[one]) for one in involved if one in names] + others
