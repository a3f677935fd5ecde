"""Papers that parents are given: who has seen, and what they should know when their child is written about."""
