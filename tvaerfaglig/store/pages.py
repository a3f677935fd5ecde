"""The vault's file page by page, as it lies under the cipher: also what no table points to any more.

SQLCipher 4 with a raw key: AES-256-CBC a page, its IV and an HMAC-SHA512 in the page's last 80 bytes, the
salt before page one. A page whose seal does not fit is not read at all: what it held would prove nothing.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from pathlib import Path

from tvaerfaglig.store.errors import CannotOpen

PAGE = 4096
_RESERVED, _IV, _SALT = 80, 16, 16
_LOG_HEAD, _FRAME_HEAD = 32, 24
_FAST_ROUNDS, _MASK = 2, 0x3A


def file_pages(file: Path, key: bytes) -> Iterator[bytes]:
    """Every page of the file in turn. Raises CannotOpen for a page that is not sealed with this key."""
    if not file.exists() or not file.stat().st_size:
        return
    with file.open("rb") as source:
        unseal = _Unsealer(key, source.read(_SALT))
        source.seek(0)
        number = 0
        while page := source.read(PAGE):
            number += 1
            yield unseal(number, page)


def log_pages(file: Path, key: bytes) -> Iterator[bytes]:
    """Every page that the write-ahead log beside the file still holds, old ones too."""
    log = file.with_name(f"{file.name}-wal")
    if not log.exists() or log.stat().st_size <= _LOG_HEAD:
        return
    with file.open("rb") as source:
        unseal = _Unsealer(key, source.read(_SALT))
    with log.open("rb") as source:
        source.seek(_LOG_HEAD)
        while len(head := source.read(_FRAME_HEAD)) == _FRAME_HEAD:
            page = source.read(PAGE)
            if len(page) == PAGE:
                yield unseal(int.from_bytes(head[:4], "big"), page)


class _Unsealer:
    """Opens pages one by one, each only when its seal fits."""

    def __init__(self, key: bytes, salt: bytes) -> None:
        self._key = key
        masked = bytes(one ^ _MASK for one in salt)
        self._seal = hashlib.pbkdf2_hmac("sha512", key, masked, _FAST_ROUNDS, 32)

    def __call__(self, number: int, page: bytes) -> bytes:
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        first, end = _SALT if number == 1 else 0, PAGE - _RESERVED
        sealed, seal = page[first : end + _IV], page[end + _IV :]
        made = hmac.new(self._seal, sealed + number.to_bytes(4, "little"), "sha512").digest()
        if not hmac.compare_digest(made, seal[: len(made)]):
            raise CannotOpen(
                "En side i boksens fil kan ikke læses, så den kan ikke gennemsøges. "
                "Kør en kontrol af boksen."
            )
        opener = Cipher(algorithms.AES(self._key), modes.CBC(page[end : end + _IV])).decryptor()
        return opener.update(page[first:end]) + opener.finalize()
