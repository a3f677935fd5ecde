"""Reading: what was seen, the child's words, what the writer thought, three times, and every version."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from tvaerfaglig.domain.observation import Observation, Part
from tvaerfaglig.domain.stored import Draft, Version
from tvaerfaglig.services.observations.page import ObservationPage, Reading, key_of
from tvaerfaglig.ui.children.remarks_card import RemarksCard
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.observations import history
from tvaerfaglig.ui.observations.draft_offers import DraftOffers
from tvaerfaglig.ui.observations.wording import (
    first_names,
    happened,
    moment,
    part_words,
    seen_by,
    several,
)
from tvaerfaglig.ui.widgets import (
    Button,
    Fold,
    MenuButton,
    Page,
    SavedLabel,
    boxed,
    button,
    card,
    chip,
    col,
    empty_layout,
    flow,
    glyph,
    mark,
    menu_button,
    page_foot,
    page_head,
    panel,
    prose,
    row,
    scroller,
    small,
    text,
    thought,
    voice,
)
from tvaerfaglig.ui.widgets.narrow import Narrow

WIDEST_EM = 56
_PANEL_EM = 22


class ReadingPage(Page):
    """Signals carry what the reader wishes; the place does it."""

    correct_asked = Signal()
    move_asked = Signal()
    another_asked = Signal()
    closed = Signal()
    kept_version = Signal(object)
    merge_asked = Signal()
    resume_asked = Signal(str)
    drop_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.correct_button = button("Ret", icon="kladde")
        self.menu: MenuButton = menu_button("Mere om observationen")
        close = button("", "icon", "luk", name="Luk (Esc)")
        self.saved_label = SavedLabel()
        self.child_button = button("Til barnet")
        self.another_button = button("Skriv en til", "primary", "plus")
        head = page_head("Observation", "", self.correct_button, self.menu, close)
        super().__init__(
            head, None, page_foot(self.saved_label, self.child_button, self.another_button)
        )
        self.menu.add("Flyt til rette barn", self.move_asked.emit)
        self._reading: Reading | None = None
        self._page: ObservationPage | None = None
        self._main = col(gap="apart", margins=(24, 16, 24, 24))
        self._side = col(gap="apart", margins=(16, 16, 16, 16))
        self._lay_out()
        self.correct_button.clicked.connect(self.correct_asked)
        self.another_button.clicked.connect(self.another_asked)
        self.child_button.clicked.connect(self._on_child_clicked)
        close.clicked.connect(self.closed)

    def _lay_out(self) -> None:
        self._below = col(gap=0)
        left = Narrow(boxed(col(boxed(self._main), boxed(self._below), ..., gap=0)), WIDEST_EM)
        self._side_box = scroller(boxed(self._side))
        self.column = panel(self._side_box, em=_PANEL_EM)
        self.set_body(boxed(row((scroller(left), 1), self.column, gap=0)))

    # shown

    def show_reading(self, page: ObservationPage, *, saved: bool = False) -> None:
        """One observation; `saved` right after *Gem*, when the way on is another."""
        assert page.reading is not None
        self._page, self._reading = page, page.reading
        self.untell()
        self._say_head(page.reading)
        empty_layout(self._main)
        empty_layout(self._side)
        for piece in self._pieces(page, page.reading):
            self._main.addWidget(piece)
        remarks = RemarksCard(self.desk)
        remarks.show_record(page.reading.stored.id)
        self._main.addWidget(remarks)
        self._main.addStretch(1)
        self._side.addWidget(history.times(page.reading))
        told = history.versions(page.reading, self.desk.library.categories)
        if told is not None:
            self._side.addWidget(told)
        self._side.addStretch(1)
        self._say_foot(page.reading, saved=saved)

    @property
    def reading(self) -> Reading | None:
        return self._reading

    @property
    def page(self) -> ObservationPage | None:
        return self._page

    def start(self) -> None:
        """On the way on after saving; else on what may be done."""
        for made in (self.another_button, self.correct_button, self.child_button):
            if made.isVisible() and made.isEnabled():
                made.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def on_fold(self, fold: Fold) -> None:
        """Where there is no room beside the text, the times and versions stand beneath it."""
        folded = fold >= Fold.LIST
        self.column.setVisible(not folded)
        side = 24 if folded else 16
        self._side.setContentsMargins(side, 16, 16, 16)
        inner = self._side.parentWidget()
        if inner is None:
            return
        if folded and self._below.indexOf(inner) < 0:
            self._side_box.takeWidget()
            self._below.addWidget(inner)
            inner.show()
        elif not folded and self._below.indexOf(inner) >= 0:
            self._below.removeWidget(inner)
            self._side_box.setWidget(inner)

    # pieces

    def _say_head(self, reading: Reading) -> None:
        stored = reading.stored
        seen = stored.record
        whom = several(first_names(_main_children(seen), reading.names))
        line = " · ".join(filter(None, (happened(seen), seen.place)))
        assert self.head is not None
        self.head.say(f"Observation om {whom}", line)  # type: ignore[attr-defined]
        self.correct_button.say("Ret" if seen.complete else "Skriv færdig")
        self.correct_button.setVisible(reading.may_correct)
        self.menu.setVisible(reading.may_correct)

    def _say_foot(self, reading: Reading, *, saved: bool) -> None:
        stored = reading.stored
        whom = several(first_names(stored.record.about(), reading.names))
        writer = reading.names.first(stored.written_by)
        self.another_button.setVisible(saved)
        first = _main_children(stored.record)[:1]
        visible = bool(first) and first[0] in reading.names.children
        self.child_button.setVisible(visible)
        self.child_button.say(f"Til {first_names(first, reading.names)[0]}" if visible else "")
        if saved:
            self.saved_label.say(f"Gemt hos {whom}")
        elif not reading.may_correct:
            self.saved_label.say(f"{writer} eller lederen kan rette den.", saved=False)
        else:
            self.saved_label.say("")

    def _pieces(self, page: ObservationPage, reading: Reading) -> list[QWidget]:
        pieces = [self._offer(page, reading)]
        if reading.stored.conflict:
            pieces.append(self._conflict(reading))
        pieces.append(self._facts(reading))
        pieces.append(self._account(reading))
        return [piece for piece in pieces if piece is not None]

    def _account(self, reading: Reading) -> QWidget:
        """What was seen, the child's voice, the writer's thought; then whose eyes."""
        seen, names = reading.stored.record, reading.names
        words = prose(names.said(seen.text)) if seen.text else None
        spoken = names.said(seen.child_words)
        said = voice(spoken, self._said_to(reading)) if spoken else None
        head = boxed(row(glyph("egen-tanke", size=18), (text("Egen tanke", "strong"), 1)))
        mine = thought(head, prose(names.said(seen.reflection))) if seen.reflection else None
        eyes = small(seen_by(seen, names, reading.stored.written_by))
        return card("", words, said, mine, eyes)

    def _offer(self, page: ObservationPage, reading: Reading) -> QWidget | None:
        mine = [one for one in page.waiting if one.key == key_of(reading.stored.id)]
        if not mine:
            return None
        offers = DraftOffers()
        offers.setParent(self)  # one that stands nowhere would flash up as a window
        offers.offer(mine, page.names, self.desk.clock.now())
        offers.resumed.connect(self._on_resumed)
        offers.laid_away.connect(self.drop_asked)
        return offers

    def _facts(self, reading: Reading) -> QWidget:
        seen, names = reading.stored.record, reading.names
        children = [
            chip(
                part_words(names.of_child(one.child), one.part.value),
                "person",
                "accent" if one.part is Part.HANDLER_OM else "",
            )
            for one in seen.involved
        ]
        subjects = [chip(self.desk.library.categories.name(one)) for one in seen.categories]
        short = None if seen.complete else chip("Kort note", "kladde", "watch")
        return boxed(
            col(flow(*children, short), flow(mark(seen.sign.value), *subjects, gap=8), gap="near")
        )

    def _said_to(self, reading: Reading) -> str:
        seen, names = reading.stored.record, reading.names
        asker = names.first(seen.seen_by[0] if seen.seen_by else reading.stored.written_by)
        asked = f"{asker} havde spurgt: »{names.said(seen.asked)}«" if seen.asked else ""
        return " · ".join(filter(None, (asked, names.said(seen.words_where))))

    def _conflict(self, reading: Reading) -> QFrame:
        """Both stand; a person chooses, or brings them together. There is no silent winner."""
        said = "De har rettet hver for sig. Ingen af teksterne er væk."
        heads = [self._head_version(reading, version) for version in reading.heads]
        merge = button("Saml dem i én", icon="kladde")
        merge.clicked.connect(self.merge_asked)
        may = reading.may_correct
        made = card("To udgaver", small(said), *heads, row(merge, ...) if may else None)
        made.setAccessibleName("To udgaver af samme observation")
        return made

    def _head_version(self, reading: Reading, version: Version[Observation]) -> QWidget:
        seen = version.record
        assert seen is not None
        names = reading.names
        who = f"{names.of_staff(version.by)}, {moment(version.at)}"
        words = text(names.said(seen.text or seen.child_words))
        why = small(f"Fordi: {names.said(seen.correction)}") if seen.correction else None
        keep: Button | None = None
        if reading.may_correct:
            keep = button("Behold den her", "small", name=f"Behold udgaven af {who}")
            keep.clicked.connect(partial(self.kept_version.emit, version))
        return boxed(col(text(who, "smallstrong"), words, why, row(keep, ...), gap=3))

    @Slot(object)
    def _on_resumed(self, draft: Draft) -> None:
        self.resume_asked.emit(draft.key)

    @Slot()
    def _on_child_clicked(self) -> None:
        if self._reading is not None:
            self.desk.go("boern", _main_children(self._reading.stored.record)[0])


def _main_children(seen: Observation) -> list[str]:
    main = [one.child for one in seen.involved if one.part is Part.HANDLER_OM]
    return main or list(seen.about())
