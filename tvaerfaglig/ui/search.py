"""Ctrl+K: what is found among children, records and things to do, and what choosing one does."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Slot

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.ages import age_words
from tvaerfaglig.domain.efforts.records import Effort
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services import finding
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser import PLACE
from tvaerfaglig.ui.indsatser.leading import argument_of
from tvaerfaglig.ui.shell.palette import Found, Palette
from tvaerfaglig.ui.theme import Mode, look

_PLACES = (
    ("boern", "Børn", "boern"),
    ("overblik", "Overblik", "overblik"),
    ("konsultationer", "Konsultationer", "konsultation"),
    ("konsultationer:besoeg", "Besøg", "kalender"),
    ("underretninger", "Underretninger", "underretning"),
    ("statusudtalelser", "Statusudtalelser", "statusudtalelse"),
    ("indsatser", "Indsatser", "indsats"),
    ("trivselsrunder", "Trivselsrunder", "trivselsrunde"),
    ("tal", "Tal", "tal"),
    ("udskrifter", "Udskrifter", "udskrift"),
    ("indstillinger", "Indstillinger", "indstillinger"),
)
_ACTS = (
    ("observation", "Ny observation", "Ctrl+N", "plus"),
    ("konsultationer:besoeg:spoerg", "Spørg ved næste besøg", "", "spoergsmaal"),
    ("indsatser:ny", "Begynd en indsats", "", "indsats"),
    ("tal:papir", "Årsopgørelse eller projektrapport", "", "tal"),
    ("noedadgang", "Nødadgang til et barn", "", "beskyttet"),
    ("om-en-ansat", "Om en ansat: forseglet", "", "laas"),
    ("akut", "Akut: ring først", "Ctrl+Skift+A", "akut"),
    ("skjul", "Skjul skærmen", "F9", "vis"),
    ("tema:light", "Lyst tema", "", "vis"),
    ("tema:dark", "Mørkt tema", "", "vis"),
    ("tema:contrast", "Høj kontrast", "", "vis"),
    ("tema:system", "Tema som computeren", "", "vis"),
)
_KINDS = {
    "observation": ("Observation", "observation"),
    "samtale": ("Samtale", "samtale"),
    "bemaerkning": ("Forældrenes bemærkning", "samtale"),
    "fravaer": ("Fravær", "fravaer"),
    "familie": ("Familien", "familie"),
    "bekymring": ("Bekymring", "bekymring"),
    "position": ("Position", "trivselsrunde"),
    "trivselsresultat": ("Trivselsrunde", "trivselsrunde"),
    "ikke_nu": ("Beslutning", "ur"),
    "konsultation": ("Konsultation", "konsultation"),
    "aftale": ("Aftale", "aftale"),
    "tovholder": ("Tovholder", "person"),
    "sundhedsbidrag": ("Sundhedsplejerskens bidrag", "konsultation"),
    "afsnit": ("Underretning", "underretning"),
    "skridt": ("Underretning", "send"),
    "kontakt": ("Opkald til kommunen", "send"),
    "opfoelgning": ("Underretning", "ur"),
    "statusudtalelse": ("Statusudtalelse", "statusudtalelse"),
    "statusudtalelse_skridt": ("Statusudtalelse", "send"),
    "kommentar": ("Kommentar", "samtale"),
    "forslag": ("Forslag til ordlyd", "samtale"),
    "forslag_svar": ("Svar på et forslag", "samtale"),
    "hvorfor": ("Hvorfor ændret", "samtale"),
    "indsats": ("Indsats", "indsats"),
    "indsats_plads": ("Plads i en indsats", "indsats"),
    "indsats_gang": ("Dag i en indsats", "indsats"),
    "indsats_maal": ("Mål", "maal"),
    "indsats_ark": ("Ark i en indsats", "indsats"),
    "indsats_fase": ("Fase", "indsats"),
    "indsats_besoeg": ("Besøg", "indsats"),
    "overlevering": ("Overgangsark", "send"),
    "bilag": ("Bilag", "belaeg"),
}
_PAGES = {
    "konsultation": "konsultationer",
    "observation": "observation",
    "statusudtalelse": "statusudtalelser",
    "trivselsresultat": "trivselsrunder",
}


class Search(QObject):
    """Answers the palette, and goes where the chosen one points."""

    def __init__(self, desk: Desk, palette: Palette, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._palette = palette
        palette.asked.connect(self._on_asked)
        palette.chosen.connect(self._on_chosen)

    @Slot(str)
    def _on_asked(self, words: str) -> None:
        if not words.strip():
            self._palette.show_found(words, _acts(""))
            return
        self._desk.ask(finding.find, words).then(partial(self._show, words), self)

    def _show(self, words: str, found: finding.Found) -> None:
        children = [
            Found(
                f"boern:{one}",
                child.name,
                age_words(child, self._desk.clock.now().date()),
                "",
                "Børn",
                child.name,
            )
            for one, child in found.children[:8]
        ]
        named_first = sorted(found.records, key=lambda one: not _is_called(one, words))
        records = [_record(one, found) for one in named_first]
        self._palette.show_found(words, [*children, *_acts(words), *records])

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        place, _, argument = key.partition(":")
        if place == "tema":
            look().choose(Mode(argument))
        elif place == "observation" and argument:
            self._desk.go("observation", argument)
        else:
            self._desk.go(place, argument or None)


def _acts(words: str) -> list[Found]:
    typed = danish.fold(words)
    made = [Found(key, name, "", icon, "Gå til") for key, name, icon in _PLACES]
    made += [Found(key, name, keys, icon, "Gør") for key, name, keys, icon in _ACTS]
    return [one for one in made if not typed or typed in danish.fold(one.title)]


def _is_called(stored: Stored[Any], words: str) -> bool:
    """Who types the name of an indsats looks for it, not for what was written of it."""
    made = stored.record
    return isinstance(made, Effort) and danish.fold(words.strip()) in danish.fold(made.name)


def _record(stored: Stored[Any], found: finding.Found) -> Found:
    record: Record = stored.record
    word, icon = _KINDS.get(record.KIND, (record.KIND, "info"))
    children = [found.names.of_child(child) for child in record.about()]
    said = found.said(stored)
    if isinstance(record, Effort):  # its place and its project are not what it is called
        said = found.names.said(record.name)
    day = record.happened()[:10]
    head = " · ".join(filter(None, (word, danish.join_and(children), _day(day))))
    return Found(_target(stored), said[:110], head, icon, "Skrevet")


def _day(iso: str) -> str:
    from datetime import date

    return danish.day(date.fromisoformat(iso)) if iso else ""


def _target(stored: Stored[Any]) -> str:
    record = stored.record
    in_effort = argument_of(stored)
    if in_effort is not None:
        return f"{PLACE}:{in_effort}"
    letter = getattr(record, "underretning", "")
    if letter:
        return f"underretninger:{letter}"
    if record.KIND in _PAGES:
        return f"{_PAGES[record.KIND]}:{stored.id}"
    if record.KIND == "statusudtalelse_skridt":
        return f"statusudtalelser:{record.status}"
    if record.KIND == "aftale":
        return f"konsultationer:aftaler:{stored.id}"
    return f"boern:{record.about()[0]}" if record.about() else "overblik:"
