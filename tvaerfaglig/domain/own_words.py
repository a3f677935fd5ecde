"""Words that one person says are right: her own list for the speller."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from tvaerfaglig.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords(Record):
    """One list for each person, kept in the vault: a word can give away whom she writes about."""

    KIND: ClassVar[str] = "ordliste"

    staff: str
    ord: tuple[str, ...] = ()

    def with_word(self, word: str) -> OwnWords:
        return replace(self, ord=tuple(sorted({*self.ord, word}, key=str.lower)))

    def without(self, word: str) -> OwnWords:
        return replace(self, ord=tuple(one for one in self.ord if one != word))
