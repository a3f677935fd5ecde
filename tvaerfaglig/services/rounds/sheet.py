"""One child of a round on paper: for those who work with her, and for the talk with her parents.

The parents' sheet has no single rating on it, only what is said together, and what was seen without who saw it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.rounds.course import Apart
from tvaerfaglig.domain.rounds.records import Doing, Joint, Mark
from tvaerfaglig.printouts.papers.parts import ObservationRow, StripFact
from tvaerfaglig.printouts.papers.rounds import AreaOnSheet, OwnView, RoundSheetPaper, Stood
from tvaerfaglig.services.children.register import place_of
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.parents.guarded import stop_if_guarded
from tvaerfaglig.services.printing import caution, paper_facts, pressing, withheld
from tvaerfaglig.services.printing.pressing import Pressed
from tvaerfaglig.services.rounds.papers import Wording, called
from tvaerfaglig.services.rounds.together import Together, together
from tvaerfaglig.services.session import Session

SHEET, PARENTS_SHEET = "trivselsark", "trivselsark til forældrene"
_NOT_YET = "Der er ingen fælles vurdering at skrive ud endnu. Skriv den sammen først."
_READ_FIRST = (
    "Læs det, I har set, igennem, før forældrene får arket. Det står her, som det blev skrevet, men uden navne på "
    "dem, der så det."
)
_WHOLE = "Som helhed"


def look_at_sheet(session: Session, library: Library, round_id: str, child_id: str) -> Pressed:
    """The sheet for those who work with her, with what to look at first."""
    return _looked(session, child_id, sheet(session, library, round_id, child_id))


def look_at_parents_sheet(
    session: Session, library: Library, round_id: str, child_id: str
) -> Pressed:
    """The sheet for the talk with her parents. Stops while the guard hides them."""
    made = sheet(session, library, round_id, child_id, for_parents=True)
    looked = _looked(session, child_id, made)
    return replace(
        looked, cautions=(*((_READ_FIRST,) if made.observations else ()), *looked.cautions)
    )


def _looked(session: Session, child_id: str, paper: RoundSheetPaper) -> Pressed:
    sections = pressing.sections(paper)
    return Pressed(
        pressing.press(paper),
        sections,
        caution.cautions(session, child_id, sections),
        caution.guard_advice(session, child_id),
    )


def sheet(
    session: Session, library: Library, round_id: str, child_id: str, *, for_parents: bool = False
) -> RoundSheetPaper:
    """What was said together of one child, and what it rests on, masked for her paper."""
    child = session.child(child_id, Action.PRINT).record
    if for_parents:
        stop_if_guarded(session, child_id, child.first_name)
    page = together(session, library, round_id, child_id)
    if page.joint is None:
        raise Unclear(_NOT_YET)
    made = _Making(session, library, page, child, for_parents=for_parents).paper(page.joint.record)
    return paper_facts.masked_through(made, child_id, child)


class _Making:
    """What the parts of one sheet are made from."""

    def __init__(
        self, session: Session, library: Library, page: Together, child: Child, *, for_parents: bool
    ) -> None:
        self.session, self.page, self.child, self.for_parents = session, page, child, for_parents
        self.library = library
        self.words = Wording(library, page.round.record)
        seen = sorted(page.observations.values(), key=lambda one: (one.record.day, one.id))
        self.numbers = {one.id: nr for nr, one in enumerate(seen, 1)}

    def paper(self, joint: Joint) -> RoundSheetPaper:
        page, round_made = self.page, self.page.round.record
        house = self.session.houses().get(round_made.dagtilbud)
        stuer = [house.stue_name(one) for one in round_made.stuer] if house else []
        before = page.before.record if page.before else None
        staff = {one: person.name for one, person in self.session.staff().items()}
        purpose = (
            "Samtale med forældrene." if self.for_parents else "At følge barnets trivsel i huset."
        )
        return RoundSheetPaper(
            imprint=paper_facts.imprint(self.session, self.child, purpose=purpose),
            child=paper_facts.child_facts(
                self.child, self.session.today, place=place_of(self.child, house, staff)
            ),
            round=""
            if self.child.hide_house
            else called(round_made, ", ".join(filter(None, stuer))),
            day=danish.day(joint.day),
            guarded=page.hides_parents,
            for_parents=self.for_parents,
            strip=tuple(self._strip(joint, before)),
            now=self.words.of(page.joint),
            meaning=self._meaning(joint),
            before=self._before(before),
            sentence=joint.sentence,
            alone=joint.alone,
            doing=tuple(self._doing(joint)),
            areas=tuple(self._area(one, joint, before) for one in page.apart[:-1]),
            whole=self._whole(),
            observations=tuple(self._observations()),
            always="" if self.for_parents else page.form.always,
            inside=page.form.to_parents.inside if self.for_parents else page.form.inside,
        )

    def _meaning(self, joint: Joint) -> str:
        """Of the step; the parents read of the position instead, said to them and not to the staff."""
        if self.for_parents:
            return self.page.form.to_parents.said[joint.position]
        step = self.page.scale.step(joint.overall)
        of_step = step.meaning if step else ""
        return of_step or self.library.positions.of(joint.position).meaning

    def _strip(self, joint: Joint, before: Joint | None) -> Iterator[StripFact]:
        yield StripFact("Sammen", self.words.of(self.page.joint).word)
        if before is not None:
            yield StripFact("Sidst", self.words.of(self.page.before).word, danish.day(before.day))
        if joint.next_look:
            yield StripFact(
                "Ses igen", danish.day_of_month(joint.next_look), str(joint.next_look.year)
            )
        if joint.talk_on and not self.page.hides_parents:
            yield StripFact("Samtale", danish.day_of_month(joint.talk_on), "med forældrene")

    def _before(self, before: Joint | None) -> str:
        if before is None:
            return ""
        word = self.words.of(self.page.before).word
        return f"{danish.capital(word.lower())}, {danish.day(before.day)}: {before.sentence}"

    def _doing(self, joint: Joint) -> Iterator[str]:
        """In the words they were chosen in; what was changed and when it is talked about beside them."""
        for one in joint.doing:
            if one is Doing.HVERDAG and joint.change:
                yield f"{one.word}: {joint.change}"
            elif one is Doing.FORAELDRE and joint.talk_on:
                yield f"{one.word} {danish.day(joint.talk_on)}"
            elif one is not Doing.FORAELDRE or not self.page.hides_parents:
                yield one.word

    def _area(self, apart: Apart, joint: Joint, before: Joint | None) -> AreaOnSheet:
        domain = self.page.form.domain(apart.domain)
        marks = [one.record.mark(apart.domain) for one in self.page.ratings]
        now = joint.mark(apart.domain).step
        earlier = before.mark(apart.domain).step if before else ""
        return AreaOnSheet(
            name=domain.name if domain else apart.domain,
            now=self.words.of_step(now) if now else Stood("Ikke vurderet sammen"),
            before=self.words.of_step(earlier) if earlier else Stood("–"),
            rows=self._rows(one for mark in marks for one in mark.evidence),
            views=() if self.for_parents else tuple(map(self._view, marks)),
            differs=not apart.agree,
        )

    def _whole(self) -> AreaOnSheet | None:
        """Each one's own words about the child as a whole, where they wrote any or saw it differently."""
        own = [
            Mark(domain="", step=one.record.overall, sentence=one.record.sentence)
            for one in self.page.ratings
        ]
        differs = not self.page.apart[-1].agree
        if self.for_parents or not (differs or any(one.sentence for one in own)):
            return None
        return AreaOnSheet(
            name=_WHOLE,
            now=Stood(),
            before=Stood(),
            views=tuple(map(self._view, own)),
            differs=differs,
        )

    def _view(self, mark: Mark) -> OwnView:
        word = self.words.of_step(mark.step).word if mark.step else ""
        return OwnView(word, mark.sentence, self._rows(mark.evidence))

    def _rows(self, evidence: Iterator[str] | tuple[str, ...]) -> tuple[int, ...]:
        return tuple(sorted({self.numbers[one] for one in evidence if one in self.numbers}))

    def _observations(self) -> Iterator[ObservationRow]:
        held, child_id = withheld.of_child(self.session, self.page.child_id), self.page.child_id
        for key, number in self.numbers.items():
            seen = self.page.observations[key].record
            row = paper_facts.observation_row(
                number, child_id, self.child, seen, self.page.names, held
            )
            yield replace(row, witness="") if self.for_parents else row
