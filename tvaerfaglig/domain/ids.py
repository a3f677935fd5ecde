"""Ids that sort by the time they were made, and never run backwards in one process."""

from __future__ import annotations

from collections.abc import Callable

_RANDOM_BITS, _STRIDE_BITS = 74, 40


class Ids:
    """Hands out UUIDv7 strings, strictly rising from `last` on even when the clock is set back."""

    def __init__(
        self, now_ms: Callable[[], int], random_bits: Callable[[int], int], last: str = ""
    ) -> None:
        self._now_ms = now_ms
        self._random_bits = random_bits
        self._last = _number(last) if last else 0

    def rise_above(self, made: str) -> None:
        """From now on above this one too, which another program handed out."""
        self._last = max(self._last, _number(made))

    def new(self) -> str:
        """A UUIDv7: 48 bits of milliseconds, then random bits.

        Where that would not rise, it steps on from the last by a random stride: two programs that
        begin at the same last id must not both hand out the next.
        """
        made = (self._now_ms() << _RANDOM_BITS) | self._random_bits(_RANDOM_BITS)
        stride = self._last + 1 + self._random_bits(_STRIDE_BITS)
        self._last = made if made > self._last else stride
        return _text(self._last)


def first_id(ms: int) -> str:
    """Below every id made after this millisecond (since 1970), above every one made before it."""
    return _text(ms << _RANDOM_BITS)


def _text(number: int) -> str:
    """With the marks of version 7 and its variant, in the five groups of a UUID."""
    high, low = divmod(number, 1 << _RANDOM_BITS)
    first, second = low >> 62, low & ((1 << 62) - 1)
    signs = f"{high & ((1 << 48) - 1):012x}7{first:03x}{0b10 << 62 | second:016x}"
    return f"{signs[:8]}-{signs[8:12]}-{signs[12:16]}-{signs[16:20]}-{signs[20:]}"


def _number(text: str) -> int:
    """The number behind an id: milliseconds and random bits without the version marks."""
    bits = int(text.replace("-", ""), 16)
    low = ((bits >> 64) & 0xFFF) << 62 | bits & ((1 << 62) - 1)
    return (bits >> 80) << _RANDOM_BITS | low
