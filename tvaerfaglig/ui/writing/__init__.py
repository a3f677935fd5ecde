"""Help while one writes, the same wherever there is prose: questions beside the text, and spelling."""
