"""Copies of the vault: taken by themselves, carried to a second place, looked at, put back, taken away."""
