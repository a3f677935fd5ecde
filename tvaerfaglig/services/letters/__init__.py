"""An underretning, piece by piece: begun, kept as it is written, read as its readers will, finished, put on paper."""
