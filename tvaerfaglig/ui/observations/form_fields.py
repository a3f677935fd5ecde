"""The fields of an observation and how they stand on the page, from the top."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from tvaerfaglig.domain.observation import Source
from tvaerfaglig.domain.quality.language.rules import Part
from tvaerfaglig.services.library import Library
from tvaerfaglig.ui.observations.children_field import ChildrenField
from tvaerfaglig.ui.observations.name_offers import NameOffers
from tvaerfaglig.ui.observations.subjects import Subjects
from tvaerfaglig.ui.observations.wording import people_in_short
from tvaerfaglig.ui.widgets import (
    Choice,
    DayField,
    Field,
    Picker,
    Segments,
    boxed,
    button,
    choice,
    col,
    field,
    line_edit,
    one,
    row,
    sign_segments,
)
from tvaerfaglig.ui.widgets.fields_row import FieldsRow
from tvaerfaglig.ui.widgets.name_prose import NameProse
from tvaerfaglig.ui.widgets.prose_edit import ProseKind
from tvaerfaglig.ui.widgets.several import Several
from tvaerfaglig.ui.widgets.span_field import SpanField
from tvaerfaglig.ui.writing.light import LightQuestions

SIGN_LABEL = "Hvad viser det?"
SOURCES = (
    (Source.SET, "Set"),
    (Source.HOERT, "Hørt"),
    (Source.SET_OG_HOERT, "Set og hørt"),
    (Source.FORTALT, "Fortalt"),
)
_SEEN = (
    "Kun det, et kamera ville have set og hørt. Ord som »virker« og »altid« kan vente til din egen "
    "tanke."
)
_THOUGHT = (
    "Kolleger kan læse den. På papir kun hvis du vælger det, men altid når forældre får indsigt."
)
_MASKED = "Et barn, der er nævnt sådan, står som »et andet barn« på andre børns papirer"


class FormFields(QWidget):
    """Makes and lays out; what they mean together is `ObservationForm`'s."""

    def __init__(self, library: Library, today: Callable[[], date]) -> None:
        super().__init__()
        self.library = library
        self.fields: dict[str, Field] = {}
        self.offers: dict[str, NameOffers] = {}
        self.light: dict[str, LightQuestions] = {}
        self._make_words()
        self._make_voice()
        self._make_circumstances(today)
        self._make_judgement()
        self.setLayout(
            col(
                self.fields["reason"],
                self.fields["children"],
                self._seen_block(),
                self._voice_block(),
                self._when_block(),
                self._judgement_block(),
                boxed(col(self.fields["reflection"], self.offers["reflection"], gap=0)),
                gap=12,
            )
        )

    @property
    def proses(self) -> tuple[NameProse, ...]:
        return (self.text, self.child_words, self.asked, self.reflection)

    @property
    def lines(self) -> tuple[QLineEdit, ...]:
        return (self.reason, self.words_where, self.told_by, self.day, self.clock, self.place)

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab comes to, from the top."""
        offers = {name: made.stops() for name, made in self.offers.items()}
        return (
            self.reason,
            *self.children_field.stops(),
            *(self.text, *offers["text"], *self.light["text"].stops()),
            *(self.child_words, *offers["child_words"]),
            *(self.asked, *offers["asked"], *self.light["asked"].stops()),
            self.words_where,
            *(self.day, self.day.icon, self.clock, self.place, self.seen_by, self.source),
            self.told_by,
            *self.sign.buttons(),
            self.subjects.whole,
            *self.subjects.group.buttons(),
            *(self.reflection, *offers["reflection"]),
        )

    def _make_words(self) -> None:
        self.reason = line_edit(most=300)
        self._add("reason", "Hvorfor retter du?", self.reason, "Den første tekst bliver stående.")
        self.children_field = ChildrenField()
        self._add("children", "Barn", self.children_field)
        self.text = self._prose("text", "plain", lines=3)
        self.light["text"] = LightQuestions(self.text, Part.OBSERVATIONER, "text")
        self.name_button = button("Nævn et barn  @", "link", name="Nævn et barn @")
        self.name_button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # @ is its key
        self.name_button.setToolTip(_MASKED)
        self.name_button.setAccessibleDescription(_MASKED)
        self._add("text", "Hvad så og hørte du?", self.text, _SEEN, action=self.name_button)
        self.reflection = self._prose("reflection", "thought", lines=2)
        self._add(
            "reflection",
            "Min egen tanke",
            self.reflection,
            _THOUGHT,
            icon="egen-tanke",
            optional=True,
        )

    def _make_voice(self) -> None:
        self.child_words = self._prose("child_words", "voice", lines=1)
        words = "Ordret. Ingen rettelser."
        self._add(
            "child_words",
            "Barnets egne ord",
            self.child_words,
            words,
            icon="barnets-ord",
            colour="voice",
        )
        self.asked = self._prose("asked", "plain", lines=1)
        self.light["asked"] = LightQuestions(self.asked, Part.BARNETS_UDSAGN, "asked")
        why = "Så man kan se, hvad barnet svarede på."
        self._add("asked", "Hvad spurgte den voksne om?", self.asked, why)
        self.words_where = line_edit(most=200)
        self._add("words_where", "Hvor blev det sagt, og hvem hørte det?", self.words_where)

    def _make_circumstances(self, today: Callable[[], date]) -> None:
        self.day = DayField(today)
        self._add("day", "Dag", self.day)
        self.clock = SpanField()
        self._add("clock", "Klokken", self.clock)
        self.clock.setToolTip("Fx 815, eller fra og til: 12.30-15")
        self.clock.setAccessibleDescription("Fx 815, eller fra og til: 12.30-15")
        self.place = Picker(free=True)
        self._add("place", "Hvor", self.place)
        self.seen_by = Several(name="Hvem så det?", short=people_in_short)
        self._add("seen_by", "Hvem så det?", self.seen_by)
        self.source: Choice = choice([(key.value, words) for key, words in SOURCES])
        self._add("source", "Set eller hørt?", self.source)
        self.told_by = line_edit(most=200)
        self._add("told_by", "Hvem fortalte det?", self.told_by, "Fx mor, eller en kollega.")

    def _make_judgement(self) -> None:
        signs = sign_segments("ressource", "neutral", "bekymring")
        self.sign = Segments(signs, "neutral", name=SIGN_LABEL)
        self.subjects = Subjects(self.library.categories)

    def _prose(self, name: str, kind: ProseKind, *, lines: int) -> NameProse:
        made = NameProse("", kind, lines=lines)
        self.offers[name] = NameOffers(made)
        return made

    def _add(
        self, name: str, label: str, editor: QWidget, guidance: str = "", **extra: Any
    ) -> None:
        self.fields[name] = field(label, editor, guidance, **extra)

    def _seen_block(self) -> QWidget:
        return boxed(col(self.fields["text"], self.offers["text"], self.light["text"], gap=0))

    def _voice_block(self) -> QWidget:
        said = boxed(col(self.fields["child_words"], self.offers["child_words"], gap=0))
        asked = boxed(col(self.fields["asked"], self.offers["asked"], self.light["asked"], gap=0))
        pair = FieldsRow([(said, 3), (asked, 2)], em=38, gap=16)
        return boxed(col(pair, self.fields["words_where"], gap=8))

    def _when_block(self) -> QWidget:
        shares = (("day", 5), ("clock", 3), ("place", 5), ("seen_by", 4), ("source", 3))
        line = FieldsRow([(self.fields[name], n) for name, n in shares], em=47, two=24)
        return boxed(col(line, self.fields["told_by"], gap=8))

    def _judgement_block(self) -> QWidget:
        label = one(SIGN_LABEL, "strong")
        sign = boxed(col(row(label, margins=(2, 5, 0, 3)), row(self.sign, ...), ..., gap=2))
        return FieldsRow([(sign, 0), (self.subjects, 1)], em=50, gap=20)
