"""A disk that ends."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import Built


@dataclass
class Disk:
    """A few megabytes that end; `fill` takes the rest, `empty` gives it back."""

    place: Path

    def fill(self) -> None:
        with (self.place / "filler").open("ab", buffering=0) as out:
            for size in (1 << 16, 1 << 12, 1):
                with suppress(OSError):
                    while True:
                        out.write(b"x" * size)

    def empty(self) -> None:
        (self.place / "filler").unlink()

    def move_in(self, built: Built) -> None:
        """Mælkebøtten, with the program's own folder on the same disk."""
        for name in ("boks", "state"):
            shutil.copytree(built.folder.with_name(name), self.place / name)
