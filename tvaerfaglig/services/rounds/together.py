"""Both are in: what each built on, side by side; then one sentence, what we do now, and when we look again.

A step may recommend something; nothing here can advise against an underretning, and the page says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from tvaerfaglig.domain.acts import Erased
from tvaerfaglig.domain.concern import PositionSet
from tvaerfaglig.domain.danish import join_and, possessive
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.konsultation import Agreement
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.rounds.course import Apart, agreed_marks, apart
from tvaerfaglig.domain.rounds.form import RoundForm
from tvaerfaglig.domain.rounds.records import Doing, Joint, Rating, Round
from tvaerfaglig.domain.rounds.scale import RoundScale
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.wellbeing import Positions
from tvaerfaglig.services import drafts
from tvaerfaglig.services.children.card import masked
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.recording import NOT_NOW, Saved
from tvaerfaglig.services.rounds import rules
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import codec, past, queries
from tvaerfaglig.store.vault import Pen

DRAFT = "trivselsresultat"
_NOT_YET = "Vurderingerne er ikke åbnet endnu. De åbner samtidig, når {} er færdige."


@dataclass(frozen=True, slots=True)
class Together:
    """The ratings of one child, opened at once; `apart` says domain by domain where they differ.

    `observations` are those that somebody built on and that still stand, by id.
    """

    round: Stored[Round]
    child: Child
    child_id: str
    scale: RoundScale
    form: RoundForm
    positions: Positions
    ratings: tuple[Stored[Rating], ...]
    apart: tuple[Apart, ...]
    observations: dict[str, Stored[Observation]]
    before: Stored[Joint] | None
    joint: Stored[Joint] | None
    agreements: tuple[Stored[Agreement], ...]
    kept: Joint | None
    kept_at: str
    alone: str
    hides_parents: bool
    may_write: bool
    names: Names

    @property
    def begun(self) -> Joint:
        """What the joint page begins with: what is kept, what stands, else the steps that all agree on."""
        if self.kept or self.joint:
            return self.kept or self.joint.record  # type: ignore[union-attr]
        records = [one.record for one in self.ratings]
        overall = {one.overall for one in records}
        agreed = overall.pop() if len(overall) == 1 else ""
        step = self.scale.step(agreed)
        return Joint(
            round=self.round.id,
            child=self.child_id,
            day=self.round.record.first,
            marks=agreed_marks(records, [one.id for one in self.form.domains]),
            overall=agreed,
            position=(step or self.scale.steps[0]).position,
            sentence="",
        )


def together(session: Session, library: Library, round_id: str, child_id: str) -> Together:
    """The page of the joint rating. Refused, in words, until everybody is in. Opening it is noted."""
    inside = rules.child_in(session, round_id, child_id)
    ratings = _opened(session, inside)
    session.looked(child=child_id, record=rules.joint_id(round_id, child_id), what=Joint.KIND)
    form, scale = library.trivselsrunde, rules.scale_of(library, inside.round.record)
    used = {each for one in ratings for mark in one.record.marks for each in mark.evidence}
    standing = queries.one(session.vault, Joint, rules.joint_id(round_id, child_id))
    hides = hides_parents(session, child_id)
    kept, kept_at = _kept(session, round_id, child_id)
    return Together(
        round=rules.as_seen(session, inside.round),
        child=masked(inside.child.record),
        child_id=child_id,
        scale=scale,
        form=form,
        positions=library.positions,
        ratings=ratings,
        apart=apart([one.record for one in ratings], [one.id for one in form.domains], scale),
        observations={
            one.id: one
            for one in queries.of_child(session.vault, Observation, child_id)
            if one.id in used
        },
        before=rules.before(session, round_id, child_id, session.today.isoformat()),
        joint=without_parents(standing) if standing and hides else standing,
        agreements=tuple(_agreements(session, round_id, child_id, hides=hides)),
        kept=_without_parents(kept) if kept and hides else kept,
        kept_at=kept_at,
        alone=inside.assigned.alone,
        hides_parents=hides,
        may_write=_writes(session, inside),
        names=names(session),
    )


def without_parents(stored: Stored[Joint]) -> Stored[Joint]:
    """While the guard hides the parents their part is gone, not greyed."""
    return replace(stored, record=_without_parents(stored.record))


def _without_parents(made: Joint) -> Joint:
    doing = tuple(one for one in made.doing if one is not Doing.FORAELDRE)
    return replace(made, doing=doing, talk_on=None)


def _opened(session: Session, inside: rules.InRound) -> tuple[Stored[Rating], ...]:
    ratings = rules.opened(session, inside)
    if not ratings:
        who = names(session)
        raise Unclear(_NOT_YET.format(join_and([who.first(one) for one in inside.assigned.raters])))
    return ratings


def _writes(session: Session, inside: rules.InRound) -> bool:
    """Those who rated, and whoever leads the round."""
    led = rules.leads(session, inside.round.record.dagtilbud)
    return led or session.my_id in inside.assigned.raters


def draft_key(round_id: str, child_id: str) -> str:
    return f"{DRAFT}:{rules.joint_id(round_id, child_id)}"


def keep(session: Session, joint: Joint) -> str:
    """Keep it privately as it is written; the answer is the clock."""
    return drafts.keep(session, draft_key(joint.round, joint.child), DRAFT, codec.encode(joint))


def forget(session: Session, round_id: str, child_id: str) -> None:
    drafts.drop(session, draft_key(round_id, child_id))


def _kept(session: Session, round_id: str, child_id: str) -> tuple[Joint | None, str]:
    draft = drafts.one(session, draft_key(round_id, child_id))
    read = codec.decode(Joint.KIND, draft.content) if draft else None
    if draft is None or not isinstance(read, Joint):
        return None, ""
    at = draft.at.astimezone(DANISH)
    return read, f"{at.hour}.{at.minute:02d}"


def save(session: Session, library: Library, joint: Joint, because: str = "") -> Saved:
    """The joint rating: it sets the child's position and makes what was agreed. Again: a version with a reason."""
    inside = rules.child_in(session, joint.round, joint.child, Action.WRITE)
    if not _writes(session, inside):
        raise NotAllowed("Den fælles vurdering skriver de, der vurderede. Lederen kan også.")
    ratings = _opened(session, inside)
    key = rules.joint_id(joint.round, joint.child)
    standing = queries.one(session.vault, Joint, key)
    if standing is None:
        rules.running(inside.round.record)
    elif not because.strip():
        raise Unclear("Skriv kort, hvorfor I retter. Det, I skrev først, bliver stående.")
    made = _checked(session, library, inside, joint, standing)
    made = replace(
        made,
        by=tuple(dict.fromkeys((*(one.record.by for one in ratings), session.my_id))),
        alone=inside.assigned.alone,
        changed_because=because.strip(),
    )
    with session.write() as pen:
        pen.put(made, key)
        _set_position(pen, session, key, made, rules.scale_of(library, inside.round.record))
        for agreed_id, agreement in _agreed(session, key, made, inside):
            pen.put(agreement, agreed_id)
        pen.drop_draft(draft_key(joint.round, joint.child))
        return Saved(key, pen.changes)


