"""A new konsultation: which kind, with whom and what is asked; keeps what is written until it is planned."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLayout, QWidget

from tvaerfaglig.domain.anonymity import without
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationKind, Participant
from tvaerfaglig.domain.meetings.kind import KONSULTATION
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.konsultation import planning as konsultation_planning
from tvaerfaglig.services.konsultation import sitting as konsultation_sitting
from tvaerfaglig.services.konsultation.planning import Grounds as Offered
from tvaerfaglig.services.konsultation.planning import Planning
from tvaerfaglig.services.konsultation.rules import NamesSomeone
from tvaerfaglig.services.meetings.shelf import Choices
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.visiting.planning import for_visit
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer.authority import RULES
from tvaerfaglig.ui.konsultationer.people import Table
from tvaerfaglig.ui.konsultationer.plan_about import About, kinds_of
from tvaerfaglig.ui.konsultationer.plan_when import When
from tvaerfaglig.ui.konsultationer.which_meeting import WhichMeeting
from tvaerfaglig.ui.konsultationer.width import at_most
from tvaerfaglig.ui.visiting import way
from tvaerfaglig.ui.widgets import (
    Fold,
    Page,
    Prose,
    SavedLabel,
    button,
    card,
    col,
    field,
    page_foot,
    page_head,
    row,
    scroller,
    see_opened,
)

QUIET_MS = 500
WIDEST_EM = 84
VISIT = "besoeg:"
PRIVATE = "ingen andre ser det, før du gemmer"


class PlanPage(Page):
    """Keeps what is written as a private draft. `planned` sends the new id, `left` goes back."""

    planned = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.saved_label = SavedLabel()
        self.save_button = button("Planlæg mødet", "primary")
        head = page_head("Nyt møde", "Anonymt, til I har et grundlag for et navn.")
        head.offer_back("Tilbage til konsultationerne")
        super().__init__(head, None, page_foot(self.saved_label, self.save_button))
        head.back_pressed.connect(self.left)
        self.save_button.clicked.connect(self.save)
        self._planning: Planning | None = None
        self._note = Konsultation(day=desk.clock.now().date())
        self._about = ""
        self._touched = False
        self._at: QWidget | None = None
        self._meetings: Choices | None = None
        self._family: tuple[tuple[str, str], ...] = ()
        self._refused: tuple[str, ...] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(QUIET_MS)
        self._pause.timeout.connect(self.keep)
        self.message.pressed.connect(self._on_message_pressed)

    # what the place asks

    def open_plan(self, child: str = "") -> None:
        """A fresh page, about this child when one is given; what was begun before is taken up.

        "besoeg:ID" instead begins one of that visit.
        """
        self._about, self._planning, self._touched, self._refused = child, None, False, ()
        self._meetings, self._family = None, ()
        self.untell()
        self.saved_label.say("")
        about = "" if child.startswith(VISIT) else child
        asked = self.desk.ask(konsultation_planning.to_plan, about, kept_as=child)
        asked.then(self._on_planning, self)

    def leave(self) -> None:
        for each in self.findChildren(Prose):
            each.flush()
        self.keep()

    def start(self) -> None:
        if self._planning is not None:
            self.meeting.first_box().setFocus(Qt.FocusReason.OtherFocusReason)

    def on_fold(self, fold: Fold) -> None:
        del fold
        if self._planning is not None:
            self._lay_out()

    # the note as it stands

    def note(self) -> Konsultation:
        return self._note

    def _change(self, **facts: object) -> None:
        after = replace(self._note, **facts)  # type: ignore[arg-type]
        if after != self._note:
            self._note = after
            self._touched = True
            self._pause.start()
            self._say_act()

    @Slot()
    def keep(self) -> None:
        """Keep the draft now."""
        self._pause.stop()
        if self._touched:
            asked = self.desk.ask(konsultation_sitting.keep_plan, self._note, self._about)
            asked.then(self._on_kept, self)

    def _on_kept(self, clock: str) -> None:
        if self._touched:
            self.saved_label.saved_at(clock, PRIVATE)

    def _on_planning(self, planning: Planning) -> None:
        self._planning = planning
        self._note = self._fresh(planning)
        if planning.kept is not None:
            self._note = planning.kept
            self._touched = True
            self.tell("Du var i gang. Det, du skrev, står her.", link="Begynd forfra")
        elif self._about.startswith(VISIT):
            visit = self._about.removeprefix(VISIT)
            self.desk.ask(for_visit, visit).then(self._begin_with, self)
            return
        self._begin_with(self._note)

    def _begin_with(self, note: Konsultation) -> None:
        self._note = note
        self._lay_out()
        if self.isVisible():
            self.start()

    def _fresh(self, planning: Planning) -> Konsultation:
        me = next(one for one in planning.colleagues if one.id == planning.me)
        here = Participant(name=me.name, role=me.role.word, staff=me.id, writes=True)
        child = "" if self._about.startswith(VISIT) else self._about
        kind = KonsultationKind.NAVNGIVET if child else KonsultationKind.ANONYM
        return Konsultation(
            day=planning.today, participants=(here,), kind=kind, child=child, raised_by=me.id
        )

    # laying it out

    def _lay_out(self) -> None:
        meeting = self._which()
        what, asks, when, who = self._what(), self._asks(), self._days(), self._who()
        if self.fold >= Fold.LIST:
            inner: QLayout = col(meeting, what, asks, when, who, ..., gap="apart", margins=(24, 16))
        else:
            left, right = col(what, asks, ..., gap="apart"), col(when, who, ..., gap="apart")
            below = row((left, 6), (right, 5), gap="apart")
            inner = col(meeting, below, gap="apart", margins=(24, 16))
        self.set_body(scroller(col(at_most(WIDEST_EM, inner), ..., gap=0)))
        self.about.show_for(self._note)
        self._say_act()

    def _which(self) -> QWidget:
        """The kind of meeting; what it may be about follows from it."""
        assert self._planning is not None
        choices = self._meetings or self._planning.meetings
        self.meeting = WhichMeeting(choices, self._note.form, narrow=self.fold >= Fold.LIST)
        self.meeting.changed.connect(self._on_meeting)
        if self._note.form and self.meeting.chosen() != self._note.form:
            self._note = replace(self._note, form=_kept(self.meeting.chosen()))
        return self.meeting

    def _what(self) -> QWidget:
        assert self._planning is not None
        meeting, allowed = self.meeting.kind, kinds_of(self.meeting.kind)
        if self._note.kind not in allowed:
            self._note = replace(self._note, kind=allowed[0])
        form = self.desk.library.konsultation
        self.about = About(self._note, self._planning, form, meeting)
        self.about.changed.connect(self._on_about)
        self.about.child_chosen.connect(self._ask_grounds)
        self.about.rules_asked.connect(partial(self.desk.go, *RULES))
        return self.about

    def _asks(self) -> QWidget:
        part = self.desk.library.konsultation.part("spoergsmaal")
        self.question = Prose(self._note.question, lines=2)
        self.question.textEdited.connect(self._on_question)
        self.why = Prose(self._note.why_now, lines=2)
        self.why.textEdited.connect(self._on_why)
        help_words = part.guidance if part else ""
        later = button("Lad det vente til næste besøg", "link")
        later.clicked.connect(self._on_later)
        return card(
            "Spørgsmålet",
            field("Hvad vil I have hjælp til?", self.question, help_words),
            field("Hvorfor nu?", self.why, optional=True),
            row(later, ...),
        )

    @Slot()
    def _on_later(self) -> None:
        """The question alone, without a name, for whoever comes next; what stands here is kept."""
        self.leave()
        child = "" if self._about.startswith(VISIT) else self._about
        self.desk.go("konsultationer", way("spoerg", child))

    def _days(self) -> QWidget:
        self.when = When(self._note, self._today)
        self.when.changed.connect(self._on_facts)
        return self.when

    def _who(self) -> QWidget:
        assert self._planning is not None
        self.table = Table(
            self._note.participants,
            self._planning.colleagues,
            self.meeting.kind,
            self._family if self._note.child else (),
        )
        self.table.changed.connect(self._on_people)
        return card("Ved bordet", self.table)

    def _today(self) -> date:
        return self.desk.clock.now().date()

    def _say_act(self) -> None:
        now = self._note.day <= self._today()
        self.save_button.say("Begynd notatet" if now else "Planlæg mødet")

    # choosing and writing

    @Slot(str)
    def _on_meeting(self, ref: str) -> None:
        self._change(form=_kept(ref))
        kind = self.meeting.kind
        if kind is not None and self._note.at and not self._note.until:
            self._change(until=_after(self._note.at, kind.minutes))
        self._lay_out()
        self.meeting.first_box().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_about(self, facts: dict[str, object]) -> None:
        self._change(**facts)
        if {"kind", "child"} & facts.keys():
            self.about.show_for(self._note)

    @Slot(object)
    def _on_facts(self, facts: dict[str, object]) -> None:
        self._change(**facts)

    @Slot(str)
    def _ask_grounds(self, child: str) -> None:
        self.desk.ask(konsultation_planning.grounds, child).then(self._on_offered, self)

    def _on_offered(self, offered: Offered) -> None:
        """What it can rest on, and which meetings may be held about this child."""
        if offered.child.id == self._note.child and self._planning is not None:
            parents = offered.child.record.parents
            self._family = tuple((one.name, one.relation) for one in parents)
            self.table.know_family(self._family if not offered.hides_parents else ())
            if (self._meetings or self._planning.meetings) != offered.meetings:
                self._meetings = offered.meetings
                self._lay_out()
                return
            self.about.offer(offered, self._note)

    @Slot(str)
    def _on_question(self, words: str) -> None:
        self._change(question=words)

    @Slot(str)
    def _on_why(self, words: str) -> None:
        self._change(why_now=words)

    @Slot(tuple)
    def _on_people(self, here: tuple[Participant, ...]) -> None:
        self._change(participants=tuple(here))
        self.about.show_counts(self._note)

    # saving

    @Slot()
    def save(self) -> None:
        """Ask where something cannot be left out; else hand it to the vault."""
        if self._planning is None:
            return
        for each in self.findChildren(Prose):
            each.flush()
        if not self._is_answered():
            return
        self._at = self.window().focusWidget()
        self.save_button.setEnabled(False)
        key = konsultation_sitting.kept_under(self._note, self._about)
        asked = self.desk.ask(konsultationer.plan, self._clean(), draft=key)
        asked.then(self._on_saved, self, failed=self._on_refused)

    def _is_answered(self) -> bool:
        missing = self.when.missing() or self.about.missing(self._note)
        if missing is None:
            return True
        missing.field.ask(missing.question)
        missing.box.setFocus(Qt.FocusReason.OtherFocusReason)
        see_opened(missing.field)
        return False

    def _clean(self) -> Konsultation:
        """Only what this kind has: a child chosen before the talk became anonymous is not kept."""
        note = self._note
        if note.kind is KonsultationKind.NAVNGIVET:
            named = replace(note, age_band="", title="")
            if self.meeting.kind is None or self.meeting.kind.needs_basis:
                return named
            return replace(named, basis="", basis_text="", samtykke="")
        bare = replace(note, child="", basis="", basis_text="", samtykke="")
        anonymous = note.kind is KonsultationKind.ANONYM
        return replace(bare, title="") if anonymous else replace(bare, age_band="")

    def _on_saved(self, saved: Saved) -> None:
        self._touched = False
        self.save_button.setEnabled(True)
        self.untell()
        self.desk.announce(saved.changes, self)
        self.planned.emit(saved.id)

    def _on_refused(self, error: BaseException) -> None:
        self.save_button.setEnabled(True)
        if self._at is not None:
            self._at.setFocus(Qt.FocusReason.OtherFocusReason)
        self.keep()
        if isinstance(error, NamesSomeone):
            self._refused = error.words
            anonymous = self._note.kind is KonsultationKind.ANONYM
            self.tell(str(error), "info", link="Skriv »barnet«" if anonymous else "")
        else:
            self.desk.explain(error)

    @Slot()
    def _on_message_pressed(self) -> None:
        """Write »barnet« instead of the name, or begin again without the draft."""
        self.untell()
        if self._refused:
            words, self._refused = self._refused, ()
            note = self._note
            self._change(
                question=without(note.question, words), why_now=without(note.why_now, words),
                age_band=without(note.age_band, words), place=without(note.place, words),
            )  # fmt: skip
            self._lay_out()
            self.save()
            return
        self._touched = False
        self.desk.ask(konsultation_sitting.forget_plan, self._about).then(self._on_forgotten, self)

    def _on_forgotten(self, _answer: object) -> None:
        self.open_plan(self._about)


def _kept(ref: str) -> str:
    """What the note keeps of its kind: nothing for a konsultation, as before there were others."""
    return "" if ref == KONSULTATION else ref


def _after(at: time, minutes: int) -> time | None:
    """So many minutes later, where that is the same day."""
    day = date.min
    later = datetime.combine(day, at) + timedelta(minutes=minutes)
    return later.time() if later.date() == day else None
