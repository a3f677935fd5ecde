"""The letter that tells parents of a round: what it is, who rates, how long it is kept, what they may ask.

It is about no child. Law comes from the same lists as the other letter to parents, and from law.toml only.
"""

from __future__ import annotations

from dataclasses import replace

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.parents_texts import said
from tvaerfaglig.domain.people import Dagtilbud
from tvaerfaglig.domain.retention import length
from tvaerfaglig.domain.rounds.records import Round
from tvaerfaglig.printouts.papers.parents import InformationPaper
from tvaerfaglig.printouts.papers.parts import ChildFacts
from tvaerfaglig.services.erasing.periods import periods
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.parents import information
from tvaerfaglig.services.printing import paper_facts, pressing
from tvaerfaglig.services.printing.pressing import Pressed
from tvaerfaglig.services.rounds import rules
from tvaerfaglig.services.session import Session

DOCUMENT = "brev om trivselsrunden"
_ROUND = "runde"


def look_at_letter(session: Session, library: Library, round_id: str) -> Pressed:
    """The letter as it will be given, with what the leader looks at first."""
    made = letter(session, library, round_id)
    stored = rules.found(session, round_id)
    house = session.houses()[stored.record.dagtilbud]
    return Pressed(pressing.press(made), pressing.sections(made), information.missing_of(house))


def letter(session: Session, library: Library, round_id: str) -> InformationPaper:
    """One letter for all parents of the round. For whoever leads it."""
    stored = rules.found(session, round_id)
    made = stored.record
    rules.require_lead(session, made.dagtilbud)
    house, texts, common = (
        session.houses()[made.dagtilbud],
        library.round_letter,
        library.parents.letter,
    )
    words = _words(library, made, house)
    signer = information.signed_by(session, made.dagtilbud, house.name)
    part = bool(words["stuer"])
    return InformationPaper(
        imprint=replace(
            paper_facts.imprint(session, None),
            house=house.name,
            address=paper_facts.house_line(house, None),
        ),
        child=ChildFacts(name="", first_name=""),
        title=texts.title,
        subtitle=texts.subtitle,
        to=said(texts.to if part else texts.to_all, **words),
        date=danish.day(session.today),
        intro=said(texts.intro if part else texts.intro_all, **words),
        sections=(
            ("Hvad vi gør", said(texts.what, **words)),
            ("Hvorfor", said(texts.why, **words)),
            ("Hvem vurderer", said(texts.who, **words)),
            ("Hvad det bruges til", said(texts.used, **words)),
            ("Det bliver her", said(texts.stays, **words)),
            ("Hvor længe", _kept(session, library)),
            ("Hvem har ansvaret", information.answers(house, common, words, signer)),
            ("Efter hvilke regler", information.law_words(library, house, common)),
        ),
        rights=tuple(said(one, **words) for one in texts.rights),
        after=(
            ("Tal med os", said(texts.talk, **words)),
            ("Er I uenige", said(common.complain, **words)),
            ("Tolk", said(common.interpreter_any, **words)),
        ),
        signer=signer,
    )


def _words(library: Library, made: Round, house: Dagtilbud) -> dict[str, str]:
    """What the braces of the file stand for."""
    scale = rules.scale_of(library, made)
    by_position = {one.position: one.word.lower() for one in library.positions.steps}
    steps = dict.fromkeys(by_position[one.position] for one in scale.steps)
    areas = [one.name.lower() for one in library.trivselsrunde.domains]
    return {
        "hus": house.name,
        "kommune": house.municipality or "Kommunen",
        "stuer": danish.join_and([one.name for one in house.stuer if one.id in made.stuer]),
        "fra": danish.day_and_month(made.first),
        "til": danish.day(made.last),
        "omraader": "; ".join(areas),
        "trin": " eller ".join(filter(None, (", ".join([*steps][:-1]), [*steps][-1]))),
    }


def _kept(session: Session, library: Library) -> str:
    texts, kept = library.round_letter, periods(session, library.retention)
    if _ROUND not in kept:
        return texts.kept_unsaid
    return said(texts.kept, stoppet=length(kept[_ROUND].months))
