"""Om reglerne: what the law means on an ordinary day; behind each rule the law, its source and when it was read."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.law import LawRef
from tvaerfaglig.domain.texts import RuleSection
from tvaerfaglig.services.writing.asked_about import asked_about
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.settings.asked_about import AskedAboutList
from tvaerfaglig.ui.settings.parts import SectionPage
from tvaerfaglig.ui.widgets import (
    boxed,
    card,
    col,
    hairline,
    message,
    opener,
    prose,
    row,
    small,
    strong,
    text,
)


class RulesPage(SectionPage):
    """Only what is read at a source stands as law; the rest is named as what somebody still has to look up."""

    def __init__(self, desk: Desk) -> None:
        rules = desk.library.rules
        checked = danish.day(desk.library.law.oldest_check)
        super().__init__(desk, rules.title, f"Kontrolleret {checked}")
        self.sections = tuple(self._section(one) for one in rules.sections)
        self.show_cards(
            message(rules.caution, "watch", icon="info"),
            message(rules.not_the_journal, "info"),
            *self.sections,
            self._asked(),
            self._old(),
            self._unverified(),
        )

    def _today(self) -> date:
        return self.desk.clock.now().date()

    def _section(self, one: RuleSection) -> QFrame:
        law = self.desk.library.law
        refs = [ref for ref in map(law.ref, one.law) if ref.is_law(self._today())]
        return card(one.heading, prose(one.text), Behind(refs, one.heading) if refs else None)

    def _asked(self) -> QFrame:
        words = self.desk.library.rules.asked
        self.asked = AskedAboutList(asked_about(self.desk.library), words)
        return card(words.heading, self.asked)

    def _old(self) -> QFrame | None:
        pairs = self.desk.library.law.replaced(self._today())
        lines = [
            text(f"{old.cite} → {new.cite}: {new.heading}") for old, new in pairs if old.verified
        ]
        return card(self.desk.library.rules.old_numbers, *lines) if lines else None

    def _unverified(self) -> QFrame | None:
        refs = self.desk.library.law.unverified()
        lines: list[QWidget] = [_line(ref) for ref in refs]
        return card(self.desk.library.rules.unverified, *lines) if lines else None


class Behind(QWidget):
    """The law behind a rule, folded until somebody wants it."""

    def __init__(self, refs: list[LawRef], rule: str) -> None:
        super().__init__()
        count = danish.count(len(refs), "sted", "steder", spelled=True, neuter=True)
        self.head = opener(f"Loven bag, {count}", "pil-hoejre", name=f"Loven bag, {count}: {rule}")
        self.head.toggled.connect(self._on_toggled)
        lines: list[QWidget] = []
        for ref in refs:
            lines += [hairline(), _law(ref)]
        self.lines = boxed(col(*lines, gap="near", margins=(4, 4, 0, 4)))
        self.lines.hide()
        self.setLayout(col(row(self.head, ...), self.lines, gap=0))

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        self.lines.setVisible(on)
        self.head.show_icon("pil-ned" if on else "pil-hoejre")


def _law(ref: LawRef) -> QWidget:
    sources = ref.source.replace(" ; ", "\n")
    checked = f"Kontrolleret {danish.day(ref.checked_on)} af {ref.checked_by}. Gælder fra {danish.day(ref.valid_from)}."
    made = boxed(
        col(
            strong(f"{danish.capital(ref.cite)} · {ref.heading}"),
            text(ref.text),
            small(f"{checked}\n{sources}"),
            gap=2,
        )
    )
    made.setAccessibleName(f"{ref.cite}, {ref.heading}")
    return made


def _line(ref: LawRef) -> QWidget:
    """No number: it has not been read at a source."""
    statute = f" ({ref.statute})" if ref.statute else ""
    return boxed(col(strong(f"{ref.heading}{statute}"), small(ref.text), gap=1))
