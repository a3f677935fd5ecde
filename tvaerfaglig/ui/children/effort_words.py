"""What was agreed, and what came of it, in a line."""

from __future__ import annotations

from collections.abc import Mapping

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.course.efforts import Effort
from tvaerfaglig.domain.konsultation import Verdict
from tvaerfaglig.services.names import Names

VERDICTS = {
    Verdict.FORTSAET: "virker, fortsætter",
    Verdict.JUSTER: "justeret",
    Verdict.GJORT: "gjort",
    Verdict.STOP: "stoppet",
}


def how_it_went(effort: Effort) -> str:
    """The newest verdict, or the state, and the words that were written to it."""
    if effort.stands:
        state = effort.stands
    elif effort.verdict is not None:
        state = VERDICTS[effort.verdict]
    elif effort.last is None:
        state = "i gang"
    else:
        state = "opgivet" if effort.given_up else "gjort"
    return (
        f"{danish.capital(state)}. {effort.outcome}".strip()
        if effort.outcome
        else danish.capital(state)
    )


def when(effort: Effort) -> str:
    if effort.last is None:
        return f"fra {danish.day(effort.first)}"
    return danish.day_span(effort.first, effort.last)


def who(effort: Effort, names: Names, parents: Mapping[str, str]) -> str:
    """Staff by first name, parents by what they are to the child, guests as they were written."""
    people = [names.first(one) for one in effort.who]
    people += [parents.get(one, one) for one in effort.parents]
    return danish.join_and([*people, *filter(None, [effort.who_else])])


def effort_line(effort: Effort, names: Names) -> str:
    effect = f" Vi ser det på: {effort.effect}." if effort.effect else ""
    return names.said(f"{effort.what} ({when(effort)}). {how_it_went(effort)}.{effect}").replace(
        "..", "."
    )
