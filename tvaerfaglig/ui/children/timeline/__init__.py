"""A child's timeline: what each kind of record says on it, in order, and unfolded."""
