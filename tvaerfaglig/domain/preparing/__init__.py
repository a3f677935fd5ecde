"""What one brings to a konsultation: what the log says, what it does not, and what one writes oneself."""
