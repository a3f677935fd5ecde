"""Who may see the child, and what guards her, on the timeline."""

from __future__ import annotations

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.consent import standing as consent
from tvaerfaglig.domain.emergency import Emergency
from tvaerfaglig.domain.handing_over import HandedOver
from tvaerfaglig.domain.protection import Guard, Samtykke, Sharing
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.ui.children.timeline.telling import Telling
from tvaerfaglig.ui.children.told import Told, dotted


def samtykke(telling: Telling, stored: Stored[Samtykke]) -> Told:
    given = stored.record
    until = f"til {danish.day_of_month(given.until)}" if given.until else ""
    if given.withdrawn_on:
        until = f"trukket tilbage {danish.day_of_month(given.withdrawn_on)}"
    rests = "" if not telling.hides_parents else "bruges ikke, så længe værnet er sat"
    return Told(
        "samtykke", "Samtykke", f"Givet af {consent.givers(given, telling.child)}",
        dotted(consent.what(given), given.purpose),
        source=dotted(consent.whom(given, telling.names.staff), given.form, until, rests),
        colour="muted" if rests else "",
    )  # fmt: skip


def sharing(telling: Telling, stored: Stored[Sharing]) -> Told:
    shared, names = stored.record, telling.names
    until = f"til {danish.day_of_month(shared.until)}" if shared.until else ""
    if shared.withdrawn_on:
        until = f"trukket tilbage {danish.day_of_month(shared.withdrawn_on)}"
    return Told(
        "samtykke", "Deling", f"Delt med {names.of_staff(shared.staff)}", shared.basis_text,
        source=dotted(danish.capital(shared.basis.word), until, f"delt af {names.first(shared.by)}"),
    )  # fmt: skip


def handed_over(telling: Telling, stored: Stored[HandedOver]) -> Told:
    made = stored.record
    return Told(
        "send", "Overgangsark", f"Givet til {made.to}", dotted(*(one.heading for one in made.parts)),
        source=f"givet videre af {telling.names.first(made.by)}",
    )  # fmt: skip


def guard(telling: Telling, stored: Stored[Guard]) -> Told:
    guard = stored.record
    by = f"Sat af {telling.names.first(guard.by)}"
    lifted = (
        f"løftet {danish.day_of_month(guard.lifted_on)}: {guard.lifted_because}"
        if guard.lifted_on
        else ""
    )
    return Told(
        "beskyttet", "Værn", f"Mistanken er mod {guard.against.word}", guard.note,
        source=dotted(by, lifted), colour="muted" if guard.lifted_on else "act",
    )  # fmt: skip


def emergency(telling: Telling, stored: Stored[Emergency]) -> Told:
    opened = stored.record
    who = telling.names.of_staff(opened.staff)
    return Told(
        "beskyttet", "Nødadgang", f"Åbnet af {who}", opened.reason,
        source=f"til og med {danish.day_of_month(opened.until)}",
    )  # fmt: skip
