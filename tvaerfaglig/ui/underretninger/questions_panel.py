"""Spørgsmål: at most three for the section one is in; they can be answered, jumped to and laid away."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.quality.finding import Finding
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.underretninger.asked_now import Here
from tvaerfaglig.ui.underretninger.laid_away import LaidAway
from tvaerfaglig.ui.widgets import QuestionCard, boxed, button, col, muted, row, section, small
from tvaerfaglig.ui.writing.spoken import Spoken

SHOWS = {"ressourcer": "ressource", "ressource_eksempel": "ressource", "faa_observationer": "alle",
         "ingen_observationer": "alle", "nyeste": "alle", "vurdering_belaeg": "alle",
         "ressourcer_ubrugt": "ressource", "observationer_ubrugt": "ubrugte"}  # fmt: skip
"""Questions that the log may answer: which evidence *Vis dem* then shows."""


class QuestionsPanel(QWidget):
    """`chosen`, `jumped`, `dismissed` and `replaced` send a finding's place, `shown` what evidence to show.

    `asked_again` sends what was laid away and is to be asked again (all of it where empty), `opened`
    whether more than three are to stand here.
    """

    chosen = Signal(str)
    jumped = Signal(str)
    dismissed = Signal(str)
    replaced = Signal(str)
    shown = Signal(str)
    asked_again = Signal(str)
    opened = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Spørgsmål")
        self._here = Here()
        self.current = ""
        self.cards: dict[str, QuestionCard] = {}
        self._made: dict[str, Finding] = {}
        self._count = muted("")
        self.fold = button("", "icon", "pil-ned", name="Fold spørgsmål sammen", dense=True)
        self.fold.clicked.connect(self._on_fold_clicked)
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(6)
        self._none = small("")
        self.more = button("", "link")
        self.more.clicked.connect(self._on_more_clicked)
        self.laid = LaidAway()
        self.laid.asked_again.connect(self.asked_again)
        self._body = boxed(
            col(self._none, self._place, row(self.more, ...), self.laid, gap="tight")
        )
        heading = row(section("Spørgsmål"), (self._count, 1), self.fold)
        self.setLayout(col(heading, self._body, gap="near"))
        self._spoken = Spoken(self)
        self._draw()

    @property
    def again(self) -> QWidget:
        """Where all that was laid away is asked for again."""
        return self.laid.all_again

    def show_questions(self, here: Here) -> None:
        """What the section one is in is asked; what stands unchanged is left as it stands."""
        if here.section != self._here.section:
            self.laid.forget()
        self._here = here
        if self.current not in here.everywhere:
            self.current = ""
        self._spoken.hear({one.place: _said(one) for one in here.shown}, here.section)
        self._draw()

    def here(self) -> tuple[Finding, ...]:
        return self._here.shown

    def hush(self) -> None:
        """Somebody is typing: nothing is spoken until she pauses."""
        self._spoken.hush()

    def choose(self, place: str) -> None:
        """Make one the current; an empty place leaves none."""
        self.current = place
        for own, card in self.cards.items():
            card.set_current(own == place)

    def tell_laid_away(self, finding: Finding) -> None:
        """Say that it is away, with *Fortryd*; who stood on its card stands on the next."""
        self.laid.tell(finding)

    def _draw(self) -> None:
        kept, from_laid = self._focused(), self.laid.has_focus
        self._take_away({one.place: one for one in self._here.shown})
        for n, one in enumerate(self._here.shown):
            card = self.cards.get(one.place) or self._make(one)
            if self._place.indexOf(card) != n:
                self._place.insertWidget(n, card)
            card.set_current(one.place == self.current)
        self.cards = {one.place: self.cards[one.place] for one in self._here.shown}
        if kept >= 0:
            self._focus(kept)
        self._say()
        if from_laid and not self.laid.has_focus:
            self._focus(0)

    def _take_away(self, wanted: dict[str, Finding]) -> None:
        for place in list(self.cards):
            if place not in wanted or _looks(wanted[place]) != _looks(self._made[place]):
                card = self.cards.pop(place)
                del self._made[place]
                self._place.removeWidget(card)
                card.hide()
                card.deleteLater()

    def _make(self, one: Finding) -> QuestionCard:
        card = QuestionCard(
            _where(one),
            one.question,
            one.why,
            show="Vis dem" if one.rule in SHOWS else "",
            instead=one.replacement or "",
            source=one.source,
        )
        card.chosen.connect(partial(self.chosen.emit, one.place))
        card.jumped.connect(partial(self.jumped.emit, one.place))
        card.dismissed.connect(partial(self.dismissed.emit, one.place))
        card.replaced.connect(partial(self.replaced.emit, one.place))
        card.shown.connect(partial(self.shown.emit, SHOWS.get(one.rule, "")))
        card.stepped.connect(partial(self._on_stepped, one.place))
        self.cards[one.place], self._made[one.place] = card, one
        return card

    def _focused(self) -> int:
        """At which card the keyboard is, counted from above; -1 for none."""
        places = enumerate(self.cards.values())
        return next((n for n, card in places if card.hasFocus()), -1)

    def _focus(self, at: int) -> None:
        """Keep the keyboard where it was: on the card that came in place of the one that went."""
        cards = list(self.cards.values())
        if cards:
            cards[min(at, len(cards) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.laid.focus_undo()

    def _say(self) -> None:
        here, rest = len(self.cards), self._here.elsewhere
        self._count.say(f"{here} her" if here else "")
        words = "Ingen spørgsmål her." if self._here.known else "Læser teksten …"
        if rest:
            words = f"Ingen her. {danish.count(rest, 'spørgsmål', 'spørgsmål')} andre steder. F8 går til det næste."
        self._none.say(words)
        self._none.setHidden(bool(here))
        waiting = self._here.waiting
        self.more.say("Vis kun de vigtigste" if self._here.opened else f"{waiting} flere")
        self.more.setAccessibleName("" if self._here.opened else f"Vis {waiting} flere spørgsmål")
        self.more.setHidden(not (waiting or self._here.opened))
        self.laid.show_away(self._here.away, self._here.away_elsewhere)

    @Slot(int)
    def _on_stepped(self, place: str, by: int) -> None:
        places = list(self.cards)
        at = places.index(place) + by if place in places else -1
        if 0 <= at < len(places):
            self.cards[places[at]].setFocus(Qt.FocusReason.OtherFocusReason)
            self.chosen.emit(places[at])

    @Slot()
    def _on_more_clicked(self) -> None:
        self.opened.emit(not self._here.opened)

    @Slot()
    def _on_fold_clicked(self) -> None:
        folded = not self._body.isHidden()
        self._body.setHidden(folded)
        self.fold.show_icon("pil-hoejre" if folded else "pil-ned")
        name = "Vis spørgsmål" if folded else "Fold spørgsmål sammen"
        self.fold.setAccessibleName(name)
        self.fold.setToolTip(name)

    def edge(self) -> int:
        return look().theme.em(1)


def _looks(one: Finding) -> tuple[object, ...]:
    """What its card is made of; where it stands in the text may change, and the card stays."""
    return one.rule, one.quote, one.question, one.why, one.source, one.replacement


def _where(one: Finding) -> str:
    return f"»{one.quote}«" if one.quote else "hele afsnittet"


def _said(one: Finding) -> str:
    return f"{_where(one)}: {one.question}"
