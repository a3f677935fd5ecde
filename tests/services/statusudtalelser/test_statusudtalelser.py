"""A statusudtalelse from the municipality's request to the sent copy, and everywhere it must be known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.printouts.pdf_reading import squeezed, text_of
from tests.services.letters.a_letter import observe, three
from tvaerfaglig.domain.contact import ParentRemark
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.domain.retention import HeldBy
from tvaerfaglig.domain.statusudtalelser.records import (
    Answer,
    StatusFinished,
    StatusStage,
    Statusudtalelse,
)
from tvaerfaglig.services import access_log, finding, library, recording, waiting
from tvaerfaglig.services.children import protecting, timeline
from tvaerfaglig.services.erasing import acts as erasing
from tvaerfaglig.services.erasing.due import due_list
from tvaerfaglig.services.erasing.holds import holds_of
from tvaerfaglig.services.erasing.scope import of_child
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.indsigt import dossier
from tvaerfaglig.services.statusudtalelser import acts, asking, reading, writing
from tvaerfaglig.store import queries

TODAY = date(2026, 11, 12)


@pytest.fixture(scope="module")
def shelf():
    return library.load()


@pytest.fixture
def form(shelf):
    return shelf.statusudtalelse


@pytest.fixture
def mette(world):
    return world.session("mette")


def begun(session, form):
    return writing.begin(session, "alma", form).id


def answered(record, heading, text, *, nothing=False):
    answer = Answer(heading=heading, title=heading, text=text, nothing_known=nothing)
    return record.answering(answer)


def written(session, form, **texts):
    """One with these headings answered, saved."""
    status = begun(session, form)
    record = reading.read_status(session, status).record
    for heading, text in texts.items():
        record = answered(record, heading, text)
    writing.save(session, status, record)
    return status


def test_what_is_known_stands_there(mette, form):
    """The municipality, half a year, who writes and how she knows the child; no judgement."""
    page = reading.open_status(mette, begun(mette, form))
    assert page.record.request.authority == "Fjordby Kommune"
    assert (page.record.first, page.record.last) == (date(2026, 5, 1), TODAY)
    assert page.record.writers == ("mette",)
    assert page.record.relation == "pædagog og barnets kontaktperson"
    assert page.record.answers == ()
    assert page.stage is StatusStage.KLADDE


def test_observations_lie_beside_their_heading(mette, form, shelf):
    """Those of the period; what she only saw happen to another child is not hers."""
    food = observe(mette, date(2026, 11, 2), "Spiste tre portioner.", categories=("krop.mad",))
    observe(mette, date(2025, 3, 3), "Sov hele dagen.", categories=("krop.soevn",))
    page = reading.read_status(mette, begun(mette, form))
    found = page.beside(form, shelf.categories)
    assert [one.id for one in found["sundhed"].observations] == [food]
    assert found["familie"].gap.startswith("Ingen observationer om familien")


def test_typing_is_kept_and_offered_again(mette, form):
    """Within the second, private to its writer; saved it is a version, and the draft is gone."""
    status = begun(mette, form)
    record = answered(
        reading.read_status(mette, status).record, "sundhed", "Alma sover til middag."
    )
    assert writing.keep(mette, status, record) == "8.00"
    assert reading.read_status(mette, status).kept == record
    saved = writing.save(mette, status, record)
    page = reading.read_status(mette, status)
    assert (saved.id, page.kept, page.record) == (status, None, record)


def test_choosing_numbers_and_undo_puts_back(mette, form):
    """Rows stand oldest first; taking one out takes its citation along, and Fortryd brings both."""
    seen = three(mette)
    status = begun(mette, form)
    first = writing.choose(mette, status, seen["nattoej"])
    assert first.number == 1
    typed = answered(first.record, "omsorg", "Hun kom i nattøj [1].")
    second = writing.choose(mette, status, seen["groed"], typed)
    assert second.number == 1
    assert second.record.text("omsorg") == "Hun kom i nattøj [2]."
    out = writing.leave_out(mette, status, seen["nattoej"])
    assert out.record.text("omsorg") == "Hun kom i nattøj."
    writing.put_back(mette, status, out.before)
    assert reading.read_status(mette, status).record == second.record


def test_a_corrected_observation_can_be_fetched_anew(mette, form):
    """The copy stays until somebody takes the newer one."""
    seen = observe(mette, date(2026, 11, 2), "Spiste to portioner.")
    status = begun(mette, form)
    writing.choose(mette, status, seen)
    stored = queries.one(mette.vault, recording.Observation, seen)
    recording.correct_observation(
        mette,
        replace(stored.record, text="Spiste tre."),
        seen,
        replaces=stored.heads,
        reason="talt",
    )
    page = reading.read_status(mette, status)
    assert page.record.rows[0].text == "Spiste to portioner."
    assert page.newer(seen) is not None
    writing.renew(mette, status, seen)
    assert reading.read_status(mette, status).record.rows[0].text == "Spiste tre."


def test_another_childs_observation_has_no_place(mette, form):
    """What is not about her cannot be chosen."""
    other = recording.save(
        mette,
        recording.Observation(
            involved=(recording.Involved(child="bertil"),), day=TODAY, text="Bertil sov."
        ),
    )
    with pytest.raises(NotFound, match="ikke længere hos barnet"):
        writing.choose(mette, begun(mette, form), other.id)


def test_the_questions_are_the_letters(mette, form):
    """A vague word is asked about at its heading; laid away it stays away, also when read again."""
    status = written(mette, form, sundhed="Alma er ofte træt.")

    def asked():
        return asking.questions(reading.read_status(mette, status), form)

    vague = next(one for one in asked().open if one.quote == "ofte")
    assert vague.section == "sundhed"
    writing.dismiss(mette, status, vague.anchor)
    assert vague.place not in {one.place for one in asked().open}
    assert [one.quote for one in asked().away] == ["ofte"]
    writing.undismiss(mette, status, vague.anchor)
    assert vague.place in {one.place for one in asked().open}


def test_saving_the_text_does_not_bring_a_question_back(mette, form):
    """What was laid away is not the page's to forget."""
    status = written(mette, form, sundhed="Alma er ofte træt.")
    page = reading.read_status(mette, status)
    writing.dismiss(mette, status, "x|sundhed|")
    writing.save(mette, status, answered(page.record, "familie", "Mor arbejder om natten."))
    assert reading.read_status(mette, status).record.dismissed == ("x|sundhed|",)


