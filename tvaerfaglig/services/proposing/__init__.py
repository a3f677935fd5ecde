"""Another wording, proposed beside the text: never a silent edit, never applied blindly, never on paper."""
