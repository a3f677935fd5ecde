"""Forbered: what the log offers and what one writes oneself, before a konsultation.

`desk.go("konsultationer", "forbered:ID")` opens it; `PREPARE` is the word before the colon.
"""

from __future__ import annotations

PREPARE = "forbered"
