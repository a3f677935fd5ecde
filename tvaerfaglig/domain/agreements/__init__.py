"""What is true of agreements beside the record itself: read from a line, repeated, standing, held."""
