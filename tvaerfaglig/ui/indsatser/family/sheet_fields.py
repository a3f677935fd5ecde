"""The fields of a sheet that are written in it: how each type is asked, filled in and read."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QGridLayout, QLineEdit

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.form import FieldType, FormField
from tvaerfaglig.domain.efforts.sheets import FieldAnswer, Weekday, WeekRow
from tvaerfaglig.ui.children.fields import Fields, Missing
from tvaerfaglig.ui.widgets import (
    ChipGroup,
    ClockField,
    Pick,
    Prose,
    boxed,
    col,
    line_edit,
    section,
    small,
    text,
)
from tvaerfaglig.ui.widgets.layout import Item

A_LINE_EACH = "En linje til hver."
WEEK = "De dage, der ikke er noget, står tomme."
_BULLETS = " -–•"


class SheetFields:
    """Over the fields of a form, by the ids that the kind gave them."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields

    def add(self, one: FormField) -> Item:
        f, optional = self._fields, not one.must
        if one.type is FieldType.UGE:
            return self._week(one)
        if one.type is FieldType.DAG:
            return f.add_day(one.id, one.name, ahead=True, optional=optional)
        if one.type is FieldType.VALG:
            picks = ChipGroup([Pick(c, c) for c in one.choices], (), name=one.name, several=False)
            return f.add(one.id, one.name, picks, one.guidance, optional=optional)
        many = one.type is FieldType.LINJER
        said = " ".join(filter(None, (one.guidance, A_LINE_EACH if many else "")))
        icon = "familie" if one.parents else ""
        prose = Prose(lines=3)
        return f.add(one.id, one.name, prose, said, optional=optional, icon=icon)

    def put(self, one: FormField, answer: FieldAnswer) -> None:
        values: dict[str, object] = {
            one.id: {
                FieldType.TEKST: answer.text,
                FieldType.LINJER: "\n".join(answer.lines),
                FieldType.VALG: (answer.text,) if answer.text else (),
                FieldType.DAG: answer.day,
            }.get(one.type)
        }
        if one.type is FieldType.UGE:
            values = {
                f"{one.id}:{line.weekday}:{key}": value
                for line in answer.week
                for key, value in (("fra", line.at), ("til", line.to), ("hvad", line.what))
            }
        self._fields.put(**values)

    def read(self, one: FormField) -> FieldAnswer:
        """What is written; raises Missing where a day or a time cannot be read."""
        f = self._fields
        if one.type is FieldType.UGE:
            return FieldAnswer(field=one.id, week=tuple(self._week_rows(one)))
        if one.type is FieldType.DAG:
            return FieldAnswer(field=one.id, day=f.day_of(one.id))
        if one.type is FieldType.VALG:
            return FieldAnswer(field=one.id, text=next(iter(f.several(one.id)), ""))
        if one.type is FieldType.LINJER:
            lines = (line.strip().strip(_BULLETS) for line in f.text(one.id).splitlines())
            return FieldAnswer(field=one.id, lines=tuple(filter(None, lines)))
        return FieldAnswer(field=one.id, text=f.text(one.id))

    def first_of(self, one: FormField) -> str:
        """The editor where one begins to write it."""
        return f"{one.id}:{Weekday.MANDAG}:fra" if one.type is FieldType.UGE else one.id

    def _week(self, one: FormField) -> Item:
        """A line for each weekday under one row of headings."""
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        for column, (words, share) in enumerate((("", 2), ("Fra", 2), ("Til", 2), ("Hvad", 9))):
            grid.addWidget(small(words), 0, column)
            grid.setColumnStretch(column, share)
        for line, day in enumerate(Weekday, 1):
            grid.addWidget(text(danish.capital(day.value)), line, 0)
            for column, (key, editor) in enumerate(_of_a_day(day).items(), 1):
                self._fields.keep(f"{one.id}:{day}:{key}", editor)
                grid.addWidget(editor, line, column)
        return boxed(col(section(one.name), small(one.guidance or WEEK), boxed(grid)))

    def _week_rows(self, one: FormField) -> Iterator[WeekRow]:
        f = self._fields
        for day in Weekday:
            name = f"{one.id}:{day}"
            at, to = f.time_of(f"{name}:fra"), f.time_of(f"{name}:til")
            what = f.text(f"{name}:hvad")
            if at is None and to is None and not what:
                continue
            if at is None:
                raise Missing(f"{name}:fra", f"Hvornår begynder det {day.value}?")
            if to is None or to <= at:
                raise Missing(f"{name}:til", f"Hvornår slutter det {day.value}?")
            yield WeekRow(weekday=day, at=at, to=to, what=what)


def _of_a_day(day: Weekday) -> dict[str, QLineEdit]:
    """From, to, and what: named for those who hear them, for the headings stand far above."""
    called = danish.capital(day.value)
    at, to, what = ClockField(), ClockField(), line_edit(most=160)
    for editor, words in ((at, "fra"), (to, "til"), (what, "hvad")):
        editor.setAccessibleName(f"{called} {words}")
    return {"fra": at, "til": to, "hvad": what}
