"""After somebody's way in was taken away: the copies from before, that her password still opens."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.services.copying.shelves import CopyRow, Shelves
from tvaerfaglig.ui.copy_words import lies, when
from tvaerfaglig.ui.widgets import Confirm, small, well

_MOST = 6
_STAYS = (
    "Boksen har fået en ny nøgle, men kopierne fra før har den gamle. Har nogen både en kopi og "
    "{whose} gamle adgangskode, kan den læses. Lader du dem ligge, går de af sig selv, efterhånden som "
    "der kommer nye; det kan tage fire uger."
)
_UNKNOWN = (
    "Kopier, du selv har lagt andre steder, kender programmet ikke. Dem må du selv finde frem."
)


def is_worth_asking(seen: Shelves) -> bool:
    """Some are known, or some may lie where nobody can look now."""
    return bool(seen.copies) or not seen.reached


def ask_about_old_copies(parent: QWidget, name: str, seen: Shelves) -> Confirm:
    """The window with each of them, opened; `accepted` means a new copy and these away."""
    count = len(seen.copies)
    whose = danish.possessive(name)
    asks = (
        f"{whose} gamle adgangskode åbner stadig {danish.count(count, 'kopi', 'kopier', spelled=True)}"
        if count
        else f"{whose} gamle adgangskode åbner måske kopier på {_drive(seen)}"
    )
    asked = Confirm(
        parent,
        asks,
        _STAYS.format(whose=whose),
        _listed(seen),
        small(_UNKNOWN),
        act="Tag en ny, smid de gamle ud",
        safe="Lad dem ligge",
    )
    asked.finished.connect(asked.deleteLater)
    asked.open()
    return asked


def _drive(seen: Shelves) -> str:
    return seen.second.called if seen.second else "det andet sted"


def _listed(seen: Shelves) -> QWidget:
    today = seen.now.date()
    lines = [_line(one, seen, today) for one in seen.copies[:_MOST]]
    more = len(seen.copies) - _MOST
    if more > 0:
        lines.append(f"og {more} til")
    if not seen.reached:
        lines.append(
            f"{_drive(seen)} kan ikke nås lige nu. De, der ligger der, går, når drevet er sat i."
        )
    return well(*(small(line) for line in lines))


def _line(one: CopyRow, seen: Shelves, today: date) -> str:
    return f"{danish.capital(when(one.at, today))}. {lies(one, seen.second)}"
