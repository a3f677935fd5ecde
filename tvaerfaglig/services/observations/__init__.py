"""Observations: the page where one is written, and what was seen before."""
