"""Help while one writes: questions, spelling, whom a text leads to."""
