"""Propose another wording, and what is done with it: taken in, declined, answered, withdrawn, undone.

A proposal is taken in only where its own words still stand, in the text as it is on the writer's screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tvaerfaglig.domain.letter_beside import Proposal, ProposalAnswer, Verdict
from tvaerfaglig.domain.masking import shown
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import Section, Underretning
from tvaerfaglig.services.children.guard import standing_guard
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.letters.keeping import section_of, writing
from tvaerfaglig.services.letters.kept_under import PARENTS, draft_key, section_id
from tvaerfaglig.services.letters.opening import copies_of, find, steps_of
from tvaerfaglig.services.letters.page import hides, writable
from tvaerfaglig.services.letters.rows import Rewritten
from tvaerfaglig.services.proposing.beside import Proposed, of_letter
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

_GONE = "Forslaget findes ikke længere."
_FINISHED = "Underretningen er afsluttet. Lav en rettelse, eller skriv en kommentar."
_NOTHING = "Vælg de ord, du vil foreslå noget andet for."
_SAME = "Der står det samme allerede. Skriv, hvad der skal stå i stedet."
_MOVED = "Ordene står der ikke længere, som de gjorde. Læs forslaget, og ret selv i teksten."
_SETTLED = "Der er svaret på forslaget."
_YOURS = "Det er dit eget forslag. En af dem, der skriver, tager stilling til det."
_NOT_YOURS = "Kun den, der har foreslået det, kan trække det tilbage. Du kan sige nej tak."


def propose(
    session: Session,
    letter_id: str,
    section: str,
    passage: str,
    wording: str,
    why: str = "",
    around: tuple[str, str] = ("", ""),
) -> Saved:
    """Put another wording beside a passage. `around` is what stands before and after it."""
    letter = find(session, letter_id, Action.COMMENT)
    if not writable(copies_of(session, letter), steps_of(session, letter)):
        raise Unclear(_FINISHED)
    if section == _hidden(session, letter):
        raise NotFound(_GONE)
    if not passage.strip():
        raise Unclear(_NOTHING)
    if passage == wording:
        raise Unclear(_SAME)
    made = Proposal(
        underretning=letter_id,
        child=letter.record.child,
        section=section,
        passage=passage,
        wording=wording,
        why=why.strip(),
        before=around[0],
        after=around[1],
        by=session.my_id,
        day=session.today,
    )
    with session.write() as pen:
        return Saved(pen.put(made), pen.changes)


def accept(session: Session, proposal_id: str, unsaved: Mapping[str, str]) -> Rewritten:
    """Take it in. `unsaved` is what stands on the screen and is not saved yet: it goes along."""
    found = _mine_to_settle(session, proposal_id)
    return _replace(session, found, found.record.wording, Verdict.TAGET, unsaved)


def undo(session: Session, proposal_id: str, unsaved: Mapping[str, str]) -> Rewritten:
    """*Fortryd*: the first words again, where the new ones still stand; the proposal is open again."""
    found = _found(session, proposal_id, Action.UNDERRET)
    if found.verdict is not Verdict.TAGET:
        raise Unclear(_SETTLED)
    return _replace(session, found, found.record.passage, Verdict.FORTRUDT, unsaved)


def reject(session: Session, proposal_id: str, text: str = "") -> Saved:
    """No thank you, with a word or without."""
    return _answer(session, _mine_to_settle(session, proposal_id), Verdict.AFVIST, text)


def reply(session: Session, proposal_id: str, text: str) -> Saved:
    """A word about it; it stays open, or settled as it was."""
    if not text.strip():
        raise Unclear("Skriv, hvad du tænker.")
    return _answer(session, _found(session, proposal_id, Action.COMMENT), Verdict.SVAR, text)


def withdraw(session: Session, proposal_id: str) -> Saved:
    """The one who proposed it takes it back."""
    found = _open(_found(session, proposal_id, Action.COMMENT))
    if found.record.by != session.my_id:
        raise NotAllowed(_NOT_YOURS)
    return _answer(session, found, Verdict.TRUKKET, "")


def _found(session: Session, proposal_id: str, action: Action) -> Proposed:
    stored = queries.one(session.vault, Proposal, proposal_id)
    if stored is None:
        raise NotFound(_GONE)
    letter = find(session, stored.record.underretning, action)
    beside = of_letter(session, letter, _hidden(session, letter))
    found = next((one for one in beside if one.id == proposal_id), None)
    if found is None:
        raise NotFound(_GONE)
    return found


def _open(found: Proposed) -> Proposed:
    if found.verdict is not None:
        raise Unclear(_SETTLED)
    return found


def _mine_to_settle(session: Session, proposal_id: str) -> Proposed:
    found = _open(_found(session, proposal_id, Action.UNDERRET))
    letter = find(session, found.record.underretning)
    if not found.may_be_settled_by(session.my_id, letter.record.writers):
        raise NotAllowed(_YOURS)
    return found


def _hidden(session: Session, letter: Stored[Underretning]) -> str:
    """The section that the guard hides, if it hides one."""
    guarded = hides(letter.record, standing_guard(session, letter.record.child))
    return PARENTS if guarded else ""


def _replace(
    session: Session,
    found: Proposed,
    words: str,
    verdict: Verdict,
    unsaved: Mapping[str, str],
) -> Rewritten:
    """Other words where those of the proposal stand, and the act beside it, all or nothing."""
    letter = writing(session, found.record.underretning)
    key = found.record.section
    standing = section_of(session, letter, key)
    text = unsaved.get(key, _on_screen(session, letter, standing))
    place = found.place(text)
    if place is None:
        raise Unclear(_MOVED)
    new = text[: place[0]] + words + text[place[1] :]
    with session.write() as pen:
        pen.put(replace(standing, text=new, carried=False), section_id(letter.id, key))
        pen.drop_draft(draft_key(letter.id, key))
        pen.put(_made(session, found.record, found.id, verdict, ""))
        return Rewritten(None, pen.changes, {key: new}, (replace(standing, text=text),))


def _on_screen(session: Session, letter: Stored[Underretning], standing: Section) -> str:
    """The saved words as the writer sees them: this child by name, others masked."""
    child = session.child(letter.record.child)
    return shown(standing.text, {child.id: child.record.first_name})


def _answer(session: Session, found: Proposed, verdict: Verdict, text: str) -> Saved:
    with session.write() as pen:
        made = _made(session, found.record, found.id, verdict, text)
        return Saved(pen.put(made), pen.changes)


def _made(
    session: Session, proposal: Proposal, proposal_id: str, verdict: Verdict, text: str
) -> ProposalAnswer:
    return ProposalAnswer(
        proposal=proposal_id,
        underretning=proposal.underretning,
        child=proposal.child,
        verdict=verdict,
        text=text.strip(),
        by=session.my_id,
        day=session.today,
    )
