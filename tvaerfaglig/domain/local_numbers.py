"""Telephone numbers for Akut: readable before anyone has unlocked, editable by the house."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.resource import Table, once_each, read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalNumber:
    """One line; an empty `number` is shown with the register's own word for what is missing."""

    id: str
    name: str
    help: str = ""
    number: str = ""
    alarm: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalNumbers:
    numbers: tuple[LocalNumber, ...]
    checked_on: date
    checked_by: str
    missing: str

    def shown(self, number: LocalNumber) -> str:
        return number.number or self.missing


def parse_local_numbers(text: str) -> LocalNumbers:
    top = read_toml(text, "lokale-numre.toml")
    numbers = LocalNumbers(
        numbers=tuple(_number(each) for each in top.tables("nummer")),
        checked_on=top.day("kontrolleret"),
        checked_by=top.text("af"),
        missing=top.text("mangler"),
    )
    top.done()
    once_each((each.id for each in numbers.numbers), "lokale-numre.toml")
    return numbers


def local_numbers_toml(numbers: LocalNumbers) -> str:
    """The file again, as it lies beside the vault once the house has written its own numbers."""
    lines = [
        f"kontrolleret = {numbers.checked_on.isoformat()}",
        f"af = {_quoted(numbers.checked_by)}",
        f"mangler = {_quoted(numbers.missing)}",
    ]
    for each in numbers.numbers:
        lines += ["", "[[nummer]]", f"id = {_quoted(each.id)}", f"navn = {_quoted(each.name)}"]
        lines += [f"hjaelp = {_quoted(each.help)}", f"nummer = {_quoted(each.number)}"]
        lines += ["alarm = true"] if each.alarm else []
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """JSON's escapes are a subset of TOML's basic strings, but for DEL, which TOML wants escaped."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False).replace("\x7f", "\\u007f")


def _number(table: Table) -> LocalNumber:
    number = LocalNumber(
        id=table.text("id"),
        name=table.text("navn"),
        help=table.text("hjaelp", ""),
        number=table.text("nummer", ""),
        alarm=table.flag("alarm"),
    )
    table.done()
    return number
