"""Ark: what is written of the effort itself, which names nobody; a family's own sheets stand on her page."""
