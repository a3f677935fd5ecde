"""How many children a text without names still fits: read, weighed against the house, said more broadly."""
