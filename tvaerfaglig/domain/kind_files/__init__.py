"""What files of kinds have in common: a house reads, edits, gives on and brings in each of them the same way."""
