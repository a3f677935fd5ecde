"""At følge op: after how long silence is asked about, and which scale stands beside the position."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Slot

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.acts import Settings
from tvaerfaglig.domain.course.ratings import FIRST_SCALE, NO_SCALE
from tvaerfaglig.services import staffing
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.settings.parts import SectionPage, setting
from tvaerfaglig.ui.widgets import card, choice, small

_ASIDE = (
    "Skrives der ofte om et barn, spørges der før: når der er gået tre gange så længe som ellers, dog "
    "tidligst efter to uger. Stille er ikke det samme som godt."
)


class FollowUpPage(SectionPage):
    """Each choice is saved as it is made."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "At følge op", "hvornår der spørges, og hvad der måles med")
        self._settings = Settings()
        weeks = staffing.QUIET_WEEKS
        self.weeks = choice(
            (str(n), danish.count(n, "uge", "uger")) for n in range(weeks[0], weeks[-1] + 1)
        )
        scales = desk.library.scales
        named = [(one.id, one.name) for one in scales.scales]
        self.scale = choice([(NO_SCALE, "Kun de tre positioner"), *named])
        self.weeks.chosen_changed.connect(self._on_weeks)
        self.scale.chosen_changed.connect(self._on_scale)
        self.show_cards(
            card(
                "Stilhed",
                setting(
                    "Spørg, når intet er skrevet i",
                    "Barnet står så på Overblik under Længe siden.",
                    self.weeks,
                ),
                small(_ASIDE),
            ),
            card(
                "Et tal ved siden af positionen",
                setting(
                    "Skala",
                    "Tallene tegner en linje under Forløb, med trinenes ord ved siden af.",
                    self.scale,
                ),
                small(scales.always),
            ),
        )

    def load(self) -> None:
        self.desk.ask(_settings).then(self._take, self, failed=self.refuse)

    def start(self) -> None:
        self.weeks.setFocus()

    def _take(self, settings: Settings) -> None:
        self._settings = settings
        self.weeks.choose(str(settings.quiet_weeks))
        self.scale.choose(settings.scale or FIRST_SCALE)

    @Slot(str)
    def _on_weeks(self, weeks: str) -> None:
        self._save(replace(self._settings, quiet_weeks=int(weeks)))

    @Slot(str)
    def _on_scale(self, scale: str) -> None:
        self._save(replace(self._settings, scale=scale))

    def _save(self, wanted: Settings) -> None:
        ask = self.desk.ask(staffing.save_settings, wanted)
        ask.then(partial(self._saved, wanted), self, failed=self.refuse)

    def _saved(self, wanted: Settings, saved: Saved) -> None:
        self._settings = wanted
        self.tell("Gemt. Det gælder alle i huset.", "ok")
        self.desk.announce(saved.changes, self)


def _settings(session: Session) -> Settings:
    return session.settings()
