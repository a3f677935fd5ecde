"""The short answer that stands under a question, also while it is folded: what is newest, and what was before."""

from __future__ import annotations

from collections.abc import Sequence

from tvaerfaglig.domain.figures.shares import Parts
from tvaerfaglig.domain.figures.times import Times, difference
from tvaerfaglig.services.figures.showing.measures import Row, Unit
from tvaerfaglig.services.figures.showing.parted import share
from tvaerfaglig.services.figures.showing.shown import HIDDEN, NONE_YET, Headline

FEW = "For få til, at der kan stå et tal."
NOBODY = "Ingen endnu."


def of_times(times: Sequence[Times], unit: Unit, *, in_time: bool) -> str:
    """»2025/26: median 33 måneder (n = 22) · 2024/25: 41«."""
    told = [one for one in times if one.reached is not None]
    if not told:
        return FEW if any(one.n is None for one in times) else NOBODY
    if len(times) > 1 and not in_time:
        return " · ".join(_brief(one, unit) for one in times)
    newest = told[-1]
    before = told[-2:-1]
    said = f"median {_median(newest, unit)} {unit.word} (n = {newest.n})"
    earlier = "".join(f" · {one.group}: {_median(one, unit)}" for one in before)
    return f"{newest.group}: {said}{earlier}" if newest.group else said


def of_rows(rows: Sequence[Row], unit: Unit, *, in_time: bool) -> str:
    """Of several that are waited for: the newest period's medians, or the first of them in each group."""
    if len(rows[0].times) > 1 and not in_time:
        return f"{rows[0].name}: {of_times(rows[0].times, unit, in_time=False)}"
    newest = max(
        (at for row in rows for at, one in enumerate(row.times) if one.reached is not None),
        default=None,
    )
    if newest is None:
        hidden = any(one.n is None for row in rows for one in row.times)
        return FEW if hidden else NOBODY
    told = [row for row in rows if row.times[newest].reached is not None]
    said = " · ".join(f"{row.name.lower()} {_median(row.times[newest], unit)}" for row in told)
    hidden = any(row.times[newest].n is None for row in rows)
    rest = " · resten er skjult" if hidden else ""
    name = rows[0].times[newest].group
    return f"{name}: {said} {unit.word}{rest}" if name else f"{said} {unit.word}{rest}"


def of_parts(groups: Sequence[Parts], what: str, *, in_time: bool) -> str:
    """The first part of the whole: »2025/26: 19 af 24 (79 %) til tiden«."""
    told = [one for one in groups if one.whole and one.counts[0] is not None]
    if not told:
        return _wholes(groups, in_time=in_time)
    shown = told[-1:] if in_time or len(groups) == 1 else told
    said = " · ".join(
        f"{one.group}: {share(one, 0)}" if one.group else share(one, 0) for one in shown
    )
    return f"{said} {what}"


def _wholes(groups: Sequence[Parts], *, in_time: bool) -> str:
    """How many there are is known where the parts are too few: »16 i alt · delene er skjult«."""
    if all(one.whole == 0 for one in groups):
        return NOBODY
    said = [(one.group, f"{one.whole} i alt") for one in groups if one.whole]
    return f"{by_group(said, in_time=in_time)} · delene er skjult" if said else FEW


def by_group(said: Sequence[tuple[str, str]], *, in_time: bool) -> str:
    """What is said of each group that anything is said of: of periods the newest, of others all."""
    shown = said[-1:] if in_time else said
    return " · ".join(f"{group}: {words}" if group else words for group, words in shown)


def headline(times: Sequence[Times], unit: Unit, *, in_time: bool) -> Headline | None:
    """The newest period's median, or the second group's, laid beside the one before it."""
    told = [one for one in times if one.reached is not None]
    if not told:
        return None
    shown, before = told[-1], told[-2] if len(told) > 1 else None
    if not in_time and len(times) > 1:
        shown, before = told[0], told[1] if len(told) > 1 else None
        if times[0].group.startswith("Før") and before is not None:
            shown, before = before, shown
    where = " · ".join(filter(None, ("median", shown.group, f"n = {shown.n}")))
    return Headline(_median(shown, unit), unit.word, where, _against(shown, before, unit))


def _against(shown: Times, before: Times | None, unit: Unit) -> str:
    if before is None:
        return ""
    apart = difference(before, shown)
    if apart is None:
        return ""
    beside = f"{_lower(before.group)} ({_median(before, unit)})"
    if unit.said(abs(apart.median)) == "0":
        return f"det samme som {beside}"
    word = "yngre" if apart.median > 0 else "ældre"
    return f"{unit.said(abs(apart.median))} {unit.word} {word} end {beside}"


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _brief(one: Times, unit: Unit) -> str:
    word = f" {unit.word}" if one.reached is not None else ""
    return f"{one.group}: {_median(one, unit)}{word}"


def _median(one: Times, unit: Unit) -> str:
    if one.reached is None:
        return HIDDEN if one.n is None else NONE_YET
    return unit.said(one.reached.median)
