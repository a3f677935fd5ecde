"""Statusudtalelser that the municipality has asked for: written by their day, and then sent."""

from __future__ import annotations

from collections.abc import Iterator

from tvaerfaglig.domain.statusudtalelser.records import StatusStage
from tvaerfaglig.services.statusudtalelser.stages import status_stages
from tvaerfaglig.services.waiting.things import Morning, Waiting


def statuses(morning: Morning) -> Iterator[Waiting]:
    """Those I write; the leader sees all."""
    session = morning.session
    for status, stage in status_stages(session.vault, morning.children):
        record, child = status.record, morning.short(status.record.child)
        mine = session.my_id in {status.written_by, status.changed_by, *record.writers}
        if stage is StatusStage.SENDT or not (mine or session.actor.role.leads):
            continue
        due = record.request.due
        if stage is StatusStage.FAERDIG:
            kind, what, about = "send", f"Send statusudtalelsen om {child}", "Færdig, ikke sendt"
            due = due or session.today
        else:
            kind, what = "statusudtalelse", f"Statusudtalelse om {child}"
            about = f"Kladde til {record.request.authority or 'kommunen'}"
        yield Waiting(kind, what, about, due, "statusudtalelser", status.id, record.child)
