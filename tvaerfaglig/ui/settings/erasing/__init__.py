"""Sletning: what is due, what is held back, how long things are kept, and the proof that something is gone."""
