"""Three times (happened, written, corrected), and the versions with who, when, why and what changed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.stored import Version
from tvaerfaglig.domain.vocabulary import Categories
from tvaerfaglig.services.names import Names
from tvaerfaglig.services.observations.page import Reading
from tvaerfaglig.ui.observations.wording import Changed, changes_between, happened, moment
from tvaerfaglig.ui.widgets import boxed, col, hairline, section, small, text, well

_LONG = 80


def times(reading: Reading) -> QWidget:
    """Skete, skrevet, rettet: each with its person."""
    stored, names = reading.stored, reading.names
    written = f"{moment(stored.written_at)} af {names.of_staff(stored.written_by)}"
    corrected = (
        f"{moment(stored.changed_at)} af {names.of_staff(stored.changed_by)}"
        if stored.changed
        else "Ikke rettet"
    )
    rows = (("Skete", happened(stored.record)), ("Skrevet", written), ("Rettet", corrected))
    pieces = [_told(label, words) for label, words in rows]
    return boxed(col(section("Tre tider"), *pieces, gap="near"))


def versions(reading: Reading, categories: Categories) -> QWidget | None:
    """The newest change first, the first text last; nothing where it was never changed."""
    all_of_them = reading.opened.versions
    if len(all_of_them) < 2:
        return None
    names = reading.names
    last = all_of_them[-1]
    changed = [_change(a, b, names, categories, newest=b is last) for a, b in pairwise(all_of_them)]
    first = _first(all_of_them[0], names)
    return boxed(col(hairline(), section("Udgaver"), *reversed(changed), first, gap="near"))


def _change(
    before: Version[Observation],
    after: Version[Observation],
    names: Names,
    categories: Categories,
    *,
    newest: bool,
) -> QWidget:
    head = text(f"Rettet {moment(after.at)} af {names.of_staff(after.by)}", "smallstrong")
    if after.record is None:
        return boxed(col(head, small("Ordene er slettet."), gap=2))
    why = f"Fordi: {names.said(after.record.correction)}" if after.record.correction else ""
    if before.record is None:
        return boxed(col(head, small(why) if why else None, gap=2))
    found = changes_between(before.record, after.record, names, categories)
    pieces: Sequence[QWidget] = [_changed(one, newest=newest) for one in found]
    return boxed(col(head, text(why, "plainsmall") if why else None, *pieces, gap=3))


def _changed(one: Changed, *, newest: bool) -> QWidget:
    """What is long and stands on the page already is not told twice."""
    before = f"Før: {one.before}" if one.before else "Før: stod der ikke noget"
    after = f"Nu: {one.after}" if one.after else "Nu: taget væk"
    if newest and len(one.after) > _LONG:
        after = "Nu: som den står her"
    return well(small(one.label), text(before, "small"), text(after, "plainsmall"), margins=8)


def _first(version: Version[Observation], names: Names) -> QWidget:
    head = text(
        f"Først skrevet {moment(version.at)} af {names.of_staff(version.by)}", "smallstrong"
    )
    if version.record is None:
        return boxed(col(head, small("Ordene er slettet."), gap=2))
    words = names.said(version.record.text or version.record.child_words)
    return boxed(col(head, text(words, "plainsmall"), gap=2))


def _told(label: str, words: str) -> QWidget:
    made = boxed(col(text(label, "smallstrong"), text(words), gap=0))
    made.setAccessibleName(f"{label}: {words}")
    return made
