"""The words of the glasses about this child, and what F1 tells: keys, and how readable the sections are."""

from __future__ import annotations

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.reading_glasses import Glass, grown_up_in
from tvaerfaglig.domain.underretning import Stage
from tvaerfaglig.services.letters.glasses import Closely, LaidOut
from tvaerfaglig.services.letters.page import LetterPage
from tvaerfaglig.services.library import Library
from tvaerfaglig.ui.underretninger.edit_told import called
from tvaerfaglig.ui.underretninger.wording import named

HELP = (
    "F8 og Skift+F8 går fra ord til ord. Enter går til stedet i teksten, og Ctrl+Skift+F går tilbage hertil. "
    "Delete lægger et spørgsmål væk. Esc går tilbage."
)
_DRAFT = "Det er kladden, som den står nu. CPR-nummeret er taget ud, og andre børn har ingen navne."
_FROZEN = "Det er det færdige eksemplar. Det kan læses, men ikke rettes her."
_FINISHED = "Underretningen er afsluttet. Lav en rettelse, hvis noget skal ændres."
_ASIDE = "Underretningen er lagt til side. Tag den op igen, hvis du vil skrive i den."
_ONLY_READ = "Du kan læse den, men ikke skrive i den."


def what_it_is(page: LetterPage) -> str:
    """Whether it is the draft that is read, or the copy that was frozen."""
    return _DRAFT if page.is_open or page.frozen is None else _FROZEN


def why_not_written(page: LetterPage) -> str:
    """Why one cannot go from the paper to the text."""
    if page.is_open:
        return _ONLY_READ
    return _ASIDE if page.stage is Stage.HENLAGT else _FINISHED


def said(words: str, page: LetterPage) -> str:
    """With the child's name, and the year in which it is grown."""
    child = page.child.record
    year = grown_up_in(child.born, child.due)
    return danish.capital(named(words, child).replace("{aar}", str(year) if year else "18 år"))


def section_names(page: LetterPage, library: Library) -> dict[str, str]:
    """What the sections are called, those that there are."""
    found = page.template(library.underretning).open_sections(parents_hidden=page.hides_parents)
    return {one.id: named(one.screen, page.child.record) for one in found}


def interpreted(page: LetterPage, glass: Glass) -> list[str]:
    """A line for each parent who reads with an interpreter."""
    if not glass.interpreter:
        return []
    need = [called(one) for one in page.child.record.parents if one.interpreter]
    return [glass.interpreter.replace("{hvem}", one) for one in need]


def help_of(laid: LaidOut | None, closely: Closely | None, library: Library) -> str:
    """The number of readability stands here and nowhere else, with what it is worth."""
    if laid is None or closely is None or not closely.lix:
        return HELP
    names = section_names(laid.page, library)
    lines = [
        f"{names[one]}: {found or 'for kort til at have et'}"
        for one, found in closely.lix
        if one in names
    ]
    return "\n\n".join((HELP, library.glasses.lix, "\n".join(lines)))
