"""The words an observation is filed under: what it is about, and where it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tvaerfaglig.domain.resource import Table, once_each, read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A neutral subject; `overgreb` marks the hard branch, below which everything is guarded."""

    id: str
    nr: str
    name: str
    ics: str
    help: str
    often: bool
    overgreb: bool
    below: tuple[Category, ...] = ()


@dataclass(frozen=True, slots=True)
class Categories:
    tree: tuple[Category, ...]

    def all(self) -> Iterator[Category]:
        """Every branch and leaf, in the order of the file."""
        for branch in self.tree:
            yield branch
            yield from branch.below

    def leaves(self) -> tuple[Category, ...]:
        """What can be chosen: a branch without leaves is one itself."""
        return tuple(each for each in self.all() if not each.below)

    def often(self) -> tuple[Category, ...]:
        return tuple(each for each in self.all() if each.often)

    def find(self, category_id: str) -> Category | None:
        return next((each for each in self.all() if each.id == category_id), None)

    def name(self, category_id: str) -> str:
        """The name on screen; an id that a municipality has dropped is shown as it was stored."""
        found = self.find(category_id)
        return found.name if found else category_id

    def is_overgreb(self, chosen: tuple[str, ...]) -> bool:
        """Whether any of these calls for the guard."""
        return any(each.overgreb for each in map(self.find, chosen) if each)


@dataclass(frozen=True, slots=True)
class Place:
    """A place to choose; `inside` is how it stands in a sentence: på legepladsen."""

    id: str
    name: str
    inside: str


def parse_categories(text: str) -> Categories:
    top = read_toml(text, "categories.toml")
    dimensions = top.texts("dimensioner")
    categories = Categories(tuple(_branch(each, dimensions) for each in top.tables("kategori")))
    top.done()
    once_each((each.id for each in categories.all()), "categories.toml")
    return categories


def parse_places(text: str) -> tuple[Place, ...]:
    top = read_toml(text, "places.toml")
    places = tuple(_place(each) for each in top.tables("sted"))
    top.done()
    once_each((each.id for each in places), "places.toml")
    return places


def _branch(table: Table, dimensions: tuple[str, ...]) -> Category:
    ics, overgreb = _ics(table, dimensions, ""), table.flag("overgreb")
    below = tuple(
        _category(each, _ics(each, dimensions, ics), overgreb=overgreb)
        for each in table.tables("under", optional=True)
    )
    return _category(table, ics, overgreb=overgreb, below=below)


def _category(
    table: Table, ics: str, *, overgreb: bool, below: tuple[Category, ...] = ()
) -> Category:
    category = Category(
        id=table.text("id"),
        nr=table.text("nr"),
        name=table.text("navn"),
        ics=ics,
        help=table.prose("hjaelp", ""),
        often=table.flag("ofte"),
        overgreb=overgreb,
        below=below,
    )
    table.done()
    return category


def _ics(table: Table, dimensions: tuple[str, ...], inherited: str) -> str:
    return table.one_of("ics", ("", *dimensions), inherited)


def _place(table: Table) -> Place:
    place = Place(table.text("id"), table.text("navn"), table.text("form"))
    table.done()
    return place
