"""How many children fit what is typed, what each fact costs, and which broader words help."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from tvaerfaglig.domain.reidentify.fitting import Truth, fits
from tvaerfaglig.domain.reidentify.house import Profile
from tvaerfaglig.domain.reidentify.reading import Reading, read
from tvaerfaglig.domain.reidentify.traits import Mention, Trait, Value

_ANY_OF = frozenset({Trait.STUE, Trait.DAGPLEJER, Trait.BIRTH})
"""Of several in one text any may be meant."""
_BROAD_ENOUGH = frozenset({Trait.SIBLINGS, Trait.LANGUAGES})
"""What the broader words say: they are counted, and nothing is asked of them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One text of a note: `key` is where it stands there, empty where only the note knows."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Spot:
    """Words in one piece, and what could stand there instead."""

    piece: int
    start: int
    end: int
    instead: str


@dataclass(frozen=True, slots=True)
class Tally:
    """`surely` fit as far as their cards say; `fits` counts also those whose cards do not say enough."""

    surely: int
    fits: int

    def shown(self, *, surely: bool) -> int:
        """The one of the two that is told."""
        return self.surely if surely else self.fits


@dataclass(frozen=True, slots=True)
class Lead:
    """One fact: its words as they stand first, how many would fit without it, and what to write instead."""

    key: str
    trait: Trait
    words: str
    spots: tuple[Spot, ...]
    without: Tally
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Fit:
    """The answer to one text. `leads` begin with the one that narrows most."""

    tally: Tally
    leads: tuple[Lead, ...] = ()


@dataclass
class _Group:
    trait: Trait
    values: list[Value] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)


def count(
    pieces: Sequence[Piece], children: Sequence[Profile], reading: Reading, today: date
) -> Fit:
    """Never fewer than there are, for the facts that are understood: what a card does not say may be true."""
    groups = _grouped(pieces, reading)
    people = _Crowd(children, groups, today)
    tally = people.tally()
    leads = [
        _lead(key, one, pieces, people.tally(key) if one.trait.counts else tally)
        for key, one in groups.items()
        if one.trait not in _BROAD_ENOUGH
    ]
    leads.sort(key=partial(_narrows, tally))
    return Fit(tally, tuple(leads))


def _narrows(tally: Tally, lead: Lead) -> tuple[int, int]:
    """The most first."""
    told = bool(tally.surely)
    return (
        tally.shown(surely=told) - lead.without.shown(surely=told),
        tally.fits - lead.without.fits,
    )


def checked(
    fit: Fit,
    pieces: Sequence[Piece],
    children: Sequence[Profile],
    reading: Reading,
    today: date,
    most: int = 8,
) -> Fit:
    """The same, with broader words only where they leave no fewer children than before.

    What neither narrows nor can be said more broadly is not asked about.
    """
    leads = list(fit.leads)
    for n, lead in enumerate(leads[:most]):
        if lead.instead:
            after = count(rewritten(pieces, lead), children, reading, today).tally
            better = after.fits >= fit.tally.fits and after.surely >= fit.tally.surely
            leads[n] = lead if better else _bare(lead)
    leads[most:] = [_bare(lead) for lead in leads[most:]]
    asked = (
        one for one in leads if one.instead or not one.trait.counts or one.without != fit.tally
    )
    return Fit(fit.tally, tuple(asked))


def _bare(lead: Lead) -> Lead:
    return Lead(lead.key, lead.trait, lead.words, lead.spots, lead.without)


def rewritten(pieces: Sequence[Piece], lead: Lead) -> tuple[Piece, ...]:
    """The texts with the broader words of one lead, wherever they fit."""
    made = list(pieces)
    for spot in sorted(lead.spots, key=lambda one: -one.start):
        if spot.instead:
            text = made[spot.piece].text
            said = _as_before(text, spot)
            made[spot.piece] = Piece(
                made[spot.piece].key, text[: spot.start] + said + text[spot.end :]
            )
    return tuple(made)


