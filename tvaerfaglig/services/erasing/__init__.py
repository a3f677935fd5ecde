"""How long things are kept, what keeps them back, what is due, and erasing it so that it can be proved."""
