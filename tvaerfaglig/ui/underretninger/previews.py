"""What the preview is given of a letter: how its paper is made, what for, and what to look at before it leaves."""

from __future__ import annotations

from functools import partial

from tvaerfaglig.services import underretninger
from tvaerfaglig.services.letters.page import LetterPage
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.underretninger import ReadThrough
from tvaerfaglig.ui.preview_request import PreviewRequest

_TO_THE_MUNICIPALITY = "Underretning til kommunen"
_GUARDED = "Må ikke udleveres til eller gennemgås med forældrene."


def of_letter(read: ReadThrough, library: Library) -> PreviewRequest:
    """As it stands now."""
    page = read.page
    return PreviewRequest(
        title=f"Underretning om {page.child.record.name}",
        document="underretning",
        make=partial(underretninger.preview_pdf, letter_id=page.id, library=library),
        word=partial(underretninger.word, letter_id=page.id, library=library),
        child=page.child.id,
        record=page.id,
        purpose="Kladde til gennemlæsning" if page.is_open else _TO_THE_MUNICIPALITY,
        warnings=tuple(_warnings(read)),
    )


def of_copy(page: LetterPage, copy: str) -> PreviewRequest:
    """A finished copy: always the frozen bytes."""
    return PreviewRequest(
        title=f"Underretning om {page.child.record.name}",
        document="underretning",
        make=partial(underretninger.frozen_pdf, finished_id=copy),
        word=partial(underretninger.frozen_word, finished_id=copy),
        child=page.child.id,
        record=page.id,
        purpose=_TO_THE_MUNICIPALITY,
        warnings=(_GUARDED,) if page.hides_parents else (),
    )


def _warnings(read: ReadThrough) -> list[str]:
    page, found = read.page, []
    if page.hides_parents:
        found.append(_GUARDED)
    if page.is_open:
        found.append("Det er en kladde. CPR-nummeret og kontrolnummeret kommer, når du afslutter.")
    if read.names:
        names = ", ".join(dict.fromkeys(one.name for one in read.names))
        found.append(f"Andre børns navne i teksten: {names}. Se dem efter.")
    if page.child.record.protected:
        found.append("Adressen er beskyttet og står ikke på papiret. Oplys den pr. telefon.")
    if read.lost:
        found.append("Et tegn kan ikke trykkes og står som [?].")
    return found
