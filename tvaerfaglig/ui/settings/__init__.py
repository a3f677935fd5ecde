"""Indstillinger: one's own things for everyone; people, house, numbers and the vault for the leader."""
