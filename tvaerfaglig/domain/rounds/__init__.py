"""Trivselsrunder: two adults rate each child alone, then together; an aid to thought, never a file on the child."""
