"""What stands beside a letter that is sent: the clock, the log, the letters that follow, and the journal."""
