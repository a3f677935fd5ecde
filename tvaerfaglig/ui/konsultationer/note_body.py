"""The fifteen parts down one page: made for this kind of note, and kept in step when it is read again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from tvaerfaglig.domain.form import FormPart, FormStep
from tvaerfaglig.ui.children.remarks_card import RemarksCard
from tvaerfaglig.ui.konsultationer.earlier import Earlier
from tvaerfaglig.ui.konsultationer.own import own_note_part
from tvaerfaglig.ui.konsultationer.own.stray import strays
from tvaerfaglig.ui.konsultationer.part import Part, Work, add_shown
from tvaerfaglig.ui.konsultationer.parts_after import DecisionPart, HolderPart, SharedWithPart
from tvaerfaglig.ui.konsultationer.parts_agreed import AgreedPart
from tvaerfaglig.ui.konsultationer.parts_before import BasisPart, MeetingPart, QuestionPart
from tvaerfaglig.ui.konsultationer.parts_known import ParentsPart, SeenPart, TextPart, VoicePart
from tvaerfaglig.ui.konsultationer.parts_thought import SharedPart, ViewsPart
from tvaerfaglig.ui.konsultationer.width import at_most
from tvaerfaglig.ui.konsultationer.wording import GUARDED
from tvaerfaglig.ui.widgets import Prose, Section, col, empty_layout, message, scroller

WIDEST_EM = 64
EARLIER = Earlier.KEY
MAKERS: dict[str, Callable[[Work, FormPart], Part]] = {
    "moede": MeetingPart,
    "barn": BasisPart,
    "spoergsmaal": QuestionPart,
    "iagttagelser": SeenPart,
    "gaar_godt": lambda work, part: TextPart(work, part, "going_well"),
    "barnets_perspektiv": VoicePart,
    "foraeldrenes_syn": ParentsPart,
    "proevet": lambda work, part: TextPart(work, part, "tried"),
    "faglighed": ViewsPart,
    "faelles_forstaaelse": SharedPart,
    "maal": lambda work, part: TextPart(work, part, "goals"),
    "aftaler": AgreedPart,
    "beslutning": DecisionPart,
    "tovholder": HolderPart,
    "delt_med": SharedWithPart,
}
"""The part's id in the form → what writes it; a kind of meeting's own parts are written by their type."""


def _is_known(part: FormPart) -> bool:
    return part.own is not None or part.id in MAKERS


def _made(work: Work, part: FormPart) -> Part:
    return own_note_part(work, part) if part.own is not None else MAKERS[part.id](work, part)


class NoteBody(QWidget):
    """`reached` sends the part that one has come to, by scrolling or by the keyboard."""

    reached = Signal(str)
    tray_asked = Signal()
    named = Signal()
    underret = Signal()
    copy_asked = Signal(str)
    akut_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.parts: dict[str, Part] = {}
        self.earlier: Earlier | None = None
        self._work: Work | None = None
        self._jumping = False
        self._place = QVBoxLayout()
        self._place.setContentsMargins(24, 16, 24, 40)
        self._place.setSpacing(12)
        self.guard = message(GUARDED, "act", icon="beskyttet", link="Ring først")
        self.guard.pressed.connect(self.akut_asked)
        self._inner = at_most(WIDEST_EM, self._place)
        self.area: QScrollArea = scroller(col(self._inner, ..., gap=0))
        self.setLayout(col((self.area, 1), gap=0))
        self.area.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def steps(self) -> tuple[FormStep, ...]:
        """The steps of the form, with the parts that this note has."""
        if self._work is None:
            return ()
        page = self._work.page
        return self._work.form.open_steps(page.note.kind, parents_hidden=page.hides_parents)

    def show_note(self, work: Work) -> None:
        """Build every part anew."""
        self._work = work
        self.guard.setParent(None)
        empty_layout(self._place)
        self._place.addWidget(self.guard)
        self.guard.setHidden(not work.page.hides_parents)
        self.earlier = Earlier(work)
        self._place.addWidget(self.earlier)
        self.parts = {}
        for step in self.steps():
            for form_part in step.parts:
                if _is_known(form_part):
                    self._add(_made(work, form_part))
        unknown = strays(work)
        if unknown is not None:
            self._place.addWidget(unknown)
        remarks = RemarksCard(work.desk)
        remarks.show_record(work.page.stored.id)
        self._place.addWidget(remarks)

    def renew(self) -> None:
        """The note was read again."""
        wanted = [part.id for step in self.steps() for part in step.parts if _is_known(part)]
        if self._work is not None and wanted != list(self.parts):
            self.show_note(self._work)
            return
        for part in self.parts.values():
            part.renew()
        if self.earlier is not None:
            self.earlier.renew()

    def flush(self) -> None:
        for part in self.parts.values():
            part.flush()

    def hand_in(self) -> None:
        """Leave the field one writes in now, so that it hands in nothing when it is taken away."""
        writing = self.focusWidget()
        if writing is not None:
            writing.clearFocus()

    def first_field(self) -> QWidget | None:
        """The first thing to write in, from the top."""
        for part in (self.earlier, *self.parts.values()):
            for field in part.findChildren(QWidget) if part is not None else ():
                if isinstance(field, Prose | QLineEdit) and field.isVisibleTo(self):
                    return field
        return None

    def sections(self) -> list[Section]:
        """The outline: every part of the four steps, ticked when something stands there."""
        found = []
        steps = self.steps()
        if self._work is not None and self.earlier and self._work.page.earlier_agreements:
            first = steps[0].name if steps else ""
            done = self.earlier.is_written()
            found.append(Section(EARLIER, "", "Siden sidst", done=done, step=first, brief=True))
        for step in steps:
            for part in step.parts:
                if part.id in self.parts:
                    done = self.parts[part.id].is_written()
                    state = "skrevet" if done else "ikke begyndt"
                    found.append(
                        Section(
                            part.id,
                            str(part.nr),
                            part.name,
                            state,
                            done=done,
                            step=step.name,
                            brief=True,
                        )
                    )
        return found

    def jump(self, key: str, *, focus: bool = False) -> None:
        """Bring a part to the top; with `focus` put the caret where one writes in it."""
        target = self._widget(key)
        if target is None:
            return
        self._jumping = True
        QApplication.sendPostedEvents()
        self.area.verticalScrollBar().setValue(max(0, self._top(target) - 12))
        if focus and isinstance(target, Part):
            target.start()
        self._jumping = False

    def to_top(self) -> None:
        """Where a note begins; the outline is not told."""
        self._jumping = True
        QApplication.sendPostedEvents()
        self.area.verticalScrollBar().setValue(0)
        self._jumping = False

    def begin(self, key: str) -> None:
        """Open a part to write in."""
        self.jump(key)
        if key in self.parts:
            self.parts[key].begin()

    def keys(self) -> list[str]:
        return [section.key for section in self.sections()]

    def _widget(self, key: str) -> QWidget | None:
        return self.earlier if key == EARLIER else self.parts.get(key)

    def _top(self, widget: QWidget) -> int:
        return widget.mapTo(self._inner, QPoint(0, 0)).y()

    def _add(self, part: Part) -> None:
        self.parts[part.key] = part
        add_shown(self._place, part)
        part.begun.connect(self.reached)
        part.agreed.connect(self._on_agreed)
        if isinstance(part, SeenPart):
            part.tray_asked.connect(self.tray_asked)
        if isinstance(part, BasisPart):
            part.named.connect(self.named)
        if isinstance(part, DecisionPart):
            part.underret.connect(self.underret)
        if isinstance(part, SharedWithPart):
            part.copy_asked.connect(self.copy_asked)

    @Slot(str)
    def _on_agreed(self, what: str) -> None:
        """A line with an arrow became an agreement: it stands in part 12, open to be filled in."""
        agreed = self.parts.get("aftaler")
        if isinstance(agreed, AgreedPart):
            agreed.add_with(what)
            self.jump("aftaler", focus=True)

    @Slot(int)
    def _on_scrolled(self, value: int) -> None:
        if self._jumping:
            return
        reached = ""
        for key in (EARLIER, *self.parts):
            widget = self._widget(key)
            if widget is not None and not widget.isHidden() and self._top(widget) <= value + 60:
                reached = key
        if reached:
            self.reached.emit(reached)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """The outline follows the keyboard."""
        if now is None or not self.isVisible() or not self.isAncestorOf(now):
            return
        for key, part in self.parts.items():
            if part.isAncestorOf(now):
                self.reached.emit(key)
                return
