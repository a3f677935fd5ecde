"""One volunteer: what is in place, where she comes, her hours, the task, how it goes, and the goodbye."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.logs import Hours
from tvaerfaglig.domain.efforts.volunteers import Feedback, Volunteer, VolunteerPlace
from tvaerfaglig.services.efforts import volunteer_page, volunteers
from tvaerfaglig.services.efforts.volunteer_page import PlaceLine, VolunteerPage
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser.papers.button import PapersButton
from tvaerfaglig.ui.indsatser.rooms import EffortRoom
from tvaerfaglig.ui.indsatser.volunteers import LIST, wording
from tvaerfaglig.ui.indsatser.volunteers.drawer import FormDrawer
from tvaerfaglig.ui.indsatser.volunteers.forms import (
    FactsForm,
    FeedbackForm,
    GoodbyeForm,
    VolunteerForm,
    put_back,
)
from tvaerfaglig.ui.indsatser.volunteers.hours_card import HoursCard
from tvaerfaglig.ui.indsatser.volunteers.place_forms import EndPlaceForm, PlaceForm
from tvaerfaglig.ui.konsultationer.width import at_most
from tvaerfaglig.ui.widgets import (
    Button,
    boxed,
    button,
    card,
    col,
    empty_layout,
    glyph,
    menu_button,
    message,
    row,
    scroller,
    small,
    spread,
    strong,
    text,
)

WIDEST_EM = 62
IN_PLACE = (
    ("attest_on", "Børneattest"),
    ("agreed_on", "Rammeaftale"),
    ("secrecy_on", "Tavshedspligt"),
)


class VolunteerRoom(EffortRoom):
    """`which` is the volunteer. Esc leads back to the list."""

    SHOWS = (Volunteer.KIND, VolunteerPlace.KIND, Hours.KIND)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.back, self.back_to = "Tilbage til de frivillige", LIST
        self.change = button("Ret", "outlined")
        self.more = menu_button("Mere om den frivillige")
        self.change.clicked.connect(self._on_change)
        self.papers = PapersButton(desk, self)
        self.deeds = (self.papers, self.change, self.more)
        self._found: VolunteerPage | None = None
        self.hours = HoursCard(desk, lambda: desk.clock.now().date())
        self._above, self._below = QVBoxLayout(), QVBoxLayout()
        for each in (self._above, self._below):
            each.setSpacing(16)
        inner = col(self._above, self.hours, self._below, ..., gap="apart", margins=(24, 16))
        self._scroll = scroller(col(at_most(WIDEST_EM, inner), ..., gap=0))
        self.take(col(self._scroll, gap=0))
        self.drawer = FormDrawer(self)
        self._first: Button | None = None

    @property
    def found(self) -> VolunteerPage | None:
        return self._found

    def refresh(self) -> None:
        ask = self.desk.ask(volunteer_page.volunteer_page, self.effort_id, self.which)
        ask.then(self._show, self, failed=self._on_gone)

    def start(self) -> None:
        if self.drawer.is_open():
            return
        target = self._first or self.hours.day
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        self.drawer.keep()

    def save_now(self) -> None:
        self.drawer.keep()

    def print_now(self) -> None:
        self.papers.press()

    def _on_gone(self, error: BaseException) -> None:
        self.desk.explain(error)
        self.go(LIST)

    def _show(self, page: VolunteerPage) -> None:
        again = self._found is not None and self._found.row.id == page.row.id
        self._found = page
        made = page.record
        self.heading = made.name
        host = f"{page.names.first(made.host)} tager imod" if made.host else ""
        parts = (made.association, made.contact, made.phone, host, wording.waits(page.row))
        self.line = " · ".join(filter(None, parts))
        self._first = None
        self._fill(self._above, self._cards_above(page))
        self.hours.show_page(page)
        self._fill(self._below, self._cards_below(page))
        self._dress_deeds(page)
        self.papers.offer_volunteer(self.effort_id, page.row.id, made.name)
        self.headed.emit()
        if not again and self.isVisible():
            self.start()

    def _fill(self, place: QVBoxLayout, cards: Iterable[QWidget]) -> None:
        empty_layout(place)
        for each in cards:
            place.addWidget(each)

    def _dress_deeds(self, page: VolunteerPage) -> None:
        leads, gone = page.listed.leads, page.record.ended_on is not None
        self.change.setVisible(leads and not gone)
        self.more.setVisible(leads)
        self.more.empty()
        if gone:
            self.more.add("Kommer igen", self._on_take_up)
        else:
            self.more.add("Sig farvel og tak", self._on_goodbye)

    # the cards

    def _cards_above(self, page: VolunteerPage) -> Iterable[QWidget]:
        if page.record.ended_on is not None:
            yield self._goodbye_card(page)
        yield self._in_place_card(page)
        yield self._places_card(page)

    def _cards_below(self, page: VolunteerPage) -> Iterable[QWidget]:
        yield self._feedback_card(page)
        yield _task_card(page.record)
        if page.record.note:
            yield card("Noter", text(page.record.note))

    def _in_place_card(self, page: VolunteerPage) -> QWidget:
        lines = [self._in_place(page, key, words) for key, words in IN_PLACE]
        missing = wording.lacking(page.row)
        warning = page.row.attest if page.row.attest_old else ""
        before = f"{missing} {page.record.first_name} kan begynde, når alle tre er på plads."
        said = before if missing else warning
        return card("Før det begynder" if missing else "På plads",
                    message(said, "watch") if said else None, *lines)  # fmt: skip

    def _in_place(self, page: VolunteerPage, key: str, words: str) -> QWidget:
        made = page.record
        day = getattr(made, key)
        old = key == "attest_on" and page.row.attest_old
        icon = "flueben" if day and not old else "maerke-bekymring"
        said = danish.day(day) if day else "Mangler"
        if old:
            said = f"{said}. Ældre end husets regel på {page.listed.attest_years} år."
        seen = button("Set i dag", "small", name=f"{words}: set i dag")
        seen.clicked.connect(partial(self._on_seen, key, words))
        if page.listed.leads and made.ended_on is None and (day is None or old):
            self._first = self._first or seen
        else:
            seen.hide()
        colour = "ok" if day and not old else "watch"
        return boxed(
            spread(boxed(row(glyph(icon, colour, 16), strong(words), small(said), ...)), seen)
        )

    def _places_card(self, page: VolunteerPage) -> QWidget:
        lines: list[QWidget] = [self._place(page, one) for one in page.places]
        if page.unseen:
            known = danish.count(page.unseen, "familie", "familier", spelled=True)
            lines.append(small(f"Kommer også hos {known}, du ikke har adgang til."))
        if not lines:
            lines.append(small("Ingen plads endnu."))
        add = button("Find en plads", "outlined", "plus")
        add.clicked.connect(self._on_place)
        if not page.listed.leads or page.record.ended_on is not None or page.row.lacks:
            add.hide()
        elif not page.now:
            self._first = self._first or add
        return card("Kommer", *lines, row(add, ...))

    def _place(self, page: VolunteerPage, one: PlaceLine) -> QWidget:
        made = one.stored.record
        because = f" {danish.capital(made.ended_because)}." if made.ended_because else ""
        words = col(strong(one.where), small(f"{one.when}.{because}"), gap=0)
        if not page.listed.leads or page.record.ended_on is not None or one not in page.now:
            return boxed(words)
        change = button("Ret", "link", name=f"Ret pladsen: {one.where}")
        change.clicked.connect(partial(self._on_place, one))
        end = button("Afslut", "link", name=f"Afslut pladsen: {one.where}")
        end.clicked.connect(partial(self._on_end_place, one))
        return boxed(spread(boxed(words), change, end))

    def _feedback_card(self, page: VolunteerPage) -> QWidget:
        said = [_feedback(page, one) for one in reversed(page.record.feedback)]
        add = button("Skriv, hvordan det går", "outlined", "plus")
        add.clicked.connect(self._on_feedback)
        if page.record.ended_on is not None:
            add.hide()
        lines = said or [small("I har endnu ikke skrevet, hvordan det går.")]
        return card("Undervejs", *lines, row(add, ...))

    def _goodbye_card(self, page: VolunteerPage) -> QWidget:
        made = page.record
        assert made.ended_on is not None
        because = f" {danish.capital(made.ended_because)}." if made.ended_because else ""
        return card(
            "Sluttet med tak",
            text(f"Sidste dag {danish.day(made.ended_on)}.{because}"),
            text(made.thanks) if made.thanks else None,
        )

    # acts

    def _on_seen(self, key: str, words: str) -> None:
        if self._found is None:
            return
        before = self._found.record
        today: Any = {key: self.desk.clock.now().date()}
        made = replace(before, **today)
        ask = self.desk.ask(volunteers.save, made, self._found.row.id)
        ask.then(partial(self._on_seen_saved, words, before), self)

    def _on_seen_saved(self, words: str, before: Volunteer, saved: Saved) -> None:
        self.desk.announce(saved.changes)
        back = partial(put_back, self.desk, ((saved.id, before),))
        self.desk.say(f"{words} er skrevet på med dags dato.", "ok", back)

    def _open(self, form: VolunteerForm) -> None:
        self.drawer.open_form(form)

    @Slot()
    def _on_change(self) -> None:
        if self._found is not None:
            found = self._found
            self._open(FactsForm(self.desk, found.listed, found.row.id, found.record))

    def _on_place(self, one: PlaceLine | bool | None = None) -> None:
        if self._found is None:
            return
        line = one if isinstance(one, PlaceLine) else None
        if line is None and not self._found.spots:
            self.desk.say(
                "Der er ingen aktivitet eller familie at komme hos. Begynd en indsats med frivillige, "
                "eller giv en familie plads i den.",
                "info",
            )
            return
        self._open(PlaceForm(self.desk, self._found, line))

    def _on_end_place(self, one: PlaceLine) -> None:
        self._open(EndPlaceForm(self.desk, one))

    @Slot()
    def _on_feedback(self) -> None:
        if self._found is not None:
            self._open(FeedbackForm(self.desk, self._found))

    def _on_goodbye(self) -> None:
        if self._found is not None:
            self._open(GoodbyeForm(self.desk, self._found))

    def _on_take_up(self) -> None:
        ask = self.desk.ask(volunteers.take_up, self.which)
        ask.then(self._on_taken_up, self)

    def _on_taken_up(self, saved: Saved) -> None:
        self.desk.announce(saved.changes)
        self.desk.say("Velkommen tilbage. Find en plads, når I er klar.", "ok")


def _task_card(made: Volunteer) -> QWidget:
    may = [text(f"· {one}") for one in made.may] or [small("Ikke skrevet endnu.")]
    may_not = [text(f"· {one}") for one in made.may_not] or [small("Ikke skrevet endnu.")]
    return card(
        "Aftalen",
        strong("Det er opgaven"),
        *may,
        strong("Det er ikke opgaven"),
        *may_not,
    )


def _feedback(page: VolunteerPage, one: Feedback) -> QWidget:
    day = danish.capital(danish.day_near(one.day, page.listed.today))
    return boxed(
        col(
            small(f"{day} · {page.names.of_staff(one.by)}"),
            text(one.well) if one.well else None,
            text(f"Vi gør anderledes: {one.otherwise}") if one.otherwise else None,
            gap=1,
        )
    )
