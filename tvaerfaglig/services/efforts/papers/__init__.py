"""Papers of an indsats: what goes on each, whom it may be given, and what is asked before it leaves."""