def test_finishing_freezes_the_words_and_the_bytes(mette, form):
    """Later prints are those bytes; nothing missing stops it; then it is read only."""
    seen = three(mette)
    status = written(mette, form, sundhed="Alma spiser godt.")
    known = writing.choose(mette, status, seen["hule"]).record
    writing.save(mette, status, answered(known, "bolig", "", nothing=True))
    done = acts.finish(mette, status, form)
    page = reading.read_status(mette, status)
    assert page.stage is StatusStage.FAERDIG
    pdf = acts.frozen(mette, done.id)
    assert acts.preview(mette, status, form) == pdf
    text = squeezed(text_of(pdf))
    assert squeezed("Alma spiser godt.") in text
    assert text.count(squeezed("Det ved vi ikke noget om.")) == 1
    assert text.count(squeezed("Ikke besvaret.")) == 8
    assert done.kontrolnr.upper()[:4] in text.upper().replace(" ", "")
    with pytest.raises(Unclear, match="Lav en rettelse"):
        writing.save(mette, status, page.record)


def test_nobody_else_is_named_on_its_paper(mette, form):
    """Bertil, who was in the cave, is "et andet barn"; her number in clear stands only on the finished one."""
    seen = three(mette)
    status = begun(mette, form)
    writing.choose(mette, status, seen["hule"])
    draft = text_of(acts.preview(mette, status, form))
    assert "Bertil" not in draft
    assert "et andet barn" in draft
    cpr = queries.one(mette.vault, Child, "alma").record.cpr
    assert cpr
    assert cpr not in draft
    done = acts.finish(mette, status, form)
    assert cpr in text_of(acts.frozen(mette, done.id))


