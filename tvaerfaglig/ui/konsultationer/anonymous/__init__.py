"""Beside a note without names: how many children it fits, and what could be written instead."""
