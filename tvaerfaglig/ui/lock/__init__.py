"""The door: unlock, a forgotten password, a first password, and the first start."""
