"""Indsatser: kinds of them as data, and what is written while one runs.

What the families share (the effort, its days) names nobody; what belongs to a family is about one child. So
one family's page cannot carry another's data: there is no record that holds both.
"""
