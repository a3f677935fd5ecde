"""Help while one writes."""
