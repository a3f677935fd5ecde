"""Siden sidst: a follow-up begins with what was agreed. Does it work: go on, adjust, stop?"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.konsultation import Agreement, AgreementState, Verdict
from tvaerfaglig.domain.people import Parent
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.agreements.reading import parent_word
from tvaerfaglig.services.agreements.seen import told
from tvaerfaglig.services.konsultation.sitting import Answer
from tvaerfaglig.ui.konsultationer.agreement_form import AgreementForm
from tvaerfaglig.ui.konsultationer.agreements.seen_view import SeenView, counted
from tvaerfaglig.ui.konsultationer.part import Work, add_shown, reveal
from tvaerfaglig.ui.konsultationer.wording import VERDICTS, agreed_state, agreed_who
from tvaerfaglig.ui.widgets import (
    Fold,
    Segment,
    Segments,
    boxed,
    button,
    col,
    empty_layout,
    field,
    flow,
    glyph,
    hairline,
    line_edit,
    row,
    section,
    small,
    spread,
    strong,
    tab_stops,
)


class Earlier(QWidget):
    """The agreements of last time, and those that are still open. Nothing is shown where there are none."""

    KEY = "siden_sidst"

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work
        self._adjusting = ""
        self._looking = ""
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(6)
        self.setLayout(self._place)
        self.setAccessibleName("Siden sidst")
        self.draw()

    def is_written(self) -> bool:
        """Whether every agreement that was open has been looked at."""
        return all(self._looked_at(one) for one in self.work.page.earlier_agreements)

    def draw(self) -> None:
        empty_layout(self._place)
        earlier = self.work.page.earlier_agreements
        reveal(self, shown=bool(earlier))
        if not earlier:
            return
        add_shown(self._place, section("Siden sidst"))
        if self.work.writable:
            add_shown(self._place, small("Virker det, I aftalte? Fortsæt, justér eller stop."))
        for one in earlier:
            add_shown(self._place, self._agreement(one))
            add_shown(self._place, hairline())

    def renew(self) -> None:
        focused = self.window().focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self.draw()

    def _answer(self, one: Stored[Agreement]) -> Answer:
        """What was said of it in this note: here and now, or saved before."""
        here = self.work.sitting.answers.get(one.id)
        if here is not None:
            return here
        saved = one.record
        if saved.seen_in == self.work.page.id:
            return Answer(verdict=saved.verdict, outcome=saved.outcome, evidence=saved.evidence)
        return Answer()

    def _follower(self, one: Stored[Agreement]) -> Agreement | None:
        """What took its place, as it stands in this note."""
        here = (made for _, made in self.work.sitting.agreements())
        return next((made for made in here if made.follows == one.id), None)

    def _parents(self) -> tuple[Parent, ...]:
        page = self.work.page
        return page.child.record.parents if page.child and not page.hides_parents else ()

    def _looked_at(self, one: Stored[Agreement]) -> bool:
        ended = one.record.status is not AgreementState.AABEN
        return ended or self._answer(one).verdict is not None

    def _agreement(self, one: Stored[Agreement]) -> QWidget:
        made = self._answer(one).adjusted or self._follower(one) or one.record
        names = self.work.page.names
        by = f"senest {danish.day_near(made.due, self.work.page.today).lower()}" if made.due else ""
        line = " · ".join(filter(None, (agreed_who(made, names, self._parents()), by)))
        head = boxed(col(strong(names.said(made.what)), small(line) if line else None, gap=0))
        ended_before = (
            one.record.status is not AgreementState.AABEN
            and one.record.seen_in != self.work.page.id
        )
        if ended_before or not self.work.writable:
            return self._told(one.record, head)
        return self._asked(one, head)

    def _told(self, made: Agreement, head: QWidget) -> QWidget:
        word = agreed_state(made) or (VERDICTS[made.verdict] if made.verdict else "Åben")
        how = f"{word}: {self.work.page.names.said(made.outcome)}" if made.outcome else word
        stopped = made.status is AgreementState.OPGIVET
        icon, colour = ("luk", "muted") if stopped else ("flueben", "ok")
        if made.status is AgreementState.AABEN:
            icon, colour = "maerke-neutral", "muted"
        return boxed(col(head, row(glyph(icon, colour, 16), (small(how), 1), gap=6), gap=2))

    def _asked(self, one: Stored[Agreement], head: QWidget) -> QWidget:
        answer = self._answer(one)
        what = self.work.page.names.said(one.record.what)
        verdict = Segments(
            [Segment(key.value, words) for key, words in VERDICTS.items()],
            answer.verdict.value if answer.verdict else "",
            name=f"Virker det? {what}",
        )
        verdict.changed.connect(partial(self._on_verdict, one.id))
        outcome = line_edit(answer.outcome, most=300)
        outcome.textEdited.connect(partial(self._on_outcome, one.id))
        how = field("Hvordan går det?", outcome)
        outcome.setAccessibleDescription(what)
        form = self._form(one) if self._adjusting == one.id else None
        seen = self._seen(one)
        if self.work.fold >= Fold.LIST:
            return boxed(col(head, boxed(flow(verdict)), how, seen, form, gap=4))
        right = boxed(col(verdict, ..., gap=0))
        return boxed(col(row((head, 1), right, gap="apart"), how, seen, form, gap=4))

    def _seen(self, one: Stored[Agreement]) -> QWidget | None:
        """How much was seen since, and on asking the newest of each kind, to cite."""
        page = self.work.page
        if not page.whole_child:
            return None
        written = [each for each in page.observations if each.record.complete]
        seen = told(written, one.record.made_on, page.names)
        if self._looking == one.id:
            view = SeenView(seen, self.work.desk.library.categories, self._answer(one).evidence)
            view.changed.connect(partial(self._on_cited, one.id))
            return view
        words = small(counted(seen))
        if not seen.count:
            return words
        look = button("Se og citér", "link", "vis", name=f"Se og citér: {one.record.what}")
        look.clicked.connect(partial(self._look, one.id))
        return boxed(spread(words, look))

    def _look(self, key: str) -> None:
        self._looking = key
        self.draw()
        view = self.findChild(SeenView)
        stops = tab_stops(view) if view is not None else []
        if stops:
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _form(self, one: Stored[Agreement]) -> AgreementForm:
        made = self._answer(one).adjusted or self._follower(one) or one.record
        page = self.work.page
        form = AgreementForm(
            made, self.work.note.participants, page.colleagues, lambda: page.today,
            parents=[(each.id, parent_word(each)) for each in self._parents()],
            removable=False, narrow=self.work.fold >= Fold.LIST,
        )  # fmt: skip
        form.changed.connect(partial(self._on_adjusted, one.id))
        form.done.connect(partial(self._adjust, ""))
        return form

    def _adjust(self, key: str) -> None:
        self._adjusting = key
        self.draw()
        form = self.findChild(AgreementForm)
        if form is not None:
            form.start()

    def _change(self, key: str, **facts: object) -> None:
        one = next(each for each in self.work.page.earlier_agreements if each.id == key)
        after = replace(self._answer(one), **facts)  # type: ignore[arg-type]
        self.work.writer.answer(key, after)

    def _on_verdict(self, key: str, chosen: str) -> None:
        self._change(key, verdict=Verdict(chosen))
        if chosen == Verdict.JUSTER:
            self._adjust(key)
        elif self._adjusting == key:
            self._adjust("")

    def _on_outcome(self, key: str, words: str) -> None:
        self._change(key, outcome=words)

    def _on_adjusted(self, key: str, made: Agreement) -> None:
        self._change(key, adjusted=made)

    def _on_cited(self, key: str, observations: tuple[str, ...]) -> None:
        """Cited for the agreement, and laid on the table among what is known."""
        self._change(key, evidence=observations)
        lying = self.work.note.observations
        more = tuple(one for one in observations if one not in lying)
        if more:
            self.work.writer.change(observations=(*lying, *more))
