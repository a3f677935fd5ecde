"""One of the fifteen parts: a line until it is begun, then its heading, its guidance and its fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain.agreements.lines import arrows
from tvaerfaglig.domain.form import FormPart, KonsultationForm
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationKind
from tvaerfaglig.domain.meetings.kind import as_form
from tvaerfaglig.domain.quality.language import rules
from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.services.konsultation.page import KonsultationPage
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer.clock import MeetingClock
from tvaerfaglig.ui.konsultationer.prose import new_prose, take_line
from tvaerfaglig.ui.konsultationer.sitting import NoteSitting
from tvaerfaglig.ui.konsultationer.writer import NoteWriter
from tvaerfaglig.ui.widgets import (
    Fold,
    Prose,
    announce,
    boxed,
    button,
    col,
    empty_layout,
    frame,
    glyph,
    one,
    prose,
    row,
    section,
    see_opened,
    small,
    spread,
    tab_stops,
)
from tvaerfaglig.ui.widgets.layout import Item
from tvaerfaglig.ui.widgets.prose_edit import ProseKind
from tvaerfaglig.ui.writing.light import LightQuestions

FRAMES: dict[str, ProseKind] = {"taenkt": "thought", "ord": "voice"}
LEAST_LINES = 2
READ_AS = {
    "iagttagelser": rules.Part.OBSERVATIONER,
    "gaar_godt": rules.Part.RESSOURCER,
    "foraeldrenes_syn": rules.Part.FORAELDRENES_SYN,
    "proevet": rules.Part.EGEN_INDSATS,
    "faelles_forstaaelse": rules.Part.VURDERING,
}
"""What is written in these parts is asked about; what a child said and what each one thinks never are."""


@dataclass(frozen=True)
class Work:
    """What a part works with. `writable` is False for a note that is closed and not being corrected."""

    desk: Desk
    writer: NoteWriter
    writable: bool = True
    fold: Fold = Fold.NONE
    clock: MeetingClock = field(default_factory=MeetingClock)

    @property
    def sitting(self) -> NoteSitting:
        return self.writer.sitting

    @property
    def page(self) -> KonsultationPage:
        return self.sitting.page

    @property
    def note(self) -> Konsultation:
        return self.sitting.note

    @cached_property
    def form(self) -> KonsultationForm:
        """The note's form by its kind of meeting."""
        return as_form(self.desk.library.konsultation, self.page.meeting)

    @property
    def named(self) -> bool:
        return self.page.note.kind is KonsultationKind.NAVNGIVET


