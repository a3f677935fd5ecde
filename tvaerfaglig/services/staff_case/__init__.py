"""Om en ansat: a sealed case, and its paper."""
