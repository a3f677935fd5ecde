"""Who may see and do what: the whole table walked through, and the promises that hold for every role."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from tvaerfaglig.domain.emergency import Emergency
from tvaerfaglig.domain.people import Child, Dagtilbud, Role, Staff
from tvaerfaglig.domain.protection import Basis, Sharing
from tvaerfaglig.domain.roles import Action, Tie, may, ties_to, ties_to_house

DAY = date(2026, 11, 12)
HOUSE, NARROW = Dagtilbud(name="Mælkebøtten"), Dagtilbud(name="Mælkebøtten", own_stue_only=True)
HERS = Child(name="Alma", dagtilbud="hus", stue="solsikken")
OTHER_STUE = Child(name="Emil", dagtilbud="hus", stue="kloeveren")
OTHER_HOUSE = Child(name="Ida", dagtilbud="andet", stue="solen")
WITH_JONAS = Child(name="Villads", dagtilbud="dagplejen", dagplejer="jonas")
GUEST = Child(name="Nora", dagtilbud="dagplejen", dagplejer="birthe", guests_with=("jonas",))
NOT_HIS = Child(name="Otto", dagtilbud="dagplejen", dagplejer="birthe")
VISITORS = (Role.SOCIALRAADGIVER, Role.SUNDHEDSPLEJERSKE, Role.PSYKOLOG)
LEADERS = (Role.LEDER, Role.SOUSCHEF)
TO_A_CHILD = set(Action) - {Action.ADMINISTER}


def person(role, **more):
    return Staff(name="Nogen", role=role, houses=("hus", "dagplejen"), stuer=("solsikken",), **more)


def sees(role, child, house=HOUSE, sharings=(), who="jonas", **more):
    actor = person(role, **more)
    return may(actor, Action.SEE, ties_to(who, actor, child, house, sharings, DAY))


def shared(**more):
    facts = {"child": "alma", "staff": "jonas", "basis": Basis.SAMTYKKE, "from_day": DAY, **more}
    return (Sharing(**facts),)


@pytest.mark.parametrize(
    ("role", "child", "house", "expected"),
    [
        (Role.PAEDAGOG, HERS, HOUSE, True),
        (Role.PAEDAGOG, OTHER_STUE, HOUSE, True),
        (Role.PAEDAGOG, OTHER_HOUSE, HOUSE, False),
        (Role.PAEDAGOG, HERS, NARROW, True),
        (Role.PAEDAGOG, OTHER_STUE, NARROW, False),
        (Role.MEDHJAELPER, OTHER_STUE, HOUSE, True),
        (Role.MEDHJAELPER, OTHER_STUE, NARROW, False),
        (Role.LEDER, OTHER_STUE, NARROW, True),
        (Role.SOUSCHEF, OTHER_STUE, NARROW, True),
        (Role.LEDER, OTHER_HOUSE, HOUSE, False),
        (Role.DAGPLEJER, WITH_JONAS, HOUSE, True),
        (Role.DAGPLEJER, GUEST, HOUSE, True),
        (Role.DAGPLEJER, NOT_HIS, HOUSE, False),
        (Role.DAGPLEJER, HERS, HOUSE, False),
        (Role.PAEDAGOG, HERS, None, True),
        *(
            (role, child, HOUSE, False)
            for role in VISITORS
            for child in (HERS, OTHER_STUE, WITH_JONAS)
        ),
    ],
)
def test_who_sees_which_child(role, child, house, expected):
    """The house, its stuer, the dagplejer's own and guests; visitors nobody until it is shared."""
    assert sees(role, child, house) is expected


def test_a_dagplejepaedagog_sees_the_children_of_her_dagplejere():
    """And no others in the dagpleje."""
    assert sees(Role.DAGPLEJEPAEDAGOG, WITH_JONAS, who="lone", oversees=("jonas",))
    assert not sees(Role.DAGPLEJEPAEDAGOG, NOT_HIS, who="lone", oversees=("jonas",))
    assert not sees(Role.DAGPLEJEPAEDAGOG, HERS, who="lone", oversees=("jonas",))


@pytest.mark.parametrize("role", VISITORS)
def test_sharing_opens_and_withdrawing_closes(role):
    """From its first day to its last, for the one it names, and not an hour after it is withdrawn."""
    assert sees(role, HERS, sharings=shared())
    assert sees(role, HERS, sharings=shared(until=DAY))
    assert not sees(role, HERS, sharings=shared(from_day=date(2026, 11, 13)))
    assert not sees(role, HERS, sharings=shared(until=date(2026, 11, 11)))
    assert not sees(role, HERS, sharings=shared(withdrawn_on=DAY))
    assert not sees(role, HERS, sharings=shared(staff="line"))


def every_bond():
    """Every way that a person can be bound to a child, for each role."""
    for role in Role:
        for child, house in itertools.product(
            (HERS, OTHER_STUE, OTHER_HOUSE, WITH_JONAS, GUEST, NOT_HIS), (HOUSE, NARROW)
        ):
            for sharings in ((), shared()):
                actor = person(role, oversees=("birthe",))
                yield actor, ties_to("jonas", actor, child, house, sharings, DAY)


