"""What stands on the two papers about consent: the form to be signed, and the receipt when it is withdrawn."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.printouts.papers.parts import ChildFacts, Fact, Imprint, Signer


@dataclass(frozen=True, slots=True)
class ConsentTick:
    """One type of data and its purpose; `on` when it was agreed to."""

    what: str
    purpose: str = ""
    on: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A heading and what was answered; without an answer lines to write on, with a hint beneath."""

    heading: str = ""
    answer: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentPaper:
    """Samtykke. An empty one has lines to write on where a filled one has words."""

    imprint: Imprint
    child: ChildFacts
    title: str
    subtitle: str
    intro: str
    facts: tuple[Fact, ...] = ()
    receivers: Asked
    ticks_heading: str
    ticks: tuple[ConsentTick, ...]
    own: Asked
    withhold: Asked
    interpreter: Asked
    rights: tuple[tuple[str, str], ...]
    signature: str
    signers: tuple[Signer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalPaper:
    """Kvittering for tilbagetrækning: what was withdrawn, what closed with it, and what cannot be called back."""

    imprint: Imprint
    child: ChildFacts
    title: str
    subtitle: str
    intro: str
    to: str = ""
    date: str = ""
    covered: tuple[tuple[str, str], ...] = ()
    closed: tuple[str, tuple[str, ...], str]
    told: tuple[tuple[str, str], ...] = ()
    signer: Signer | None = None
