"""The rows of an underretning: chosen observations, oldest first, and the prose that cites them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.citations import in_order, renumbered
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import Row, Section, Underretning
from tvaerfaglig.services.errors import NotFound
from tvaerfaglig.services.letters.keeping import section_of, writing
from tvaerfaglig.services.letters.kept_under import OBSERVATIONS, draft_key, section_id
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries
from tvaerfaglig.store.vault import Pen


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What a change of rows did: the row's number, the texts whose citations moved, and a way back.

    `moves` says which number became which (None: it is gone), for words that were typed meanwhile.
    """

    number: int | None
    changes: Changes
    texts: Mapping[str, str] = field(default_factory=dict)
    before: tuple[Section, ...] = ()
    moves: Mapping[int, int | None] = field(default_factory=dict)


def insert_observation(
    session: Session,
    letter_id: str,
    observation: str,
    unsaved: Mapping[str, str] | None = None,
) -> Rewritten:
    """Copy an observation into the rows, where its day belongs; citations follow their rows.

    `unsaved` is what stands on the screen and is not saved yet; it wins over what is saved.
    """
    letter = writing(session, letter_id)
    rows = section_of(session, letter, OBSERVATIONS).rows
    known = next((row for row in rows if row.observation == observation), None)
    if known is not None:
        return Rewritten(known.number, Changes())
    made = row_from(session, _observation(session, letter, observation), letter.record.child)
    return _rewrite(session, letter, (*rows, made), observation, unsaved or {})


def remove_row(
    session: Session,
    letter_id: str,
    observation: str,
    unsaved: Mapping[str, str] | None = None,
) -> Rewritten:
    """Take a row out. The others close up, and citations of it are taken out of the prose."""
    letter = writing(session, letter_id)
    rows = section_of(session, letter, OBSERVATIONS).rows
    left = tuple(row for row in rows if row.observation != observation)
    return _rewrite(session, letter, left, "", unsaved or {})


def refresh_row(
    session: Session,
    letter_id: str,
    observation: str,
    unsaved: Mapping[str, str] | None = None,
) -> Rewritten:
    """Take the newest version of an observation into its row."""
    letter = writing(session, letter_id)
    made = row_from(session, _observation(session, letter, observation), letter.record.child)
    rows = tuple(
        replace(made, number=row.number) if row.observation == observation else row
        for row in section_of(session, letter, OBSERVATIONS).rows
    )
    return _rewrite(session, letter, rows, observation, unsaved or {})


def put_back(session: Session, letter_id: str, before: tuple[Section, ...]) -> Changes:
    """*Fortryd* for rows: the sections as they stood before, as new versions."""
    letter = writing(session, letter_id)
    with session.write() as pen:
        for section in before:
            own = replace(section, underretning=letter_id, child=letter.record.child)
            pen.put(own, section_id(letter_id, section.section))
        return pen.changes


def _rewrite(
    session: Session,
    letter: Stored[Underretning],
    rows: tuple[Row, ...],
    wanted: str,
    unsaved: Mapping[str, str],
) -> Rewritten:
    """Number the rows anew, oldest first, and let every citation follow, all in one transaction."""
    standing = _all_sections(session, letter)
    rows_before = standing.get(OBSERVATIONS) or section_of(session, letter, OBSERVATIONS)
    ordered, moves = in_order(rows)
    kept = {row.observation for row in ordered}
    moves |= {row.number: None for row in rows_before.rows if row.observation not in kept}
    texts: dict[str, str] = {}
    before = [rows_before]
    with session.write() as pen:
        pen.put(replace(rows_before, rows=ordered), section_id(letter.id, OBSERVATIONS))
        for section in {**standing, **dict.fromkeys(unsaved)}:
            record = standing.get(section) or section_of(session, letter, section)
            text = unsaved.get(section, record.text)
            moved = renumbered(text, moves)
            if moved != text:
                texts[section] = moved
                record = replace(record, text=text, carried=record.carried and text == record.text)
                before.append(record)
                _put_text(pen, letter.id, replace(record, text=moved), ordered)
        number = next((row.number for row in ordered if row.observation == wanted), None)
        return Rewritten(number, pen.changes, texts, tuple(before), moves)


def _put_text(pen: Pen, letter_id: str, record: Section, rows: tuple[Row, ...]) -> None:
    if record.section == OBSERVATIONS:
        record = replace(record, rows=rows)
    pen.put(record, section_id(letter_id, record.section))
    pen.drop_draft(draft_key(letter_id, record.section))


def _all_sections(session: Session, letter: Stored[Underretning]) -> dict[str, Section]:
    return {
        one.record.section: one.record
        for one in queries.of_child(session.vault, Section, letter.record.child)
        if one.record.underretning == letter.id
    }


def _observation(
    session: Session, letter: Stored[Underretning], observation: str
) -> Stored[Observation]:
    """One of the letter's own child: what is written about another has no place on her paper."""
    found = queries.one(session.vault, Observation, observation)
    if found is None or letter.record.child not in found.record.about():
        raise NotFound("Observationen findes ikke længere hos barnet.")
    return found


def row_from(session: Session, stored: Stored[Observation], child: str) -> Row:
    """A copy of this version. Other children stay tokens, so that they can be masked on paper.

    What another child said is not quoted as this one's: it is left out, as that child's name is.
    """
    seen = stored.record.heard_for(child)
    staff = session.staff()
    people = [staff[one].name if one in staff else one for one in seen.seen_by]
    return Row(
        number=0,
        observation=stored.id,
        version=stored.version,
        day=seen.day,
        at=seen.at,
        until=seen.until,
        place=seen.place,
        seen_by=danish.join_and(people),
        source=seen.source.value,
        told_by=seen.told_by,
        text=seen.text,
        child_words=seen.child_words,
        asked=seen.asked,
        sign=seen.sign,
    )
