"""The only SQL: the encrypted vault, its keys, its event log and the tables made from it."""