def test_nobody_who_sees_a_child_is_kept_from_an_underretning():
    """The duty is personal: no role, no house and no setting stands between."""
    for actor, ties in every_bond():
        if may(actor, Action.SEE, ties):
            for action in (
                Action.UNDERRET,
                Action.WRITE,
                Action.GUARD,
                Action.PRINT,
                Action.CONSULT,
                Action.COMMENT,
            ):
                assert may(actor, action, ties), (actor.role, action, ties)


def test_nobody_does_anything_to_a_child_she_may_not_see():
    """No action is open where seeing is not."""
    for actor, ties in every_bond():
        if not may(actor, Action.SEE, ties):
            open_to_her = {action for action in Action if may(actor, action, ties)}
            assert open_to_her <= {Action.BREAK_GLASS}


@pytest.mark.parametrize("role", Role)
def test_what_nearness_gives(role):
    """The way in need, for those who work in the house and its socialrådgiver; and nothing else."""
    allowed = {action for action in Action if may(person(role), action, {Tie.NEAR})}
    no_need = {*LEADERS, Role.SUNDHEDSPLEJERSKE, Role.PSYKOLOG}
    assert allowed == (set() if role in no_need else {Action.BREAK_GLASS})


@pytest.mark.parametrize("role", Role)
def test_what_need_gives(role):
    """What a sharing gives, for its time; never to share on, read the log or change her facts."""
    in_need = {action for action in Action if may(person(role), action, {Tie.IN_NEED})}
    assert in_need == {action for action in Action if may(person(role), action, {Tie.SHARED})}


@pytest.mark.parametrize("role", Role)
def test_need_is_only_near(role):
    """A child of another house is never near; one of one's own always is, seen or not."""
    actor = person(role)
    for child, near in ((HERS, True), (OTHER_STUE, True), (OTHER_HOUSE, False), (NOT_HIS, True)):
        for house in (HOUSE, NARROW):
            ties = ties_to("jonas", actor, child, house, (), DAY)
            assert (Tie.NEAR in ties) is near
            assert Tie.IN_NEED not in ties


def test_need_ends():
    """On its days, for the one it names."""
    opened = Emergency(child="alma", staff="jonas", reason="x", at="2026-11-12T08:00", until=DAY)
    actor = person(Role.PAEDAGOG)
    for who, day, expected in (
        ("jonas", DAY, True),
        ("jonas", date(2026, 11, 13), False),
        ("jonas", date(2026, 11, 11), False),
        ("line", DAY, False),
    ):
        ties = ties_to(who, actor, OTHER_STUE, NARROW, (), day, [opened])
        assert (Tie.IN_NEED in ties) is expected
        assert may(actor, Action.SEE, ties) is expected


HOME_ONLY = {Action.EDIT_CHILD, Action.SHARE}
LEADING = {Action.SEE_LOG, Action.SUMMARISE, Action.ENROL, Action.ADMINISTER}


@pytest.mark.parametrize("role", Role)
def test_what_each_role_may_do_with_a_child_of_the_house(role):
    """The table of decisions: the house's own, and what only a leader does."""
    actor = person(role)
    allowed = {action for action in Action if may(actor, action, {Tie.HOUSE})}
    assert {Action.SEE, Action.WRITE, Action.UNDERRET, Action.GUARD} <= allowed
    assert (allowed >= HOME_ONLY) is (role not in VISITORS)
    if role in LEADERS:
        assert allowed >= LEADING | {Action.CORRECT}
    elif role is Role.DAGPLEJEPAEDAGOG:
        assert allowed & LEADING == {Action.ENROL, Action.SUMMARISE}
    else:
        assert not allowed & (LEADING | {Action.CORRECT})


@pytest.mark.parametrize("role", Role)
def test_what_a_sharing_gives(role):
    """To see, write and finish an underretning; never to share on, to read the log or to change her facts."""
    allowed = {action for action in Action if may(person(role), action, {Tie.SHARED})}
    assert {Action.SEE, Action.WRITE, Action.UNDERRET, Action.CONSULT, Action.PRINT} <= allowed
    assert not allowed & {
        Action.SHARE,
        Action.EDIT_CHILD,
        Action.ADMINISTER,
        Action.SEE_LOG,
        Action.CORRECT,
    }


@pytest.mark.parametrize("role", Role)
def test_everyone_corrects_her_own(role):
    """And nobody but a leader another's."""
    assert may(person(role), Action.CORRECT, {Tie.WRITER})


@pytest.mark.parametrize("role", Role)
def test_at_the_table_one_sees_the_konsultation_and_no_more(role):
    """Having been present opens the note, not the child."""
    actor = person(role)
    for tie in (Tie.PRESENT, Tie.WRITER):
        assert may(actor, Action.SEE, {tie})
        assert may(actor, Action.CONSULT, {tie})
        assert not may(actor, Action.UNDERRET, {tie})
        assert not may(actor, Action.SHARE, {tie})


def test_who_has_left_may_nothing():
    """Whatever she was bound to."""
    for role in Role:
        gone = person(role, active=False)
        assert not [action for action in Action if may(gone, action, set(Tie))]


def test_a_bond_to_a_house_is_working_there():
    """Enrolling and administering ask for the house."""
    assert ties_to_house(person(Role.LEDER), "hus") == {Tie.HOUSE}
    assert ties_to_house(person(Role.LEDER), "andet") == frozenset()
