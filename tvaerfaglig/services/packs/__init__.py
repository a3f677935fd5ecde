"""Skabelonpakker: which there are, which is in use, which one a letter was begun with."""
