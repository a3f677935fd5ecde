"""The section *Aftaler*: mine, the house's or one child's, from the first word to what came of them."""
