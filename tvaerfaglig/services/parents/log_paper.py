"""Hvem har set, on paper for the parents: staff by profession, in plain words, and why.

A purpose that somebody typed goes through masking: colleagues are said by profession and other
children as "et andet barn". Everything else on the paper is the program's own words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.acts import CprShown
from tvaerfaglig.domain.consent.roads import FORM_PAPER, RECEIPT_PAPER
from tvaerfaglig.domain.emergency import Emergency, EmergencySeen
from tvaerfaglig.domain.indsigt import Indsigt
from tvaerfaglig.domain.masking import shown
from tvaerfaglig.domain.naming import said_instead
from tvaerfaglig.domain.parents_texts import LogTexts, said
from tvaerfaglig.domain.people import Child, Staff
from tvaerfaglig.domain.protection import Sharing
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.printouts.papers.parents import AccessDay, AccessPaper, AccessRow
from tvaerfaglig.printouts.papers.parts import Fact, Imprint, StripFact
from tvaerfaglig.services import access_log
from tvaerfaglig.services.access_log import Access, Act, Wanted
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.parents.guarded import stop_if_guarded
from tvaerfaglig.services.printing import paper_facts, pressing
from tvaerfaglig.services.printing.pressing import Pressed
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

DOCUMENT = "log til forældrene"
_LOOK = "loggen til forældrene"
_PAPERS = {
    "underretning": "en underretning",
    "statusudtalelse": "en statusudtalelse",
    "sagsresumé": "et sagsresumé",
    "konsultationsnotat": "et konsultationsnotat",
    "forberedelse": "forberedelsen til et møde",
    "opfølgningsnotat": "et opfølgningsnotat",
    "indsatsplan": "en indsatsplan",
    "forældreark": "et ark til jer",
    "stueliste": "en liste over børnene på stuen",
    "trivselsark": "et ark fra en trivselsrunde",
    "trivselsark til forældrene": "et ark fra trivselsrunden til jer",
    "signs of safety": "et ark fra et møde",
    "de tre huse": "et ark med barnets ord",
    "lp-ark": "et ark om gruppen",
    "informationsbrev": "et informationsbrev",
    "invitation": "en invitation til jer",
    "arbejdspapir": "et arbejdspapir",
    "handleplan": "en handleplan",
    "indsatsark": "et ark fra en indsats",
    "status til forældrene": "en status til jer",
    "faseplan": "en faseplan",
    "ugeplan": "en ugeplan",
    "fremmødeliste": "en liste over, hvem der kom",
    "fremmødeark": "et ark over jeres fremmøde",
    "besøgsrapport": "en rapport om et besøg",
    "teamliste": "et teams liste",
    "overgangsark til forældrene": "et ark til jer om, hvad der følger med",
    "overgangsark": "et ark til det næste hus",
    "indsigt": "indsigt til jer",
    "indsigt til forældrene": "indsigt til jer",
    "kvittering for sletning": "en kvittering for sletning",
    FORM_PAPER: "et samtykke til jer",
    RECEIPT_PAPER: "en kvittering til jer",
    "til it og dpo": "et papir til kommunens it",
    DOCUMENT: "denne liste til jer",
}
_LOOKS = {
    _LOOK: "listen til jer",
    FORM_PAPER: "samtykket til jer",
    RECEIPT_PAPER: "kvitteringen til jer",
    "barnets side": "{barnets} side",
    "barnets oplysninger": "{barnets} oplysninger",
    "CPR-nummeret": "CPR-nummeret",
    "det, der er set før": "det, der er set før",
}
_PREVIEW = ", forhåndsvisning"
_WHY = {CprShown.KIND: "cpr", Emergency.KIND: "noed", EmergencySeen.KIND: "noed"}
_ANYTHING = "{barnets} oplysninger"
_NO_LONGER = "tidligere medarbejder"


@dataclass(frozen=True, slots=True)
class _Telling:
    """What the words of the paper are made from."""

    texts: LogTexts
    child: Child
    child_id: str
    staff: dict[str, Staff]
    houses: dict[str, str]
    others: dict[str, str]
    sharings: tuple[Sharing, ...]

    def say(self, text: str) -> str:
        name = self.child.first_name
        house = "" if self.child.hide_house else self.houses.get(self.child.dagtilbud, "")
        hus = house or "dagtilbuddet"
        return said(text, barn=name, barnets=danish.possessive(name), hus=hus)

    def masked(self, text: str) -> str:
        """What somebody typed, without a colleague's name or another child's."""
        own = shown(text, {self.child_id: self.child.first_name})
        return said_instead(
            own, self.others, spare=frozenset(re.findall(r"\w+", self.child.name))
        ).strip()


def look_at(
    session: Session,
    child_id: str,
    library: Library,
    first: date | None = None,
    last: date | None = None,
) -> Pressed:
    """The print as it will be given, with its words. Opening it is noted."""
    made = paper(session, child_id, library.parents.log, _laws(library), first, last)
    pressed = Pressed(pressing.press(made), pressing.sections(made))
    session.looked(child=child_id, record=f"{child_id}/log", what=_LOOK)
    return pressed


def paper(
    session: Session,
    child_id: str,
    texts: LogTexts,
    law: str = "",
    first: date | None = None,
    last: date | None = None,
) -> AccessPaper:
    """The child's log between two days, for her parents. Stops while the guard hides them."""
    child = session.child(child_id, Action.SEE_LOG).record
    stop_if_guarded(session, child_id, child.first_name)
    lines = access_log.of_child(session, child_id)
    begin = first or min((line.day for line in lines), default=session.today)
    end = last or session.today
    lines = access_log.chosen(lines, Wanted(first=begin, last=end))
    telling = _telling(session, child_id, child, texts)
    return AccessPaper(
        imprint=_imprint(session, child),
        child=paper_facts.child_facts(child, session.today),
        title=telling.say(texts.title),
        subtitle=telling.say(texts.subtitle),
        period=f"{danish.day(begin)} – {danish.day(end)}",
        intro=telling.say(texts.intro),
        strip=_strip(lines),
        people=_people(lines, telling),
        days=_days(lines, telling),
        nothing=telling.say(texts.nothing),
        not_here=telling.say(texts.not_here),
        ask=telling.say(texts.ask),
        law=law,
    )


