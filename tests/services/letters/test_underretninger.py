"""An underretning from its first line to its frozen copy: what the services promise the writer."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date, time

import pytest

from tests.services.letters.a_letter import begun, observe, three
from tvaerfaglig.domain.acts import Printed, Read
from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Against, Basis
from tvaerfaglig.domain.underretning import (
    Informed,
    PhoneCall,
    Section,
    Stage,
    Underretning,
    Urgency,
)
from tvaerfaglig.services import drafts, library, recording
from tvaerfaglig.services import underretninger as u
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.letters.acts import draft_paper
from tvaerfaglig.services.letters.kept_under import draft_content, draft_key
from tvaerfaglig.store import queries


@pytest.fixture(scope="module")
def shelf():
    return library.load()


@pytest.fixture
def mette(world):
    return world.session("mette")


def test_the_facts_fill_in(mette):
    """Receiver, custody holder, interpreter and how the writer knows the child stand there at once."""
    page = u.open_letter(mette, begun(mette))
    head = page.record
    assert head.receiver == "Fjordby Kommune"
    assert head.receiver_unit.startswith("Familieafdelingen")
    assert [one.parent for one in head.informed] == ["alma-mor"]
    assert head.interpreter == "polsk (mor)"
    assert head.known_since == "august 2024"
    assert head.writers == ("mette",)
    assert page.place == "Solsikken"
    assert page.stage is Stage.KLADDE
    assert page.draft_number == 1


def test_the_page_holds_no_cpr_number(mette):
    """The window never gets the number in clear."""
    page = u.open_letter(mette, begun(mette))
    assert "0000" not in page.child.record.cpr


def test_another_municipality_gets_no_office_of_ours(mette):
    """Where the child lives elsewhere, our own municipality's office is not filled in."""
    standing = queries.one(mette.vault, Child, "bertil").record
    with mette.write() as pen:
        pen.put(replace(standing, municipality="Bakkeby Kommune"), "bertil")
    head = u.open_letter(mette, u.begin(mette, "bertil").id).record
    assert (head.receiver, head.receiver_unit) == ("Bakkeby Kommune", "")


def test_only_those_who_may_see_the_child_may_begin(world):
    """A dagplejer cannot write about a child she does not know; the words say who can help."""
    with pytest.raises(NotAllowed, match="Hanne"):
        u.begin(world.session("jonas"), "alma")


def test_the_socialraadgiver_writes_when_the_child_is_shared(world):
    """Karen may begin, write and finish once Alma is shared with her, and not before."""
    karen = world.session("karen")
    with pytest.raises(NotAllowed):
        u.begin(karen, "alma")
    world.close()
    protecting.share_child(world.session("mette"), "alma", "karen", Basis.SAMTYKKE)
    world.close()
    karen = world.session("karen")
    letter = u.begin(karen, "alma").id
    u.finish(karen, letter, library.load())
    assert u.open_letter(karen, letter).stage is Stage.FAERDIG


def test_rows_stand_oldest_first_and_citations_follow(mette):
    """An older observation put in last becomes number 1, and what cited 1 cites 2."""
    seen, letter = three(mette), begun(mette)
    assert u.insert_observation(mette, letter, seen["nattoej"]).number == 1
    u.save_section(mette, letter, "vurdering", "Vi vurderer, at hun er sulten [1].")
    done = u.insert_observation(mette, letter, seen["groed"])
    page = u.open_letter(mette, letter)
    assert done.number == 1
    assert [row.day for row in page.rows] == [date(2026, 10, 26), date(2026, 11, 10)]
    assert page.text("vurdering") == "Vi vurderer, at hun er sulten [2]."
    assert done.texts == {"vurdering": "Vi vurderer, at hun er sulten [2]."}


def test_what_is_not_saved_yet_follows_too(mette):
    """Text still on the screen wins over what is saved, and its draft goes with it."""
    seen, letter = three(mette), begun(mette)
    u.insert_observation(mette, letter, seen["nattoej"])
    u.save_section(mette, letter, "resume", "Gammelt.")
    drafts.keep(mette, draft_key(letter, "resume"), "afsnit", draft_content("Nyt [1]."))
    done = u.insert_observation(mette, letter, seen["groed"], {"resume": "Nyt [1]."})
    assert done.texts == {"resume": "Nyt [2]."}
    page = u.open_letter(mette, letter)
    assert page.text("resume") == "Nyt [2]."
    assert "resume" not in page.kept


