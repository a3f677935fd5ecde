"""A house with enough children for there to be figures: their concerns, talks and places, on days that are known."""

from __future__ import annotations

from datetime import date, timedelta

from tests.services.efforts.group import ref_of
from tvaerfaglig.domain.concern import Concern
from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.efforts.kind import Subject
from tvaerfaglig.domain.efforts.records import Effort, EffortState, Enrolment, EnrolmentState
from tvaerfaglig.domain.people import Child
from tvaerfaglig.services.session import Session

HOUSE = "maelkeboetten"
PROJECT = "Pulje 2026"
FIRST = {"2025/26": date(2025, 10, 1), "2026/27": date(2026, 9, 1)}
"""In each school year as many children are talked about; the later ones have less far to help."""


def fill(session: Session, each: int = 8) -> None:
    """Every child: two years old at the first concern, a talk after so many days, a place after ten more.

    In the first year the talk comes after 20 to 27 days, in the second after 10 to 17.
    """
    with session.write() as pen:
        pen.put(
            Effort(
                kind=ref_of(session, "familiegruppe"),
                name="Mandagsgruppen",
                house=HOUSE,
                subject=Subject.FAMILIE,
                project=PROJECT,
                start=date(2025, 8, 1),
                status=EffortState.I_GANG,
            ),
            "gruppe",
        )
        for year, (name, first) in enumerate(FIRST.items()):
            for nr in range(each):
                _child(pen, f"{name[:4]}-{nr}", first, wait=20 - 10 * year + nr)


def _child(pen, key: str, first: date, *, wait: int) -> None:
    talked = first + timedelta(days=wait)
    begun = talked + timedelta(days=10)
    born = first - timedelta(days=730)
    pen.put(Child(name=f"Barn Nul{key}", born=born, dagtilbud=HOUSE, stue="solsikken"), key)
    pen.put(Concern(child=key, first_noticed=first, title="Sover lidt"), f"b-{key}")
    pen.put(ParentContact(child=key, day=talked), f"s-{key}")
    pen.put(
        Enrolment(
            effort="gruppe",
            child=key,
            asked_on=talked,
            from_day=begun,
            status=EnrolmentState.MED,
        ),
        f"p-{key}",
    )
