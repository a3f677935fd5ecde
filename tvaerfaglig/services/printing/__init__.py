"""Papers on their way out: pressed, looked over, frozen, and noted when they leave."""
