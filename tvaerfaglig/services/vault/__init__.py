"""The vault as a file: where it lies, its copies, whether it is as it was written."""
