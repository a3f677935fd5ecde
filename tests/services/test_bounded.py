"""What a page asks for does not grow with the years: the causes of speed, counted instead of timed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest

from tvaerfaglig.domain.concern import Concern, NotNow, Position, PositionSet
from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
    Konsultation,
    KonsultationKind,
    KonsultationState,
)
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.people import Child
from tvaerfaglig.services import finding, recording, waiting
from tvaerfaglig.services.children import register
from tvaerfaglig.services.observations import reading as observations
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries, word_search
from tvaerfaglig.store.event_log import head, head_of

DAY = date(2026, 11, 10)


@contextmanager
def counted(session: Session) -> Iterator[list[int]]:
    """How many hundreds of steps SQLite took meanwhile."""
    steps = [0]

    def step() -> int:
        steps[0] += 1
        return 0

    conn = session.vault.db.conn
    conn.set_progress_handler(step, 100)
    try:
        yield steps
    finally:
        conn.set_progress_handler(None, 0)


def steps_of(session: Session, ask: Callable[[], object]) -> int:
    with counted(session) as steps:
        ask()
    return steps[0]


def old_ones(session: Session, count: int) -> None:
    """So many observations, ended talks, ended agreements and closed concerns of years ago; then ten days pass."""
    with session.write() as pen:
        for n in range(count):
            day = DAY - timedelta(days=400 + n)
            pen.put(
                Observation(
                    involved=(Involved(child="alma"),), day=day, text=f"Legede med nummer {n}."
                )
            )
            pen.put(
                Agreement(
                    what="Set",
                    child="alma",
                    made_on=day,
                    who=("hanne",),
                    status=AgreementState.GJORT,
                )
            )
            pen.put(Concern(child="alma", first_noticed=day, title="Søvn", closed_on=day))
            pen.put(
                Konsultation(
                    kind=KonsultationKind.NAVNGIVET,
                    status=KonsultationState.AFSLUTTET,
                    day=day,
                    child="alma",
                )
            )
    session.clock.set(session.now.replace(tzinfo=None) + timedelta(days=10))


@pytest.mark.parametrize("page", [waiting.overview, register.child_rows])
def test_a_page_of_what_waits_does_not_read_what_is_ended(session_of, page):
    """Ten times as many ended records cost Overblik and the list of children next to nothing more."""
    session = session_of("hanne")
    old_ones(session, 20)
    page(session)
    before = steps_of(session, lambda: page(session))
    old_ones(session, 200)
    page(session)
    assert steps_of(session, lambda: page(session)) <= before * 1.5 + 3


def asked_by(session: Session, ask: Callable[[], object]) -> int:
    """How many questions the vault was put."""
    asked: list[str] = []
    session.vault.db.conn.set_trace_callback(asked.append)
    ask()
    session.vault.db.conn.set_trace_callback(None)
    return sum(not one.startswith("--") for one in asked)


def new_children(session: Session, first: int, count: int) -> None:
    """Children of whom each has an open concern, a position, a decision to wait and an agreement nobody has."""
    with session.write() as pen:
        for n in range(first, first + count):
            child = pen.put(
                Child(name=f"Nr {n} Ny", dagtilbud="maelkeboetten", born=DAY, enrolled=DAY)
            )
            pen.put(Concern(child=child, first_noticed=DAY, title="Søvn", next_on=DAY))
            pen.put(PositionSet(child=child, day=DAY, position=Position.BEKYMRING))
            pen.put(NotNow(child=child, day=DAY, because="Vi venter.", seen_again_on=DAY))
            pen.put(Agreement(what="Ring", child=child, made_on=DAY, status=AgreementState.AABEN))


@pytest.mark.parametrize("page", [waiting.overview, register.child_rows])
def test_no_page_asks_once_for_each_child(session_of, page):
    """A house of many children is asked about in as many questions as one of few."""
    session = session_of("hanne")
    new_children(session, 0, 5)
    page(session)
    few = asked_by(session, lambda: page(session))
    new_children(session, 5, 1_200)
    page(session)
    assert asked_by(session, lambda: page(session)) <= few


def test_only_the_nearest_of_what_waits_is_put_into_words(session_of):
    """However many are asked for, they are the same in the same order; and how many there are is always said."""
    session = session_of("hanne")
    new_children(session, 0, 30)
    every = waiting.overview(session, most=1_000)
    assert len(every.waiting) == every.many > waiting.MOST
    few = waiting.overview(session, most=7)
    assert few.many == every.many
    assert few.waiting == every.waiting[:7]
    assert len(waiting.overview(session).waiting) == waiting.MOST


def test_many_children_are_found_as_few_are(session_of):
    """Whom a record is about is looked up in another way where they are many; what is found is the same."""
    session = session_of("hanne")
    old_ones(session, 3)
    about_two = Observation(
        involved=(Involved(child="alma"), Involved(child="villum")), day=DAY, text="De legede."
    )
    with session.write() as pen:
        both = pen.put(about_two)
    others = [f"nr-{n}" for n in range(2_000)]
    for who in (["alma"], ["villum"], ["alma", "villum"], ["nr-1"]):
        few = queries.of_children(session.vault, Observation, who)
        many = queries.of_children(session.vault, Observation, [*who, *others])
        assert many == few
        brief = queries.brief_of_children(session.vault, Observation, [*who, *others])
        assert [(one.id, one.record, one.written_by) for one in brief] == [
            (one.id, one.record, one.written_by) for one in few
        ]
    assert both in [
        one.id for one in queries.of_children(session.vault, Observation, [*others, "villum"])
    ]


def test_search_looks_up_no_more_than_it_considers(session_of):
    """A word that stands everywhere is not put in order everywhere."""
    session = session_of("hanne")
    old_ones(session, 300)
    finding.find(session, "legede")
    few = steps_of(session, lambda: finding.find(session, "legede"))
    old_ones(session, 1_200)
    finding.find(session, "legede")
    assert steps_of(session, lambda: finding.find(session, "legede")) <= few * 2


def test_the_search_asks_for_a_record_by_its_own_index(session_of):
    """Whom it is about stands in the record's own row: no second look-up, and none a child that the asker may see."""
    session = session_of("hanne")
    asked: list[str] = []
    session.vault.db.conn.set_trace_callback(asked.append)
    finding.find(session, "legede")
    session.vault.db.conn.set_trace_callback(None)
    query = next(one for one in asked if "MATCH" in one and not one.startswith("--"))
    plan = [row[3] for row in session.vault.db.conn.execute(f"EXPLAIN QUERY PLAN {query}")]
    looked_up = [line for line in plan if line.startswith("SEARCH")]
    assert looked_up
    assert all(line.startswith("SEARCH c USING INTEGER PRIMARY KEY") for line in looked_up)


