"""A child: the list, her page and her card, what happened to her, and what guards her."""