def test_the_same_observation_stands_once(mette):
    """Putting it in again answers with the number it has."""
    seen, letter = three(mette), begun(mette)
    first = u.insert_observation(mette, letter, seen["hule"])
    again = u.insert_observation(mette, letter, seen["hule"])
    assert (first.number, again.number) == (1, 1)
    assert not again.changes.touched


def test_a_row_taken_out_can_be_put_back(mette):
    """Its citation goes with it, the others close up, and Fortryd brings both back."""
    seen, letter = three(mette), begun(mette)
    for one in ("groed", "hule", "nattoej"):
        u.insert_observation(mette, letter, seen[one])
    u.save_section(mette, letter, "resume", "Mad [1, 3] og leg [2].")
    done = u.remove_row(mette, letter, seen["hule"])
    assert u.open_letter(mette, letter).text("resume") == "Mad [1, 2] og leg."
    u.put_back(mette, letter, done.before)
    page = u.open_letter(mette, letter)
    assert page.text("resume") == "Mad [1, 3] og leg [2]."
    assert len(page.rows) == 3


def test_a_corrected_observation_is_offered_and_fetched(mette):
    """The row keeps its version until someone fetches the new one."""
    seen, letter = three(mette), begun(mette)
    u.insert_observation(mette, letter, seen["groed"])
    standing = queries.one(mette.vault, recording.Observation, seen["groed"])
    recording.correct_observation(
        mette,
        replace(standing.record, text="Alma spiste fire portioner grød."),
        seen["groed"],
        replaces=standing.heads,
        reason="talte forkert",
    )
    row = u.open_letter(mette, letter).sections["observationer"].rows[0]
    assert row.row.text == "Alma spiste tre portioner grød."
    assert row.newer is not None
    u.refresh_row(mette, letter, seen["groed"])
    row = u.open_letter(mette, letter).sections["observationer"].rows[0]
    assert row.row.text == "Alma spiste fire portioner grød."
    assert row.newer is None


def test_evidence_has_the_unused_and_the_resources_first(mette):
    """Ressourcer come before bekymringer, and what is used comes last and says where."""
    seen, letter = three(mette), begun(mette)
    u.insert_observation(mette, letter, seen["groed"])
    u.save_section(mette, letter, "resume", "Sulten [1].")
    evidence = u.open_letter(mette, letter).evidence
    assert [one.id for one in evidence] == [seen["hule"], seen["nattoej"], seen["groed"]]
    assert evidence[-1].cited_in == ("resume",)
    assert [one.used for one in evidence] == [False, False, True]


def test_what_is_typed_is_kept_before_it_is_saved(world):
    """After a power cut the words of the section are there again, for their writer only."""
    mette = world.session("mette")
    letter = begun(mette)
    drafts.keep(mette, draft_key(letter, "resume"), "afsnit", draft_content("Halvt skr"))
    world.close()
    assert u.open_letter(world.session("mette"), letter).kept["resume"].text == "Halvt skr"
    world.close()
    assert not u.open_letter(world.session("hanne"), letter).kept


def test_two_who_write_apart_lose_nothing(mette):
    """The second save, made from the same version, stands beside the first until one takes it in."""
    letter = begun(mette)
    u.save_section(mette, letter, "resume", "Fælles.")
    heads = u.open_letter(mette, letter).sections["resume"].heads
    u.save_section(mette, letter, "resume", "Mettes.", heads)
    u.save_section(mette, letter, "resume", "Karens.", heads)
    section = u.open_letter(mette, letter).sections["resume"]
    assert section.text == "Karens."
    assert [one.text for one in section.apart] == ["Mettes."]
    u.save_section(mette, letter, "resume", "Begges.", section.heads)
    assert not u.open_letter(mette, letter).sections["resume"].apart


def test_kladde_counts_the_days_someone_sat_with_it(mette, world):
    """Two saves in one morning are one kladde; the next day's is the second."""
    letter = begun(mette)
    u.save_section(mette, letter, "resume", "En.")
    u.save_section(mette, letter, "resume", "To.")
    assert u.open_letter(mette, letter).draft_number == 1
    world.clock.forward(days=1)
    u.save_section(mette, letter, "resume", "Tre.")
    assert u.open_letter(mette, letter).draft_number == 2


# the hard question


