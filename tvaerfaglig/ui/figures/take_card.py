"""The figures as a spreadsheet: anonymous counts, as the page shows them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tvaerfaglig.services.figures import taking_out
from tvaerfaglig.services.figures.page import Wanted
from tvaerfaglig.services.figures.taking_out import TakenFigures, Which
from tvaerfaglig.services.lists.tables import Form
from tvaerfaglig.services.session import Session
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.spreadsheet_card import Sort, Source, SpreadsheetCard
from tvaerfaglig.ui.widgets import small

_SORTS = (
    Sort(
        Which.TAL,
        "Tallene på siden",
        "Som de er valgt nu, med forklaring på hvert tal. Det skjulte er også skjult her.",
        Which.TAL.word,
    ),
    Sort(
        Which.LANDSSTATISTIK,
        "Underretninger som i landsstatistikken",
        "De fem oplysninger, hver for sig.",
        Which.LANDSSTATISTIK.word,
    ),
)
_CLOUD = (
    "Gem tallene i en mappe, der kopieres til skyen?",
    "Mappen bliver kopieret til skyen, så tallene forlader computeren. Der står ingen navne i dem.",
)


class TakeCard(SpreadsheetCard):
    """`wanted` tells what the page shows when the file is made."""

    def __init__(self, desk: Desk, wanted: Callable[[], Wanted]) -> None:
        source = Source(
            name="Tal som regneark",
            sorts=_SORTS,
            take=lambda key, form: partial(_take, wanted(), key, form),
            note=taking_out.note_taken,
            which="Hvilke tal?",
            for_what="Hvad skal tallene bruges til?",
            to_whom="Hvem skal have det?",
            save="Vælg, hvor det gemmes",
            in_a_cloud=_CLOUD,
        )
        super().__init__(desk, source, (small("Ingen børn og ingen kolleger står i filen."),))


def _take(wanted: Wanted, key: str, form: Form, session: Session) -> TakenFigures:
    return taking_out.take_out(session, wanted, Which(key), form)
