"""Keeping, withdrawing and undoing a consent, and what goes with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tvaerfaglig.domain.konsultation import (
    Agreement,
    Konsultation,
    KonsultationKind,
    KonsultationState,
)
from tvaerfaglig.domain.people import Role
from tvaerfaglig.domain.protection import Against, Basis, Receiver, Samtykke, Sharing
from tvaerfaglig.services import drafts, recording
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.consent import acts, form_paper, house, receipt, register
from tvaerfaglig.services.consent.rests import AsksNewBasis
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.konsultation import page as konsultation_page
from tvaerfaglig.services.konsultation import saving as konsultation_saving
from tvaerfaglig.services.konsultation.sitting import Sitting
from tvaerfaglig.services.library import load
from tvaerfaglig.services.waiting import gathering
from tvaerfaglig.store import queries

TODAY = date(2026, 11, 12)
CONSENT = Samtykke(
    child="alma",
    given_by="alma-mor",
    given_on=TODAY,
    scope="Morgener",
    named=(Receiver(name="Karen Lund", staff="karen"),),
    until=date(2027, 11, 12),
)


def shared_on(session, samtykke, **more):
    return protecting.share_child(
        session, "alma", "karen", Basis.SAMTYKKE, samtykke=samtykke, **more
    ).id


def planned_on(session, samtykke):
    note = Konsultation(
        kind=KonsultationKind.NAVNGIVET,
        child="alma",
        day=date(2026, 11, 20),
        basis=Basis.SAMTYKKE.value,
        basis_text="Mor, i dag.",
        samtykke=samtykke,
    )
    return konsultationer.plan(session, note).id


def test_withdrawn_consent_takes_along_what_rested_on_it_alone(world):
    """A sharing that names no consent goes too; one on another basis, or on another consent, stands."""
    mette, karen, line = world.session("mette"), world.session("karen"), world.session("line")
    first, second = acts.save(mette, CONSENT).id, acts.save(mette, CONSENT).id
    shared_on(mette, first)
    protecting.share_child(mette, "alma", "line", Basis.UNDERRETNINGSPLIGT)
    kept = shared_on(mette, second)
    done = acts.withdraw(mette, first, "alma-mor")
    assert list(karen.children()) == ["alma"]
    assert done.closed == ("Karen Lund",)
    protecting.withdraw_sharing(mette, kept)
    assert karen.children() == {}
    assert list(line.children()) == ["alma"]
    assert done.changes.touch("samtykke", child="alma")
    assert done.changes.touch("deling", child="alma")
    after = queries.one(mette.vault, Samtykke, first).record
    assert (after.withdrawn_on, after.withdrawn_by) == (TODAY, "alma-mor")


def test_an_older_sharing_that_names_no_consent_closes_with_any(world):
    """It cannot be known on which it rests, and the family's no weighs more."""
    mette, karen = world.session("mette"), world.session("karen")
    consent = acts.save(mette, CONSENT).id
    protecting.share_child(mette, "alma", "karen", Basis.SAMTYKKE)
    acts.withdraw(mette, consent)
    assert karen.children() == {}


def test_a_consent_says_who_gave_it(world):
    """And a correction of it is a version of the same."""
    mette = world.session("mette")
    with pytest.raises(Unclear, match="hvem der har givet"):
        acts.save(mette, replace(CONSENT, given_by=""))
    with pytest.raises(Unclear, match="udløber, før"):
        acts.save(mette, replace(CONSENT, until=date(2026, 11, 1)))
    drafts.keep(mette, "s", "samtykke", "{}")
    saved = acts.save(mette, CONSENT, draft="s")
    acts.save(mette, replace(CONSENT, purpose="Fælles plan"), saved.id)
    assert queries.one(mette.vault, Samtykke, saved.id).versions == 2
    assert drafts.mine(mette) == []


def test_what_is_gone_or_withdrawn_cannot_be_withdrawn(world):
    """The first time is the one that counts."""
    mette = world.session("mette")
    with pytest.raises(NotFound, match="findes ikke længere"):
        acts.withdraw(mette, "ingen")
    consent = acts.save(mette, CONSENT).id
    acts.withdraw(mette, consent)
    world.clock.forward(days=1)
    with pytest.raises(Unclear, match=r"12\. november 2026"):
        acts.withdraw(mette, consent)


def test_a_sharing_rests_only_on_what_holds_and_lasts_no_longer(world):
    """Withdrawn, expired and another child's consent carry nothing; the last day is the consent's own."""
    mette = world.session("mette")
    consent = acts.save(mette, CONSENT).id
    with pytest.raises(Unclear, match="kan ikke vare længere"):
        shared_on(mette, consent, until=date(2028, 1, 1))
    shared = shared_on(mette, consent)
    assert queries.one(mette.vault, Sharing, shared).record.until == date(2027, 11, 12)
    with pytest.raises(Unclear, match="Hvilket samtykke"):
        protecting.share_child(mette, "bertil", "karen", Basis.SAMTYKKE, samtykke=consent)
    acts.withdraw(mette, consent)
    with pytest.raises(Unclear, match="er trukket tilbage"):
        shared_on(mette, consent)
    old = acts.save(mette, replace(CONSENT, given_on=date(2025, 1, 1), until=date(2026, 1, 1))).id
    with pytest.raises(Unclear, match="udløb"):
        shared_on(mette, old)