def _as_before(text: str, spot: Spot) -> str:
    """A sentence goes on beginning with a capital letter."""
    before = text[: spot.start].rstrip()
    starts = not before or before[-1] in ".!?:»" or text[: spot.start].endswith("\n")
    was_capital = text[spot.start : spot.start + 1].isupper()
    return spot.instead[:1].upper() + spot.instead[1:] if starts and was_capital else spot.instead


def _lead(key: str, group: _Group, pieces: Sequence[Piece], without: Tally) -> Lead:
    first = group.spots[0]
    words = pieces[first.piece].text[first.start : first.end]
    said = next((one.instead for one in group.spots if one.instead), "")
    return Lead(key, group.trait, words, tuple(group.spots), without, said)


def _grouped(pieces: Sequence[Piece], reading: Reading) -> dict[str, _Group]:
    """The same fact said twice is one; a sex is one where the whole note agrees on it."""
    found = [
        (one, Spot(n, one.start, one.end, one.instead))
        for n, piece in enumerate(pieces)
        for one in read(piece.text, reading)
    ]
    sex = _sex(one for one, _ in found)
    groups: dict[str, _Group] = {}
    for one, spot in found:
        if one.trait is Trait.SEX and one.value[0] != sex:
            continue
        value: Value = (sex,) if one.trait is Trait.SEX else one.value
        key = _key(one.trait, value)
        group = groups.setdefault(key, _Group(one.trait))
        if value not in group.values:
            group.values.append(value)
        group.spots.append(spot)
    return _ages_agree(groups)


def _key(trait: Trait, value: Value) -> str:
    if trait in _ANY_OF:
        return trait.value
    return ":".join((trait.value, *map(str, value)))


def _sex(mentions: Iterable[Mention]) -> str:
    """Nouns weigh more than pronouns; where both sexes are said nobody knows which is the child's."""
    said: dict[str, set[str]] = {"ord": set(), "han": set()}
    for one in mentions:
        if one.trait is Trait.SEX:
            said[str(one.value[1])].add(str(one.value[0]))
    deciding = said["ord"] or said["han"]
    return next(iter(deciding)) if len(deciding) == 1 else ""


def _ages_agree(groups: dict[str, _Group]) -> dict[str, _Group]:
    """Ages that cannot all be one child's are taken as one fact, true where any of them is."""
    ages = {key: one for key, one in groups.items() if one.trait is Trait.AGE}
    ranges = [value for one in ages.values() for value in one.values]
    if not ranges or max(int(v[0]) for v in ranges) <= min(int(v[1]) for v in ranges):
        return groups
    spots = [spot for one in ages.values() for spot in one.spots]
    kept = {key: one for key, one in groups.items() if key not in ages}
    return {Trait.AGE.value: _Group(Trait.AGE, ranges, spots), **kept}


class _Crowd:
    """Children as bits, so that every fact can be left out in turn without asking again."""

    def __init__(
        self, children: Sequence[Profile], groups: Mapping[str, _Group], today: date
    ) -> None:
        self._children, self._today = children, today
        self._here = sum(1 << n for n, one in enumerate(children) if one.left is None)
        self._gone = sum(1 << n for n, one in enumerate(children) if one.left is not None)
        self._masks = {key: self._mask(one) for key, one in groups.items() if one.trait.counts}

    def _mask(self, group: _Group) -> tuple[int, int]:
        """Who certainly, and who possibly."""
        surely = possibly = 0
        for n, child in enumerate(self._children):
            truth = self._truth(group, child)
            if truth is not False:
                possibly |= 1 << n
                surely |= (1 << n) if truth else 0
        return surely, possibly

    def _truth(self, group: _Group, child: Profile) -> Truth:
        truths = [fits(group.trait, value, child, self._today) for value in group.values]
        if True in truths:
            return True
        return None if None in truths else False

    def tally(self, without: str = "") -> Tally:
        """Those who have left are of the crowd only where the text says that the child has."""
        left = Trait.LEFT.value
        gone = left in self._masks and without != left
        surely = possibly = self._gone if gone else self._here
        for key, (sure, maybe) in self._masks.items():
            if key != without:
                surely &= sure
                possibly &= maybe
        return Tally(surely.bit_count(), possibly.bit_count())
