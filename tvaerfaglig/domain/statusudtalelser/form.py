"""The headings of a statusudtalelse as data: ICS in ten, the child's and the parents' view, the answers."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain.resource import Table, once_each, read_toml
from tvaerfaglig.domain.statusudtalelser.records import PARENTS
from tvaerfaglig.domain.vocabulary import Categories

FILE = "statusudtalelse.toml"
CHECKS = ("observationer", "barnets_udsagn", "foraeldrenes_syn", "vurdering")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """`ics` is the dimension its observations are filed under; `about` how it is said in a sentence; `check`
    what the questions take its prose for.
    """

    id: str
    name: str
    group: str
    ics: str
    about: str
    check: str
    parents: bool
    guidance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusForm:
    """`months` is how far back the period reaches until somebody chooses another."""

    id: str
    name: str
    title: str
    always: str
    nothing_known: str
    unanswered: str
    months: int
    sources: tuple[str, ...]
    headings: tuple[Heading, ...]

    def heading(self, heading_id: str) -> Heading | None:
        return next((one for one in self.headings if one.id == heading_id), None)

    def open_headings(self, *, parents_hidden: bool) -> tuple[Heading, ...]:
        """The parents' part is gone, not greyed, while they are hidden."""
        return tuple(one for one in self.headings if not (parents_hidden and one.parents))


def parse_status_form(text: str) -> StatusForm:
    top = read_toml(text, FILE)
    form = StatusForm(
        id=top.text("id"),
        name=top.text("navn"),
        title=top.text("titel"),
        always=top.prose("altid"),
        nothing_known=top.prose("ved_ikke"),
        unanswered=top.prose("ubesvaret"),
        months=top.number("maaneder"),
        sources=top.texts("kilder", ()),
        headings=tuple(_heading(each) for each in top.tables("overskrift")),
    )
    top.done()
    once_each((one.id for one in form.headings), f"{FILE}, overskrifter")
    once_each((one.ics for one in form.headings if one.ics), f"{FILE}, ics")
    return form


def unknown_dimensions(form: StatusForm, categories: Categories) -> tuple[str, ...]:
    """Dimensions that observations are filed under and no heading takes in: their observations would not be seen."""
    taken = {one.ics for one in form.headings}
    filed = dict.fromkeys(one.ics for one in categories.all() if one.ics)
    return tuple(one for one in filed if one not in taken)


def _heading(table: Table) -> Heading:
    heading = Heading(
        id=table.text("id"),
        name=table.text("navn"),
        group=table.text("gruppe", ""),
        ics=table.text("ics", ""),
        about=table.text("om"),
        check=table.one_of("tjek", CHECKS),
        parents=table.flag("foraeldre"),
        guidance=table.prose("vejledning"),
    )
    table.done()
    if heading.id == PARENTS and not heading.parents:
        raise table.wrong("overskriften skal have foraeldre = true; værnet hviler på det.")
    return heading
