"""The theme and the note of a day, which every family reads: a name is refused, and may be moved where it belongs."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Slot

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.records import EffortSession
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services.efforts import group_note, one_day, sessions
from tvaerfaglig.services.efforts.group_note import Belongs
from tvaerfaglig.services.efforts.one_day import DayPage
from tvaerfaglig.services.konsultation.rules import NamesSomeone
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.stepping import Step, Stepped
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.indsatser import way
from tvaerfaglig.ui.indsatser.days import DAY
from tvaerfaglig.ui.indsatser.days.day_forms import NAMELESS
from tvaerfaglig.ui.indsatser.forms import IndsatsForm, Undo
from tvaerfaglig.ui.visiting.visit_forms import hours_typed, read_minutes
from tvaerfaglig.ui.widgets import line_edit


class NoteForm(IndsatsForm):
    """One sentence too many about one family costs one press: it is moved to her own day, and the rest is saved."""

    KIND = EffortSession.KIND

    def __init__(self, desk: Desk, effort: str, found: DayPage) -> None:
        line = f"{found.title} · {danish.day_near(found.day.day, found.today)}"
        super().__init__(desk, "Tema og note", line, "Gem tema og note", found.id)
        self._effort, self._found = effort, found
        self._belongs: Belongs | None = None
        self._stands = stands = [True]
        self.destroyed.connect(lambda *_: stands.clear())
        f, made = self.fields, found.day
        planned = hours_typed(_planned(made)) or "2.30"
        self.lay_out(
            f.add("theme", "Tema", line_edit(most=120), "Det I talte om eller lavede."),
            f.add_prose("note", "Kort note", f"Et par linjer om dagen. {NAMELESS}", optional=True),
            f.add_people("held_by", "Hvem holdt den?", found.colleagues),
            f.add(
                "minutes", "Tid brugt", line_edit(most=12),
                f"Timer og minutter, som {planned}. Tom: som planlagt.", optional=True,
            ),
        )  # fmt: skip
        f.put(
            theme=made.theme, note=made.note, minutes=hours_typed(made.minutes),
            held_by=made.held_by or tuple(one for one, _ in found.colleagues),
        )  # fmt: skip
        self.ready()

    def send(self) -> Asked[Any]:
        f = self.fields
        minutes = read_minutes(f.text("minutes"))
        return self.desk.ask(
            sessions.write,
            self._found.id,
            theme=f.text("theme"),
            note=f.text("note"),
            held_by=f.several("held_by"),
            minutes=minutes,
        )

    def said(self) -> str:
        return "Gemt. Alle familier kan læse det."

    def undo(self, saved: Any) -> Undo:
        return partial(one_day.as_it_was, step=saved.step)

    def where(self, _saved: Saved) -> str:
        return self.beneath()

    def beneath(self) -> str:
        return way(self._effort, DAY, self._found.id)

    # a name in it

    def _on_refused(self, error: BaseException) -> None:
        if not isinstance(error, NamesSomeone):
            super()._on_refused(error)
            return
        self.save_button.setEnabled(True)
        self.keep()
        note = self.fields.text("note")
        asked = self.desk.ask(group_note.whose, self._found.id, note)
        asked.then(partial(self._say_whose, str(error)), self)

    def _say_whose(self, refusal: str, found: tuple[Belongs, ...]) -> None:
        """Which word it is, and the way out where there is one."""
        self._belongs = next(iter(found), None)
        one = self._belongs
        if one is None:
            self.tell(refusal, "info")
        elif not one.ready:
            whose = danish.possessive(one.first_name)
            self.tell(
                f"{refusal} Når opråbet er ført, kan sætningen flyttes til {whose} egen dag.",
                "info",
            )
        else:
            whose = danish.possessive(one.first_name)
            self.tell(refusal, "info", link=f"Flyt sætningen til {whose} egen dag")

    @Slot()
    def begin_again(self) -> None:
        """The bar's link: the sentence is moved, or one begins without the draft."""
        one = self._belongs
        if one is None or not one.ready:
            super().begin_again()
            return
        moved = self.desk.ask(
            group_note.move_to_family, self._found.id, one.enrolment, one.sentences
        )
        moved.then(partial(self._on_moved, one), self)

    def _on_moved(self, one: Belongs, saved: Stepped) -> None:
        self._belongs = None
        before = self.fields.text("note")
        self.untell()
        self.desk.announce(saved.changes, self)
        self.fields.put(note=one.rest)
        self.touch()
        self.fields.editor("note").setFocus(Qt.FocusReason.OtherFocusReason)
        words = f"»{one.sentences}« står nu ved {danish.possessive(one.first_name)} egen dag."
        self.desk.say(words, "ok", partial(self._take_back, saved.step, before))

    def _take_back(self, step: Step, before: str) -> None:
        """The family's day as it was; while the note is still being written the sentence comes back to it."""
        back = self.desk.ask(group_note.take_back_move, self._found.id, step)
        back.then(partial(self._taken_back, before), self.desk)

    def _taken_back(self, before: str, changes: Changes) -> None:
        self.desk.announce(changes)
        if self._stands:
            self.fields.put(note=before)
            self.touch()
        self.desk.say("Fortrudt. Familiens dag står, som den stod.", "ok")


def _planned(made: EffortSession) -> int | None:
    if made.at is None or made.to is None:
        return None
    return (made.to.hour - made.at.hour) * 60 + made.to.minute - made.at.minute
