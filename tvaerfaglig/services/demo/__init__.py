"""The invented world: read from resources/demo, and lived through by the services themselves."""
