"""What stands in the note now: as it was read, and what has been changed here and not yet saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from tvaerfaglig.domain.konsultation import Agreement, Konsultation, KonsultationState, Perspective
from tvaerfaglig.domain.meetings.answers import OwnAnswer, answer_in
from tvaerfaglig.services.konsultation.page import KonsultationPage
from tvaerfaglig.services.konsultation.sitting import Answer, Sitting

K = TypeVar("K")
V = TypeVar("V")


class NoteSitting:
    """One person at one note. Knows no window: what it holds can be kept, saved and shown."""

    def __init__(self, page: KonsultationPage) -> None:
        self.page = page
        self.facts: dict[str, object] = {}
        self.views: dict[tuple[str, str], Perspective] = {}
        self.rows: dict[str, Agreement] = {}
        self.removed: tuple[str, ...] = ()
        self.answers: dict[str, Answer] = {}
        self.laid_away: tuple[str, ...] = ()
        self.own: dict[str, OwnAnswer] = {}
        if page.kept is not None:
            self._take_up(page.kept)

    def _take_up(self, kept: Sitting) -> None:
        self.facts = {name: getattr(kept.note, name) for name in kept.changed}
        self.views = {(one.profession, one.staff): one for one in kept.views}
        self.rows = dict(kept.agreements)
        self.removed = kept.removed
        self.answers = dict(kept.answers)
        self.laid_away = kept.laid_away
        self.own = dict(kept.own)

    @property
    def dirty(self) -> bool:
        return not self.snapshot().empty

    @property
    def note(self) -> Konsultation:
        return self.snapshot().over(self.page.note)

    def snapshot(self) -> Sitting:
        """What would be saved now."""
        return Sitting(
            note=replace(self.page.note, **self.facts),  # type: ignore[arg-type]
            changed=tuple(self.facts),
            views=tuple(self.views.values()),
            agreements=dict(self.rows),
            removed=self.removed,
            answers=dict(self.answers),
            laid_away=self.laid_away,
            own=dict(self.own),
        )

    def change(self, **facts: object) -> bool:
        """Change fields of the note; whether any of it is new."""
        now = self.note
        fresh = {name: value for name, value in facts.items() if getattr(now, name) != value}
        for name, value in fresh.items():
            if getattr(self.page.note, name) == value:
                self.facts.pop(name, None)
            else:
                self.facts[name] = value
        return bool(fresh)

    def write_view(self, view: Perspective) -> bool:
        """Somebody's own view; whether it is anything new."""
        key = (view.profession, view.staff)
        standing = {(one.profession, one.staff): one for one in self.note.perspectives}
        if standing.get(key, replace(view, text="")) == view:
            return False
        self.views[key] = view
        return True

    def write_own(self, answer: OwnAnswer) -> bool:
        """One of the meeting's own parts; whether it is anything new."""
        standing = answer_in(self.note.own, answer.part)
        if (standing.text, standing.lines) == (answer.text, answer.lines):
            return False
        if answer == answer_in(self.page.note.own, answer.part):
            self.own.pop(answer.part, None)
        else:
            self.own[answer.part] = answer
        return True

    def agreements(self) -> list[tuple[str, Agreement]]:
        """The rows as they stand, new ones last."""
        saved = [(one.id, self.rows.get(one.id, one.record)) for one in self.page.agreements]
        known = {key for key, _ in saved}
        new = [(key, made) for key, made in self.rows.items() if key not in known]
        return [pair for pair in saved + new if pair[0] not in self.removed]

    def put_row(self, key: str, made: Agreement) -> None:
        self.rows[key] = made
        self.removed = tuple(one for one in self.removed if one != key)

    def remove_row(self, key: str) -> None:
        self.rows.pop(key, None)
        saved = any(one.id == key for one in self.page.agreements)
        if saved and key not in self.removed:
            self.removed = (*self.removed, key)

    def put_back(self, key: str, made: Agreement) -> None:
        """A row that was removed stands again, also when its removal was saved meanwhile."""
        self.put_row(key, made)

    def answer(self, key: str, answer: Answer) -> None:
        self.answers[key] = answer

    def away_in(self, text: str) -> tuple[str, ...]:
        """Questions to one text that were laid away."""
        return tuple(one for one in self.laid_away if f"|{text}|" in one)

    def lay_away(self, text: str, away: tuple[str, ...]) -> None:
        others = (one for one in self.laid_away if f"|{text}|" not in one)
        self.laid_away = (*others, *away)

    def shown(self) -> tuple[object, ...]:
        """Everything that stands on the page by now, wherever it is kept."""
        page = self.page
        note = replace(self.note, status=KonsultationState.PLANLAGT, finished_at="")
        earlier = tuple(
            (one.id, one.record.what, one.record.status) for one in page.earlier_agreements
        )
        return (
            note, self.agreements(), earlier, page.observations, page.samtykker, page.colleagues,
            page.hides_parents, page.position_before, page.child,
        )  # fmt: skip

    def take(self, page: KonsultationPage) -> None:
        """The note was read again; what is unsaved here stays."""
        self.page = page

    def saved(self, sent: Sitting) -> None:
        """Only what was sent is saved: what was written meanwhile is still on its way."""
        facts = {name: getattr(sent.note, name) for name in sent.changed}
        views = {(one.profession, one.staff): one for one in sent.views}
        self.facts = _left(self.facts, facts)
        self.views = _left(self.views, views)
        self.rows = _left(self.rows, sent.agreements)
        self.answers = _left(self.answers, sent.answers)
        self.own = _left(self.own, sent.own)
        self.removed = tuple(one for one in self.removed if one not in sent.removed)

    def forget(self) -> None:
        """Lay away what was not saved."""
        self.facts, self.views, self.rows, self.removed, self.answers = {}, {}, {}, (), {}
        self.own = {}


def _left(here: Mapping[K, V], sent: Mapping[K, V]) -> dict[K, V]:
    """What is not as it was sent."""
    return {key: value for key, value in here.items() if key not in sent or sent[key] != value}
