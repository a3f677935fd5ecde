"""The papers of a round on their way to the preview."""

from __future__ import annotations

from functools import partial

from tvaerfaglig.services.library import Library
from tvaerfaglig.services.rounds import papers, parents_letter, rules, sheet
from tvaerfaglig.ui.preview_request import PreviewRequest

HOUSE, PARENTS = "At se på børnene sammen i huset", "Samtale med forældrene"


def room_list(library: Library, round_id: str, children: tuple[str, ...]) -> PreviewRequest:
    """`children` are those it names: it stands in the log of each."""
    return PreviewRequest(
        title="Stueliste",
        document=papers.ROOM_LIST,
        make=partial(papers.look_at_room_list, library=library, round_id=round_id),
        record=round_id,
        purpose=HOUSE,
        children=children,
    )


def overview(library: Library, round_id: str) -> PreviewRequest:
    return PreviewRequest(
        title="Trivselsrunden i tal",
        document=papers.OVERVIEW,
        make=partial(papers.look_at_overview, library=library, round_id=round_id),
        record=round_id,
        purpose="At se huset som helhed",
    )


def letter(library: Library, round_id: str) -> PreviewRequest:
    return PreviewRequest(
        title="Brev til forældrene om trivselsrunden",
        document=parents_letter.DOCUMENT,
        make=partial(parents_letter.look_at_letter, library=library, round_id=round_id),
        record=round_id,
        purpose="Oplysning til forældrene",
    )


def one_child(
    library: Library, round_id: str, child: str, name: str, *, for_parents: bool = False
) -> PreviewRequest:
    """The sheet of one child, for the house or for the talk with her parents."""
    look = sheet.look_at_parents_sheet if for_parents else sheet.look_at_sheet
    return PreviewRequest(
        title=f"Trivselsark · {name}",
        document=sheet.PARENTS_SHEET if for_parents else sheet.SHEET,
        make=partial(look, library=library, round_id=round_id, child_id=child),
        child=child,
        record=rules.joint_id(round_id, child),
        purpose=PARENTS if for_parents else "At følge barnets trivsel",
    )
