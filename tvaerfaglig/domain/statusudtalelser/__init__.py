"""A statusudtalelse: what the municipality asks a house to tell of a child it is looking into."""
