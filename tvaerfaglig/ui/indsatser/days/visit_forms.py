"""One visit: planned, told of when it was held, with the next one planned along; or cancelled with a word of why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.logs import VisitLog, Where
from tvaerfaglig.domain.efforts.records import SessionState
from tvaerfaglig.services.efforts import visits
from tvaerfaglig.services.efforts.visit_page import VisitPage, VisitRow
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.children.fields import Missing
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.indsatser import way
from tvaerfaglig.ui.indsatser.days import VISITS
from tvaerfaglig.ui.indsatser.days.day_forms import ChosenDayForm
from tvaerfaglig.ui.indsatser.forms import IndsatsForm, Undo
from tvaerfaglig.ui.visiting.visit_forms import hours_typed, read_minutes
from tvaerfaglig.ui.widgets import (
    Choice,
    Segment,
    Segments,
    button,
    card,
    line_edit,
    row,
    small,
)

PLANNED, HELD = SessionState.PLANLAGT.value, SessionState.HOLDT.value


class VisitForm(ChosenDayForm):
    """New, or one that stands. What was said there is asked for when it was held."""

    KIND = VisitLog.KIND

    def __init__(
        self, desk: Desk, page: VisitPage, stored: VisitRow | None, whom: str = ""
    ) -> None:
        self._page, self._row = page, stored
        which = stored.stored.id if stored else f"{page.effort}:{whom}"
        heading = f"Besøg hos {stored.whom}" if stored else "Skriv et besøg"
        super().__init__(desk, heading, page.title, "Gem besøget", which)
        self.effort = page.effort
        self._build()
        self._fill(stored.stored.record if stored else None, whom)
        self.ask_of_closed()
        self.ready()
        if not page.runs:
            self._only_read()

    def _build(self) -> None:
        f, page = self.fields, self._page
        self.how = Segments(
            (Segment(PLANNED, "Planlagt"), Segment(HELD, "Holdt")), PLANNED, name="Er det holdt?"
        )
        self.how.changed.connect(self._on_how)
        whom = f.add("whom", "Hos hvem?", Choice([*page.families, ("", page.nobody)]))
        if self._row is not None:
            whom.hide()
        where = [Segment(one.value, danish.capital(one.word)) for one in Where]
        what = card(
            "Besøget",
            whom,
            row(
                (f.add_day("day", "Dag", ahead=True), 2),
                (f.add_clock("at", "Klokken", optional=True), 1),
                (f.add("minutes", "Tid brugt", line_edit(most=12), "Som 1.15.", optional=True), 1),
                gap="apart",
            ),
            f.add("where", "Hvor?", Segments(where, Where.HJEMME.value, name="Hvor?")),
            f.add_people("by", "Hvem kommer?", page.colleagues),
            f.add("how", "Er det holdt?", self.how),
            self._cancelled(),
        )
        self._about = f.add_prose("about", "Hvad skal I tale om?", lines=2, optional=True)
        self._went = card("Sådan gik det", *self._telling())
        self.lay_out(what, self._about, self._went)

    def _telling(self) -> tuple[QWidget, ...]:
        f, first = self.fields, self._row.whom if self._row else "familien"
        said = f"Så tæt på ordene som muligt, gerne i »…«. Det er hos {first}."
        return (
            f.add_prose("said", "Deres egne ord", said, lines=2, optional=True),
            f.add_prose("decided", "Det aftalte I", "Hvem gør hvad.", lines=2, optional=True),
            f.add_prose("note", "Til næste gang", "Det, den næste skal vide.", lines=2, optional=True),
            f.add_day(
                "next", "Næste besøg", ahead=True, guidance="Det planlægges, når du gemmer.", optional=True,
            ),
        )  # fmt: skip

    def _cancelled(self) -> QWidget | None:
        """Why it was cancelled, or the way to do so."""
        made = self._row.stored.record if self._row else None
        if made is None or made.status is SessionState.HOLDT or not self._page.runs:
            return None
        if made.status is SessionState.AFLYST:
            again = "Gem det som planlagt eller holdt, hvis det blev til noget."
            return small(f"Aflyst: {made.cancelled_because.rstrip('. ')}. {again}")
        off = button("Aflys besøget", "quiet", "minus")
        off.clicked.connect(self._to_cancel)
        held = QWidget()
        held.setLayout(row(off, ..., gap=0))
        return held

    def _fill(self, made: VisitLog | None, whom: str) -> None:
        f, page = self.fields, self._page
        if made is None:
            by = self.desk.my_id if self.desk.my_id in dict(page.colleagues) else ""
            f.put(
                whom=whom or (page.families[0][0] if page.families else ""), by=(by,) if by else ()
            )
        else:
            f.put(
                whom=made.enrolment, day=made.day, at=made.at, minutes=hours_typed(made.minutes),
                where=made.where.value, by=made.by, about=made.about_what, said=made.said,
                decided=made.decided, note=made.note,
            )  # fmt: skip
            held = made.status is SessionState.HOLDT or (
                made.status is SessionState.PLANLAGT and made.day <= page.today
            )
            f.put(how=HELD if held else PLANNED)
        self._on_how(self.how.chosen())

    def refilled(self) -> None:
        self._on_how(self.how.chosen())

    def _only_read(self) -> None:
        self.save_button.hide()
        if self.body is not None:
            self.body.setEnabled(False)

    @Slot(str)
    def _on_how(self, how: str) -> None:
        held = how == HELD
        self._went.setVisible(held)
        self.fields.field("minutes").setVisible(held)
        self._about.caption.setText("Hvad talte I om?" if held else "Hvad skal I tale om?")

    @Slot()
    def _to_cancel(self) -> None:
        self.keep()
        self.desk.go("indsatser", way(self.effort, "aflysbesoeg", self.which))

    def _written(self) -> VisitLog:
        f, made = self.fields, self._row.stored.record if self._row else None
        held = self.how.chosen() == HELD
        by = f.several("by")
        if not by:
            raise Missing("by", "Hvem kommer? Vælg mindst én.")
        written = VisitLog(
            effort=self.effort,
            enrolment=made.enrolment if made else f.text("whom"),
            day=f.must_day("day"),
            at=f.time_of("at"),
            where=Where(f.text("where")),
            by=by,
            about_what=f.text("about"),
        )
        if not held:
            return written
        return replace(
            written, status=SessionState.HOLDT, minutes=read_minutes(f.text("minutes")),
            said=f.text("said"), decided=f.text("decided"), note=f.text("note"),
        )  # fmt: skip

    def send(self) -> Asked[Any]:
        made = self._written()
        which = self._row.stored.id if self._row else None
        if made.status is SessionState.PLANLAGT:
            return self.desk.ask(visits.save, made, which)
        after: date | None = self.fields.day_of("next")
        return self.desk.ask(visits.went, which, made, after)

    def said(self) -> str:
        if self.how.chosen() != HELD:
            return "Besøget er planlagt."
        coming = self.fields.day_of("next")
        also = f" Det næste er {danish.day_near(coming, self.today())}." if coming else ""
        return f"Besøget er skrevet.{also}"

    def undo(self, saved: Any) -> Undo:
        if saved.step:
            return partial(visits.as_it_was, step=saved.step, coming=saved.coming)
        return partial(visits.take_back, visit_ids=(saved.id, saved.coming))

    def back_there(self, _saved: Any) -> str:
        return self.beneath()

    def where(self, _saved: Any) -> str:
        return self.beneath()

    def beneath(self) -> str:
        return way(self.effort, VISITS)


class CancelVisitForm(IndsatsForm):
    """It was not held. It stays in the log."""

    KIND = "indsats_besoeg_aflyst"

    def __init__(self, desk: Desk, page: VisitPage, found: VisitRow) -> None:
        visit = found.stored.record
        line = f"{found.whom} · {danish.day_near(visit.day, page.today)}"
        super().__init__(desk, "Aflys besøget", line, "Aflys besøget", found.stored.id)
        self._page, self._row = page, found
        self.lay_out(
            self.fields.add("because", "Hvorfor bliver det ikke til noget?", line_edit()),
            small("Besøget bliver stående som aflyst, så planlagt og holdt kan tælles."),
        )
        self.ready()

    def send(self) -> Asked[Any]:
        because = self.fields.must("because", "Hvorfor? Få ord er nok.")
        return self.desk.ask(visits.cancel, self._row.stored.id, because)

    def said(self) -> str:
        return "Besøget er aflyst."

    def undo(self, saved: Any) -> Undo:
        return partial(visits.as_it_was, step=saved.step)

    def back_there(self, _saved: Saved) -> str:
        return self.beneath()

    def where(self, _saved: Saved) -> str:
        return self.beneath()

    def beneath(self) -> str:
        return way(self._page.effort, VISITS)
