"""One family's paper never carries another family: no name, no word of theirs, in whatever order things were written."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

import pikepdf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.printouts.pdf_reading import read_aloud, text_of
from tests.services.efforts.group import HOUSE, TODAY, consent, effort
from tvaerfaglig.domain.efforts.form import FormUse
from tvaerfaglig.domain.efforts.goals import Goal, Score
from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.records import (
    Attends,
    EffortSession,
    Enrolment,
    EnrolmentState,
    Presence,
    SessionState,
    Stand,
    There,
)
from tvaerfaglig.domain.efforts.sheets import FieldAnswer, Sheet
from tvaerfaglig.domain.people import Child, Custody, Parent, Sibling
from tvaerfaglig.services.efforts import starting
from tvaerfaglig.services.efforts.papers import handover, looking
from tvaerfaglig.services.efforts.papers.which import EffortPaper
from tvaerfaglig.ui.printouts.preview import safe_file_name

FIRSTS = ["Bo", "Liv", "Maj", "Anna-Lise", "Núria", "Max", "Lærke", "Sol", "Åse", "Jens", "Ea"]
LASTS = ["Holm", "Storm", "Nowak", "Øster", "von Platen", "Vinter", "Kjær", "Yıldız", "Skovgaard"]
WAYS = [
    "{0} var med.", "Det var {0}s idé.", "Vi så det hos {0}, da {1} kom.", "{1} sagde ja.", "{0} {1}",
    "I legede med {0}. {1} kom for sent. »{0}«", "{0}’ mor og {1}'s far",
]  # fmt: skip
SECRET = ["Hemmelighed{0}", "Fokus{0}", "Ord{0}", "Grund{0}", "Husk{0}", "Trin{0}", "Emne{0}"]


@dataclass(frozen=True)
class One:
    """A family as a test makes it."""

    key: str
    child: Child
    adult: str
    tag: str

    @property
    def names(self) -> set[str]:
        every = [self.child.name, self.adult, *(one.name for one in self.child.parents)]
        every += [one.name for one in self.child.siblings]
        return {
            word for name in every for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper()
        }


def families(firsts: list[str], lasts: list[str]) -> list[One]:
    made = []
    for nr, last in enumerate(lasts):
        child, mother, brother, aunt = firsts[4 * nr : 4 * nr + 4]
        parent = Parent(
            id=f"{nr}-mor", name=f"{mother} {last}", relation="mor", custody=Custody.ENE
        )
        card = Child(
            name=f"{child} {last}", born=date(2023, 3, 2), dagtilbud=HOUSE, stue="solsikken",
            parents=(parent,), siblings=(Sibling(name=f"{brother} {last}"),), language="dansk",
        )  # fmt: skip
        made.append(One(f"barn{nr}", card, f"{aunt} {last}", "abc"[nr] * 5))
    return made


def lived(session, every: list[One], ways: list[str]) -> tuple[str, dict[str, str]]:
    """A group as it stands in the vault, with texts that name everybody: written before the others joined."""
    effort_id = starting.save(session, effort(session)).id
    places: dict[str, str] = {}
    with session.write() as pen:
        for one in every:
            pen.put(one.child, one.key)
        for one in every:
            places[one.key] = pen.put(_place(session, effort_id, one), f"plads-{one.key}")
    session.refresh()
    given = {one.key: consent(session, one.key) for one in every}
    with session.write() as pen:
        told = [
            way.format(other.child.first_name, other.child.name.split()[-1])
            for way, other in zip(ways * 3, every * 3, strict=False)
        ] + [f"{one.adult} og {one.child.siblings[0].name}" for one in every]
        day = pen.put(
            EffortSession(
                effort=effort_id, day=TODAY, at=time(15), status=SessionState.HOLDT,
                theme=" ".join(told[:3]), note=" ".join(told), place=told[0],
            )
        )  # fmt: skip
        for one in every:
            place = replace(_place(session, effort_id, one), samtykke=given[one.key])
            pen.put(place, places[one.key])
            _write(pen, effort_id, places[one.key], one, told, day)
    return effort_id, places


def _place(session, effort_id, one):
    return Enrolment(
        effort=effort_id, child=one.key, asked_on=TODAY, from_day=TODAY, status=EnrolmentState.MED,
        adults=(Attends(person=f"{one.key}-tante", called=one.adult, relation="Tante"),),
    )  # fmt: skip


def _write(pen, effort_id, place, one, told, day):
    own = [secret.format(one.tag) for secret in SECRET]
    said = f"{' '.join(told)} {own[0]}"
    facts = {"effort": effort_id, "enrolment": place, "child": one.key, "day": TODAY}
    pen.put(
        Goal(
            **facts, text=f"{said} {own[5]}", steps=(told[0], said),
            scores=(Score(at=FormUse.START, day=TODAY, step=1, reached=said, seen=said),),
        )
    )  # fmt: skip
    answers = (
        FieldAnswer(field="baggrund", heading="Baggrund", text=said),
        FieldAnswer(field="fokuspunkt", heading="Fokuspunkt", text=f"{said} {own[1]}"),
        FieldAnswer(field="husets-del", heading="Det gør vi i huset", lines=tuple(told)),
        FieldAnswer(field="foraeldrenes-ord", heading="Forældrenes egne ord", text=own[2]),
    )
    pen.put(Sheet(**facts, form="arbejdspapir", name="Arbejdspapir", use=FormUse.START, by=("mette",), answers=answers, review=said, reviewed_by="line", reviewed_on=TODAY), f"ark-{one.key}")  # fmt: skip
    lykkes = (FieldAnswer(field="lykkes", heading="Det lykkes", text=said),)
    pen.put(Sheet(**facts, form="status", name="Status", use=FormUse.STATUS, answers=lykkes), f"status-{one.key}")  # fmt: skip
    there = (There(person="barnet", called="barnet", stand=Stand.IKKE),)
    pen.put(Presence(**facts, session=day, there=there, reason=f"{told[0]} {own[3]}"))
    pen.put(VisitLog(**facts, by=("line",), status=SessionState.HOLDT, minutes=60, about_what=said, said=said, decided=told[1], note=f"{said} {own[4]}"), f"besoeg-{one.key}")  # fmt: skip


def papers_of(session, one: One, place: str) -> dict[EffortPaper, bytes]:
    """Every paper that can be made of a family, and those that anybody may be given."""
    made = {}
    for one_paper in looking.offered_to_family(session, place):
        which = one_paper.which
        if one_paper.sheet:
            made[which] = looking.look_at_sheet(session, one_paper.sheet).pdf
        elif one_paper.visit:
            made[which] = looking.look_at_visit(session, one_paper.visit).pdf
        else:
            made[which] = looking.look_at_family(session, which, place).pdf
    made[EffortPaper.OVERGANG_VALG] = looking.look_at_asking(session, one.key).pdf
    offer = handover.offer(session, one.key)
    every = tuple(part.key for part in offer.parts)
    wanted = handover.Wanted(to="Skovbrynet", samtykke=offer.consents[0][0], ticked=every)
    made[EffortPaper.OVERGANG] = looking.look_at_handover(session, one.key, wanted).pdf
    return made


def everything_in(pdf: bytes) -> str:
    """All that can be read out of the file: the pages, the tree, and every string and stream of it."""
    found = [text_of(pdf), read_aloud(pdf)]
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for one in opened.objects:
            if (
                isinstance(one, pikepdf.Stream) and "/Length1" not in one
            ):  # a typeface holds no words
                found.append(one.read_bytes().decode("latin-1"))
                found.append(one.read_bytes().decode("utf-8", "replace"))
            if isinstance(one, pikepdf.Dictionary):
                found += [str(value) for value in one.values() if isinstance(value, pikepdf.String)]
    return "\n".join(found)


_order = st.permutations([*FIRSTS, "Ida", "Palle"])


@settings(
    max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(firsts=_order, lasts=st.permutations(LASTS), ways=st.permutations(WAYS))
def test_no_paper_of_a_family_carries_another(world, firsts, lasts, ways):
    """Over every paper and every family, whatever they are called: not on the page, not in the file, not its name."""
    hanne = world.session("hanne")
    every = families(firsts, lasts[:3])
    effort_id, places = lived(hanne, every, ways)
    staff = {word for one in hanne.staff().values() for word in one.name.split()}
    for one in every:
        strangers = [other for other in every if other is not one]
        names = {name for other in strangers for name in other.names} - one.names - staff
        secrets = {secret.format(other.tag) for other in strangers for secret in SECRET}
        papers = papers_of(hanne, one, places[one.key])
        assert {EffortPaper.STATUS, EffortPaper.BESOEG, EffortPaper.ARBEJDSPAPIR} <= set(papers)
        for which, pdf in papers.items():
            _holds_none(everything_in(pdf), names | secrets, which)
            _holds_none(safe_file_name(which.value, TODAY), names | secrets, which)
        own = everything_in(papers[EffortPaper.ARBEJDSPAPIR])
        assert one.child.first_name in own
        assert SECRET[1].format(one.tag) in own
    anybody = {name for other in every for name in other.names} - staff
    for which in (EffortPaper.INVITATION,):
        _holds_none(
            everything_in(looking.look_at_effort(hanne, which, effort_id).pdf), anybody, which
        )


def _holds_none(text: str, words: set[str], which: EffortPaper) -> None:
    found = {
        word for word in words if re.search(rf"(?<!\w){re.escape(word)}(?:s|'s|’s)?(?!\w)", text)
    }
    assert not found, (which, found)


def test_a_day_later_nothing_is_different(world):
    """Also of a place that has ended: what was theirs stays theirs."""
    hanne = world.session("hanne")
    every = families(["Bo", "Ea", "Liv", "Åse", "Max", "Ida", "Sol", "Jens"], ["Holm", "Storm"])
    effort_id, places = lived(hanne, every, WAYS)
    gone, stays = every
    kept = _place(hanne, effort_id, gone)
    with hanne.write() as pen:
        ended = replace(kept, status=EnrolmentState.FALDET_FRA, until=TODAY - timedelta(1))
        pen.put(ended, places[gone.key])
    text = everything_in(looking.look_at_family(hanne, EffortPaper.STATUS, places[stays.key]).pdf)
    _holds_none(text, gone.names - stays.names, EffortPaper.STATUS)
