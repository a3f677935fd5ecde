"""Mødeformer: which kinds of meeting the house uses, and its own."""
