"""Tværfaglig: from the first wonder to a notification the municipality can act on."""
