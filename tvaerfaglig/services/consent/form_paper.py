"""The consent form, empty or as it was given. A paper for the parents: while the guard hides them none is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.consent import standing as words
from tvaerfaglig.domain.consent.form import ConsentForm
from tvaerfaglig.domain.consent.holders import other_holder
from tvaerfaglig.domain.consent.roads import FORM_PAPER
from tvaerfaglig.domain.parents_texts import said
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Samtykke
from tvaerfaglig.domain.retention import length
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.printouts.papers.consent import Asked, ConsentPaper, ConsentTick
from tvaerfaglig.printouts.papers.parts import Fact, Signer
from tvaerfaglig.services.consent import house
from tvaerfaglig.services.consent import said as both
from tvaerfaglig.services.errors import NotFound
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.parents.guarded import stop_if_guarded
from tvaerfaglig.services.printing import caution, paper_facts, pressing
from tvaerfaglig.services.printing.pressing import Pressed
from tvaerfaglig.services.session import Session

_NO_CUSTODY = "Der står ikke, hvem der har forældremyndigheden, så linjerne er uden navn."
_ALLOWED = "Det har vi fået lov til at fortælle om"
_CUSTODY = "forældremyndighedsindehaver"


@dataclass(frozen=True, slots=True)
class _Telling:
    """One form on its way to paper: `given` is None for an empty one."""

    child_id: str
    child: Child
    given: Samtykke | None
    form: ConsentForm
    names: Mapping[str, str]
    staff: Mapping[str, str]
    months: int

    def say(self, text: str) -> str:
        return said(text, **self.names)

    def masked(self, text: str) -> str:
        return both.masked(text, self.child_id, self.child)


def look_at(session: Session, child_id: str, library: Library, samtykke_id: str = "") -> Pressed:
    """The form as it will be signed, with what to look at first. Opening it is noted."""
    made = paper(session, child_id, library, samtykke_id)
    sections = pressing.sections(made)
    cautions = caution.cautions(session, child_id, sections)
    if not session.child(child_id).record.custody_holders:
        cautions = (_NO_CUSTODY, *cautions)
    session.looked(child=child_id, record=samtykke_id or f"{child_id}/samtykke", what=FORM_PAPER)
    return Pressed(pressing.press(made), sections, cautions)


def paper(session: Session, child_id: str, library: Library, samtykke_id: str = "") -> ConsentPaper:
    """Empty, or with what was agreed. Stops while the guard hides the parents."""
    child = session.child(child_id, Action.SHARE).record
    stop_if_guarded(session, child_id, child.first_name)
    given = both.found(session, samtykke_id).record if samtykke_id else None
    if given is not None and given.child != child_id:
        raise NotFound("Samtykket findes ikke længere.")
    telling = _Telling(
        child_id,
        child,
        given,
        library.consent,
        both.names(child, paper_facts.house_of(session, child)),
        both.staff(session),
        house.validity(session, library.consent).months,
    )
    return _paper(session, telling, library)


def _paper(session: Session, telling: _Telling, library: Library) -> ConsentPaper:
    texts, given = telling.form.paper, telling.given
    whom = telling.masked(words.whom(given, telling.staff)) if given else ""
    return ConsentPaper(
        imprint=paper_facts.imprint(session, telling.child),
        child=paper_facts.child_facts(telling.child, session.today),
        title=texts.title,
        subtitle=telling.say(texts.subtitle),
        intro=telling.say(texts.intro),
        facts=tuple(_facts(telling)),
        receivers=Asked(
            texts.receivers,
            whom or ("Ingen navngivne." if given else ""),
            "Navn, fag og arbejdsplads. Én på hver linje.",
        ),
        ticks_heading=_ALLOWED if given else texts.ticks,
        ticks=tuple(_ticks(telling)),
        own=_own(telling),
        withhold=_withheld(telling),
        interpreter=_interpreter(telling),
        rights=tuple(_rights(telling, library)),
        signature=texts.signature,
        signers=_signers(telling),
    )


def _facts(telling: _Telling) -> Iterator[Fact]:
    given, child = telling.given, telling.child
    if given is None:
        yield Fact("Til", danish.join_and([one.name for one in child.custody_holders]))
        return
    because = f" ({given.because})" if given.because else ""
    yield Fact("Givet af", both.givers(given, child) + because)
    if given.other_holder:
        yield Fact("Den anden med forældremyndighed", other_holder(given.other_holder))
    yield Fact("Dato", danish.day(given.given_on))
    yield Fact("Hvordan", telling.form.form_word(given.form))
    yield Fact("Talt med", telling.staff.get(given.taken_by, given.taken_by))
    if given.withdrawn_on:
        yield Fact("Trukket tilbage", danish.day(given.withdrawn_on))


def _ticks(telling: _Telling) -> Iterator[ConsentTick]:
    """All there are to choose among; of one that was given, what was agreed to, in the words of that day."""
    if telling.given is not None:
        for kept in telling.given.covers:
            yield ConsentTick(kept.what, kept.purpose, on=True)
        return
    for one in telling.form.types:
        yield ConsentTick(one.name, telling.say(one.purpose))


def _own(telling: _Telling) -> Asked:
    given = telling.given
    if given is None:
        return Asked("Andet", hint="Skriv, hvad det er, og hvad det skal bruges til.")
    said_so = [given.scope, f"Formål: {given.purpose}" if given.purpose else ""]
    text = telling.masked("\n".join(filter(None, said_so)))
    return Asked("Med egne ord", text) if text else Asked()


def _withheld(telling: _Telling) -> Asked:
    given, heading = telling.given, telling.form.paper.withhold
    if given is None:
        return Asked(heading, hint="I behøver ikke skrive hvorfor.")
    lines = [given.withhold, given.withhold_because]
    text = telling.masked("\n".join(filter(None, lines)))
    return Asked(heading, text) if text else Asked()


def _interpreter(telling: _Telling) -> Asked:
    given, heading = telling.given, telling.form.paper.interpreter
    if given is None:
        return Asked("Tolk", hint=heading)
    return Asked("Tolk", telling.masked(given.interpreter)) if given.interpreter else Asked()


def _rights(telling: _Telling, library: Library) -> Iterator[tuple[str, str]]:
    texts, given = telling.form.paper, telling.given
    if given is None:
        yield ("Hvor længe", said(texts.lasts, laengde=length(telling.months)))
    elif given.until:
        yield ("Hvor længe", f"Samtykket gælder til {danish.day(given.until)}.")
    yield ("I kan trække det tilbage", telling.say(texts.withdraw))
    if len(telling.child.custody_holders) > 1:
        yield ("Er I to", telling.say(texts.both))
    yield ("Vores pligt", telling.say(texts.notify))
    refs = [library.law.ref(one) for one in texts.law]
    cited = danish.join_and([one.cite for one in refs if one.verified and one.paragraph])
    if cited:
        yield ("Reglerne", f"{danish.capital(cited)}.")


def _signers(telling: _Telling) -> tuple[Signer, ...]:
    """A line for each who gave it, or for each custody holder, and one for whoever asked."""
    given, child = telling.given, telling.child
    asked = child.custody_holders
    if given is not None:
        asked = tuple(one for one in child.parents if one.id in given.givers)
    holders = [Signer(one.name, one.relation or _CUSTODY) for one in asked]
    holders += [Signer("", _CUSTODY)] * (0 if holders else 2)
    taken = telling.staff.get(telling.given.taken_by, "") if telling.given else ""
    return (*holders, Signer(taken, "for " + telling.names["hus"]))
