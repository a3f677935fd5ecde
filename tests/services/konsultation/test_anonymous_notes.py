"""A note without a name stays without one: what it refuses, what it counts, and that nothing leads from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import children_of_the_house
from tvaerfaglig.domain.acts import Printed
from tvaerfaglig.domain.anonymity import given_away
from tvaerfaglig.domain.follow_up import Journalled
from tvaerfaglig.domain.konsultation import (
    Agreement,
    Konsultation,
    KonsultationKind,
    Participant,
    Perspective,
)
from tvaerfaglig.domain.meetings.answers import Line, OwnAnswer
from tvaerfaglig.domain.people import Sex
from tvaerfaglig.domain.preparing.preparation import ForParents, Preparation
from tvaerfaglig.domain.protection import Basis
from tvaerfaglig.services import drafts, finding, staffing
from tvaerfaglig.services.agreements import acts
from tvaerfaglig.services.errors import NotAllowed, Unclear
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.konsultation import listing
from tvaerfaglig.services.konsultation import page as konsultation_page
from tvaerfaglig.services.konsultation import paper as konsultation_paper
from tvaerfaglig.services.konsultation import saving as konsultation_saving
from tvaerfaglig.services.konsultation import sitting as konsultation_sitting
from tvaerfaglig.services.konsultation.rules import NamesSomeone, keep_anonymous
from tvaerfaglig.services.konsultation.sitting import Sitting
from tvaerfaglig.services.printing import noting, pressing
from tvaerfaglig.services.writing import reidentifying
from tvaerfaglig.store import past, queries

DAY = date(2026, 11, 12)
TEXTS = (
    "title", "age_band", "place", "question", "why_now", "observed", "going_well", "child_view",
    "parents_view", "parents_asked", "tried", "shared_understanding", "goals", "decision_because",
    "discussed_because", "shared_with", "basis_text", "cancelled_because",
)  # fmt: skip


def anonymous(**more):
    return Konsultation(**({"day": DAY, "dagtilbud": "maelkeboetten", "question": "Nok?"} | more))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Familien Nowak er flyttet.", "Nowak"),
        ("NOWAK ringede.", "NOWAK"),
        ("Jan Nowaks hue", "Jan Nowaks"),
        ("Lillebror Jan er syg.", "Jan"),
        ("Vi kalder barnet A.N. her.", "A.N."),
        ("K. N. kommer for sent.", "K. N."),
        ("Mor ringede fra 12345679.", "12345679"),
        ("Mor har +45 12 34 56 79.", "+45 12 34 56 79"),
        ("De bor på engvej 4 nu.", "engvej 4"),
        ("Fødselsdag den 3. september.", "3. september"),
        ("Sagsnr. 26/1044 ligger der.", "26/1044"),
        ("Det er sag 2026-ab-17 hos dem.", "2026-ab-17"),
        ("Alma's pude", "Alma's"),
        ("Vi ser, at alma sover.", "alma"),
        ("Det er nowaks hue.", "nowaks"),
    ],
)
def test_whatever_the_vault_knows_of_a_family_is_refused(world, words, found):
    """Last names, initials, telephone numbers, roads, cases and birthdays, with the words and nothing written."""
    mette = world.session("mette")
    with mette.write() as pen:
        pen.put(
            Journalled(
                underretning="u", child="alma", paper="p", day=DAY, by="mette", number="2026-AB-17"
            )
        )
    with pytest.raises(NamesSomeone) as refusal:
        konsultationer.plan(mette, anonymous(question=words))
    assert found in refusal.value.words
    assert listing.rows(mette) == []


@pytest.mark.parametrize(
    "words",
    [
        "Huset på Havnegade 2 er lille.",
        "Ring til 12 34 56 78.",
        "Siden 3. september har vi set det.",
        "Jonas Krogh siger, at barnet sover.",
        "M.S. skriver referatet, og H.B. leder.",
        "Skriv f.eks. kl. 8.00 d.d.",
        "Barnet på 4 år siger ikke ret meget og vil gerne være for sig selv ved bordet.",
    ],
)
def test_the_house_its_staff_and_its_days_are_not(world, words):
    """The house's own address and number, colleagues by full name or initials, and the day of an event."""
    mette = world.session("mette")
    konsultationer.plan(mette, anonymous(question=words))


