"""When something was written, as the clock on the wall was, and how many days it lasted."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.deadline import is_hverdag
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.clock import DANISH


def when_written(stored: Stored[Any]) -> str:
    """»skrevet 10. nov. 9.02«, and »rettet …« where it was."""
    words = f"skrevet {moment(stored.written_at)}"
    return f"{words} · rettet {moment(stored.changed_at)}" if stored.changed else words


def moment(at: datetime) -> str:
    """10. nov. 9.02, as the clock on the wall was."""
    here = at.astimezone(DANISH)
    return f"{danish.day_of_month(here.date())} {danish.clock(here.time())}"


def hverdage(first: date, last: date) -> str:
    """»3 hverdage«: what was away of the days a house is open."""
    days = (first + timedelta(nr) for nr in range((last - first).days + 1))
    return danish.count(sum(map(is_hverdag, days)), "hverdag", "hverdage")
