"""Two packs side by side: only what differs, in words that a leader can weigh."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tvaerfaglig.domain.packs.fitting import fitted
from tvaerfaglig.domain.packs.pack import Deadline, Number, Pack
from tvaerfaglig.domain.template import Template, TemplateSection

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not the same: what it is, how it is in the first, and in the second."""

    what: str
    before: str
    after: str

    @property
    def words(self) -> str:
        if self.before == NOTHING:
            return f"{self.what}: {self.after}"
        if self.after == NOTHING:
            return f"{self.what}: {self.before} falder væk"
        return f"{self.what}: {self.before} → {self.after}"


def differences(
    template: Template, before: Pack | None, after: Pack | None
) -> tuple[Difference, ...]:
    """Between two packs, or a pack and the program's own letter (None)."""
    first, second = fitted(template, before), fitted(template, after)
    found = (*_letter(first, second), *_sections(first, second), *_beside(before, after))
    return tuple(
        Difference(_any_child(one.what), _any_child(one.before), _any_child(one.after))
        for one in found
        if one.before != one.after
    )


def _any_child(words: str) -> str:
    return words.replace("{barns}", "barnets").replace("{barn}", "barnet")


def _letter(first: Template, second: Template) -> Iterator[Difference]:
    yield Difference("Overskrift", first.title, second.title)
    yield Difference("Forslag", _proposals(first), _proposals(second))
    yield Difference(
        "Linje til forældrenes underskrift",
        _yes(first.seen_by_parents),
        _yes(second.seen_by_parents),
    )
    yield Difference("Rækkefølge på skærmen", _order(first), _order(second))
    yield Difference("Rækkefølge på papir", _paper(first), _paper(second))
    yield Difference("Beder om", _wanted(first), _wanted(second))
    yield Difference(
        "Grunde", _list(g.word for g in first.grounds), _list(g.word for g in second.grounds)
    )


def _sections(first: Template, second: Template) -> Iterator[Difference]:
    theirs = {one.id: one for one in second.sections}
    ours = {one.id: one for one in first.sections}
    for key in dict.fromkeys((*ours, *theirs)):
        one, other = ours.get(key), theirs.get(key)
        if one is None or other is None:
            yield Difference(
                "Afsnit", one.screen if one else NOTHING, other.screen if other else NOTHING
            )
        else:
            yield from _section(one, other)


def _section(one: TemplateSection, other: TemplateSection) -> Iterator[Difference]:
    yield Difference("Afsnittets navn", one.screen, other.screen)
    yield Difference(f"{one.screen}, på papir", one.paper or NOTHING, other.paper or NOTHING)
    yield Difference(f"{one.screen}, vejledning", one.guidance, other.guidance)
    fields = {field.label: field for field in other.fields}
    known = {field.id: field for field in other.fields if not field.id.startswith("eget_")}
    for field in one.fields:
        if field.id in known:
            yield Difference(f"{one.screen}, felt", field.label, known[field.id].label)
    own = {field.label for field in one.fields if field.id.startswith("eget_")}
    theirs = {label for label, field in fields.items() if field.id.startswith("eget_")}
    for label in sorted(own - theirs):
        yield Difference(f"{one.screen}, eget felt", label, NOTHING)
    for label in sorted(theirs - own):
        yield Difference(f"{one.screen}, eget felt", NOTHING, label)


def _beside(before: Pack | None, after: Pack | None) -> Iterator[Difference]:
    yield Difference(
        "Telefonnumre", *(_list(map(_number, p.numbers)) if p else NOTHING for p in (before, after))
    )
    yield Difference(
        "Frister", *(_list(map(_deadline, p.deadlines)) if p else NOTHING for p in (before, after))
    )
    yield Difference(
        "Spørgsmål slået fra", *(_list(p.questions_off) if p else NOTHING for p in (before, after))
    )


def _proposals(template: Template) -> str:
    if template.proposals:
        return "feltet er med"
    asks = template.pack is not None and template.pack.asks_proposals
    return "frarådes, og programmet spørger" if asks else "feltet er ikke med"


def _order(template: Template) -> str:
    return _list(one.screen for one in template.sections)


def _paper(template: Template) -> str:
    order = template.pack.paper_order if template.pack else ()
    names = {one.id: one.paper or one.screen for one in template.sections}
    return _list(names.get(one, one) for one in order) if order else "programmets egen"


def _wanted(template: Template) -> str:
    wanted = template.pack.wanted if template.pack else ()
    return _list(one.screen for one in template.sections if one.id in wanted)


def _number(one: Number) -> str:
    return f"{one.name} {one.number}"


def _deadline(one: Deadline) -> str:
    return f"{one.name}: {one.days} {one.counting.value}"


def _list(words: Iterable[str]) -> str:
    return ", ".join(words) or NOTHING


def _yes(value: bool) -> str:
    return "ja" if value else "nej"
