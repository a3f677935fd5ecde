"""What stands on the konsultationsnotat, whatever its kind of meeting (practices.md D12)."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.printouts.papers.meetings import OwnSection
from tvaerfaglig.printouts.papers.parts import (
    NO_VIEW,
    AgreementRow,
    ChildFacts,
    Deed,
    Imprint,
    ObservationRow,
    ParentsView,
    Present,
    Quotation,
    StripFact,
    Voice,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewOfProfession:
    """One profession's view and whose it is."""

    profession: str
    name: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KonsultationPaper:
    """The note of fifteen parts (practices.md D12), or of those that its kind of meeting has.

    With a `child` it is a named one. Without, no child is named anywhere: `anonymous` ("et barn, 3–4
    år") tells whom it was about, or `theme` what. `since_last` are a follow-up's earlier agreements.
    `order` are the parts of the kind, standard and own; empty is all fifteen. `headings` are those that
    the kind words otherwise.
    """

    imprint: Imprint
    child: ChildFacts | None = None
    guarded: bool = False
    anonymous: str = ""
    theme: str = ""
    kind: str = ""
    when: str = ""
    present: tuple[Present, ...] = ()
    basis: str = ""
    strip: tuple[StripFact, ...] = ()
    raised_by: str = ""
    question: str = ""
    why_now: str = ""
    since_last: tuple[AgreementRow, ...] = ()
    known: str = ""
    observations: tuple[ObservationRow, ...] = ()
    going_well: str = ""
    child_words: tuple[Quotation, ...] = ()
    child_view: str = ""
    parents_view: ParentsView = NO_VIEW
    remarks: tuple[Voice, ...] = ()
    tried: tuple[Deed, ...] = ()
    tried_text: str = ""
    views: tuple[ViewOfProfession, ...] = ()
    shared_understanding: str = ""
    position: str = ""
    goals: str = ""
    agreements: tuple[AgreementRow, ...] = ()
    decision: str = ""
    decision_because: str = ""
    shared_with: str = ""
    title: str = "Konsultationsnotat"
    order: tuple[str, ...] = ()
    headings: tuple[tuple[str, str], ...] = ()
    own: tuple[OwnSection, ...] = ()

    def own_section(self, part: str) -> OwnSection | None:
        return next((one for one in self.own if one.part == part), None)
