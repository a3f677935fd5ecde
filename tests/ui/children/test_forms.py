"""The small forms: what they ask, what they keep, and that correcting loses nothing that was there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.showing import press
from tvaerfaglig.domain.concern import Concern, NotNow, PositionSet
from tvaerfaglig.domain.contact import Absence, ParentContact, TalkForm
from tvaerfaglig.domain.people import Child, Parent
from tvaerfaglig.domain.protection import Covered, Guard, Receiver, Samtykke
from tvaerfaglig.services import drafts, recording
from tvaerfaglig.services.children import card, one_child, timeline
from tvaerfaglig.services.consent import acts
from tvaerfaglig.ui.children import OpenChild
from tvaerfaglig.ui.children.form import DraftPage
from tvaerfaglig.ui.widgets import tab_stops


def opened(at, child, kind, record="") -> DraftPage:
    place = at.place(OpenChild(child, write=kind, record=record))
    at.settle()
    assert isinstance(place._aside, DraftPage)
    return place._aside


def save(at, form):
    form.save_button.click()
    at.settle()


def asked(form, name):
    return form.fields.editor(name).accessibleDescription()


def only(at, kind):
    (found,) = at.do(timeline.timeline, "alma").of(kind)
    return found.record


FULL = {
    "samtale": ParentContact(
        child="alma", day=date(2026, 11, 2), at=time(8, 5), minutes=20, form=TalkForm.TELEFON,
        parents=("alma-mor", "mormor"), staff=("mette", "Vikar Vibe"), interpreter="Ola", topic="Søvn",
        told="Hun sover ikke.", view="Det gør hun hjemme.", disagree="Det ser vi ikke.",
        agreed="Vi taler igen.", shown_on=date(2026, 11, 4),
    ),
    "bekymring": Concern(
        child="alma", first_noticed=date(2026, 11, 1), by="mette", title="Træt", text="Gaber.",
        categories=("krop.soevn", "krop.taender", "gammel.kategori"), next_on=date(2026, 12, 1),
    ),
    "fravaer": Absence(child="alma", first=date(2026, 10, 1), last=date(2026, 10, 3), reason="Feber", told_by="far", reported=False),
    "ikke_nu": NotNow(child="alma", day=date(2026, 11, 1), because="Vi prøver.", by=("mette", "Nabo Nina"), seen_again_on=date(2026, 11, 20)),
}  # fmt: skip


@pytest.mark.parametrize("kind", FULL)
def test_correcting_and_changing_nothing_keeps_every_word(mette, kind):
    """A record that names people and things the lists no longer have comes back as it was."""
    saved = mette.do(recording.save, FULL[kind])
    form = opened(mette, "alma", kind, saved.id)
    save(mette, form)
    assert only(mette, type(FULL[kind])) == FULL[kind]


def test_absence_that_ends_before_it_begins_is_asked_about(mette):
    """The question stands at the last day, and the form stays."""
    form = opened(mette, "alma", "fravaer")
    form.fields.put(first=date(2026, 11, 10), last=date(2026, 11, 9))
    save(mette, form)
    assert "ligger før den første" in asked(form, "last")
    form.fields.put(last=None)
    save(mette, form)
    assert only(mette, Absence).last == date(2026, 11, 10)


def test_a_talk_needs_one_line_and_its_minutes_a_number(mette):
    """An empty talk is asked about; »en halv time« too."""
    form = opened(mette, "alma", "samtale")
    save(mette, form)
    assert "Én linje er nok" in asked(form, "view")
    form.fields.put(view="Det går bedre.", minutes="en halv time")
    save(mette, form)
    assert "Skriv et tal" in asked(form, "minutes")
    form.fields.put(minutes="30")
    save(mette, form)
    assert only(mette, ParentContact).minutes == 30


def test_a_decision_not_to_notify_must_come_back(mette):
    """Without a reason, or with a day already gone, it is asked; it says that one can always notify."""
    form = opened(mette, "alma", "ikke_nu")
    save(mette, form)
    assert "Hvorfor ikke nu?" in asked(form, "because")
    form.fields.put(because="Vi taler med mor først.", seen_again_on=date(2026, 11, 1))
    save(mette, form)
    assert "før beslutningen" in asked(form, "seen_again_on")
    form.fields.put(seen_again_on=date(2026, 11, 26))
    save(mette, form)
    assert only(mette, NotNow).by == ("mette",)


def test_from_the_decision_one_can_notify_instead(mette):
    """The link leads to the letter, and what was begun waits as a draft."""
    form = opened(mette, "alma", "ikke_nu")
    form.fields.editor("because").insert("Vi tøver")
    form.fields.editor("because").flush()
    form.touch()
    form._on_underret()
    mette.settle()
    place, argument = mette.went[-1]
    assert place == "underretninger"
    assert argument.child == "alma"
    assert "Vi tøver" in mette.do(drafts.mine)[0].content


def test_a_position_keeps_its_number_and_who_set_it(mette):
    """The optional 0–10 is stored as a number, and left out when it is not chosen."""
    form = opened(mette, "alma", "position")
    save(mette, form)
    assert "Hvilket trin ligner mest?" in asked(form, "position")
    form.fields.put(position="trives", level="7", set_by=("mette", "hanne"))
    save(mette, form)
    stand = only(mette, PositionSet)
    assert (stand.level, set(stand.set_by)) == (7, {"mette", "hanne"})


def test_a_form_begins_where_one_chooses_or_writes_first(mette, qtbot):
    """The first step of the position has the keyboard; space chooses it, arrows go between the steps."""
    form = opened(mette, "alma", "position")
    steps = form.fields.editor("position")
    assert QApplication.focusWidget() is steps.box("trives")
    press(qtbot, Qt.Key.Key_Space)
    assert steps.chosen() == "trives"
    press(qtbot, Qt.Key.Key_Down)
    assert steps.chosen() == "bekymring"


def test_the_advice_follows_the_step_and_never_advises_against(mette):
    """What is recommended for the step, and always that one can notify."""
    form = opened(mette, "alma", "position")
    form.fields.editor("position").box("staerk").click()
    assert "underret kommunen" in form._said.text()
    form.fields.editor("position").box("trives").click()
    assert "Du kan altid underrette" in form._said.text()


def test_a_consent_names_who_and_what(mette):
    """Giver and what is agreed to are asked for; it then stands as holding, with its last day."""
    form = opened(mette, "alma", "samtykke")
    save(mette, form)
    assert "Hvem gav samtykket?" in asked(form, "given_by")
    form.fields.put(given_by="alma-mor")
    save(mette, form)
    assert "Hvad sagde de ja til?" in asked(form, "scope")
    form.fields.put(**{"type:helbred": True}, people=["karen"], others="Pia Holm, talepædagog, PPR")
    save(mette, form)
    given = only(mette, Samtykke)
    assert given.until == date(2027, 11, 12)
    assert given.holds_on(date(2026, 11, 12))
    assert [one.key for one in given.covers] == ["helbred"]
    assert "Alma" in given.covers[0].purpose
    assert given.named == (
        Receiver(name="Karen Lund", role="socialrådgiver", staff="karen"),
        Receiver(name="Pia Holm", role="talepædagog", authority="PPR"),
    )
    assert given.taken_by == "mette"


FULL_CONSENT = Samtykke(
    child="alma", given_by="Mormor Inger", because="Plejemor", other_holder="venter", given_on=date(2026, 11, 1),
    covers=(Covered(key="trivsel", what="Trivsel", purpose="Som det hed dengang"), Covered(key="gammel", what="Noget")),
    scope="Kun morgener", named=(Receiver(name="Nabo Nina", role="psykolog", staff="nina"), Receiver(name="Pia")),
    receivers="Dem fra PPR, altså Pia", purpose="En konsultation", form="skriftligt, med tolk",
    until=date(2027, 2, 1), withhold="Sygdommen", withhold_because="Hun vil selv", interpreter="Ola",
    taken_by="Vikar Vibe",
)  # fmt: skip


def test_correcting_a_consent_and_changing_nothing_keeps_every_word(mette):
    """What was agreed to keeps the words of its day, also where the ticks are called something else now."""
    saved = mette.do(acts.save, FULL_CONSENT)
    form = opened(mette, "alma", "samtykke", saved.id)
    save(mette, form)
    assert only(mette, Samtykke) == FULL_CONSENT


def test_the_guard_asks_about_siblings_and_sets_them_too(desk_of):
    """A known sister is offered, chosen beforehand; the guard stands on both."""
    hanne = desk_of("hanne")
    child = hanne.tasks.now(lambda: hanne.session.child("alma").record)
    from tvaerfaglig.domain.people import Sibling

    sister = Sibling(name="Emil Friis", child="emil")
    hanne.do(card.save_child, replace(child, siblings=(sister,)), "alma")
    form = opened(hanne, "alma", "vaern")
    assert form.fields.several("siblings") == ("emil",)
    save(hanne, form)
    assert "Hvem er mistanken mod?" in asked(form, "against")
    form.fields.put(against="foraelder")
    save(hanne, form)
    assert hanne.do(one_child.child_page, "emil").hides_parents
    assert isinstance(only(hanne, Guard), Guard)


def test_the_guard_against_a_colleague_keeps_the_parents_parts(mette):
    """The bar says to call, and talks with the parents stay possible."""
    form = opened(mette, "alma", "vaern")
    form.fields.put(against="ansat")
    save(mette, form)
    place = mette.places[-1]
    assert place.view.child_head.bar.isVisible()
    assert "Samtale med forældrene" in place.view.child_head.more.menu_words()


def test_a_new_parent_needs_a_name_only_when_something_was_written(mette):
    """An empty one is left out without a word; one with a telephone is asked for a name, in its own frame."""
    form = opened(mette, "bertil", "oplysninger")
    form._on_add_parent()
    form._on_add_parent()
    form._parents[-1].fields.put(phone="12 34 56 00")
    save(mette, form)
    assert (
        "Hvad hedder vedkommende?"
        in form._parents[-1].fields.editor("name").accessibleDescription()
    )
    form._parents[-1].fields.put(name="Mormor Kjær", relation="mormor")
    save(mette, form)
    child = mette.tasks.now(lambda: mette.session.child("bertil").record)
    assert [one.name for one in child.parents] == ["Ane Kjær", "Ole Kjær", "Mormor Kjær"]


def test_a_parent_is_removed_and_the_version_before_still_has_her(mette):
    """*Fjern* takes her out of the facts; history keeps her."""
    form = opened(mette, "bertil", "oplysninger")
    form._parents[1].removed.emit()
    save(mette, form)
    versions = mette.do(card.child_versions, "bertil")
    assert [len(one.record.parents) for one in versions] == [2, 1]


def test_facts_draft_comes_back_with_parents_and_siblings(mette):
    """Half-filled in, closed, opened again: every field, also the family's."""
    form = opened(mette, "bertil", "oplysninger")
    form._on_add_sibling()
    form._siblings[-1].fields.put(name="Lillebror")
    form._parents[0].fields.editor("phone").setText("12 34 56 11")
    form.put_away()
    mette.settle()
    again = opened(mette, "bertil", "oplysninger")
    mette.settle()
    assert [one.fields.text("name") for one in again._siblings] == ["Lillebror"]
    assert again._parents[0].fields.text("phone") == "12 34 56 11"


