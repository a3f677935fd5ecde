"""Another wording, proposed beside the text: made from the words one has chosen, and settled by who writes."""
