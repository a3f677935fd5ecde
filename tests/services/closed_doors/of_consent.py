"""Doors to a child's consents: keeping, withdrawing, the register, their papers, and the way out on them."""

from __future__ import annotations

from tests.services.closed_doors.shelf import TODAY, Act
from tvaerfaglig.domain.consent.roads import Ground
from tvaerfaglig.domain.protection import Samtykke
from tvaerfaglig.services.consent import acts, form_paper, leaving, receipt, register, said
from tvaerfaglig.services.consent.leaving import Paper

CLOSED: dict[str, Act] = {
    "consent.acts.save": lambda s, x: acts.save(
        s, Samtykke(child="villads", given_by="x", given_on=TODAY), x.samtykke
    ),
    "consent.acts.withdraw": lambda s, x: acts.withdraw(s, x.samtykke),
    "consent.acts.undo_withdrawal": lambda s, x: acts.undo_withdrawal(s, x.samtykke),
    "consent.register.of_child": lambda s, _: register.of_child(s, "alma"),
    "consent.form_paper.look_at": lambda s, x: form_paper.look_at(s, "alma", x.library),
    "consent.form_paper.paper": lambda s, x: form_paper.paper(s, "alma", x.library, x.samtykke),
    "consent.receipt.look_at_receipt": lambda s, x: receipt.look_at_receipt(
        s, x.samtykke, x.library
    ),
    "consent.receipt.receipt": lambda s, x: receipt.receipt(s, x.samtykke, x.library),
    "consent.said.found": lambda s, x: said.found(s, x.samtykke),
    "consent.leaving.offer": lambda s, x: leaving.offer(
        s, Paper(document="sagsresumé", child="alma")
    ),
    "consent.leaving.require": lambda s, x: leaving.require(
        s, Paper(document="sagsresumé", child="alma"), Ground()
    ),
}
