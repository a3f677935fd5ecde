"""Everything in `resources/` that a municipality may change, read once when the program starts.

The lock screen needs only Akut and the numbers, and reads those by itself: `akut` and
`local_numbers`. The numbers lie beside the vault once the house has its own (decisions.md no. 8).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tvaerfaglig import paths
from tvaerfaglig.domain.closing import FILE as CLOSING
from tvaerfaglig.domain.closing import Closing, parse_closing
from tvaerfaglig.domain.consent.form import FILE as CONSENT
from tvaerfaglig.domain.consent.form import ConsentForm, parse_consent
from tvaerfaglig.domain.consent.form import unknown_law as unknown_in_consent
from tvaerfaglig.domain.course.way import FILE as WAY
from tvaerfaglig.domain.course.way import Way, parse_way
from tvaerfaglig.domain.efforts.kind import EffortKind
from tvaerfaglig.domain.efforts.reading import parse_kind as parse_effort_kind
from tvaerfaglig.domain.form import KonsultationForm, parse_form
from tvaerfaglig.domain.indsigt import IndsigtTexts, parse_indsigt
from tvaerfaglig.domain.indsigt import unknown_law as unknown_in_indsigt
from tvaerfaglig.domain.interview import questions as interview
from tvaerfaglig.domain.interview.questions import Reflections, parse_reflections
from tvaerfaglig.domain.it_sheet import FILE as IT_SHEET
from tvaerfaglig.domain.it_sheet import ItSheet, parse_it_sheet
from tvaerfaglig.domain.ladder import FILE as AFTER
from tvaerfaglig.domain.ladder import Ladder, parse_ladder
from tvaerfaglig.domain.ladder import unknown_law as unknown_in_ladder
from tvaerfaglig.domain.law import Law, parse_law
from tvaerfaglig.domain.local_numbers import (
    LocalNumbers,
    local_numbers_toml,
    parse_local_numbers,
)
from tvaerfaglig.domain.meetings.kind import KONSULTATION, STANDARD, MeetingKind
from tvaerfaglig.domain.meetings.reading import parse_kind
from tvaerfaglig.domain.parents_texts import ParentsTexts, parse_parents_texts
from tvaerfaglig.domain.parents_texts import unknown_law as unknown_in_parents
from tvaerfaglig.domain.quality.finding import Questions, parse_questions
from tvaerfaglig.domain.reading_glasses import FILE as GLASSES
from tvaerfaglig.domain.reading_glasses import Glasses, parse_glasses
from tvaerfaglig.domain.resource import ResourceError, once_each
from tvaerfaglig.domain.retention import Retention
from tvaerfaglig.domain.retention_file import parse_retention
from tvaerfaglig.domain.rounds.form import FILE as ROUNDS
from tvaerfaglig.domain.rounds.form import RoundForm, parse_round_form, unknown_steps
from tvaerfaglig.domain.rounds.letter import FILE as ROUND_LETTER
from tvaerfaglig.domain.rounds.letter import RoundLetter, parse_round_letter
from tvaerfaglig.domain.signs import Signs, parse_signs
from tvaerfaglig.domain.statusudtalelser.form import FILE as STATUS
from tvaerfaglig.domain.statusudtalelser.form import (
    StatusForm,
    parse_status_form,
    unknown_dimensions,
)
from tvaerfaglig.domain.template import Template, parse_template
from tvaerfaglig.domain.template import unknown_law as unknown_grounds
from tvaerfaglig.domain.texts import (
    Akut,
    FirstRun,
    Release,
    Rules,
    parse_akut,
    parse_first_run,
    parse_news,
    parse_rules,
    unknown_law,
)
from tvaerfaglig.domain.visiting.areas import FILE as AREAS
from tvaerfaglig.domain.visiting.areas import Areas, parse_areas
from tvaerfaglig.domain.vocabulary import Categories, Place, parse_categories, parse_places
from tvaerfaglig.domain.wellbeing import Positions, Scales, parse_positions, parse_scales

if TYPE_CHECKING:
    from tvaerfaglig.domain.figures.definitions import Definitions
    from tvaerfaglig.domain.quality.evidence.topics import EvidenceWords
    from tvaerfaglig.domain.quality.language.rules import Language
    from tvaerfaglig.domain.reidentify.words import Words

NUMBERS = "lokale-numre.toml"
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    law: Law
    categories: Categories
    signs: Signs
    positions: Positions
    scales: Scales
    places: tuple[Place, ...]
    questions: Questions
    reflections: Reflections
    glasses: Glasses
    underretning: Template
    konsultation: KonsultationForm
    meetings: tuple[MeetingKind, ...]
    efforts: tuple[EffortKind, ...]
    statusudtalelse: StatusForm
    trivselsrunde: RoundForm
    round_letter: RoundLetter
    akut: Akut
    rules: Rules
    parents: ParentsTexts
    indsigt: IndsigtTexts
    first_run: FirstRun
    news: tuple[Release, ...]
    retention: Retention
    it_sheet: ItSheet
    ladder: Ladder
    consent: ConsentForm
    areas: Areas
    way: Way
    closing: Closing


def load(folder: Path | None = None) -> Library:
    """The whole shelf; a file that cannot be understood raises `ResourceError`, in Danish."""
    at = folder or paths.resources()
    library = Library(
        law=law(at),
        categories=_read(at / "categories.toml", parse_categories),
        signs=_read(at / "signs.toml", parse_signs),
        positions=_read(at / "positions.toml", parse_positions),
        scales=_read(at / "scales.toml", parse_scales),
        places=_read(at / "places.toml", parse_places),
        questions=_read(at / "questions.toml", parse_questions),
        reflections=_read(at / interview.FILE, parse_reflections),
        glasses=_read(at / GLASSES, parse_glasses),
        underretning=_read(at / "templates" / "underretning.toml", parse_template),
        konsultation=_read(at / "templates" / "konsultation.toml", parse_form),
        meetings=meetings(at),
        efforts=efforts(at),
        statusudtalelse=_read(at / "templates" / STATUS, parse_status_form),
        trivselsrunde=_read(at / ROUNDS, parse_round_form),
        round_letter=_read(at / "texts" / ROUND_LETTER, parse_round_letter),
        akut=akut(at),
        rules=_read(at / "texts" / "om-reglerne.toml", parse_rules),
        parents=_read(at / "texts" / "foraeldre.toml", parse_parents_texts),
        indsigt=_read(at / "indsigt.toml", parse_indsigt),
        first_run=_read(at / "texts" / "first-run.toml", parse_first_run),
        news=_read(at / "texts" / "nyheder.toml", parse_news),
        retention=_read(at / "retention.toml", parse_retention),
        it_sheet=_read(at / "texts" / IT_SHEET, parse_it_sheet),
        ladder=_read(at / AFTER, parse_ladder),
        consent=_read(at / CONSENT, parse_consent),
        areas=_read(at / AREAS, parse_areas),
        way=_read(at / WAY, parse_way),
        closing=_read(at / CLOSING, parse_closing),
    )
    _agree(library)
    return library


def meetings(folder: Path | None = None) -> tuple[MeetingKind, ...]:
    """The kinds of meeting that come with the program, in the order they are offered."""
    return _meetings(folder or paths.resources())


@cache
def _meetings(at: Path) -> tuple[MeetingKind, ...]:
    files = sorted((at / "templates" / "moeder").glob("*.toml"))
    read = [_read(file, partial(parse_kind, name=file.name)) for file in files]
    once_each((one.id for one in read), "templates/moeder")
    return tuple(sorted(read, key=lambda one: (one.nr, one.name)))


def efforts(folder: Path | None = None) -> tuple[EffortKind, ...]:
    """The kinds of indsats that come with the program, in the order they are offered."""
    return _efforts(folder or paths.resources())


@cache
def _efforts(at: Path) -> tuple[EffortKind, ...]:
    files = sorted((at / "templates" / "indsatser").glob("*.toml"))
    read = [_read(file, partial(parse_effort_kind, name=file.name)) for file in files]
    once_each((one.id for one in read), "templates/indsatser")
    return tuple(sorted(read, key=lambda one: (one.nr, one.name)))


def figures(folder: Path | None = None) -> Definitions:
    """The words that stand with the figures: read when somebody first opens them."""
    return _figures(folder or paths.resources())


@cache
def questions() -> Questions:
    """The writing help's questions about the structure of a letter."""
    return _read(paths.resources() / "questions.toml", parse_questions)


