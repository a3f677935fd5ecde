"""The fields of one section: what every section's editor has in common, and the one for plain prose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain.quality.finding import Finding
from tvaerfaglig.domain.template import FieldKind, Frame, TemplateSection
from tvaerfaglig.services.letters.page import LetterPage
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.underretninger.letter_prose import LetterProse
from tvaerfaglig.ui.underretninger.sitting import Sitting
from tvaerfaglig.ui.underretninger.wording import named
from tvaerfaglig.ui.underretninger.writer import LetterWriter
from tvaerfaglig.ui.widgets import col, small
from tvaerfaglig.ui.widgets.prose_edit import ProseKind

_KINDS: dict[Frame, ProseKind] = {Frame.THOUGHT: "thought", Frame.VOICE: "voice"}
LABELLED = 1


@dataclass(frozen=True)
class Work:
    """What an editor works with."""

    section: TemplateSection
    sitting: Sitting
    writer: LetterWriter
    desk: Desk

    @property
    def page(self) -> LetterPage:
        return self.sitting.snapshot()

    @property
    def guidance(self) -> str:
        """The section's guidance, or the guard's own while it hides the parents."""
        return self.section.guidance_for(parents_hidden=self.page.hides_parents)

    @property
    def example(self) -> str:
        return self.section.example_for(parents_hidden=self.page.hides_parents)

    def label(self, field: str) -> str:
        found = self.sitting.template.field(field)
        return found.label if found else ""

    def help(self, field: str) -> str:
        found = self.sitting.template.field(field)
        return found.help if found else ""

    def offers(self, field: str) -> bool:
        """Whether the template has this field, and the guard leaves it."""
        hidden = self.sitting.snapshot().hides_parents
        open_ones = self.sitting.template.open_fields(self.section, parents_hidden=hidden)
        return any(one.id == field for one in open_ones)


class Editor(QWidget):
    """One section. `dropped` sends evidence that was dropped on the prose, and where.

    `entered` sends the question whose words the caret came to.
    """

    dropped = Signal(str, int)
    entered = Signal(str)
    cites = True
    """Whether evidence chosen here also writes its number at the caret."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work
        self.prose: LetterProse | None = None
        self._targets: dict[str, QWidget] = {}
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(16)
        self.setLayout(col(gap=0))
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.addLayout(self.body)
            layout.addStretch(1)
        self.build()

    def build(self) -> None:
        """Put the fields in."""
        raise NotImplementedError

    def add(self, widget: QWidget, *fields: str) -> None:
        """One more part; the questions' fields that lead to it."""
        self.body.addWidget(widget)
        self.target(widget, *fields)

    def target(self, widget: QWidget, *fields: str) -> None:
        for one in fields:
            self._targets[one] = widget

    def add_prose(self, *, lines: int = 8, name: str = "") -> LetterProse:
        """The section's own text."""
        work = self.work
        kind = _KINDS.get(work.section.frame, "plain")
        made = LetterProse(work.sitting.text(work.section.id), kind, lines=lines)
        made.setAccessibleName(name or named(work.section.screen, work.page.child.record))
        made.setAccessibleDescription(work.guidance)
        made.textEdited.connect(self._on_prose_edited)
        made.dropped.connect(self.dropped)
        made.findingEntered.connect(self.entered)
        made.typed.connect(work.writer.help.typing)
        self.prose = made
        return made

    def flush(self) -> None:
        """Say now what has been written."""
        if self.prose is not None:
            self.prose.flush()

    def renew(self) -> None:
        """The letter was read again: show what others changed, and leave alone what is being written."""

    def moved(self, text: str) -> None:
        """Citations in the section's text followed their rows."""
        if self.prose is not None:
            self.prose.move_to(text)

    def show_findings(self, findings: Sequence[Finding], current: str) -> None:
        if self.prose is not None:
            self.prose.show_findings(findings, current)

    def choose_finding(self, place: str) -> None:
        """Another question is the current; its words come into sight, and the caret stays."""
        if self.prose is not None:
            self.prose.choose_finding(place)
            self.prose.see_finding(place)

    def put_instead(self, finding: Finding) -> bool:
        """Write what is offered; whether the words asked about still stand here."""
        return self.prose is not None and self.prose.put_instead(finding)

    def go_to(self, finding: Finding) -> None:
        """Put the caret where the answer belongs."""
        target = self._targets.get(finding.field)
        if target is not None and finding.start is None:
            self.focus_target(target, finding)
        elif self.prose is not None:
            self.prose.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.prose.go_to(finding)
        else:
            self.start()

    def focus_target(self, target: QWidget, finding: Finding) -> None:
        """Into the field itself; editors with lists find the entry."""
        del finding
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def start(self) -> None:
        """Focus where one writes."""
        if self.prose is not None:
            self.prose.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        first = next(iter(self._targets.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_prose_edited(self, text: str) -> None:
        self.work.writer.write(self.work.section.id, text)


class ProseEditor(Editor):
    """A section that is one text; what it asks stands above in small words."""

    def build(self) -> None:
        asked = [
            one.label
            for one in self.work.section.fields
            if one.kind is FieldKind.PROSE and self.work.offers(one.id)
        ]
        if len(asked) > LABELLED:
            self.add(small(" · ".join(asked)))
        self.add(self.add_prose(lines=12))