def test_a_guest_is_read_by_name_and_by_what_she_is(world):
    """»Almas moster« as a role tells as much as a name would."""
    guest = Participant(name="Bo", role="Almas onkel")
    with pytest.raises(NamesSomeone, match="Almas"):
        konsultationer.plan(world.session("mette"), anonymous(participants=(guest,)))


# whatever is typed wherever, a known name never gets in

FAMILIES = [
    name
    for child in children_of_the_house().values()
    for name in (child.name, *(p.name for p in child.parents), *(s.name for s in child.siblings))
]
FORMS = st.sampled_from(FAMILIES).flatmap(
    lambda name: st.sampled_from(
        [name, name.split()[0], name.split()[-1], f"{name}s", f"{name.split()[0]}’s", name.upper()]
    )
)
FILLER = st.text("abc æøå.,!?\n»«-", max_size=12)
WORDS = st.lists(FORMS | FILLER, max_size=4).map(" ".join)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    fields=st.dictionaries(st.sampled_from(TEXTS), WORDS, max_size=3),
    view=WORDS,
    guest=WORDS,
    agreed=WORDS,
)
def test_an_anonymous_record_never_holds_a_known_name(world, fields, view, guest, agreed):
    """Field, view, guest or agreement: it is refused in words, or there is no known name in it."""
    mette = world.session("mette")
    note = anonymous(
        **fields,
        perspectives=(Perspective(profession="paedagogisk", text=view),),
        participants=(Participant(name=guest, role=guest),),
    )
    made = Agreement(what=agreed, made_on=DAY, who_else=agreed)
    try:
        keep_anonymous(mette, note, made.words())
    except NamesSomeone as refusal:
        assert refusal.words
    else:
        every = "\n".join([*fields.values(), view, guest, agreed])
        words = set(every.replace("\n", " ").replace("»", " ").replace("«", " ").split())
        assert not words & {
            part for name in FAMILIES for part in (name.split()[0], f"{name.split()[0]}s")
        }
        assert given_away(every, FAMILIES, ()) == ()
    finally:
        world.open_sessions.remove(mette)
        mette.vault.close()


# the count

TELLS = "Barnet på 4 år går på Solsikken og har en polsk mor."


def test_the_count_is_of_the_whole_house(world):
    """Karen may see no child, and is told the same number as Mette; nothing in the answer is a child's."""
    mette = world.session("mette")
    table = (
        Participant(name="Karen Lund", staff="karen"),
        Participant(name="Mette", staff="mette"),
    )
    note = anonymous(question=TELLS, participants=table)
    one = konsultationer.plan(mette, note).id
    seen = reidentifying.how_many(mette, one, note)
    assert (seen.fit.tally.surely, seen.fit.tally.fits) == (1, 2)
    assert seen.asks
    mette.vault.close()
    world.open_sessions.remove(mette)
    karen = world.session("karen")
    assert not karen.children()
    answer = reidentifying.how_many(karen, one, note)
    assert answer.fit.tally == seen.fit.tally
    assert not any(name in repr(answer) for name in ("Alma", "Nowak", "alma"))


def test_only_an_anonymous_note_is_counted_and_only_by_those_who_may_open_it(world):
    """A note with a name is refused in words; whoever was not there may not try words on the house."""
    mette = world.session("mette")
    one = konsultationer.plan(mette, anonymous()).id
    named = konsultationer.name_the_child(mette, one, "alma", Basis.UNDERRETNINGSPLIGT.value, "").id
    with pytest.raises(Unclear, match="uden navn"):
        reidentifying.how_many(mette, named, anonymous())
    mette.vault.close()
    world.open_sessions.remove(mette)
    with pytest.raises(NotAllowed):
        reidentifying.how_many(world.session("jonas"), one, anonymous(question=TELLS))


def test_the_house_draws_its_own_line(world):
    """Asked under five; a leader may draw it elsewhere, and then the same words are enough."""
    hanne = world.session("hanne")
    note = anonymous(question="Barnet er 4–5 år.")
    one = konsultationer.plan(hanne, note).id
    assert reidentifying.how_many(hanne, one, note).asks
    house = hanne.houses()["maelkeboetten"]
    staffing.save_house(hanne, replace(house, alike=1), "maelkeboetten")
    assert not reidentifying.how_many(hanne, one, note).asks


