"""What the preview is asked to show of an indsats: each paper with whose log it stands in."""

from __future__ import annotations

from functools import partial

from tvaerfaglig.domain import danish
from tvaerfaglig.services.efforts.papers import looking
from tvaerfaglig.services.efforts.papers.handover import Offer, Wanted
from tvaerfaglig.services.efforts.papers.which import EffortPaper, Offered
from tvaerfaglig.ui.preview_request import PreviewRequest


def of_effort(
    paper: Offered, effort_id: str, name: str, children: tuple[str, ...] = ()
) -> PreviewRequest:
    """One of the effort itself; `children` are those whom a list names."""
    if paper.sheet:
        return of_sheet(paper.which, paper.sheet, name, effort=effort_id, words=paper.words)
    if paper.visit:
        return of_visit(EffortPaper.BESOEG, paper.visit, name, effort=effort_id)
    which = paper.which
    return PreviewRequest(
        title=f"{paper.words} · {name}",
        document=which.value,
        make=partial(looking.look_at_effort, which=which, effort_id=effort_id, empty=paper.empty),
        record=effort_id,
        purpose=which.purpose,
        children=children,
    )


def of_family(paper: Offered, enrolment: str, child: str, name: str) -> PreviewRequest:
    """One family's; it stands in the child's log."""
    if paper.sheet:
        return of_sheet(paper.which, paper.sheet, name, child=child, words=paper.words)
    if paper.visit:
        return of_visit(EffortPaper.BESOEG, paper.visit, name, child=child)
    which = paper.which
    return PreviewRequest(
        title=f"{paper.words} · {name}",
        document=which.value,
        make=partial(
            looking.look_at_family, which=which, enrolment_id=enrolment, empty=paper.empty
        ),
        child=child,
        record=enrolment,
        purpose=which.purpose,
    )


def of_sheet(
    which: EffortPaper,
    sheet: str,
    name: str,
    *,
    child: str = "",
    effort: str = "",
    words: str = "",
) -> PreviewRequest:
    """`words` are what the sheet is called, where it is not what every sheet is."""
    return PreviewRequest(
        title=f"{words or which.heading} · {name}",
        document=which.value,
        make=partial(looking.look_at_sheet, sheet_id=sheet),
        child=child,
        record=effort or sheet,
        purpose=which.purpose,
    )


def of_status(which: EffortPaper, sheet: str, name: str, child: str) -> PreviewRequest:
    """A status as its parents get it."""
    return PreviewRequest(
        title=f"{which.heading} · {name}",
        document=which.value,
        make=partial(looking.look_at_status, sheet_id=sheet),
        child=child,
        record=sheet,
        purpose=which.purpose,
    )


def of_visit(
    which: EffortPaper, visit: str, name: str, *, child: str = "", effort: str = ""
) -> PreviewRequest:
    return PreviewRequest(
        title=f"{which.heading} · {name}",
        document=which.value,
        make=partial(looking.look_at_visit, visit_id=visit),
        child=child,
        record=effort or visit,
        purpose=which.purpose,
    )


def of_volunteer(which: EffortPaper, effort: str, volunteer: str, name: str) -> PreviewRequest:
    return PreviewRequest(
        title=f"{which.heading} · {name}",
        document=which.value,
        make=partial(
            looking.look_at_volunteer, which=which, effort_id=effort, volunteer_id=volunteer
        ),
        record=effort,
        purpose=which.purpose,
    )


def asking(which: EffortPaper, child: str, name: str, to: str) -> PreviewRequest:
    """The sheet on which parents tick what may go along."""
    return PreviewRequest(
        title=f"{which.heading} · {name}",
        document=which.value,
        make=partial(looking.look_at_asking, child_id=child, to=to),
        child=child,
        purpose=which.purpose,
    )


def handover(
    which: EffortPaper, child: str, name: str, wanted: Wanted, offer: Offer
) -> PreviewRequest:
    """To the next house. The log keeps to whom, on which consent, and what was ticked."""
    along = [one.made.heading.lower() for one in offer.parts if one.key in wanted.ticked]
    return PreviewRequest(
        title=f"{which.heading} · {name}",
        document=which.value,
        make=partial(looking.look_at_handover, child_id=child, wanted=wanted),
        child=child,
        record=wanted.samtykke,
        purpose=f"{which.purpose} Med: {danish.join_and(along)}.",
        receiver=wanted.to.strip(),
    )
