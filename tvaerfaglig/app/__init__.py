"""The only place that builds things and hands them to each other: door, vault, house, lock."""

from __future__ import annotations

from tvaerfaglig.app.program import LOCKED, Program
from tvaerfaglig.app.starting import make_demo, start, start_again, start_demo
from tvaerfaglig.app.surroundings import Surroundings

__all__ = [
    "LOCKED",
    "Program",
    "Surroundings",
    "make_demo",
    "start",
    "start_again",
    "start_demo",
]