def _imprint(session: Session, child: Child) -> Imprint:
    """No colleague is named on it: who printed it is said by profession too."""
    by = paper_facts.moment(session.now, session.actor.role.word)
    return replace(paper_facts.imprint(session, child), printed=by)


def _laws(library: Library) -> str:
    cited = [library.law.ref(one) for one in library.parents.log.law]
    return "; ".join(dict.fromkeys(one.cite for one in cited if one.verified and one.paragraph))


def _telling(session: Session, child_id: str, child: Child, texts: LogTexts) -> _Telling:
    staff = session.staff()
    houses = {one: house.name for one, house in session.houses().items()}
    others = {one.name: one.role.word for one in staff.values()}
    for one in queries.all_of(session.vault, Child):
        if one.id != child_id:
            others[one.record.name] = "et andet barn"
    sharings = tuple(one.record for one in queries.of_child(session.vault, Sharing, child_id))
    return _Telling(texts, child, child_id, staff, houses, others, sharings)


def _strip(lines: list[Access]) -> tuple[StripFact, ...]:
    if not lines:
        return ()
    by_act = Counter(line.act for line in lines)
    out = by_act[Act.UD] + by_act[Act.DELT]
    looks, people = by_act[Act.SET], len({line.who for line in lines})
    return (
        StripFact("Set", danish.count(looks, "gang", "gange"), "nogen åbnede noget"),
        StripFact(
            "Skrevet",
            danish.count(by_act[Act.SKREVET], "gang", "gange"),
            "også når noget blev rettet",
        ),
        StripFact("Ud af huset", danish.count(out, "gang", "gange"), "udskrevet, gemt eller delt"),
        StripFact("Hvem", danish.count(people, "medarbejder", "medarbejdere"), "i alt"),
    )


