"""The facts in the head of a note: anonymous or on which basis, guarded, cancelled."""

from __future__ import annotations

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationKind, KonsultationState
from tvaerfaglig.domain.meetings.kind import KONSULTATION
from tvaerfaglig.domain.protection import Basis
from tvaerfaglig.services.konsultation.page import KonsultationPage
from tvaerfaglig.ui.konsultationer.wording import basis_chip, note_type
from tvaerfaglig.ui.widgets import Chip, chip


def facts(page: KonsultationPage, note: Konsultation) -> list[Chip]:
    found = []
    if note.status is KonsultationState.AFLYST:
        found.append(chip("Aflyst", "luk"))
    if page.hides_parents:
        found.append(chip("Værn sat", "beskyttet", "act"))
    if note.kind is not KonsultationKind.NAVNGIVET:
        found.append(chip(basis_chip(page, note), "afdaempet"))
    elif page.stops and page.note.samtykke == note.samtykke and note.basis == Basis.SAMTYKKE:
        words = "Mangler grundlag" if page.hides_parents else "Samtykket gælder ikke længere"
        found.append(chip(words, "samtykke", "watch"))
    else:
        rests = bool(note.basis) or not page.meeting.needs_basis
        found.append(chip(basis_chip(page, note), "samtykke", "ok" if rests else "watch"))
    if page.meeting.id != KONSULTATION:
        found.append(chip(danish.capital(note_type(page, note).word)))
    return found
