"""Lister til regneark: one of the house's lists as it stands. The leader's."""

from __future__ import annotations

from functools import partial

from tvaerfaglig.services.lists import tables
from tvaerfaglig.services.lists.tables import Form, Taken, Which
from tvaerfaglig.services.session import Session
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.spreadsheet_card import Sort, Source, SpreadsheetCard
from tvaerfaglig.ui.widgets import boxed, glyph, row, section, small

_LISTS = (
    (Which.CHILDREN, "Børnelisten", "Navn, fødselsdag, stue, sprog, indmeldt og forældre. Uden CPR og adresse."),
    (Which.AGREEMENTS, "Åbne aftaler", "Barn, hvad, hvem og senest."),
    (Which.LETTERS, "Underretninger", "Barn, hvor langt, hvem skriver, og hvad den venter på."),
    (Which.PRINTED, "Skrevet ud og gemt", "Hvem, hvad, hvornår og til hvad."),
)  # fmt: skip
_CLOUD = (
    "Gem listen i en mappe, der kopieres til skyen?",
    "Mappen bliver kopieret til skyen, så listen forlader computeren. Vælg en mappe, der kun ligger her.",
)


class TablesCard(SpreadsheetCard):
    def __init__(self, desk: Desk) -> None:
        source = Source(
            name="Lister til regneark",
            sorts=tuple(Sort(one, words, says, one.word) for one, words, says in _LISTS),
            take=lambda key, form: partial(_take, key, form),
            note=tables.note_taken,
            which="Liste",
            for_what="Hvad skal listen bruges til?",
            to_whom="Hvem skal have den?",
            save="Gem regneark",
            in_a_cloud=_CLOUD,
        )
        head = (
            boxed(row(glyph("tal", "accent"), (section("Lister til regneark"), 1))),
            small("Listen, som den står nu. Det noteres hos hvert barn, der står på den."),
        )
        super().__init__(desk, source, head)


def _take(key: str, form: Form, session: Session) -> Taken:
    return tables.take_out(session, Which(key), form)
