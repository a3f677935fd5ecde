"""The rows of the list: by when, what, who, and where it stands; a key on a row does something to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.agreements.standing import Standing
from tvaerfaglig.domain.deadline import due
from tvaerfaglig.domain.konsultation import Agreement, AgreementState
from tvaerfaglig.services.agreements.reading import AgreementRow
from tvaerfaglig.ui.konsultationer.agreement_more import rhythm
from tvaerfaglig.ui.konsultationer.meeting_list import MeetingList, MeetingRow

_MARKS = {
    Standing.OVER: ("ur", "act"),
    Standing.I_DAG: ("ur", "watch"),
    Standing.DENNE_UGE: ("kalender", "muted"),
    Standing.SENERE: ("kalender", "muted"),
    Standing.UDEN_DAG: ("maerke-neutral", "muted"),
}
_ENDED = {
    AgreementState.GJORT: ("flueben", "ok", "Gjort"),
    AgreementState.OPGIVET: ("luk", "muted", "Opgivet"),
    AgreementState.JUSTERET: ("kladde", "muted", "Justeret"),
}


class AgreementList(MeetingList):
    """Enter opens. `done` by Space, `asked` sends a letter: G gjort, F flyt, O opgiv, J justér."""

    done = Signal(str)
    asked = Signal(str, str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, letter = self.current(), event.text().lower()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        if key and plain and event.key() == Qt.Key.Key_Space:
            self.done.emit(key)
        elif key and plain and letter in {"g", "f", "o", "j"}:
            self.asked.emit(letter, key)
        else:
            super().keyPressEvent(event)


def groups(
    rows: Sequence[AgreementRow], today: date, *, alone: bool
) -> list[tuple[str, list[MeetingRow]]]:
    """By where they stand; `alone` when all of them are one's own, so that nobody needs to be named."""
    return [
        (kind.word, [line(row, today, alone=alone) for row in rows if row.standing is kind])
        for kind in Standing
    ]


def line(row: AgreementRow, today: date, *, alone: bool) -> MeetingRow:
    made = row.stored.record
    icon, colour, state = _state(row, today)
    others = row.doers if not alone or len(made.who) + len(made.parents) > 1 else ""
    effect = f"Vi ser det på: {row.effect}" if row.effect else ""
    how = row.outcome if row.standing is Standing.AFSLUTTET else effect
    return MeetingRow(
        key=row.id,
        day=danish.capital(danish.day_near(made.due, today)) if made.due else "Ingen dag",
        hours=_beneath_day(made, today),
        heading=row.what,
        question=" · ".join(filter(None, (row.about, others, how))),
        icon=icon,
        colour=colour,
        state=state,
        open_words=rhythm(made),
        wraps=True,
    )


def _state(row: AgreementRow, today: date) -> tuple[str, str, str]:
    made = row.stored.record
    if row.standing is Standing.AFSLUTTET:
        icon, colour, word = _ENDED.get(made.status, ("luk", "muted", "Taget af listen"))
        return icon, colour, f"{word} {danish.day_of_month(made.done_on)}" if made.done_on else word
    icon, colour = _MARKS[row.standing]
    if made.due is None:
        return icon, colour, "Åben"
    near = due(made.due, today).words
    plain = "Åben" if row.standing is Standing.SENERE else danish.capital(near)
    return icon, colour, plain


def _beneath_day(made: Agreement, today: date) -> str:
    if made.status is AgreementState.AABEN and made.start_on and made.start_on > today:
        return f"fra {danish.day_of_month(made.start_on)}"
    if made.first_due:
        return f"før {danish.day_of_month(made.first_due)}"
    return ""
