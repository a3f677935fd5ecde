"""What stands on the underretning (decisions.md no. 21), and in the annex of what lies beneath it."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.printouts.papers.parts import (
    NO_VIEW,
    ChildFacts,
    Deed,
    Fact,
    Imprint,
    ObservationRow,
    ParentsView,
    Quotation,
    Signer,
    StripFact,
    Voice,
)

ASSESSED = (
    ("judged", "Vi vurderer"),
    ("unchanged", "Hvis intet ændres"),
    ("unknown", "Det ved vi ikke"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentFacts:
    role: str
    name: str
    address: str = ""
    protected_address: bool = False
    phone: str = ""
    language: str = ""
    custody: str = ""
    more: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InformedRow:
    """One who was told (when, by whom, and what she said), or why she was not; None: nobody has said."""

    who: str
    told: bool | None = None
    when: str = ""
    by: str = ""
    reaction: str = ""
    why_not: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phoned:
    """The call that came before the letter."""

    when: str
    to: str = ""
    agreed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    name: str
    title: str = ""
    place: str = ""
    knows: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The judged panel, each part as prose."""

    judged: str = ""
    unchanged: str = ""
    unknown: str = ""

    @classmethod
    def of(cls, text: str) -> Assessment:
        """One prose text, parted where a paragraph opens with the words that head a part."""
        parts: dict[str, list[str]] = {name: [] for name, _ in ASSESSED}
        current = "judged"
        for line in filter(None, map(str.strip, text.splitlines())):
            opened = next(
                (p for p in ASSESSED if line.casefold().startswith(p[1].casefold())), None
            )
            said = line
            if opened is not None:
                current, words = opened
                rest = line[len(words) :].lstrip()
                said = rest[1:].lstrip() if rest.startswith(":") else line
            parts[current].append(said)
        return cls(**{name: "\n".join(filter(None, lines)) for name, lines in parts.items()})


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """Where a row comes from. `used_in` is found from the citations when it is empty.

    `hand` says whether it was seen by whoever wrote it, or told: førstehånds, andenhånds.
    """

    number: int
    happened: str
    written: str = ""
    by: str = ""
    corrected: str = ""
    used_in: str = ""
    hand: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The annex of what lies beneath: the rows, how they were found, and what was left out and why.

    A paper that was frozen before the annex had a title of its own keeps the shape it had then.
    """

    rows: tuple[EvidenceRow, ...]
    found: str = ""
    left_out: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderretningPaper:
    """The letter to the municipality (decisions.md no. 21).

    `remarks` are what parents wished to have stand beside it, `news` what is new since the letter before.
    `guarded` is the overgreb variant: the banner, "Strengt fortroligt", and no address, telephone or
    words of a parent, whatever the other fields hold. `attachments` are the further bilag by title.
    """

    imprint: Imprint
    child: ChildFacts
    law: str = ""
    receiver: str = ""
    receiver_unit: str = ""
    date: str = ""
    replaces: str = ""
    strip: tuple[StripFact, ...] = ()
    guarded: bool = False
    phoned: Phoned | None = None
    news: str = ""
    summary: str = ""
    parents: tuple[ParentFacts, ...] = ()
    household: tuple[Fact, ...] = ()
    informed: tuple[InformedRow, ...] = ()
    writers: tuple[Writer, ...] = ()
    under_way: tuple[Fact, ...] = ()
    observations_note: str = ""
    observations: tuple[ObservationRow, ...] = ()
    own_words: tuple[Quotation, ...] = ()
    own_words_text: str = ""
    over_time: str = ""
    resources: str = ""
    parents_view: ParentsView = NO_VIEW
    remarks: tuple[Voice, ...] = ()
    deeds: tuple[Deed, ...] = ()
    deeds_text: str = ""
    assessment: Assessment = Assessment()
    signers: tuple[Signer, ...] = ()
    attachments: tuple[str, ...] = ()
    evidence: Evidence | None = None
    title: str = "Underretning"
    order: tuple[str, ...] = ()
    headings: tuple[tuple[str, str], ...] = ()

    def heading(self, section: str, usual: str) -> str:
        """What a municipality calls it, or what it is usually called."""
        return dict(self.headings).get(section, usual)
