"""What the log does not say: a question to the meeting, never a reproach to anyone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.konsultation import Agreement, AgreementState
from tvaerfaglig.domain.observation import Observation, Sign
from tvaerfaglig.domain.preparing.line import Line
from tvaerfaglig.domain.stored import Stored

QUIET = timedelta(days=28)
_MOST_SUBJECTS = 4


def in_observations(
    observations: Sequence[Stored[Observation]], name: Callable[[str], str], today: date
) -> tuple[Line, ...]:
    """Subjects that went quiet, and what nobody has written: the child's words, a strength, a second pair of eyes."""
    if not observations:
        return (_line("intet", "Der er ikke skrevet nogen observationer endnu."),)
    made = [one.record for one in observations]
    lines = [*_gone_quiet(made, name, today)]
    if not any(one.child_words.strip() for one in made):
        lines.append(_line("ord", "Barnets egne ord: ingen er skrevet ned."))
    if not any(one.sign is Sign.RESSOURCE for one in made):
        lines.append(
            _line("ressource", "Hvornår det går godt: der er ikke skrevet nogen ressourcer.")
        )
    if len(made) > 1 and len({who for one in made for who in one.seen_by}) == 1:
        lines.append(_line("kun_en", "Om andre ser det samme: kun én voksen har skrevet."))
    return tuple(lines)


def _gone_quiet(
    made: Iterable[Observation], name: Callable[[str], str], today: date
) -> Iterable[Line]:
    newest: dict[str, date] = {}
    for one in made:
        for subject in one.categories:
            newest[subject] = max(newest.get(subject, one.day), one.day)
    quiet = sorted((day, subject) for subject, day in newest.items() if today - day >= QUIET)
    for day, subject in quiet[-_MOST_SUBJECTS:]:
        text = f"{name(subject)}: intet skrevet siden {danish.day_of_month(day)}"
        yield _line(f"stille:{subject}", text)


def of_parents(talks: Sequence[Stored[ParentContact]], since: date | None) -> tuple[Line, ...]:
    """Whether anybody has asked the parents, and whether their view was written down."""
    if not talks:
        return (_line("foraeldre", "Hvad forældrene ser: ingen har spurgt dem."),)
    newest = max(talks, key=lambda one: one.record.day).record
    if since is not None and newest.day < since:
        text = f"Hvad forældrene ser nu: de er ikke spurgt siden {danish.day_of_month(newest.day)}"
        return (_line("foraeldre", text),)
    if not any(one.record.view.strip() for one in talks):
        return (
            _line("foraeldre", "Hvad forældrene ser: der er talt med dem, men intet er skrevet."),
        )
    return ()


def of_effects(agreements: Iterable[Stored[Agreement]]) -> tuple[Line, ...]:
    """What was done, and nobody wrote whether it helped."""
    done = (one for one in agreements if one.record.status is AgreementState.GJORT)
    return tuple(
        _line(f"virkning:{one.id}", f"Om det virkede: {one.record.what.rstrip('.')}")
        for one in done
        if not one.record.outcome.strip()
    )


def _line(key: str, text: str) -> Line:
    return Line(key=f"ved_ikke:{key}", text=text)
