"""One adult rates one child alone: kept as she writes, given when she is ready, hers until the other is in.

The joint step of the round before is handed over with the page and shown beside each domain once she has
chosen there herself: seen first it would draw her own choice towards it, and two who are both drawn the same way
agree about nothing but the past; not seen at all she could not say what has changed, which is half of what a
round is for. Her colleague's is not handed over in any shape.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.danish import join_and
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.observation import Observation, Sign
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.rounds.course import missing
from tvaerfaglig.domain.rounds.form import Guidance, RoundForm, months_old
from tvaerfaglig.domain.rounds.records import Joint, Rating, Round, RoundState
from tvaerfaglig.domain.rounds.scale import RoundScale
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services import drafts
from tvaerfaglig.services.children.card import masked
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.rounds import rules
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import codec, queries

DRAFT = "trivselsvurdering"
_FIRST = {Sign.RESSOURCE: 0, Sign.NEUTRAL: 1, Sign.BEKYMRING: 2}


@dataclass(frozen=True, slots=True)
class RatingPage:
    """What one rater has before her. `waits_for` are the others who have not given theirs, by name.

    `own` is what she gave, `kept` what she wrote and never gave. `observations` are the child's, strengths
    first. `order` are the children she rates in this round, and `done` those she has given.
    """

    round: Stored[Round]
    child: Child
    child_id: str
    scale: RoundScale
    form: RoundForm
    guidance: dict[str, Guidance]
    observations: tuple[Stored[Observation], ...]
    before: Stored[Joint] | None
    own: Stored[Rating] | None
    kept: Rating | None
    kept_at: str
    waits_for: tuple[str, ...]
    order: tuple[str, ...]
    done: frozenset[str]
    names: Names

    @property
    def opened(self) -> bool:
        return self.own is not None and bool(self.own.record.opened)

    @property
    def rating(self) -> Rating:
        """As it stands for her: what she keeps writing, else what she gave, else an empty one."""
        empty = Rating(
            round=self.round.id, child=self.child_id, by=self.names.me, day=self.round.record.first
        )
        return self.kept or (self.own.record if self.own else empty)


def rating_page(session: Session, library: Library, round_id: str, child_id: str) -> RatingPage:
    """The page of one of her raters. Opening it is noted."""
    inside = _mine_to_rate(session, round_id, child_id)
    session.looked(child=child_id, record=round_id, what=Round.KIND)
    made, form = inside.round.record, library.trivselsrunde
    given = rules.given(session, inside.round)
    who = names(session)
    visible = session.children()
    own = rules.mine(session, round_id, child_id)
    kept, kept_at = _kept(session, round_id, child_id)
    months = months_old(inside.child.record.born, session.today)
    return RatingPage(
        round=rules.as_seen(session, inside.round),
        child=masked(inside.child.record),
        child_id=child_id,
        scale=rules.scale_of(library, made),
        form=form,
        guidance={one.id: one.at(months) for one in form.domains},
        observations=_observations(session, child_id),
        before=rules.before(session, round_id, child_id, session.today.isoformat()),
        own=own,
        kept=kept,
        kept_at=kept_at,
        waits_for=tuple(
            who.first(one)
            for one in inside.assigned.raters
            if one != session.my_id and one not in given.get(child_id, ())
        ),
        order=_order(session, made, visible),
        done=frozenset(child for child, by in given.items() if session.my_id in by),
        names=who,
    )


def _order(session: Session, made: Round, visible: dict[str, Stored[Child]]) -> tuple[str, ...]:
    """Hers to rate: those nobody has written about first, then by name."""
    own = [
        one.child
        for one in made.assigned
        if session.my_id in one.raters and one.rated and one.child in visible
    ]
    seen = queries.last_day(session.vault, Observation, own)
    return tuple(sorted(own, key=lambda one: (one in seen, visible[one].record.name)))


def _observations(session: Session, child_id: str) -> tuple[Stored[Observation], ...]:
    """Strengths first, and the newest of each first."""
    every = queries.of_child(session.vault, Observation, child_id)
    return tuple(sorted(every, key=lambda one: _FIRST[one.record.sign]))


def draft_key(round_id: str, child_id: str) -> str:
    return f"{DRAFT}:{rules.rating_id(round_id, child_id, '')}"


def keep(session: Session, rating: Rating) -> str:
    """Keep it privately as it is written; the answer is the clock, for "Gemt 10.42"."""
    key = draft_key(rating.round, rating.child)
    return drafts.keep(session, key, DRAFT, codec.encode(rating))


def forget(session: Session, round_id: str, child_id: str) -> None:
    drafts.drop(session, draft_key(round_id, child_id))


def _kept(session: Session, round_id: str, child_id: str) -> tuple[Rating | None, str]:
    draft = drafts.one(session, draft_key(round_id, child_id))
    read = codec.decode(Rating.KIND, draft.content) if draft else None
    if draft is None or not isinstance(read, Rating):
        return None, ""
    at = draft.at.astimezone(DANISH)
    return read, f"{at.hour}.{at.minute:02d}"


def give(session: Session, library: Library, rating: Rating) -> Saved:
    """Hand it in: whole, with something under every step. With the last one in, all of them open.

    It may be given again, changed, until then; afterwards it is corrected, with a reason.
    """
    inside = _mine_to_rate(session, rating.round, rating.child)
    rules.running(inside.round.record)
    standing = rules.mine(session, rating.round, rating.child)
    if standing and standing.record.opened:
        raise Unclear("I er begge færdige, og vurderingerne er åbne. Ret den med en begrundelse.")
    made = _checked(session, library, inside, rating)
    with session.write() as pen:
        saved = pen.put(made, rules.rating_id(rating.round, rating.child, session.my_id))
        rules.open_if_all_in(pen, session, rating.round, inside.assigned, (made,))
        pen.drop_draft(draft_key(rating.round, rating.child))
        return Saved(saved, pen.changes)


def _checked(session: Session, library: Library, inside: rules.InRound, rating: Rating) -> Rating:
    """The rating in her own name, on this round's scale. Raises Unclear for what is left out, in words."""
    scale, form = rules.scale_of(library, inside.round.record), library.trivselsrunde
    domains = tuple(one.id for one in form.domains)
    unknown = {one.step for one in rating.marks if one.step} | {rating.overall} - {""}
    if any(scale.step(one) is None for one in unknown):
        raise Unclear("Et af trinene hører ikke til rundens skala. Vælg igen.")
    left = missing(rating, domains)
    if left:
        raise Unclear(_asks(form, rating, left))
    about = {one.id for one in _observations(session, rating.child)}
    marks = tuple(
        replace(
            rating.mark(one),
            evidence=tuple(each for each in rating.mark(one).evidence if each in about),
            sentence=rating.mark(one).sentence.strip(),
        )
        for one in domains
    )
    return replace(
        rating,
        by=session.my_id,
        day=session.today,
        marks=marks,
        sentence=rating.sentence.strip(),
        opened="",
        changed_because="",
    )


