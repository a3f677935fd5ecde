"""Counting whom a text without names fits."""
