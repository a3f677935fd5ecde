"""What follows a letter as rows of the case summary: what was sent again, and what is still waited for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.follow_up import Contacted, LookAgain, Reminder
from tvaerfaglig.domain.underretning import Stage, Step
from tvaerfaglig.printouts.papers.summary import SentRow, WaitingRow
from tvaerfaglig.services.after_sending.course import contact_words, step_words
from tvaerfaglig.services.names import Names

_ANSWERS = {Stage.KVITTERET, Stage.ORIENTERET}
_NO_DATE = "uden frist i loven"


def sent_again(
    reminders: Iterable[Reminder],
    heard: Iterable[Contacted | Step],
    say: Callable[[str], str],
) -> list[SentRow]:
    """The letters that followed, each with what the municipality has said about it since it was sent."""
    answers = sorted((one for one in heard if _is_answer(one)), key=lambda one: one.happened())
    rows = []
    for one in reminders:
        if one.sent_on is None:
            continue
        since = [
            f"{danish.day(each.day)}: {say(_words(each))}"
            for each in answers
            if each.underretning == one.underretning and each.day >= one.sent_on
        ]
        answer = "\n".join(since) or "Intet svar registreret endnu"
        row = SentRow(
            date=danish.day_table(one.sent_on), what=one.title, to=one.receiver, answer=answer
        )
        rows.append(row)
    return rows


def _is_answer(one: Contacted | Step) -> bool:
    return one.how.is_answer if isinstance(one, Contacted) else one.stage in _ANSWERS


def _words(one: Contacted | Step) -> str:
    return contact_words(one) if isinstance(one, Contacted) else step_words(one)


def waits_again(
    stage: Stage,
    receiver: str,
    days: Iterable[LookAgain],
    contacts: Iterable[Contacted],
    names: Names,
    say: Callable[[str], str],
    status: Callable[[date | None], str],
) -> list[WaitingRow]:
    """The word that is missing, the house's own day, and the last thing the municipality promised."""
    told = WaitingRow(
        what="Besked om, hvorvidt der er sat noget i gang", who=receiver, status=_NO_DATE
    )
    rows = [told] if stage is Stage.KVITTERET else []
    rows += [
        WaitingRow(
            what=f"Husets egen opfølgning{f': {say(one.why)}' if one.why else ''}",
            who=names.of_staff(one.by),
            due=danish.day_table(one.on),
            status=status(one.on),
        )
        for one in days
        if one.done_on is None
    ]
    promised = [one for one in contacts if one.promised_on and one.how.is_answer][-1:]
    rows += [
        WaitingRow(
            what=f"Kommunen lovede: {say(one.promised or 'at vende tilbage')}",
            who=one.whom,
            due=danish.day_table(one.promised_on) if one.promised_on else "",
            status=status(one.promised_on),
        )
        for one in promised
    ]
    return rows