def test_a_yes_sets_the_guard_and_the_parents_are_gone(mette):
    """Informed, view, talks and questions about parents vanish; what was written stays in the log."""
    letter = begun(mette)
    u.save_section(mette, letter, "foraeldre", "Mor: »Jeg ved det godt.«")
    u.answer_overgreb(mette, letter, "foraelder")
    page = u.open_letter(mette, letter)
    assert page.hides_parents
    assert page.guard.record.against is Against.FORAELDER
    assert page.record.informed == ()
    assert "foraeldre" not in page.sections
    assert queries.one(mette.vault, Section, f"{letter}/foraeldre").record.text


def test_what_the_guard_hid_comes_back_whole(mette):
    """Saving the head while the parents are hidden erases nothing about them."""
    letter = begun(mette)
    page = u.open_letter(mette, letter)
    told = (Informed(parent="alma-mor", told=True, day=date(2026, 11, 6), by="mette"),)
    u.save_head(mette, letter, replace(page.record, informed=told))
    u.answer_overgreb(mette, letter, "foraelder")
    hidden = u.open_letter(mette, letter).record
    u.save_head(mette, letter, replace(hidden, urgency=Urgency.AKUT))
    protecting.lift_guard(mette, "alma", "Kommunen har talt med mor.")
    u.answer_overgreb(mette, letter, "nej")
    page = u.open_letter(mette, letter)
    assert page.record.informed == told
    assert page.record.urgency is Urgency.AKUT


def test_a_no_does_not_lift_a_guard_that_stands(mette):
    """The guard is the child's; one letter cannot take it away."""
    protecting.set_guard(mette, "alma", Against.UKENDT)
    letter = begun(mette)
    assert u.open_letter(mette, letter).record.overgreb == "ukendt"
    u.answer_overgreb(mette, letter, "nej")
    assert u.open_letter(mette, letter).hides_parents


def test_brothers_and_sisters_are_guarded_too(mette):
    """The same answer sets the guard on the siblings that were ticked."""
    letter = begun(mette)
    u.answer_overgreb(mette, letter, "foraelder", siblings=("bertil",))
    assert u.open_letter(mette, u.begin(mette, "bertil").id).hides_parents


def test_against_an_employee_the_parents_stay(mette):
    """Only suspicion against a parent, a near relation or nobody known hides the parents."""
    letter = begun(mette)
    u.answer_overgreb(mette, letter, "ansat")
    page = u.open_letter(mette, letter)
    assert not page.hides_parents
    assert page.record.informed


def test_no_question_about_parents_under_the_guard(mette, shelf):
    """The writing help asks nothing that would make anyone speak with them."""
    letter = begun(mette)
    before = u.questions(u.open_letter(mette, letter), shelf.underretning, shelf.questions)
    assert any(one.section == "foraeldre" for one in before)
    u.answer_overgreb(mette, letter, "foraelder")
    after = u.questions(u.open_letter(mette, letter), shelf.underretning, shelf.questions)
    assert not any(one.section == "foraeldre" for one in after)
    assert not any(one.rule == "parents_informed" for one in after)


# questions


def test_a_question_laid_away_stays_away(mette, shelf):
    """Also after locking; it is asked again only when somebody wants it."""
    letter = begun(mette)
    first = u.questions(u.open_letter(mette, letter), shelf.underretning, shelf.questions)[0]
    u.dismiss(mette, letter, first.place)
    page = u.open_letter(mette, letter)
    left = u.questions(page, shelf.underretning, shelf.questions)
    assert first.place not in [one.place for one in left]
    u.undismiss(mette, letter)
    page = u.open_letter(mette, letter)
    assert first.place in [
        one.place for one in u.questions(page, shelf.underretning, shelf.questions)
    ]


def test_other_childrens_names_are_listed(mette, shelf):
    """Bertil typed in clear is named with his section; Alma's brother and Alma are not."""
    letter = begun(mette)
    u.save_section(mette, letter, "resume", "Alma leger med Bertil. Bertils mor så det. Jan sover.")
    found = u.read_through(mette, letter, shelf).names
    assert [(one.section, one.name) for one in found] == [
        ("resume", "Bertil"),
        ("resume", "Bertils"),
    ]


# paper


def said(session, letter, shelf) -> dict[str, str]:
    return dict(u.plain_sections(session, letter, shelf))


