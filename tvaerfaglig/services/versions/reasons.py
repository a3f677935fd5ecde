"""Why a sitting changed what it did, said afterwards by the one who sat there."""

from __future__ import annotations

from tvaerfaglig.domain.letter_beside import WhyChanged
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.services.errors import NotAllowed, NotFound
from tvaerfaglig.services.letters.opening import find
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.versions.course import course_of
from tvaerfaglig.services.versions.points import of_course

_NOT_YOURS = "Kun den, der skrev, kan sige hvorfor. Skriv en kommentar i stedet."


def say_why(session: Session, letter_id: str, point_id: str, text: str) -> Saved:
    """Keep the reason with the sitting. Said again, the first stays in the log; an empty one takes it away."""
    letter = find(session, letter_id, Action.UNDERRET)
    known = of_course(session, course_of(session, letter))
    point = next((one for one in known if one.id == point_id and one.first), None)
    if point is None:
        raise NotFound("Den version findes ikke længere.")
    if not point.is_mine(session.my_id):
        raise NotAllowed(_NOT_YOURS)
    made = WhyChanged(
        underretning=letter_id,
        child=letter.record.child,
        version=point.first,
        text=text.strip(),
        by=session.my_id,
        day=session.today,
    )
    with session.write() as pen:
        return Saved(pen.put(made, f"{point.first}/hvorfor"), pen.changes)
