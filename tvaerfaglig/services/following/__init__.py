"""A letter that comes after another: what is new since, and what came along from the one before."""
