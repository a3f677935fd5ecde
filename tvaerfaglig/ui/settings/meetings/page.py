"""The kinds of meeting there are, in groups, and what can be done with each."""

from __future__ import annotations

from typing import Any

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.meetings.kind import KONSULTATION, MeetingKind
from tvaerfaglig.services.meetings import changing
from tvaerfaglig.services.meetings.shelf import OnShelf
from tvaerfaglig.services.own_kinds.acts import Offered
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.settings.kinds.list_page import apart
from tvaerfaglig.ui.settings.kinds.own_kinds_page import OwnKindsPage
from tvaerfaglig.ui.settings.meetings.edit_page import EditPage
from tvaerfaglig.ui.settings.meetings.outline import OfferedPage, OutlinePage
from tvaerfaglig.ui.settings.parts import SectionPage
from tvaerfaglig.ui.widgets import card, message

LINE = "Hvilke møder I holder, og hvad notatet spørger om."
ABOUT = (
    "Vil kommunen have det anderledes, så lav jeres egen ud fra en af dem: andre ord, anden rækkefølge, egne dele. "
    "Notater, der er skrevet, beholder den mødeform, de er skrevet efter."
)


class MeetingsPage(OwnKindsPage):
    """One card for each group."""

    SORT = ("en mødeform", "mødeformen")
    FILES = "Mødeform (*.toml)"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Mødeformer", LINE, changing)

    def show_kinds(self, standing: Any) -> None:
        kinds: tuple[OnShelf, ...] = standing
        self.rows = {one.ref: self.kind_line(one) for one in kinds if one.in_use}
        groups = dict.fromkeys(one.kind.group for one in kinds if one.in_use)
        shown = [
            card(
                group,
                *apart(
                    [self.rows[one.ref] for one in kinds if one.in_use and one.kind.group == group]
                ),
            )
            for group in groups
        ]
        self.show_cards(message(ABOUT, "info"), *shown, self.away_card(kinds))

    # one kind

    def outline_page(self, one: OnShelf) -> SectionPage:
        return OutlinePage(self.desk, one.kind)

    def edit_page(self, one: OnShelf, *, fresh: bool) -> SectionPage:
        return EditPage(self.desk, one, fresh=fresh)

    def said_away(self, one: OnShelf) -> str:
        return f"{one.kind.name} er lagt væk. Notater, der er skrevet, står der endnu."

    def offered_page(self, offered: Offered[MeetingKind]) -> SectionPage:
        return OfferedPage(self.desk, offered)

    def may_go(self, one: OnShelf) -> bool:
        """A konsultation is what is used when nothing else is chosen."""
        return bool(one.ref != KONSULTATION)

    def facts(self, one: OnShelf) -> str:
        kind = one.kind
        who = danish.join_and([role.word for role in kind.held_by]) or "alle"
        parts = danish.count(len(kind.parts), "del", "dele")
        return f"{parts} · {kind.note_type.word} · omkring {kind.minutes} min. · kan planlægges af {who}"
