"""Doors to an underretning: its text, its papers, its versions, what is proposed, and what comes after."""

from __future__ import annotations

from datetime import date

from tests.services.closed_doors.shelf import COMING, TODAY, Act, letter_head, stored
from tvaerfaglig.domain.follow_up import Contacted
from tvaerfaglig.domain.interview.told import Told
from tvaerfaglig.domain.underretning import Stage, Step
from tvaerfaglig.services import underretninger, versions
from tvaerfaglig.services.after_sending import (
    calls,
    course,
    decisions,
    journal,
    reminders,
    steps,
)
from tvaerfaglig.services.after_sending.wording import Wording
from tvaerfaglig.services.following import carrying
from tvaerfaglig.services.letters import glasses as letter_glasses
from tvaerfaglig.services.letters import interviewing
from tvaerfaglig.services.letters import keeping as letters
from tvaerfaglig.services.letters import rows as letter_rows
from tvaerfaglig.services.proposing import acts as proposals

CLOSED: dict[str, Act] = {
    "letters.keeping.writing": lambda s, x: letters.writing(s, x.letter),
    "letters.keeping.save_head": lambda s, x: underretninger.save_head(
        s, x.letter, letter_head(s, x.letter)
    ),
    "letters.keeping.save_section": lambda s, x: underretninger.save_section(
        s, x.letter, "resume", "Mit."
    ),
    "letters.keeping.save_sitting": lambda s, x: underretninger.save_sitting(
        s, x.letter, {"resume": "Mit."}, {}
    ),
    "letters.keeping.answer_overgreb": lambda s, x: underretninger.answer_overgreb(
        s, x.letter, "nej"
    ),
    "letters.keeping.dismiss": lambda s, x: underretninger.dismiss(s, x.letter, "resume/1"),
    "letters.keeping.undismiss": lambda s, x: underretninger.undismiss(s, x.letter),
    "letters.acts.finish": lambda s, x: underretninger.finish(s, x.letter, x.library),
    "letters.acts.frozen_pdf": lambda s, x: underretninger.frozen_pdf(s, x.finished),
    "letters.acts.preview_pdf": lambda s, x: underretninger.preview_pdf(s, x.letter, x.library),
    "letters.acts.plain_sections": lambda s, x: underretninger.plain_sections(
        s, x.letter, x.library
    ),
    "letters.acts.register_step": lambda s, x: underretninger.register_step(
        s, x.letter, Stage.AFSENDT
    ),
    "letters.acts.lay_aside": lambda s, x: underretninger.lay_aside(
        s, x.letter, "Nej.", date(2026, 12, 1)
    ),
    "letters.acts.take_up": lambda s, x: underretninger.take_up(s, x.letter),
    "letters.acts.new_version": lambda s, x: underretninger.new_version(s, x.letter),
    "letters.acts.comment": lambda s, x: underretninger.comment(s, x.letter, "Nej."),
    "letters.acts.cosign": lambda s, x: underretninger.cosign(s, x.letter),
    "letters.acts.resolve_comment": lambda s, x: underretninger.resolve_comment(s, x.comment),
    "letters.acts.note_printed": lambda s, x: underretninger.note_printed(s, x.letter, "udskrevet"),
    "letters.beginning.begin": lambda s, _: underretninger.begin(s, "alma"),
    "letters.opening.find": lambda s, x: underretninger.read_letter(s, x.letter),
    "letters.opening.open_letter": lambda s, x: underretninger.open_letter(s, x.letter),
    "letters.opening.read_letter": lambda s, x: underretninger.read_letter(s, x.letter),
    "letters.reading.read_through": lambda s, x: underretninger.read_through(
        s, x.letter, x.library
    ),
    "letters.rows.insert_observation": lambda s, x: underretninger.insert_observation(
        s, x.letter, x.observation
    ),
    "letters.rows.remove_row": lambda s, x: underretninger.remove_row(s, x.letter, x.observation),
    "letters.rows.refresh_row": lambda s, x: underretninger.refresh_row(s, x.letter, x.observation),
    "letters.rows.put_back": lambda s, x: letter_rows.put_back(s, x.letter, ()),
    "letters.acts.frozen_word": lambda s, x: underretninger.frozen_word(s, x.finished),
    "letters.acts.word": lambda s, x: underretninger.word(s, x.letter, x.library),
    "letters.glasses.laid_out": lambda s, x: letter_glasses.laid_out(s, x.letter, x.library),
    "letters.interviewing.how_far": lambda s, x: interviewing.how_far(s, x.letter),
    "letters.interviewing.keep": lambda s, x: interviewing.keep(
        s, x.letter, Told(underretning=x.letter, child="alma")
    ),
    "proposing.acts.propose": lambda s, x: proposals.propose(s, x.letter, "resume", "far", "mor"),
    "proposing.acts.accept": lambda s, x: proposals.accept(s, x.proposal, {}),
    "proposing.acts.undo": lambda s, x: proposals.undo(s, x.taken, {}),
    "proposing.acts.reject": lambda s, x: proposals.reject(s, x.proposal, "Nej."),
    "proposing.acts.reply": lambda s, x: proposals.reply(s, x.proposal, "Hvorfor?"),
    "proposing.acts.withdraw": lambda s, x: proposals.withdraw(s, x.proposal),
    "versions.compared.compare": lambda s, x: versions.compare(
        s, x.letter, x.sitting, x.sitting, x.library
    ),
    "versions.points.points": lambda s, x: versions.points(s, x.letter),
    "versions.reasons.say_why": lambda s, x: versions.say_why(s, x.letter, x.sitting, "Mit."),
    "following.carrying.keep_as_is": lambda s, x: carrying.keep_as_is(s, x.letter, "resume"),
    "following.carrying.let_go": lambda s, x: carrying.let_go(s, x.letter),
    "after_sending.calls.note": lambda s, x: calls.note(s, x.called()),
    "after_sending.calls.correct": lambda s, x: calls.correct(s, x.contact, x.called()),
    "after_sending.calls.set_day": lambda s, x: calls.set_day(s, x.sent, COMING, "Mit."),
    "after_sending.calls.seen_to": lambda s, x: calls.seen_to(s, x.sent, "Mit."),
    "after_sending.course.after": lambda s, x: course.after(s, x.sent, x.library.ladder),
    "after_sending.course.what_happened": lambda s, x: course.what_happened(
        s, x.sent, x.library.ladder
    ),
    "after_sending.course.may_correct": lambda s, x: course.may_correct(
        s, stored(s, Contacted, x.contact)
    ),
    "after_sending.steps.may_correct": lambda s, x: steps.may_correct(s, stored(s, Step, x.step)),
    "after_sending.steps.correct": lambda s, x: steps.correct(s, x.step, TODAY),
    "after_sending.decisions.returned": lambda s, x: decisions.returned(s, x.decision),
    "after_sending.decisions.look_again": lambda s, x: decisions.look_again(s, x.decision, "Mit."),
    "after_sending.decisions.move": lambda s, x: decisions.move(s, x.decision, COMING, "Mit."),
    "after_sending.decisions.notify": lambda s, x: decisions.notify(s, x.decision),
    "after_sending.decisions.move_aside": lambda s, x: decisions.move_aside(
        s, x.letter, COMING, "Mit."
    ),
    "after_sending.journal.copy": lambda s, x: journal.copy(s, x.sent_paper),
    "after_sending.journal.note_copied": lambda s, x: journal.note_copied(s, x.reminder),
    "after_sending.journal.mark": lambda s, x: journal.mark(s, x.sent_paper, TODAY),
    "after_sending.journal.take_back": lambda s, x: journal.take_back(s, x.sent_paper),
    "after_sending.reminders.begin": lambda s, x: reminders.begin(s, x.sent, x.rung, x.library),
    "after_sending.reminders.look_at": lambda s, x: reminders.look_at(
        s, x.sent, x.rung, Wording(), x.library
    ),
    "after_sending.reminders.draft_word": lambda s, x: reminders.draft_word(
        s, x.sent, x.rung, Wording(), x.library
    ),
    "after_sending.reminders.finish": lambda s, x: reminders.finish(
        s, x.sent, x.rung, Wording(), x.library
    ),
    "after_sending.reminders.look_at_frozen": lambda s, x: reminders.look_at_frozen(s, x.reminder),
    "after_sending.reminders.word": lambda s, x: reminders.word(s, x.reminder),
    "after_sending.reminders.register_sent": lambda s, x: reminders.register_sent(s, x.reminder),
}
