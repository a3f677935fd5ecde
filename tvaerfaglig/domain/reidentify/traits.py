"""What in a text can narrow whom it is about, and one place where it does."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Trait(StrEnum):
    """Each kind of fact, by the word that `anonymt.toml` has for it."""

    SEX = "koen"
    AGE = "alder"
    TWIN = "tvilling"
    ONLY_CHILD = "enebarn"
    SIBLINGS = "soeskende"
    SO_MANY = "antal"
    SIBLING = "soeskend"
    LANGUAGE = "sprog"
    LANGUAGES = "flersproget"
    INTERPRETER = "tolk"
    ALONE = "alene"
    TWO_HOMES = "to_hjem"
    FOSTER = "pleje"
    NEW = "ny"
    BEGINS = "begynder"
    LEFT = "stoppet"
    GUEST = "gaestebarn"
    DAGPLEJER = "dagplejer"
    STUE = "stue"
    BIRTH = "foedsel"
    EXPECTED = "ventet"
    CARD_WORD = "kortord"
    ADDRESS = "adresse"
    DAY = "dato"
    WEEKDAY = "ugedag"

    @property
    def counts(self) -> bool:
        """Whether the children's cards are asked. A protected address never is: no count may tell of it."""
        return self not in {Trait.ADDRESS, Trait.DAY, Trait.WEEKDAY}


Value = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """One fact in one text, where it stands; `instead` is the same said more broadly, if that can be said."""

    trait: Trait
    value: Value
    start: int
    end: int
    instead: str = ""
