"""Which papers a meeting has, what they are called in the log, and which notes each can be made of."""

from __future__ import annotations

from enum import StrEnum

from tvaerfaglig.domain.konsultation import Konsultation, KonsultationKind


class MeetingPaper(StrEnum):
    """The value is the word in the print log."""

    FORBEREDELSE = "forberedelse"
    OPFOELGNING = "opfølgningsnotat"
    INDSATSPLAN = "indsatsplan"
    FORAELDREARK = "forældreark"

    @property
    def heading(self) -> str:
        words = {
            "forberedelse": "Forberedelse",
            "opfølgningsnotat": "Opfølgningsnotat",
            "indsatsplan": "Indsatsplan",
            "forældreark": "Ark til forældrene",
        }
        return words[self.value]

    @property
    def in_sentence(self) -> str:
        return self.heading[:1].lower() + self.heading[1:]

    @property
    def purpose(self) -> str:
        words = {
            "forberedelse": "At møde forberedt.",
            "opfølgningsnotat": "At følge op på det, vi aftalte.",
            "indsatsplan": "At aftale, hvem der gør hvad.",
            "forældreark": "At forældrene kan se, hvad vi aftalte.",
        }
        return words[self.value]

    @property
    def for_parents(self) -> bool:
        """Whether parents are given it: under the guard it is not made."""
        return self in {MeetingPaper.INDSATSPLAN, MeetingPaper.FORAELDREARK}

    @property
    def has_empty(self) -> bool:
        """Whether it can be had as a form to write on by hand."""
        return self is MeetingPaper.INDSATSPLAN


def papers_of(note: Konsultation, *, follows_up: bool, hides_parents: bool) -> list[MeetingPaper]:
    """Those that this note can become."""
    named = note.kind is KonsultationKind.NAVNGIVET
    found = [MeetingPaper.FORBEREDELSE]
    if follows_up or note.follows:
        found.append(MeetingPaper.OPFOELGNING)
    if named and not hides_parents:
        found += [MeetingPaper.INDSATSPLAN, MeetingPaper.FORAELDREARK]
    return found
