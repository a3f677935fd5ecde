"""Lister: bring in a list, see every row first, and take it all back in one step."""
