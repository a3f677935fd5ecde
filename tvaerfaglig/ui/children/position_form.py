"""Where the child stands, by written definitions; and the decision not to notify now."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QLabel, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.concern import NotNow, Position, PositionSet
from tvaerfaglig.domain.course.ratings import FIRST_SCALE, NO_SCALE
from tvaerfaglig.domain.wellbeing import PositionMeaning, Scale, ScaleStep
from tvaerfaglig.ui.children.fields import Missing
from tvaerfaglig.ui.children.form import EntryForm
from tvaerfaglig.ui.children.small_forms import NO_DATE
from tvaerfaglig.ui.widgets import (
    Choice,
    DayField,
    OneOf,
    button,
    chip,
    col,
    frame,
    glyph,
    guidance,
    in_sentences,
    mark,
    mark_as,
    row,
    small,
    text,
    well,
)
from tvaerfaglig.ui.widgets.layout import Item

SEEN_AGAIN = timedelta(days=14)
_WATCHED = {Position.BEKYMRING.value: timedelta(days=28), Position.STAERK.value: timedelta(days=7)}
"""When one looks again unless somebody says another day."""
ALWAYS = "Du kan altid underrette. Beslutningen binder ingen, heller ikke dig."


class Steps(QWidget):
    """The three steps with what each means; the one that stands says since when."""

    changed = Signal(str)

    def __init__(
        self, meanings: tuple[PositionMeaning, ...], standing: Position | None, since: str
    ) -> None:
        super().__init__()
        self._boxes: dict[str, OneOf] = {}
        self._grounds: dict[str, QWidget] = {}
        self._group = QButtonGroup(self)
        for meaning in meanings:
            here = f"Står her siden {since}" if meaning.position is standing else ""
            self._add(meaning, here)
        self.setLayout(col(*self._grounds.values()))
        self._group.buttonToggled.connect(self._on_toggled)

    def chosen(self) -> str:
        return next((key for key, box in self._boxes.items() if box.isChecked()), "")

    def choose(self, key: str) -> None:
        self._group.setExclusive(False)
        for own, box in self._boxes.items():
            box.setChecked(own == key)
        self._group.setExclusive(True)

    def box(self, key: str) -> OneOf:
        """The round box of one step."""
        return self._boxes[key]

    def _add(self, meaning: PositionMeaning, here: str) -> None:
        key = meaning.position.value
        box = OneOf("")
        box.setAccessibleName(meaning.word)
        box.setAccessibleDescription(in_sentences(meaning.meaning, here))
        self._group.addButton(box)
        words = col(
            row(mark(key), ..., chip(here, "ur") if here else None),
            text(meaning.meaning),
            small(" ".join(meaning.marks)),
            gap="tight",
        )
        ground = frame("well", row(box, (words, 1), margins=(10, 8, 12, 8)))
        for label in ground.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        ground.installEventFilter(self)
        self._boxes[key], self._grounds[key] = box, ground

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press anywhere on a step chooses it."""
        if event.type() == QEvent.Type.MouseButtonRelease:
            key = next((one for one, ground in self._grounds.items() if ground is watched), "")
            if key:
                self._boxes[key].click()
                self._boxes[key].setFocus(Qt.FocusReason.MouseFocusReason)
        return super().eventFilter(watched, event)

    @Slot()
    def _on_toggled(self) -> None:
        for key, ground in self._grounds.items():
            mark_as(ground, kind="now" if key == self.chosen() else "well")
        if self._group.exclusive():
            self.changed.emit(self.chosen())


