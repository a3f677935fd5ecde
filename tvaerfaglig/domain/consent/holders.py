"""How it stands with a custody holder who has not given the consent: asked as a question, never a gate."""

from __future__ import annotations

OTHER_HOLDER = {
    "selv": "Giver sit eget samtykke",
    "venter": "Er spurgt, har ikke svaret",
    "nej": "Er spurgt, har sagt nej",
    "ikke_spurgt": "Er ikke spurgt",
}
"""By the key that a consent keeps; an empty one says that nobody has written it down."""


def other_holder(key: str) -> str:
    """In words; what somebody typed stands as it is."""
    return OTHER_HOLDER.get(key, key)
