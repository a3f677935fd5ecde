"""Læs igennem: the letter from one end to the other, in the words of the paper, before it leaves."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.quality.evidence.sentences import JUDGED
from tvaerfaglig.domain.template import Template
from tvaerfaglig.services.underretninger import ReadThrough
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.underretninger.edit_facts import facts_table
from tvaerfaglig.ui.underretninger.wording import child_called, named, stage_words
from tvaerfaglig.ui.widgets import (
    Fold,
    Page,
    boxed,
    button,
    card,
    col,
    empty_layout,
    frame,
    glyph,
    message,
    muted,
    page_foot,
    page_head,
    panel,
    prose,
    row,
    scroller,
    section,
    small,
    text,
)

MEASURE = 46
STRIP = ("Hastegrad", "Vold eller overgreb", "Forældrene orienteret", "Tolk")
OURSELVES = (
    "Kan en, der aldrig har mødt {barn}, se det for sig?",
    "Er det klart, hvad I har set, og hvad I tænker om det?",
    "Står det vigtigste først?",
)


class ReadView(Page):
    """`write_asked` sends the section to go on in (or nothing); the others are the head's buttons."""

    write_asked = Signal(str)
    print_asked = Signal()
    finish_asked = Signal()
    glasses_asked = Signal()

    def __init__(self) -> None:
        self.write = button("Skriv videre")
        self.print_button = button("Udskriv", icon="udskrift")
        self.finish = button("Afslut", "primary")
        self.top = page_head("Læs igennem", "…", self.write, self.print_button, self.finish)
        super().__init__(self.top, None, page_foot(muted("")))
        self.top.offer_back("Tilbage til teksten")
        self.top.back_pressed.connect(self._on_write_clicked)
        self.write.clicked.connect(self._on_write_clicked)
        self.print_button.clicked.connect(self.print_asked)
        self.finish.clicked.connect(self.finish_asked)
        self._read: ReadThrough | None = None
        self._template: Template | None = None
        self._pages = QVBoxLayout()
        self._pages.setContentsMargins(28, 20, 28, 28)
        self._pages.setSpacing(look().theme.gap("near"))
        sheet = frame("card", self._pages)
        sheet.setMaximumWidth(look().theme.em(MEASURE))
        self._sheet = sheet
        reading = boxed(row(..., (sheet, 8), ..., margins=(24, 16, 24, 16)))
        self.pages = scroller(reading)
        self._side = QVBoxLayout()
        self._side.setContentsMargins(14, 14, 14, 14)
        self._side.setSpacing(look().theme.gap("apart"))
        self._panel = panel(scroller(boxed(self._side)), em=22)
        self.set_body(boxed(row((self.pages, 1), self._panel, gap=0)))

    def show_letter(self, read: ReadThrough, template: Template) -> None:
        self._read, self._template = read, template
        page = read.page
        child = page.child.record
        self.top.say("Læs igennem", f"Underretning om {child.name} · {stage_words(page)}")
        self._draw_pages(read)
        self._draw_side(read, template)

    def _draw_pages(self, read: ReadThrough) -> None:
        empty_layout(self._pages)
        name = child_called(read.page.child.record)
        strip = [(heading, words) for heading, words in read.sections if heading in STRIP]
        for heading, words in read.sections:
            if heading in STRIP:
                if strip:
                    self._pages.addWidget(facts_table(strip))
                    self._pages.addSpacing(look().theme.gap("apart"))
                    strip = []
                continue
            self._pages.addWidget(section(heading))
            self._pages.addWidget(self._framed(heading, words, name))
            self._pages.addSpacing(look().theme.gap("near"))
        self._pages.addStretch(1)
        self._sheet.setMaximumWidth(look().theme.em(MEASURE))

    def _framed(self, heading: str, words: str, name: str) -> QWidget:
        """The child's words and our own thoughts wear their frames here too."""
        reading = prose(words)
        if heading.startswith(name) and heading.endswith("egne ord"):
            return frame("voice", col(reading, margins=(12, 8, 12, 8)))
        if "vurdering" in heading.lower():
            return frame("thought", col(reading, margins=(12, 8, 12, 8)))
        return reading

    def _draw_side(self, read: ReadThrough, template: Template) -> None:
        empty_layout(self._side)
        self._side.addWidget(self._names(read, template))
        if read.claims:
            self._side.addWidget(self._claims(read))
        if read.lost:
            words = "Et tegn kan ikke trykkes og kommer til at stå som [?] på papiret."
            self._side.addWidget(message(words, "watch"))
        child = read.page.child.record
        asks = [
            row(glyph("spoergsmaal", "accent", 16), (text(named(words, child)), 1), gap=6)
            for words in OURSELVES
        ]
        whose = "barnet" if read.page.hides_parents else "forældrene"
        self.glasses = button(f"Sådan læser {whose} det", icon="vis")
        self.glasses.clicked.connect(self.glasses_asked)
        self._side.addWidget(boxed(col(section("Spørg dig selv"), *asks, self.glasses, gap="near")))
        if read.page.hides_parents:
            self._side.addWidget(message(template.guard.screen, "act", icon="afdaempet"))
        self._side.addStretch(1)

    def _names(self, read: ReadThrough, template: Template) -> QWidget:
        """Known names that stand in clear; each leads to its section."""
        if not read.names:
            words = "Ingen andre børns navne står i teksten."
            return message(words, "ok", icon="flueben")
        lines: list[QWidget] = []
        for one in read.names:
            found = template.section(one.section)
            where = named(found.screen, read.page.child.record) if found else ""
            times = f", {danish.count(one.times, 'gang', 'gange')}" if one.times > 1 else ""
            go = button("Til stedet", "link", "pil-hoejre", name=f"Til stedet: {one.name}, {where}")
            go.clicked.connect(partial(self.write_asked.emit, one.section))
            lines.append(
                boxed(row((col(text(one.name, "strong"), small(where + times), gap=0), 1), go))
            )
        about = small("Er det et andet barn, så skriv »et andet barn«. Navnet hører ikke til her.")
        return card("Navne at se på", about, *lines, count=str(len(read.names)))

    def _claims(self, read: ReadThrough) -> QWidget:
        """Sentences that no observation shows: to think of, and no more."""
        lines = [small(f"»{one.text}«") for one in read.claims]
        go = button("Til vurderingen", "link", "pil-hoejre")
        go.clicked.connect(partial(self.write_asked.emit, JUDGED))
        about = small("Står der en observation bag, så giv sætningen dens nummer.")
        return card(
            "Sætninger uden belæg", about, *lines, boxed(row(go, ...)), count=str(len(read.claims))
        )

    def on_fold(self, fold: Fold) -> None:
        """The side goes where there is no room; the names stand in the preview as well."""
        self._panel.setHidden(fold >= Fold.PANEL)
        self.print_button.setHidden(fold >= Fold.LIST)

    def start(self) -> None:
        self.write.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes where the arrow in the head goes: back to the text."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_write_clicked()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_write_clicked(self) -> None:
        self.write_asked.emit("")
