"""What stands on a statusudtalelse: the municipality's request, and the house's answer heading by heading."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.printouts.papers.parts import ChildFacts, Imprint, ObservationRow, Signer, Voice
from tvaerfaglig.printouts.papers.underretning import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One heading and its prose; `group` is the part of the paper that it stands in."""

    heading: str
    text: str
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusPaper:
    """The texts are masked already; under the guard nothing of the parents' is in it."""

    imprint: Imprint
    child: ChildFacts
    receiver: str = ""
    receiver_unit: str = ""
    date: str = ""
    replaces: str = ""
    asked: str = ""
    due: str = ""
    journal: str = ""
    period: str = ""
    guarded: bool = False
    writers: tuple[Writer, ...] = ()
    told: tuple[Told, ...] = ()
    own_words: str = ""
    parents_view: str = ""
    remarks: tuple[Voice, ...] = ()
    questions: str = ""
    answers: str = ""
    observations_note: str = ""
    observations: tuple[ObservationRow, ...] = ()
    signers: tuple[Signer, ...] = ()
