"""Structure questions about what was seen and heard, and about the child's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from tvaerfaglig.domain.danish import day_and_month
from tvaerfaglig.domain.observation import Sign, Source
from tvaerfaglig.domain.quality.finding import Hit, Questions
from tvaerfaglig.domain.quality.letter import Letter
from tvaerfaglig.domain.quality.phrases import find_phrase, has_date, has_quotation
from tvaerfaglig.domain.underretning import Row, Urgency

ENOUGH = 3
RECENT = timedelta(weeks=4)
_SEEN = "observationer"


def enough_seen(letter: Letter) -> Iterator[Hit]:
    """Asked: nothing seen, or two days. Quiet: three days, or one where it is acute or overgreb."""
    free = [text for _, text in _paragraphs(letter)]
    worrying = [row for row in letter.rows if row.sign is not Sign.RESSOURCE]
    if not letter.rows and not free:
        yield Hit(rule="ingen_observationer", section=_SEEN, field=_SEEN)
        return
    serious = letter.is_guarded or letter.head.urgency is Urgency.AKUT
    if len(worrying) + len(free) < ENOUGH and not serious:
        yield Hit(rule="faa_observationer", section=_SEEN, field=_SEEN)


def dated(letter: Letter) -> Iterator[Hit]:
    """Asked: a day to come, or a paragraph without one. Quiet: »Den 6. oktober gik hun …«"""
    for row in letter.rows:
        if row.day > letter.today:
            yield _at_row("dag_i_fremtiden", row, "dato")
    for start, text in _paragraphs(letter):
        if not has_date(text):
            opening = " ".join(text.split()[:6])
            yield Hit(
                rule="fri_tekst_uden_dag",
                section=_SEEN,
                start=start,
                end=start + _first_sentence(text),
                quote=opening,
            )


def _first_sentence(text: str) -> int:
    """How far it goes; the rest of the paragraph stays free for other questions."""
    end = re.search(r"[.?!…][»”\"]?(?=\s+[A-ZÆØÅ»”\"])", text)
    return end.end() if end else len(text)


def placed(letter: Letter) -> Iterator[Hit]:
    """Asked: no time, no place, or neither (once). Quiet: kl. 16.50 i garderoben."""
    for row in letter.rows:
        missing = (row.at is None, not row.place.strip())
        if all(missing):
            yield _at_row("hvor_og_hvornaar", row, "tid")
        elif missing[0]:
            yield _at_row("tid", row, "tid")
        elif missing[1]:
            yield _at_row("sted", row, "sted")


def witnessed(letter: Letter) -> Iterator[Hit]:
    """Asked: seen by nobody, or told by nobody. Quiet: set af Amir, or fortalt af mormor."""
    for row in letter.rows:
        told = row.source == Source.FORTALT.value
        if told and not row.told_by.strip():
            yield _at_row("fortalt_af", row, "set_af")
        elif not told and not row.seen_by.strip():
            yield _at_row("hvem_saa", row, "set_af")


def recent(letter: Letter) -> Iterator[Hit]:
    """Asked: the newest is five weeks old. Quiet: one from last week."""
    newest = max((row.day for row in letter.rows), default=None)
    if newest is not None and letter.today - newest > RECENT:
        yield Hit(rule="nyeste", section=_SEEN, field=_SEEN, fills={"dag": day_and_month(newest)})


def own_words(letter: Letter) -> Iterator[Hit]:
    """Asked: a child of four without a word. Quiet: one quotation, or an account of none."""
    spoken = any(row.child_words.strip() for row in letter.rows)
    if letter.is_unborn or spoken or letter.is_written("barnets_ord"):
        return
    rule = "barnets_ord" if letter.tells_in_words else "barnets_udtryk"
    yield Hit(rule=rule, section="barnets_ord", field="barnets_ord")


def words_quoted(letter: Letter) -> Iterator[Hit]:
    """Asked: »Hun sagde, at hun var sulten.« Quiet: the same with »…« around her words."""
    spoken = any(row.child_words.strip() for row in letter.rows)
    text = letter.text("barnets_ord")
    if letter.tells_in_words and text.strip() and not spoken and not has_quotation(text):
        yield Hit(rule="ord_anfoersel", section="barnets_ord", field="barnets_ord")


def words_asked(letter: Letter) -> Iterator[Hit]:
    """Asked: words, but not what was asked. Quiet: the question, or »af sig selv«."""
    for row in letter.rows:
        if row.child_words.strip() and not row.asked.strip():
            yield _at_row("ord_spoergsmaal", row, "spurgt", section="barnets_ord")


def over_time(letter: Letter, questions: Questions) -> Iterator[Hit]:
    """Asked: no onset; then no count, no direction. Quiet: »Siden august, 9 af 10 dage, mere nu«."""
    text = f"{letter.text('over_tid')}\n{letter.text('resume')}"
    if not find_phrase(text, questions.words("begyndelse")) and not has_date(text):
        yield Hit(rule="begyndelse", section="over_tid", field="begyndelse")
    if not letter.is_written("over_tid"):
        return
    for rule in ("hvor_tit", "udvikling"):
        if not find_phrase(text, questions.words(rule)):
            yield Hit(rule=rule, section="over_tid", field="begyndelse")


def _at_row(rule: str, row: Row, column: str, *, section: str = _SEEN) -> Hit:
    return Hit(
        rule=rule,
        section=section,
        field=column,
        item=row.observation,
        fills={"nr": str(row.number)},
    )


def _paragraphs(letter: Letter) -> Iterator[tuple[int, str]]:
    """Prose written beside the rows, each paragraph with where it begins."""
    at = 0
    for line in letter.text(_SEEN).splitlines(keepends=True):
        if line.strip():
            yield at + len(line) - len(line.lstrip()), line.strip()
        at += len(line)
