"""Trivselsrunder: the rounds, one round, one child rated alone, and the same child together."""
