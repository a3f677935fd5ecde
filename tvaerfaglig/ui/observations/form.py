"""The form of an observation: what stands in it, what it knows, and what it asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.observation import Source
from tvaerfaglig.domain.people import Sex
from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.domain.typed_names import NamesToLookFor
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.observations.page import ChildToName, ObservationPage
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.observations.content import Content, Question, Times
from tvaerfaglig.ui.observations.form_fields import FormFields
from tvaerfaglig.ui.observations.name_offers import whom_to_ask_about
from tvaerfaglig.ui.widgets import ListRow

_PRONOUN = {Sex.PIGE: "hun", Sex.DRENG: "han"}


class ObservationForm(FormFields):
    """`content` is all of it as it stands; `set_content` puts it in unannounced.

    `touched` comes when a person writes or chooses; the children and the subjects are told besides.
    """

    touched = Signal()
    children_changed = Signal()
    subjects_changed = Signal()
    all_subjects_asked = Signal()
    stops_changed = Signal()

    def __init__(self, library: Library, today: Callable[[], date]) -> None:
        super().__init__(library, today)
        self._children: dict[str, ChildToName] = {}
        self._names: dict[str, str] = {}
        self._staff: tuple[tuple[str, str], ...] = ()
        self._everyone: dict[str, str] = {}
        self._me = ""
        self._quiet = False
        self._connect()
        self._follow()

    # what it knows

    def know(self, page: ObservationPage, me: str) -> None:
        """The children, colleagues, places and subjects to choose among; what is written stays."""
        self._me, self._staff, self._everyone = me, page.staff, page.names.staff
        self._children = {child.id: child for child in page.children}
        self._names = dict(page.names.children)
        rows = [ListRow(key=one.id, title=one.name, aside=one.place) for one in page.children]
        firsts = {one: danish.first_name(name) for one, name in self._names.items()}
        quiet, self._quiet = self._quiet, True
        self.children_field.know(self._names, rows)
        for prose in self.proses:
            prose.know(firsts, rows)
        self._offer_people(self.seen_by.all_chosen())
        written = self.place.text()
        places = dict.fromkeys((*page.places, *(one.name for one in self.library.places)))
        self.place.offer([ListRow(key=name, title=name) for name in places])
        self.place.setText(written)
        self.subjects.offer(page.subjects)
        self._quiet = quiet
        self._follow()

    def child(self, child_id: str) -> ChildToName | None:
        return self._children.get(child_id)

    def first_name_of(self, child_id: str) -> str:
        name = self._names.get(child_id)
        return danish.first_name(name) if name else "et andet barn"

    def born(self) -> dict[str, tuple[str, date]]:
        """First name and birthday of the children in the form, where they are known."""
        chosen = [self._children[one] for one in self.content().children if one in self._children]
        return {one.id: (one.first_name, one.born) for one in chosen if one.born}

    # what stands in it

    def content(self) -> Content:
        day = self.day.value()
        return Content(
            involved=self.children_field.value(),
            text=self.text.text(),
            child_words=self.child_words.text(),
            asked=self.asked.text(),
            words_where=self.words_where.text(),
            day=day.isoformat() if day else self.day.text(),
            clock=self.clock.text(),
            place=self.place.text(),
            seen_by=self.seen_by.all_chosen(),
            source=self.source.chosen(),
            told_by=self.told_by.text(),
            sign=self.sign.chosen(),
            categories=self.subjects.chosen(),
            reflection=self.reflection.text(),
            reason=self.reason.text(),
            laid_away=tuple(away for one in self.light.values() for away in one.laid_away),
        )

    def times(self) -> Times:
        return Times(self.day.value(), self.clock.begins(), self.clock.ends())

    def set_content(self, content: Content) -> None:
        self._quiet = True
        self.children_field.set_value(content.involved)
        for prose, words in zip(self.proses, _texts(content), strict=True):
            prose.set_text(words)
        self.words_where.setText(content.words_where)
        self._set_day(content.day)
        self.clock.setText(content.clock)
        self.place.setText(content.place)
        self._offer_people(content.seen_by)
        self.source.choose(content.source)
        self.told_by.setText(content.told_by)
        self.sign.choose(content.sign)
        self.subjects.choose(content.categories)
        self.reason.setText(content.reason)
        for offers in self.offers.values():
            offers.forget()
        for name, light in self.light.items():
            light.put_away(tuple(one for one in content.laid_away if f"|{name}|" in one))
        self.ask_nothing()
        self._quiet = False
        self._follow()

    def help_writing(self, desk: Desk) -> None:
        """From now on a question may stand under what is written."""
        for light in self.light.values():
            light.begin(desk, self.known)
            light.laid.connect(self._touch)

    def known(self) -> Known:
        """What the questions know of the child it is about."""
        main = self.content().main_children
        child = self._children.get(main[0]) if main else None
        if child is None:
            return Known()
        return Known(name=child.name, born=child.born, sex=child.sex, today=self.day.value())

    def choose_subjects(self, chosen: Sequence[str]) -> None:
        """From the whole tree: as if they had been chosen here."""
        self.subjects.choose(chosen)
        self._on_subjects_changed()

    def ask_for_reason(self, *, needed: bool) -> None:
        self.fields["reason"].setVisible(needed)

    # asking in place

    def ask(self, question: Question) -> QWidget:
        """Put a question beneath its field and the caret there; the field is the answer."""
        made = self.fields[question.field]
        made.show()
        made.ask(question.asks)
        if question.field == "children":
            self.children_field.focus_here()
        else:
            made.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return made

    def ask_nothing(self) -> None:
        for made in self.fields.values():
            made.ask("")

    # following

    def _connect(self) -> None:
        for prose in self.proses:
            prose.textChanged.connect(self._touch)
        for line in self.lines:
            line.textChanged.connect(self._touch)
        for offers in self.offers.values():
            offers.changed.connect(self.stops_changed)
        self.seen_by.changed.connect(self._touch)
        self.source.chosen_changed.connect(self._touch)
        self.sign.changed.connect(self._touch)
        self.subjects.changed.connect(self._on_subjects_changed)
        self.subjects.all_asked.connect(self.all_subjects_asked)
        self.children_field.changed.connect(self._on_children_changed)
        self.name_button.clicked.connect(self.text.ask_whom)

    def _set_day(self, words: str) -> None:
        try:
            self.day.set_value(date.fromisoformat(words))
        except ValueError:
            self.day.setText(words)

    def _offer_people(self, chosen: Sequence[str]) -> None:
        """Oneself first; someone who has left, or was written by name, stays where she was chosen."""
        known = dict(self._staff)
        picks = [
            (
                one,
                f"{name} (mig)" if one == self._me else name,
                f"{danish.first_name(name)} (mig)" if one == self._me else danish.first_name(name),
            )
            for one, name in self._staff
        ]
        gone = [(one, self._everyone.get(one, one)) for one in chosen if one not in known]
        picks += [(one, name, danish.first_name(name)) for one, name in gone]
        self.seen_by.offer_several(picks, chosen)

    def _follow(self) -> None:
        """Fields that belong to what is chosen, and whom the texts are asked about."""
        told = self.source.chosen() == Source.FORTALT
        self.fields["told_by"].setVisible(told)
        spoken = self.child_words.text().strip() or self.words_where.text().strip()
        self.fields["words_where"].setVisible(bool(spoken))
        involved = [child for child, _ in self.children_field.value()]
        first = self._children.get(involved[0]) if involved else None
        who = _PRONOUN.get(first.sex, "barnet") if first else "barnet"
        self.fields["asked"].guide(f"Så man kan se, hvad {who} svarede på.")
        everyone = [(one.id, one.name) for one in self._children.values()]
        others = NamesToLookFor(whom_to_ask_about(everyone, involved))
        for offers in self.offers.values():
            offers.look_for(others)

    @Slot()
    def _touch(self) -> None:
        if self._quiet:
            return
        told = self.source.chosen() == Source.FORTALT
        spoken = bool(self.child_words.text().strip() or self.words_where.text().strip())
        self.fields["told_by"].setVisible(told)
        self.fields["words_where"].setVisible(spoken)
        self.touched.emit()

    @Slot()
    def _on_children_changed(self) -> None:
        self.fields["children"].ask("")
        self._follow()
        self.touched.emit()
        self.children_changed.emit()

    @Slot()
    def _on_subjects_changed(self) -> None:
        self.touched.emit()
        self.subjects_changed.emit()


def _texts(content: Content) -> tuple[str, str, str, str]:
    return (content.text, content.child_words, content.asked, content.reflection)
