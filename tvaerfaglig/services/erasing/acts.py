"""Erase: a whole child, or one record. The leader has seen what goes; here it is worked out once more, and done.

One transaction each: what stays with others is written anew, the words go, and the decision says why. The
log keeps the headers: that something was written, when and by whom, not what.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from tvaerfaglig.domain.acts import CprShown, Erased, Link, Printed, Read
from tvaerfaglig.domain.erasure import Part
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.konsultation import Agreement, Konsultation
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.retention import Ground, Held, Retention, judge
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.staff_case import Sealed as SealedCase
from tvaerfaglig.domain.statusudtalelser.records import StatusStage
from tvaerfaglig.domain.underretning import Finished, Section
from tvaerfaglig.services.erasing import scope as scopes
from tvaerfaglig.services.erasing.due import due_list
from tvaerfaglig.services.erasing.holds import holds_of
from tvaerfaglig.services.erasing.parts import parts_of
from tvaerfaglig.services.erasing.periods import leads, periods
from tvaerfaglig.services.erasing.scope import Scope
from tvaerfaglig.services.erasing.traces import Traces, traces_of
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.statusudtalelser.stages import status_stages
from tvaerfaglig.store import queries, sealed_notes
from tvaerfaglig.store.backup import FOLDER
from tvaerfaglig.store.errors import NotACopy
from tvaerfaglig.store.manifest import MANIFEST, read_manifest
from tvaerfaglig.store.sealed_notes import Sealed
from tvaerfaglig.store.vault import Vault

AGAIN = "slettet igen efter gendannelse"
LOGS = {Read.KIND, Printed.KIND, CprShown.KIND, Link.KIND}
_KEPT_BACK = "Det er holdt tilbage: {}. Luk sagen eller ophæv det først, så kan det slettes."


@dataclass(frozen=True, slots=True)
class NamedIn:
    """A text about others in which she is named: about whom, and what becomes of it."""

    record: str
    kind: str
    about: tuple[str, ...]
    only_first: bool
    frozen: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """What the leader sees before she decides."""

    child: str
    name: str
    first_name: str
    going: dict[str, int]
    logs: int
    files: int
    shared: int
    named: tuple[NamedIn, ...]
    drafts: tuple[tuple[str, int], ...]
    notes: int
    older_copies: int
    holds: tuple[Held, ...]
    due: bool
    unread: int
    sealed: bool
    names: Names


@dataclass(frozen=True, slots=True)
class Done:
    """What was erased, and the traces to look for afterwards: they are never stored."""

    decision: str
    child: str
    name: str
    changes: Changes
    traces: Traces = field(repr=False)


def plan(session: Session, child_id: str, retention: Retention) -> Plan:
    """Look at everything there is about a child, without touching it."""
    stored = session.child(child_id, Action.ERASE)
    scope = scopes.of_child(session.vault, child_id)
    holds = holds_of(session.vault, (child_id,))[child_id]
    counted = scopes.kinds(scope)
    staff = session.staff()
    writers = [owner for owner, _ in (*scope.drafts, *scope.cleaned)]
    return Plan(
        child=child_id,
        name=stored.record.name,
        first_name=stored.record.first_name,
        going={kind: many for kind, many in counted.items() if kind not in LOGS},
        logs=sum(many for kind, many in counted.items() if kind in LOGS - {Link.KIND}),
        files=len(scope.blobs),
        shared=len(scope.shared),
        named=tuple(
            NamedIn(one.record, one.kind, one.children, one.part is Part.FIRST_NAME, one.frozen)
            for one in scope.elsewhere
        ),
        drafts=tuple(
            (staff[one].name if one in staff else "en, der er rejst", writers.count(one))
            for one in dict.fromkeys(writers)
        ),
        notes=len(_notes_naming(session.vault, scope)),
        older_copies=older_copies(session.vault.folder, ()),
        holds=holds,
        due=_due(session, stored.record, retention, holds),
        unread=scope.unread,
        sealed=bool(queries.all_of(session.vault, SealedCase)),
        names=names(session),
    )


def _due(session: Session, child: Child, retention: Retention, holds: tuple[Held, ...]) -> bool:
    months = periods(session, retention)["sagen"].months
    return judge(months, child.left, holds, session.today).due


def erase_child(
    session: Session,
    child_id: str,
    ground_id: str,
    retention: Retention,
    also: Collection[str] = (),
) -> Done:
    """Erase everything about a child. `also` are the texts about others where her first name goes too.

    Raises Unclear while something holds her file back, or where the period is the ground and not over.
    """
    stored = session.child(child_id, Action.ERASE)
    ground = _ground(retention, ground_id)
    holds = holds_of(session.vault, (child_id,))[child_id]
    _not_held(holds)
    if not ground.early and not _due(session, stored.record, retention, holds):
        raise Unclear("Perioden er ikke gået endnu. Vælg en anden grund, eller vent.")
    with session.write() as pen:
        scope = scopes.of_child(session.vault, child_id, also)
        if scope.unread:
            raise Unclear(
                "Noget er skrevet i en nyere udgave af programmet, så vi kan ikke se, om det handler "
                "om barnet. Opdatér programmet først."
            )
        traces = traces_of(session.vault, scope)
        decision = scope.decision(ground.words)
        scope.carry_out(pen, decision)
        changes = pen.changes
    _forget_notes(session.vault, scope)
    return Done(_decision_in(changes), child_id, stored.record.name, changes, traces)


def _forget_notes(vault: Vault, scope: Scope) -> None:
    """Lines from the lock screen that wait for a colleague and name the child in full; nobody has taken them in."""
    for sealed in _notes_naming(vault, scope):
        sealed_notes.remove(sealed)


def _notes_naming(vault: Vault, scope: Scope) -> list[Sealed]:
    names = scope.whose.names if scope.whose else ()
    return [
        one
        for one in sealed_notes.waiting(vault)
        if one.content and any(name in one.content.decode(errors="replace") for name in names)
    ]


def _ground(retention: Retention, ground_id: str) -> Ground:
    found = retention.ground(ground_id)
    if found is None:
        raise Unclear("Vælg en grund. Den står i loggen og på kvitteringen.")
    return found


def _not_held(holds: tuple[Held, ...]) -> None:
    if holds:
        raise Unclear(_KEPT_BACK.format(holds[0].why.word))


def _decision_in(changes: Changes) -> str:
    return next(one.record for one in reversed(changes.touched) if one.kind == Erased.KIND)


def erase_record(session: Session, record_id: str, ground_id: str, retention: Retention) -> Done:
    """Erase one record and what is part of it: a letter's parts, a konsultation's agreements, a file."""
    about = queries.children_of(session.vault, record_id)
    kind = queries.kind_of(session.vault, record_id)
    if not kind:
        raise NotFound("Det findes ikke længere.")
    if kind in {Child.KIND, Erased.KIND, *LOGS}:
        raise Unclear("Det kan ikke slettes for sig. Det følger barnets sag.")
    if not about and kind not in {"konsultation", "aftale"}:
        raise NotAllowed("Det handler ikke om et barn og slettes ikke herfra.")
    _may_go(session, record_id, about)
    if not about:
        _of_own_house(session, record_id)
    ground = _ground(retention, ground_id)
    if not ground.early:
        raise Unclear("Perioden er ikke gået endnu. Vælg en anden grund.")
    child = about[0] if len(about) == 1 else ""
    return _erase(session, parts_of(session.vault, record_id, child), ground, child)


def _may_go(session: Session, record_id: str, about: list[str]) -> None:
    leads(session)
    for child in about:
        session.child(child, Action.ERASE)
        _not_held(tuple(one for one in holds_of(session.vault, (child,))[child] if one.why.by_hand))
        for section in queries.of_child(session.vault, Section, child):
            if any(row.observation == record_id for row in section.record.rows):
                _cited(session, child, section.record.underretning)
        _not_in_a_status(session, child, record_id)


def _of_own_house(session: Session, record_id: str) -> None:
    """Raises NotAllowed: a note without a name, and what was agreed there, is the leader's whose house held it."""
    agreed = queries.one(session.vault, Agreement, record_id)
    note = queries.one(
        session.vault, Konsultation, agreed.record.konsultation if agreed else record_id
    )
    house = note.record.dagtilbud if note else ""
    if house and house not in session.actor.houses:
        raise NotAllowed("Drøftelsen er holdt i et andet hus. Lederen dér kan slette den.")


