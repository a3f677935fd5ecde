"""Konsultationer: who may write what, what stays anonymous, and what comes of a meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from tvaerfaglig.domain.concern import Position, PositionSet
from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
    Konsultation,
    KonsultationKind,
    KonsultationState,
    Participant,
    Perspective,
    Verdict,
)
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.protection import Against, Basis, Samtykke
from tvaerfaglig.services import recording, waiting
from tvaerfaglig.services.agreements import acts as agreed
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.consent import acts as consent_acts
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.konsultation import listing
from tvaerfaglig.services.konsultation import page as konsultation_page
from tvaerfaglig.services.konsultation import paper as konsultation_paper
from tvaerfaglig.services.konsultation import planning as konsultation_planning
from tvaerfaglig.services.konsultation import saving as konsultation_saving
from tvaerfaglig.services.konsultation import sitting as konsultation_sitting
from tvaerfaglig.services.konsultation.rules import NamesSomeone
from tvaerfaglig.services.konsultation.sitting import Answer, Sitting
from tvaerfaglig.services.printing import pressing
from tvaerfaglig.store import queries

DAY = date(2026, 11, 12)
TABLE = (
    Participant(name="Karen Lund", role="socialrådgiver", staff="karen", chairs=True),
    Participant(name="Mette Sørensen", role="pædagog", staff="mette", writes=True),
    Participant(name="Line Toft", role="sundhedsplejerske", staff="line"),
)


def anonymous(**more):
    return Konsultation(
        **(
            {
                "day": DAY,
                "at": time(12, 30),
                "age_band": "4 år",
                "question": "Er det nok?",
                "participants": TABLE,
            }
            | more
        )
    )


def named(**more):
    facts = {
        "kind": KonsultationKind.NAVNGIVET,
        "child": "alma",
        "day": DAY,
        "participants": TABLE,
        "basis": Basis.SAMTYKKE.value,
        "basis_text": "Katarzyna Nowak, 6. november 2026.",
    }
    return Konsultation(**(facts | more))


def sitting(page, **changes):
    views = changes.pop("views", ())
    extra = {
        key: changes.pop(key) for key in ("agreements", "removed", "answers") if key in changes
    }
    note = replace(page.note, **changes)
    return Sitting(note=note, changed=tuple(changes), views=views, **extra)


def write(session, one, **changes):
    page = konsultation_page.open_konsultation(session, one)
    return konsultation_saving.save_sitting(session, one, sitting(page, **changes))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Alma spiste tre portioner.", "Alma"),
        ("Almas mor er træt.", "Almas"),
        ("Katarzyna kom for sent.", "Katarzyna"),
        ("Hun hedder Nowak, Katarzyna Nowak.", "Katarzyna Nowak"),
        ("Barnet er 311399-1234.", "311399-1234"),
        ("Født 3. september 2022.", "3. september 2022"),
        ("Født 3/9-22, den lille.", "3/9-22"),
    ],
)
def test_a_note_without_a_name_refuses_what_tells_who_it_is(world, words, found):
    """A known name, a parent, a CPR number or a birthday is refused, with the words; nothing is written."""
    mette = world.session("mette")
    with pytest.raises(NamesSomeone) as refusal:
        konsultationer.plan(mette, anonymous(question=words))
    assert found in refusal.value.words
    assert f"»{found}«" in str(refusal.value)
    assert listing.rows(mette) == []


def test_whoever_sits_at_the_table_may_be_named(world):
    """Karen is no child: the names of those at the table are left alone, also as owners."""
    mette = world.session("mette")
    saved = konsultationer.plan(mette, anonymous(question="Karens bud? Og Mette Sørensens?"))
    assert konsultation_page.open_konsultation(mette, saved.id).note.question.startswith("Karens")


def test_an_agreement_cannot_name_the_child_of_an_anonymous_note(world):
    """What is refused in the note is refused in its agreements too, and the draft stays."""
    mette = world.session("mette")
    one = konsultationer.plan(mette, anonymous()).id
    page = konsultation_page.open_konsultation(mette, one)
    made = sitting(page, agreements={"ny-1": Agreement(what="Ringe til Almas mor", made_on=DAY)})
    konsultation_sitting.keep(mette, one, made)
    with pytest.raises(NamesSomeone, match="Almas"):
        konsultation_saving.save_sitting(mette, one, made)
    assert konsultation_page.open_konsultation(mette, one).kept == made


def test_a_guest_at_an_anonymous_table_cannot_be_the_mother(world):
    """A participant without a key is looked at as words are."""
    mette = world.session("mette")
    guest = Participant(name="Katarzyna Nowak", role="mor")
    with pytest.raises(NamesSomeone):
        konsultationer.plan(mette, anonymous(participants=(*TABLE, guest)))


@pytest.mark.parametrize(
    ("changes", "asks"),
    [
        ({"basis": ""}, "Hvad er grundlaget"),
        ({"basis_text": " "}, "Hvem har givet samtykket"),
        ({"basis": Basis.ANDET.value, "basis_text": ""}, "Hvilket grundlag"),
        ({"child": ""}, "Hvilket barn"),
    ],
)
def test_a_name_needs_something_to_rest_on(world, changes, asks):
    """Without a basis, and for a samtykke who and when, no named konsultation is written."""
    mette = world.session("mette")
    with pytest.raises(Unclear, match=asks):
        konsultationer.plan(mette, named(**changes))
    assert listing.rows(mette) == []


def test_a_named_talk_on_another_basis_needs_no_more_words(world):
    """The duty to notify says itself."""
    mette = world.session("mette")
    note = named(basis=Basis.UNDERRETNINGSPLIGT.value, basis_text="")
    assert konsultationer.plan(mette, note).id


def test_a_note_never_changes_from_anonymous_to_named(world):
    """Only *Få navn på* leads there: the anonymous one stays as it was, and nothing leads to it."""
    mette = world.session("mette")
    one = konsultationer.plan(mette, anonymous()).id
    agreed.save(
        mette, Agreement(what="Tale om madkasser", konsultation=one, made_on=DAY, who=("mette",))
    )
    before = konsultation_page.open_konsultation(mette, one)
    with pytest.raises(Unclear, match="Få navn på"):
        konsultationer.save(mette, named(), one)
    with pytest.raises(Unclear, match="grundlaget"):
        konsultationer.name_the_child(mette, one, "alma", "", "")
    new = konsultationer.name_the_child(mette, one, "alma", "samtykke", "Katarzyna, i dag.").id
    after = konsultation_page.open_konsultation(mette, one)
    assert after.stored == before.stored
    page = konsultation_page.open_konsultation(mette, new)
    assert page.note.tried == "- Aftalt tidligere: Tale om madkasser"
    assert one not in str(page.note)
    assert [row.id for row in queries.of_child(mette.vault, Konsultation, "alma")] == [new]


def test_a_sitting_is_kept_and_offered_again(world):
    """What was not saved is there after a lock, only for its writer."""
    mette = world.session("mette")
    one = konsultationer.plan(mette, named()).id
    page = konsultation_page.open_konsultation(mette, one)
    made = sitting(page, going_well="Hun bygger huler.", follow_up_on=date(2026, 12, 10))
    assert konsultation_sitting.keep(mette, one, made) == "8.00"
    world.close()
    assert konsultation_page.open_konsultation(world.session("hanne"), one).kept is None
    again = konsultation_page.open_konsultation(world.session("mette"), one)
    assert (again.kept, again.kept_at) == (made, "8.00")
    assert again.kept.over(again.note).follow_up_on == date(2026, 12, 10)


def test_two_sittings_do_not_undo_each_other(world):
    """Line's view and Mette's text, written on the same version, both stand."""
    mette, line = world.session("mette"), world.session("line")
    one = konsultationer.plan(mette, named()).id
    hers, mine = (
        konsultation_page.open_konsultation(line, one),
        konsultation_page.open_konsultation(mette, one),
    )
    view = Perspective(profession="Sundhedsfaglig", staff="line", text="Hun vokser, som hun skal.")
    konsultation_saving.save_sitting(line, one, sitting(hers, views=(view,)))
    konsultation_saving.save_sitting(mette, one, sitting(mine, tried="Madkasse kl. 7."))
    note = konsultation_page.open_konsultation(mette, one).note
    assert note.perspectives == (view,)
    assert note.tried == "Madkasse kl. 7."


def test_each_profession_writes_only_its_own_view(world):
    """Mette cannot write for Karen, but she may write down what a guest without a key said."""
    mette = world.session("mette")
    guest = Participant(name="Birthe Holm", role="psykolog")
    one = konsultationer.plan(mette, named(participants=(*TABLE, guest))).id
    with pytest.raises(NotAllowed, match="Karen skriver selv"):
        write(
            mette, one, views=(Perspective(profession="Socialfaglig", staff="karen", text="Nej."),)
        )
    with pytest.raises(NotAllowed, match="Skriv navnet"):
        write(
            mette,
            one,
            views=(Perspective(profession="Psykologfaglig", staff="En fremmed", text="Hm."),),
        )
    said = Perspective(profession="Psykologfaglig", staff="Birthe Holm", text="Det giver mening.")
    write(mette, one, views=(said,))
    assert konsultation_page.open_konsultation(mette, one).note.perspectives == (said,)


def test_a_guest_of_the_house_sees_the_note_and_not_the_child(world):
    """Line sits at the table: name, age and the chosen observations, and nothing else of Alma's."""
    mette = world.session("mette")
    seen = [
        recording.save(
            mette, Observation(day=DAY, involved=(Involved(child="alma"),), text=text)
        ).id
        for text in ("Byggede hule.", "Græd i garderoben.")
    ]
    one = konsultationer.plan(mette, named(observations=(seen[0],))).id
    line = world.session("line")
    assert "alma" not in line.children()
    page = konsultation_page.open_konsultation(line, one)
    assert [row.heading for row in listing.rows(line)] == ["Alma Nowak"]
    assert page.child.record.name == "Alma Nowak"
    assert page.child.record.parents == ()
    assert page.child.record.address == ""
    assert [each.id for each in page.observations] == [seen[0]]
    assert pressing.konsultationsnotat(line, one).startswith(b"%PDF")
    with pytest.raises(NotAllowed):
        konsultation_page.open_konsultation(world.session("jonas"), one)