def test_shortening_a_consent_shortens_what_rests_on_it(world):
    """A correction of the last day reaches the sharing in the same act."""
    mette, karen = world.session("mette"), world.session("karen")
    consent = acts.save(mette, CONSENT).id
    shared_on(mette, consent)
    acts.save(mette, replace(CONSENT, until=date(2026, 11, 13)), consent)
    world.clock.forward(days=2)
    assert karen.children() == {}


def test_a_withdrawal_is_undone_the_same_day_as_a_new_consent(world):
    """The withdrawn one stands as withdrawn; what closed with it opens on the new one."""
    mette, karen = world.session("mette"), world.session("karen")
    consent = acts.save(mette, CONSENT).id
    shared_on(mette, consent)
    talk = planned_on(mette, consent)
    acts.withdraw(mette, consent)
    again = acts.undo_withdrawal(mette, consent).id
    assert again != consent
    assert queries.one(mette.vault, Samtykke, consent).record.withdrawn_on == TODAY
    assert queries.one(mette.vault, Samtykke, again).record.again == consent
    assert list(karen.children()) == ["alma"]
    assert queries.one(mette.vault, Konsultation, talk).record.samtykke == again
    with pytest.raises(Unclear, match="allerede et nyt"):
        acts.undo_withdrawal(mette, consent)


def test_no_road_back_opens_what_the_family_closed(world):
    """Not the next day, not by taking the act back, not by correcting, not by taking back the closing."""
    mette, karen = world.session("mette"), world.session("karen")
    consent = acts.save(mette, CONSENT).id
    shared = shared_on(mette, consent)
    with pytest.raises(NotAllowed, match="Træk det tilbage i stedet"):
        recording.take_back(mette, consent)
    acts.withdraw(mette, consent)
    for act in (
        lambda: recording.take_back(mette, consent),
        lambda: recording.take_back(mette, shared),
        lambda: acts.save(mette, CONSENT, consent),
    ):
        with pytest.raises(NotAllowed):
            act()
    world.clock.forward(days=1)
    with pytest.raises(Unclear, match="skriv et nyt samtykke"):
        acts.undo_withdrawal(mette, consent)
    assert karen.children() == {}


def test_a_planned_talk_asks_for_a_new_basis_before_more_is_written(world):
    """It is refused in words that say what to do; with another basis it goes on; cancelling is always free."""
    mette = world.session("mette")
    consent = acts.save(mette, CONSENT).id
    talk, other = planned_on(mette, consent), planned_on(mette, consent)
    assert acts.withdraw(mette, consent).talks == 2
    note = konsultation_page.open_konsultation(mette, talk).note
    with pytest.raises(AsksNewBasis, match="Vælg et nyt grundlag"):
        konsultationer.save(mette, replace(note, question="Mere"), talk)
    fresh = replace(note, basis=Basis.TIDLIGT_SAMARBEJDE.value, basis_text="", samtykke="")
    konsultationer.save(mette, fresh, talk)
    konsultationer.cancel(mette, other, "Familien siger nej.")


def test_a_finished_note_is_put_right_and_does_not_grow(world):
    """What was said while the yes held must be true; a new agreement or meeting rests on something of its own."""
    mette = world.session("mette")
    consent = acts.save(mette, CONSENT).id
    talk = planned_on(mette, consent)
    konsultation_saving.finish(mette, talk)
    assert konsultation_page.open_konsultation(mette, talk).only_right == ""
    acts.withdraw(mette, consent)
    page = konsultation_page.open_konsultation(mette, talk)
    assert "Du kan rette det, der står" in page.only_right
    mended = replace(page.note, shared_understanding="Alma sover for lidt.")
    sitting = Sitting(note=mended, changed=("shared_understanding",))
    konsultation_saving.save_sitting(mette, talk, sitting)
    new = Agreement(what="Madkasse klar", child=CONSENT.child, made_on=mette.today)
    later = replace(mended, follow_up_on=mette.today + timedelta(7))
    for grown in (
        Sitting(note=mended, agreements={"ny": new}),
        Sitting(note=later, changed=("follow_up_on",)),
    ):
        with pytest.raises(Unclear, match="deres eget grundlag"):
            konsultation_saving.save_sitting(mette, talk, grown)
    assert konsultation_page.open_konsultation(mette, talk).note.shared_understanding


