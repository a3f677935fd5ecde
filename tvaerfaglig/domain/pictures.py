"""How large a picture says it is, read from its first bytes: a small file can unfold to gigabytes."""

from __future__ import annotations

import struct

_JPEG_SIZES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_JPEG_ALONE = {0x01, *range(0xD0, 0xD9)}


def points(content: bytes) -> tuple[int, int]:
    """Width and height; (0, 0) where they cannot be told, which is no picture that could be shown."""
    try:
        if content.startswith(b"\x89PNG"):
            wide, high = struct.unpack_from(">II", content, 16)
        elif content.startswith(b"GIF8"):
            wide, high = struct.unpack_from("<HH", content, 6)
        elif content.startswith(b"\xff\xd8"):
            wide, high = _jpeg(content)
        elif content[8:12] == b"WEBP":
            wide, high = _webp(content)
        else:
            return 0, 0
    except (struct.error, IndexError):
        return 0, 0
    return wide, high


def _jpeg(content: bytes) -> tuple[int, int]:
    """The size stands in the frame's header; before it come segments that say how long they are."""
    at = 2
    while content[at] == 0xFF:
        marker = content[at + 1]
        if marker in _JPEG_SIZES:
            high, wide = struct.unpack_from(">HH", content, at + 5)
            return wide, high
        at += 1 if marker == 0xFF else 2
        if marker not in _JPEG_ALONE and marker != 0xFF:
            at += struct.unpack_from(">H", content, at)[0]
    return 0, 0


def _webp(content: bytes) -> tuple[int, int]:
    kind = content[12:16]
    if kind == b"VP8X":
        wide, high = (int.from_bytes(content[at : at + 3], "little") + 1 for at in (24, 27))
        return wide, high
    if kind == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    wide, high = struct.unpack_from("<HH", content, 26)
    return wide & 0x3FFF, high & 0x3FFF
