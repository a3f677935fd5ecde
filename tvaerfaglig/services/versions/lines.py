"""What a section says besides its prose, as lines that can be compared: its rows and the facts of the head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.masking import shown
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.template import Template
from tvaerfaglig.domain.underretning import Action, Informed, PhoneCall, Row, Underretning, Urgency
from tvaerfaglig.services.names import Names
from tvaerfaglig.services.versions.course import State

PROSE = "tekst"


class Said(NamedTuple):
    """A line under the key it is known by from one version to the next."""

    key: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Teller:
    """Says the facts in words: names of staff and parents, grounds by their headings."""

    child: Stored[Child]
    names: Names
    template: Template

    def lines(self, section: str, state: State) -> tuple[Said, ...]:
        """Everything the section says, its prose first; what is empty is not said."""
        kept = state.sections.get(section)
        found = [Said(PROSE, "", kept.text)] if kept else []
        found += map(self._row, kept.rows if kept else ())
        if kept and kept.left_out:
            found.append(Said("udeladt", "Ikke med, og hvorfor", "\n".join(kept.left_out)))
        found += self._facts(section, state.head)
        own = {self.child.id: self.child.record.first_name}
        return tuple(one._replace(text=shown(one.text, own)) for one in found if one.text.strip())

    def _row(self, row: Row) -> Said:
        at = f" kl. {danish.span(row.at, row.until)}" if row.at else ""
        label = ", ".join(filter(None, (f"{danish.day_table(row.day)}{at}", row.place)))
        asked = f"Den voksne spurgte: »{row.asked}«" if row.asked.strip() else ""
        words = f"»{row.child_words}«" if row.child_words.strip() else ""
        text = "\n".join(filter(None, (row.text, asked, words)))
        return Said(f"observation:{row.observation}", label, text)

    def _facts(self, section: str, head: Underretning) -> Iterator[Said]:
        facts = {
            "hast_og_overgreb": self._urgency,
            "modtager": self._receiver,
            "barnet": lambda one: iter([Said("soeskende", "Søskende", one.siblings_considered)]),
            "indsats": self._done,
            "orientering": self._told,
            "afsender": self._sender,
        }
        yield from facts[section](head) if section in facts else ()

    def _urgency(self, head: Underretning) -> Iterator[Said]:
        if head.urgency is not Urgency.IKKE_VALGT:
            yield Said("hast", "Hastegrad", self.template.urgency_word(head.urgency))
        if head.suspects is not None:
            unknown = head.suspects is Against.UKENDT
            against = "vi ved ikke mod hvem" if unknown else f"mod {head.suspects.word}"
            yield Said("overgreb", "Vold eller overgreb", f"Ja, mistanke, {against}")
        elif head.overgreb == "nej":
            yield Said("overgreb", "Vold eller overgreb", "Ingen mistanke")
        yield from (
            Said(f"opkald:{n}", "Opkald", self._call(one)) for n, one in enumerate(head.calls)
        )

    def _call(self, call: PhoneCall) -> str:
        at = f" kl. {danish.clock(call.at)}" if call.at else ""
        said = (f"{danish.day_table(call.day)}{at}", call.spoke_with, call.number, call.agreed)
        return ", ".join(filter(None, said))

    def _receiver(self, head: Underretning) -> Iterator[Said]:
        yield Said("modtager", "Modtager", head.receiver)
        yield Said("afdeling", "Afdeling", head.receiver_unit)
        for one in head.grounds:
            yield Said(f"grund:{one}", "Grund", self._ground(one))

    def _ground(self, ground: str) -> str:
        """The law's, or one that the municipality has added in its pack; another pack's has no word here."""
        known = (one.word for one in self.template.grounds if one.law == ground)
        return next(known, "Kommunens egen grund")

    def _done(self, head: Underretning) -> Iterator[Said]:
        for n, one in enumerate(head.actions):
            yield Said(f"gjort:{n}", "Det, vi har gjort", _deed(one))
        yield Said("andre", "Andre, der er med", head.others_involved)
        yield Said("tidligere", "Tidligere underretninger", head.earlier)

    def _told(self, head: Underretning) -> Iterator[Said]:
        for one in head.informed:
            yield Said(f"besked:{one.parent}", self._parent(one.parent), self._heard(one))
        yield Said("barnet", "Barnet selv", head.child_informed)

    def _parent(self, parent: str) -> str:
        found = next((one for one in self.child.record.parents if one.id == parent), None)
        return danish.capital(found.relation or found.name) if found else parent

    def _heard(self, one: Informed) -> str:
        if one.told is None:
            return one.reaction
        day = f" {danish.day_table(one.day)}" if one.day else ""
        by = f" af {self.names.of_staff(one.by)}" if one.by else ""
        told = f"Orienteret{day}{by}." if one.told else "Ikke orienteret."
        return " ".join(filter(None, (told, one.reaction if one.told else one.why_not)))

    def _sender(self, head: Underretning) -> Iterator[Said]:
        for one in head.writers:
            yield Said(f"skriver:{one}", "Skriver", self.names.of_staff(one))
        yield Said("relation", "Kendskab til barnet", head.relation)
        yield Said("siden", "Kender barnet siden", head.known_since)
        yield Said("timer", "Timer om ugen", head.hours_a_week)
        yield Said("tolk", "Tolk", head.interpreter)
        for n, annex in enumerate(head.annexes):
            yield Said(f"bilag:{n}", "Bilag", annex.title)


def _deed(one: Action) -> str:
    day = danish.day_table(one.day) if one.day else ""
    return ". ".join(part.rstrip(".") for part in (day, one.what, one.effect) if part.strip())
