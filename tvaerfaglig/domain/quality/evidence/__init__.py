"""What a letter rests on: its sentences held against the child's log, and what the log itself can count."""
