"""Invented texts that the writing help is measured on: one half to build on, one only to report on.

`python -m tests.quality` prints hits, misses and false alarms for each criterion, by half.
"""
