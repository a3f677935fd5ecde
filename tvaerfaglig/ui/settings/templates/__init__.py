"""Skabeloner: which pack is in use, what another would change, one's own, and files in and out."""
