"""A meeting's papers as the preview is asked for them: from the note, its preparation, and Udskrifter."""

from __future__ import annotations

from functools import partial

from tvaerfaglig.domain import danish
from tvaerfaglig.services.konsultation.page import KonsultationPage
from tvaerfaglig.services.meeting_papers import looking
from tvaerfaglig.services.meeting_papers.which import MeetingPaper
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer import wording
from tvaerfaglig.ui.preview_request import PreviewRequest


def request_of(desk: Desk, which: MeetingPaper, page: KonsultationPage) -> PreviewRequest:
    """One of a meeting's papers, to be looked at."""
    return PreviewRequest(
        title=f"{which.heading} · {danish.capital(wording.called(page))}",
        document=which.value,
        make=partial(
            looking.look_at,
            which=which,
            konsultation_id=page.id,
            library=desk.library,
        ),
        child=page.note.child,
        record=page.id,
        purpose=which.purpose,
    )
