"""Agreements from the first word to what came of them: whose they are, what is done to them, what was seen."""
