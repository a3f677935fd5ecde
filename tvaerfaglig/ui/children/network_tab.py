"""Netværk: those who raise the child, her sisters and brothers, and where she belongs in the house."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.people import Child, Custody, Parent, Sibling
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.services.children.one_child import ChildPage
from tvaerfaglig.ui.children.cpr_line import CprLine
from tvaerfaglig.ui.children.told import dotted
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.widgets import (
    Fold,
    boxed,
    button,
    card,
    chip,
    col,
    empty_layout,
    flow,
    guidance,
    hairline,
    one,
    row,
    scroller,
    small,
    text,
)
from tvaerfaglig.ui.widgets.layout import Item
from tvaerfaglig.ui.widgets.timeline_rows import Cell

LABEL_EM = 8.5

CUSTODY = {
    Custody.FAELLES: "Fælles forældremyndighed",
    Custody.ENE: "Har forældremyndigheden",
    Custody.INGEN: "Har ikke forældremyndighed",
    Custody.UKENDT: "Forældremyndighed ikke skrevet ned",
}


class NetworkTab(QWidget):
    """`edit` asks the page for the child's facts."""

    edit = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._page: ChildPage | None = None
        self._wide = True
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)

    def show_child(self, page: ChildPage) -> None:
        self._page = page
        empty_layout(self._place)
        left = col(self._parents(page), ..., gap="apart")
        right = col(self._siblings(page), self._house(page), self._numbers(page), ..., gap="apart")
        beside = row if self._wide else col
        both = beside((left, 3), (right, 2), gap="apart", margins=(24, 16, 24, 24))
        self._place.addWidget(scroller(both))

    def set_fold(self, fold: Fold) -> None:
        wide = fold < Fold.LIST
        if wide != self._wide:
            self._wide = wide
            if self._page is not None:
                self.show_child(self._page)

    def _parents(self, page: ChildPage) -> QWidget:
        change = button("Ret oplysninger", "small", "kladde")
        change.clicked.connect(self.edit)
        items: list[Item] = []
        for n, parent in enumerate(page.child.parents):
            items += [hairline()] if n else []
            items.append(_parent(parent, hides=page.hides_parents))
        if not items:
            items.append(small("Ingen skrevet ned endnu. Navn og forældremyndighed er det første."))
        if page.hides_parents:
            items.append(
                guidance("Telefonnumre er væk, så længe værnet er sat. Ring til kommunen.")
            )
        return card(
            "Forældre", *items,
            action=change if Action.EDIT_CHILD in page.may else None,
        )  # fmt: skip

    def _siblings(self, page: ChildPage) -> QWidget:
        lines = [self._sibling(page, one) for one in page.child.siblings]
        if not lines:
            return card("Søskende", small("Ingen skrevet ned."))
        return card("Søskende", *lines)

    def _sibling(self, page: ChildPage, sibling: Sibling) -> QWidget:
        age = danish.age(sibling.born, page.today) if sibling.born else ""
        known = page.siblings.get(sibling.child)
        aside = small(dotted(age, sibling.note))
        if known is None:
            return boxed(row(text(sibling.name or "et andet barn"), aside))
        link = button(known, "link", "person", name=f"Åbn {known}")
        link.clicked.connect(partial(self.desk.go, "boern", sibling.child))
        return boxed(row(link, (aside, 1)))

    def _house(self, page: ChildPage) -> QWidget:
        child, names = page.child, page.names
        lines = [
            ("Dagtilbud", page.house.name),
            ("Stue", page.house.stue_name(child.stue)),
            ("Dagplejer", names.of_staff(child.dagplejer)),
            ("Gæst hos", danish.join_and([names.of_staff(one) for one in child.guests_with])),
            ("Kontaktperson", names.of_staff(child.contact_person)),
            ("Indmeldt", danish.day(child.enrolled) if child.enrolled else ""),
            ("Udmeldt", danish.day(child.left) if child.left else ""),
        ]
        return card("I dagtilbuddet", *_facts(lines))

    def _numbers(self, page: ChildPage) -> QWidget:
        child = page.child
        born = danish.day(child.born) if child.born else ""
        lines = [
            ("Født", born),
            ("Termin", danish.day(child.due) if child.due and not child.born else ""),
            ("Sprog", child.language),
            ("Tolk", child.interpreter),
            ("Adresse", child.address),
            ("Opholder sig", child.stays_at),
            ("Bopæl", child.residence),
            ("Husstand", child.household),
            ("Bopælskommune", child.municipality),
        ]
        number = CprLine(self.desk, page.stored.id, child.cpr) if child.cpr else None
        shown = Action.REVEAL_CPR in page.may and number is not None
        cpr = boxed(col(small("CPR-nummer"), number, gap=1)) if shown else None
        return card("Barnet", _protected(child), *_facts(lines), cpr)


def _protected(child: Child) -> QWidget | None:
    if not child.protected:
        return None
    also = " Dagtilbuddets adresse heller ikke." if child.hide_house else ""
    return guidance(f"Beskyttet adresse. Den kommer aldrig på papir.{also}")


def _parent(parent: Parent, *, hides: bool) -> QWidget:
    """One parent; nothing to reach her by while the guard is set."""
    chips = [
        chip(CUSTODY[parent.custody], "foraeldremyndighed"),
        chip("Barnet bor her", "sted") if parent.lives_with else None,
        chip("Beskyttet adresse", "beskyttet") if parent.protected else None,
        chip(f"Tolk: {parent.language or 'ja'}", "tolk") if parent.interpreter else None,
    ]
    lines = [
        ("Samvær", parent.contact),
        ("Telefon", "" if hides else parent.phone),
        ("Adresse", parent.address),
        ("Sprog", "" if parent.interpreter else parent.language),
    ]
    return boxed(
        col(
            row(one(parent.name, "strong"), (small(parent.relation), 1), gap=8),
            boxed(flow(*chips)),
            *_facts(lines),
        )
    )


def _facts(lines: list[tuple[str, str]]) -> list[QWidget]:
    """Label at the left, value beside it; empty ones are left out."""
    return [
        boxed(row(Cell(col(small(label), ..., margins=(0, 1, 0, 0)), LABEL_EM), (text(words), 1)))
        for label, words in lines
        if words
    ]
