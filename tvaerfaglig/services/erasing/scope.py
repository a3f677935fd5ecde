"""What goes, what is written anew, and what stays, when one child or one record is erased.

Worked out from the words themselves, version by version: a table may be wrong, and a record may have been
about the child in an earlier version only.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

import msgspec

from tvaerfaglig.domain.acts import ColumnsChosen, Erased, ListBroughtIn
from tvaerfaglig.domain.efforts.records import Enrolment
from tvaerfaglig.domain.erasure import Part, Whose, json_without, part_of, without
from tvaerfaglig.domain.follow_up import Reminder
from tvaerfaglig.domain.people import Child, Dagtilbud, Staff
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.statusudtalelser.records import StatusFinished, Statusudtalelse
from tvaerfaglig.domain.stored import Draft
from tvaerfaglig.domain.underretning import Finished, Section, Underretning
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.store import codec, everything
from tvaerfaglig.store.everything import Lying
from tvaerfaglig.store.vault import Pen, Vault

R = TypeVar("R", bound=Record)
_BLOB = re.compile(r'"([0-9a-f]{32})"')
_NEVER = {
    kind.KIND for kind in (Erased, Staff, Dagtilbud, ListBroughtIn, ColumnsChosen)
}  # ids at most, and no words about a child


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Her name in a text about others. `frozen`: in a paper that is finished, which nobody changes."""

    record: str
    kind: str
    children: tuple[str, ...]
    part: Part
    frozen: bool = False


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A record that stays with others: what stands in the place of the version `head`."""

    record: str
    head: str
    words: Record


@dataclass(slots=True)
class Scope:
    """Everything one erasure does. `whose` is None where it is not about one child as a whole."""

    whose: Whose | None = None
    child: str = ""
    erase: list[Lying] = field(default_factory=list)
    blobs: tuple[str, ...] = ()
    rewrite: list[Rewritten] = field(default_factory=list)
    elsewhere: list[Elsewhere] = field(default_factory=list)
    drafts: list[tuple[str, Draft]] = field(default_factory=list)
    cleaned: list[tuple[str, Draft]] = field(default_factory=list)
    gone: dict[str, str] = field(default_factory=dict)
    shared: set[str] = field(default_factory=set)
    unread: int = 0

    def decision(self, ground: str) -> Erased:
        return Erased(
            events=tuple(one.event for one in self.erase),
            attachments=self.blobs,
            ground=ground,
            child=self.child,
            whole=self.whose is not None,
            drafts=len(self.drafts) + len(self.cleaned),
        )

    def carry_out(self, pen: Pen, decision: Erased) -> None:
        """All of it, in the transaction of the pen: what stays with others is written first."""
        for one in self.rewrite:
            _require_readable(one.words)
            pen.put(one.words, one.record, replaces=(one.head,))
        for owner, draft in self.drafts:
            pen.drop_draft(draft.key, owner)
        for owner, draft in self.cleaned:
            pen.change_draft(owner, draft)
        pen.erase(decision)
        pen.owe_empty_places()


def _require_readable(words: Record) -> None:
    """What is cut must still be read as what it was; else nothing at all is erased."""
    try:
        whole = codec.decode(words.KIND, codec.encode(words)) == words
    except msgspec.ValidationError:
        whole = False
    if not whole:
        raise Unclear(
            "Et barn kan ikke tages ud af en tekst, andre også er i, så intet er slettet. Sig det til jeres it."
        )


def of_child(vault: Vault, child: str, also: Collection[str] = ()) -> Scope:
    """Everything about one child. `also` are records, or versions, of others where her first name is hers too."""
    lying = [one for one in everything.bodies(vault) if one.kind not in _NEVER]
    whose = Whose(child, tuple(dict.fromkeys(_names(lying, child))))
    finished = {one.underretning for one in _read_all(lying, Finished)}
    finished |= {one.status for one in _read_all(lying, StatusFinished)}
    scope = Scope(whose=whose, child=child)
    for record, versions in _by_record(lying, whose).items():
        _sort_in(scope, vault, record, versions, finished, set(also))
    scope.blobs = _blobs(vault, scope.erase, lying)
    _drafts(scope, everything.all_drafts(vault), _others(lying, scope))
    return scope


def of_records(vault: Vault, records: Collection[str], child: str = "") -> Scope:
    """Every version of some records, their links and attachments; nothing else of anybody."""
    lying = list(everything.bodies(vault))
    scope = Scope(child=child)
    for one in lying:
        if one.record in records or one.record.rpartition(":")[0] in records:
            scope.erase.append(one)
            scope.gone[one.record] = one.kind
    scope.blobs = _blobs(vault, scope.erase, lying)
    keys = [*records]
    scope.drafts = [
        (owner, draft)
        for owner, draft in everything.all_drafts(vault)
        if any(key in draft.key for key in keys)
    ]
    return scope


def _names(lying: Iterable[Lying], child: str) -> Iterator[str]:
    for one in lying:
        if one.record == child and one.kind == Child.KIND:
            read = codec.decode(one.kind, one.data)
            if isinstance(read, Child) and read.name.strip():
                yield " ".join(read.name.split())


def _read_all(lying: Iterable[Lying], kind: type[R]) -> Iterator[R]:
    for one in lying:
        read = codec.decode(one.kind, one.data) if one.kind == kind.KIND else None
        if isinstance(read, kind):
            yield read


def _by_record(lying: Iterable[Lying], whose: Whose) -> dict[str, list[Lying]]:
    """What may have something of hers in it, by record."""
    found: dict[str, list[Lying]] = {}
    for one in lying:
        if whose.child in {one.record, one.case_id} or whose.may_be_in(one.data):
            found.setdefault(one.record, []).append(one)
    return found


def _sort_in(
    scope: Scope,
    vault: Vault,
    record: str,
    versions: list[Lying],
    finished: set[str],
    also: set[str],
) -> None:
    heads = set(vault.heads(record))
    for one in versions:
        _sort_version(scope, one, one.event in heads, finished, also)
    stays = heads - {one.event for one in scope.erase}
    if stays or any(one.record == record for one in scope.rewrite):
        scope.gone.pop(record, None)


def _sort_version(
    scope: Scope, one: Lying, stands: bool, finished: set[str], also: set[str]
) -> None:
    assert scope.whose is not None
    read = codec.decode(one.kind, one.data)
    if read is None or scope.whose.child in {one.record, one.case_id}:
        if scope.whose.child in {one.record, one.case_id}:
            scope.erase.append(one)
            scope.gone[one.record] = one.kind
        else:
            scope.unread += 1  # written by a newer program
        return
    part = part_of(read, one.record, one.case_id, scope.whose)
    if part in {Part.NAMED, Part.FIRST_NAME} and not _named(scope, one, read, part, finished, also):
        return
    if part is not Part.NONE:
        scope.erase.append(one)
    if part is Part.OWN:
        scope.gone[one.record] = one.kind
    elif part is not Part.NONE and stands:
        scope.shared |= {one.record} if part is Part.SHARED else set()
        words = without(read, scope.whose, first_names=part is not Part.NAMED or _is(one, also))
        scope.rewrite.append(Rewritten(one.record, one.event, words))


def _named(
    scope: Scope, one: Lying, read: Record, part: Part, finished: set[str], also: set[str]
) -> bool:
    """Note that she is named in a text about others; the answer is whether it is written anew."""
    frozen = _letter_of(read, one.record) in finished
    _note(scope, Elsewhere(one.record, one.kind, read.about() or _itself(one), part, frozen))
    return not frozen and (part is Part.NAMED or _is(one, also))


def _is(one: Lying, also: set[str]) -> bool:
    return bool({one.record, one.event} & also)


def _itself(one: Lying) -> tuple[str, ...]:
    return (one.record,) if one.kind == Child.KIND else ()


def _letter_of(read: Record, record: str) -> str:
    if isinstance(read, Section | Finished | Reminder):
        return read.underretning
    if isinstance(read, StatusFinished):
        return read.status
    return record if isinstance(read, Underretning | Statusudtalelse) else ""


def _note(scope: Scope, found: Elsewhere) -> None:
    """Each record once; that her full name stands there says more than that her first name does."""
    before = next((one for one in scope.elsewhere if one.record == found.record), None)
    if before is None:
        scope.elsewhere.append(found)
    elif found.part is Part.NAMED and before.part is Part.FIRST_NAME:
        scope.elsewhere[scope.elsewhere.index(before)] = found


def _blobs(vault: Vault, going: Iterable[Lying], lying: Iterable[Lying]) -> tuple[str, ...]:
    """The attachments that only what goes has named."""
    events = {one.event for one in going}
    named = {blob for one in going for blob in _BLOB.findall(one.data)}
    staying = {blob for one in lying if one.event not in events for blob in _BLOB.findall(one.data)}
    return everything.blobs_among(vault, named - staying) if named - staying else ()


def _others(lying: Iterable[Lying], scope: Scope) -> set[str]:
    """The other children, and their places: a roll that is being called names its families by those."""
    hers = {scope.child, *scope.gone}
    kinds = {Child.KIND, Enrolment.KIND}
    return {one.record for one in lying if one.kind in kinds and one.record not in hers}


def _drafts(scope: Scope, drafts: Iterable[tuple[str, Draft]], others: set[str]) -> None:
    """A draft about her alone goes; one that others are in stays without her; the rest is not touched."""
    assert scope.whose is not None
    hers = {scope.whose.child, *scope.gone}
    for owner, draft in drafts:
        content = draft.content
        with contextlib.suppress(ValueError):
            content = json.dumps(json.loads(content), ensure_ascii=False)
        keyed = any(one in draft.key for one in hers)
        inside = any(f'"{one}"' in content for one in hers)
        if not keyed and not inside and not scope.whose.may_be_in(content):
            continue
        about_others = any(one in draft.key or f'"{one}"' in content for one in others)
        if keyed or (inside and not about_others):
            scope.drafts.append((owner, draft))
            continue
        made = _cleaned(content, scope)
        if made != content:
            scope.cleaned.append((owner, replace(draft, content=made)))


def _cleaned(content: str, scope: Scope) -> str:
    assert scope.whose is not None
    try:
        made = json_without(json.loads(content), scope.whose, scope.gone.keys())
    except ValueError:  # no form keeps its words so; then they are text
        return str(json_without(content, scope.whose))
    return json.dumps(made, ensure_ascii=False)


def kinds(scope: Scope) -> dict[str, int]:
    """How many records of each kind go."""
    counted: dict[str, int] = {}
    for kind in scope.gone.values():
        counted[kind] = counted.get(kind, 0) + 1
    return counted