def _not_in_a_status(session: Session, child: str, record_id: str) -> None:
    """Raises Unclear: the same holds of what the municipality was told in a statusudtalelse."""
    for status, stage in status_stages(session.vault, (child,)):
        if not any(row.observation == record_id for row in status.record.rows):
            continue
        if stage is StatusStage.KLADDE:
            raise Unclear("Den er valgt i en statusudtalelse, der er på vej. Tag den ud dér først.")
        raise Unclear(
            "Den er brugt i en statusudtalelse, der er gjort færdig, og følger barnets sag. "
            "Skriv en rettelse i stedet."
        )


def _cited(session: Session, child: str, letter: str) -> None:
    """Raises Unclear: what a letter rests on is not taken from under it."""
    frozen = queries.of_child(session.vault, Finished, child)
    if any(one.record.underretning == letter for one in frozen):
        raise Unclear(
            "Den er brugt i en underretning, der er gjort færdig, og følger barnets sag. "
            "Skriv en rettelse i stedet."
        )
    raise Unclear("Den er valgt i en underretning, der er på vej. Tag den ud dér først.")


def _erase(session: Session, records: Collection[str], ground: Ground, child: str) -> Done:
    with session.write() as pen:
        scope = scopes.of_records(session.vault, set(records), child)
        traces = traces_of(session.vault, scope)
        scope.carry_out(pen, scope.decision(ground.words))
        changes = pen.changes
    return Done(_decision_in(changes), "", "", changes, traces)