@cache
def topics() -> Mapping[str, str]:
    """The main topics of the vocabulary by id."""
    found = _read(paths.resources() / "categories.toml", parse_categories)
    return {one.id: one.name for one in found.tree}


@cache
def _figures(at: Path) -> Definitions:
    from tvaerfaglig.domain.figures import definitions

    return _read(at / definitions.FILE, definitions.parse_definitions)


def akut(folder: Path | None = None) -> Akut:
    return _read((folder or paths.resources()) / "texts" / "akut.toml", parse_akut)


def law(folder: Path | None = None) -> Law:
    return _read((folder or paths.resources()) / "law.toml", parse_law)


def meanings(folder: Path | None = None) -> tuple[Positions, Scales]:
    """What the positions and the steps of the scales mean, for a paper that is made without the rest."""
    at = folder or paths.resources()
    return (
        _read(at / "positions.toml", parse_positions),
        _read(at / "scales.toml", parse_scales),
    )


def language(folder: Path | None = None) -> Language:
    """The lists of the language questions: read when somebody first writes, for they are long."""
    from tvaerfaglig.domain.quality.language import lexicon, rules

    at = folder or paths.resources()
    words = _read(at / lexicon.FILE, lexicon.parse_lexicon)
    return _read(at / rules.FILE, lambda text: rules.parse_language(text, words))


