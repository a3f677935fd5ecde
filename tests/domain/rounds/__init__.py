"""The round's records, its scale and its counts, without a vault."""
