"""Who may see figures: whoever leads a house, of her own houses, and nobody else."""

from __future__ import annotations

from tvaerfaglig.domain import danish
from tvaerfaglig.services.errors import NotAllowed
from tvaerfaglig.services.session import Session

SEEN_BY = "Tallene er for husets leder og souschef. Der står ingen børn og ingen kolleger i dem."


def houses_led(session: Session) -> dict[str, str]:
    """The houses whose figures the actor may see, with their names. Raises NotAllowed in words."""
    houses = session.houses()
    actor = session.actor
    if actor.role.leads and actor.active:
        led = {one: houses[one].name for one in actor.houses if one in houses}
        if led:
            return led
    leaders = [
        one.name
        for one in session.staff().values()
        if one.role.leads and one.active and set(one.houses) & set(actor.houses)
    ]
    who = danish.join_and(leaders) or "Lederen"
    raise NotAllowed(
        f"Tallene er for den, der leder huset. {who} kan vise dem eller skrive dem ud til jer."
    )
