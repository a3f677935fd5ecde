"""The recovery sheet on its way to the printer: shown once, never saved."""

from __future__ import annotations

from functools import partial

from tvaerfaglig.services.printing import pressing
from tvaerfaglig.services.vault.caring import SHEET
from tvaerfaglig.ui.preview_request import PreviewRequest


def recovery_preview(code: str) -> PreviewRequest:
    """What the preview shows: it can be printed, and nothing else."""
    return PreviewRequest(
        title="Gendannelsesark",
        document=SHEET,
        make=partial(pressing.recovery_sheet, code=code),
        purpose="Til kuverten i det aflåste skab",
        purpose_stands=True,
        warnings=("Hent arket ved printeren med det samme. Koden åbner hele boksen.",),
        savable=False,
    )