def test_while_the_guard_hides_parents_their_number_is_kept_but_not_shown(mette):
    """Editing the address under the guard neither shows nor loses the telephone number."""
    form = opened(mette, "alma", "vaern")
    form.fields.put(against="foraelder")
    save(mette, form)
    form = opened(mette, "alma", "oplysninger")
    assert not form._parents[0].fields.field("phone").isVisible()
    form.fields.put(stays_at="Hos mormor")
    save(mette, form)
    child: Child = mette.tasks.now(lambda: mette.session.child("alma").record)
    assert child.stays_at == "Hos mormor"
    parent: Parent = child.parents[0]
    assert parent.phone == "12 34 56 79"


def test_two_who_correct_at_once_both_keep_their_words(mette, desk_of):
    """The second to save does not overwrite the first: the entry says that both are kept."""
    saved = mette.do(recording.save, FULL["fravaer"])
    form = opened(mette, "alma", "fravaer", saved.id)
    other = replace(FULL["fravaer"], reason="Skoldkopper")
    mette.do(recording.save, other, saved.id)
    form.fields.put(reason="Ørebetændelse")
    save(mette, form)
    (stored,) = mette.do(timeline.timeline, "alma").of(Absence)
    assert stored.conflict
    assert "begge udgaver er gemt" in mette.places[-1].view.timeline.line.entries()[0].source


def test_tab_comes_to_gem_after_the_last_field(mette):
    """In the order one reads: the fields, *Skriv færdig senere*, and then the filled button."""
    form = opened(mette, "alma", "fravaer")
    stops = tab_stops(form)
    at = stops.index(form.save_button)
    assert stops.index(form.fields.editor("first")) < at
    assert stops[at - 1].text() == "Skriv færdig senere"
    assert all(form.foot.isAncestorOf(one) for one in stops[at - 1 :])
