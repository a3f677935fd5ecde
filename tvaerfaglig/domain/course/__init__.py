"""One child's course: where she stood when, who said so, what was done meanwhile, and which steps were taken."""
