"""Whoever comes to the house: how often, the days of a year, one visit, what is asked of her and what she gives."""