def _people(lines: Iterable[Access], telling: _Telling) -> tuple[Fact, ...]:
    """Each profession that looked, at which house, how many of them, and why."""
    whose: dict[tuple[str, str], set[str]] = {}
    for line in lines:
        if line.act is Act.SET:
            whose.setdefault((_who(line.who, telling), _because(line, telling)), set()).add(
                line.who
            )
    return tuple(
        Fact(
            "",
            f"{danish.count(len(people), 'person', 'personer')}: {why}.",
            f"{danish.capital(who)},",
        )
        for (who, why), people in sorted(whose.items())
    )


def _days(lines: list[Access], telling: _Telling) -> tuple[AccessDay, ...]:
    return tuple(
        AccessDay(danish.day_table(day), tuple(_rows(list(of_day), telling)))
        for day, of_day in groupby(lines, lambda line: line.day)
    )


def _rows(lines: list[Access], telling: _Telling) -> Iterable[AccessRow]:
    """What the same person did on one day for the same reason is one row, with what and how often."""
    alike: dict[tuple[str, str, str], list[Access]] = {}
    for line in reversed(lines):
        key = (line.who, _who(line.who, telling), _why(line, telling))
        alike.setdefault(key, []).append(line)
    for (_, who, why), same in alike.items():
        done = Counter(_what(line, telling) for line in same)
        what = ", ".join(
            f"{one} ({times} gange)" if times > 1 else one for one, times in done.items()
        )
        yield AccessRow(_when(same), who, danish.capital(what), why)


def _when(lines: list[Access]) -> str:
    times = [danish.clock(line.at.astimezone(DANISH).time()) for line in lines]
    return times[0] if times[0] == times[-1] else f"{times[0]}–{times[-1]}"


def _who(person: str, telling: _Telling) -> str:
    """Profession, and the house of one who works in another than the child's."""
    staff = telling.staff.get(person)
    if staff is None:
        return _NO_LONGER
    at_home = telling.child.dagtilbud in staff.houses
    house = telling.houses.get(staff.houses[0], "") if staff.houses else ""
    if staff.role.visits or at_home or telling.child.hide_house or not house:
        return staff.role.word
    return f"{staff.role.word}, {house}"


def _what(line: Access, telling: _Telling) -> str:
    """What was done, in words that are all the program's own."""
    if line.act is Act.SLETTET:
        return "slettet oplysninger"
    if line.act is Act.DELT:
        whom = telling.staff.get(line.receiver)
        shared = "delt" if line.did == "har delt" else "deling lukket"
        return f"{shared} med {whom.role.word if whom else 'en kollega'}"
    if line.act is Act.UD and "regneark" in line.did:
        return "gemt en liste over flere børn som regneark"
    if line.act is Act.UD:
        return f"{line.did.removeprefix('har ')} {_PAPERS.get(line.what, 'et papir')}"
    known = _LOOKS.get(line.what) or _PAPERS.get(line.what.removesuffix(_PREVIEW))
    known = known or (line.what if line.what in access_log.things() else _ANYTHING)
    return telling.say(f"{line.did.removeprefix('har ')} {known}")


def _why(line: Access, telling: _Telling) -> str:
    done = telling.texts.done_because
    if line.kind in _WHY:
        return telling.say(done[_WHY[line.kind]])
    if line.act is Act.SET:
        return _because(line, telling)
    if line.kind == Indsigt.KIND:
        return telling.say(done["indsigt"])
    if line.act is Act.UD:
        purpose, receiver = telling.masked(line.purpose), telling.masked(line.receiver)
        why = purpose or telling.texts.no_purpose
        return f"{why}; {telling.say(done['ud'])} {receiver}" if receiver else why
    if line.act is Act.DELT:
        return f"{telling.say(done['delt'])} {line.purpose}"
    return telling.say(done["slettet" if line.act is Act.SLETTET else "skrevet"])


def _because(line: Access, telling: _Telling) -> str:
    """Why she looked: by profession, and for a visitor also by what it was shared on that day."""
    staff = telling.staff.get(line.who)
    plain = telling.say(telling.texts.because(staff.role if staff else None))
    if staff is None or not staff.role.visits:
        return plain
    shared = [
        one
        for one in telling.sharings
        if one.staff == line.who
        and one.from_day <= line.day
        and (one.until is None or line.day <= one.until)
    ]
    return f"{plain}; grundlag: {shared[0].basis.word}" if shared else plain