def _asks(form: RoundForm, rating: Rating, left: tuple[str, ...]) -> str:
    """What is still asked, for the first thing that is."""
    domain = form.domain(left[0])
    if domain is None:
        return "Vælg også, hvor barnet står som helhed."
    if not rating.mark(domain.id).step:
        return (
            f"Vælg et trin under {domain.name.lower()}. Er du i tvivl, så tag det, der ligner mest."
        )
    return f"Hvad bygger du på under {domain.name.lower()}? Vælg en observation, eller skriv én sætning."


def take_back(session: Session, round_id: str, child_id: str) -> Changes:
    """Take one's own rating back before the other is in: it is a draft again, and gone from the round."""
    inside = _mine_to_rate(session, round_id, child_id)
    rules.running(inside.round.record)
    own = rules.mine(session, round_id, child_id)
    if own is None:
        raise NotFound("Du har ikke givet din vurdering endnu.")
    if own.record.opened:
        raise Unclear("I er begge færdige, og vurderingerne er åbne. Ret den med en begrundelse.")
    keep(session, own.record)
    with session.write() as pen:
        pen.put(replace(own.record, by="", marks=(), overall="", sentence=""), own.id)
        return pen.changes


def correct(session: Session, library: Library, rating: Rating, because: str) -> Saved:
    """A new version of one's own, after all were in, with the reason. The first stays."""
    inside = _mine_to_rate(session, rating.round, rating.child)
    own = rules.mine(session, rating.round, rating.child)
    if own is None or not own.record.opened:
        raise Unclear("Din vurdering er ikke åbnet endnu. Du kan ændre den frit.")
    if not because.strip():
        raise Unclear("Skriv kort, hvorfor du retter. Det, du valgte først, bliver stående.")
    made = _checked(session, library, inside, rating)
    made = replace(
        made, day=own.record.day, opened=own.record.opened, changed_because=because.strip()
    )
    with session.write() as pen:
        saved = pen.put(made, own.id)
        pen.drop_draft(draft_key(rating.round, rating.child))
        return Saved(saved, pen.changes)


def _mine_to_rate(session: Session, round_id: str, child_id: str) -> rules.InRound:
    inside = rules.child_in(session, round_id, child_id, Action.WRITE)
    if session.my_id not in inside.assigned.raters or not inside.assigned.rated:
        who = names(session)
        others = join_and([who.first(one) for one in inside.assigned.raters]) or "ingen"
        raise NotAllowed(
            f"Det er {others}, der vurderer {inside.child.record.first_name} i denne runde. "
            "Lederen kan ændre det."
        )
    if inside.round.record.status is RoundState.PLANLAGT:
        rules.running(inside.round.record)
    return inside


def heading(page: RatingPage) -> str:
    """The line that says how it stands with the others: who, never what."""
    if page.opened:
        return "Alle er færdige, og vurderingerne er åbne."
    last = danish.day_and_month(page.round.record.last)
    if page.own and not page.waits_for:
        return "Du er færdig."
    if page.own:
        return f"Du er færdig. {join_and(page.waits_for)} mangler endnu."
    ready = "De andre er færdige" if not page.waits_for else "Kun du ser den, til alle er færdige"
    return f"{ready} · senest {last}"