def test_it_is_said_once_more_before_others_read_it(world):
    """Before a print and when the note is finished; enough children, and nothing is said. Nothing is stopped."""
    mette = world.session("mette")
    one = konsultationer.plan(mette, anonymous(question=TELLS)).id
    (said,) = konsultation_paper.before_print(mette, one)
    assert said.startswith("Det, du har skrevet, passer på 1 barn i huset.")
    assert reidentifying.look_first(mette, one) == said
    assert konsultation_saving.finish(mette, one).id == one
    broad = konsultationer.plan(mette, anonymous(question="Barnet spiser ikke.")).id
    assert konsultation_paper.before_print(mette, broad) == ()


def test_a_child_who_came_since_is_counted(world):
    """The cards are read again when one is written."""
    mette = world.session("mette")
    note = anonymous(question=TELLS)
    one = konsultationer.plan(mette, note).id
    assert reidentifying.how_many(mette, one, note).fit.tally.surely == 1
    alma = queries.one(mette.vault, type(children_of_the_house()["alma"]), "alma").record
    with mette.write() as pen:
        pen.put(replace(alma, name="Eva Novak", sex=Sex.PIGE))
    assert reidentifying.how_many(mette, one, note).fit.tally.surely == 2


# no link


def test_nothing_leads_from_the_child_to_the_note(world):
    """Written, read, printed, named: its id stands beside no child, and a child's page and search have nothing."""
    mette = world.session("mette")
    note = anonymous(question="Hvordan hjælper vi søvnen?", age_band="4 år")
    one = konsultationer.plan(mette, note).id
    konsultation_page.open_konsultation(mette, one)
    pressing.look_at_konsultationsnotat(mette, one, "")
    named = konsultationer.name_the_child(mette, one, "alma", Basis.UNDERRETNINGSPLIGT.value, "").id
    konsultation_page.open_konsultation(mette, named)
    ask = mette.vault.db.conn.execute
    assert queries.children_of(mette.vault, one) == []
    for (data,) in ask("SELECT data FROM body").fetchall():
        assert not (one in str(data) and "alma" in str(data))
    for case, record in ask("SELECT case_id, record FROM event").fetchall():
        assert not (record == one and case == "alma")
    assert all(row[2] != one for row in past.reads_of(mette.vault, "alma"))
    assert all(row[3] != one for row in past.writes_of(mette.vault, "alma"))
    assert one not in {s.id for s in queries.of_child(mette.vault, Konsultation, "alma")}
    found = finding.find(mette, "Alma")
    assert one not in repr(found)


def test_naming_leaves_the_anonymous_note_byte_for_byte(world):
    """Event, body and what stands now are the same afterwards; the new note says nothing of where it came from."""
    mette = world.session("mette")
    one = konsultationer.plan(mette, anonymous(question="Hvordan hjælper vi søvnen?")).id
    ask = mette.vault.db.conn.execute

    def stands():
        return (
            ask("SELECT * FROM current WHERE record=?", (one,)).fetchall(),
            ask("SELECT * FROM event WHERE record=?", (one,)).fetchall(),
            ask(
                "SELECT b.* FROM body b JOIN event e ON e.place=b.event WHERE e.record=?", (one,)
            ).fetchall(),
        )

    before = stands()
    with pytest.raises(Unclear, match="grundlaget"):
        konsultationer.name_the_child(mette, one, "alma", "", "")
    named = konsultationer.name_the_child(mette, one, "alma", Basis.UNDERRETNINGSPLIGT.value, "").id
    assert stands() == before
    assert one not in repr(queries.one(mette.vault, Konsultation, named).record)


def test_a_note_without_a_name_hangs_on_nothing_of_a_childs(world):
    """It lays no observation on the table, follows no note with a name, and is followed by none."""
    mette = world.session("mette")
    one = konsultationer.plan(mette, anonymous()).id
    named = konsultationer.name_the_child(mette, one, "alma", Basis.UNDERRETNINGSPLIGT.value, "")
    with pytest.raises(Unclear, match="observationer"):
        konsultationer.plan(mette, anonymous(observations=("o",)))
    with pytest.raises(Unclear, match="følger ikke op"):
        konsultationer.plan(mette, anonymous(follows=named.id))
    about = queries.one(mette.vault, Konsultation, named.id).record
    with pytest.raises(Unclear, match="følger ikke op"):
        konsultationer.plan(mette, replace(about, follows=one))


