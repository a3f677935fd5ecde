"""By what one knows that a talk with the parents was held, and which of them waits."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tvaerfaglig.domain.efforts.phasing import TalkStand
from tvaerfaglig.domain.efforts.rhythm import TalkRule

Named = Iterable[tuple[str, date]]


def held_days(talks: Iterable[TalkRule], written: Named, came: Named) -> dict[str, list[date]]:
    """For each sort of talk, by id: the days its form was `written`, and the days they `came` to that bear its name."""
    forms, themes = list(written), [(theme.strip().casefold(), day) for theme, day in came]
    return {
        talk.id: [
            *(day for form, day in forms if talk.form and form == talk.form),
            *(day for theme, day in themes if theme == talk.name.casefold()),
        ]
        for talk in talks
    }


def waiting_talk(stands: Iterable[TalkStand]) -> TalkStand | None:
    """The first that nobody has held since a later one was: what was skipped long ago is not asked for again."""
    waits = None
    for stand in stands:
        if stand.held is not None:
            waits = None
        elif waits is None:
            waits = stand
    return waits
