"""The facts on the first page of an underretning, in the words that paper uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.people import Child, Custody, Dagtilbud, Parent, Sibling, Staff
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.domain.template import Template
from tvaerfaglig.domain.underretning import Informed, PhoneCall, Urgency
from tvaerfaglig.printouts.papers.parts import ChildFacts, Fact, StripFact
from tvaerfaglig.printouts.papers.underretning import InformedRow, ParentFacts, Phoned, Writer
from tvaerfaglig.services.letters.page import LetterPage
from tvaerfaglig.services.printing import paper_facts

_CUSTODY = {
    Custody.FAELLES: "fælles",
    Custody.ENE: "alene",
    Custody.INGEN: "ikke del i den",
    Custody.UKENDT: "ukendt",
}
_IN_BRACKETS = re.compile(r"(?P<what>[^(]*)\((?P<who>[^)]*)\)(?P<more>.*)", re.DOTALL)
UNSAID = "Ikke oplyst"


def child_facts(page: LetterPage, cpr: str) -> ChildFacts:
    """The child as every paper names her, since when she is in the house, and where she is now."""
    child = page.child.record
    stays = "" if child.protected else child.stays_at
    known = paper_facts.child_facts(child, page.today, place=_stue(page), cpr=cpr)
    return replace(known, more=(Fact("Er nu hos", stays),) if stays else ())


def _stue(page: LetterPage) -> str:
    since = page.child.record.enrolled
    if not page.place or since is None:
        return page.place
    return f"{page.place}, siden {danish.MONTHS[since.month - 1]} {since.year}"


def parents(page: LetterPage) -> tuple[ParentFacts, ...]:
    return tuple(_parent(page, one) for one in page.child.record.parents)


def _parent(page: LetterPage, one: Parent) -> ParentFacts:
    child, hidden = page.child.record, page.hides_parents
    address = one.address or (child.address if one.lives_with else "")
    same = one.lives_with and bool(address) and address == child.address
    kept_back = one.protected or (child.protected and (one.lives_with or _at_home(one, child)))
    return ParentFacts(
        role=danish.capital(one.relation),
        name=one.name,
        address=""
        if hidden or kept_back
        else f"som {child.first_name}"
        if same
        else paper_facts.address_lines(address),
        protected_address=kept_back,
        phone="" if hidden else one.phone,
        language=f"{one.language}, tolk" if one.interpreter and one.language else one.language,
        custody=_CUSTODY[one.custody],
    )


def _at_home(one: Parent, child: Child) -> bool:
    """At the child's own address, whether or not anyone has ticked that she lives there."""
    return bool(one.address.strip()) and one.address.split() == child.address.split()


def household(page: LetterPage, family: str) -> tuple[Fact, ...]:
    """Custody and contact, siblings without names, who else lives there, and what we know of them."""
    child = page.child.record
    contact = "; ".join(f"{p.relation or p.name}: {p.contact}" for p in child.parents if p.contact)
    lives = ", ".join(p.relation or p.name for p in child.parents if p.lives_with)
    where = child.residence or lives
    return (
        Fact("Bor", where if where.startswith("hos ") or not where else f"hos {where}"),
        Fact("Samvær", contact),
        Fact("Søskende", "; ".join(_sibling(page, one) for one in child.siblings)),
        Fact("Også i hjemmet", child.household),
        Fact("Om søskende", page.record.siblings_considered),
        Fact("Om familien", family),
    )


def _sibling(page: LetterPage, one: Sibling) -> str:
    age = danish.age(one.born, page.today) if one.born else ""
    return ", ".join(filter(None, ("én", age, one.note)))


def strip(page: LetterPage, template: Template) -> tuple[StripFact, ...]:
    """The four things that a judgement within a day asks first."""
    return (_urgency(page, template), _overgreb(page), _told(page, template), _tolk(page))


def _urgency(page: LetterPage, template: Template) -> StripFact:
    head = page.record
    if head.urgency is Urgency.IKKE_VALGT:
        return StripFact("Hastegrad", UNSAID)
    call = head.calls[0] if head.calls else None
    around = f"ringet {when_called(call)}" if call else ""
    if not around and head.urgency is not Urgency.AKUT:
        around = "ikke akut fare i dag"
    return StripFact("Hastegrad", template.urgency_word(head.urgency), around)


def _overgreb(page: LetterPage) -> StripFact:
    head = page.record
    if head.suspects is not None:
        against = head.suspects
        circumstance = (
            "vi ved ikke mod hvem" if against is Against.UKENDT else f"mod {against.word}"
        )
        return StripFact("Vold eller overgreb", "Ja, mistanke", circumstance)
    if head.overgreb == "nej":
        return StripFact("Vold eller overgreb", "Ingen mistanke", "spurgt og besvaret")
    return StripFact("Vold eller overgreb", UNSAID)


