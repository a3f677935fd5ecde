"""What I was given to hold on to, and for the leader children whose tovholder has left."""

from __future__ import annotations

from collections.abc import Iterator

from tvaerfaglig.services.children.chronicle import first_sentence
from tvaerfaglig.services.tovholder import holding
from tvaerfaglig.services.waiting.things import WHY, Morning, Waiting


def tovholder(morning: Morning) -> Iterator[Waiting]:
    """Each until it is said yes to, or given to somebody who is here."""
    for one in holding.waits_for_yes(morning.session):
        made = one.record
        note = first_sentence(morning.who.said(made.note), WHY)
        about = f"{morning.who.first(made.by)} har givet dig det videre. {note}".strip()
        what = f"Du er tovholder for {morning.short(made.child)}"
        yield Waiting("tovholder", what, about, made.day, "boern", made.child, made.child, one.id)
    for one in holding.left_behind(morning.session):
        made = one.record
        what = f"Hvem er tovholder for {morning.short(made.child)}?"
        about = f"{morning.who.of_staff(made.who)} er her ikke længere"
        yield Waiting("ny_tovholder", what, about, None, "boern", made.child, made.child, one.id)