def erase_due(session: Session, key: str, retention: Retention) -> Done:
    """Erase one thing of the list, if it is due still: a file, single records, or a draft."""
    found = next((one for one in due_list(session, retention).items if one.key == key), None)
    if found is None:
        raise NotFound("Den er ikke længere på listen.")
    ground = next(one for one in retention.grounds if not one.early)
    if found.whole:
        return erase_child(session, found.child, ground.id, retention)
    if found.period == "kladde":
        return _erase_draft(session, key, ground)
    return _erase(session, found.records, ground, found.child)


def _erase_draft(session: Session, key: str, ground: Ground) -> Done:
    _, owner, draft = key.split(":", 2)
    with session.write() as pen:
        pen.drop_draft(draft, owner)
        pen.erase(Erased(events=(), ground=ground.words, drafts=1))
        pen.owe_empty_places()
        changes = pen.changes
    return Done(_decision_in(changes), "", "", changes, Traces())


def erase_again(vault: Vault, actor: str, noted: Collection[str]) -> int:
    """Of an older copy that was put back: the children who were erased since. The answer is how many."""
    children = [one for one in sorted(noted) if queries.kind_of(vault, one) == Child.KIND]
    for child in children:
        with vault.write(actor) as pen:
            scope = scopes.of_child(vault, child, noted)
            scope.carry_out(pen, scope.decision(AGAIN))
        _forget_notes(vault, scope)
    return len(children)


def older_copies(folder: Path, erased: Collection[str]) -> int:
    """How many copies in the vault's own folder do not know of this erasure (of any, where none is named)."""
    many = 0
    for manifest in (folder / FOLDER).glob(f"*/{MANIFEST}"):
        try:
            known = set(read_manifest(manifest.parent).erased)
        except NotACopy:
            continue
        many += not erased or not known.issuperset(erased)
    return many
