"""Rounds in a real vault: planned, rated blind, opened at once, agreed on."""
