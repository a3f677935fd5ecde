"""Services that are no door to a child: what each is instead."""

from __future__ import annotations

INNER = {
    "steps of other services, given what those have already been allowed to read": {
        "children.guard.standing_guard", "agreements.rules.parents_may_be_asked", "agreements.rules.asks_hidden_parents",
        "agreements.rules.without_hidden",
        "konsultation.rules.ties", "konsultation.rules.may_open", "konsultation.rules.child_of",
        "rounds.rules.sees", "rounds.rules.leads", "rounds.rules.rhythm", "rounds.rules.may_close",
        "rounds.rules.as_seen", "rounds.rules.given", "rounds.rules.given_on", "rounds.rules.opened",
        "rounds.rules.joints", "rounds.planning.newcomers", "rounds.rules.before", "rounds.rules.raters_to_choose",
        "rounds.papers.house_imprint", "rounds.papers.children_on", "rounds.papers.room_list",
        "rounds.papers.overview_paper", "parents.information.signed_by",
        "konsultation.rules.check", "konsultation.rules.keep_anonymous", "konsultation.rules.telling_words",
        "writing.known_people.told_in", "writing.known_people.named_beside",
        "own_kinds.acts.keep_own", "own_kinds.acts.put_away", "own_kinds.acts.bring_back", "own_kinds.acts.look_at_file",
        "own_kinds.acts.take_in", "own_kinds.acts.give_on", "summarising.gathered.gather", "summarising.agreed.threads",
        "letters.keeping.section_of", "letters.acts.draft_paper", "letters.acts.paper_now", "letters.opening.copies_of",
        "letters.opening.steps_of", "letters.beginning.known_since", "letters.beginning.relation", "letters.rows.row_from",
        "printing.paper_facts.imprint", "printing.paper_facts.house_of", "printing.paper_facts.names_to_look_at",
        "printing.paper_facts.streets_to_look_at", "meetings.rules.check_kind", "meetings.shelf.kind_of", "konsultation.rests_on.note_before", "konsultation.rests_on.agreed",
        "konsultation.rests_on.early_talks", "konsultation.rests_on.observations_of",
        "konsultation.rests_on.position_before", "konsultation.rests_on.earlier_agreements", "printing.caution.cautions", "children.remarks.voices", "printing.withheld.of_child",
    },
    "parts of a letter that its page has already let the asker in to": {
        "after_sending.course.contacts_of", "after_sending.course.reminders_of",
        "after_sending.reminder_paper.paper_of", "after_sending.wording.from_log",
        "following.carrying.carried", "following.news.news_of", "proposing.beside.of_letter",
        "statusudtalelser.reading.copies_of", "statusudtalelser.reading.steps_of",
        "versions.course.course_of", "versions.points.of_course", "versions.points.earlier",
    },
    "what is read of children, or of a child, whom the caller was let in to": {
        "after_sending.waits.followed", "indsigt.dossier.watch", "parents.guarded.stop_if_guarded",
        "parents.information.kept_for", "children.guard.hides_parents", "consent.rests.of_child",
        "consent.rests.standing_today", "consent.rests.until", "consent.rests.sharings_on",
        "consent.rests.talks_on", "consent.rests.why_talk_stops", "consent.rests.require_talk", "consent.rests.why_only_right",
        "consent.rests.require_take_back", "consent.places.of_consent", "consent.places.called",
        "consent.places.paused_since", "consent.places.yes_of", "children.guard.hidden_among", "consent.places.require_not_paused", "efforts.told.names_of",
        "preparing.gathering.from_the_log",
    },
    "a row of a list, of what the list's service has read": {"agreements.reading.row_of"},
    "one's own newest version, asked for by services that let the asker in": {
        "recording.just_written", "stepping.put", "stepping.require_last",
    },
    "the newest handing over, asked for by services that let the asker in": {
        "konsultation.rests_on.tovholder_now", "tovholder.holding.current", "tovholder.holding.standing",
    },
    "of visits, given what those have already been allowed to read": {
        "konsultation.listing.rows_of", "visiting.listing.rows_of", "visiting.listing.may_read",
        "visiting.listing.meetings_of", "visiting.contributions.may_give", "visiting.contributions.of_visit",
        "visiting.questions.waiting", "visiting.papers.day_list_paper", "visiting.papers.report_paper",
        "visiting.rules.may_with", "visiting.rules.require", "visiting.rules.attachment", "visiting.rules.visit",
        "visiting.rules.check_visitor", "visiting.rules.keep_nameless",
    },
    "of indsatser, given what those have already been allowed to read": {
        "efforts.shelf.kind_of", "efforts.rules.sees", "efforts.rules.leads",
        "efforts.rules.runs", "efforts.rules.places", "efforts.rules.every_place", "efforts.rules.keep_nameless",
        "efforts.rules.called", "efforts.rules.is_fresh", "efforts.rules.require_begun", "efforts.who_comes.ended", "efforts.who_comes.again", "efforts.rules.keep_to_family", "efforts.rules.require_no_guard", "efforts.sessions.sessions_of",
        "efforts.sheets.form_choices", "efforts.sheets.next_status_of", "efforts.for_child.next_day",
        "efforts.reading.family_days", "efforts.starting.may_start",
        "efforts.papers.facts.imprint", "efforts.papers.facts.house_imprint", "efforts.papers.facts.child_facts",
        "efforts.papers.facts.leaders", "efforts.papers.facts.staff_names", "efforts.papers.facts.contact",
        "efforts.papers.others.for_family", "efforts.papers.others.masked", "efforts.papers.others.others",
        "efforts.papers.presence.said_of", "efforts.papers.presence.share", "efforts.papers.presence.came_words",
        "efforts.papers.courses.phase_lines", "efforts.papers.sheets.next_status", "efforts.papers.team.children_on",
        "efforts.papers.handover.caution",
    },
    "dates and kinds of children that are counted, by ids: made for figures, whose page asks who may see them": {
        "figures.gathering.of_children", "figures.gathering.of_kind",
    },
    "pure work on what was handed over: it touches no vault": {
        "courses.picture.drawn", "figures.showing.pictures.drawn", "figures.year_paper.house_imprint", "indsigt.finishing.make_aside", "printing.pressing.locked",
    },
}  # fmt: skip

