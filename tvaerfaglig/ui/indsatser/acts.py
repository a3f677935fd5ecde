"""What is done with a whole effort from its head: begun before its day, opened again, laid away."""

from __future__ import annotations

from functools import partial

from tvaerfaglig.domain.efforts.records import EffortState
from tvaerfaglig.services.efforts import starting
from tvaerfaglig.services.efforts.reading import EffortPage
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser import CHANGE, CLOSE, PLACE, way
from tvaerfaglig.ui.indsatser.forms import Undo, say_done
from tvaerfaglig.ui.widgets import MenuButton


def offer(more: MenuButton, desk: Desk, page: EffortPage) -> None:
    """Fill the menu with what may be done now, for who runs it; hidden where there is nothing."""
    more.empty()
    made = page.effort
    if page.runs and made.is_open:
        more.add(
            "Ret navn, tid og kolleger",
            partial(desk.go, PLACE, way(page.id, CHANGE)),
            icon="kladde",
        )
        if made.status is EffortState.PLANLAGT:
            more.add("Begynd nu", partial(begin_now, desk, page.id), icon="flueben")
        more.add("Afslut indsatsen", partial(desk.go, PLACE, way(page.id, CLOSE)), icon="flueben")
        if not page.families and not page.unseen:
            more.add("Læg indsatsen væk", partial(_remove, desk, page.id), icon="minus")
    elif page.runs:
        more.add("Åbn indsatsen igen", partial(_reopen, desk, page), icon="fortryd")
    more.setVisible(bool(more.menu_words()))


def begin_now(desk: Desk, effort_id: str) -> None:
    undo = partial(starting.plan_again, effort_id=effort_id)
    desk.ask(starting.begin, effort_id).then(
        partial(_done, desk, "Indsatsen er i gang.", undo), desk
    )


def _reopen(desk: Desk, page: EffortPage) -> None:
    undo = partial(starting.close_again, effort_id=page.id, before=page.effort)
    words = "Indsatsen er åben igen."
    desk.ask(starting.reopen, page.id).then(partial(_done, desk, words, undo), desk)


def _remove(desk: Desk, effort_id: str) -> None:
    desk.ask(starting.remove, effort_id).then(partial(_removed, desk), desk)


def _removed(desk: Desk, saved: Saved) -> None:
    desk.go(PLACE, None)
    _done(desk, "Indsatsen er lagt væk.", partial(starting.put_back, effort_id=saved.id), saved)


def _done(desk: Desk, words: str, undo: Undo, saved: Saved) -> None:
    desk.announce(saved.changes)
    say_done(desk, words, undo)
