"""The charts of *Tal*, drawn once: for the paper in ink, for the screen as SVG in its own colours."""
