"""Tværfaglig: from the first wonder to a notification the municipality can act on."""

__version__ = "0.1.0"
