"""Indsatser: kinds of them, who is in them, the days they are held and what each family takes away."""
