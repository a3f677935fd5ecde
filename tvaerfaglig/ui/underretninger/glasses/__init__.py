"""Sådan læser de det: the letter through the parents' eyes, and the child's at eighteen."""