def test_a_correction_keeps_the_first_copy(mette, form):
    """Opened again, changed, finished: two copies, each with its own words."""
    status = written(mette, form, sundhed="Første tekst.")
    first = acts.finish(mette, status, form)
    acts.send(mette, status, TODAY, channel="sikker post")
    assert reading.read_status(mette, status).stage is StatusStage.SENDT
    acts.correct(mette, status)
    page = reading.read_status(mette, status)
    assert page.is_open
    writing.save(mette, status, answered(page.record, "sundhed", "Anden tekst."))
    second = acts.finish(mette, status, form)
    assert "Første tekst." in text_of(acts.frozen(mette, first.id))
    assert "Anden tekst." in text_of(acts.frozen(mette, second.id))
    assert "Rettelse til" in text_of(acts.frozen(mette, second.id))
    assert acts.frozen_word(mette, first.id).startswith(b"PK")


def test_under_the_guard_nothing_of_the_parents(mette, form):
    """Their view is not shown, not printed, and comes back untouched when the guard is lifted."""
    status = written(mette, form, foraeldre="Mor er enig.", sundhed="Sover.")
    remark = ParentRemark(
        child="alma", to=status, day=TODAY, by="alma-mor", text="Det passer ikke.", taken_by="mette"
    )
    recording.save(mette, remark)
    assert "Det passer ikke." in text_of(acts.preview(mette, status, form))
    protecting.set_guard(mette, "alma", Against.FORAELDER)
    page = reading.read_status(mette, status)
    assert page.record.text("foraeldre") == ""
    paper = text_of(acts.preview(mette, status, form))
    assert "Mor er enig" not in paper
    assert "Det passer ikke." not in paper
    assert "Må ikke udleveres" in paper
    writing.save(mette, status, answered(page.record, "sundhed", "Sover godt."))
    protecting.lift_guard(mette, "alma", "Undersøgt.")
    assert reading.read_status(mette, status).record.text("foraeldre") == "Mor er enig."


def test_numbers_follow_also_where_the_guard_hides(mette, form):
    """The parents' text cites too; a row put in before it moves its number while nobody sees it."""
    seen = three(mette)
    status = begun(mette, form)
    first = writing.choose(mette, status, seen["nattoej"])
    writing.save(mette, status, answered(first.record, "foraeldre", "Mor: det var vaskedag [1]."))
    protecting.set_guard(mette, "alma", Against.FORAELDER)
    shown = reading.read_status(mette, status).record
    writing.choose(mette, status, seen["groed"], shown)
    protecting.lift_guard(mette, "alma", "Undersøgt.")
    assert (
        reading.read_status(mette, status).record.text("foraeldre") == "Mor: det var vaskedag [2]."
    )


def test_a_protected_address_stays_out(mette, form, world):
    """Neither the child's street nor, where ticked, the house."""
    hanne = world.session("hanne")
    child = queries.one(hanne.vault, Child, "alma")
    hidden = replace(child.record, protected=True, hide_house=True)
    with hanne.write() as pen:
        pen.put(hidden, "alma")
    paper = text_of(acts.preview(mette, begun(mette, form), form))
    assert "Engvej" not in paper
    assert "Mælkebøtten" not in paper


