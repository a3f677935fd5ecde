"""One of every kind of record that can be about a child, with a word of its own in every text it has.

Made from the kinds themselves, so that a new kind, or a new field of an old one, is tried without anybody
thinking of it.
"""

from __future__ import annotations

import hashlib
import json
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date, datetime, time
from enum import Enum
from typing import Any, get_args, get_origin, get_type_hints

import msgspec

from tvaerfaglig.domain.erasure import PEOPLE
from tvaerfaglig.domain.follow_up import Reminder
from tvaerfaglig.domain.konsultation import KonsultationKind
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.statusudtalelser.records import StatusFinished
from tvaerfaglig.domain.underretning import Finished
from tvaerfaglig.printouts.papers.following import ReminderPaper
from tvaerfaglig.printouts.papers.statusudtalelse import StatusPaper
from tvaerfaglig.printouts.papers.underretning import UnderretningPaper

DAY, AT = date(2026, 11, 9), time(9, 30)
_SHAPED = {
    "month": "2026-10",
    "at": "2026-11-09T09:30",
    "cpr": "031322-0000",
    "konsultation": "",
    "samtykke": "",
    "protected": False,
    "guarded": False,
}
"""What something reads a day, a number or a record out of; and who hides nothing."""

_PAPERS: Mapping[type[Record], type[Any]] = {
    Finished: UnderretningPaper, StatusFinished: StatusPaper, Reminder: ReminderPaper
}  # fmt: skip


def letter_of(child: str) -> str:
    """The id of the child's letter, which its parts name."""
    return f"underretning-{child}"


@dataclass
class Maker:
    """Fills every field by its type; `said` is which word stands in which field of which kind.

    `also` follows each word, but where a person's own name stands. `file` is the attachment that all of them
    name, and its SHA-256.
    """

    child: str
    also: str = ""
    word: str = "Kvabbel"
    file: tuple[str, str] = ("", "")
    said: dict[str, tuple[str, str]] = field(default_factory=dict)

    def one(self, kind: type[Record]) -> Record:
        """`kind` with something in every field."""
        made = self._dataclass(kind, kind.KIND, "")
        if kind in _PAPERS:
            content = self._paper(_PAPERS[kind], kind.KIND)
            sha = hashlib.sha256(content.encode()).hexdigest()
            made = replace(made, content=content, content_sha256=sha)
        return made  # type: ignore[no-any-return]

    def _paper(self, paper: type[Any], of: str) -> str:
        made = self._dataclass(paper, of, "papir")
        return json.dumps({"papir": msgspec.to_builtins(made)}, ensure_ascii=False)

    def _dataclass(self, kind: type[Any], of: str, path: str) -> Any:
        hints = get_type_hints(kind)
        made = {
            one.name: self._new(of, f"{path}.{one.name}")
            if one.name == "name" and kind in PEOPLE
            else self._field(one.name, hints[one.name], of, f"{path}.{one.name}")
            for one in fields(kind)
            if one.init
        }
        return kind(**made)

    def _field(self, name: str, hint: Any, of: str, path: str) -> Any:
        if name in {"child", "underretning"} and hint is str:
            return self.child if name == "child" else letter_of(self.child)
        if name in {"blob", "pdf", "sha256", "pdf_sha256"}:
            return self.file["sha" in name]
        if name == "children":
            return ()
        if name in _SHAPED and hint in {str, bool}:
            return _SHAPED[name]
        if hint is KonsultationKind:
            return KonsultationKind.NAVNGIVET
        return self._value(hint, of, path)

    def _value(self, hint: Any, of: str, path: str) -> Any:
        origin, parts = get_origin(hint), get_args(hint)
        if origin in {typing.Union, types.UnionType}:
            return self._value(next(one for one in parts if one is not type(None)), of, path)
        if origin is tuple:
            inner = parts[:1] if parts[-1] is Ellipsis else parts
            return tuple(self._value(one, of, path) for one in inner)
        if is_dataclass(hint):
            return self._dataclass(hint, of, path)
        return self._plain(hint, of, path)

    def _plain(self, hint: Any, of: str, path: str) -> Any:
        if hint is str:
            return self._new(of, path) + self.also
        if isinstance(hint, type) and issubclass(hint, Enum):
            return next(iter(hint))
        plain: Mapping[Any, Any] = {
            date: DAY, time: AT, bool: True, int: 3, float: 1.5, datetime: datetime(2026, 11, 9, 9, 30)
        }  # fmt: skip
        return plain[hint]

    def _new(self, of: str, path: str) -> str:
        word = f"{self.word}{len(self.said):04}x"
        self.said[word] = (of, path)
        return word
