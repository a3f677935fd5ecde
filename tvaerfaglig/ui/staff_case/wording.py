"""What is said before one writes about a colleague: calmly, and nothing that is not known to be so."""

from __future__ import annotations

from datetime import datetime

from tvaerfaglig.domain import danish
from tvaerfaglig.services.clock import DANISH

HEADING = "Om en ansat"
LINE = "Forseglet: kun for dig og den, du deler med"
FIRST = (
    "Er der fare for et barn nu, så ring først. Tal med lederen, og ikke med andre, heller ikke den, "
    "det handler om."
)
ROADS = (
    (
        "Lederen tager den videre",
        "Lederen taler med kommunen og aftaler, hvad forældrene får at vide, og hvornår.",
    ),
    (
        "Handler det om lederen",
        "Så del med souschefen, eller gå selv til lederens chef eller kommunen.",
    ),
    (
        "Din pligt er din egen",
        "Du kan altid selv underrette, også når lederen siger, at det bliver gjort.",
    ),
)
SEALED = (
    "Det, du skriver, bliver forseglet med din og den andens egen nøgle. Ingen andre kan læse det, heller "
    "ikke den, der passer boksen. Det står ikke hos barnet, ikke i søgningen og ikke i Tal. I loggen står "
    "kun, at du har forseglet noget, og hvornår."
)
KEY = (
    "Nøglen hører til din adgangskode. Skifter du den selv, følger sagen med. Får du en ny af lederen eller "
    "med gendannelsesarket, kan du ikke åbne sagen mere, før den anden forsegler den igen."
)
NOBODY = "Ingen her. Jeg går selv til kommunen"
EMPTY = ("Her er ikke skrevet noget", "Sådan ser siden ud for alle, der ikke har en sag.")
TAMPERED = (
    "En forseglet sag er ændret af noget andet end Tværfaglig og kan ikke åbnes. Sig det til dem, der "
    "passer jeres it."
)


def lost_words(when: datetime, leader: str = "") -> str:
    day = danish.day(when.astimezone(DANISH).date())
    who = leader or "den, du delte med,"
    return (
        f"Sagen, du forseglede {day}, kan din nøgle ikke åbne mere, fordi din adgangskode blev sat af en anden. "
        f"Bed {who} om at forsegle den igen."
    )


def stamp(at: datetime) -> str:
    """As in "11. november kl. 9.40"."""
    local = at.astimezone(DANISH)
    return f"{danish.day_of_month(local.date())} kl. {danish.clock(local.time())}"
