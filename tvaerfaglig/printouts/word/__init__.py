"""The same outline as the press sets, as a Word file that a caseworker can go on with."""
