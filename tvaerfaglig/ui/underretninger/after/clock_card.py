"""What is waited for: the receipt, word of what was begun, a promise, the house's own day. Guidance, and it says so."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.deadline import due
from tvaerfaglig.domain.follow_up import Contacted
from tvaerfaglig.domain.ladder import Ladder, Missing
from tvaerfaglig.domain.law import Law
from tvaerfaglig.domain.underretning import Stage
from tvaerfaglig.services.after_sending.course import After
from tvaerfaglig.ui.widgets import (
    SHAPES,
    boxed,
    button,
    card,
    col,
    due_mark,
    flow,
    hairline,
    row,
    small,
    strong,
    text,
)


class ClockCard(QWidget):
    """`asked` sends "saet", "flyt" or "set" for the house's own day."""

    asked = Signal(str)

    def __init__(self, after: After, law: Law, ladder: Ladder) -> None:
        super().__init__()
        self._after, self._law, self._ladder = after, law, ladder
        rows = [*self._rows()]
        parts: list[QWidget] = []
        for one in rows:
            parts += [one, hairline()]
        goes_on = small("Jeres egen omsorg og indsats fortsætter imens.")
        made: QFrame = card("Det venter I på", *parts[:-1], goes_on, icon="ur")
        self.setLayout(col(made, gap=0))

    def _rows(self) -> Iterator[QWidget]:
        after = self._after
        if after.missing is Missing.KVITTERING and after.answer_due:
            yield self._due(
                "Kvittering",
                after,
                f"Kommunen kvitterer senest seks hverdage efter, at den har fået underretningen: "
                f"{danish.day_short(after.answer_due)} (vejledende). Hører I ikke noget, så ring.",
            )
        if after.missing is Missing.ORIENTERING and after.answer_due:
            ref = self._law.ref(self._ladder.told_law)
            who = danish.join_and([after.names.of_staff(one) for one in after.told_back])
            yield self._due(
                "Besked fra kommunen",
                after,
                f"{ref.text} Den skal frem til {who}. {self._ladder.told_why} Det bliver "
                f"{danish.day_short(after.answer_due)} (vejledende).",
            )
        promise = self._promise()
        if promise is not None:
            yield promise
        yield self._own()

    def _due(self, heading: str, after: After, words: str) -> QWidget:
        assert after.answer_due is not None
        when = due(after.answer_due, after.today)
        mark = due_mark(SHAPES[when.state], when.words)
        return boxed(col(row((strong(heading), 1), mark), text(words), gap="tight"))

    def _promise(self) -> QWidget | None:
        """The last thing they promised, until somebody speaks with them again."""
        after = self._after
        answers: list[Contacted] = [
            one.record for one in after.contacts if one.record.how.is_answer
        ]
        last = answers[-1] if answers else None
        if last is None or last.promised_on is None:
            return None
        when = due(last.promised_on, after.today)
        mark = due_mark(SHAPES[when.state], when.words)
        said = last.promised or "vende tilbage"
        words = f"{last.whom or 'Kommunen'} lovede {danish.day_short(last.day)}: {said}"
        return boxed(col(row((strong("Det lovede de"), 1), mark), text(words), gap="tight"))

    def _own(self) -> QWidget:
        after = self._after
        own = after.waits_for_us
        if own is None:
            offer = button("Sæt jeres egen dag", "link", "plus")
            offer.clicked.connect(lambda: self.asked.emit("saet"))
            done = after.look_again.record if after.look_again else None
            seen = (
                f"Sidst set på {danish.day(done.done_on)}: {done.outcome}"
                if done and done.done_on
                else ""
            )
            return boxed(col(small(seen) if seen else None, flow(offer), gap="tight"))
        when = due(own.on, after.today)
        mark = due_mark(SHAPES[when.state], when.words)
        seen_button = button("Set på nu", "small", "flueben")
        move = button("Flyt dagen", "small", "ur")
        seen_button.clicked.connect(lambda: self.asked.emit("set"))
        move.clicked.connect(lambda: self.asked.emit("flyt"))
        before = [
            one.record.on for one in after.moves[:-1] if one.record and not one.record.done_on
        ]
        moved = (
            f"Før {danish.join_and([danish.day_of_month(one) for one in before])}" if before else ""
        )
        return boxed(
            col(
                row((strong(f"Jeres egen dag, {danish.day_short(own.on)}"), 1), mark),
                text(own.why) if own.why else None,
                small(moved) if moved else None,
                flow(seen_button, move),
                gap="tight",
            )
        )


def is_running(after: After) -> bool:
    """Whether anything is waited for at all."""
    return after.sent is not None and after.stage not in {Stage.LUKKET, Stage.HENLAGT}