def test_places_used_look_at_the_latest_only(session_of):
    """The choices of a form are drawn from the end of the table, however long it is."""
    session = session_of("hanne")
    old_ones(session, 5)
    plan = session.vault.db.conn.execute(f"EXPLAIN QUERY PLAN {word_search._LATELY}").fetchall()
    assert plan[0][3] == "SEARCH current USING INTEGER PRIMARY KEY (rowid>?)"
    assert observations.who_to_choose(session).children


def test_a_save_takes_few_statements(session_of):
    """One transaction, and a number of statements that somebody has to decide to raise."""
    session = session_of("hanne")
    asked: list[str] = []
    written = Observation(involved=(Involved(child="alma"),), day=DAY, text="Satte sig i sofaen.")
    recording.save(session, written)
    session.vault.db.conn.set_trace_callback(asked.append)
    recording.save(session, written)
    session.vault.db.conn.set_trace_callback(None)
    ours = {one for one in asked if not one.startswith("--")}
    assert len(ours) <= 20
    assert sum(one.startswith("BEGIN") for one in asked) == 1
    assert sum(one.startswith("COMMIT") for one in asked) == 1


def test_children_are_read_once_until_something_is_written(session_of):
    """The same answer costs one look at the log; a child written meanwhile is in the next one."""
    session = session_of("hanne")
    first = session.children()
    assert steps_of(session, session.children) == 0
    with session.write() as pen:
        pen.put(Child(name="Nora Ny", dagtilbud="maelkeboetten", born=DAY), "nora")
        assert "nora" in session.children()
    assert set(session.children()) == {*first, "nora"}


def test_what_was_taken_back_is_not_remembered(session_of):
    """An answer inside a transaction that is undone is asked for anew."""
    session = session_of("hanne")
    first = set(session.children())
    with pytest.raises(RuntimeError), session.write() as pen:
        pen.put(Child(name="Nora Ny", dagtilbud="maelkeboetten", born=DAY), "nora")
        assert "nora" in session.children()
        assert steps_of(session, session.children) == 0
        raise RuntimeError
    assert set(session.children()) == first


def test_an_act_inside_another_that_fails_leaves_the_outer_as_it_is(session_of):
    """Nothing of the outer one is taken back then, and what is read in it is what it has written so far."""
    session = session_of("hanne")
    with session.write() as pen:
        pen.put(Child(name="Nora Ny", dagtilbud="maelkeboetten", born=DAY), "nora")
        with pytest.raises(RuntimeError), session.write() as inner:
            inner.put(Child(name="Nanna Ny", dagtilbud="maelkeboetten", born=DAY), "nanna")
            raise RuntimeError
        assert {"nora", "nanna"} <= set(session.children())
    assert {"nora", "nanna"} <= set(session.children())


def test_the_answer_handed_out_is_ones_own(session_of):
    """Whoever changes it changes nobody else's."""
    session = session_of("hanne")
    session.children().clear()
    assert session.children()


def test_the_head_is_of_the_end_of_every_stream(session_of):
    """From end to end by the index it says what a walk over all events says, at every length."""
    session = session_of("hanne")
    old_ones(session, 3)
    db = session.vault.db
    total = session.vault.log.count()
    for upto in (0, 1, 2, total // 2, total - 1, total, total + 5):
        rows = db.conn.execute(
            "SELECT device, case_id, max(seq), hash FROM "
            "(SELECT * FROM event ORDER BY place LIMIT ?) GROUP BY device, case_id",
            (upto,),
        )
        slow = head_of([(row[0], row[1], row[2], bytes(row[3])) for row in rows])
        assert head(db, upto) == slow


def test_a_rebuild_says_how_far_it_is(session_of):
    """From nothing to all, and the tables are what they were."""
    session = session_of("hanne")
    old_ones(session, 200)
    said: list[tuple[int, int]] = []
    assert session.vault.rebuild(lambda done, total: said.append((done, total)))
    total = session.vault.log.count()
    assert said[0] == (0, total)
    assert said[-1] == (total, total)
    assert len(said) > 2
    assert finding.find(session, "legede").records
    assert session.vault.examine().sound
