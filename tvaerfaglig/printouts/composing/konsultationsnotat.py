"""The note of a konsultation or any other kind of meeting; also the follow-up, with what was agreed.

Without a child nothing that could name one is printed: no subject, no name in head or footer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from tvaerfaglig.domain.meetings.kind import STANDARD
from tvaerfaglig.printouts.composing.commonplaces import (
    agreements,
    deeds,
    facts,
    genitive,
    joined,
    own_words,
    parents_view,
    remarks,
    seen_part,
)
from tvaerfaglig.printouts.composing.meeting_parts import own
from tvaerfaglig.printouts.outline import (
    Attendance,
    Judged,
    JudgedRow,
    Kind,
    Note,
    Outline,
    Part,
    Prose,
    Section,
    Strip,
    Voices,
    side,
)
from tvaerfaglig.printouts.papers.konsultation import KonsultationPaper
from tvaerfaglig.printouts.papers.parts import GUARDED, Fact, Voice

DUTY = "Alle i mødet kan altid selv underrette. Mødet kan råde, ikke bestemme."
_VIEWS = {1: "Et fagligt blik", 2: "To blikke", 3: "Tre blikke", 4: "Fire blikke", 5: "Fem blikke"}


def compose(paper: KonsultationPaper) -> Outline:
    """The note taken apart: what stands where, and what is left out."""
    return Outline(
        title=paper.title,
        imprint=paper.imprint,
        subject=paper.child.subject if paper.child else "",
        subtitle=paper.kind,
        head=facts(
            Fact("Tema", strong=paper.theme),
            Fact("Drejer sig om", paper.anonymous if paper.child is None else ""),
            Fact("Tid og sted", paper.when),
        )
        + ((Attendance("Til stede", paper.present),) if paper.present else ())
        + facts(Fact("Grundlag", paper.basis), Fact("Formål", paper.imprint.purpose)),
        secrecy="Strengt fortroligt" if paper.guarded else "Fortroligt",
        banner=GUARDED if paper.guarded else "",
        cited=frozenset(row.number for row in paper.observations),
        sections=_sections(paper),
    )


def _sections(paper: KonsultationPaper) -> tuple[Section, ...]:
    """Part by part as the kind has them. What was written in a part it has not comes last: nothing is lost."""
    strip: tuple[Section, ...] = (Strip(paper.strip[:4]),) if paper.strip else ()
    order = paper.order or STANDARD
    held = [_Part(paper, part) for part in dict.fromkeys((*order, *STANDARD))]
    runs = [list(run) for _, run in groupby(held, key=lambda one: _TOGETHER.get(one.id, one.id))]
    known = {one.id for one in held}
    strays = (one for section in paper.own if section.part not in known for one in own(section))
    return (*strip, *(one for run in runs for one in _run(paper, run)), *strays)


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of this paper, by its id."""

    paper: KonsultationPaper
    id: str

    def heading(self, usual: str) -> str:
        return dict(self.paper.headings).get(self.id, usual)


def _run(paper: KonsultationPaper, run: list[_Part]) -> tuple[Section, ...]:
    """One part, or those that stand under one heading: what each thinks with what they share, goals with deeds."""
    first = run[0]
    ids = {one.id for one in run}
    section = paper.own_section(first.id)
    if section is not None:
        return own(section)
    if ids & {"faglighed", "faelles_forstaaelse"}:
        return _judged(paper, ids, run)
    if ids & {"maal", "aftaler"}:
        return _agreed(paper, ids, run)
    made = _MAKERS.get(first.id)
    return made(first) if made else ()


def judged(paper: KonsultationPaper) -> tuple[Section, ...]:
    """What each thinks and what they share, for a paper that has it in a place of its own."""
    run = [_Part(paper, "faglighed"), _Part(paper, "faelles_forstaaelse")]
    return _judged(paper, {one.id for one in run}, run)


def decided(paper: KonsultationPaper) -> tuple[Section, ...]:
    """Where it goes from here, that anyone may notify, and who has the paper."""
    return (*_decided(_Part(paper, "beslutning")), *_shared_with(_Part(paper, "delt_med")))


