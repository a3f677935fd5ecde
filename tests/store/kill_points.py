"""What a folder looks like at every point where a program working in it could be killed."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

_TOUCHES = {"open", "os.rename", "os.remove", "os.chmod"}


class _Recorder:
    def __init__(self) -> None:
        self.folder: Path | None = None
        self.target = Path()
        self.taken: list[Path] = []
        self._busy = False
        self._hooked = False

    def start(self, folder: Path, target: Path) -> None:
        if not self._hooked:
            sys.addaudithook(self._heard)  # cannot be taken out again, hence one for the run
            self._hooked = True
        self.folder, self.target, self.taken = folder, target, []

    def _heard(self, event: str, args: tuple[object, ...]) -> None:
        if self.folder is None or self._busy or event not in _TOUCHES:
            return
        if str(args[0]).startswith(str(self.folder)):
            self.snap()

    def snap(self) -> None:
        assert self.folder is not None
        self._busy = True
        try:
            copy = self.target / f"{len(self.taken):03}"
            shutil.copytree(self.folder, copy)
            self.taken.append(copy)
        finally:
            self._busy = False


_RECORDER = _Recorder()


def kill_points(folder: Path, target: Path, work: Callable[[], object]) -> list[Path]:
    """Copies of ``folder`` as it stood before each touch of a file in it, and at the end.

    A half-written file beside (the name ends in .tmp) is added wherever a whole one stood.
    """
    _RECORDER.start(folder, target)
    try:
        work()
        _RECORDER.snap()
    finally:
        _RECORDER.folder = None
    torn = []
    for copy in _RECORDER.taken:
        for part in copy.glob("*.tmp"):
            half = copy.with_name(copy.name + "-torn")
            shutil.copytree(copy, half)
            (half / part.name).write_bytes(part.read_bytes()[: part.stat().st_size // 2])
            torn.append(half)
    return _RECORDER.taken + torn
