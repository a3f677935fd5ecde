"""What follows a letter as rows of the case summary: what was sent again, and what is still waited for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.follow_up import Contacted, LookAgain, Reminder
from tvaerfaglig.printouts.papers import SentRow, WaitingRow
from tvaerfaglig.services.after_sending.course import contact_words
from tvaerfaglig.services.names import Names


def sent_again(
    reminders: Iterable[Reminder], contacts: Iterable[Contacted], say: Callable[[str], str]
) -> list[SentRow]:
    """The letters that followed, each with what the municipality has said since it was sent."""
    answers = [one for one in contacts if one.how.is_answer]
    return [
        SentRow(
            date=danish.day_table(one.sent_on),
            what=one.title,
            to=one.receiver,
            answer="\n".join(
                f"{danish.day(each.day)}: {say(contact_words(each))}"
                for each in answers
                if each.day >= one.sent_on
            )
            or "Intet svar registreret endnu",
        )
        for one in reminders
        if one.sent_on
    ]


def waits_again(
    days: Iterable[LookAgain],
    contacts: Iterable[Contacted],
    names: Names,
    say: Callable[[str], str],
    status: Callable[[date | None], str],
) -> list[WaitingRow]:
    """The house's own day, and the last thing the municipality promised."""
    rows = [
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