def _question(part: _Part) -> tuple[Section, ...]:
    paper = part.paper
    asked = (Voice(paper.raised_by, paper.question),) if paper.question.strip() else ()
    since = agreements(paper.since_last, last="Sådan gik det")
    return (
        *side(part.heading("Det spørger vi om"), Voices(asked, lead=True)),
        *side("Hvorfor nu", Prose(paper.why_now)),
        *((Part("Siden sidst", (since,)),) if paper.since_last else ()),
    )


def _seen(part: _Part) -> tuple[Section, ...]:
    paper = part.paper
    heading = part.heading("Det ved vi")
    return seen_part(heading, "", paper.observations, _called(paper), text=paper.known)


def _going_well(part: _Part) -> tuple[Section, ...]:
    return side(part.heading("Det går godt"), Prose(part.paper.going_well))


def _child_view(part: _Part) -> tuple[Section, ...]:
    paper = part.paper
    heading = part.heading(f"{genitive(_called(paper))} syn")
    return own_words(heading, paper.child_words, paper.child_view)


def _parents(part: _Part) -> tuple[Section, ...]:
    paper = part.paper
    return (
        *parents_view(paper.parents_view, part.heading("Forældrenes syn")),
        *remarks(paper.remarks, guarded=paper.guarded),
    )


def _tried(part: _Part) -> tuple[Section, ...]:
    paper = part.paper
    return side(part.heading("Det er prøvet"), deeds(paper.tried), Prose(paper.tried_text))


def _called(paper: KonsultationPaper) -> str:
    return paper.child.first_name if paper.child else "Barnet"


def _judged(paper: KonsultationPaper, ids: set[str], run: list[_Part]) -> tuple[Section, ...]:
    views = [JudgedRow(v.profession, v.text, v.name) for v in paper.views if v.text.strip()]
    views = views if "faglighed" in ids else []
    heading = _VIEWS.get(len(views), "Faglige blikke") if views else "Fælles vurdering"
    if "faelles_forstaaelse" in ids:
        shared = run[-1].heading("Fælles forståelse")
        if paper.shared_understanding.strip():
            views.append(JudgedRow(shared, paper.shared_understanding))
        if paper.position.strip():
            views.append(JudgedRow("Position for trivsel", paper.position))
    return (Part(heading, (Judged(tuple(views)),), Kind.JUDGED),) if views else ()


def _agreed(paper: KonsultationPaper, ids: set[str], run: list[_Part]) -> tuple[Section, ...]:
    words = run[0].heading("Mål")
    goals = side(words, Prose(paper.goals), close=True) if "maal" in ids else ()
    table = (agreements(paper.agreements),) if paper.agreements and "aftaler" in ids else ()
    if not table:
        return goals
    heading = joined((words.lower(), bool(goals)), ("aftaler", bool(table)))
    return (Part(heading, (*goals, *table)),) if heading else ()


def _decided(part: _Part) -> tuple[Section, ...]:
    paper = part.paper
    decided = Prose(paper.decision_because, strong=paper.decision and f"{paper.decision}:")
    held, duty = bool(decided.text.strip() or decided.strong.strip()), Note(DUTY)
    if not held and paper.theme:
        return ()
    return side(part.heading("Beslutning") if held else "Husk", decided, duty)


def _shared_with(part: _Part) -> tuple[Section, ...]:
    return side(part.heading("Delt med"), Prose(part.paper.shared_with))


_TOGETHER = {"faelles_forstaaelse": "faglighed", "aftaler": "maal"}
_MAKERS: dict[str, Callable[[_Part], tuple[Section, ...]]] = {
    "spoergsmaal": _question,
    "iagttagelser": _seen,
    "gaar_godt": _going_well,
    "barnets_perspektiv": _child_view,
    "foraeldrenes_syn": _parents,
    "proevet": _tried,
    "beslutning": _decided,
    "delt_med": _shared_with,
}
"""Day, people, basis, tovholder and next time stand in the head of the paper."""
