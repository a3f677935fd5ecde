"""Indsigt in a child, gone through record by record: what others must not be told is barred before it is handed out."""
