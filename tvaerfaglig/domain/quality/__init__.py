"""The writing help: a snapshot of a letter in, questions out. It asks; it never grades."""
