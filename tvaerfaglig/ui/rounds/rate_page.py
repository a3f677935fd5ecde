"""One adult, one child: four domains and the whole, by keyboard from child to child.

Everything is kept privately within a second. Nobody goes on from a child that is not whole without being
told what is missing; then one may, and she stands as waiting.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.ages import age_words
from tvaerfaglig.domain.rounds.course import missing
from tvaerfaglig.domain.rounds.records import Joint, Mark, Rating
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.rounds import rating
from tvaerfaglig.services.rounds.rating import RatingPage
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer.width import at_most
from tvaerfaglig.ui.rounds.domain_card import DomainCard
from tvaerfaglig.ui.rounds.step_chooser import StepChooser
from tvaerfaglig.ui.rounds.wording import keys_said
from tvaerfaglig.ui.rounds.written_list import WrittenList
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import (
    Fold,
    Page,
    SavedLabel,
    boxed,
    button,
    card,
    col,
    field,
    line_edit,
    muted,
    one,
    page_foot,
    page_head,
    panel,
    row,
    scroller,
    see,
    small,
)

QUIET_MS = 500
WIDEST_EM = 52
PANEL_EM = 21
PRIVATE = "kun du kan se det, til I alle er færdige"


class RatePage(Page):
    """`go_on` sends the next child ("" after the last), `left` goes back."""

    go_on = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.saved = SavedLabel()
        self.back_button = button("Tag tilbage", "outlined", "fortryd")
        self.next_button = button("Næste barn", "outlined", "pil-hoejre")
        self.give_button = button("Aflever vurderingen", "primary", "flueben")
        self.top = page_head("Vurdering", " ")
        self.top.offer_back("Tilbage til runden")
        foot = page_foot(self.saved, self.back_button, self.next_button, self.give_button)
        super().__init__(self.top, None, foot)
        self._page: RatingPage | None = None
        self._rating: Rating | None = None
        self._now = ""
        self._warned = ""
        self._unkept = False
        self._cards: dict[str, DomainCard] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(QUIET_MS)
        self._pause.timeout.connect(self.keep)
        self.top.back_pressed.connect(self.left)
        self.give_button.clicked.connect(self.give)
        self.next_button.clicked.connect(self.next)
        self.back_button.clicked.connect(self.take_back)
        self.message.pressed.connect(self._on_message_pressed)
        for keys, act in (("Ctrl+PgDown", self.next), ("Ctrl+B", self.to_observations)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # what the place asks

    def open_child(self, round_id: str, child: str) -> None:
        self.leave()
        self._warned = ""
        self.untell()
        self.desk.ask(rating.rating_page, self.desk.library, round_id, child).then(self._show, self)

    def leave(self) -> None:
        self.keep()
        self._page = self._rating = None
        self._unkept = False

    def start(self) -> None:
        first = next((one for one in self._cards.values() if not one.mark().given), None)
        target = first or next(iter(self._cards.values()), None)
        if target is not None:
            target.focus()

    def on_fold(self, fold: Fold) -> None:
        del fold
        if self._page is not None:
            self._lay_out(self._page)

    # showing

    def _show(self, page: RatingPage) -> None:
        self._page, self._rating = page, page.rating
        domains = {one.id for one in page.form.domains}
        kept = tuple(one for one in page.rating.marks if one.domain in domains)
        self._rating = replace(page.rating, by=self.desk.my_id, marks=kept)
        at = page.order.index(page.child_id) + 1 if page.child_id in page.order else 1
        age = age_words(page.child, self.desk.clock.now().date())
        self.top.say(
            f"{page.child.name}, {age}" if age else page.child.name,
            f"{rating.heading(page)} · barn {at} af {len(page.order)}",
        )
        given = page.own is not None and not page.opened
        self.back_button.setVisible(given)
        self.give_button.say(
            "Gem rettelsen" if page.opened else "Aflever igen" if given else "Aflever vurderingen"
        )
        self.next_button.setVisible(len(page.order) > 1)
        self.saved.say("")
        self._lay_out(page)
        if page.kept is not None:
            self.saved.saved_at(page.kept_at, PRIVATE)
        if self.isVisible():
            self.start()

    def _lay_out(self, page: RatingPage) -> None:
        assert self._rating is not None
        self._cards = {}
        for domain in page.form.domains:
            made = DomainCard(
                domain, page.guidance[domain.id], page.scale, self._rating.mark(domain.id),
                _before(page, page.before.record.mark(domain.id).step if page.before else ""),
            )  # fmt: skip
            made.changed.connect(self._on_mark)
            made.entered.connect(self._on_entered)
            made.finished.connect(self._on_finished)
            self._cards[domain.id] = made
        hint = muted(keys_said(page.scale))
        inner = col(
            hint, *self._cards.values(), self._whole(page), ..., gap="apart", margins=(24, 14)
        )
        middle = scroller(col(at_most(WIDEST_EM, inner), ..., gap=0))
        heading, *beside = self._beside(page)
        if self.fold >= Fold.LIST:
            beneath = boxed(
                row(*((each, 1) for each in beside or [heading]), margins=(24, 8, 24, 8))
            )
            beneath.setFixedHeight(look().theme.em(9))
            self.set_body(boxed(col((middle, 1), beneath, gap=0)))
        else:
            side = panel(heading, *beside, em=PANEL_EM, margins=(14, 12, 12, 14))
            self.set_body(boxed(row((middle, 1), side, gap=0)))
        self._now = next(iter(self._cards), "")
        self._draw_evidence()

    def _whole(self, page: RatingPage) -> QWidget:
        """The child as a whole: the positions as they are defined everywhere, own words, and the way on."""
        assert self._rating is not None
        meanings = {one.position: one.meaning for one in self.desk.library.positions.steps}
        self.overall = StepChooser(
            page.scale, meanings, self._rating.overall, name="Som helhed: trin"
        )
        self.overall.chosen.connect(self._on_overall)
        self.overall.entered.connect(self.give)
        self._before_whole = one("", "small")
        self.words = line_edit(self._rating.sentence, most=200)
        self.words.textEdited.connect(self._on_words)
        self.words.returnPressed.connect(self.give)
        self.because = line_edit("", most=200)
        why = field("Hvorfor retter du?", self.because)
        why.setVisible(page.opened)
        self._say_before_whole()
        return card(
            "Som helhed", self._before_whole, self.overall, field("Egne ord", self.words, optional=True),
            why, small(page.form.always),
        )  # fmt: skip

    def _beside(self, page: RatingPage) -> tuple[QWidget, ...]:
        self.observations = WrittenList(page)
        self.observations.opened.connect(self._on_observation)
        if not page.observations:
            self.observations.setParent(self)
            self.observations.hide()
        return self.observations.beside

    def _draw_evidence(self) -> None:
        page = self._page
        if page is None or self._now not in self._cards:
            return
        seen = {one.id: one for one in page.observations}
        for each in self._cards.values():
            each.show_evidence(seen, page.names)
        chosen = self._cards[self._now]
        name = next(each.name for each in page.form.domains if each.id == self._now)
        self.observations.show_for(name, chosen.mark().evidence)

    # writing

    @Slot(object)
    def _on_mark(self, mark: Mark) -> None:
        assert self._rating is not None
        others = tuple(one for one in self._rating.marks if one.domain != mark.domain)
        self._change(replace(self._rating, marks=(*others, mark)))
        QTimer.singleShot(0, self, self._draw_evidence)

    @Slot(str)
    def _on_overall(self, step: str) -> None:
        assert self._rating is not None
        self._change(replace(self._rating, overall=step))
        self._say_before_whole()

    @Slot(str)
    def _on_words(self, words: str) -> None:
        assert self._rating is not None
        self._change(replace(self._rating, sentence=words))

    def _change(self, made: Rating) -> None:
        self._rating = made
        self._warned = ""
        self._unkept = True
        self._pause.start()

    @Slot()
    def keep(self) -> None:
        """Keep the draft now, if something waits to be kept."""
        self._pause.stop()
        if self._unkept and self._rating is not None:
            self._unkept = False
            self.desk.ask(rating.keep, self._rating).then(self._on_kept, self)

    def _on_kept(self, clock: str) -> None:
        self.saved.saved_at(clock, PRIVATE)

    def _say_before_whole(self) -> None:
        """Beside one's own choice, never before it."""
        page = self._page
        chosen = page is not None and self._rating is not None and bool(self._rating.overall)
        words = _before(page, page.before.record.overall) if chosen and page and page.before else ""
        self._before_whole.say(words)
        self._before_whole.setVisible(bool(words))

    # the way on

    @Slot(str)
    def _on_entered(self, domain: str) -> None:
        if domain != self._now:
            self._now = domain
            QTimer.singleShot(0, self, self._draw_evidence)

    @Slot(str)
    def _on_finished(self, domain: str) -> None:
        order = list(self._cards)
        after = order[order.index(domain) + 1 :]
        if after:
            self._cards[after[0]].focus()
            see(self._cards[after[0]])
        else:
            self.overall.focus()
            see(self.overall)

    @Slot(str)
    def _on_observation(self, key: str) -> None:
        self._cards[self._now].toggle(key)

    @Slot()
    def to_observations(self) -> None:
        """Ctrl+B: from the domain to what was written, to choose there with Enter."""
        if self.observations.rows():
            self.observations.setFocus()

    @Slot()
    def give(self) -> None:
        """Hand it in; what is missing is asked for where it is missing."""
        page, made = self._page, self._rating
        if page is None or made is None or self._asks(page, made):
            return
        self.keep()
        if page.opened:
            because = self.because.text()
            asked = self.desk.ask(rating.correct, self.desk.library, made, because)
        else:
            asked = self.desk.ask(rating.give, self.desk.library, made)
        asked.then(partial(self._on_given, page), self)

    def _asks(self, page: RatingPage, made: Rating) -> bool:
        left = missing(made, [one.id for one in page.form.domains])
        for domain, each in self._cards.items():
            words = "Hvad bygger du på? Vælg en observation, eller skriv én sætning."
            question = "" if domain not in left else words if each.mark().step else "Vælg et trin."
            each.ask(question)
        if not left:
            return False
        if left[0]:
            self._cards[left[0]].focus()
            see(self._cards[left[0]])
        else:
            self.tell("Vælg også, hvor barnet står som helhed.", "info")
            self.overall.focus()
        return True

    def _on_given(self, page: RatingPage, saved: Saved) -> None:
        self.desk.announce(saved.changes, self)
        opened = page.opened or (not page.waits_for)
        first = page.child.first_name
        if page.opened:
            self.desk.say("Rettelsen er gemt.")
        elif opened:
            self.desk.say(f"I er alle færdige med {first}. Nu kan I se vurderingerne sammen.")
        else:
            others = danish.join_and(page.waits_for)
            self.desk.say(f"Din vurdering af {first} er afleveret. {others} mangler endnu.")
        self.go_on.emit(_after(page))

    @Slot()
    def next(self) -> None:
        """The next child; with something missing here it is said first, and the second press goes."""
        page, made = self._page, self._rating
        if page is None or made is None:
            return
        domains = [one.id for one in page.form.domains]
        left = missing(made, domains)
        if left and self._warned != page.child_id and not page.own:
            self._warned = page.child_id
            names = [one.name.lower() for one in page.form.domains if one.id in left]
            asked = danish.join_and([*names, *(["helheden"] if "" in left else [])])
            words = f"Du mangler at vurdere {asked} hos {page.child.first_name}. Kladden bliver liggende."
            self.tell(words, "info", link="Gå videre alligevel")
            return
        if not left and not page.own and self._warned != page.child_id:
            self._warned = page.child_id
            self.tell(
                "Vurderingen er ikke afleveret. Kladden bliver liggende.",
                "info",
                link="Gå videre alligevel",
            )
            return
        self.go_on.emit(_after(page, everyone=True))

    @Slot()
    def _on_message_pressed(self) -> None:
        self.next()

    @Slot()
    def take_back(self) -> None:
        """Before the other is in: a draft again."""
        page = self._page
        if page is not None:
            asked = self.desk.ask(rating.take_back, page.round.id, page.child_id)
            asked.then(partial(self._on_taken_back, page), self)

    def _on_taken_back(self, page: RatingPage, changes: object) -> None:
        self.desk.announce(changes, self)  # type: ignore[arg-type]
        self.open_child(page.round.id, page.child_id)


def _before(page: RatingPage, step: str) -> str:
    """What was said together last time, in the words of its own scale where it is another."""
    if page.before is None or not step:
        return ""
    joint: Joint = page.before.record
    found = page.scale.step(step)
    word = found.word if found else step
    return f"{danish.capital(danish.day_short(joint.day))} så I sammen: {word.lower()}"


def _after(page: RatingPage, *, everyone: bool = False) -> str:
    """The next child of hers that is not given, round the list; "" when there is none."""
    at = page.order.index(page.child_id) if page.child_id in page.order else -1
    round_ = (*page.order[at + 1 :], *page.order[: max(at, 0)])
    left = [one for one in round_ if everyone or one not in page.done]
    return left[0] if left else ""
