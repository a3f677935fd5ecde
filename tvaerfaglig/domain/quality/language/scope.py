"""Of whom a word is said: the child, a parent, somebody else, or no person at all.

Whose »hun« it is cannot always be told from the words; then both may be meant, and both are asked about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from tvaerfaglig.domain.people import Sex
from tvaerfaglig.domain.quality.language.phrase import Match, Phrases
from tvaerfaglig.domain.quality.language.prose import Prose, Word

_NEAR = 8  # words between whom it is said of and what is said
_SENTENCES = 3  # back to the one a pronoun stands for
_HE, _SHE = frozenset({"han", "ham"}), frozenset({"hun", "hende"})
_THEY = frozenset({"de", "dem", "begge"})
_WE = frozenset({"jeg", "vi", "man", "os", "mig"})
_OTHER = frozenset({"andet", "andre", "anden", "flere", "nogle"})
_ONE = frozenset({"en", "et", "sådan"})


class Role(Enum):
    CHILD = auto()
    PARENT = auto()
    OTHER = auto()


@dataclass(frozen=True)
class Scope:
    """One section, and of whom its words are said."""

    prose: Prose

    def is_of_child(self, match: Match, phrases: Phrases) -> bool:
        """»Noah er meget urolig«, »virker trist«, »en urolig dreng«: of the child, not of the night."""
        if _says_itself(match):
            return Role.CHILD in self._roles(match)
        head = self._head(match)
        if head is not None:
            return self._is_kind_of_child(match, head)
        if not self._is_bare(match, phrases):
            return False
        return Role.CHILD in self._roles(match) and self._is_linked(match)

    def is_of_parent(self, match: Match, phrases: Phrases) -> bool:
        """Also »den slappe mor«; what parents are and do is told in every form."""
        after = self._after(match, 2)
        if any(self.prose.is_parent(word.low) for word in after[:1]):
            return True
        if self._determined(match) and not _says_itself(match):
            return any(word.low in {"mennesker", "type", "typer", "person"} for word in after)
        return Role.PARENT in self._roles(match) and not self._is_manner(match, phrases)

    def has_parent(self, sentence: int) -> bool:
        """A parent is named in the sentence, or may be whom »hun« stands for."""
        return any(Role.PARENT in roles for roles in self._mentioned(sentence))

    def _roles(self, match: Match) -> frozenset[Role]:
        """Whom the words before may speak of: the nearest, and the one the sentence opens with."""
        words = self._before(match)
        people = [(n, self.who[word.at]) for n, word in enumerate(words) if word.at in self.who]
        told = [roles for n, roles in people if not self._is_under(words, n)]
        if told:
            return told[-1] | (told[0] if len(told) > 1 else frozenset())
        if people:
            return people[-1][1]
        if all(self._is_light(word) for word in words):
            return self._going_on(match.first.sentence)
        return frozenset()

    def _is_under(self, words: Sequence[Word], n: int) -> bool:
        """»over for mor«: whom it is done to, not who does it."""
        return n > 0 and words[n - 1].low in self.prose.lexicon.forholdsord

    def _is_light(self, word: Word) -> bool:
        """A word that is nobody; »Stuen var …« opens with what it is about."""
        lexicon = self.prose.lexicon
        opens = self.prose.by_sentence[word.sentence][0] is word
        if opens and word.low.endswith("en"):
            return False
        return word.low in lexicon.er or word.low in lexicon.let or word.low[0].isdigit()

    def _going_on(self, sentence: int) -> frozenset[Role]:
        """»Virker trist.« with nobody named: the child, or whom the sentence before was about."""
        before = self._mentioned(sentence - 1)
        return frozenset({Role.CHILD}) | (before[0] if before else frozenset())

    @cached_property
    def who(self) -> dict[int, frozenset[Role]]:
        """By place: everybody the text speaks of."""
        found: dict[int, frozenset[Role]] = {}
        for word in self.prose.words:
            role = self._named(word)
            if role is not None:
                found[word.at] = frozenset({role})
            elif word.low in _HE | _SHE | _THEY:
                found[word.at] = self._meant(word, found)
        return found

    def _mentioned(self, sentence: int) -> list[frozenset[Role]]:
        words = self.prose.by_sentence.get(sentence, ())
        return [self.who[word.at] for word in words if word.at in self.who]

    def _named(self, word: Word) -> Role | None:
        low, prose = word.low, self.prose
        if low in prose.child or low.removesuffix("s") in prose.child:
            return Role.CHILD
        if prose.is_parent(low):
            return Role.PARENT
        if low in prose.lexicon.barn_af_slags:
            return self._some_child(word)
        if low in prose.lexicon.andre_folk or low in prose.others or low in _WE:
            return Role.OTHER
        return None

    def _some_child(self, word: Word) -> Role | None:
        before = [one.low for one in self.prose.words[max(0, word.at - 3) : word.at]]
        if _OTHER.intersection(before) or word.low in {"børn", "drenge", "piger", "børnene"}:
            return Role.OTHER
        if word.low in {"barnet", "drengen", "pigen"}:
            return Role.CHILD
        return None if _ONE.intersection(before) else Role.CHILD

    def _meant(self, pronoun: Word, known: dict[int, frozenset[Role]]) -> frozenset[Role]:
        """Those whom »hun« may stand for: named before in the sentence, else in one of the last."""
        for back in range(_SENTENCES + 1):
            words = self.prose.by_sentence.get(pronoun.sentence - back, ())
            fitting = [
                known[one.at] for one in words if one.at in known and self._fits(pronoun, one)
            ]
            if fitting and back:
                return fitting[0] | self._child_by_sex(pronoun)
            if fitting:
                return frozenset().union(*fitting)
        return frozenset({Role.OTHER if pronoun.low in _THEY else Role.CHILD})

    def _child_by_sex(self, pronoun: Word) -> frozenset[Role]:
        fits = self._may_be(pronoun, self.prose.child_sex) and pronoun.low not in _THEY
        return frozenset({Role.CHILD}) if fits else frozenset()

    def _fits(self, pronoun: Word, noun: Word) -> bool:
        lexicon, low = self.prose.lexicon, noun.low
        if low in _HE | _SHE | _THEY:
            return any({low, pronoun.low} <= kin for kin in (_HE, _SHE, _THEY))
        if pronoun.low in _THEY:
            return low.startswith(("forældre", "familie", "bedsteforældre")) or low in {
                "mødre",
                "fædre",
            }
        if low in lexicon.moedre:
            return pronoun.low in _SHE
        if low in lexicon.faedre:
            return pronoun.low in _HE
        if self._named(noun) is Role.CHILD:
            return bool(self._child_by_sex(pronoun))
        other = low in self.prose.others and self._may_be(pronoun, lexicon.sex_of(low))
        return other or self._named(noun) is Role.PARENT

    def _may_be(self, pronoun: Word, sex: Sex) -> bool:
        """»Da Lone kom, blev han bange«: he is not Lone."""
        return not (
            (sex is Sex.DRENG and pronoun.low in _SHE) or (sex is Sex.PIGE and pronoun.low in _HE)
        )

    def _before(self, match: Match) -> list[Word]:
        words = self.prose.by_sentence[match.first.sentence]
        at = match.first.at - words[0].at
        return list(words[:at])

    def _after(self, match: Match, most: int) -> list[Word]:
        words = self.prose.words[match.last.at + 1 : match.last.at + 1 + most]
        return [word for word in words if word.sentence == match.last.sentence]

    def _head(self, match: Match) -> Word | None:
        """The noun for a child that the word stands before: »en urolig og vild lille dreng«."""
        for word in self._after(match, 4):
            if word.low in self.prose.lexicon.barn_af_slags:
                return word
            joined = word.low in {"og", "men", "samt"} or word.low in self.prose.lexicon.neutrale
            if not joined and not word.low.endswith(
                ("e", "ig", "sk", "et", "som", "fuld", "løs", "t")
            ):
                return None
        return None

    def _is_kind_of_child(self, match: Match, head: Word) -> bool:
        """»Hun er en stille pige« is said of her; »hun leger med en stille pige« is not."""
        words = self.prose.by_sentence[match.first.sentence]
        if head.low in {"børn", "drenge", "piger", "børnene"}:
            return False
        before = [word for word in words if word.at < match.first.at]
        article = next((n for n in range(len(before) - 1, -1, -1) if before[n].low in _ONE), None)
        if article is None:
            return not _OTHER.intersection(word.low for word in before[-3:])
        return article == 0 or any(
            word.low in self.prose.lexicon.er or word.low in {"som", "for"}
            for word in before[max(0, article - 3) : article]
        )

    def _determined(self, match: Match) -> bool:
        """An article or the like before it makes it the first half of a noun: »en kold mad«."""
        lexicon = self.prose.lexicon
        for word in reversed(self._before(match)[-4:]):
            if word.low in lexicon.foran:
                return True
            if word.low not in lexicon.neutrale and word.low != "og":
                return False
        return False

    def _is_bare(self, match: Match, phrases: Phrases) -> bool:
        """As it stands of one person: »vred«, not »vrede«; »uroligt« only of »barnet« or how one acts."""
        if self._determined(match):
            return False
        low = match.first.low
        if match.first.at != match.last.at:
            return True
        if self._is_manner(match, phrases):
            return False
        return not (low.endswith("e") and not low.endswith("ende") and low[:-1] in phrases.words)

    def _is_manner(self, match: Match, phrases: Phrases) -> bool:
        """»Læste højt«: it says how, of nobody; »barnet er uroligt« and »reagerer voldsomt« say it of somebody."""
        low = match.first.low
        if _says_itself(match) or not (low.endswith("t") and low[:-1] in phrases.words):
            return False
        before = {word.low for word in self._before(match)[-5:]}
        return not before & ({"barnet"} | self.prose.lexicon.goer)

    def _is_linked(self, match: Match) -> bool:
        """»er«, »virkede«, »kom« stands between, or nothing does: »ham urolig«, »Meget urolig.«"""
        lexicon = self.prose.lexicon
        before = self._before(match)
        if any(word.low in lexicon.er | lexicon.goer for word in before[-_NEAR:]):
            return True
        if all(self._is_light(word) for word in before):
            return True
        return bool(before) and before[-1].low in {"ham", "hende", "barnet", "drengen", "pigen"}


def _says_itself(match: Match) -> bool:
    """A phrase of several words says itself what is done."""
    return match.first.at != match.last.at
