"""The versions of an underretning: which there are, what lies between two of them, and why.

Versions are the log's own events; nothing is kept twice to compare it.
"""

from tvaerfaglig.services.versions.compared import Change, Compared, Line, SectionChanges, compare
from tvaerfaglig.services.versions.points import Point, What, points
from tvaerfaglig.services.versions.reasons import say_why

__all__ = [
    "Change",
    "Compared",
    "Line",
    "Point",
    "SectionChanges",
    "What",
    "compare",
    "points",
    "say_why",
]
