"""Why a file could not be read, in words for the person who chose it."""

from __future__ import annotations

from tvaerfaglig.domain.errors import ForPeople


class CannotRead(ForPeople):
    """The file is not a list, or more of one than there is room for. Nothing of it was taken in."""
