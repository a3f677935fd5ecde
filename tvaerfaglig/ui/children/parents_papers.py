"""What the leader can give parents about a child: asked for here, looked at in the preview."""

from __future__ import annotations

from datetime import date
from functools import partial

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.consent import roads
from tvaerfaglig.services.children.one_child import ChildPage
from tvaerfaglig.services.consent import form_paper, receipt
from tvaerfaglig.services.indsigt import finishing
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.parents import guarded, information, log_paper
from tvaerfaglig.ui.preview_request import PreviewRequest

ASKED_FOR = "Forældrene har bedt om det"


def blocked(page: ChildPage) -> str:
    """Why no paper for the parents is made now; empty when it may be."""
    return guarded.advice(page.child.first_name) if page.hides_parents else ""


def letter_request(page: ChildPage, library: Library) -> PreviewRequest:
    """Når vi skriver om jeres barn."""
    child = page.stored.id
    return PreviewRequest(
        title=f"Informationsbrev · {page.child.name}",
        document=information.DOCUMENT,
        make=partial(information.look_at, child_id=child, library=library),
        child=child,
        record=child,
        purpose="Oplysning til forældrene",
        receiver=danish.join_and([one.name for one in page.child.custody_holders]),
    )


def log_request(
    page: ChildPage, library: Library, first: date | None = None, last: date | None = None
) -> PreviewRequest:
    """Hvem har set, for the parents, between two days."""
    child = page.stored.id
    return PreviewRequest(
        title=f"Hvem har set i {danish.possessive(page.child.first_name)} oplysninger",
        document=log_paper.DOCUMENT,
        make=partial(log_paper.look_at, child_id=child, library=library, first=first, last=last),
        child=child,
        record=child,
        purpose=ASKED_FOR,
        receiver=danish.join_and([one.name for one in page.child.custody_holders]),
    )


def consent_request(page: ChildPage, library: Library, samtykke: str = "") -> PreviewRequest:
    """The consent form, empty or as it was given."""
    child = page.stored.id
    return PreviewRequest(
        title=f"Samtykke · {page.child.name}",
        document=roads.FORM_PAPER,
        make=partial(form_paper.look_at, child_id=child, library=library, samtykke_id=samtykke),
        child=child,
        record=samtykke or child,
        purpose="Samtykke fra forældrene",
        receiver=danish.join_and([one.name for one in page.child.custody_holders]),
    )


def withdrawal_request(page: ChildPage, library: Library, samtykke: str) -> PreviewRequest:
    """The family's receipt when it has withdrawn."""
    return PreviewRequest(
        title="Kvittering: samtykket er trukket tilbage",
        document=roads.RECEIPT_PAPER,
        make=partial(receipt.look_at_receipt, samtykke_id=samtykke, library=library),
        child=page.stored.id,
        record=samtykke,
        purpose="Kvittering til forældrene",
        receiver=danish.join_and([one.name for one in page.child.custody_holders]),
    )


def given_request(indsigt: str, child: str, receiver: str) -> PreviewRequest:
    """An indsigt as it was kept: looked at, printed or saved, and noted each time."""
    return PreviewRequest(
        title="Indsigt",
        document=finishing.DOCUMENT,
        make=partial(finishing.handed_out, indsigt_id=indsigt),
        child=child,
        record=indsigt,
        purpose="Indsigt",
        receiver=receiver,
        purpose_stands=True,
    )
