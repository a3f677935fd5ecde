"""What was thought of it: concerns, positions, and what waits for a day."""

from __future__ import annotations

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.concern import Concern, NotNow, PositionSet
from tvaerfaglig.domain.rounds.records import Joint
from tvaerfaglig.domain.snooze import Snoozed
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.tovholder import Tovholder
from tvaerfaglig.ui.children.timeline.telling import Telling
from tvaerfaglig.ui.children.told import Told, dotted


def concern(telling: Telling, stored: Stored[Concern]) -> Told:
    concern, names = stored.record, telling.names
    if concern.closed_on:
        source = dotted(
            f"Lukket {danish.day_of_month(concern.closed_on)}: {telling.reason(concern)}",
            f"Opnået: {concern.achieved}" if concern.achieved else "",
        )
    else:
        by = names.first(concern.by or stored.written_by)
        again = f"ses igen {danish.day_of_month(concern.next_on)}" if concern.next_on else ""
        up = ""
        if concern.taken_up_on:
            up = f"taget op igen {danish.day_of_month(concern.taken_up_on)}: {concern.taken_up_because}"
        source = dotted(f"Skrevet af {by}", up, again)
    return Told(
        "bekymring", "Bekymring", concern.title, names.said(concern.text), source=source,
        colour="muted" if concern.closed_on else "watch",
    )  # fmt: skip


def position(telling: Telling, stored: Stored[PositionSet]) -> Told:
    stand = stored.record
    by = danish.join_and([telling.names.first(one) for one in stand.set_by or (stored.written_by,)])
    level = f"{stand.level} på skalaen" if stand.level is not None else ""
    again = f"ses igen {danish.day_of_month(stand.next_on)}" if stand.next_on else ""
    return Told(
        "maal", "Position", sign=stand.position.value, words=telling.names.said(stand.because),
        source=dotted(f"Sat af {by}", level, again),
    )  # fmt: skip


def joint(telling: Telling, stored: Stored[Joint]) -> Told:
    """What was said together in a round; nothing of what each had rated, and nothing of the parents."""
    made, names = stored.record, telling.names
    by = danish.join_and([names.first(one) for one in made.by])
    how = f"Vurderet af {by}" if made.alone else f"Vurderet sammen af {by}"
    again = f"ses igen {danish.day_of_month(made.next_look)}" if made.next_look else ""
    return Told(
        "trivselsrunde", "Trivselsrunde", sign=made.position.value, words=names.said(made.sentence),
        source=dotted(how, again), link="Åbn runden",
    )  # fmt: skip


def not_now(telling: Telling, stored: Stored[NotNow]) -> Told:
    decision, names = stored.record, telling.names
    by = danish.join_and([names.first(one) for one in decision.by or (stored.written_by,)])
    again = (
        f"set igen {danish.day_of_month(decision.seen_again)}: {decision.outcome}".rstrip(": ")
        if decision.seen_again
        else f"ses igen {danish.day_of_month(decision.seen_again_on)}"
    )
    due = decision.seen_again is None and decision.seen_again_on <= telling.line.today
    return Told(
        "ur", "Beslutning", "Venter med at underrette", names.said(decision.because),
        source=dotted(f"Besluttet af {by}", again), link="Se på det igen" if due else "",
    )  # fmt: skip


def snoozed(telling: Telling, stored: Stored[Snoozed]) -> Told:
    put_off, names = stored.record, telling.names
    woken = f"taget op {danish.day_of_month(put_off.woken)}" if put_off.woken else ""
    until = f"ses igen {danish.day_of_month(put_off.until)}"
    return Told(
        "ur", "Udskudt", names.said(put_off.what), names.said(put_off.because),
        source=dotted(f"Udskudt af {names.first(put_off.by or stored.written_by)}", woken or until),
    )  # fmt: skip


def tovholder(telling: Telling, stored: Stored[Tovholder]) -> Told:
    made, names = stored.record, telling.names
    to = names.of_staff(made.who) if made.who else "Ingen"
    given = f"givet videre af {names.first(made.by)}" if made.by and made.by != made.who else ""
    yes = f"bekræftet {danish.day_of_month(made.taken_on)}" if made.taken_on else ""
    waits = "ikke bekræftet endnu" if made.who and not made.taken_on else ""
    before = f"før {names.first(made.before)}" if made.before else ""
    return Told(
        "person", "Tovholder", to, names.said(made.note),
        source=danish.capital(dotted(before, given, yes or waits)),
    )  # fmt: skip
