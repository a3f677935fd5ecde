"""Det, vi ved: what was seen and heard, what goes well, and what the child and the parents say themselves."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.form import FormPart
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.ui.konsultationer.part import Part, Work
from tvaerfaglig.ui.konsultationer.wording import called, quoted, seen_by, seen_when
from tvaerfaglig.ui.widgets import (
    EvidenceDrop,
    boxed,
    button,
    col,
    field,
    flow,
    frame,
    hairline,
    line_edit,
    mark,
    prose,
    small,
    spread,
    strong,
    text,
    voice,
)
from tvaerfaglig.ui.widgets.layout import Item


class TextPart(Part):
    """A part that is one text: `field` names where in the note it lies."""

    def __init__(self, work: Work, form_part: FormPart, fact: str) -> None:
        self._fact = fact
        super().__init__(work, form_part)

    def words(self) -> str:
        return str(getattr(self.work.note, self._fact))

    def is_written(self) -> bool:
        return bool(self.words().strip())

    def build(self) -> list[Item]:
        return [self.add_prose(self.words(), self._on_edited)]

    def read(self) -> list[Item]:
        return [self.said(self.words())]

    @Slot(str)
    def _on_edited(self, words: str) -> None:
        self.work.writer.change(**{self._fact: words})


class SeenPart(TextPart):
    """4: chosen observations as dated rows, and beneath them what else is known. Takes evidence by drop."""

    tray_asked = Signal()

    def __init__(self, work: Work, form_part: FormPart) -> None:
        super().__init__(work, form_part, "observed")
        self._drop = EvidenceDrop(self)
        self._drop.dropped.connect(self._on_dropped)

    def is_written(self) -> bool:
        return bool(self.work.note.observations) or super().is_written()

    def aside(self) -> list[QWidget]:
        if not (self.work.writable and self.work.page.whole_child):
            return []
        fetch = button("Hent observationer", "small", "observation")
        fetch.setToolTip("Ctrl+B")
        fetch.clicked.connect(self.tray_asked)
        return [fetch]

    def build(self) -> list[Item]:
        label = "Andet, vi ved" if self.work.note.observations else self.form_part.name
        return [*self._rows(), self.add_prose(self.words(), self._on_edited, name=label)]

    def read(self) -> list[Item]:
        return [
            *self._rows(),
            prose(self.work.page.names.said(self.words())) if self.words() else None,
        ]

    def put(self, observation: str) -> None:
        """Lay an observation on the table."""
        chosen = self.work.note.observations
        if observation not in chosen:
            self.work.writer.change(observations=(*chosen, observation))
            self._opened = True
            self.draw()

    def _rows(self) -> list[Item]:
        chosen = [
            one for one in self.work.page.observations if one.id in self.work.note.observations
        ]
        chosen.sort(key=lambda one: one.record.happened())
        found: list[Item] = []
        for one in chosen:
            found += [self._row(one), hairline()]
        missing = len(self.work.note.observations) - len(chosen)
        if missing:
            gone = danish.count(missing, "observation", "observationer", spelled=True)
            found.append(small(f"{danish.capital(gone)}, der lå her, kan ikke vises længere."))
        return found

    def _row(self, one: Stored[Observation]) -> QWidget:
        made, names = one.record, self.work.page.names
        when = strong(seen_when(made))
        said = (
            voice(names.said(made.child_words), _asked(made), role="body")
            if made.child_words
            else None
        )
        source = small(seen_by(made, names))
        words = col(text(names.said(made.text)), said, source, gap=3)
        head = spread(when, mark(made.sign.value), self._away(one) if self.work.writable else None)
        return frame("row", col(boxed(head), words, gap=1, margins=(2, 2, 0, 2)))

    def _away(self, one: Stored[Observation]) -> QWidget:
        name = f"Tag observationen fra {seen_when(one.record)} af bordet"
        away = button("", "icon", "luk", name=name, dense=True)
        away.clicked.connect(partial(self._remove, one.id))
        return away

    def _remove(self, observation: str) -> None:
        left = tuple(one for one in self.work.note.observations if one != observation)
        self.work.writer.change(observations=left)
        self.draw()
        self.start()

    @Slot(str, QPoint)
    def _on_dropped(self, observation: str, _spot: QPoint) -> None:
        self.put(observation)


def _asked(made: Observation) -> str:
    return f"Der blev spurgt: »{made.asked}«" if made.asked else ""


class VoicePart(TextPart):
    """6: the child's own words; those that were heard can be fetched from the chosen observations."""

    def __init__(self, work: Work, form_part: FormPart) -> None:
        super().__init__(work, form_part, "child_view")

    def build(self) -> list[Item]:
        fetched = self._fetches()
        return [*super().build(), boxed(flow(*fetched, gap=2)) if fetched else None]

    def _fetches(self) -> list[QWidget]:
        page = self.work.page
        found: list[QWidget] = []
        for one in page.observations:
            made = one.record
            here = one.id in self.work.note.observations
            if here and made.child_words and made.child_words not in self.words():
                fetch = button(
                    f"»{made.child_words}«",
                    "filter",
                    "barnets-ord",
                    name=f"Hent: »{made.child_words}«",
                )
                fetch.clicked.connect(partial(self._fetch, quoted(made, called(page), page.names)))
                found.append(fetch)
        return found

    def _fetch(self, words: str) -> None:
        before = self.words().rstrip()
        self.work.writer.change(child_view=f"{before}\n{words}" if before else words)
        self.draw()
        self.start()


class ParentsPart(Part):
    """7: the parents' view in their own words, and who asked them when."""

    def is_written(self) -> bool:
        note = self.work.note
        return bool(note.parents_view.strip() or note.parents_asked.strip())

    def build(self) -> list[Item]:
        note = self.work.note
        asked = line_edit(note.parents_asked, most=200)
        asked.textEdited.connect(self._on_asked)
        self._asked: QLineEdit = asked
        return [
            self.add_prose(note.parents_view, self._on_view),
            field("Hvem spurgte, og hvornår?", asked),
        ]

    def read(self) -> list[Item]:
        note = self.work.note
        names = self.work.page.names
        return [
            prose(names.said(note.parents_view)) if note.parents_view else None,
            small(note.parents_asked) if note.parents_asked else None,
        ]

    @Slot(str)
    def _on_view(self, words: str) -> None:
        self.work.writer.change(parents_view=words)

    @Slot(str)
    def _on_asked(self, words: str) -> None:
        self.work.writer.change(parents_asked=words)
