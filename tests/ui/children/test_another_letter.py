"""From a child whose letter was sent, the next one is begun after it."""

from __future__ import annotations

from tvaerfaglig.domain.underretning import Stage
from tvaerfaglig.services import underretninger
from tvaerfaglig.ui.underretninger import NewLetter


def test_the_next_letter_follows_the_last_one_sent(mette, world):
    """The draft first while there is one; once it was sent, a new one after it; of another child none."""
    letter = mette.do(underretninger.begin, "alma").id
    place = mette.place("alma")
    place.view.underret()
    assert mette.went[-1] == ("underretninger", letter)
    mette.do(underretninger.finish, letter, mette.desk.library)
    sent = mette.do(underretninger.register_step, letter, Stage.AFSENDT)
    mette.desk.announce(sent.changes)
    mette.settle()
    place.view.underret()
    assert mette.went[-1] == ("underretninger", NewLetter("alma", letter))
    place.open("bertil")
    mette.settle()
    place.view.underret()
    assert mette.went[-1] == ("underretninger", NewLetter("bertil"))
