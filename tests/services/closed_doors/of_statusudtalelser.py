"""Doors to a statusudtalelse: its text, what it rests on, its papers."""

from __future__ import annotations

from tests.services.closed_doors.shelf import TODAY, Act, status_text
from tvaerfaglig.services.statusudtalelser import acts, reading, writing

CLOSED: dict[str, Act] = {
    "statusudtalelser.reading.find": lambda s, x: reading.find(s, x.status),
    "statusudtalelser.reading.open_status": lambda s, x: reading.open_status(s, x.status),
    "statusudtalelser.reading.read_status": lambda s, x: reading.read_status(s, x.status),
    "statusudtalelser.writing.begin": lambda s, x: writing.begin(
        s, "alma", x.library.statusudtalelse
    ),
    "statusudtalelser.writing.writing": lambda s, x: writing.writing(s, x.status),
    "statusudtalelser.writing.save": lambda s, x: writing.save(s, x.status, status_text(s, x)),
    "statusudtalelser.writing.choose": lambda s, x: writing.choose(s, x.status, x.observation),
    "statusudtalelser.writing.leave_out": lambda s, x: writing.leave_out(
        s, x.status, x.observation
    ),
    "statusudtalelser.writing.renew": lambda s, x: writing.renew(s, x.status, x.observation),
    "statusudtalelser.writing.put_back": lambda s, x: writing.put_back(
        s, x.status, status_text(s, x)
    ),
    "statusudtalelser.writing.dismiss": lambda s, x: writing.dismiss(s, x.status, "udvikling/1"),
    "statusudtalelser.writing.undismiss": lambda s, x: writing.undismiss(s, x.status),
    "statusudtalelser.acts.finish": lambda s, x: acts.finish(
        s, x.status, x.library.statusudtalelse
    ),
    "statusudtalelser.acts.send": lambda s, x: acts.send(s, x.status, TODAY),
    "statusudtalelser.acts.correct": lambda s, x: acts.correct(s, x.status),
    "statusudtalelser.acts.preview": lambda s, x: acts.preview(
        s, x.status, x.library.statusudtalelse
    ),
    "statusudtalelser.acts.frozen": lambda s, x: acts.frozen(s, x.status_paper),
    "statusudtalelser.acts.word": lambda s, x: acts.word(s, x.status, x.library.statusudtalelse),
    "statusudtalelser.acts.frozen_word": lambda s, x: acts.frozen_word(s, x.status_paper),
    "statusudtalelser.acts.sections": lambda s, x: acts.sections(
        s, x.status, x.library.statusudtalelse
    ),
    "statusudtalelser.acts.warnings": lambda s, x: acts.warnings(
        s, x.status, x.library.statusudtalelse
    ),
}
