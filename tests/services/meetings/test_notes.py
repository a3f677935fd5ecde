"""Notes of other meetings than a konsultation: what is kept, who may hold them, what comes of them."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.services.konsultation.test_konsultationer import DAY, TABLE, anonymous, named
from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationKind, Participant
from tvaerfaglig.domain.meetings.answers import Line, OwnAnswer, answer_in
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.printouts.printing import plain_sections
from tvaerfaglig.services import library
from tvaerfaglig.services.children import protecting, timeline
from tvaerfaglig.services.errors import NotAllowed, Unclear
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.konsultation import page as konsultation_page
from tvaerfaglig.services.konsultation import paper as konsultation_paper
from tvaerfaglig.services.konsultation import saving as konsultation_saving
from tvaerfaglig.services.konsultation import sitting as konsultation_sitting
from tvaerfaglig.services.konsultation.rules import NamesSomeone
from tvaerfaglig.services.konsultation.sitting import Sitting
from tvaerfaglig.services.meetings import shelf
from tvaerfaglig.services.summarising import paper as summary
from tvaerfaglig.store import codec, past, queries

KINDS = {one.id: one for one in library.meetings()}
ANONYMOUS = [one.id for one in KINDS.values() if one.may_be_anonymous]
WITH_PARENTS = [one.id for one in KINDS.values() if one.parents == "altid"]


def write(session, one, *own, **changes):
    page = konsultation_page.open_konsultation(session, one)
    sitting = Sitting(
        note=replace(page.note, **changes),
        changed=tuple(changes),
        own={each.part: each for each in own},
    )
    return konsultation_saving.save_sitting(session, one, sitting)


def begin(session, form, **facts):
    kind = KINDS[form]
    made = named if kind.needs_child else anonymous
    more = {} if kind.may_be_anonymous or kind.needs_child else {"kind": KonsultationKind.TEMA}
    return konsultationer.plan(session, made(form=form, **{**more, **facts})).id


def own_of(session, one):
    return konsultation_page.open_konsultation(session, one).note.own


@pytest.mark.parametrize("form", KINDS)
def test_every_kind_can_be_held_by_the_leader_and_read_again(world, form):
    """What was written in each of its own parts stands there, under its own heading, and on paper."""
    hanne = world.session("hanne")
    one = begin(hanne, form)
    parts = [part for part in KINDS[form].parts if part.own]
    write(
        hanne,
        one,
        *(
            OwnAnswer(
                part=part.id,
                text=f"Tekst i {nr}" if part.own.type == "prosa" else "",
                lines=()
                if part.own.type == "prosa"
                else (
                    Line(
                        text=f"Linje i {nr}",
                        column=next((c.id for c in (*part.own.columns, *part.own.boxes)), ""),
                        who="mette",
                        number=7 if part.own.type in {"skala", "tid"} else None,
                    ),
                ),
            )
            for nr, part in enumerate(parts)
        ),
    )
    kept = own_of(hanne, one)
    assert [each.part for each in kept] == [part.id for part in parts]
    assert [each.heading for each in kept] == [part.name for part in parts]
    printed = "\n".join(text for _, text in plain_sections(konsultation_paper.paper(hanne, one)))
    for nr, part in enumerate(parts):
        if part.own.type != "tid":
            assert f" i {nr}" in printed, part.id


def test_parts_that_nobody_knows_survive(world):
    """A note by a form from elsewhere is read as a konsultation, keeps its parts, and prints them."""
    mette = world.session("mette")
    strange = OwnAnswer(part="fra-et-andet-sted", heading="Samvær", text="Hver onsdag.")
    with mette.write() as pen:
        one = pen.put(named(form="ukendt@123", own=(strange,)))
    page = konsultation_page.open_konsultation(mette, one)
    assert page.meeting.id == "konsultation"
    write(mette, one, goals="Mere søvn")
    assert own_of(mette, one) == (strange,)
    assert ("Samvær", "Hver onsdag.") in plain_sections(konsultation_paper.paper(mette, one))


def test_a_note_from_before_there_were_kinds_is_a_konsultation(world):
    """What an older program stored has no form, and is read as it was."""
    old = codec.encode(named())
    fields = msgspec.json.decode(old)
    for name in ("form", "own", "note_type"):
        del fields["d"][name]
    read = codec.decode(Konsultation.KIND, msgspec.json.encode(fields).decode())
    assert read == named()
    assert shelf.kind_of(world.session("mette"), read).id == "konsultation"


def test_two_who_write_in_two_parts_never_undo_each_other(world):
    """Each sitting lays only its own parts over the note."""
    mette, karen = world.session("mette"), world.session("karen")
    one = begin(mette, "lp")
    hers = Sitting(
        note=konsultation_page.open_konsultation(karen, one).note,
        own={"strategier": OwnAnswer(part="strategier", text="To hold")},
    )
    write(mette, one, OwnAnswer(part="problem", text="Larm i garderoben"))
    konsultation_saving.save_sitting(karen, one, hers)
    assert {each.part: each.text for each in own_of(mette, one)} == {
        "problem": "Larm i garderoben", "strategier": "To hold",
    }  # fmt: skip


def test_what_was_not_saved_is_taken_up_again(world):
    """The draft of a sitting holds its own parts too."""
    mette = world.session("mette")
    one = begin(mette, "lp")
    page = konsultation_page.open_konsultation(mette, one)
    made = Sitting(note=page.note, own={"problem": OwnAnswer(part="problem", text="Larm")})
    konsultation_sitting.keep(mette, one, made)
    assert konsultation_page.open_konsultation(mette, one).kept == made


def test_reflections_are_kept_without_a_name(world):
    """Whoever typed them, and whatever the window sent."""
    mette = world.session("mette")
    one = begin(mette, "reflekterende-team")
    said = Line(text="Et fyr i tåge", who="karen", day=DAY)
    write(mette, one, OwnAnswer(part="refleksioner", lines=(said,)))
    assert answer_in(own_of(mette, one), "refleksioner").lines == (Line(text="Et fyr i tåge"),)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    form=st.sampled_from(ANONYMOUS),
    name=st.sampled_from(
        ["Alma", "Almas", "ALMA", "Alma Nowak", "Katarzyna", "311399-1234", "3. september 2022"]
    ),
    around=st.sampled_from(["{}", "Så sagde {}: nej", "»{}«", "Mor ({}) kom.", "1\n{}\n2"]),
    at=st.integers(0, 20),
    field=st.sampled_from(["text", "line", "who"]),
)  # fmt: skip
def test_an_anonymous_note_of_any_kind_never_keeps_a_name_known_here(
    world, form, name, around, at, field
):
    """Wherever it is typed: in a part's text, in a line, as the one who said it; of any kind of meeting."""
    mette = world.session("hanne")
    one = begin(mette, form)
    own = [part for part in KINDS[form].parts if part.own]
    if not own:
        return
    part, words = own[at % len(own)], around.format(name)
    if field == "who" and not part.own.sourced:
        field = "line"
    made = OwnAnswer(
        part=part.id,
        text=words if field == "text" else "",
        lines=()
        if field == "text"
        else (
            Line(text=words if field == "line" else "Noget", who=words if field == "who" else ""),
        ),
    )
    with pytest.raises(NamesSomeone):
        write(mette, one, made)
    assert all(name not in str(each) for each in past.versions(mette.vault, Konsultation, one))