def test_agreements_become_tasks_of_the_one_who_is_named(world):
    """A row of the note waits on Karen's first page; taken off again it waits no more."""
    mette = world.session("mette")
    one = konsultationer.plan(mette, named()).id
    made = Agreement(what="Ringe til tolken", who=("karen",), due=date(2026, 11, 16), made_on=DAY)
    write(mette, one, agreements={"ny-1": made, "ny-2": Agreement(what=" ", made_on=DAY)})
    karen = world.session("karen")
    assert [
        (task.what, task.due) for task in waiting.overview(karen).waiting if task.kind == "aftale"
    ] == [("Ringe til tolken", date(2026, 11, 16))]
    page = konsultation_page.open_konsultation(mette, one)
    assert page.note.status is KonsultationState.I_GANG
    write(mette, one, removed=(page.agreements[0].id,))
    assert konsultation_page.open_konsultation(mette, one).agreements == ()
    assert not [task for task in waiting.overview(karen).waiting if task.kind == "aftale"]
    gone = queries.one(mette.vault, Agreement, page.agreements[0].id)
    assert gone.record.what == "Ringe til tolken"


def test_a_follow_up_says_whether_it_works(world):
    """Fortsæt keeps the task, juster changes it, stop and gjort end it, each with its outcome."""
    mette = world.session("mette")
    first = konsultationer.plan(mette, named()).id
    rows = {f"ny-{n}": Agreement(what=f"Aftale {n}", who=("mette",), made_on=DAY) for n in range(4)}
    write(mette, first, agreements=rows)
    second = konsultationer.plan(mette, named(day=date(2026, 12, 10), follows=first)).id
    earlier = konsultation_page.open_konsultation(mette, second).earlier_agreements
    assert [one.record.what for one in earlier] == [f"Aftale {n}" for n in range(4)]
    changed = replace(earlier[1].record, what="Aftale 1, kun mandag")
    answers = [
        Answer(verdict=Verdict.FORTSAET, outcome="Det hjælper."),
        Answer(verdict=Verdict.JUSTER, adjusted=changed),
        Answer(verdict=Verdict.GJORT, outcome="Tolken kom."),
        Answer(verdict=Verdict.STOP, outcome="Det hjalp ikke."),
    ]
    write(mette, second, answers={one.id: a for one, a in zip(earlier, answers, strict=True)})
    after = konsultation_page.open_konsultation(mette, second).earlier_agreements
    assert [(one.record.what, one.record.status, one.record.outcome) for one in after] == [
        ("Aftale 0", AgreementState.AABEN, "Det hjælper."),
        ("Aftale 1", AgreementState.JUSTERET, ""),
        ("Aftale 2", AgreementState.GJORT, "Tolken kom."),
        ("Aftale 3", AgreementState.OPGIVET, "Det hjalp ikke."),
    ]
    third = konsultationer.plan(mette, named(day=date(2027, 1, 7), follows=second)).id
    along = konsultation_page.open_konsultation(mette, third).earlier_agreements
    assert [one.record.what for one in along] == ["Aftale 0", "Aftale 1, kun mandag"]


