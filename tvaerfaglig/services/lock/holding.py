"""One program per vault: who has it open, said in a file beside it; and one window per person and vault.

What is said: the name on the key, the computer's name and since when. Within one computer the system's own
hold on the file is the truth. From another computer a sign of life within the last minutes counts too,
because a shared folder does not always carry holds.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from tvaerfaglig.domain import danish
from tvaerfaglig.services.clock import Clock
from tvaerfaglig.services.errors import ServiceError
from tvaerfaglig.store.held_file import Held, HeldFile, look
from tvaerfaglig.store.medium import only_reads

FILE = "vault.open"
_LIVES = timedelta(minutes=5)


class OpenElsewhere(ServiceError):
    """Somebody else has the vault open; the message says who and where."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has it open. The times are ISO; empty where the note could not be read."""

    name: str = ""
    computer: str = ""
    since: str = ""
    alive: str = ""


class Hold:
    """The vault is ours until `release`; `beat` now and then tells other computers that we live."""

    def __init__(self, file: HeldFile | None, holder: Holder) -> None:
        self._file = file
        self._holder = holder
        self._say()

    def beat(self, clock: Clock) -> None:
        self._holder = replace(self._holder, alive=_stamp(clock))
        self._say()

    def release(self) -> None:
        if self._file is not None:
            self._file.release()

    def _say(self) -> None:
        if self._file is not None:
            with contextlib.suppress(OSError):  # a full disk: the hold itself stands
                self._file.say(json.dumps(asdict(self._holder)).encode())


def hold(folder: Path, name: str, clock: Clock) -> Hold:
    """Take the vault for this process. Raises OpenElsewhere when another has it.

    What a dead process left is taken over without a word. Where no file can be made (a full disk, a medium
    that cannot be written) nobody is kept out.
    """
    taken = who(folder, clock)
    if taken is not None:
        raise OpenElsewhere(in_words(taken, clock))
    file = None
    try:
        with contextlib.suppress(OSError):
            if only_reads(folder):
                return Hold(None, Holder())
            file = HeldFile(folder / FILE)
    except Held:
        raise OpenElsewhere(in_words(who(folder, clock) or Holder(), clock)) from None
    now = _stamp(clock)
    return Hold(file, Holder(name, _computer(), now, now))


def who(folder: Path, clock: Clock) -> Holder | None:
    """Who has the vault open, in this process or any other; None when nobody has."""
    held, words = look(folder / FILE)
    said = _read(words)
    if held:
        return said
    elsewhere = said.computer not in {"", _computer()}
    return said if elsewhere and _lives(said, clock) else None


def in_words(holder: Holder, clock: Clock) -> str:
    """A sentence for the door: who, where, since when, and what to do."""
    whom = f" hos {holder.name}" if holder.name else ""
    here = holder.computer in {"", _computer()}
    where = "her på computeren" if here else f"på {holder.computer}"
    since = _since(holder, clock)
    then = "Når den er låst dér, kan du låse op her."
    return f"Boksen er åben{whom} {where}{since}. {then}"


def _since(holder: Holder, clock: Clock) -> str:
    try:
        since = datetime.fromisoformat(holder.since).astimezone(clock.now().tzinfo)
    except ValueError:
        return ""
    day = "" if since.date() == clock.now().date() else f" {danish.day(since.date())}"
    return f" siden{day} kl. {danish.clock(since.time())}"


def _read(words: bytes) -> Holder:
    """Anyone who can write in the folder can write here: only short words are believed."""
    try:
        said = json.loads(words)
        return Holder(*(_short(said[one]) for one in ("name", "computer", "since", "alive")))
    except (ValueError, KeyError, TypeError, RecursionError):
        return Holder()


def _short(word: object) -> str:
    return "".join(one for one in str(word)[:80] if one.isprintable())


def _lives(said: Holder, clock: Clock) -> bool:
    try:
        quiet = clock.now() - datetime.fromisoformat(said.alive)
    except (ValueError, TypeError):
        return False
    return abs(quiet) < _LIVES


def _stamp(clock: Clock) -> str:
    return clock.now().isoformat(timespec="seconds")


# one window


class Seat:
    """This program is the one window of this person on this vault, until `release`."""

    def __init__(self, name: str, file: HeldFile | None) -> None:
        self.name = name
        self._file = file

    def release(self) -> None:
        if self._file is not None:
            self._file.release()


def window_name(state: Path, folder: Path) -> str:
    """What the one window of this person on this vault is called between programs; it tells nothing."""
    place = "\n".join(os.path.normcase(os.path.realpath(one)) for one in (state, folder))
    return f"tvaerfaglig-{hashlib.sha256(place.encode()).hexdigest()[:20]}"


def sit(state: Path, folder: Path) -> Seat | None:
    """Be the one window; None when another program is. Where nothing can be noted nobody is kept out."""
    name = window_name(state, folder)
    try:
        state.mkdir(parents=True, exist_ok=True, mode=0o700)
        return Seat(name, HeldFile(state / f"{name}.window"))
    except Held:
        return None
    except OSError:
        return Seat(name, None)


def _computer() -> str:
    """Not by `platform`, which takes a millisecond that somebody at the door waits for."""
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename
