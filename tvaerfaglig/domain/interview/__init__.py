"""Spørg mig: the reflection questions, which of them a letter is still asked, and where answers land."""
