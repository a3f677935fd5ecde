"""The note of a konsultation: named, anonymous or on a theme; also the follow-up, with what was agreed.

Without a child nothing that could name one is printed: no subject, no name in head or footer.
"""

from __future__ import annotations

from tvaerfaglig.printouts.commonplaces import (
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
from tvaerfaglig.printouts.papers import GUARDED, Fact, KonsultationPaper, Voice

DUTY = "Alle i mødet kan altid selv underrette. Mødet kan råde, ikke bestemme."
_VIEWS = {1: "Et fagligt blik", 2: "To blikke", 3: "Tre blikke", 4: "Fire blikke", 5: "Fem blikke"}


def compose(paper: KonsultationPaper) -> Outline:
    """The note taken apart: what stands where, and what is left out."""
    return Outline(
        title="Konsultationsnotat",
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
        sections=(*_question(paper), *_told(paper), *_judged(paper), *_agreed(paper)),
    )


def _question(paper: KonsultationPaper) -> tuple[Section, ...]:
    asked = (Voice(paper.raised_by, paper.question),) if paper.question.strip() else ()
    strip: tuple[Section, ...] = (Strip(paper.strip[:4]),) if paper.strip else ()
    since = agreements(paper.since_last, last="Sådan gik det")
    return (
        *strip,
        *side("Det spørger vi om", Voices(asked, lead=True)),
        *side("Hvorfor nu", Prose(paper.why_now)),
        *((Part("Siden sidst", (since,)),) if paper.since_last else ()),
    )


def _told(paper: KonsultationPaper) -> tuple[Section, ...]:
    child = paper.child.first_name if paper.child else "Barnet"
    return (
        *seen_part("Det ved vi", "", paper.observations, child, text=paper.known),
        *side("Det går godt", Prose(paper.going_well)),
        *own_words(f"{genitive(child)} syn", paper.child_words, paper.child_view),
        *parents_view(paper.parents_view),
        *remarks(paper.remarks, guarded=paper.guarded),
        *side("Det er prøvet", deeds(paper.tried), Prose(paper.tried_text)),
    )


def _judged(paper: KonsultationPaper) -> tuple[Section, ...]:
    views = [JudgedRow(v.profession, v.text, v.name) for v in paper.views if v.text.strip()]
    heading = _VIEWS.get(len(views), "Faglige blikke") if views else "Fælles vurdering"
    if paper.shared_understanding.strip():
        views.append(JudgedRow("Fælles forståelse", paper.shared_understanding))
    if paper.position.strip():
        views.append(JudgedRow("Position for trivsel", paper.position))
    return (Part(heading, (Judged(tuple(views)),), Kind.JUDGED),) if views else ()


def _agreed(paper: KonsultationPaper) -> tuple[Section, ...]:
    goals = side("Mål", Prose(paper.goals), close=True)
    table = (agreements(paper.agreements),) if paper.agreements else ()
    heading = joined(("mål", bool(goals)), ("aftaler", bool(table)))
    decided = Prose(paper.decision_because, strong=paper.decision and f"{paper.decision}:")
    held, duty = bool(decided.text.strip() or decided.strong.strip()), Note(DUTY)
    return (
        *((Part(heading, (*goals, *table)),) if heading else ()),
        *(side("Beslutning" if held else "Husk", decided, duty) if held or not paper.theme else ()),
        *side("Delt med", Prose(paper.shared_with)),
    )
