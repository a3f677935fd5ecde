"""Kinds of meeting: each one a file with its parts, its rules and its seats at the table.

A paper that shows one part of its own (the three columns, the three houses) reads `lines.columns_of(part,
answer)` and `lines.scale_of(...)`; the part itself is `services.meetings.shelf.form_of(...).part(id).own`.
"""
