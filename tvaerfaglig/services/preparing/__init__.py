"""The preparation sheet: gathered from the log, written on before a konsultation, taken over when it begins."""
