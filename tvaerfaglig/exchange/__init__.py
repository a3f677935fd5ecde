"""Files that come from others and go to others. Nothing in here knows the vault."""
