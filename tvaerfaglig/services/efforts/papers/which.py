"""Which papers an indsats has, what each is called in the log, and to whom it goes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class EffortPaper(StrEnum):
    """The value is the word in the print log."""

    INVITATION = "invitation"
    ARBEJDSPAPIR = "arbejdspapir"
    HANDLEPLAN = "handleplan"
    ARK = "indsatsark"
    STATUS = "status til forældrene"
    FASEPLAN = "faseplan"
    UGEPLAN = "ugeplan"
    FREMMOEDELISTE = "fremmødeliste"
    FREMMOEDEARK = "fremmødeark"
    BESOEG = "besøgsrapport"
    EMNER = "årets emner"
    TEAMLISTE = "teamliste"
    RAMMEAFTALE = "rammeaftale"
    TAK = "tak til den frivillige"
    OVERGANG_VALG = "overgangsark til forældrene"
    OVERGANG = "overgangsark"

    @property
    def heading(self) -> str:
        return _HEADINGS[self]

    @property
    def purpose(self) -> str:
        return _PURPOSES[self]

    @property
    def for_parents(self) -> bool:
        """Whether a family is given it: under the guard it is not made."""
        return self in _FOR_PARENTS


_FOR_PARENTS = {
    EffortPaper.INVITATION,
    EffortPaper.STATUS,
    EffortPaper.FASEPLAN,
    EffortPaper.UGEPLAN,
    EffortPaper.FREMMOEDEARK,
    EffortPaper.OVERGANG_VALG,
    EffortPaper.OVERGANG,
}
_HEADINGS = {
    EffortPaper.INVITATION: "Invitation til forældrene",
    EffortPaper.ARBEJDSPAPIR: "Arbejdspapir",
    EffortPaper.HANDLEPLAN: "Handleplan",
    EffortPaper.ARK: "Ark",
    EffortPaper.STATUS: "Status til forældrene",
    EffortPaper.FASEPLAN: "Faseplan",
    EffortPaper.UGEPLAN: "Ugeplan",
    EffortPaper.FREMMOEDELISTE: "Fremmødeliste",
    EffortPaper.FREMMOEDEARK: "Familiens fremmøde",
    EffortPaper.BESOEG: "Besøgsrapport",
    EffortPaper.EMNER: "Årets emner",
    EffortPaper.TEAMLISTE: "Teamets liste",
    EffortPaper.RAMMEAFTALE: "Rammeaftale",
    EffortPaper.TAK: "Tak og evaluering",
    EffortPaper.OVERGANG_VALG: "Må det følge med?",
    EffortPaper.OVERGANG: "Overgangsark",
}
_PURPOSES = {
    EffortPaper.INVITATION: "At spørge familien, om de vil være med.",
    EffortPaper.ARBEJDSPAPIR: "At familien og huset ved, hvad vi øver, og hvordan vi ser, at det lykkes.",
    EffortPaper.HANDLEPLAN: "At forældrene og huset gør det samme.",
    EffortPaper.ARK: "At følge indsatsen.",
    EffortPaper.STATUS: "At forældrene kan se, hvordan det går.",
    EffortPaper.FASEPLAN: "At hun ved, hvem der er der, og hvornår.",
    EffortPaper.UGEPLAN: "At dagene er til at huske.",
    EffortPaper.FREMMOEDELISTE: "At holde styr på, hvem der er her.",
    EffortPaper.FREMMOEDEARK: "At familien kan se, hvornår de har været her.",
    EffortPaper.BESOEG: "At den næste ved, hvad besøget gav.",
    EffortPaper.EMNER: "At huset ved, hvornår der kommer nogen, og hvad I taler om.",
    EffortPaper.TEAMLISTE: "At beslutte sammen, hvem der gør hvad.",
    EffortPaper.RAMMEAFTALE: "At den frivillige og huset ved, hvad der er aftalt.",
    EffortPaper.TAK: "At sige tak og lære af det.",
    EffortPaper.OVERGANG_VALG: "At forældrene vælger, hvad der følger med barnet.",
    EffortPaper.OVERGANG: "At det nye hus kan tage godt imod barnet.",
}
OF_SHEETS = {"arbejdspapir": EffortPaper.ARBEJDSPAPIR, "handleplan": EffortPaper.HANDLEPLAN}
"""The forms that have a word of their own in the log; any other is an `ARK`."""


@dataclass(frozen=True, slots=True)
class Offered:
    """One paper that can be made now, as a list says it. `sheet` or `visit` is what it prints, where it is one.

    `empty` is the list with room for a pen.
    """

    which: EffortPaper
    words: str
    sheet: str = ""
    visit: str = ""
    empty: bool = False

    @property
    def key(self) -> str:
        return f"{self.which.value}|{self.sheet or self.visit}|{'tom' if self.empty else ''}"