def test_paper_masks_other_children(mette, shelf):
    """Bertil is a name on Mette's screen and "et andet barn" on Alma's paper."""
    seen, letter = three(mette), begun(mette)
    u.insert_observation(mette, letter, seen["hule"])
    text = "\n".join(said(mette, letter, shelf).values())
    assert "Byggede hule med et andet barn" in text
    assert "Bertil" not in text


def test_a_protected_address_never_reaches_paper(mette, shelf):
    """Neither hers nor the one of the parent she lives with."""
    standing = queries.one(mette.vault, Child, "alma").record
    with mette.write() as pen:
        pen.put(replace(standing, protected=True, hide_house=True), "alma")
    letter = begun(mette)
    text = "\n".join(said(mette, letter, shelf).values())
    assert "Engvej" not in text
    assert "oplyses til kommunen pr. telefon" in text
    address = draft_paper(mette, u.open_letter(mette, letter), shelf).imprint.address
    assert address == "Navn og adresse oplyses til kommunen pr. telefon"


def test_a_parent_who_was_not_told_stands_as_a_no(mette, shelf):
    """Also before anyone has written why: the paper never turns a no into "not said"."""
    letter = begun(mette)
    page = u.open_letter(mette, letter)
    untold = (Informed(parent="alma-mor", told=False),)
    u.save_head(mette, letter, replace(page.record, informed=untold))
    (row,) = draft_paper(mette, u.open_letter(mette, letter), shelf).informed
    assert row.told is False
    assert "Nej" in "\n".join(said(mette, letter, shelf).values())


def test_the_overgreb_paper_says_nothing_of_the_parents_view(mette, shelf):
    """No reaction, no view, no phone; the section says why not."""
    letter = begun(mette)
    u.save_section(mette, letter, "foraeldre", "Mor: »Hemmeligt svar.«")
    u.answer_overgreb(mette, letter, "foraelder")
    text = "\n".join(said(mette, letter, shelf).values())
    assert "Hemmeligt svar" not in text
    assert "12 34 56 79" not in text
    assert "ikke hørt og ikke orienteret af os" in text


def test_the_sections_come_out_for_copying(mette, shelf):
    """Heading by heading, with the law that the grounds stand for."""
    seen, letter = three(mette), begun(mette)
    u.insert_observation(mette, letter, seen["groed"])
    page = u.open_letter(mette, letter)
    u.save_head(mette, letter, replace(page.record, grounds=("underretning_saerlig_stoette",)))
    u.save_section(
        mette,
        letter,
        "vurdering",
        "Vi vurderer, at Alma mangler mad [1].\n\nHvis intet ændres: sover hun.\nVi ved ikke, hvorfor.",
    )
    told = said(mette, letter, shelf)
    assert shelf.law.ref("underretning_saerlig_stoette").cite in told["Underretning"]
    assert "Vi havde ikke nogen mad derhjemme" in told["Almas egne ord"]
    judged = told["Faglig vurdering"]
    assert judged.index("Alma mangler mad") < judged.index("sover hun") < judged.index("hvorfor")


def test_what_stands_outside_the_log_reaches_paper(mette, shelf):
    """Text in the section of observations is printed after the rows, and can be cited."""
    seen, letter = three(mette), begun(mette)
    u.insert_observation(mette, letter, seen["groed"])
    u.save_section(mette, letter, "observationer", "Alma er ofte træt.")
    assert "2. Uden dag\nAlma er ofte træt." in said(mette, letter, shelf)["Observationer"]


# finishing


def test_nothing_blocks_an_empty_letter(mette, shelf):
    """With every field empty it is finished, frozen and printed."""
    letter = begun(mette)
    empty = Underretning(child="alma", begun=date(2026, 11, 12))
    u.save_head(mette, letter, empty)
    frozen = u.finish(mette, letter, shelf)
    pdf = u.frozen_pdf(mette, frozen.id)
    assert pdf.startswith(b"%PDF")
    assert u.open_letter(mette, letter).stage is Stage.FAERDIG


def test_the_frozen_copy_proves_itself(mette, shelf):
    """Hashes fit the words and the bytes; the control number is the beginning of the first."""
    seen, letter = three(mette), begun(mette)
    u.insert_observation(mette, letter, seen["groed"])
    frozen = u.finish(mette, letter, shelf)
    copy = u.open_letter(mette, letter).frozen.record
    assert hashlib.sha256(copy.content.encode()).hexdigest() == copy.content_sha256
    assert hashlib.sha256(u.frozen_pdf(mette, frozen.id)).hexdigest() == copy.pdf_sha256
    assert copy.content_sha256.startswith(frozen.kontrolnr)
    words = json.loads(copy.content)
    assert words["papir"]["child"]["cpr"] == "031322-0000"
    assert words["versioner"]["observationer"][seen["groed"]]


