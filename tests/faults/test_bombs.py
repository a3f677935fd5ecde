"""Row 20: files that would fill the memory, run something, or fetch something. Refused in words, at no cost."""

from __future__ import annotations

import struct
import zlib

import pytest
from PySide6.QtGui import QColor, QImage

from tests.faults import deeds
from tests.faults.disks import Disk
from tests.faults.victims import Victim
from tvaerfaglig.domain.pictures import points

resource = pytest.importorskip("resource", reason="memory is asked of the system in another way")
MOST_KB = 100 * 1024


def chunk(kind: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">I", len(content))
        + kind
        + content
        + struct.pack(">I", zlib.crc32(kind + content))
    )


def png_bomb(edge: int = 30_000) -> bytes:
    """One bit a point, all white: a hundred kilobytes that unfold to gigabytes."""
    row, packed = bytes(1 + (edge + 7) // 8), zlib.compressobj(9)
    content = b"".join(packed.compress(row) for _ in range(edge)) + packed.flush()
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", edge, edge, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", content) + chunk(b"IEND", b"")


def gif_bomb() -> bytes:
    return b"GIF89a" + struct.pack("<HH", 65_000, 65_000) + b"\0" * 40


def jpeg_bomb() -> bytes:
    app0, frame = b"\xff\xe0\0\x10JFIF" + bytes(10), struct.pack(">HBHH", 17, 8, 40_000, 40_000)
    return b"\xff\xd8" + app0 + b"\xff\xc0" + frame + bytes(60)


def webp_bomb() -> bytes:
    edges = (39_999).to_bytes(3, "little") * 2
    return b"RIFF" + bytes(4) + b"WEBPVP8X" + struct.pack("<I", 10) + bytes(4) + edges + bytes(40)


FILES = {
    "bombe.png": png_bomb,
    "bombe.gif": gif_bomb,
    "bombe.jpg": jpeg_bomb,
    "bombe.webp": webp_bomb,
    "ferie.jpg": lambda: b"MZ\x90\0" + bytes(2000),
    "tegning.svg": lambda: (
        b'<svg xmlns="http://www.w3.org/2000/svg"><image href="http://x.invalid/"/></svg>'
    ),
    "brev.html": lambda: b"<!DOCTYPE html><html><script></script></html>",
    "referat.docm": lambda: b"PK\x03\x04" + bytes(2000),
    "tom.pdf": lambda: b"",
}


def test_what_would_fill_run_or_fetch_is_refused_and_costs_nothing(tmp_path, built, said_plainly):
    """Each of nine, and one of 51 MB, in a process of its own: a sentence, and less than 100 MB of memory."""
    Disk(tmp_path).move_in(built)
    folder = tmp_path / "filer"
    folder.mkdir()
    for name, make in FILES.items():
        (folder / name).write_bytes(make())
    with (folder / "film.pdf").open("wb") as large:
        large.write(b"%PDF-")
        large.truncate(51 * 1024 * 1024)
    names = [*FILES, "film.pdf"]
    heard = Victim(deeds.attach, tmp_path / "boks", tmp_path / "state", folder, names).finish()
    assert len(heard) == len(names)
    for (words, grew), name in zip(heard, names, strict=True):
        assert name in said_plainly(words)
        assert grew < MOST_KB, (name, grew)


def test_a_bomb_that_is_in_the_vault_already_is_shown_as_words(qapp):
    """Kept by an older program, say: the viewer refuses it or shows it small, and takes little memory for it."""
    from tvaerfaglig.ui.children.viewer import _picture

    assert _picture(gif_bomb()).isNull()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert _picture(png_bomb()).width() in {0, 2560}
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MOST_KB


def test_a_photograph_is_shown_no_larger_than_a_screen(qapp, tmp_path):
    """Forty million points from a telephone are kept whole and shown scaled."""
    image = QImage(7300, 5500, QImage.Format.Format_RGB32)
    image.fill(QColor(120, 130, 140))
    image.save(str(tmp_path / "foto.jpg"))
    content = (tmp_path / "foto.jpg").read_bytes()
    assert points(content) == (7300, 5500)
    from tvaerfaglig.ui.children.viewer import _picture

    shown = _picture(content)
    assert (shown.width(), shown.height()) == (2560, 1928)


@pytest.mark.parametrize("kind", ["png", "jpg", "gif", "webp"])
def test_the_size_is_read_as_others_read_it(kind, qapp, tmp_path):
    """Of a real file of each kind that this machine can write; and a cut one is no picture."""
    image = QImage(123, 45, QImage.Format.Format_RGB32)
    image.fill(QColor(1, 2, 3))
    file = tmp_path / f"x.{kind}"
    if not image.save(str(file)):
        pytest.skip("this Qt writes no such pictures")
    content = file.read_bytes()
    assert points(content) == (123, 45)
    for length in range(0, 30, 3):
        assert points(content[:length]) in {(0, 0), (123, 45)}
    assert points(b"%PDF-1.7") == (0, 0)