def evidence_words(folder: Path | None = None) -> EvidenceWords:
    """What the log can count, and how claims are told from the rest."""
    from tvaerfaglig.domain.quality.evidence import topics

    return _read((folder or paths.resources()) / topics.FILE, topics.parse_evidence_words)


def broader_words(folder: Path | None = None) -> Words:
    """What can tell who a child is, and what to write instead: read when somebody first writes without a name."""
    from tvaerfaglig.domain.reidentify import words

    return _read((folder or paths.resources()) / words.FILE, words.parse_words)


def local_numbers(vault: Path | None = None) -> LocalNumbers:
    """The house's own numbers where it has written some, else the ones everybody has."""
    own = vault / NUMBERS if vault else None
    if own is not None and own.is_file():
        return _read(own, parse_local_numbers)
    return _read(paths.resources() / NUMBERS, parse_local_numbers)


def save_local_numbers(vault: Path, numbers: LocalNumbers) -> None:
    """In clear beside the vault, whole or not at all. Raises NotSaved in words."""
    from tvaerfaglig.services.saving import NotSaved
    from tvaerfaglig.store.files import write_atomically

    try:
        write_atomically(vault / NUMBERS, local_numbers_toml(numbers).encode())
    except OSError as trouble:
        raise NotSaved(
            "Numrene kunne ikke gemmes, så de gamle står der endnu. Se, om der er plads på disken, og prøv igen."
        ) from trouble


def _agree(library: Library) -> None:
    """Files name one another; a name that leads nowhere is asked about when it is read."""
    for name in unknown_grounds(library.underretning, library.law):
        raise ResourceError(
            f"underretning.toml: grunden »{name}« står ikke kontrolleret i law.toml."
        )
    for name in unknown_law(library.rules, library.law):
        raise ResourceError(f"om-reglerne.toml: »{name}« står ikke i law.toml.")
    for name in unknown_in_parents(library.parents, library.law):
        raise ResourceError(f"foraeldre.toml: »{name}« står ikke i law.toml.")
    for name in unknown_in_indsigt(library.indsigt, library.law):
        raise ResourceError(f"indsigt.toml: »{name}« står ikke i law.toml.")
    for name in unknown_dimensions(library.statusudtalelse, library.categories):
        raise ResourceError(f"{STATUS}: ingen overskrift tager imod »{name}« fra categories.toml.")
    for name in unknown_in_ladder(library.ladder, library.law):
        raise ResourceError(f"{AFTER}: »{name}« står ikke kontrolleret i law.toml.")
    for name in unknown_in_consent(library.consent, library.law):
        raise ResourceError(f"{CONSENT}: »{name}« står ikke i law.toml.")
    _agree_on_scales(library)
    _agree_on_categories(library)
    _agree_on_meetings(library)


def _agree_on_meetings(library: Library) -> None:
    """Every kind is made of parts that the note knows; the one that old notes are written by is there."""
    for part in STANDARD:
        if library.konsultation.part(part) is None:
            raise ResourceError(f"konsultation.toml: delen »{part}« mangler.")
    if all(one.id != KONSULTATION for one in library.meetings):
        raise ResourceError(f"templates/moeder: mødeformen »{KONSULTATION}« mangler.")


def _agree_on_scales(library: Library) -> None:
    for name in unknown_steps(library.trivselsrunde, library.scales):
        raise ResourceError(f"{ROUNDS}: »{name}« og scales.toml passer ikke sammen.")


def _agree_on_categories(library: Library) -> None:
    named = [("signs.toml", sign.category) for sign in library.signs.signs]
    named += [(interview.FILE, topic) for one in library.reflections.all for topic in one.topics]
    for file, category in named:
        if library.categories.find(category) is None:
            raise ResourceError(f"{file}: »{category}« står ikke i categories.toml.")


def _read(path: Path, parse: Callable[[str], T]) -> T:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise ResourceError(f"{path.name} mangler. Hent programmets egen fil frem igen.") from error
    except UnicodeDecodeError as error:
        raise ResourceError(
            f"{path.name} skal gemmes som UTF-8, så æ, ø og å kan læses."
        ) from error
    return parse(text)
