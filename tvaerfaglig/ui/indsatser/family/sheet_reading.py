"""A sheet as it was written: to be read, shown to the parents, read after by a colleague, and put right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.form import FieldType, FormField
from tvaerfaglig.domain.efforts.sheets import FieldAnswer, Sheet
from tvaerfaglig.domain.stored import Stored, Version
from tvaerfaglig.services.efforts import sheets, undoing
from tvaerfaglig.services.efforts.family_view import FamilyView
from tvaerfaglig.services.efforts.papers.sheets import is_status
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.children.remarks_card import RemarksCard
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser.family.drawn import came_line, phase_lines
from tvaerfaglig.ui.indsatser.family.sheet_remark import SheetRemark
from tvaerfaglig.ui.indsatser.family.wording import OCCASIONS
from tvaerfaglig.ui.kept_words import KeptWords
from tvaerfaglig.ui.konsultationer.width import at_most
from tvaerfaglig.ui.widgets import (
    DayField,
    Page,
    Prose,
    boxed,
    button,
    card,
    col,
    field,
    flow,
    hairline,
    row,
    scroller,
    small,
    text,
)
from tvaerfaglig.ui.widgets.layout import Item, empty_layout

WIDEST_EM = 56


class SheetReading(Page):
    """`put_right_asked` leads to the form, `paper_asked` to the paper (True: the one that the parents get).

    The text is never changed by what the parents or a colleague say of it.
    """

    put_right_asked = Signal()
    paper_asked = Signal(bool)

    def __init__(self, desk: Desk, view: FamilyView, stored: Stored[Sheet]) -> None:
        super().__init__()
        self.desk, self.view, self.stored = desk, view, stored
        self._form = view.kind.form(stored.record.form)
        self.heading = stored.record.name
        self.line = (
            f"{view.child.record.name} · {danish.day(stored.record.day)} · {self._writers()}"
        )
        desk.ask(sheets.look, stored.id).then(_nothing, self)
        self._earlier = QVBoxLayout()
        self._earlier.setSpacing(8)
        inner = col(*self._cards(), ..., gap="apart", margins=(24, 16, 24, 24))
        self.set_body(scroller(col(at_most(WIDEST_EM, inner), ..., gap=0)))

    def start(self) -> None:
        for one in (self.put_right, self.earlier):
            if one.isVisible():
                one.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def leave(self) -> None:
        for words in self.findChildren(KeptWords):
            words.keep()

    def _writers(self) -> str:
        return danish.join_and([self.view.names.of_staff(one) for one in self.stored.record.by])

    # the cards

    def _cards(self) -> Iterator[Item]:
        sheet, view = self.stored.record, self.view
        self.put_right = button("Ret arket", "outlined", "kladde")
        self.put_right.clicked.connect(self.put_right_asked)
        if self._form is None or not view.may_fill(self._form):
            self.put_right.hide()
        self.earlier = button("Tidligere udgaver", "quiet", "ur")
        self.earlier.clicked.connect(self._ask_earlier)
        if not self.stored.changed:
            self.earlier.hide()
        yield card("", *self._answers(sheet), flow(*self._papers(), self.put_right, self.earlier))
        if not view.hides_parents:
            yield from self._parents()
        yield from self._review()
        yield boxed(self._earlier)

    def _papers(self) -> Iterator[QWidget]:
        self.paper = button("Vis som papir", "outlined", "udskrift")
        self.paper.clicked.connect(partial(self.paper_asked.emit, False))
        yield self.paper
        if is_status(self.stored.record) and not self.view.hides_parents:
            self.to_parents = button("Til forældrene", "outlined", "familie")
            self.to_parents.clicked.connect(partial(self.paper_asked.emit, True))
            yield self.to_parents

    def show_paper(self) -> None:
        """Ctrl+P."""
        self.paper.click()

    def _answers(self, sheet: Sheet) -> Iterator[Item]:
        """In the form's order; what the form has no longer stands under the heading it had."""
        fields = self._form.fields if self._form else ()
        for one in fields:
            if one.parents and self.view.hides_parents:
                continue
            yield from self._told_field(one, sheet)
        known = {one.id for one in fields}
        for answer in sheet.answers:
            if answer.field not in known:
                yield said(answer.heading, answer)

    def _told_field(self, one: FormField, sheet: Sheet) -> Iterator[Item]:
        if one.type is FieldType.MAAL:
            yield from self._goals(one, sheet)
        elif one.type is FieldType.FASER:
            yield boxed(col(text(one.name, "smallstrong"), *phase_lines(self.view), gap="tight"))
        elif one.type is FieldType.FREMMOEDE:
            yield boxed(col(text(one.name, "smallstrong"), text(came_line(self.view)), gap=2))
        elif not sheet.answer(one.id).is_empty:
            yield said(one.name, sheet.answer(one.id))

    def _goals(self, one: FormField, sheet: Sheet) -> Iterator[Item]:
        """As they were scored at this sheet; of one that scores none, the goals as they stand."""
        lines: list[Item] = []
        for stored in self.view.goals:
            goal = stored.record
            here = [s for s in goal.scores if (s.at, s.day) == (sheet.use, sheet.day)]
            for score in here:
                seen = f" · {score.seen}" if score.seen else ""
                step = f"Trin {score.step} af {len(goal.steps)}: {score.reached}{seen}"
                lines.append(boxed(col(text(goal.text, "strong"), text(step), gap=1)))
            if not here and sheet.use not in OCCASIONS and goal.dropped_on is None:
                lines.append(text(goal.text))
        if lines:
            yield boxed(col(text(one.name, "smallstrong"), *lines, gap="tight"))

    # the parents

    def _parents(self) -> Iterator[Item]:
        sheet = self.stored.record
        items: list[Item] = []
        if sheet.shown_on is not None:
            items.append(text(f"Vist til forældrene {danish.day(sheet.shown_on)}."))
        elif self.view.may_write:
            self.shown = DayField(self._today, self.view.today)
            act = button("Vist til forældrene", "outlined", "familie")
            act.clicked.connect(self._on_shown)
            items.append(
                row((field("De så det", self.shown), 1), (boxed(flow(act)), 2), gap="apart")
            )
        else:
            items.append(small("Ikke vist til forældrene endnu."))
        self.remarks = RemarksCard(self.desk)
        self.remarks.show_record(self.stored.id)
        if self.view.may_write:
            self.remark_form = SheetRemark(self.desk, self.view, self.stored.id, self.remarks)
            items += [hairline(), self.remark_form]
        yield card("Forældrene", *items, icon="familie")
        yield self.remarks

    @Slot()
    def _on_shown(self) -> None:
        on = self.shown.value()
        if on is None:
            self.shown.setFocus()
            return
        asked = self.desk.ask(sheets.shown_to_parents, self.stored.id, on)
        asked.then(partial(self._on_written, f"Vist til forældrene {danish.day(on)}."), self)

    # a colleague reads it after

    def _review(self) -> Iterator[Item]:
        sheet, form = self.stored.record, self._form
        if form is None or not form.reviewed_by:
            return
        if sheet.reviewed_on is not None:
            who = self.view.names.of_staff(sheet.reviewed_by)
            words = text(f"Gået igennem {danish.day(sheet.reviewed_on)} med {who}.")
            yield card("Gået igennem", words, text(sheet.review) if sheet.review else None)
        elif self.view.may_review(self.stored):
            yield self._review_form()
        else:
            roles = danish.join_and([one.word for one in form.reviewed_by])
            yield card("Gået igennem", small(f"Ikke endnu. Det gør {roles}."))

    def _review_form(self) -> QWidget:
        self.remark = Prose(lines=2)
        act = button("Gået igennem", "primary", "flueben")
        act.clicked.connect(self._on_reviewed)
        return card(
            "Gå det igennem",
            field(
                "Hvad talte I om?", self.remark, "Det, der er skrevet, bliver stående.",
                optional=True,
            ),
            flow(act),
        )  # fmt: skip

    @Slot()
    def _on_reviewed(self) -> None:
        asked = self.desk.ask(sheets.review, self.stored.id, self.remark.text())
        asked.then(partial(self._on_written, "Arket er gået igennem."), self)

    # earlier versions

    @Slot()
    def _ask_earlier(self) -> None:
        self.desk.ask(sheets.versions, self.stored.id).then(self._show_earlier, self)

    def _show_earlier(self, versions: tuple[Version[Sheet], ...]) -> None:
        empty_layout(self._earlier)
        self.earlier.hide()
        items: list[Item] = []
        for one in reversed(versions[:-1]):
            items += [hairline()] if items else []
            at = one.at.astimezone(self.desk.clock.now().tzinfo)
            who = self.view.names.of_staff(one.by)
            moment = f"{danish.day(at.date())} kl. {danish.clock(at.time())} · {who}"
            items.append(text(moment, "smallstrong"))
            if one.record is None:
                items.append(small("Ordene er slettet."))
                continue
            items += [said(each.heading, each) for each in one.record.answers]
            items += [small(words) for words in _stood(one.record)]
        self._earlier.addWidget(card("Tidligere udgaver", *items))

    def _on_written(self, words: str, saved: Saved) -> None:
        self.desk.announce(saved.changes)
        self.desk.say(words, "ok", partial(_undo, self.desk, saved.id))

    def _today(self) -> date:
        return self.view.today


def said(heading: str, answer: FieldAnswer) -> QWidget:
    """A heading, and what was written under it."""
    lines: list[Item] = []
    if answer.text:
        lines.append(text(answer.text))
    lines += [text(f"– {one}") for one in answer.lines]
    if answer.day is not None:
        lines.append(text(danish.day(answer.day)))
    for one in answer.week:
        when = f"{danish.capital(one.weekday.value)} {danish.span(one.at, one.to)}"
        lines.append(text(f"{when}  {one.what}".rstrip()))
    return boxed(col(text(heading, "smallstrong"), *lines, gap=2))


def _stood(sheet: Sheet) -> Iterator[str]:
    if sheet.shown_on is not None:
        yield f"Vist til forældrene {danish.day(sheet.shown_on)}."
    if sheet.reviewed_on is not None:
        yield f"Gået igennem {danish.day(sheet.reviewed_on)}."


def _nothing(_answer: None) -> None:
    """The answer changes nothing on the page."""


def _undo(desk: Desk, sheet: str) -> None:
    desk.ask(undoing.take_back, sheet).then(desk.announce, desk)
