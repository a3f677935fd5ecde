"""The code on paper that opens the vault when a password is forgotten: 9 groups of 4 signs.

160 random bits and 20 check bits in Crockford's base32 (no I, L, O, U). The check bits are two
Reed–Solomon symbols over GF(1024), not a hash: any one or two wrong signs and any two neighbours
swapped are *certain* to be caught, and one wrong sign can be placed in its group.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Sequence

from tvaerfaglig.store.key_errors import CodeTypo

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans("OIL", "011")
_LENGTH, _GROUP = 36, 4
SECRET_BYTES = 20
_POLYNOMIAL = 0b10000001001  # x^10 + x^3 + 1, primitive
_ROOT = 2
_TARGET = (0x2A5, 0x1C3)  # not zero, so that thirty-six zeros are no code


def new_secret() -> bytes:
    return secrets.token_bytes(SECRET_BYTES)


def encode(secret: bytes) -> str:
    """As it is printed: ``XXXX-XXXX-…`` with its check signs last."""
    number = int.from_bytes(secret, "big")
    symbols = [number >> shift & 1023 for shift in range(150, -1, -10)]
    total, weighed = _syndromes([*symbols, 0, 0])
    at_16, at_17 = _power(16), _power(17)
    last = _divide(weighed ^ _multiply(total, at_16), at_16 ^ at_17)
    symbols += [total ^ last, last]
    signs = "".join(_SIGNS[symbol >> 5] + _SIGNS[symbol & 31] for symbol in symbols)
    return "-".join(_groups(signs))


def decode(typed: str) -> bytes:
    """The secret behind what was typed, forgiving case, gaps, dashes, O for 0, I and L for 1."""
    parts = _parts(typed)
    signs = "".join(parts)
    if len(signs) != _LENGTH:
        raise _wrong_length(parts, len(signs))
    strange = {at // _GROUP + 1 for at, sign in enumerate(signs) if sign not in _SIGNS}
    if strange:
        raise _typo(strange.pop() if len(strange) == 1 else None)
    values = [_SIGNS.index(sign) for sign in signs]
    symbols = [high << 5 | low for high, low in zip(values[::2], values[1::2], strict=True)]
    total, weighed = _syndromes(symbols)
    if total or weighed:
        raise _typo(_place(total, weighed))
    number = 0
    for symbol in symbols[:16]:
        number = number << 10 | symbol
    return number.to_bytes(SECRET_BYTES, "big")


def _parts(typed: str) -> list[str]:
    text = unicodedata.normalize("NFKC", typed).upper().translate(_LOOKALIKES)
    gaps = (sign if unicodedata.category(sign)[0] in "LN" else " " for sign in text)
    return "".join(gaps).split()


def _groups(signs: str) -> list[str]:
    return re.findall("." * _GROUP, signs)


def _place(total: int, weighed: int) -> int | None:
    """The group of a single wrong pair of signs; None when more than one pair must be wrong."""
    for at in range(_LENGTH // 2):
        if total and _multiply(total, _power(at)) == weighed:
            return at // 2 + 1
    return None


def _typo(group: int | None) -> CodeTypo:
    if group is None:
        return CodeTypo("Koden går ikke op. Læs den igennem igen, felt for felt.")
    return CodeTypo(
        f"Koden går ikke op. Læs felt {group} af 9 igen, der er nok et tegn, der driller.", group
    )


def _wrong_length(parts: Sequence[str], count: int) -> CodeTypo:
    odd = [at for at, part in enumerate(parts, start=1) if len(part) != _GROUP]
    if len(parts) == _LENGTH // _GROUP and len(odd) == 1:
        return CodeTypo(f"Hvert felt har fire tegn. Læs felt {odd[0]} af 9 igen.", odd[0])
    return CodeTypo(f"Koden har 9 felter med fire tegn, 36 i alt. Her står {count}.")


def _syndromes(symbols: Sequence[int]) -> tuple[int, int]:
    """Both zero for a whole code; else what a wrong symbol is off by, and that times its place."""
    total, weighed = _TARGET
    for at, symbol in enumerate(symbols):
        total ^= symbol
        weighed ^= _multiply(symbol, _power(at))
    return total, weighed


def _multiply(left: int, right: int) -> int:
    product = 0
    while right:
        if right & 1:
            product ^= left
        left <<= 1
        if left >> 10:
            left ^= _POLYNOMIAL
        right >>= 1
    return product


def _power(exponent: int) -> int:
    value = 1
    for _ in range(exponent):
        value = _multiply(value, _ROOT)
    return value


def _divide(left: int, right: int) -> int:
    """By right to the power 1022, its inverse in a field of 1024."""
    inverse = 1
    for bit in f"{1022:b}":
        inverse = _multiply(inverse, inverse)
        if bit == "1":
            inverse = _multiply(inverse, right)
    return _multiply(left, inverse)