def _checked(
    session: Session,
    library: Library,
    inside: rules.InRound,
    joint: Joint,
    standing: Stored[Joint] | None,
) -> Joint:
    scale = rules.scale_of(library, inside.round.record)
    step = scale.step(joint.overall)
    if step is None:
        raise Unclear("Vælg, hvor I sammen ser barnet som helhed.")
    if not joint.sentence.strip():
        raise Unclear("Skriv én sætning: Hvad bygger I jeres fælles vurdering på?")
    if not joint.doing:
        raise Unclear("Vælg, hvad I gør nu. Også det at blive ved med det, der virker, er et valg.")
    hides = hides_parents(session, joint.child)
    before = standing.record if standing else None
    if hides and before:  # what the guard hid from the writer stays as it was
        kept = (Doing.FORAELDRE,) if Doing.FORAELDRE in before.doing else ()
        joint = replace(joint, doing=(*joint.doing, *kept), talk_on=before.talk_on)
    elif hides and (joint.talk_on or Doing.FORAELDRE in joint.doing):
        raise Unclear(NOT_NOW)
    if Doing.HVERDAG in joint.doing and not joint.change.strip():
        raise Unclear("Hvad ændrer I i hverdagen? Få ord er nok.")
    if Doing.FORAELDRE in joint.doing and not joint.talk_on:
        raise Unclear("Hvornår taler I med forældrene? Sæt en dag.")
    return replace(
        joint,
        day=before.day if before else session.today,
        position=step.position,
        sentence=joint.sentence.strip(),
        change=joint.change.strip(),
        talk_on=joint.talk_on if Doing.FORAELDRE in joint.doing else None,
        marks=tuple(one for one in joint.marks if scale.step(one.step)),
    )


