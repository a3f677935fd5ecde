"""What stands on each paper, said as plain text by the services; nothing here knows how it looks."""
