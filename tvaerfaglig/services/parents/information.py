"""Når vi skriver om jeres barn: the letter that tells parents what is kept, by whom it is seen, and their rights.

Who answers for it and on what basis follows from who owns the house. Law stands with the day it was
checked; for a house that the municipality does not own the basis is the house's own to write.
"""

from __future__ import annotations

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.parents_texts import LetterTexts, said
from tvaerfaglig.domain.people import Child, Controller, Dagtilbud
from tvaerfaglig.domain.retention import length
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.printouts.papers.parents import InformationPaper
from tvaerfaglig.printouts.papers.parts import Signer
from tvaerfaglig.services.erasing.periods import periods
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.parents.guarded import stop_if_guarded
from tvaerfaglig.services.printing import caution, paper_facts, pressing
from tvaerfaglig.services.printing.pressing import Pressed
from tvaerfaglig.services.session import Session

DOCUMENT = "informationsbrev"
_FILE, _NOT_FOLLOWED, _ABSENCE = "sagen", "undring", "fravaer"
_NO_DPO = "Der står ingen databeskyttelsesrådgiver på huset. Skriv hende i Indstillinger, Huset."
_NO_BASIS = (
    "Huset er ikke kommunalt, og der står ikke, hvad I skriver efter. Lad jeres rådgiver se på det, og skriv "
    "det i Indstillinger, Huset."
)
_NO_CUSTODY = "Der står ikke, hvem der har forældremyndigheden, så brevet er ikke stilet til nogen."


def look_at(session: Session, child_id: str, library: Library) -> Pressed:
    """The letter as it will be given, with what to look at first. Opening it is noted."""
    made = paper(session, child_id, library)
    child = session.child(child_id).record
    house = paper_facts.house_of(session, child)
    sections = pressing.sections(made)
    cautions = (*_cautions(child, house), *caution.cautions(session, child_id, sections))
    session.looked(child=child_id, record=f"{child_id}/{DOCUMENT}", what=DOCUMENT)
    return Pressed(pressing.press(made), sections, cautions)


def paper(session: Session, child_id: str, library: Library) -> InformationPaper:
    """The letter to one child's parents. Stops while the guard hides them."""
    child = session.child(child_id, Action.PRINT).record
    stop_if_guarded(session, child_id, child.first_name)
    texts, house = library.parents.letter, paper_facts.house_of(session, child)
    names = _names(child, house)
    interpreter = _interpreter(child, texts, names)
    return InformationPaper(
        imprint=paper_facts.imprint(session, child),
        child=paper_facts.child_facts(child, session.today),
        title=texts.title,
        subtitle=f"{texts.subtitle}{_by_law(library, texts)}",
        to=danish.join_and([one.name for one in child.custody_holders]),
        date=danish.day(session.today),
        intro=said(texts.intro, **names),
        sections=(
            ("Hvem har ansvaret", _responsible(session, child, house, texts, names)),
            ("Hvad vi skriver", said(texts.what, **names)),
            ("Hvorfor", said(texts.why, **names)),
            ("Efter hvilke regler", law_words(library, house, texts)),
            ("Hvem ser det", said(texts.who, **names)),
            ("Hvor det ligger", said(texts.where, **names)),
            ("Hvor længe", kept_for(session, library, child)),
        ),
        rights=tuple(said(one, **names) for one in texts.rights),
        after=(("Er I uenige", said(texts.complain, **names)), ("Tolk", interpreter)),
        signer=_signer(session, house, child),
    )


def kept_for(session: Session, library: Library, child: Child) -> str:
    """How long it is kept, by the house's own periods, in a parent's words."""
    kept = periods(session, library.retention)
    if _FILE not in kept:
        name = child.first_name
        return said(library.parents.letter.kept, barn=name, barnets=danish.possessive(name))
    words = [f"Til {length(kept[_FILE].months)} efter, at {child.first_name} er stoppet."]
    if _NOT_FOLLOWED in kept:
        words.append(
            f"En undring, der ikke førte til noget, slettes efter {length(kept[_NOT_FOLLOWED].months)}."
        )
    if _ABSENCE in kept:
        words.append(f"Fravær slettes efter {length(kept[_ABSENCE].months)}.")
    words.append(
        "Står noget åbent, som en underretning eller en klage, bliver det, til det er afsluttet."
    )
    return " ".join(words)


