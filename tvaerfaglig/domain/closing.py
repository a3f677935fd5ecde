"""Why a concern can be closed: the house's reasons, and what each asks to have said in people's own words."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain.resource import Table, once_each, read_toml

FILE = "lukning.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """`well` is one that means the child is better off; only such a closing counts as reached."""

    id: str
    word: str
    asks: str
    well: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    always: str
    why: str
    achieved: str
    reasons: tuple[Reason, ...]

    def find(self, reason: str) -> Reason | None:
        return next((each for each in self.reasons if each.id == reason), None)

    def word(self, reason: str) -> str:
        """What a reason is called; nothing for one that the file no longer has."""
        found = self.find(reason)
        return found.word if found else ""


def parse_closing(text: str) -> Closing:
    top = read_toml(text, FILE)
    closing = Closing(
        always=top.prose("altid"),
        why=top.text("hvorfor"),
        achieved=top.text("opnaaet"),
        reasons=tuple(_reason(each) for each in top.tables("grund")),
    )
    top.done()
    once_each((each.id for each in closing.reasons), FILE)
    return closing


def _reason(table: Table) -> Reason:
    reason = Reason(
        id=table.text("id"),
        word=table.text("ord"),
        asks=table.prose("spoerg"),
        well=table.flag("godt"),
    )
    table.done()
    return reason