class PositionForm(EntryForm[PositionSet]):
    """Sæt position: read what each step means, choose, say why."""

    KIND = "position"
    HEADING = "Sæt position"
    LINE = "der, hvor barnet står lige nu"

    def build(self) -> list[Item]:
        f, positions = self.fields, self.desk.library.positions
        standing, since = self.child.position, self.child.position_since
        steps = Steps(
            positions.steps,
            standing.record.position if standing else None,
            danish.day_of_month(since) if since else "",
        )
        self._said = small(positions.always)
        steps.changed.connect(self._on_step_changed)
        where = f.add(
            "position", f"Hvor står {self.child.child.first_name}?", steps, positions.help
        )
        before = standing.record.because if standing else ""
        because = f.add_prose(
            "because",
            "Hvorfor",
            "Det, I har set og hørt. Skriv, så en kollega kan se det samme.",
            lines=2,
        )
        me = (self.desk.my_id,)
        people = self.people(self.stored.record.set_by if self.stored else ())
        return [
            where,
            well(row(glyph("info", size=18), (self._said, 1))),
            because,
            small(f"Sidst stod der: »{before}«") if before else None,
            f.add_people("set_by", "Hvem har sat den sammen?", people, me),
            row(
                (f.add_day("day", "Dag", self.today()), 1),
                (f.add_day("next_on", "Ses igen", ahead=True), 1),
                gap="apart",
            ),
            self._level(),
            small(self._level_before()) if self._level_before() else None,
        ]  # fmt: skip

    def fill(self, record: PositionSet) -> None:
        self.fields.put(
            position=record.position.value, because=record.because, set_by=record.set_by,
            day=record.day, next_on=record.next_on,
            level="" if record.level is None or not self._same_scale(record) else str(record.level),
        )  # fmt: skip

    def record(self) -> PositionSet:
        f = self.fields
        chosen = f.must("position", "Hvilket trin ligner mest?")
        level = f.text("level")
        day, again = f.must_day("day"), f.day_of("next_on")
        if chosen != Position.TRIVES and again is None:
            raise Missing("next_on", NO_DATE)
        if again is not None and again <= day:
            raise Missing("next_on", "Det er før positionen. Hvilken dag ser I på det igen?")
        return PositionSet(
            child=self.child_id,
            day=day,
            position=Position(chosen),
            because=f.text("because"),
            set_by=f.several("set_by"),
            level=int(level) if level else None,
            scale=self._scale_id if level else "",
            next_on=again,
            origin=self.stored.record.origin if self.stored else "",
        )

    def refilled(self) -> None:
        self._on_step_changed(self.fields.text("position"))

    @property
    def _scale_id(self) -> str:
        """The scale that the house has chosen beside the position; a file without it has the first again."""
        chosen = self.child.scale or FIRST_SCALE
        return chosen if self.desk.library.scales.find(chosen) else FIRST_SCALE

    def _same_scale(self, record: PositionSet) -> bool:
        return (record.scale or FIRST_SCALE) == self._scale_id

    def _level_before(self) -> str:
        """The figure that stands, with its meaning, its day and who set it: what a new one is seen beside."""
        standing = self.child.position
        if (
            standing is None
            or standing.record.level is None
            or not self._same_scale(standing.record)
        ):
            return ""
        stand, names = standing.record, self.child.names
        scale = self.desk.library.scales.find(self._scale_id)
        meaning = scale.meaning(stand.level or 0) if scale else ""
        by = danish.join_and([names.first(one) for one in stand.set_by or (standing.written_by,)])
        return f"Sidst: {stand.level}, {danish.day(stand.day)}, sat af {by}. {meaning}"

    def _level(self) -> QWidget:
        scale = self.desk.library.scales.find(self._scale_id)
        steps = [(str(one.level), f"{one.level} · {one.meaning}") for one in _steps(scale)]
        choice = Choice([("", "Intet tal"), *steps])
        made = self.fields.add("level", scale.question if scale else "Tal", choice, optional=True)
        if self.child.scale == NO_SCALE:
            made.hide()
        return made

    @Slot(str)
    def _on_step_changed(self, key: str) -> None:
        positions = self.desk.library.positions
        chosen = [one for one in positions.steps if one.position.value == key]
        advice = [f"{one.recommends} {positions.always}" for one in chosen] or [positions.always]
        self._said.say(advice[0])
        day = self.fields.editor("next_on")
        untouched = isinstance(day, DayField) and not day.text()
        if key in _WATCHED and untouched:
            self.fields.put(next_on=self.today() + _WATCHED[key])


def _steps(scale: Scale | None) -> tuple[ScaleStep, ...]:
    return scale.steps if scale else ()


class NotNowForm(EntryForm[NotNow]):
    """A decision that comes back on its day; it never keeps anyone from notifying."""

    KIND = "ikke_nu"
    HEADING = "Vent med at underrette"
    LINE = "en beslutning, I ser på igen"

    def build(self) -> list[Item]:
        f = self.fields
        again = self.today() + SEEN_AGAIN
        people = self.people(self.stored.record.by if self.stored else ())
        write = button("Skriv underretningen i stedet", "link")
        write.clicked.connect(self._on_underret)
        return [
            guidance(ALWAYS, write),
            f.add_prose("because", "Hvorfor ikke nu?", "Hvad ved I, hvad prøver I først, og hvad ville ændre det?"),
            f.add_people("by", "Hvem har besluttet det?", people, (self.desk.my_id,)),
            row(
                (f.add_day("day", "Besluttet den", self.today()), 1),
                (f.add_day("seen_again_on", "Ses igen", again, ahead=True), 1),
                gap="apart",
            ),
        ]  # fmt: skip

    def fill(self, record: NotNow) -> None:
        self.fields.put(
            because=record.because, by=record.by, day=record.day,
            seen_again_on=record.seen_again_on,
        )  # fmt: skip

    def record(self) -> NotNow:
        f = self.fields
        day = f.must_day("day")
        again = f.must_day("seen_again_on", "Hvilken dag ser I på det igen?")
        if again <= day:
            raise Missing(
                "seen_again_on", "Det er før beslutningen. Hvilken dag ser I på det igen?"
            )
        because = f.must("because", "Hvorfor ikke nu? Skriv det, I ved lige nu.")
        by = f.several("by") or (self.desk.my_id,)
        if self.stored is not None:
            before = self.stored.record
            return replace(before, day=day, because=because, by=by, seen_again_on=again)
        return NotNow(child=self.child_id, day=day, because=because, by=by, seen_again_on=again)

    @Slot()
    def _on_underret(self) -> None:
        self.put_away()
        self.underret.emit()

    underret = Signal()
