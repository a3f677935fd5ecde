"""Each paper by its Danish name, taken apart into headings and blocks in the order in which it is read."""