def _names(child: Child, house: Dagtilbud | None) -> dict[str, str]:
    return {
        "barn": child.first_name if child.born else "det barn, I venter",
        "barnets": danish.possessive(child.first_name) if child.born else "barnets",
        "hus": house.name if house and not child.hide_house else "dagtilbuddet",
        "kommune": (house.municipality if house else "") or "Kommunen",
    }


def _responsible(
    session: Session,
    child: Child,
    house: Dagtilbud | None,
    texts: LetterTexts,
    names: dict[str, str],
) -> str:
    """Who answers for it, whom to ask first, and the data protection officer."""
    leader = _signer(session, house, child)
    return answers(house, texts, names, leader, phone=not child.hide_house)


def answers(
    house: Dagtilbud | None,
    texts: LetterTexts,
    names: dict[str, str],
    leader: Signer | None,
    *,
    phone: bool = True,
) -> str:
    """Who answers for it: by who owns the house."""
    owner = house.controller if house else Controller.KOMMUNAL
    reached = f"tlf. {house.phone}" if phone and house and house.phone else ""
    first = ", ".join(filter(None, (leader.name if leader else "", reached)))
    lines = [
        danish.capital(said(texts.controller[owner], **names)),
        f"Spørg først leder {first}." if leader else "",
    ]
    if house and house.dpo:
        lines.append(said(texts.dpo, dpo=house.dpo) + ("" if house.dpo.endswith(".") else "."))
    return " ".join(filter(None, lines))


def law_words(library: Library, house: Dagtilbud | None, texts: LetterTexts) -> str:
    """By which law a house writes, with the day it was checked; a private one's own basis as it wrote it."""
    owner = house.controller if house else Controller.KOMMUNAL
    wanted = [*texts.law_everyone, *(texts.law_municipal if owner is Controller.KOMMUNAL else ())]
    refs = [library.law.ref(one) for one in wanted]
    refs = [one for one in refs if one.verified and one.paragraph]
    own = house.data_basis if house and owner is not Controller.KOMMUNAL else ""
    cited = danish.join_and([*dict.fromkeys(one.cite for one in refs), *filter(None, [own])])
    checked = max((one.checked_on for one in refs), default=None)
    when = said(texts.checked, dag=danish.day(checked)) if checked else ""
    return f"{danish.capital(cited)}. {when}".strip()


def _by_law(library: Library, texts: LetterTexts) -> str:
    refs = [library.law.ref(one) for one in texts.law]
    cited = [one.cite for one in refs if one.verified and one.paragraph]
    return f" efter {danish.join_and(cited)}" if cited else ""


def _interpreter(child: Child, texts: LetterTexts, names: dict[str, str]) -> str:
    languages = [one.language for one in child.custody_holders if one.interpreter and one.language]
    if not languages:
        return said(texts.interpreter_any, **names)
    return said(texts.interpreter, sprog=danish.join_and(list(dict.fromkeys(languages))), **names)


def _signer(session: Session, house: Dagtilbud | None, child: Child) -> Signer | None:
    """The leader of the child's house."""
    where = house.name if house and not child.hide_house else ""
    return signed_by(session, child.dagtilbud, where)


def signed_by(session: Session, house_id: str, where: str) -> Signer | None:
    """The leader of a house, before a souschef."""
    leads = [
        one
        for one in session.staff().values()
        if one.role.leads and one.active and house_id in one.houses
    ]
    if not leads:
        return None
    leader = min(leads, key=lambda one: (one.role.word != "leder", one.name))
    return Signer(leader.name, ", ".join(filter(None, (leader.role.word, where))))


def _cautions(child: Child, house: Dagtilbud | None) -> tuple[str, ...]:
    """What the leader looks at first; nothing of it stops her."""
    found = list(missing_of(house)) if house is not None else []
    if not child.custody_holders:
        found.append(_NO_CUSTODY)
    return tuple(found)


def missing_of(house: Dagtilbud) -> tuple[str, ...]:
    """What the house has not written of itself yet."""
    found = [] if house.dpo else [_NO_DPO]
    if house.controller is not Controller.KOMMUNAL and not house.data_basis:
        found.append(_NO_BASIS)
    return tuple(found)
