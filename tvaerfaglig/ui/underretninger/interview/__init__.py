"""Spørg mig: one question at a time, and the answers among the letter's own words."""
