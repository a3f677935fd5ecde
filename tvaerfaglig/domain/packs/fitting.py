"""The program's letter as one municipality wants it."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import replace

from tvaerfaglig.domain.packs.pack import Number, Pack
from tvaerfaglig.domain.template import (
    Field,
    FieldKind,
    Ground,
    Template,
    TemplateSection,
    Weight,
)

URGENT = "hast_og_overgreb"


def fitted(
    template: Template, pack: Pack | None, holding: AbstractSet[str] = frozenset()
) -> Template:
    """`holding` are sections in which something is written: they are never left out."""
    if pack is None:
        return template
    gone = set(pack.left_out) - holding
    sections = (_section(one, pack) for one in template.sections if one.id not in gone)
    return replace(
        template,
        name=pack.name,
        title=pack.title or template.title,
        proposals=pack.proposals,
        seen_by_parents=pack.seen_by_parents,
        grounds=(*template.grounds, *_grounds(pack)),
        sections=_in_order(sections, pack.order),
        pack=pack,
    )


def _grounds(pack: Pack) -> Iterable[Ground]:
    return (Ground(one.key, one.word, overgreb=False, cite=one.cite) for one in pack.grounds)


def _in_order(
    sections: Iterable[TemplateSection], order: tuple[str, ...]
) -> tuple[TemplateSection, ...]:
    """Those that are named stand as they are named; the others keep their places after them."""
    at = {one: n for n, one in enumerate(order)}
    return tuple(sorted(sections, key=lambda one: at.get(one.id, len(at))))


def _section(section: TemplateSection, pack: Pack) -> TemplateSection:
    words = pack.section(section.id)
    fields = tuple(_field(one, pack) for one in section.fields)
    own = tuple(
        _own(n, one.label) for n, one in enumerate(pack.own_fields) if one.section == section.id
    )
    guidance = (words.guidance if words else "") or section.guidance
    asked = (f"Kommunen spørger også: {one.label}" for one in own)
    numbers = map(_said, pack.numbers) if section.id == URGENT else ()
    guidance = "\n".join((guidance, *asked, *numbers))
    return replace(
        section,
        screen=(words.screen if words else "") or section.screen,
        paper=(words.paper if words else "") or section.paper,
        guidance=guidance,
        fields=(*fields, *own),
    )


def _said(number: Number) -> str:
    when = f" ({number.when})" if number.when else ""
    return f"{number.name}{when}: {number.number}"


def _field(field: Field, pack: Pack) -> Field:
    words = pack.field(field.id)
    if words is None:
        return field
    return replace(
        field,
        label=words.label or field.label,
        paper=words.paper or field.paper,
        help=words.help or field.help,
    )


def _own(number: int, label: str) -> Field:
    """Asked beside the others, and answered in the section's own text."""
    return Field(
        id=f"eget_{number}", nr=0, label=label, paper=label, kind=FieldKind.PROSE, options="",
        columns=(), filled_from="", help="", weight=Weight.RECOMMENDED, parents=False, internal=False,
    )  # fmt: skip
