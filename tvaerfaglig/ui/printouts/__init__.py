"""Papers on screen: previewed inside the program, then printed or saved."""
