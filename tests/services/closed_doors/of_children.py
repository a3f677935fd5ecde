"""Doors to a child: her page, what is written about her, who may see her, and what is printed."""

from __future__ import annotations

from datetime import time

from tests.services.closed_doors.shelf import COMING, TODAY, Act, child_card
from tvaerfaglig.domain.contact import FamilyEvent
from tvaerfaglig.domain.protection import Against, Basis
from tvaerfaglig.services import access_log, emergencies, recording
from tvaerfaglig.services.children import (
    attachments,
    card,
    one_child,
    protecting,
    remarks,
    timeline,
)
from tvaerfaglig.services.children import facts as child_facts
from tvaerfaglig.services.courses import closing
from tvaerfaglig.services.letters import phoning
from tvaerfaglig.services.observations import page as observation_page
from tvaerfaglig.services.observations import reading as observations
from tvaerfaglig.services.printing import noting, pressing, printable
from tvaerfaglig.services.summarising import paper as summary
from tvaerfaglig.services.waiting import snoozing

WANTED = summary.Wanted("Overblik", TODAY.replace(month=1, day=1), TODAY)

CLOSED: dict[str, Act] = {
    "access_log.of_child": lambda s, _: access_log.of_child(s, "alma"),
    "children.attachments.documents": lambda s, _: attachments.documents(s, "alma"),
    "children.attachments.put": lambda s, x: attachments.put(s, "alma", x.file),
    "children.attachments.content": lambda s, x: attachments.content(s, x.attachment),
    "children.attachments.take_back": lambda s, x: attachments.take_back(s, x.attachment),
    "children.facts.facts": lambda s, _: child_facts.facts(s, "alma"),
    "children.one_child.child_page": lambda s, _: one_child.child_page(s, "alma"),
    "children.card.save_child": lambda s, _: card.save_child(s, child_card(s), "alma"),
    "children.card.reveal_cpr": lambda s, _: card.reveal_cpr(s, "alma"),
    "children.card.child_versions": lambda s, _: card.child_versions(s, "alma"),
    "observations.page.arrive": lambda s, _: observation_page.arrive(s, "alma"),
    "observations.page.read": lambda s, x: observation_page.read(s, x.observation),
    "observations.page.save": lambda s, x: observation_page.save(
        s, x.observed(), observation_page.new_key("1")
    ),
    "observations.page.take_back": lambda s, x: observation_page.take_back(
        s, x.observation, "k", "{}"
    ),
    "courses.closing.close": lambda s, x: closing.close(
        s, x.concern, reason="bedre", because="x", achieved="x", on=TODAY
    ),
    "courses.closing.take_up": lambda s, x: closing.take_up(
        s, x.concern, because="x", next_on=COMING
    ),
    "waiting.snoozing.snooze": lambda s, _: snoozing.snooze(
        s, "alma", "stille", what="x", until=COMING, because="x"
    ),
    "waiting.snoozing.wake": lambda s, x: snoozing.wake(s, x.snooze),
    "emergencies.of_child": lambda s, _: emergencies.of_child(s, "alma"),
    "emergencies.standing": lambda s, _: emergencies.standing(s, "alma"),
    "emergencies.mark_seen": lambda s, x: emergencies.mark_seen(s, x.emergency),
    "observations.reading.open_observation": lambda s, x: observations.open_observation(
        s, x.observation
    ),
    "observations.reading.seen_before": lambda s, _: observations.seen_before(s, "alma"),
    "letters.phoning.phoned": lambda s, _: phoning.phoned(
        s, "alma", at=time(9), spoke_with="Vagten"
    ),
    "printing.printable.summary_start": lambda s, _: printable.summary_start(s, "alma"),
    "printing.pressing.konsultationsnotat": lambda s, x: pressing.konsultationsnotat(
        s, x.konsultation
    ),
    "printing.pressing.sagsresume": lambda s, _: pressing.sagsresume(s, "alma", WANTED),
    "printing.pressing.look_at_konsultationsnotat": lambda s, x: (
        pressing.look_at_konsultationsnotat(s, x.konsultation, "alma")
    ),
    "printing.pressing.look_at_sagsresume": lambda s, _: pressing.look_at_sagsresume(
        s, "alma", WANTED
    ),
    "printing.pressing.look_at_underretning": lambda s, x: pressing.look_at_underretning(
        s, x.letter, "alma", x.library
    ),
    "printing.noting.note_printed": lambda s, x: noting.note_printed(
        s, document="underretning", how="har gemt", child="alma", record=x.letter
    ),
    "children.protecting.share_child": lambda s, _: protecting.share_child(
        s, "alma", s.my_id, Basis.SAMTYKKE
    ),
    "children.protecting.withdraw_sharing": lambda s, x: protecting.withdraw_sharing(s, x.sharing),
    "children.protecting.set_guard": lambda s, _: protecting.set_guard(
        s, "alma", Against.FORAELDER
    ),
    "children.protecting.lift_guard": lambda s, _: protecting.lift_guard(s, "alma", "Fordi."),
    "recording.save": lambda s, _: recording.save(
        s, FamilyEvent(child="alma", day=TODAY, text="x")
    ),
    "recording.correct_observation": lambda s, x: recording.correct_observation(
        s, x.observed(), x.observation, replaces=(), reason="x"
    ),
    "recording.move_to_right_child": lambda s, x: recording.move_to_right_child(
        s, x.observation, "alma", "villads"
    ),
    "recording.take_back": lambda s, x: recording.take_back(s, x.observation),
    "children.remarks.targets": lambda s, _: remarks.targets(s, "alma"),
    "summarising.paper.paper": lambda s, _: summary.paper(s, "alma", WANTED),
    "children.timeline.timeline": lambda s, _: timeline.timeline(s, "alma"),
    "children.timeline.history": lambda s, x: timeline.history(s, x.observation),
}
