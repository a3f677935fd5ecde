"""Overblik: what waits for me, who comes today, and who has gone quiet."""
