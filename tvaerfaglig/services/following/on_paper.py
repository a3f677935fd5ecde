"""Nyt siden sidst as it stands first in Kort fortalt: counts, dates and numbers that can be looked up."""

from __future__ import annotations

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.citations import citation
from tvaerfaglig.domain.konsultation import AgreementState
from tvaerfaglig.domain.since_last import counted, sent_words
from tvaerfaglig.services.following.news import News
from tvaerfaglig.services.letters.page import LetterPage

_DONE = {AgreementState.GJORT: "gjort", AgreementState.OPGIVET: "opgivet"}


def summary(page: LetterPage) -> str:
    """What was chosen of the new, what went before, and what was agreed; nothing where it comes after no other.

    A letter without new rows does not say that there is nothing new: what is new may stand in its own words.
    While the guard hides the parents, agreements are only counted: they are often about them.
    """
    news = page.news
    if news is None:
        return ""
    seen = _seen(page, news)
    parts = [seen and f"Nyt siden {danish.day(news.since)}: {seen}"]
    parts += [danish.capital(sent_words(news.earlier)), _agreed(page, news)]
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def _seen(page: LetterPage, news: News) -> str:
    rows = [row for row in page.rows if news.is_new(row.observation)]
    many = counted(row.sign for row in rows)
    return f"{many} {citation(*(row.number for row in rows))}" if rows else ""


def _agreed(page: LetterPage, news: News) -> str:
    if not news.agreements:
        return ""
    many = danish.count(len(news.agreements), "aftale", "aftaler")
    if page.hides_parents:
        return f"{many} siden {danish.day(news.since)}"
    made = [one.record for one in reversed(news.agreements)]
    said = [
        one.what.strip().rstrip(".") + (f" ({_DONE[one.status]})" if one.status in _DONE else "")
        for one in made
    ]
    return f"Aftalt siden {danish.day(news.since)}: {'; '.join(page.held.taken_out(one) for one in said)}"
