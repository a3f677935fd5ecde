"""Frivillige: the list of a house's volunteers, and one of them with her places, hours and what was agreed.

A volunteer has no key to the program. What is shown here is about her, and never what was written of a child.
"""

from __future__ import annotations

LIST, ONE = "frivillige", "frivillig"
NEW = "ny"