def _told(page: LetterPage, template: Template) -> StripFact:
    label = "Forældrene orienteret"
    if page.hides_parents:
        return StripFact(label, "Nej", _after_comma(template.guard.informed))
    told = [one for one in page.record.informed if one.told]
    untold = [one for one in page.record.informed if one.told is False]
    if told and len(told) == len(page.record.informed):
        answer = "Ja, begge" if len(told) == 2 else "Ja"
    elif told:
        answer = f"Ja, {danish.join_and([relation(page, one) for one in told])}"
    else:
        return StripFact(label, "Nej" if untold else UNSAID, "se hvorfor" if untold else "")
    days = [one.day for one in told if one.day]
    return StripFact(label, answer, danish.day(min(days)) if days else "")


def _after_comma(sentence: str) -> str:
    return sentence.partition(",")[2].strip().removeprefix("og ").strip() or sentence


def _tolk(page: LetterPage) -> StripFact:
    said = page.record.interpreter.strip()
    if not said:
        return StripFact("Tolk", UNSAID)
    if said.lower().startswith(("nej", "ingen")):
        return StripFact("Tolk", "Nej", said.partition(",")[2].strip())
    found = _IN_BRACKETS.fullmatch(said)
    what = (found["what"] if found else said).strip().removeprefix("ja,").removeprefix("Ja,")
    return StripFact("Tolk", f"Ja, {what.strip()}", f"til {found['who']}" if found else "")


def relation(page: LetterPage, one: Informed) -> str:
    parent = next((p for p in page.child.record.parents if p.id == one.parent), None)
    return (parent.relation or parent.name) if parent else one.parent


def informed(page: LetterPage) -> tuple[InformedRow, ...]:
    """One line for each custody holder about whom something is noted."""
    return tuple(
        InformedRow(
            who=danish.capital(relation(page, one)),
            told=one.told,
            when=danish.day_table(one.day) if one.told and one.day else "Ja" if one.told else "",
            by=page.names.of_staff(one.by) if one.told else "",
            reaction=one.reaction,
            why_not=one.why_not if one.told is False else "",
        )
        for one in page.record.informed
        if one.told is not None or one.reaction or one.why_not
    )


def when_called(call: PhoneCall) -> str:
    at = f" kl. {danish.clock(call.at)}" if call.at else ""
    return f"{danish.day_short(call.day)}{at}"


def phoned(page: LetterPage) -> Phoned | None:
    """The call that came first, which is when the municipality knew; later ones stand beneath it."""
    if not page.record.calls:
        return None
    first, *later = page.record.calls
    by = page.names.of_staff(first.by)
    return Phoned(
        when=when_called(first) + (f" af {by}" if by else ""),
        to=_spoken_with(first),
        agreed="\n".join(filter(None, (first.agreed, *map(_later_call, later)))),
    )


def _spoken_with(call: PhoneCall) -> str:
    return ", ".join(filter(None, (call.spoke_with, call.number and f"tlf. {call.number}")))


def _later_call(call: PhoneCall) -> str:
    whom = _spoken_with(call)
    return f"Igen {when_called(call)}{f' til {whom}' if whom else ''}: {call.agreed}".rstrip(": ")


def writers(page: LetterPage) -> tuple[Writer, ...]:
    return tuple(_writers(page))


def writer(
    one: str, staff: Mapping[str, Staff], house: Dagtilbud, child: Child, name: str, knows: str = ""
) -> Writer:
    """Who writes a paper about a child: her post, where she works unless that is protected, how she knows her."""
    person = staff.get(one)
    stuer = [house.stue_name(stue) for stue in person.stuer] if person else []
    place = ", ".join(filter(None, (house.name, danish.join_and(list(filter(None, stuer))))))
    return Writer(
        name=name,
        title=person.role.word if person else "",
        place=place if person and not person.role.visits and not child.hide_house else "",
        knows=knows,
    )


def _writers(page: LetterPage) -> Iterator[Writer]:
    head = page.record
    for nr, one in enumerate(head.writers):
        hours = f"ca. {head.hours_a_week} timer om ugen" if head.hours_a_week else ""
        if hours and not head.hours_a_week.strip().isdigit():
            hours = head.hours_a_week
        known = (since(head.known_since), head.relation, hours)
        knows = ", ".join(filter(None, known)) if nr == 0 else ""
        name = page.names.of_staff(one)
        yield writer(one, page.staff, page.house, page.child.record, name, knows)


def since(known: str) -> str:
    return f"siden {known.removeprefix('siden ')}" if known else ""


def under_way(page: LetterPage) -> tuple[Fact, ...]:
    head, child = page.record, page.child.record
    return (
        Fact("Andre, der er med", head.others_involved),
        Fact("Underretninger", head.earlier),
        Fact(f"{child.first_name} selv" if child.born else "", head.child_informed),
    )
