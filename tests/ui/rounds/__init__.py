"""Trivselsrunder on the screen: by keyboard from child to child, and looked at in every light."""
