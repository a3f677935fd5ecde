"""What figures are counted from is caught up with the log: the same as made anew, after whatever was written and erased."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.services.efforts import group
from tvaerfaglig.domain.acts import Erased
from tvaerfaglig.domain.concern import Concern, Position, PositionSet
from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.efforts.records import Enrolment, EnrolmentState, Presence, Stand, There
from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
    Konsultation,
    KonsultationKind,
    KonsultationState,
)
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.underretning import Row, Section, Stage, Step, Underretning
from tvaerfaglig.domain.visiting.visit import Visit, VisitState
from tvaerfaglig.services.errors import NotAllowed
from tvaerfaglig.services.figures import catching_up
from tvaerfaglig.services.figures.facts import facts
from tvaerfaglig.services.vault import keeping
from tvaerfaglig.store import counted, past

HOUSE, START = "maelkeboetten", date(2026, 1, 5)
CHILDREN = ("alma", "bertil", "carla")


def _rows(session):
    catching_up.pieces(session)
    return counted.rows(session.vault)


def _from_scratch(session):
    with session.write():
        counted.forget_all(session.vault.db)
    return _rows(session)


class Sequence:
    """Acts by chance: new records, new versions, erased ones, whole children."""

    def __init__(self, session, seed):
        self.session, self.chance = session, random.Random(seed)
        self.effort = group.begun(session)
        self.written = []

    def day(self):
        return START + timedelta(self.chance.randrange(300))

    def act(self):
        roll = self.chance.random()
        if roll < 0.55 or not self.written:
            self.write()
        elif roll < 0.8:
            self.write_anew()
        elif roll < 0.95:
            self.erase([self.chance.choice(self.written)])
        else:
            self.erase_child(self.chance.choice(CHILDREN[1:]))

    def write(self):
        made = self.chance.choice(self.kinds())(self.chance.choice(CHILDREN), self.day())
        with self.session.write() as pen:
            self.written.append(pen.put(made))

    def kinds(self):
        return (
            lambda child, day: Concern(child=child, first_noticed=day, title="Søvn"),
            lambda child, day: ParentContact(child=child, day=day),
            lambda child, day: PositionSet(
                child=child, day=day, position=Position.BEKYMRING, level=4, scale="nul_til_ti"
            ),
            lambda child, day: Agreement(what="Ring", child=child, made_on=day, due=day),
            lambda _, day: Agreement(what="Ring", made_on=day, due=day),
            lambda child, day: Konsultation(
                kind=self.chance.choice((KonsultationKind.NAVNGIVET, KonsultationKind.ANONYM)),
                child=child, dagtilbud=HOUSE, day=day, status=KonsultationState.AFSLUTTET,
            ),
            lambda _, day: Visit(staff="karen", house=HOUSE, day=day, status=VisitState.HOLDT),
            lambda child, day: Underretning(child=child, begun=day, writers=("mette",)),
            lambda child, day: Step(
                underretning=self.of(Underretning), child=child, stage=Stage.AFSENDT, day=day
            ),
            lambda child, day: Observation(
                involved=(Involved(child=child), Involved(child="alma")), day=day, text="Sov.",
                categories=("krop.soevn",),
            ),
            lambda child, _: Section(
                underretning=self.of(Underretning), child=child, section="observationer",
                rows=(Row(number=1, observation="", version=self.of(Observation), day=START),),
            ),
            lambda child, day: Enrolment(effort=self.effort, child=child, asked_on=day),
            lambda child, day: Presence(
                effort=self.effort, session="", enrolment=self.of(Enrolment), child=child, day=day,
                there=(There(person="barnet", called="barnet", stand=Stand.TIL_STEDE),),
            ),
        )  # fmt: skip

    def of(self, kind):
        """Some record of the kind, or none."""
        found = [one for one, _ in self.standing() if isinstance(_, kind)]
        return self.chance.choice(found) if found else ""

    def standing(self):
        return [
            (one, said.record) for one, said in past.written_in(self.session.vault, self.written)
        ]

    def write_anew(self):
        record, said = self.chance.choice(self.standing())
        changes = {
            Concern: {"closed_on": self.day()},
            Agreement: {"status": AgreementState.GJORT, "done_on": self.day()},
            Konsultation: {"kind": KonsultationKind.NAVNGIVET, "child": "bertil"},
            Visit: {"status": VisitState.AFLYST},
            Enrolment: {"status": EnrolmentState.MED, "from_day": self.day()},
        }.get(type(said))
        with self.session.write() as pen:
            if changes:
                pen.put(replace(said, **changes), record)
            else:
                card = self.session.children().get("bertil")
                if card is not None:
                    pen.put(replace(card.record, dagtilbud="dagplejen"), "bertil")

    def erase(self, records, child=""):
        versions = [one[0] for record in records for one in self.session.vault.versions_of(record)]
        with self.session.write() as pen:
            pen.erase(Erased(events=tuple(versions), ground="forkert_barn", child=child))
        self.written = [one for one in self.written if one not in records]

    def erase_child(self, child):
        of_hers = [one for one, said in self.standing() if said and child in said.about()]
        self.erase([*dict.fromkeys(of_hers), child], child)


@pytest.mark.parametrize("seed", range(6))
def test_caught_up_is_as_made_anew(world, seed):
    """After every few acts of forty, and in whatever order they came."""
    hanne = world.session("hanne")
    with hanne.write() as pen:
        pen.put(Child(name="Carla Vind", born=date(2023, 5, 5), dagtilbud=HOUSE), "carla")
    acts = Sequence(hanne, seed)
    for nr in range(40):
        acts.act()
        if acts.chance.random() < 0.25 or nr == 39:
            told = _rows(hanne)
            assert told == _from_scratch(hanne)


def test_what_is_erased_leaves_at_once(world):
    """Before anybody looks at figures again nothing of an erased child lies there, not her id either."""
    hanne = world.session("hanne")
    assert "alma" in _rows(hanne)
    Sequence(hanne, 1).erase(["alma"], "alma")
    assert "alma" not in counted.rows(hanne.vault)
    assert "alma" not in _rows(hanne)


def test_only_what_was_touched_is_gone_through_again(world):
    """A talk with one child's parents is that child's alone; looking at figures touches nobody."""
    hanne = world.session("hanne")
    _rows(hanne)
    assert catching_up.behind(hanne).units == ()
    with hanne.write() as pen:
        pen.put(ParentContact(child="alma", day=START))
    assert catching_up.behind(hanne).units == ("alma",)


def test_it_goes_on_where_it_stopped(world, monkeypatch):
    """Slice by slice, with writing in between, it comes to the same."""
    monkeypatch.setattr(catching_up, "_TOGETHER", 1)
    hanne = world.session("hanne")
    left = catching_up.go_on(hanne, catching_up.behind(hanne), 0)
    assert left.units
    assert left.done == 1
    with hanne.write() as pen:
        pen.put(ParentContact(child="alma", day=START))
    again = catching_up.behind(hanne)
    assert len(again.units) < left.all + 1
    while again.units:
        again = catching_up.go_on(hanne, again, 0)
    assert counted.rows(hanne.vault) == _from_scratch(hanne)


def test_making_the_tables_anew_begins_this_one_anew(world):
    """Whoever has the tables made anew has figures made anew, too."""
    hanne = world.session("hanne")
    before = _rows(hanne)
    opened, clock, state = hanne.opened, hanne.clock, hanne.state
    world.close()
    keeping.rebuild(world.folder, opened, clock, state)
    assert _rows(world.session("hanne")) == before


def test_where_nothing_can_be_written_it_is_made_and_not_kept(world):
    """What was written since the table was made is counted all the same."""
    hanne = world.session("hanne")
    _rows(hanne)
    with hanne.write() as pen:
        pen.put(ParentContact(child="alma", day=START))
    before = counted.rows(hanne.vault)
    hanne.vault.only_reads = True
    assert len(facts(hanne).happened) == 1
    assert counted.rows(hanne.vault) == before


def test_only_who_may_see_figures_has_them_gone_through(world):
    """It names children by their ids, so it is not for everybody."""
    mette = world.session("mette")
    with pytest.raises(NotAllowed):
        catching_up.behind(mette)
    with pytest.raises(NotAllowed):
        catching_up.go_on(mette, catching_up.Behind((), 0, 0))


@pytest.mark.parametrize("worn", ["{", "null", "[]", "\x00", '{"children":7}'])
def test_a_row_that_cannot_be_read_is_made_again(world, worn):
    """It is only a note of what the log says: Tal opens as before, and is not shut for good by it."""
    hanne = world.session("hanne")
    group.let_in(hanne, group.begun(hanne), "alma")
    before, rows = facts(hanne), _rows(hanne)
    with hanne.write():
        hanne.vault.db.conn.execute("UPDATE counted SET data=?", (worn,))
    hanne = world.session("hanne")
    assert facts(hanne) == before
    assert counted.rows(hanne.vault) == rows