def test_finishing_sets_the_position_and_plans_the_next_one_once(world):
    """Finish, correct, finish again: one position, one planned follow-up, each as last said."""
    mette = world.session("mette")
    one = konsultationer.plan(mette, named()).id
    write(
        mette, one, position=Position.BEKYMRING, shared_understanding="Vi er enige.",
        follow_up_on=date(2026, 12, 10), follow_up_at=time(12, 30), tovholder="mette",
    )  # fmt: skip
    konsultation_saving.finish(mette, one)
    write(mette, one, position=Position.TRIVES, follow_up_on=date(2026, 12, 11))
    konsultation_saving.finish(mette, one)
    positions = queries.of_child(mette.vault, PositionSet, "alma")
    assert [(p.record.position, p.record.set_by) for p in positions] == [
        (Position.TRIVES, ("karen", "mette", "line"))
    ]
    planned = [row.stored.record for row in listing.rows(mette) if row.stored.record.follows == one]
    assert [(p.day, p.at, p.status) for p in planned] == [
        (date(2026, 12, 11), time(12, 30), KonsultationState.PLANLAGT)
    ]


def test_finishing_asks_for_nothing(world):
    """An empty note is finished like any other."""
    mette = world.session("mette")
    one = konsultationer.plan(mette, Konsultation(day=DAY)).id
    konsultation_saving.finish(mette, one)
    assert konsultation_page.open_konsultation(mette, one).is_closed