def test_a_finished_letter_does_not_change(mette, shelf):
    """Later corrections of the child or an observation leave the paper as it was."""
    letter = begun(mette)
    u.save_section(mette, letter, "resume", "Sådan stod det.")
    frozen = u.finish(mette, letter, shelf)
    before = u.frozen_pdf(mette, frozen.id)
    with pytest.raises(Unclear, match="rettelse"):
        u.save_section(mette, letter, "resume", "Noget andet.")
    assert u.preview_pdf(mette, letter, shelf) == before
    assert "Sådan stod det." in said(mette, letter, shelf)["Kort fortalt"]


def test_a_correction_is_a_new_version(mette, shelf, world):
    """The first copy stays, and the second says which one it corrects."""
    letter = begun(mette)
    first = u.finish(mette, letter, shelf)
    world.clock.forward(hours=1)
    u.new_version(mette, letter)
    page = u.open_letter(mette, letter)
    assert page.is_correction
    assert page.stage is Stage.FAERDIG
    u.save_section(mette, letter, "resume", "Rettet.")
    assert "nr. 1" in said(mette, letter, shelf)["Underretning"]
    world.clock.forward(hours=1)
    second = u.finish(mette, letter, shelf)
    page = u.open_letter(mette, letter)
    assert not page.is_open
    assert [one.record.number for one in page.finished] == [1, 2]
    assert page.finished[1].record.replaces == first.id
    assert u.frozen_pdf(mette, first.id) != u.frozen_pdf(mette, second.id)


def test_the_leader_sees_signs_and_disagrees_beside_the_text(world, shelf):
    """A no is kept and stops nothing: Mette finishes and sends alone."""
    mette = world.session("mette")
    letter = begun(mette)
    world.close()
    hanne = world.session("hanne")
    u.comment(hanne, letter, "Jeg ville vente til efter samtalen.", "vurdering", disagrees=True)
    world.close()
    mette = world.session("mette")
    u.finish(mette, letter, shelf)
    u.register_step(mette, letter, Stage.AFSENDT, channel="Digital Post")
    page = u.open_letter(mette, letter)
    assert page.stage is Stage.AFSENDT
    assert [one.record.disagrees for one in page.comments] == [True]
    u.resolve_comment(mette, page.comments[0].id)
    assert u.open_letter(mette, letter).comments[0].record.resolved


def test_a_cosigner_stands_on_the_paper(world, shelf):
    """Hanne signs with Mette, and the empty line for the leader gives way to her name."""
    mette = world.session("mette")
    letter = begun(mette)
    world.close()
    u.cosign(world.session("hanne"), letter)
    world.close()
    text = "\n".join(said(world.session("mette"), letter, shelf).values())
    assert "Hanne Bjerre, leder" in text


# what follows


def test_a_phoned_one_is_sent_at_once_and_its_letter_is_a_task(mette):
    """The clock runs from the call; the list says that the letter is missing."""
    letter = begun(mette)
    u.register_step(
        mette,
        letter,
        Stage.AFSENDT,
        date(2026, 11, 12),
        time(7, 50),
        channel="telefon",
        spoke_with="Vagthavende",
        number="12 00 00 10",
    )
    page = u.open_letter(mette, letter)
    assert page.stage is Stage.AFSENDT
    assert page.needs_writing
    assert page.is_open
    row = u.letters(mette)[0]
    assert row.waits == "Brevet mangler"


def test_the_receipt_is_awaited_six_working_days(mette, shelf, world):
    """Sent on a Thursday, due the Friday of the week after; then one day over."""
    letter = begun(mette)
    u.finish(mette, letter, shelf)
    assert u.letters(mette)[0].waits == "Send den"
    u.register_step(mette, letter, Stage.AFSENDT, channel="sikker mail")
    row = u.letters(mette)[0]
    assert (row.waits, row.due.on) == ("Kvittering", date(2026, 11, 20))
    world.clock.forward(days=9)
    assert u.letters(mette)[0].due.words == "1 dag over"
    u.register_step(mette, letter, Stage.KVITTERET, journal="2026-1234")
    assert u.letters(mette)[0].stage is Stage.KVITTERET


