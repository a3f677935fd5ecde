"""The place *Tal*: the house's own figures as questions, each with its drawing, its table and its definition."""
