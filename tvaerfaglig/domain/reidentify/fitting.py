"""Whether a fact is true of a child, as far as her card says: yes, no, or None for not known."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from tvaerfaglig.domain.danish import months_between
from tvaerfaglig.domain.reidentify.house import Brother, Profile
from tvaerfaglig.domain.reidentify.traits import Trait, Value

_NEW_FOR = timedelta(days=183)
Truth = bool | None


def fits(trait: Trait, value: Value, child: Profile, today: date) -> Truth:
    return _ASK[trait](value, child, today)


def _either(*truths: Truth) -> Truth:
    """One is enough; where none is but one may be, nobody knows."""
    if True in truths:
        return True
    return None if None in truths else False


def _both(*truths: Truth) -> Truth:
    if False in truths:
        return False
    return None if None in truths else True


def _sex(value: Value, child: Profile, _: date) -> Truth:
    return child.sex == value[0] if child.sex else None


def _age(value: Value, child: Profile, today: date) -> Truth:
    if child.born is None:
        return False if child.due else None
    return int(value[0]) <= months_between(child.born, today) <= int(value[1])


def _twin(_: Value, child: Profile, __: date) -> Truth:
    return child.twin


def _only(_: Value, child: Profile, __: date) -> Truth:
    return False if child.siblings else None


def _siblings(_: Value, child: Profile, __: date) -> Truth:
    return True if child.siblings or child.twin else None


def _so_many(value: Value, child: Profile, _: date) -> Truth:
    """A card may leave one out; it never has one too many."""
    here = len(child.siblings)
    if here == value[0]:
        return True
    return False if here > int(value[0]) else None


def _sibling(value: Value, child: Profile, today: date) -> Truth:
    """One on the card may be the one; else the card may have left her out, unless it says of twins enough."""
    found = _either(*(_is_one(value, one, child, today) for one in child.siblings))
    return found or None


def _is_one(value: Value, one: Brother, child: Profile, today: date) -> Truth:
    sex, order, low, high = value
    same = one.sex == sex if sex and one.sex else (None if sex else True)
    placed: Truth = True
    if order:
        known = one.born and child.born
        placed = None if not known else (one.born < child.born) == (order == "store")  # type: ignore[operator]
    aged: Truth = True
    if int(high) >= 0:
        aged = None if one.born is None else _within(one.born, value, today)
    del low
    return _both(same, placed, aged)


def _within(born: date, value: Value, today: date) -> bool:
    return int(value[2]) <= months_between(born, today) <= int(value[3])


def _language(value: Value, child: Profile, _: date) -> Truth:
    """A family of which only Danish stands on the card may still come from anywhere."""
    if child.languages & set(map(str, value)):
        return True
    return False if child.languages - {"dansk"} else None


def _languages(_: Value, child: Profile, __: date) -> Truth:
    return True if child.languages - {"dansk"} else None


def _interpreter(_: Value, child: Profile, __: date) -> Truth:
    return child.interpreter


def _alone(_: Value, child: Profile, __: date) -> Truth:
    return child.alone


def _two_homes(_: Value, child: Profile, __: date) -> Truth:
    if child.homes > 1:
        return False
    return child.alone


def _foster(_: Value, child: Profile, __: date) -> Truth:
    return child.foster


def _new(_: Value, child: Profile, today: date) -> Truth:
    return child.enrolled >= today - _NEW_FOR if child.enrolled else None


def _begins(_: Value, child: Profile, today: date) -> Truth:
    return child.enrolled > today if child.enrolled else None


def _left(_: Value, child: Profile, __: date) -> Truth:
    return child.left is not None


def _guest(_: Value, child: Profile, __: date) -> Truth:
    return True if child.guests_with else (None if child.dagplejer else False)


def _dagplejer(value: Value, child: Profile, _: date) -> Truth:
    if child.guests_with:
        return True if child.dagplejer in value else None
    return child.dagplejer in value if child.dagplejer or child.stue else None


def _stue(value: Value, child: Profile, _: date) -> Truth:
    return child.stue in value if child.stue or child.dagplejer else None


def _birth(value: Value, child: Profile, _: date) -> Truth:
    on = child.born or child.due
    return on.month in value if on else None


def _expected(_: Value, child: Profile, __: date) -> Truth:
    return None if child.born is None and child.due is None else child.born is None


def _card_word(value: Value, child: Profile, _: date) -> Truth:
    """A card tells little of a home: what it does not say may be so all the same."""
    return True if value[0] in child.words else None


_ASK: dict[Trait, Callable[[Value, Profile, date], Truth]] = {
    Trait.SEX: _sex,
    Trait.AGE: _age,
    Trait.TWIN: _twin,
    Trait.ONLY_CHILD: _only,
    Trait.SIBLINGS: _siblings,
    Trait.SO_MANY: _so_many,
    Trait.SIBLING: _sibling,
    Trait.LANGUAGE: _language,
    Trait.LANGUAGES: _languages,
    Trait.INTERPRETER: _interpreter,
    Trait.ALONE: _alone,
    Trait.TWO_HOMES: _two_homes,
    Trait.FOSTER: _foster,
    Trait.NEW: _new,
    Trait.BEGINS: _begins,
    Trait.LEFT: _left,
    Trait.GUEST: _guest,
    Trait.DAGPLEJER: _dagplejer,
    Trait.STUE: _stue,
    Trait.BIRTH: _birth,
    Trait.EXPECTED: _expected,
    Trait.CARD_WORD: _card_word,
}