def test_cancelling_needs_a_reason_and_can_be_taken_back(world):
    """Aflyst says why; what was prepared is there when it is taken up again."""
    mette = world.session("mette")
    one = konsultationer.plan(mette, anonymous()).id
    with pytest.raises(Unclear, match="Hvorfor"):
        konsultationer.cancel(mette, one, " ")
    konsultationer.cancel(mette, one, "Karen er syg.")
    assert konsultation_page.open_konsultation(mette, one).note.cancelled_because == "Karen er syg."
    assert waiting.overview(mette).visits == ()
    konsultationer.take_up(mette, one)
    assert konsultation_page.open_konsultation(mette, one).note == anonymous(
        dagtilbud="maelkeboetten"
    )


def test_the_guard_takes_the_parents_off_screen_and_paper(world):
    """With the guard set no samtykke is offered, the parents' part is gone and the paper warns."""
    mette = world.session("mette")
    given = Samtykke(child="alma", given_by="alma-mor", given_on=date(2026, 11, 6))
    consent_acts.save(mette, given)
    assert len(konsultation_planning.grounds(mette, "alma").samtykker) == 1
    one = konsultationer.plan(mette, named(parents_view="Mor siger, at hun er træt.")).id
    said = pressing.press(konsultation_paper.paper(mette, one))
    protecting.set_guard(mette, "alma", Against.FORAELDER)
    assert konsultation_planning.grounds(mette, "alma").samtykker == ()
    assert konsultation_page.open_konsultation(mette, one).hides_parents
    assert konsultation_paper.paper(mette, one).parents_view.text == ""
    assert konsultation_paper.NOT_FOR_PARENTS in konsultation_paper.before_print(mette, one)
    assert pressing.konsultationsnotat(mette, one) != said


