"""Indsatsformer: which kinds of indsats the house uses, and its own, made from a form."""

from __future__ import annotations

BACK = "Indsatsformer"