class Part(QWidget):
    """`begun` when someone opens it to write, `agreed` sends a line that is to become an agreement."""

    begun = Signal(str)
    agreed = Signal(str)
    OPEN_WHEN_EMPTY = False

    def __init__(self, work: Work, form_part: FormPart) -> None:
        super().__init__()
        self.work, self.form_part = work, form_part
        self._opened = self.OPEN_WHEN_EMPTY
        self._offers: dict[Prose, QVBoxLayout] = {}
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(6)
        self.setLayout(self._place)
        self.setAccessibleName(f"{form_part.nr} {form_part.name}")
        self.draw()

    # what each part says for itself

    def is_written(self) -> bool:
        """Whether anyone has put something there, whatever it is worth."""
        raise NotImplementedError

    def build(self) -> list[Item]:
        """The fields, from the top."""
        raise NotImplementedError

    def read(self) -> list[Item]:
        """The same as it is read, when nobody may write."""
        raise NotImplementedError

    def aside(self) -> list[QWidget]:
        """What stands at the right of the heading."""
        return []

    def guides(self) -> bool:
        """Whether the guidance stands under the heading: until something is written there."""
        return self.work.writable and not self.is_written() and bool(self.form_part.guidance)

    def busy(self) -> bool:
        """Is someone writing here right now, so that it is not to be built anew?"""
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    # showing it

    @property
    def key(self) -> str:
        return self.form_part.id

    @property
    def is_begun(self) -> bool:
        return self._opened or self.is_written()

    def draw(self) -> None:
        """Build it anew from the sitting."""
        empty_layout(self._place)
        self._offers = {}
        if not self.is_begun:
            add_shown(self._place, self._line())
            return
        add_shown(self._place, self._heading())
        writable = self.work.writable
        if self.guides():
            add_shown(self._place, small(self.form_part.guidance))
        fields = self.build() if writable else self.read()
        add_shown(self._place, boxed(col(*fields, gap="near")))

    def renew(self) -> None:
        """The note was read again: show what others changed, and leave alone what is being written."""
        if not self.busy():
            self.draw()

    def flush(self) -> None:
        """Say now what has been written."""
        for each in self.findChildren(Prose):
            each.flush()

    @Slot()
    def begin(self) -> None:
        """Open it, and put the caret where one writes."""
        if not self.is_begun and self.work.writable:
            self._opened = True
            self.draw()
            self.begun.emit(self.key)
            announce(self, f"{self.form_part.name}. {self.form_part.guidance}")
            see_opened(self)
        self.start()

    def start(self) -> None:
        """Focus where one writes, or on *Skriv*."""
        stops = tab_stops(self)
        first = next((one for one in stops if isinstance(one, Prose)), None)
        target = first or next(iter(stops), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            see_opened(target)

    def _line(self) -> QWidget:
        part = self.form_part
        name = one(f"{part.nr}\u2002{part.name}", "strong")
        state = small(part.empty if self.work.writable else "ikke skrevet")
        words = boxed(row(name, (state, 1), gap=10))
        line = spread(words, self._write() if self.work.writable else None)
        return frame("well", col(line, margins=(12, 3, 6, 3)))

    def _write(self) -> QWidget:
        part = self.form_part
        write = button("Skriv", "link", "pil-hoejre", name=f"Skriv: {part.nr} {part.name}")
        write.setAccessibleDescription("Ikke begyndt")
        write.clicked.connect(self.begin)
        return write

    def _heading(self) -> QWidget:
        part = self.form_part
        words = section(f"{part.nr}\u2002{part.name}")
        words.setToolTip(part.guidance if self.work.writable else "")
        return boxed(spread(words, *self.aside()))

    # prose

    def add_prose(
        self,
        words: str,
        write: Callable[[str], None],
        *,
        name: str = "",
        kind: ProseKind | None = None,
        lines: int = LEAST_LINES,
    ) -> QWidget:
        """A text of this part. A line that begins with an arrow is offered as an agreement."""
        chosen = kind if kind is not None else FRAMES.get(self.form_part.frame.value, "plain")
        made = new_prose(self.work.page, words, chosen, lines=lines)
        made.setAccessibleName(name or self.form_part.name)
        made.setAccessibleDescription(self.form_part.guidance)
        made.textEdited.connect(write)
        offers = col(gap=0)
        self._offers[made] = offers
        made.textEdited.connect(self._on_prose_edited)
        self._offer(made)
        return boxed(col(made, offers, self._light(made), gap=2))

    def _light(self, made: Prose) -> QWidget | None:
        """A question about what is written here, where this part has any."""
        kind = READ_AS.get(self.key)
        if kind is None:
            return None
        name = f"{self.key}-{len(self._offers)}"
        light = LightQuestions(made, kind, name)
        light.put_away(self.work.sitting.away_in(name))
        light.begin(self.work.desk, self._known)
        light.laid.connect(partial(self._on_laid, light, name))
        return light

    def _on_laid(self, light: LightQuestions, name: str) -> None:
        self.work.writer.lay_away(name, light.laid_away)

    def _known(self) -> Known:
        """What is known of the child; nothing where the note has no name."""
        page = self.work.page
        if page.child is None:
            return Known(today=page.today)
        child = page.child.record
        return Known(name=child.name, born=child.born, sex=child.sex, today=page.today)

    def said(self, words: str) -> QWidget:
        """A text as it is read, in the frame of this part."""
        shown = prose(self.work.page.names.said(words))
        kind = {"taenkt": "thought", "ord": "voice"}.get(self.form_part.frame.value, "")
        return frame(kind, col(shown, margins=(12, 8, 12, 8))) if kind else shown

    @Slot(str)
    def _on_prose_edited(self, _words: str) -> None:
        made = self.sender()
        if isinstance(made, Prose):
            self._offer(made)

    def _offer(self, made: Prose) -> None:
        place = self._offers[made]
        empty_layout(place)
        for line in arrows(made.text()):
            take = button("Gør til aftale", "link", "aftale", name=f"Gør til aftale: {line}")
            take.clicked.connect(partial(self._move, made, line))
            shown = self.work.page.names.said(line)
            place.addLayout(row(glyph("spoergsmaal", "accent", 16), (small(f"»{shown}«"), 1), take))

    def _move(self, made: Prose, line: str) -> None:
        """The line leaves the text, as if it had been deleted by hand, and goes to the agreements."""
        take_line(made, line)
        made.flush()
        self.agreed.emit(line)


def add_shown(place: QVBoxLayout, widget: QWidget) -> None:
    """Put a widget in and show it now: Qt would do so a moment later, too late to take the focus."""
    place.addWidget(widget)
    holder = widget.parentWidget()
    if holder is not None and holder.isVisible():
        widget.show()


def reveal(widget: QWidget, *, shown: bool) -> None:
    """Show or hide; what has no place yet is not shown, for it would open a window of its own."""
    if not shown or widget.parentWidget() is not None:
        widget.setVisible(shown)
