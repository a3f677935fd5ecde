"""The list of agreements on its way to the preview."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from tvaerfaglig.services.agreements import on_paper
from tvaerfaglig.services.agreements.reading import AgreementRow, Whose
from tvaerfaglig.services.printing.pressing import Pressed
from tvaerfaglig.services.session import Session
from tvaerfaglig.ui.preview_request import PreviewRequest


def list_request(whose: Whose, child: str, rows: Sequence[AgreementRow]) -> PreviewRequest:
    """Whose list it is; a child's own stands in her log, one of several in the log of each."""
    return PreviewRequest(
        title="Aftaler",
        document=on_paper.DOCUMENT,
        make=partial(_look_at, whose=whose, child=child),
        child=child,
        purpose="At holde det, vi har aftalt",
        children=() if child else on_paper.children_on(tuple(rows)),
    )


def _look_at(session: Session, *, whose: Whose, child: str) -> Pressed:
    return on_paper.look_at(session, whose, child)
