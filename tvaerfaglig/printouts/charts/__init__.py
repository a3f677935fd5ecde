"""How a course is drawn: for the paper in ink, for the screen in its own colours."""
