"""Which stream of the log a record lies in, so that one child's stream can be proved whole or erased."""

from __future__ import annotations

from tvaerfaglig.domain.acts import Read
from tvaerfaglig.domain.events import READS
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.rounds.records import Rating
from tvaerfaglig.domain.staff_case import Sealed

HOUSE = "hus"
SEALED = "forseglet"


def stream_of(record: Record, record_id: str) -> str:
    """The child's own stream; a stream of its own for several children; the house's for the rest."""
    if isinstance(record, Read):
        return READS
    if isinstance(record, Sealed):
        return SEALED
    if isinstance(record, Child | Rating):  # a rating also while it is closed, and about nobody
        return record_id if isinstance(record, Child) else record.child
    children = record.about()
    if len(children) == 1:
        return children[0]
    if children or record.KIND == "konsultation":
        return record_id
    return HOUSE
