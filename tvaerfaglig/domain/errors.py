"""The root of every error whose message is meant for the person at the screen."""

from __future__ import annotations


class ForPeople(Exception):
    """Says in a plain Danish sentence what happened and what to do; never holds a name or a note."""
