"""One key for each thing that can be said of a family at the roll: the same letters from family to family.

A for all, I for nobody, T back; B, M and F for the child, mother and father; the digits are the kind's reasons.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tvaerfaglig.domain.efforts.records import CHILD, Attends

ALL, NOBODY, BACK = "a", "i", "t"
UNKNOWN = "Grunden kendes ikke"
_OWN = {CHILD: "b", "mor": "m", "far": "f"}
_LETTERS = "bcdefghjklmnopqrsuvwxyzæøå"


def person_keys(people: Iterable[Attends]) -> dict[str, str]:
    """A letter for each person: her relation's own, else the first free one of her name, else any that is free."""
    taken = {ALL, NOBODY, BACK}
    found: dict[str, str] = {}
    for one in people:
        words = (one.relation or one.called).casefold()
        wanted = (_OWN.get(words, _OWN.get(one.person, "")), *one.called.casefold(), *_LETTERS)
        key = next((each for each in wanted if each in _LETTERS and each and each not in taken), "")
        if key:
            taken.add(key)
            found[one.person] = key
    return found


def reason_keys(reasons: Sequence[str]) -> dict[str, str]:
    """The digits, for the first nine."""
    return {str(nr): reason for nr, reason in enumerate(reasons[:9], 1)}
