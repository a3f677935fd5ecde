"""The papers of indsatser on their way to the preview, and the button that offers them."""
