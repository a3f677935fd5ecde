"""What follows a letter, as it stands on a child's timeline."""

from __future__ import annotations

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.follow_up import Contacted, How, Journalled, LookAgain, Reminder
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.after_sending.course import promise_words
from tvaerfaglig.ui.children.timeline.telling import Telling
from tvaerfaglig.ui.children.told import Told, dotted


def contacted(telling: Telling, stored: Stored[Contacted]) -> Told:
    made, names = stored.record, telling.names
    by = f"noteret af {names.first(made.by or stored.written_by)}"
    number = f"tlf. {made.number}" if made.number else ""
    icon = "kvittering" if made.how is How.DE_SKREV else "samtale"
    words = " ".join(filter(None, (made.said, promise_words(made))))
    return Told(
        icon,
        "Kommunen",
        made.how.word,
        names.said(words),
        source=dotted(made.whom, number, by),
        colour="watch" if made.how is How.INTET_SVAR else "",
    )


def reminder(telling: Telling, stored: Stored[Reminder]) -> Told:
    made = stored.record
    by = telling.names.first(made.sent_by or made.by)
    if made.sent_on is None:
        return Told("underretning", "Brev", made.title, source=f"Skrevet af {by}, ikke sendt")
    how = dotted(made.receiver, made.channel, f"sendt af {by}")
    return Told("send", "Brev", made.title, source=danish.capital(how))


def look_again(telling: Telling, stored: Stored[LookAgain]) -> Told:
    made, names = stored.record, telling.names
    by = names.first(made.by or stored.written_by)
    if made.done_on:
        return Told("ur", "Opfølgning", "Set på igen", names.said(made.outcome), source=f"Af {by}")
    title = f"Ses igen {danish.day_of_month(made.on)}"
    return Told("ur", "Opfølgning", title, names.said(made.why), source=f"Sat af {by}")


def journalled(telling: Telling, stored: Stored[Journalled]) -> Told:
    made = stored.record
    by = f"noteret af {telling.names.first(made.by)}"
    number = f"sagsnr. {made.number}" if made.number else ""
    if made.taken_back_on:
        title = f"Journalisering fortrudt {danish.day_of_month(made.taken_back_on)}"
        return Told("flueben", "Underretning", title, source=by, colour="muted")
    source = danish.capital(dotted(number, by))
    return Told("flueben", "Underretning", "Journaliseret", source=source)