def _set_position(pen: Pen, session: Session, key: str, made: Joint, scale: RoundScale) -> None:
    """The child's position, of this round's: a correction is its next version (decisions.md no. 22)."""
    position = PositionSet(
        child=made.child,
        day=made.day,
        position=made.position,
        because=made.sentence,
        set_by=made.by,
        level=scale.level(made.overall),
        origin=key,
    )
    standing = queries.one(session.vault, PositionSet, position_id(key))
    if standing is None or standing.record != position:
        pen.put(position, position_id(key))


def position_id(joint: str) -> str:
    return f"{joint}/position"


def set_in_round(position: Stored[Any]) -> bool:
    """Whether a round set it: such a position stays in the house unless somebody takes it along."""
    origin: str = position.record.origin
    return bool(origin) and position.id == position_id(origin)


def agreement_id(joint: str, doing: Doing) -> str:
    return f"{joint}/aftale-{doing.value}"


def _agreed(
    session: Session, key: str, made: Joint, inside: rules.InRound
) -> Iterator[tuple[str, Agreement]]:
    """What we do now as agreements, each with those who rated; one that has been acted on is left alone."""
    first = inside.child.record.first_name
    near = inside.child.record.contact_person or made.by[0]
    due = made.next_look
    said = {
        Doing.HVERDAG: (made.change, inside.assigned.raters, due),
        Doing.FORAELDRE: (f"Tal med {possessive(first)} forældre", (near,), made.talk_on),
        Doing.KONSULTATION: (f"Tag {first} med til konsultation", (near,), due),
    }
    for doing, (what, who, by) in said.items():
        standing = queries.one(session.vault, Agreement, agreement_id(key, doing))
        if doing not in made.doing or (standing and standing.changed_by and standing.versions > 1):
            continue
        wanted = Agreement(
            what=what, who=who, due=by, child=made.child, made_on=made.day, internal=True
        )
        if standing is None or standing.record != wanted:
            yield agreement_id(key, doing), wanted


def _agreements(
    session: Session, round_id: str, child_id: str, *, hides: bool
) -> Iterator[Stored[Agreement]]:
    key = rules.joint_id(round_id, child_id)
    for doing in Doing:
        if hides and doing is Doing.FORAELDRE:
            continue
        found = queries.one(session.vault, Agreement, agreement_id(key, doing))
        if found is not None:
            yield found


def take_back(session: Session, round_id: str, child_id: str) -> Changes:
    """*Fortryd* right after saving: the sentence, the position and the agreements go; the draft is there again.

    Only by who wrote it, the same day, while nobody has corrected it or acted on what was agreed.
    """
    inside = rules.child_in(session, round_id, child_id, Action.WRITE)
    key = rules.joint_id(round_id, child_id)
    standing = queries.one(session.vault, Joint, key)
    if standing is None:
        raise NotFound("Der er ingen fælles vurdering at fortryde.")
    mine = standing.written_by == session.my_id and standing.record.day == session.today
    ids = [key, position_id(key), *(agreement_id(key, one) for one in Doing)]
    written = {one: past.living(session.vault, one) for one in ids}
    if not mine or any(len(versions) > 1 for versions in written.values()):
        raise Unclear("Det kan ikke fortrydes herfra længere. Ret det i stedet.")
    rules.running(inside.round.record)
    keep(session, standing.record)
    events = tuple(version for versions in written.values() for version, _, _ in versions)
    with session.write() as pen:
        pen.erase(Erased(events=events, ground=f"fortrudt straks ({Joint.KIND})", child=child_id))
        return pen.changes
