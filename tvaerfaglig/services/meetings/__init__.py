"""Kinds of meeting at work: which there are, what holds for a note of one, how its own parts are read."""
