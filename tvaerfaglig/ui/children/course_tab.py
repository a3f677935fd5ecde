"""Forløb: what one is worried about, where the child stood when and who said so, and what was tried meanwhile."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.concern import Concern
from tvaerfaglig.domain.course.efforts import Effort
from tvaerfaglig.domain.course.ratings import Rating
from tvaerfaglig.domain.deadline import due
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.children.one_child import ChildPage
from tvaerfaglig.services.courses import picture
from tvaerfaglig.services.courses.reading import ChildCourse, Scale, raters
from tvaerfaglig.services.courses.wording import NEVER
from tvaerfaglig.ui.children import effort_words
from tvaerfaglig.ui.children.places_card import PlacesCard
from tvaerfaglig.ui.children.told import dotted
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.widgets import (
    SHAPES,
    Segment,
    Segments,
    TableColumn,
    boxed,
    button,
    card,
    col,
    due_mark,
    empty,
    empty_layout,
    flow,
    hairline,
    one,
    opener,
    row,
    scroller,
    small,
    table,
    text,
)
from tvaerfaglig.ui.widgets.layout import Item

Pair = tuple[Rating, Rating | None]


class CourseTab(QWidget):
    """`write` asks the page for a form: (kind, record)."""

    write = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._page: ChildPage | None = None
        self._course: ChildCourse | None = None
        self._scale, self._meanings = "", False
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)

    def show_course(self, page: ChildPage, course: ChildCourse) -> None:
        if self._page is None or page.stored.id != self._page.stored.id:
            self._scale = ""
        self._page, self._course = page, course
        empty_layout(self._place)
        places = PlacesCard(self.desk)
        places.show_child(page.stored.id)
        cards = col(
            self._concerns(page, course),
            places,
            self._levels(page, course),
            self._efforts(page, course),
            ...,
            gap="apart",
            margins=(24, 16, 24, 24),
        )
        self._place.addWidget(scroller(cards))

    # what one is worried about

    def _concerns(self, page: ChildPage, course: ChildCourse) -> QWidget:
        may = Action.WRITE in page.may
        new = button("Ny bekymring", "link", "plus")
        new.clicked.connect(partial(self.write.emit, Concern.KIND, ""))
        items: list[Item] = []
        for stored in (*course.open_concerns, *course.closed_concerns):
            items += [hairline()] if items else []
            items.append(self._concern(stored, course, may=may))
        if not items:
            items = [small("Ingen bekymring er skrevet ned. Det er også godt at vide.")]
        return card("Bekymringer", *items, action=new if may else None)

    def _concern(self, stored: Stored[Concern], course: ChildCourse, *, may: bool) -> QWidget:
        concern, names = stored.record, course.names
        by = names.first(concern.by or stored.written_by)
        since = f"Først set {danish.day(concern.first_noticed)}"
        lines: list[Item] = [text(names.said(concern.title), "strong")]
        acts: tuple[tuple[str, str], ...]
        if concern.closed_on:
            word = self.desk.library.closing.word(concern.closed_for)
            closed = dotted(f"Lukket {danish.day(concern.closed_on)}", word)
            lines += [
                small(dotted(since, closed)),
                text(names.said(concern.closed_because)),
                text(names.said(f"Opnået: {concern.achieved}")),
            ]
            acts = (("Tag op igen", "tag_op"),)
        else:
            lines.append(small(dotted(since, by)))
            if concern.next_on:
                said = due(concern.next_on, course.today)
                lines.append(due_mark(SHAPES[said.state], f"ses igen {said.words}"))
            else:
                lines.append(due_mark("over", "uden dag"))
            day = "Flyt dagen" if concern.next_on else "Sæt en dag"
            acts = ((day, Concern.KIND), ("Luk", "luk_bekymring"))
        buttons = []
        for words, kind in acts if may else ():
            made = button(words, "small", name=f"{words}: {concern.title}")
            made.clicked.connect(partial(self.write.emit, kind, stored.id))
            buttons.append(made)
        side = boxed(flow(*buttons)) if buttons else None
        return boxed(row((boxed(col(*lines, gap="tight")), 1), side, gap=12))

    # where the child stood

    def _levels(self, page: ChildPage, course: ChildCourse) -> QWidget:
        new = button("Sæt position", "link", "maal")
        new.clicked.connect(partial(self.write.emit, "position", ""))
        action = new if Action.WRITE in page.may else None
        if not course.scales:
            nothing = empty(
                "maal",
                "Ingen position er sat endnu",
                "Når I har sat nogle stykker, tegner forløbet sig her.",
            )
            return card("Sådan har det været", nothing, action=action)
        shown = next(
            (one for one in course.scales if one.course.measure.id == self._scale),
            course.scales[0],
        )
        return card("Sådan har det været", *self._level(shown, course), action=action)

    def _level(self, scale: Scale, course: ChildCourse) -> list[Item]:
        measure = scale.course.measure
        items: list[Item] = []
        if len(course.scales) > 1:
            picks = (
                Segment(one.course.measure.id, one.course.measure.name) for one in course.scales
            )
            which = Segments(picks, measure.id, name="Hvilken skala?")
            which.changed.connect(self._on_scale)
            items.append(row(which, ...))
        drawn = picture.chart(scale, course.efforts, course.today, course.names.said)
        from tvaerfaglig.ui.children.course_picture import CoursePicture

        items.append(CoursePicture(self.desk, drawn))
        several = len(scale.shown) > 1
        items += [
            text(f"{line.who}: {line.words}" if several else line.words) for line in scale.shown
        ]
        items.append(small(NEVER))
        items.append(self._definitions(scale))
        items.append(self._ratings(scale, course))
        return items

    def _definitions(self, scale: Scale) -> QWidget:
        """What each step means, folded away until asked for; and then it stays so."""
        measure = scale.course.measure
        lines = [
            row(
                (one(danish.capital(rung.word), "smallstrong"), 1), (small(rung.meaning), 5), gap=10
            )
            for rung in reversed(measure.rungs)
        ]
        inside = boxed(col(*lines, gap="tight"))
        inside.setVisible(self._meanings)
        link = opener("Hvad trinene betyder", "info", opened=self._meanings)
        link.toggled.connect(inside.setVisible)
        link.toggled.connect(self._on_meanings)
        return boxed(col(row(link, ...), inside, gap="tight"))

    def _ratings(self, scale: Scale, course: ChildCourse) -> QWidget:
        measure, names = scale.course.measure, course.names
        columns: tuple[TableColumn[Pair], ...] = (
            TableColumn("Dag", lambda pair: danish.day_table(pair[0].day), em=7),
            TableColumn("Sat til", lambda pair: danish.capital(measure.word(pair[0].value)), em=8),
            TableColumn("Før", lambda pair: _before(pair, scale), em=8),
            TableColumn("Af", lambda pair: raters(pair[0].by, names), em=8),
            TableColumn("Fordi", lambda pair: names.said(pair[0].because)),
        )
        made = table(columns, name=f"Målingerne på skalaen {measure.name}, den nyeste først")
        made.set_rows(scale.ratings)
        return made

    # what was tried

    def _efforts(self, page: ChildPage, course: ChildCourse) -> QWidget | None:
        if not course.efforts:
            return None
        names = course.names
        parents = {one.id: one.relation or one.name for one in page.child.parents}
        columns: tuple[TableColumn[Effort], ...] = (
            TableColumn("Hvad", lambda one: names.said(one.what)),
            TableColumn("Hvem", lambda one: effort_words.who(one, names, parents), em=8),
            TableColumn("Hvornår", effort_words.when, em=10),
            TableColumn("Sådan gik det", lambda one: names.said(effort_words.how_it_went(one))),
        )
        made = table(columns, name="Det, I har prøvet, det første først")
        made.set_rows(course.efforts)
        return card("Det, I har prøvet", made, count=str(len(course.efforts)))

    @Slot(str)
    def _on_scale(self, scale: str) -> None:
        self._scale = scale
        if self._page is not None and self._course is not None:
            self.show_course(self._page, self._course)

    @Slot(bool)
    def _on_meanings(self, shown: bool) -> None:
        self._meanings = shown


def _before(pair: Pair, scale: Scale) -> str:
    before = pair[1]
    return danish.capital(scale.course.measure.word(before.value)) if before else "–"