def test_a_talk_that_asks_for_a_new_basis_waits_in_overblik(world):
    """For those at its table and for the leader, until it rests on something again."""
    mette, hanne, yusuf = (world.session(one) for one in ("mette", "hanne", "yusuf"))
    consent = acts.save(mette, CONSENT).id
    talk = planned_on(mette, consent)

    def asked(session):
        every = gathering.overview(session).waiting
        return [one.argument for one in every if "nyt grundlag" in one.what]

    assert asked(mette) == []
    acts.withdraw(mette, consent)
    assert (asked(mette), asked(hanne), asked(yusuf)) == ([talk], [talk], [])
    note = konsultation_page.open_konsultation(mette, talk).note
    konsultationer.save(
        mette, replace(note, basis=Basis.TIDLIGT_SAMARBEJDE.value, samtykke=""), talk
    )
    assert asked(mette) == []


def test_what_was_said_while_it_held_is_written_down_after_it_ran_out(world):
    """An expiry between the meeting and the note asks nothing; a held meeting is not undone."""
    mette = world.session("mette")
    short = acts.save(mette, replace(CONSENT, until=TODAY)).id
    note = Konsultation(
        kind=KonsultationKind.NAVNGIVET, child="alma", day=TODAY, basis=Basis.SAMTYKKE.value,
        basis_text="Mor.", samtykke=short, status=KonsultationState.I_GANG,
    )  # fmt: skip
    talk = konsultationer.plan(mette, note).id
    world.clock.forward(days=1)
    konsultationer.save(mette, replace(note, question="Hvad sagde vi?"), talk)


def test_the_register_says_what_each_consent_opens(world):
    """Standing first, then those that opened something once; each with one line."""
    mette = world.session("mette")
    consent = acts.save(mette, CONSENT).id
    shared_on(mette, consent)
    planned_on(mette, consent)
    old = replace(CONSENT, given_on=date(2025, 1, 1), until=date(2026, 1, 1), given_by="Mormor")
    acts.save(mette, old)
    first, second = register.of_child(mette, "alma").entries
    assert first.opens == "Karen Lund kan se Alma og én konsultation hviler på det."
    assert (first.whom, first.standing.word) == ("Karen Lund", "Gælder")
    assert (second.who, second.opens) == ("Mormor", "Giver ikke længere adgang til noget.")
    acts.withdraw(mette, consent)
    withdrawn = register.of_child(mette, "alma").entries[-1]
    assert withdrawn.opens.endswith("Én konsultation mangler et nyt grundlag.")
    assert withdrawn.may_be_undone


@pytest.mark.parametrize("against", [Against.FORAELDER, Against.UKENDT])
def test_in_the_overgreb_branch_there_is_no_consent_at_all(world, against):
    """Nothing to read, nothing to ask, nothing to share on, and nothing comes back by an undo."""
    mette = world.session("mette")
    consent, slipped = acts.save(mette, CONSENT).id, acts.save(mette, CONSENT).id
    acts.withdraw(mette, slipped)
    protecting.set_guard(mette, "alma", against)
    assert register.of_child(mette, "alma").entries == ()
    for act in (
        lambda: acts.save(mette, CONSENT),
        lambda: acts.undo_withdrawal(mette, slipped),
        lambda: shared_on(mette, consent),
    ):
        with pytest.raises(Unclear, match=r"[Vv]ærnet er sat"):
            act()


def test_the_house_chooses_how_long_a_consent_holds(world):
    """Twelve months until the leader chooses otherwise; nobody else does, and there is a limit."""
    form = load().consent
    mette, hanne = world.session("mette"), world.session("hanne")
    assert house.validity(mette, form).until(TODAY) == date(2027, 11, 12)
    assert not house.validity(mette, form).own
    with pytest.raises(NotAllowed):
        house.set_validity(mette, 6)
    with pytest.raises(Unclear, match="Vælg mellem"):
        house.set_validity(hanne, 0)
    house.set_validity(hanne, 6)
    assert house.validity(mette, form).until(TODAY) == date(2027, 5, 12)


@pytest.mark.parametrize("role", list(Role))
def test_who_may_take_withdraw_and_print_a_consent(world, role):
    """Whoever works in the child's house; whom she is shared with reads the register and no more."""
    mette, hanne = world.session("mette"), world.session("hanne")
    kept, stock = acts.save(mette, CONSENT).id, load()
    with hanne.write() as pen:
        pen.put(replace(hanne.staff()["yusuf"], role=role), "yusuf")
    yusuf = world.session("yusuf")
    at_home = role not in {Role.DAGPLEJER, Role.DAGPLEJEPAEDAGOG} and not role.visits
    if role.visits:
        protecting.share_child(mette, "alma", "yusuf", Basis.TIDLIGT_SAMARBEJDE)
    doors = (
        lambda: acts.save(yusuf, CONSENT),
        lambda: form_paper.look_at(yusuf, "alma", stock),
        lambda: acts.withdraw(yusuf, kept),
        lambda: receipt.look_at_receipt(yusuf, kept, stock),
        lambda: acts.undo_withdrawal(yusuf, kept),
    )
    opened = []
    for door in doors:
        try:
            door()
        except NotAllowed:
            opened.append(False)
        else:
            opened.append(True)
    assert opened == [at_home] * len(doors)
    if role.visits:
        assert len(register.of_child(yusuf, "alma").entries) == 1
