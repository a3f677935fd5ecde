"""What waits for me, what comes in the next days, who has gone quiet, and what changed since yesterday.

Each kind of waiting has a module of its own with one function from a `Morning` to what waits, and a
place in `gathering.KINDS`. What every kind needs is read once, in `Morning`: a kind asks for what is
its own in one or two queries for all children, never one per child.
"""

from tvaerfaglig.services.waiting.gathering import MOST, Ahead, Overview, overview
from tvaerfaglig.services.waiting.quiet import Quiet
from tvaerfaglig.services.waiting.things import Waiting

__all__ = ["MOST", "Ahead", "Overview", "Quiet", "Waiting", "overview"]
