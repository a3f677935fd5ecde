"""Two texts held against each other, sentence by sentence, and word by word inside a changed one.

Nothing is lost on the way: the old text and the new one can both be built again from the comparison.
"""

from tvaerfaglig.domain.comparing.pieces import (
    Comparison,
    Kind,
    Piece,
    Word,
    compare,
    words_between,
)
from tvaerfaglig.domain.comparing.sentences import sentence_at, sentences
from tvaerfaglig.domain.comparing.tracing import Written, trace

__all__ = [
    "Comparison",
    "Kind",
    "Piece",
    "Word",
    "Written",
    "compare",
    "sentence_at",
    "sentences",
    "trace",
    "words_between",
]