SHUT = (
    lambda s, x, form: reading.open_status(s, x),
    lambda s, x, form: reading.read_status(s, x),
    lambda s, x, form: writing.begin(s, "alma", form),
    lambda s, x, form: writing.save(s, x, Statusudtalelse(child="alma", begun=TODAY)),
    lambda s, x, form: writing.choose(s, x, "o"),
    lambda s, x, form: writing.leave_out(s, x, "o"),
    lambda s, x, form: writing.renew(s, x, "o"),
    lambda s, x, form: writing.put_back(s, x, Statusudtalelse(child="alma", begun=TODAY)),
    lambda s, x, form: writing.dismiss(s, x, "p"),
    lambda s, x, form: writing.undismiss(s, x),
    acts.finish,
    lambda s, x, form: acts.send(s, x, TODAY),
    lambda s, x, form: acts.correct(s, x),
    acts.preview,
    acts.word,
    acts.sections,
    acts.warnings,
)


@pytest.mark.parametrize("who", ["jonas", "karen"])
def test_no_door_opens_to_who_may_not_see_her(world, mette, form, who):
    """Another house, and one never let in: each door says no without her name, and writes nothing."""
    status = written(mette, form, sundhed="Noget om Alma.")
    done = acts.finish(mette, status, form)
    session = world.session(who)
    before = session.vault.log.count()
    doors = (
        *SHUT,
        lambda s, _x, _f: acts.frozen(s, done.id),
        lambda s, _x, _f: acts.frozen_word(s, done.id),
    )
    for door in doors:
        with pytest.raises((NotAllowed, NotFound)) as refused:
            door(session, status, form)
        assert "Alma" not in str(refused.value)
    assert reading.statuses(session).rows == ()
    assert session.vault.log.count() == before


def test_one_who_shares_her_may_write_it(world, mette, form):
    """As a letter: the socialrådgiver too, while the sharing holds."""
    protecting.share_child(mette, "alma", "karen", protecting.Basis.TIDLIGT_SAMARBEJDE)
    karen = world.session("karen")
    assert writing.begin(karen, "alma", form).id


def test_it_waits_until_it_is_sent(mette, form):
    """On Overblik with the municipality's day, first to be written, then to be sent, then no more."""
    status = begun(mette, form)
    record = reading.read_status(mette, status).record
    wanted = replace(record, request=replace(record.request, due=date(2026, 11, 20)))
    writing.save(mette, status, wanted)

    def mine():
        return [one for one in waiting.overview(mette).waiting if one.argument == status]

    assert [(one.kind, one.due) for one in mine()] == [("statusudtalelse", date(2026, 11, 20))]
    assert [row.due.on for row in reading.statuses(mette).rows] == [date(2026, 11, 20)]
    acts.finish(mette, status, form)
    assert [one.kind for one in mine()] == ["send"]
    acts.send(mette, status, TODAY)
    assert mine() == []
    assert reading.statuses(mette).rows[0].due is None


def test_it_stands_on_the_timeline_and_in_the_log(world, mette, form):
    """Begun, finished, sent; and whoever opened it."""
    status = written(mette, form, sundhed="Sover.")
    acts.finish(mette, status, form)
    acts.send(mette, status, TODAY, receiver="Fjordby Kommune")
    kinds = [one.record.KIND for one in timeline.timeline(mette, "alma").entries]
    assert {"statusudtalelse", "statusudtalelse_faerdig", "statusudtalelse_skridt"} <= set(kinds)
    reading.open_status(mette, status)
    acts.preview(mette, status, form)
    hanne = world.session("hanne")
    said = " · ".join(one.what for one in access_log.of_child(hanne, "alma"))
    assert "en statusudtalelse" in said
    assert "en færdig statusudtalelse" in said


def test_it_is_part_of_an_indsigt(world, mette, form, shelf):
    """The working paper, to be decided on, and the finished words."""
    status = written(mette, form, sundhed="Alma sover til middag.")
    acts.finish(mette, status, form)
    found = dossier.gather(world.session("hanne"), "alma", shelf)
    titles = {one.title: one for one in found.entries if "tatusudtalelse" in one.title}
    assert "Statusudtalelse, afsluttet 12. november 2026 (eksemplar 1)" in titles
    drafts = [one for one in titles.values() if one.draft]
    assert len(drafts) == 1
    words = [piece.text for one in titles.values() for piece in one.pieces]
    assert any("Alma sover til middag." in one for one in words)


