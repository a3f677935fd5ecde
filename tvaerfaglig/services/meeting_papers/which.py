"""Which papers a meeting has, what they are called in the log, and which notes each can be made of."""

from __future__ import annotations

from enum import StrEnum

from tvaerfaglig.domain.konsultation import Konsultation, KonsultationKind
from tvaerfaglig.domain.meetings.kind import MeetingKind


class MeetingPaper(StrEnum):
    """The value is the word in the print log."""

    FORBEREDELSE = "forberedelse"
    OPFOELGNING = "opfølgningsnotat"
    INDSATSPLAN = "indsatsplan"
    FORAELDREARK = "forældreark"
    SPALTER = "signs of safety"
    HUSE = "de tre huse"
    LP = "lp-ark"

    @property
    def heading(self) -> str:
        return _HEADINGS[self]

    @property
    def in_sentence(self) -> str:
        if self is MeetingPaper.SPALTER:
            return "tre spalter, Signs of Safety"
        return self.heading if self is MeetingPaper.LP else self.heading.lower()

    @property
    def purpose(self) -> str:
        return _PURPOSES[self]

    @property
    def for_parents(self) -> bool:
        """Whether parents are given it: under the guard it is not made."""
        return self in {MeetingPaper.INDSATSPLAN, MeetingPaper.FORAELDREARK}

    @property
    def has_empty(self) -> bool:
        """Whether it can be had as a form to write on by hand."""
        return self in {
            MeetingPaper.INDSATSPLAN,
            MeetingPaper.SPALTER,
            MeetingPaper.HUSE,
            MeetingPaper.LP,
        }


_HEADINGS = {
    MeetingPaper.FORBEREDELSE: "Forberedelse",
    MeetingPaper.OPFOELGNING: "Opfølgningsnotat",
    MeetingPaper.INDSATSPLAN: "Indsatsplan",
    MeetingPaper.FORAELDREARK: "Ark til forældrene",
    MeetingPaper.SPALTER: "Signs of Safety, tre spalter",
    MeetingPaper.HUSE: "De tre huse",
    MeetingPaper.LP: "LP-ark",
}
_PURPOSES = {
    MeetingPaper.FORBEREDELSE: "At møde forberedt.",
    MeetingPaper.OPFOELGNING: "At følge op på det, vi aftalte.",
    MeetingPaper.INDSATSPLAN: "At aftale, hvem der gør hvad.",
    MeetingPaper.FORAELDREARK: "At forældrene kan se, hvad vi aftalte.",
    MeetingPaper.SPALTER: "At se, hvad der bekymrer, hvad der virker, og hvad der skal ske.",
    MeetingPaper.HUSE: "At barnet kan fortælle med egne ord.",
    MeetingPaper.LP: "At ændre det, der holder et problem i gang i gruppen.",
}
_NEEDS = {
    MeetingPaper.SPALTER: "tre_spalter",
    MeetingPaper.HUSE: "tre_huse",
    MeetingPaper.LP: "analyse",
}
"""The part of a kind of meeting that the sheet shows: only a note that has it can become the sheet."""


def papers_of(
    note: Konsultation, meeting: MeetingKind, *, follows_up: bool, hides_parents: bool
) -> list[MeetingPaper]:
    """Those that this note can become."""
    named = note.kind is KonsultationKind.NAVNGIVET
    found = [MeetingPaper.FORBEREDELSE]
    if follows_up or note.follows:
        found.append(MeetingPaper.OPFOELGNING)
    if named and not hides_parents:
        found += [MeetingPaper.INDSATSPLAN, MeetingPaper.FORAELDREARK]
    return [*found, *(one for one, part in _NEEDS.items() if meeting.part(part))]
