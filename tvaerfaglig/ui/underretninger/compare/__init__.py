"""Two versions of a letter beside each other: to be read without colour, and with the keys alone."""
