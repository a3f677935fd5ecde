"""Both are in: where they differ, then one sentence together, what we do now, and when we look again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.rounds.course import Apart
from tvaerfaglig.domain.rounds.records import Doing, Joint, Mark
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.rounds import together
from tvaerfaglig.services.rounds.together import Together
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer.width import at_most
from tvaerfaglig.ui.rounds import previews
from tvaerfaglig.ui.rounds.compared import before_line, differs, side_by_side
from tvaerfaglig.ui.rounds.step_chooser import StepChooser
from tvaerfaglig.ui.rounds.wording import segments
from tvaerfaglig.ui.widgets import (
    DayField,
    Field,
    Fold,
    Page,
    Prose,
    SavedLabel,
    Segments,
    Tick,
    boxed,
    button,
    card,
    col,
    field,
    line_edit,
    menu_button,
    message,
    muted,
    page_foot,
    page_head,
    row,
    scroller,
    small,
    spread,
    text,
)

QUIET_MS = 500
WIDEST_EM = 72
GUARDED = (
    "Værnet er sat. Derfor spørges der ikke om samtale med forældrene her. Aftal med kommunen, hvem der taler "
    "med dem, og hvornår."
)


class TogetherPage(Page):
    """`rate_asked` leads to one's own rating; `left` back to the round."""

    rate_asked = Signal(str, str)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.saved = SavedLabel()
        self.own_button = button("Ret min egen", "outlined")
        self.save_button = button("Gem den fælles vurdering", "primary", "flueben")
        self.papers = menu_button("Papirer om barnet")
        self.top = page_head("Sammen", " ", self.papers, self.own_button)
        self.top.offer_back("Tilbage til runden")
        super().__init__(self.top, None, page_foot(self.saved, self.save_button))
        self._page: Together | None = None
        self._joint: Joint | None = None
        self._unkept = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(QUIET_MS)
        self._pause.timeout.connect(self.keep)
        self.top.back_pressed.connect(self.left)
        self.save_button.clicked.connect(self.save)
        self.own_button.clicked.connect(self._on_own)

    # what the place asks

    def open_child(self, round_id: str, child: str) -> None:
        self.leave()
        self.untell()
        asked = self.desk.ask(together.together, self.desk.library, round_id, child)
        asked.then(self._show, self, failed=self._on_refused)

    def _on_refused(self, error: BaseException) -> None:
        self.desk.explain(error)
        self.left.emit()

    @property
    def child(self) -> str:
        """Whose page stands here; "" when it is left."""
        return self._page.child_id if self._page is not None else ""

    def leave(self) -> None:
        self.keep()
        self._page = self._joint = None
        self._unkept = False

    def start(self) -> None:
        if self._page is not None and self._page.may_write:
            self.overall.focus()
        else:
            self.top.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_fold(self, fold: Fold) -> None:
        del fold
        if self._page is not None:
            self._lay_out(self._page)

    # showing

    def _show(self, page: Together) -> None:
        self._page, self._joint = page, page.begun
        apart = sum(not one.agree for one in page.apart[:-1])
        names = danish.join_and([page.names.first(one.record.by) for one in page.ratings])
        line = (
            f"{names} ser {danish.count(apart, 'område', 'områder')} forskelligt"
            if apart
            else f"{names} ser det ens"
        )
        self.top.say(
            f"{page.child.name}, sammen", f"{names} vurderede alene" if page.alone else line
        )
        mine = any(one.record.by == self.desk.my_id for one in page.ratings)
        self.own_button.setVisible(mine)
        self._offer_papers(page)
        self.save_button.setVisible(page.may_write)
        self.save_button.say("Gem rettelsen" if page.joint else "Gem den fælles vurdering")
        self.saved.say("")
        self._lay_out(page)
        if page.kept is not None:
            self.saved.saved_at(page.kept_at, "kun du kan se kladden")
        if self.isVisible():
            self.start()

    def _lay_out(self, page: Together) -> None:
        cards = [self._domain(page, one) for one in page.apart[:-1]]
        alone = message(f"Én har vurderet alene: {page.alone}", "info") if page.alone else None
        guard = message(GUARDED, "act", icon="afdaempet") if page.hides_parents else None
        whole = card(
            "Som helhed", differs(page.apart[-1]) if len(page.ratings) > 1 else None,
            side_by_side(page, page.apart[-1]),
            before_line(page, page.before.record.overall) if page.before else None,
        )  # fmt: skip
        inner = col(
            alone, guard, *cards, whole, self._together(page), ..., gap="apart", margins=(24, 14)
        )
        self.set_body(scroller(col(at_most(WIDEST_EM, inner), ..., gap=0)))

    def _domain(self, page: Together, apart: Apart) -> QWidget:
        domain = page.form.domain(apart.domain)
        assert domain is not None
        assert self._joint is not None
        steps = Segments(
            segments(page.scale), self._joint.mark(domain.id).step, name=f"{domain.name}: sammen"
        )
        steps.changed.connect(lambda step, key=domain.id: self._on_domain(key, step))
        steps.setEnabled(page.may_write)
        earlier = page.before.record.mark(domain.id).step if page.before else ""
        return card(
            domain.name,
            side_by_side(page, apart),
            spread(row(small("Sammen:"), steps, ...), before_line(page, earlier)),
            icon=domain.icon,
            action=differs(apart) if len(page.ratings) > 1 else None,
        )

    def _together(self, page: Together) -> QWidget:
        """The joint rating itself: the step, one sentence, what we do now, and when we look again."""
        joint = self._joint
        assert joint is not None
        meanings = {one.position: one.meaning for one in page.positions.steps}
        self.overall = StepChooser(page.scale, meanings, joint.overall, name="Sammen: trin")
        self.overall.chosen.connect(self._on_overall)
        self.overall.entered.connect(self._to_sentence)
        self._recommend_words = text("")
        self.sentence = Prose(joint.sentence, lines=2)
        self.sentence.textEdited.connect(self._on_sentence)
        self._sentence = field("Hvad bygger I det på? Én sætning.", self.sentence)
        self._ticks = {
            one: self._tick(one, page)
            for one in Doing
            if not (page.hides_parents and one is Doing.FORAELDRE)
        }
        self.change = line_edit(joint.change, most=200)
        self.change.textEdited.connect(self._on_change)
        self._change: Field = field("Hvad ændrer I?", self.change)
        self.talk = DayField(self._today, joint.talk_on, ahead=True)
        self.talk.changed.connect(self._on_talk)
        self._talk: Field = field("Hvornår taler I med forældrene?", self.talk)
        self.look = DayField(self._today, joint.next_look, ahead=True)
        self.look.changed.connect(self._on_look)
        self.because = line_edit("", most=200)
        self._because = field(
            "Hvorfor retter I?", self.because, "Det, I skrev først, bliver stående."
        )
        always = small(page.form.always)
        made = card(
            "Sammen", self.overall, self._recommend_words, always, self._sentence,
            field("Hvad gør I nu?", _stacked(*self._ticks.values())), self._change, self._talk,
            field("Hvornår ser I på det igen?", self.look, optional=True), self._because,
            muted("Alt, I vælger at gøre, bliver til aftaler med jeres navne på.") if page.may_write else None,
        )  # fmt: skip
        self._because.setVisible(page.joint is not None)
        made.setEnabled(page.may_write)
        self._show_choices()
        return made

    def _tick(self, doing: Doing, page: Together) -> Tick:
        assert self._joint is not None
        del page
        made = Tick(doing.word, on=doing in self._joint.doing)
        made.toggled.connect(lambda on, one=doing: self._on_doing(one, on=on))
        return made

    def _show_choices(self) -> None:
        """Only what the choices ask for, and what the step recommends: never against an underretning."""
        joint, page = self._joint, self._page
        if joint is None or page is None:
            return
        self._change.setVisible(Doing.HVERDAG in joint.doing)
        self._talk.setVisible(Doing.FORAELDRE in joint.doing)
        step = page.scale.step(joint.overall)
        words = page.positions.of(step.position).recommends if step else ""
        if page.hides_parents:
            words = ""
        self._recommend_words.say(words)
        self._recommend_words.setVisible(bool(words))

    def _today(self) -> date:
        return self.desk.clock.now().date()

    # writing

    def _on_domain(self, domain: str, step: str) -> None:
        assert self._joint is not None
        others = tuple(one for one in self._joint.marks if one.domain != domain)
        self._changed(replace(self._joint, marks=(*others, Mark(domain=domain, step=step))))

    @Slot(str)
    def _on_overall(self, step: str) -> None:
        self._set(overall=step)

    @Slot()
    def _to_sentence(self) -> None:
        self.sentence.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(str)
    def _on_sentence(self, words: str) -> None:
        self._sentence.ask("")
        self._set(sentence=words)

    def _on_doing(self, doing: Doing, *, on: bool) -> None:
        assert self._joint is not None
        chosen = set(self._joint.doing) | {doing} if on else set(self._joint.doing) - {doing}
        self._set(doing=tuple(one for one in Doing if one in chosen))

    @Slot(str)
    def _on_change(self, words: str) -> None:
        self._set(change=words)

    @Slot(object)
    def _on_talk(self, on: date | None) -> None:
        self._set(talk_on=on)

    @Slot(object)
    def _on_look(self, on: date | None) -> None:
        self._set(next_look=on)

    def _set(self, **facts: object) -> None:
        assert self._joint is not None
        self._changed(replace(self._joint, **facts))  # type: ignore[arg-type]

    def _changed(self, made: Joint) -> None:
        self._joint = made
        self._unkept = True
        self._pause.start()
        self._show_choices()

    @Slot()
    def keep(self) -> None:
        """Keep the draft now, with the last words typed."""
        if self._page is not None:
            self.sentence.flush()
        self._pause.stop()
        if self._unkept and self._joint is not None:
            self._unkept = False
            self.desk.ask(together.keep, self._joint).then(self._on_kept, self)

    def _on_kept(self, clock: str) -> None:
        self.saved.saved_at(clock, "kun du kan se kladden")

    @Slot()
    def save(self) -> None:
        """The service asks, in words, for what is still missing; the text stays."""
        if self._page is None or self._joint is None:
            return
        self.keep()
        if not self._joint.sentence.strip():
            self._sentence.ask("Én sætning, som I begge kan stå ved.")
            self.sentence.setFocus()
            return
        if not self._joint.overall:
            self.tell("Vælg, hvor I sammen ser barnet som helhed.")
            self.overall.focus()
            return
        asked = self.desk.ask(together.save, self.desk.library, self._joint, self.because.text())
        asked.then(self._on_saved, self)

    def _on_saved(self, saved: Saved) -> None:
        self._pause.stop()
        page = self._page
        if page is None:
            return
        self.desk.announce(saved.changes, self)
        first, round_id, child = page.child.first_name, page.round.id, page.child_id
        undo = None if page.joint else lambda: self._take_back(round_id, child)
        self.desk.say(f"Den fælles vurdering af {first} er gemt, og aftalerne er sat.", "ok", undo)
        self._joint = None
        self.left.emit()

    def _take_back(self, round_id: str, child: str) -> None:
        self.desk.ask(together.take_back, round_id, child).then(self._on_taken_back, self)

    def _on_taken_back(self, changes: Changes) -> None:
        self.desk.announce(changes)

    def _offer_papers(self, page: Together) -> None:
        """None for the parents while the guard hides them."""
        self.papers.empty()
        self.papers.setVisible(page.joint is not None)
        self.papers.add("Trivselsark", self.print_now, icon="udskrift")
        if not page.hides_parents:
            words = "Ark til samtalen med forældrene"
            self.papers.add(words, self.print_for_parents, icon="familie")

    def print_now(self) -> None:
        """The sheet for those who work with her, once something is said together."""
        self._print(for_parents=False)

    def print_for_parents(self) -> None:
        self._print(for_parents=True)

    def _print(self, *, for_parents: bool) -> None:
        page = self._page
        if page is not None and page.joint is not None:
            made = previews.one_child(
                self.desk.library,
                page.round.id,
                page.child_id,
                page.child.name,
                for_parents=for_parents,
            )
            self.desk.preview_asked.emit(made)

    @Slot()
    def _on_own(self) -> None:
        if self._page is not None:
            self.rate_asked.emit(self._page.round.id, self._page.child_id)


def _stacked(*items: QWidget) -> QWidget:
    return boxed(col(*items, gap="tight"))