def test_what_presses_stands_first(mette, shelf, world):
    """A receipt that is overdue stands above a draft written just now."""
    sent = begun(mette)
    u.finish(mette, sent, shelf)
    u.register_step(mette, sent, Stage.AFSENDT)
    world.clock.forward(days=20)
    draft = u.begin(mette, "bertil").id
    assert [row.id for row in u.letters(mette)] == [sent, draft]


def test_laid_aside_is_seen_again(mette, world):
    """Why and when are asked; it can be taken up, and the text is there."""
    letter = begun(mette)
    u.save_section(mette, letter, "resume", "Stadig her.")
    with pytest.raises(Unclear):
        u.lay_aside(mette, letter, " ", date(2026, 12, 1))
    u.lay_aside(mette, letter, "Mor har fået hjælp.", date(2026, 12, 1))
    row = u.letters(mette)[0]
    assert (row.stage, row.waits) == (Stage.HENLAGT, "Se på den igen")
    assert not u.open_letter(mette, letter).is_open
    world.clock.forward(minutes=5)
    u.take_up(mette, letter)
    page = u.open_letter(mette, letter)
    assert page.stage is Stage.KLADDE
    assert page.text("resume") == "Stadig her."


def test_a_new_letter_shows_what_is_new(mette, shelf, world):
    """Only observations written after the last letter carry the mark; its prose comes along and says so."""
    three(mette)
    first = begun(mette)
    u.save_section(mette, first, "resume", "Gammelt resume.")
    u.finish(mette, first, shelf)
    u.register_step(mette, first, Stage.AFSENDT)
    world.clock.forward(days=20)
    fresh = observe(mette, date(2026, 12, 1), "Alma sov ved frokost.")
    second = u.begin(mette, "alma", first).id
    page = u.open_letter(mette, second)
    assert [one.id for one in page.evidence if one.new] == [fresh]
    assert page.text("resume") == "Gammelt resume."
    assert page.sections["resume"].carried
    assert "12. november 2026" in page.record.earlier


def test_everything_is_there_after_locking(world, shelf):
    """Closed and opened again: head, rows, prose, frozen copy and steps."""
    mette = world.session("mette")
    seen, letter = three(mette), begun(mette)
    u.insert_observation(mette, letter, seen["groed"])
    u.save_section(mette, letter, "resume", "Alma er sulten [1].")
    page = u.open_letter(mette, letter)
    call = PhoneCall(day=date(2026, 11, 12), spoke_with="Vagten", agreed="Brev følger")
    u.save_head(mette, letter, replace(page.record, calls=(call,)))
    frozen = u.finish(mette, letter, shelf)
    pdf = u.frozen_pdf(mette, frozen.id)
    world.close()
    page = u.open_letter(world.session("hanne"), letter)
    assert page.record.calls == (call,)
    assert page.text("resume") == "Alma er sulten [1]."
    assert u.frozen_pdf(world.open_sessions[-1], frozen.id) == pdf


def test_reading_and_printing_are_noted(mette, shelf):
    """Opening the letter and taking its paper out stand in the child's log."""
    letter = begun(mette)
    u.open_letter(mette, letter)
    u.note_printed(mette, letter, "kopieret", "kommunens formular")
    reads = [one.record.what for one in queries.of_child(mette.vault, Read, "alma")]
    assert "underretning" in reads
    printed = queries.of_child(mette.vault, Printed, "alma")[0].record
    assert (printed.how, printed.document) == ("kopieret", "underretning")


def test_a_letter_that_is_gone_is_said_in_words(mette):
    """No traceback for a person."""
    with pytest.raises(NotFound) as refused:
        u.open_letter(mette, "findes-ikke")
    assert isinstance(refused.value, ForPeople)


def test_what_was_left_out_is_kept_alone(mette):
    """Nothing else was changed in the sitting: it is saved all the same, with the text beside it as it stood."""
    letter = begun(mette)
    u.save_section(mette, letter, "observationer", "Uden for loggen.")
    u.keep_section(mette, letter, "udeladt", "Ferien i juli.")
    assert u.open_letter(mette, letter).kept["udeladt"].text == "Ferien i juli."
    u.save_sitting(mette, letter, {}, {}, left_out=("Ferien i juli.",))
    page = u.open_letter(mette, letter)
    assert page.sections["observationer"].left_out == ("Ferien i juli.",)
    assert page.text("observationer") == "Uden for loggen."
    assert page.kept == {}