def test_it_keeps_the_childs_file_until_it_is_sent(mette, form):
    """What the municipality waits for is not erased from under it."""
    status = written(mette, form, sundhed="Sover.")
    held = holds_of(mette.vault, ("alma",))["alma"]
    assert [one.record for one in held if one.why is HeldBy.STATUSUDTALELSE] == [status]
    acts.finish(mette, status, form)
    acts.send(mette, status, TODAY)
    held = holds_of(mette.vault, ("alma",))["alma"]
    assert not any(one.why is HeldBy.STATUSUDTALELSE for one in held)


def test_what_it_rests_on_is_not_taken_from_under_it(world, mette, form, shelf):
    """An observation in a draft, and in a finished one, is not erased alone."""
    seen = observe(mette, date(2026, 11, 2), "Spiste tre portioner.")
    status = begun(mette, form)
    writing.choose(mette, status, seen)
    hanne = world.session("hanne")
    with pytest.raises(Unclear, match="Tag den ud dér"):
        erasing.erase_record(hanne, seen, "fejlagtigt", shelf.retention)
    acts.finish(mette, status, form)
    with pytest.raises(Unclear, match="gjort færdig"):
        erasing.erase_record(hanne, seen, "fejlagtigt", shelf.retention)


def test_one_never_finished_may_go_after_its_period(world, mette, form, shelf, clock):
    """Listed for the leader when nobody has touched it for a year; all of it goes."""
    status = written(mette, form, sundhed="Sover.")
    hanne = world.session("hanne")
    clock.set(clock.now().replace(year=2028))
    listed = [one for one in due_list(hanne, shelf.retention).items if status in one.records]
    assert [one.what for one in listed] == ["Statusudtalelse, der aldrig blev afsluttet"]
    erasing.erase_due(hanne, listed[0].key, shelf.retention)
    assert queries.one(hanne.vault, Statusudtalelse, status) is None


def test_erasing_the_child_takes_it_along(world, mette, form, shelf):
    """The record, the frozen copy and its bytes."""
    status = written(mette, form, sundhed="Alma sover til middag.")
    done = acts.finish(mette, status, form)
    acts.send(mette, status, TODAY)
    blob = queries.one(mette.vault, StatusFinished, done.id).record.pdf
    hanne = world.session("hanne")
    erasing.erase_child(hanne, "alma", "anmodning", shelf.retention)
    assert queries.one(hanne.vault, Statusudtalelse, status) is None
    assert queries.one(hanne.vault, StatusFinished, done.id) is None
    assert not hanne.vault.blob(blob)


def test_another_child_named_in_it_is_found_when_she_is_erased(mette, form):
    """In a draft her name can be taken out; in one that is finished nobody changes a word, and the leader is told."""
    status = written(mette, form, venskaber="Alma leger med Bertil Kjær.")
    found = [one for one in of_child(mette.vault, "bertil").elsewhere if one.record == status]
    assert [one.frozen for one in found] == [False]
    acts.finish(mette, status, form)
    found = [one for one in of_child(mette.vault, "bertil").elsewhere if one.record == status]
    assert [one.frozen for one in found] == [True]


def test_search_finds_its_words(mette, form):
    """And shows it only to who may see the child."""
    written(mette, form, sundhed="Alma har brug for briller.")
    assert "statusudtalelse" in {one.record.KIND for one in finding.find(mette, "briller").records}


def test_a_begun_one_can_be_taken_back_at_once(mette, form):
    """Fortryd right after Ny statusudtalelse."""
    status = begun(mette, form)
    recording.take_back(mette, status)
    assert reading.statuses(mette).rows == ()
