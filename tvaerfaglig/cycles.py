"""Garbage that points to itself is collected on the windows' thread alone.

Python collects on whichever thread happens to ask for memory. A window's parts that nobody holds any more
are garbage of this kind, and Qt brings the whole process down when one is freed on another thread, such as
the vault's. So the collector is off, and whoever owns the windows collects what is due, between events.
"""

from __future__ import annotations

import gc

OFTEN_MS = 500


def keep_to_one_thread() -> None:
    """From now on nothing is collected but by `collect_due`."""
    gc.disable()


def collect_due() -> bool:
    """What Python would have collected by itself by now, on the windows' thread only; whether there was any."""
    counted, allowed = gc.get_count(), gc.get_threshold()
    due = [n for n in range(3) if allowed[n] and counted[n] > allowed[n]]
    if due:
        gc.collect(due[-1])
    return bool(due)


def settle() -> None:
    """What is loaded by now stays for good: from here on nobody looks through it again (90 ms became 30).

    Once in a process; whatever should end one day, a window above all, is made after it or ended by hand.
    """
    gc.collect()
    if not gc.get_freeze_count():
        gc.freeze()
