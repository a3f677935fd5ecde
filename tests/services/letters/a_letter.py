"""Alma's observations, and a letter begun: what every test of an underretning starts from."""

from __future__ import annotations

from datetime import date, time

from tvaerfaglig.domain.masking import token
from tvaerfaglig.domain.observation import Involved, Observation, Part, Sign, Source
from tvaerfaglig.services import recording, underretninger
from tvaerfaglig.services.session import Session


def observe(session: Session, day: date, text: str, **more: object) -> str:
    """One observation about Alma, by whoever is at the desk."""
    fields = {"at": time(8, 15), "place": "Garderoben", "seen_by": (session.my_id,)} | more
    made = Observation(involved=(Involved(child="alma"),), day=day, text=text, **fields)
    return recording.save(session, made).id


def three(session: Session) -> dict[str, str]:
    """Porridge in October, a cave in November with Bertil, night clothes on the tenth."""
    return {
        "groed": observe(
            session,
            date(2026, 10, 26),
            "Alma spiste tre portioner grød.",
            sign=Sign.BEKYMRING,
            child_words="Vi havde ikke nogen mad derhjemme",
            asked="Hvad fik du i morges?",
        ),
        "hule": recording.save(
            session,
            Observation(
                involved=(
                    Involved(child="alma"),
                    Involved(child="bertil", part=Part.VAR_MED),
                ),
                day=date(2026, 11, 3),
                text=f"Byggede hule med {token('bertil')} i 40 minutter.",
                sign=Sign.RESSOURCE,
                seen_by=(session.my_id,),
            ),
        ).id,
        "nattoej": observe(
            session,
            date(2026, 11, 10),
            "Alma kom i nattøj under flyverdragten.",
            sign=Sign.BEKYMRING,
            source=Source.SET_OG_HOERT,
        ),
    }


def begun(session: Session) -> str:
    return underretninger.begin(session, "alma").id