OPEN = {
    "lists, search and advice: without whom one may not see, as the tests below say": {
        "children.register.child_rows", "finding.find", "konsultation.planning.to_plan", "observations.page.guarding",
        "printing.caution.guard_advice", "underretninger.letters", "waiting.gathering.overview", "erasing.due.due_list",
        "erasing.due.files_due", "erasing.standing.standing", "lists.tables.take_out",
    },
    "the table that figures are counted from, brought up to the log for who leads a house; nothing of it is told": {
        "figures.catching_up.go_on", "figures.taking_out.note_taken",
    },
    "visits of one's houses: they name no child, and whoever keeps them is tried in tests/services/visiting": {
        "visiting.attachments.closed", "visiting.attachments.save_attachment",
        "visiting.year.propose", "visiting.year.accept",
        "visiting.year.take_back", "visiting.listing.visits", "visiting.acts.plan_one", "visiting.acts.move",
        "visiting.acts.change", "visiting.acts.cancel", "visiting.acts.hold", "visiting.acts.suggest",
        "visiting.acts.put_back", "visiting.questions.ask", "visiting.questions.withdraw",
        "visiting.questions.ask_again", "visiting.questions.take_up", "visiting.questions.leave", "visiting.calendar_file.take_out",
        "visiting.calendar_file.note_taken", "waiting.visits.coming", "visiting.planning.for_visit",
        "visiting.contributions.about_whom", "visiting.open_days.asked_about",
    },
    "the day of a visit: without whom one may not see, as the tests below say": {
        "visiting.day_list.day_list", "visiting.papers.look_at_day_list", "visiting.papers.look_at_report",
    },
    "lines in what one wrote oneself, of children one may see": {"agreements.offered.offers"},
    "one's own drafts: private to their writer, whatever key they are kept under": {
        "drafts.keep", "drafts.drop", "drafts.mine", "drafts.one", "konsultation.sitting.keep",
        "konsultation.sitting.kept", "konsultation.sitting.forget", "konsultation.sitting.keep_plan",
        "konsultation.sitting.kept_plan", "rounds.rating.keep", "rounds.rating.forget",
        "rounds.together.keep", "rounds.together.forget", "rounds.rules.mine", "konsultation.sitting.forget_plan", "letters.keeping.keep_section",
        "konsultation.sitting.apart_of",
        "letters.keeping.keep_head", "staff_case.cases.keep_draft", "staff_case.cases.draft", "staff_case.cases.what_is_lost",
        "after_sending.reminders.keep", "statusudtalelser.writing.keep", "indsigt.review.keep",
        "indsigt.review.kept", "indsigt.review.drop",
    },
    "a form to write on by hand: nothing of the vault but the house's name": {
        "meeting_papers.looking.look_at_empty", "meeting_papers.lying.empty",
    },
    "one's own word list and password": {
        "writing.spelling.add_word", "writing.spelling.take_word_out", "staffing.change_my_password",
        "administration.first_password",
    },
    "the way in for whoever needs it at once: said to the leader, and noted": {
        "emergencies.open_in_need", "emergencies.whom",
    },
    "staff, house and settings: no child is in them": {
        "administration.save_local_numbers", "staffing.add_person", "staffing.change_person",
        "staffing.remove_person", "staffing.reset_password", "staffing.save_house",
        "staffing.save_settings", "consent.house.validity", "consent.house.set_validity", "printing.pressing.recovery_sheet", "it_sheet.sheet.sheet",
        "it_sheet.sheet.sheet_paper",
    },
    "remarks of a record that the asker has open": {"children.remarks.of_record"},
    "the vault as a whole and its copies: encrypted, and for the leader where something goes": {
        "vault.caring.check", "vault.caring.copy", "vault.caring.note_copy", "vault.caring.try_code", "lock.head.compare_head", "lock.head.note_in_keyring",
        "vault.keeping.backup", "copying.after_removal.still_open", "copying.bringing_back.try_out",
        "copying.bringing_back.remove_trial", "copying.daily.run", "copying.daily.note",
        "copying.second_place.caution", "copying.second_place.prepare", "copying.second_place.choose",
        "copying.shelves.shelves", "copying.shelves.look_through", "copying.shelves.throw_out",
        "copying.shelves.note_gone", "erasing.copies.renew", "erasing.copies.note", "erasing.proof.prove",
    },
    "periods and receipts: how long, how much was erased and why; they name no child": {
        "erasing.periods.periods", "erasing.periods.choose_period", "erasing.periods.chosen_before",
        "erasing.receipts.decision", "erasing.receipts.receipt", "erasing.receipts.receipt_paper",
    },
    "the letter's template: the municipality's words, nobody's letter": {
        "packs.changing.compare", "packs.changing.look_at_file", "packs.changing.take_in",
        "packs.changing.choose", "packs.changing.make_own", "packs.changing.put_right",
        "packs.changing.put_away", "packs.changing.bring_back", "packs.changing.give_on",
        "packs.shelf.pack_of", "packs.shelf.on_shelf",
    },
    "kinds of meeting: the house's own forms, nobody's note": {
        "meetings.changing.keep_own", "meetings.changing.put_away", "meetings.changing.bring_back",
        "meetings.changing.look_at_file", "meetings.changing.take_in", "meetings.changing.give_on",
    },
    "kinds of indsats, and an effort's own facts and days, hours and volunteers: they name no child; who may is tried in tests/services/efforts": {
        "efforts.changing.keep_own", "efforts.changing.put_away", "efforts.changing.bring_back",
        "efforts.changing.look_at_file", "efforts.changing.take_in", "efforts.changing.give_on",
        "efforts.beginning.to_start", "efforts.starting.choices", "efforts.starting.save", "efforts.starting.put_back",
        "efforts.sessions.propose", "efforts.sessions.accept", "efforts.sessions.take_back",
        "efforts.hours.hours", "efforts.hours.save", "efforts.hours.take_away",
        "efforts.volunteers.volunteers", "efforts.volunteers.save", "efforts.volunteers.end",
        "efforts.volunteers.places", "efforts.volunteers.stop", "efforts.volunteers.go_on", "efforts.volunteers.put_back",
        "efforts.volunteers.take_up", "efforts.volunteers.of_volunteer", "efforts.volunteers.give_feedback",
    },
    "a list the leader brings: its file is read, nothing of the vault but the house's name": {
        "lists.opening.leads", "lists.opening.read_file", "lists.opening.open_children",
        "lists.attendance.open_attendance",
    },
}  # fmt: skip

DEEDS = {
    # acts about the vault and oneself; every other service that is asked nothing is asked below
    "copying.after_removal.decide", "copying.second_place.leave", "copying.second_place.put_off",
    "lock.entering.close", "lock.head.head_in_keyring", "lock.entering.make_room", "erasing.proof.write_anew",
    "lock.quick_notes.collect", "staffing.finish_removals", "staffing.new_recovery_code",
}  # fmt: skip


def all_of(table: dict[str, set[str]]) -> set[str]:
    return {name for names in table.values() for name in names}