@pytest.mark.parametrize("form", WITH_PARENTS)
def test_under_the_guard_meetings_with_parents_are_gone(world, form):
    """Not offered, with the reason said; and refused, should somebody ask all the same."""
    hanne = world.session("hanne")
    assert form in [one.ref for one in shelf.choices(hanne, "alma").kinds]
    protecting.set_guard(hanne, "alma", Against.FORAELDER)
    offered = shelf.choices(hanne, "alma")
    assert form not in [one.ref for one in offered.kinds]
    assert any("Værnet" in said for said in offered.gone)
    with pytest.raises(Unclear, match="Værnet"):
        konsultationer.plan(hanne, named(form=form, basis="underretningspligt"))


def test_under_the_guard_what_would_tell_the_parents_is_gone_from_a_note(world):
    """A talk that was written before the guard was set: their words are not on its paper."""
    hanne = world.session("hanne")
    one = begin(hanne, "foraeldresamtale")
    write(hanne, one, OwnAnswer(part="fortalt", text="Vi fortalte om søvnen"))
    protecting.set_guard(hanne, "alma", Against.UKENDT)
    paper = konsultation_paper.paper(hanne, one)
    assert paper.own_section("fortalt") is None
    assert "søvnen" not in str(plain_sections(paper))


def test_who_may_hold_what(world):
    """A netværksmøde is called by the leader; a pædagog is told so, and plans the others."""
    mette = world.session("mette")
    offered = shelf.choices(mette)
    assert "netvaerksmoede" not in [one.ref for one in offered.kinds]
    assert any("Netværksmøde" in said for said in offered.gone)
    with pytest.raises(NotAllowed, match="indkaldes af lederen"):
        konsultationer.plan(mette, named(form="netvaerksmoede"))


@pytest.mark.parametrize(
    ("form", "made"),
    [("lp", named()), ("netvaerksmoede", anonymous()), ("foraeldresamtale", anonymous())],
)
def test_a_kind_is_about_whom_it_can_be_about(world, form, made):
    """No child on an LP sheet, no anonymous netværksmøde."""
    with pytest.raises(Unclear, match="holdes"):
        konsultationer.plan(world.session("hanne"), replace(made, form=form))


