"""Det, vi tænker: one dashed card for each profession, what they share, and where the child stands now."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.form import FormPart
from tvaerfaglig.domain.konsultation import KonsultationKind, Participant, Perspective
from tvaerfaglig.ui.konsultationer.part import Part, Work, reveal
from tvaerfaglig.ui.konsultationer.prose import new_prose
from tvaerfaglig.ui.konsultationer.wording import called, profession_of
from tvaerfaglig.ui.widgets import (
    Fold,
    Segments,
    avatar,
    boxed,
    button,
    col,
    flow,
    glyph,
    mark,
    muted,
    one,
    prose,
    row,
    sign_segments,
    small,
    strong,
    text,
    thought,
    well,
)
from tvaerfaglig.ui.widgets.layout import Item

MOST_BESIDE = 3


class ViewsPart(Part):
    """9: each writes her own; the others are read. A guest without a key has hers written down for her."""

    def __init__(self, work: Work, form_part: FormPart) -> None:
        self._adding = False
        super().__init__(work, form_part)

    def is_written(self) -> bool:
        return any(view.text.strip() for view in self.work.note.perspectives)

    def aside(self) -> list[QWidget]:
        return [boxed(row(one("tænkt, ikke set", "small"), glyph("egen-tanke", size=18), gap=6))]

    def build(self) -> list[Item]:
        views = self._views()
        return [self._grid([self._card(view) for view in views]), self._add_mine(views)]

    def read(self) -> list[Item]:
        written = [view for view in self._views() if view.text.strip()]
        return [self._grid([self._card(view) for view in written])]

    def start(self) -> None:
        """Where one's own view is written, not in somebody else's."""
        own = self.findChild(QWidget, "mine")
        if own is not None:
            own.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().start()

    def _views(self) -> list[Perspective]:
        """Those that stand, then one for each profession at the table that has none yet."""
        found = list(self.work.note.perspectives)
        covered = {view.profession for view in found}
        for word, who in self._seats():
            if word and word not in covered:
                covered.add(word)
                found.append(Perspective(profession=word, staff=who))
        mine = self._mine()
        if self._adding and all(view.staff != mine.staff for view in found):
            found.append(mine)
        rank = {each.word: n for n, each in enumerate(self.work.form.professions)}
        return sorted(found, key=lambda view: rank.get(view.profession, len(rank)))

    def _seats(self) -> list[tuple[str, str]]:
        """Profession and person; whoever is at the screen first, when she sits there or brings what is missing."""
        here = [
            (self._profession(one), one.staff or one.name) for one in self.work.note.participants
        ]
        mine = self._mine()
        seated = any(who == mine.staff for _, who in here)
        if not seated and any(word == mine.profession for word, _ in here):
            return here
        return [(mine.profession, mine.staff), *here]

    def _profession(self, one: Participant) -> str:
        """A colleague's by her role, a guest's by what was written of her."""
        role = next((each.role for each in self.work.page.colleagues if each.id == one.staff), None)
        found = self.work.form.profession_of(role) if role else None
        return found.word if found else profession_of(one.role, self.work.form)

    def _mine(self) -> Perspective:
        word = profession_of(self.work.desk.me.role.word, self.work.form)
        return Perspective(profession=word, staff=self.work.desk.my_id)

    def _may_write(self, view: Perspective) -> bool:
        own = view.staff == self.work.desk.my_id
        guest = view.staff not in self.work.page.names.staff
        return self.work.writable and (own or guest)

    def _grid(self, cards: list[QWidget]) -> QWidget:
        beside = 1 if self.work.fold >= Fold.LIST else min(len(cards), MOST_BESIDE) or 1
        if len(cards) == MOST_BESIDE + 1 and beside > 1:
            beside = 2
        lines = [cards[n : n + beside] for n in range(0, len(cards), beside)]
        return boxed(col(*(_beside(line) for line in lines), gap=10))

    def _card(self, view: Perspective) -> QFrame:
        names = self.work.page.names
        name = names.of_staff(view.staff)
        head = row(
            avatar(name, 28),
            (boxed(col(strong(view.profession), small(name), gap=0)), 1),
            gap=10,
        )
        card = thought(boxed(head), self._words(view), ...)
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        card.setAccessibleName(f"{view.profession}, {name}, tænkt, ikke set")
        return card

    def _words(self, view: Perspective) -> QWidget:
        names = self.work.page.names
        if not self._may_write(view):
            if view.text.strip():
                return prose(names.said(view.text))
            return muted(f"{names.first(view.staff)} skriver selv her.")
        made = new_prose(self.work.page, view.text, "bare", lines=3)
        made.setAccessibleName(f"{view.profession}, {names.of_staff(view.staff)}")
        made.setAccessibleDescription(self._question(view))
        if view.staff == self.work.desk.my_id:
            made.setObjectName("mine")
        made.textEdited.connect(partial(self._on_edited, view.profession, view.staff))
        asks = None if view.text.strip() else small(self._question(view))
        return boxed(col(asks, made, gap=2))

    def _question(self, view: Perspective) -> str:
        found = (each for each in self.work.form.professions if each.word == view.profession)
        return next((each.question for each in found), "")

    def _add_mine(self, views: list[Perspective]) -> QWidget | None:
        """Two of the same profession may each see something of their own."""
        mine = self._mine()
        if not mine.profession or any(view.staff == mine.staff for view in views):
            return None
        add = button("Skriv dit eget syn", "link", "plus")
        add.clicked.connect(self._on_add_clicked)
        return boxed(flow(add))

    @Slot()
    def _on_add_clicked(self) -> None:
        self._adding = True
        self.draw()
        self.start()

    def _on_edited(self, profession: str, staff: str, words: str) -> None:
        self.work.writer.write_view(Perspective(profession=profession, staff=staff, text=words))


class SharedPart(Part):
    """10: what they agree on and what not, and the position, with its written definition beside the last one."""

    def __init__(self, work: Work, form_part: FormPart) -> None:
        self._means = small("")
        super().__init__(work, form_part)

    def is_written(self) -> bool:
        note = self.work.note
        return bool(note.shared_understanding.strip() or note.position)

    def build(self) -> list[Item]:
        return [
            self.add_prose(self.work.note.shared_understanding, self._on_edited),
            *self._position(),
        ]

    def read(self) -> list[Item]:
        note = self.work.note
        stands = None
        if note.position:
            stands = row(
                strong(self._asks().rstrip("?").replace("Hvor står", "Sådan står")),
                mark(note.position.value),
                ...,
            )
        words = note.shared_understanding
        return [self.said(words) if words else None, stands]

    def _asks(self) -> str:
        return f"Hvor står {called(self.work.page)} nu?"

    def _position(self) -> list[Item]:
        note = self.work.note
        if note.kind is KonsultationKind.TEMA:
            return []
        meanings = self.work.desk.library.positions
        segments = Segments(
            sign_segments(*Position),
            note.position.value if note.position else "",
            name=self._asks(),
        )
        for made, meaning in zip(segments.buttons(), meanings.steps, strict=True):
            segments.tell(made, meaning.meaning)
        segments.changed.connect(self._on_chosen)
        self._clear = button("Vælg ingen", "link")
        self._clear.clicked.connect(self._on_cleared)
        self._segments = segments
        self._means = text("", "small")
        self._define()
        asks = strong(self._asks())
        asks.setWordWrap(False)
        return [boxed(flow(asks, segments, self._clear, gap=14)), well(self._means, self._last())]

    def _last(self) -> QWidget | None:
        before = self.work.page.position_before
        if before is None:
            return None
        who = danish.join_and([self.work.page.names.first(one) for one in before.record.set_by])
        day = danish.day_near(before.record.day, self.work.page.today)
        aside = " · ".join(filter(None, (day[:1].lower() + day[1:], who)))
        return boxed(
            flow(one("Sidst:", "small"), mark(before.record.position.value), one(aside, "small"))
        )

    def _define(self) -> None:
        """The words of the chosen step; before anything is chosen, those of all three."""
        meanings = self.work.desk.library.positions
        chosen = self.work.note.position
        reveal(self._clear, shown=chosen is not None)
        if chosen is None:
            lines = [f"{each.word}: {each.meaning}" for each in meanings.steps]
        else:
            step = meanings.of(chosen)
            advice = "" if self.work.page.hides_parents else step.recommends
            lines = [step.meaning, f"{advice} {meanings.always}".strip()]
        self._means.say("\n".join(lines))

    @Slot(str)
    def _on_edited(self, words: str) -> None:
        self.work.writer.change(shared_understanding=words)

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        self.work.writer.change(position=Position(key))
        self._define()

    @Slot()
    def _on_cleared(self) -> None:
        self._segments.choose("")
        self.work.writer.change(position=None)
        self._define()
        self._segments.buttons()[0].setFocus(Qt.FocusReason.OtherFocusReason)


def _beside(cards: list[QWidget]) -> QWidget:
    """A line of cards, as wide as one another."""
    return boxed(row(*((one, 1) for one in cards), gap=10))
