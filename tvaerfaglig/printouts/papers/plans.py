"""What stands on the papers round a meeting: prepared before it, followed up after it, and given to parents.

As in `parts`: plain text that was masked already. Those that rest on the note carry its paper with them,
so that whom it is about, what is hidden and how far it has come is said in one way only.
"""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.printouts.papers.konsultation import KonsultationPaper
from tvaerfaglig.printouts.papers.parts import (
    AgreementRow,
    ChildFacts,
    Fact,
    Imprint,
    ObservationRow,
    Present,
    Quotation,
    Signer,
    StripFact,
)


@dataclass(frozen=True, slots=True)
class Sourced:
    """A line and where it comes from: "Aftale, 12. okt.", or nothing for what somebody wrote here."""

    text: str
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparationPaper:
    """Forberedelse: what is brought to the meeting. Without a child no child is named anywhere."""

    imprint: Imprint
    child: ChildFacts | None = None
    guarded: bool = False
    meeting: str = "konsultation"
    about: str = ""
    when: str = ""
    present: tuple[Present, ...] = ()
    basis: str = ""
    strip: tuple[StripFact, ...] = ()
    raised_by: str = ""
    question: str = ""
    why_now: str = ""
    wanted: str = ""
    observations: tuple[ObservationRow, ...] = ()
    counts: tuple[Sourced, ...] = ()
    known: str = ""
    unknown: tuple[Sourced, ...] = ()
    strengths: tuple[Sourced, ...] = ()
    tried: tuple[Sourced, ...] = ()
    child_words: tuple[Quotation, ...] = ()
    child_view: str = ""
    parents_said: tuple[Sourced, ...] = ()
    parents_part: str = ""
    hypotheses: str = ""


@dataclass(frozen=True, slots=True)
class StatusRow:
    """An agreement of last time: what was agreed, whether it works, and how it goes on."""

    number: int
    what: str
    who: str
    works: str
    verdict: str
    on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpPaper:
    """Opfølgningsnotat: the status of what was agreed, what is thought now, and what is agreed from here."""

    note: KonsultationPaper
    last_time: str = ""
    status: tuple[StatusRow, ...] = ()


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """A consent as the plan shows it."""

    by: str
    what: str
    to: str
    given: str
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortPlanPaper:
    """Indsatsplan: agenda, minutes, consent and plan in one. An empty one is a form to write on."""

    note: KonsultationPaper
    agenda: tuple[Sourced, ...] = ()
    consents: tuple[ConsentRow, ...] = ()
    consent_note: str = ""
    parents_do: tuple[AgreementRow, ...] = ()
    we_do: tuple[AgreementRow, ...] = ()
    next_time: str = ""
    signers: tuple[Signer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentSheetPaper:
    """What we talked about and agreed, in plain Danish for those it is about."""

    imprint: Imprint
    child: ChildFacts
    to: str = ""
    met: str = ""
    with_whom: str = ""
    talked: str = ""
    well: str = ""
    agreed: tuple[str, ...] = ()
    you_do: tuple[Fact, ...] = ()
    we_do: tuple[Fact, ...] = ()
    views: tuple[Fact, ...] = ()
    next_time: str = ""
    contact: str = ""
    given: str = ""
    interpreter: str = ""
