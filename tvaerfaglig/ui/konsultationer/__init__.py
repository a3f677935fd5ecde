"""Konsultationer: the list of meetings, the note of fifteen parts, and planning a new one.

`desk.go("konsultationer", argument)`: None for the section last chosen
("moeder", "besoeg", "aftaler" for one of them), a konsultation's id for its note, "ny" or "ny:CHILDID"
to plan one, "forbered:ID" to prepare one.
"""

from __future__ import annotations

NEW = "ny"