def test_a_note_does_not_change_its_kind(world):
    """A new one is planned instead."""
    mette = world.session("mette")
    one = begin(mette, "sparring")
    note = konsultation_page.open_konsultation(mette, one).note
    with pytest.raises(Unclear, match="mødeform"):
        konsultationer.save(mette, replace(note, form="lp"), one)


def test_a_talk_with_the_parents_needs_no_basis_and_becomes_a_samtale_once(world):
    """Finished, it stands on the child's page; corrected, it follows; it is never there twice."""
    mette = world.session("mette")
    people = (*TABLE, Participant(name="Katarzyna Nowak", role="mor", side="familie"))
    one = begin(mette, "foraeldresamtale", basis="", basis_text="", participants=people)
    write(
        mette,
        one,
        OwnAnswer(part="fortalt", text="At Alma græder, når hun kommer."),
        OwnAnswer(part="foraeldrenes_ord", lines=(Line(text="Hun sover ikke", who="Mor"),)),
    )
    konsultation_saving.finish(mette, one)
    konsultation_saving.finish(mette, one)
    (talk,) = queries.of_child(mette.vault, ParentContact, "alma")
    assert talk.record.told == "At Alma græder, når hun kommer."
    assert talk.record.view == "Mor: Hun sover ikke"
    assert talk.record.staff == ("karen", "mette", "line")
    assert talk.record.konsultation == one
    write(mette, one, OwnAnswer(part="ser_forskelligt", text="Hvor længe hun sover"))
    (talk,) = queries.of_child(mette.vault, ParentContact, "alma")
    assert talk.record.disagree == "Hvor længe hun sover"


def test_a_follow_up_is_of_the_same_kind_and_knows_the_numbers_before(world):
    """The scale of the first meeting stands beside the second's."""
    hanne = world.session("hanne")
    one = begin(hanne, "signs-of-safety")
    number = Line(who="mette", number=4, text="Et fast kram om morgenen")
    write(hanne, one, OwnAnswer(part="skala", lines=(number,)), follow_up_on=DAY.replace(month=12))
    konsultation_saving.finish(hanne, one)
    (after,) = [
        each for each in queries.all_of(hanne.vault, Konsultation) if each.record.follows == one
    ]
    assert after.record.form == "signs-of-safety"
    assert after.record.own == ()
    page = konsultation_page.open_konsultation(hanne, after.id)
    scale = konsultation_paper.paper(hanne, page.id).own_section("skala").scale
    assert [(row.before, row.now) for row in scale if row.who == "Mette Sørensen"] == [(4, None)]


def test_the_search_finds_what_stands_in_an_own_part(world):
    """Words of a part are words of the note."""
    mette = world.session("mette")
    one = begin(mette, "lp")
    write(mette, one, OwnAnswer(part="problem", text="Larm i garderoben"))
    assert "garderoben" in konsultation_page.open_konsultation(mette, one).note.words()


def test_a_talk_is_told_once_on_the_timeline_and_in_the_summary(world):
    """As the samtale, from the moment the note is finished; until then as the meeting that it is."""
    mette = world.session("mette")
    one = begin(mette, "foraeldresamtale", basis="", basis_text="")
    assert [each.id for each in timeline.timeline(mette, "alma").of(Konsultation)] == [one]
    konsultation_saving.finish(mette, one)
    line = timeline.timeline(mette, "alma")
    assert line.of(Konsultation) == ()
    (talk,) = line.of(ParentContact)
    assert talk.record.konsultation == one
    wanted = summary.Wanted("Overblik", DAY.replace(month=1), DAY, reflections=False)
    told = str(plain_sections(summary.paper(world.session("hanne"), "alma", wanted)))
    assert "1 samtale med forældrene og 0 konsultationer" in told


@pytest.mark.parametrize("who", ["mette", "hanne", "karen", "line", "jonas"])
def test_each_role_is_offered_what_she_may_hold_and_no_more(world, who):
    """What is not offered is refused; what is offered can be planned without a name, or on a theme."""
    session = world.session(who)
    offered = {one.ref for one in shelf.choices(session).kinds}
    held = {one.id for one in KINDS.values() if one.may_be_held_by(session.actor.role)}
    assert offered == held
    for form in KINDS:
        if KINDS[form].needs_child:
            continue
        kind = KonsultationKind.ANONYM if KINDS[form].may_be_anonymous else KonsultationKind.TEMA
        assert konsultationer.plan(session, anonymous(form=form, kind=kind, age_band="")).id


def test_a_stranger_opens_no_note_of_any_kind(world):
    """Who neither sat there nor works with the child is kept out of every kind of note."""
    hanne = world.session("hanne")
    made = [begin(hanne, form, participants=TABLE[1:2]) for form in KINDS]
    line = world.session("line")
    for one in made:
        with pytest.raises(NotAllowed):
            konsultation_page.open_konsultation(line, one)
