"""In which house a child was on a day: as her card was changed, so it was from that day on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from tvaerfaglig.domain import people
from tvaerfaglig.domain.figures.facts import Stay


class Homes:
    """What is not said of an earlier day is as the first version of the card has it."""

    def __init__(self, card: Iterable[tuple[date, people.Child]]) -> None:
        self._moves: list[tuple[date, str]] = []
        for day, child in card:
            if child.dagtilbud and (not self._moves or child.dagtilbud != self._moves[-1][1]):
                self._moves.append((day, child.dagtilbud))

    def on(self, day: date) -> str:
        """Empty where no card ever named a house."""
        found = self._moves[0][1] if self._moves else ""
        for since, house in self._moves:
            if since <= day:
                found = house
        return found

    def stays(self, child_id: str, card: people.Child) -> tuple[Stay, ...]:
        """From the day she was enrolled; nothing of a child who never began, as one not born yet."""
        if card.enrolled is None or not self._moves:
            return ()
        firsts = [card.enrolled, *(max(day, card.enrolled) for day, _ in self._moves[1:])]
        lasts = [*(day - timedelta(1) for day in firsts[1:]), card.left]
        return tuple(
            Stay(child=child_id, house=house, since=first, until=last)
            for first, last, (_, house) in zip(firsts, lasts, self._moves, strict=True)
            if last is None or first <= last
        )