def test_a_plan_from_a_childs_page_that_became_anonymous_lies_apart(world):
    """Its draft has neither her key nor her id, is offered again with the next, and goes when it is saved."""
    mette = world.session("mette")
    begun = anonymous(kind=KonsultationKind.NAVNGIVET, child="alma", question="Hvad nu?")
    konsultation_sitting.keep_plan(mette, begun, "alma")
    now = replace(begun, kind=KonsultationKind.ANONYM)
    konsultation_sitting.keep_plan(mette, now, "alma")
    (draft,) = drafts.mine(mette)
    assert "alma" not in draft.key + draft.content
    assert konsultation_sitting.kept_plan(mette).question == "Hvad nu?"
    key = konsultation_sitting.plan_key()
    konsultationer.plan(mette, replace(now, child=""), draft=key)
    assert drafts.mine(mette) == []


def test_one_sitting_cannot_bring_a_name_in(world):
    """What is refused stays as a draft; the note in the vault is as it was."""
    mette = world.session("mette")
    one = konsultationer.plan(mette, anonymous()).id
    page = konsultation_page.open_konsultation(mette, one)
    sat = Sitting(note=replace(page.note, goals="Nowak spiser."), changed=("goals",))
    konsultation_sitting.keep(mette, one, sat)
    with pytest.raises(NamesSomeone):
        konsultation_saving.save_sitting(mette, one, sat)
    again = konsultation_page.open_konsultation(mette, one)
    assert again.note == page.note
    assert again.kept == sat


def test_no_other_field_of_a_note_holds_a_name_or_leads_to_a_child(world):
    """Whom the sheet was given to, a heading, a profession, a colleague's field, a consent, a line left out."""
    mette = world.session("mette")
    named = [
        {"for_parents": ForParents(given_to="Ewa Nowak")},
        {"own": (OwnAnswer(part="x", heading="Om Alma", text="Nok."),)},
        {"own": (OwnAnswer(part="x", lines=(Line(text="Nok.", under="Almas hus"),)),)},
        {"perspectives": (Perspective(profession="Almas mor", text="Nok."),)},
        {"participants": (Participant(name="Alma Nowak", role="barn", staff="mette"),)},
        {"meeting": "Møde om Alma Nowak", "form": "vores-egen@1"},
    ]
    for fields in named:
        with pytest.raises(NamesSomeone):
            konsultationer.plan(mette, anonymous(**fields))
    for fields in ({"samtykke": "s"}, {"preparation": Preparation(left_out=("set:o",))}):
        with pytest.raises(Unclear):
            konsultationer.plan(mette, anonymous(**fields))
    assert listing.rows(mette) == []


def test_an_agreement_without_a_name_leads_to_no_child(world):
    """By no parent, concern, observation, line or child, from no page; and it never becomes a child's."""
    mette = world.session("mette")
    one = konsultationer.plan(mette, anonymous()).id
    made = Agreement(what="Læs højt før lur.", who=("mette",), konsultation=one, made_on=DAY)
    ties = (
        {"parents": ("mor",)},
        {"concern": "b"},
        {"evidence": ("o",)},
        {"source": "o"},
        {"line": "→ Læs højt for Alma"},
    )
    page = konsultation_page.open_konsultation(mette, one)
    for tie in ties:
        with pytest.raises(Unclear):
            acts.save(mette, replace(made, **tie))
        with pytest.raises(Unclear):
            sat = Sitting(note=page.note, agreements={"a": replace(made, **tie)})
            konsultation_saving.save_sitting(mette, one, sat)
    standing = acts.save(mette, replace(made, child="alma")).id
    acts.save(mette, replace(made, konsultation="", child="alma", what="Læs."), standing)
    kept = queries.one(mette.vault, Agreement, standing).record
    assert (kept.child, kept.konsultation) == ("", one)
    named = konsultationer.name_the_child(mette, one, "alma", Basis.UNDERRETNINGSPLIGT.value, "").id
    with pytest.raises(Unclear, match="samme barn"):
        acts.adjust(mette, standing, replace(made, konsultation=named))
    assert queries.of_child(mette.vault, Agreement, "alma") == []


def test_the_log_of_its_paper_says_nobody(world):
    """Whom it was printed for stands there, without the name that would tell whom it was about."""
    mette = world.session("mette")
    one = konsultationer.plan(mette, anonymous()).id
    noting.note_printed(
        mette, document="konsultationsnotat", how="har skrevet ud", record=one,
        purpose="Til snakken om Alma", receiver="Karen Lund, Almas mor",
    )  # fmt: skip
    (kept,) = (p.record for p in queries.all_of(mette.vault, Printed) if p.record.record == one)
    assert (kept.purpose, kept.receiver) == ("Til snakken om barnet", "Karen Lund, barnets mor")
