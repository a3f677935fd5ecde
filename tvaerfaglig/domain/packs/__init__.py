"""Skabelonpakker: what one municipality wants otherwise than the program's own letter, in one file."""
