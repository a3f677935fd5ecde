"""A letter that comes after another, on the screen: what is new on top, what came along in grey."""
