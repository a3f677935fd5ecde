"""At the door: who has the vault open, a password tried, a note left, and the way in and out."""
