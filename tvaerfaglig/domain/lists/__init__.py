"""Lists that others keep: what their headings and cells mean, and what would happen if they came in."""
