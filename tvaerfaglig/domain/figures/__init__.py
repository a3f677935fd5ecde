"""*Tal*: what a house may count of its own work, each figure with its definition, none of them a ranking."""