def test_another_childs_name_is_listed_before_print(world):
    """Bertil typed in clear in Alma's note is pointed at before it reaches paper."""
    mette = world.session("mette")
    one = konsultationer.plan(mette, named(observed="Hun slog Bertil.")).id
    assert any("»Bertil«" in line for line in konsultation_paper.before_print(mette, one))


def test_that_an_underretning_was_talked_about_stands_on_the_paper(world):
    """Conclusion and reasons go with the decision."""
    mette = world.session("mette")
    one = konsultationer.plan(mette, named()).id
    write(mette, one, discussed="ja", discussed_because="Vi ser det an til tirsdag.")
    assert "Vi ser det an til tirsdag." in konsultation_paper.paper(mette, one).decision_because


def test_every_version_of_the_note_stays(world):
    """History holds what stood there, by whom."""
    mette = world.session("mette")
    one = konsultationer.plan(mette, named(goals="Ro")).id
    write(mette, one, goals="Ro om morgenen")
    assert [v.record.goals for v in konsultation_page.history(mette, one)] == [
        "Ro",
        "Ro om morgenen",
    ]


def test_a_begun_note_waits_for_the_one_who_has_not_written_her_view(world):
    """Line sat at the table: her view waits on her first page until she has written it."""
    mette, line = world.session("mette"), world.session("line")
    one = konsultationer.plan(mette, named()).id
    assert waiting.overview(line).waiting == ()
    write(mette, one, goals="Ro om morgenen")
    assert [task.what for task in waiting.overview(line).waiting] == ["Skriv dit syn: Alma Nowak"]
    write(
        line,
        one,
        views=(Perspective(profession="Sundhedsfaglig", staff="line", text="Hun vokser."),),
    )
    assert waiting.overview(line).waiting == ()


def test_a_task_does_not_tell_the_child_to_whoever_may_not_see_her(world):
    """Jonas is to bring a chair; about whom is not his to know."""
    mette = world.session("mette")
    one = konsultationer.plan(mette, named()).id
    write(
        mette, one, agreements={"ny-1": Agreement(what="Hente stolen", who=("jonas",), made_on=DAY)}
    )
    task = waiting.overview(world.session("jonas")).waiting[0]
    assert (task.what, task.about) == ("Hente stolen", "Aftale fra en konsultation")


def test_the_leader_sees_the_anonymous_talks_of_her_house(world):
    """Hanne sees it though she was not there; Yusuf, who was not either, does not."""
    mette = world.session("mette")
    konsultationer.plan(mette, anonymous())
    assert [row.heading for row in listing.rows(world.session("hanne"))] == ["Et barn på 4 år"]
    assert listing.rows(world.session("yusuf")) == []


def test_a_theme_is_refused_a_child_in_its_own_words(world):
    """A theme is about no child at all, chosen or named."""
    mette = world.session("mette")
    theme = Konsultation(kind=KonsultationKind.TEMA, title="Søvn", day=DAY)
    with pytest.raises(NamesSomeone, match="Et tema handler ikke"):
        konsultationer.plan(mette, replace(theme, question="Som hos Alma?"))
    with pytest.raises(Unclear, match="intet barn"):
        konsultationer.plan(mette, replace(theme, child="alma"))
    konsultationer.plan(mette, theme)
    assert [row.heading for row in listing.rows(mette)] == ["Søvn"]


def test_a_plan_is_kept_apart_for_each_child(world):
    """What is begun about Alma is not offered when one plans something else; laid away it is gone."""
    mette = world.session("mette")
    konsultation_sitting.keep_plan(mette, named(), "alma")
    assert konsultation_planning.to_plan(mette).kept is None
    planning = konsultation_planning.to_plan(mette, "alma")
    assert planning.kept == named()
    assert ("alma", "Alma Nowak", "Solsikken") in planning.children
    konsultation_sitting.forget_plan(mette, "alma")
    assert konsultation_planning.to_plan(mette, "alma").kept is None


