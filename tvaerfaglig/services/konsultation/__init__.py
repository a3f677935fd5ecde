"""A konsultation, piece by piece: who may, what it rests on, the sitting, its end, and its paper."""
