"""Akut: ring first, write afterwards; readable without unlocking."""
