"""The papers round a meeting: prepared, followed up, planned, and handed to parents. One door to them all."""
