"""The figures as questions with their drawings, tables and words: the same for the page and for the papers."""
