"""Underretninger and statusudtalelser on the timeline, from the first draft until they are sent."""

from __future__ import annotations

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.statusudtalelser.records import (
    StatusFinished,
    StatusStage,
    StatusStep,
    Statusudtalelse,
)
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import Finished, Stage, Step, Underretning
from tvaerfaglig.ui.children.timeline.telling import Telling
from tvaerfaglig.ui.children.told import Told, dotted

STAGES = {
    Stage.KLADDE: "Kladde",
    Stage.FAERDIG: "Færdig",
    Stage.AFSENDT: "Sendt til kommunen",
    Stage.KVITTERET: "Kvittering modtaget",
    Stage.ORIENTERET: "Kommunen har givet besked",
    Stage.LUKKET: "Lukket",
    Stage.HENLAGT: "Lagt væk",
}


def letter(telling: Telling, stored: Stored[Underretning]) -> Told:
    writers = stored.record.writers or (stored.written_by,)
    by = danish.join_and([telling.names.first(one) for one in writers])
    return Told("underretning", "Underretning", "Kladde begyndt", source=f"Skrives af {by}")


def finished(telling: Telling, stored: Stored[Finished]) -> Told:
    by = telling.names.first(stored.record.by or stored.written_by)
    return Told("underretning", "Underretning", "Gjort færdig", source=f"Afsluttet af {by}")


def step(telling: Telling, stored: Stored[Step]) -> Told:
    step = stored.record
    icon = {Stage.AFSENDT: "send", Stage.KVITTERET: "kvittering"}.get(step.stage, "underretning")
    by = telling.names.first(step.by or stored.written_by)
    return Told(
        icon, "Underretning", STAGES[step.stage], step.note,
        source=dotted(step.channel, step.receiver, step.spoke_with, f"noteret af {by}"),
    )  # fmt: skip


def status(telling: Telling, stored: Stored[Statusudtalelse]) -> Told:
    record = stored.record
    by = danish.join_and([telling.names.first(one) for one in record.writers])
    asked = f"Bedt om af {record.request.authority}" if record.request.authority else ""
    return Told(
        "statusudtalelse",
        "Statusudtalelse",
        "Kladde begyndt",
        source=dotted(asked, f"skrives af {by}"),
    )


def status_finished(telling: Telling, stored: Stored[StatusFinished]) -> Told:
    by = telling.names.first(stored.record.by or stored.written_by)
    return Told("statusudtalelse", "Statusudtalelse", "Gjort færdig", source=f"Afsluttet af {by}")


def status_step(telling: Telling, stored: Stored[StatusStep]) -> Told:
    step = stored.record
    sent = step.stage is StatusStage.SENDT
    by = telling.names.first(step.by or stored.written_by)
    return Told(
        "send" if sent else "statusudtalelse", "Statusudtalelse",
        "Sendt til kommunen" if sent else "Rettelse begyndt", step.note if sent else "",
        source=dotted(step.channel, step.receiver, f"noteret af {by}"),
    )  # fmt: skip
