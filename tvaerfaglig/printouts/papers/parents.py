"""What stands on the papers that parents are given, said as plain text.

Whoever fills one in has already asked for permission, looked for the guard, said staff by their
profession and masked other children.
"""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.printouts.papers.parts import ChildFacts, Fact, Imprint, Signer, StripFact


@dataclass(frozen=True, slots=True)
class AccessRow:
    """One line: when, which profession, what was done, and why."""

    when: str
    who: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class AccessDay:
    """The lines of one day, under its date."""

    day: str
    rows: tuple[AccessRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessPaper:
    """Hvem har set: a child's log for her parents. Nobody of the staff is named."""

    imprint: Imprint
    child: ChildFacts
    title: str
    subtitle: str = ""
    period: str = ""
    intro: str = ""
    strip: tuple[StripFact, ...] = ()
    people: tuple[Fact, ...] = ()
    days: tuple[AccessDay, ...] = ()
    nothing: str = ""
    not_here: str = ""
    ask: str = ""
    law: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationPaper:
    """Når vi skriver om jeres barn: headings and what stands beside each, in the order they are read."""

    imprint: Imprint
    child: ChildFacts
    title: str
    subtitle: str = ""
    to: str = ""
    date: str = ""
    intro: str = ""
    sections: tuple[tuple[str, str], ...] = ()
    rights: tuple[str, ...] = ()
    after: tuple[tuple[str, str], ...] = ()
    signer: Signer | None = None


@dataclass(frozen=True, slots=True)
class BarRow:
    """A reason for bars: its number on the bar, in words, by which law, and how many there are."""

    number: int
    reason: str
    law: str
    times: int


@dataclass(frozen=True, slots=True)
class HandedOut:
    """One record: what it is, who wrote it when, and its texts under their headings, bars and all."""

    heading: str
    line: str
    pieces: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """A file as pictures of its pages, each JPEG with its width and height; its title may hold bars."""

    title: str
    pictures: tuple[tuple[bytes, int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndsigtPaper:
    """All records of a child as they are handed out. What a bar covers is not in here."""

    imprint: Imprint
    child: ChildFacts
    title: str
    to: str = ""
    date: str = ""
    period: str = ""
    basis: str = ""
    law: str = ""
    intro: str = ""
    strip: tuple[StripFact, ...] = ()
    about_bars: str = ""
    bars: tuple[BarRow, ...] = ()
    masked: str = ""
    left_out: tuple[tuple[str, str], ...] = ()
    not_here: str = ""
    rights: str = ""
    complain: str = ""
    entries: tuple[HandedOut, ...] = ()
    files: tuple[Pages, ...] = ()