def test_a_draft_of_another_shape_is_left_lying(world):
    """A draft that cannot be read keeps nobody from opening the note."""
    mette = world.session("mette")
    one = konsultationer.plan(mette, named()).id
    mette.vault.save_draft(
        "mette", konsultation_sitting.draft_key(one), "konsultation", '{"note": 4}'
    )
    mette.vault.save_draft("mette", konsultation_sitting.plan_key(), "konsultation-ny", "[]")
    assert konsultation_page.open_konsultation(mette, one).kept is None
    assert konsultation_planning.to_plan(mette).kept is None
    konsultation_sitting.forget(mette, one)
    assert konsultation_sitting.kept(mette, one) == (None, "")


def test_an_agreement_is_settled_and_opened_again(world):
    """Gjort from the first page with the day; *Fortryd* clears it."""
    mette = world.session("mette")
    one = konsultationer.plan(mette, named()).id
    made = Agreement(what="Ringe", who=("mette",), konsultation=one, made_on=DAY, child="alma")
    with pytest.raises(Unclear, match="Hvad er aftalt"):
        agreed.save(mette, replace(made, what=" "))
    agreement = agreed.save(mette, made).id
    agreed.settle(mette, agreement, AgreementState.GJORT, "Talte med hende.")
    page = konsultation_page.open_konsultation(mette, one)
    assert (page.agreements[0].record.done_on, page.agreements[0].record.outcome) == (
        DAY,
        "Talte med hende.",
    )
    agreed.settle(mette, agreement, AgreementState.AABEN)
    assert konsultation_page.open_konsultation(mette, one).agreements[0].record.done_on is None
    with pytest.raises(NotAllowed):
        agreed.settle(world.session("jonas"), agreement, AgreementState.GJORT)
    with pytest.raises(NotFound):
        agreed.settle(mette, "ukendt", AgreementState.GJORT)


def test_what_is_held_cannot_be_cancelled_nor_taken_up(world):
    """A finished note is finished; one that is planned needs no taking up; a name is given once."""
    mette = world.session("mette")
    one = konsultationer.plan(mette, named()).id
    with pytest.raises(Unclear, match="ikke aflyst"):
        konsultationer.take_up(mette, one)
    with pytest.raises(Unclear, match="Kun en anonym"):
        konsultationer.name_the_child(mette, one, "bertil", "samme_myndighed", "")
    konsultation_saving.finish(mette, one)
    with pytest.raises(Unclear, match="afsluttet"):
        konsultationer.cancel(mette, one, "Vi glemte det.")
    with pytest.raises(NotFound):
        konsultation_page.open_konsultation(mette, "ukendt")


def test_a_row_of_another_meeting_is_left_alone(world):
    """An agreement belongs to one konsultation; another's sitting cannot change it."""
    mette = world.session("mette")
    first, second = (konsultationer.plan(mette, named()).id for _ in range(2))
    made = Agreement(what="Ringe", made_on=DAY)
    write(mette, first, agreements={"ny-1": made})
    with pytest.raises(Unclear, match="en anden konsultation"):
        write(mette, second, agreements={"ny-1": replace(made, what="Skrive")})


def test_written_after_its_day_it_was_held(world, clock):
    """Whoever writes what was seen the day after, writes about a meeting that took place."""
    mette = world.session("mette")
    one = konsultationer.plan(mette, named()).id
    write(mette, one, observed="Hun spiste.")
    assert konsultation_page.open_konsultation(mette, one).note.status is KonsultationState.PLANLAGT
    clock.forward(days=1)
    write(mette, one, observed="Hun spiste tre portioner.")
    assert konsultation_page.open_konsultation(mette, one).note.status is KonsultationState.I_GANG


def test_a_follow_up_that_someone_worked_on_stays_on_its_day(world):
    """A planned one that was prepared is not moved by a correction of the one before."""
    mette = world.session("mette")
    one = konsultationer.plan(mette, named(follow_up_on=date(2026, 12, 10))).id
    konsultation_saving.finish(mette, one)
    after = next(row for row in listing.rows(mette) if row.stored.record.follows == one)
    write(mette, after.stored.id, observed="Forberedt.")
    write(mette, one, follow_up_on=date(2026, 12, 17))
    assert konsultation_page.open_konsultation(mette, after.stored.id).note.day == date(
        2026, 12, 10
    )
