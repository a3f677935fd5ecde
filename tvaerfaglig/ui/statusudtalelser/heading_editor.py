"""One heading: what belongs there, the prose, and the honest answer where there is nothing to tell."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.quality.finding import Finding
from tvaerfaglig.domain.statusudtalelser.form import Heading
from tvaerfaglig.services.statusudtalelser.paper import named
from tvaerfaglig.ui.statusudtalelser.writer import StatusWriter
from tvaerfaglig.ui.underretninger.letter_prose import LetterProse
from tvaerfaglig.ui.widgets import boxed, button, col, glyph, guidance, row, small
from tvaerfaglig.ui.widgets.prose_edit import ProseKind

_KINDS: dict[str, ProseKind] = {"barnets_udsagn": "voice", "vurdering": "thought"}
KEYS = "Ctrl+I"


class HeadingEditor(QWidget):
    """`dropped` sends an observation and where its number belongs; `entered` the question the caret came to."""

    dropped = Signal(str, int)
    entered = Signal(str)

    def __init__(self, heading: Heading, writer: StatusWriter, gap: str) -> None:
        super().__init__()
        self.heading, self._writer = heading, writer
        page = writer.snapshot()
        self.prose = LetterProse(
            page.record.text(heading.id), _KINDS.get(heading.check, "plain"), lines=12
        )
        self.prose.setAccessibleName(named(heading.name, page.child.record))
        self.prose.setAccessibleDescription(heading.guidance)
        self.prose.textEdited.connect(self._on_edited)
        self.prose.dropped.connect(self.dropped)
        self.prose.findingEntered.connect(self.entered)
        self.prose.typed.connect(writer.help.typing)
        self._gap = small(gap)
        self.nothing = button(writer.form.nothing_known.rstrip("."), "outlined", "stille")
        self.nothing.setToolTip(f"Skriv det som svar ({KEYS})")
        self.nothing.clicked.connect(self.say_nothing_known)
        self._gap_place = boxed(row(glyph("info", "muted", 18), (self._gap, 1), self.nothing))
        self._said = small(f"På papiret står der: »{writer.form.nothing_known}«")
        self.undo = button("Fortryd", "link")
        self.undo.clicked.connect(self._on_undo)
        self._said_place = boxed(row(glyph("flueben", "ok", 18), (self._said, 1), self.undo))
        asked = self._asked()
        body = col(
            guidance(heading.guidance),
            asked,
            self._gap_place,
            self._said_place,
            self.prose,
            gap="near",
        )
        body.addStretch(1)
        self.setLayout(body)
        self._show()

    def _asked(self) -> QWidget | None:
        """The municipality's own questions, where they are answered."""
        questions = self._writer.snapshot().record.request.questions.strip()
        if self.heading.id != "svar" or not questions:
            return None
        return boxed(col(small("Kommunen spørger:"), small(questions), gap=2))

    @Slot()
    def say_nothing_known(self) -> None:
        self._writer.say_nothing_known(self.heading)
        self._show()
        self.undo.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_undo(self) -> None:
        self._writer.say_nothing_known(self.heading, on=False)
        self._show()
        self.start()

    def _show(self) -> None:
        record = self._writer.snapshot().record
        answer = record.answer(self.heading.id)
        written = bool(record.text(self.heading.id).strip())
        honest = answer is not None and answer.nothing_known and not written
        self._gap_place.setHidden(written or honest or self.heading.parents)
        self._gap.setHidden(not self._gap.text())
        self._said_place.setHidden(not honest)

    def renew(self) -> None:
        """Numbers followed their rows, or somebody else wrote."""
        text = self._writer.snapshot().record.text(self.heading.id)
        if text != self.prose.text():
            self.prose.move_to(text)
        self._show()

    def cite(self, number: int) -> None:
        self.prose.cite(number)
        self.prose.flush()

    def flush(self) -> None:
        self.prose.flush()

    def start(self) -> None:
        self.prose.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_findings(self, findings: Sequence[Finding], current: str) -> None:
        self.prose.show_findings(findings, current)

    def go_to(self, finding: Finding) -> None:
        self.prose.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.prose.go_to(finding)

    def choose_finding(self, place: str) -> None:
        self.prose.choose_finding(place)

    def put_instead(self, finding: Finding) -> bool:
        return self.prose.put_instead(finding)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self._writer.write(self.heading, text)
        self._show()
