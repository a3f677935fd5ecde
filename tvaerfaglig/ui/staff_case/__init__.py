"""Om en ansat: what a person and the leader she chose write about a colleague, sealed to the two of them."""
