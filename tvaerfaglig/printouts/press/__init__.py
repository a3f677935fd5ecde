"""How blocks become sheets: type set, tables drawn, the tags that a screen reader is told by."""
