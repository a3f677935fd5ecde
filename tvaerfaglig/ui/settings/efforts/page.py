"""The kinds of indsats there are, and what can be done with each."""

from __future__ import annotations

from typing import Any

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.kind import EffortKind
from tvaerfaglig.services.efforts import changing
from tvaerfaglig.services.efforts.shelf import OnShelf
from tvaerfaglig.services.own_kinds.acts import Offered
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.settings.efforts.edit_page import EditPage
from tvaerfaglig.ui.settings.efforts.outline import OfferedPage, OutlinePage
from tvaerfaglig.ui.settings.kinds.list_page import apart
from tvaerfaglig.ui.settings.kinds.own_kinds_page import OwnKindsPage
from tvaerfaglig.ui.settings.parts import SectionPage
from tvaerfaglig.ui.widgets import card, message

LINE = "Hvilke indsatser I kan begynde, og hvordan hver af dem forløber."
ABOUT = (
    "Gør I det anderledes, så lav jeres egen ud fra en af dem: hvem den er om, faser, rytme, roller og ark. "
    "Indsatser, der er begyndt, beholder den form, de begyndte med."
)


class EffortKindsPage(OwnKindsPage):
    """The program's own first, then the house's."""

    SORT = ("en indsatsform", "indsatsformen")
    FILES = "Indsatsform (*.toml)"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Indsatsformer", LINE, changing)

    def show_kinds(self, standing: Any) -> None:
        kinds: tuple[OnShelf, ...] = standing
        self.rows = {one.ref: self.kind_line(one) for one in kinds if one.in_use}
        used = apart(list(self.rows.values()))
        self.show_cards(
            message(ABOUT, "info"),
            card("I brug", *used) if used else None,
            self.away_card(kinds),
        )

    # one kind

    def outline_page(self, one: OnShelf) -> SectionPage:
        return OutlinePage(self.desk, one.kind)

    def edit_page(self, one: OnShelf, *, fresh: bool) -> SectionPage:
        return EditPage(self.desk, one, fresh=fresh)

    def said_away(self, one: OnShelf) -> str:
        return f"{one.kind.name} er lagt væk. Indsatser, der er begyndt, går videre."

    def offered_page(self, offered: Offered[EffortKind]) -> SectionPage:
        return OfferedPage(self.desk, offered)

    def facts(self, one: OnShelf) -> str:
        return facts(one.kind)


def facts(kind: EffortKind) -> str:
    """»Om en familie · hver uge, 12–16 gange · 3 faser · 4 ark«."""
    whom = danish.join_or([one.word for one in kind.about])
    parts = (
        f"Om {whom}",
        kind.rhythm.words().lower(),
        danish.count(len(kind.phases), "fase", "faser") if kind.phases else "",
        danish.count(len(kind.forms), "ark", "ark"),
    )
    return " · ".join(filter(None, parts))
