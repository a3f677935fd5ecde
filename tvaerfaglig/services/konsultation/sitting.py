"""What one person has written at a konsultation and not yet saved: only what she changed.

Kept as a draft within a second. Two people who write apart in one note (each her own perspective,
one the agreements) never undo each other: a sitting is laid over the note as it stands when it is saved.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import msgspec

from tvaerfaglig.domain.konsultation import (
    Agreement,
    Konsultation,
    KonsultationKind,
    KonsultationState,
    Perspective,
    Verdict,
)
from tvaerfaglig.domain.meetings.answers import OwnAnswer, laid_over
from tvaerfaglig.services import drafts
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.services.session import Session
from tvaerfaglig.store.codec import whole

KIND = "konsultation"
PLANNED = "konsultation-ny"
APART = f"{PLANNED}::uden-navn"
_STEPS_OF_THE_MEETING = frozenset(
    {"shared_understanding", "position", "goals", "decision", "decision_because", "discussed"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a follow-up says of an earlier agreement; `adjusted` is the one that takes its place.

    `evidence` are observations that were cited for what is said.
    """

    verdict: Verdict | None = None
    outcome: str = ""
    adjusted: Agreement | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """`changed` names the fields of `note` that were changed; agreements by id, own parts by theirs.

    A new one has its id from the first word, so that saving twice never makes two. `laid_away` are
    questions to what is being written that are not to be asked again: they live with the draft alone.
    """

    note: Konsultation
    changed: tuple[str, ...] = ()
    views: tuple[Perspective, ...] = ()
    agreements: Mapping[str, Agreement] = field(default_factory=dict)
    removed: tuple[str, ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=dict)
    laid_away: tuple[str, ...] = ()
    own: Mapping[str, OwnAnswer] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        return not (
            self.changed
            or self.views
            or self.agreements
            or self.removed
            or self.answers
            or self.own
        )

    def over(self, note: Konsultation) -> Konsultation:
        """The note as it stands, with what this sitting changed."""
        facts = {name: getattr(self.note, name) for name in self.changed}
        return replace(
            note,
            **facts,
            perspectives=tuple(_views(note.perspectives, self.views)),
            own=laid_over(note.own, self.own.values()),
        )

    def begins(self, note: Konsultation, today: date) -> bool:
        """Whether the meeting itself is written about, and not only prepared."""
        return (
            bool(
                self.views
                or (self.own and note.day <= today)
                or self.answers
                or set(self.agreements) - set(self.removed)
                or _STEPS_OF_THE_MEETING & set(self.changed)
            )
            and note.status is KonsultationState.PLANLAGT
        )


def _views(
    standing: tuple[Perspective, ...], written: tuple[Perspective, ...]
) -> Iterator[Perspective]:
    """Each person's own words in the place they had; new ones last."""
    own = {(one.profession, one.staff): one for one in written}
    for one in standing:
        yield own.pop((one.profession, one.staff), one)
    yield from own.values()


def draft_key(konsultation_id: str) -> str:
    return f"{KIND}:{konsultation_id}"


def keep(session: Session, konsultation_id: str, sitting: Sitting) -> str:
    """Keep the sitting privately; the answer is the clock, for "Gemt 13.02"."""
    content = _as_text(sitting)
    return drafts.keep(session, draft_key(konsultation_id), KIND, content)


def _as_text(written: Sitting | Konsultation) -> str:
    """As JSON; a sign that was pasted in half stands as lost, so that the rest can be kept."""
    try:
        return msgspec.json.encode(written).decode()
    except UnicodeEncodeError:
        plain = json.dumps(msgspec.to_builtins(written))
        return json.dumps(json.loads(whole(plain)), ensure_ascii=False)


def kept(session: Session, konsultation_id: str) -> tuple[Sitting | None, str]:
    """What was never saved, and the clock it was kept at. One that an older program wrote is left lying."""
    draft = drafts.one(session, draft_key(konsultation_id))
    if draft is None:
        return None, ""
    try:
        sitting = msgspec.json.decode(draft.content, type=Sitting)
    except msgspec.MsgspecError:
        return None, ""
    at = draft.at.astimezone(DANISH)
    return sitting, f"{at.hour}.{at.minute:02d}"


def forget(session: Session, konsultation_id: str) -> None:
    """Lay away what was never saved."""
    drafts.drop(session, draft_key(konsultation_id))


def plan_key(child: str = "") -> str:
    """Where a konsultation that is being planned lies: one in general, and one for each child."""
    return f"{PLANNED}:{child}"


def kept_under(note: Konsultation, child: str = "") -> str:
    """A talk that was begun from a child's page and became anonymous lies apart: nothing leads to her."""
    named = note.kind is KonsultationKind.NAVNGIVET
    return plan_key(child) if named or not child else APART


def keep_plan(session: Session, note: Konsultation, child: str = "") -> str:
    """Keep what is being planned; the answer is the clock."""
    key = kept_under(note, child)
    if key == APART:
        note = replace(note, child="", basis="", basis_text="")
        drafts.drop(session, plan_key(child))
    return drafts.keep(session, key, PLANNED, _as_text(note))


def kept_plan(session: Session, child: str = "") -> Konsultation | None:
    draft = drafts.one(session, plan_key(child))
    if draft is None and not child:
        draft = drafts.one(session, APART)
    try:
        return msgspec.json.decode(draft.content, type=Konsultation) if draft else None
    except msgspec.MsgspecError:
        return None


def apart_of(session: Session, note: Konsultation) -> tuple[str, ...]:
    """The draft of this very talk, where it lies apart."""
    draft = drafts.one(session, APART)
    return (APART,) if draft and note.question and note.question in draft.content else ()


def forget_plan(session: Session, child: str = "") -> None:
    """What stands on the page: of a child's page also what became anonymous there."""
    if child or drafts.one(session, plan_key()) is None:
        drafts.drop(session, APART)
    drafts.drop(session, plan_key(child))
