"""Nyheder and Om programmet."""

from __future__ import annotations

import platform

import PySide6

from tvaerfaglig.domain import danish
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.printouts.it_card import ItCard
from tvaerfaglig.ui.settings.parts import SectionPage
from tvaerfaglig.ui.widgets import boxed, card, col, glyph, row, small, strong, text

_LICENCE = (
    "Mozilla Public License 2.0. Du må bruge, kopiere og ændre programmet. "
    "Ændringer i dets egne filer skal gives videre på samme vilkår. Teksten følger med i filen LICENSE."
)
_PROMISES = (
    (
        "Intet forlader computeren",
        "Programmet bruger ikke netværket: ikke ved start, ikke til opdateringer, ikke til statistik.",
    ),
    (
        "Kun jeres nøgler",
        "Boksen er krypteret. Vi, der har lavet programmet, kan ikke åbne den, heller ikke hvis I beder os.",
    ),
    (
        "Spørgsmål, aldrig karakterer",
        "Programmet spørger til teksten. Det bedømmer hverken den eller dig, og det standser aldrig en underretning.",
    ),
)


class NewsPage(SectionPage):
    """What each version brought, the newest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Nyheder", "Det, der er kommet til.")
        cards = [
            card(
                release.heading,
                *(
                    boxed(row(glyph("flueben", "ok", 18), (text(words), 1)))
                    for words in release.news
                ),
                count=f"version {release.version} · {danish.day(release.day)}",
            )
            for release in desk.library.news
        ]
        self.show_cards(*cards)


class AboutPage(SectionPage):
    """What it is, what it promises, and what somebody from IT asks about."""

    def __init__(self, desk: Desk) -> None:
        version = desk.library.news[0].version if desk.library.news else ""
        super().__init__(desk, "Tværfaglig", f"Version {version}")
        promises = [boxed(col(strong(head), text(words), gap=1)) for head, words in _PROMISES]
        machine = f"{platform.system()} {platform.release()}"
        system = f"Python {platform.python_version()} · Qt {PySide6.__version__} · {machine}"
        self.it = ItCard(desk) if desk.me.role.leads else None
        self.show_cards(
            card("Det lover vi", *promises),
            self.it,
            card("Licens", text(_LICENCE)),
            card(
                "Når jeres it spørger",
                small(system),
                small("Filerne ligger i boksens mappe; README beskriver dem."),
            ),
        )
