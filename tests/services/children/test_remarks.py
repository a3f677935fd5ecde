"""Parents' remarks: verbatim, beside what they are about, and silent while the guard hides the parents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tvaerfaglig.domain.contact import ParentRemark, RemarkForm
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationKind, KonsultationState
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.protection import Against, Basis
from tvaerfaglig.printouts.papers.parts import Voice
from tvaerfaglig.printouts.printing import plain_sections
from tvaerfaglig.services import finding, library, recording, underretninger
from tvaerfaglig.services.children import protecting, remarks, timeline
from tvaerfaglig.services.errors import NotAllowed, Unclear
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.konsultation import paper as konsultation_paper
from tvaerfaglig.services.letters.acts import draft_paper
from tvaerfaglig.services.summarising import paper as summary
from tvaerfaglig.store import past

DAY = date(2026, 11, 11)
WORDS = "Det er ikke rigtigt, at Alma ikke fik mad.  Hun ville ikke have grøden."
WANTED = summary.Wanted("Overblik", date(2026, 1, 1), date(2026, 11, 12))


def remark(to: str = "", **more) -> ParentRemark:
    facts = {"child": "alma", "text": WORDS, "by": "alma-mor", "day": DAY, "taken_by": "mette"}
    return ParentRemark(**{**facts, "to": to, **more})


@pytest.fixture
def mette(session_of):
    return session_of("mette")


@pytest.fixture
def seen(mette) -> str:
    made = Observation(day=DAY, involved=(Involved(child="alma"),), text="Kom uden morgenmad.")
    return recording.save(mette, made).id


def test_verbatim_beside_its_record(mette, seen):
    """Word for word, two spaces too; by whom, when and how."""
    recording.save(mette, remark(seen, form=RemarkForm.SAGT))
    [(stored, who)] = remarks.of_record(mette, seen)
    assert (stored.record.text, who, stored.record.form.word) == (
        WORDS, "mor", "sagt til os, skrevet ned ord for ord og læst op",
    )  # fmt: skip
    assert any(
        isinstance(one.record, ParentRemark) for one in timeline.timeline(mette, "alma").entries
    )
    assert finding.find(mette, "grøden").records


def test_a_correction_leaves_the_first_words(mette, session_of, seen):
    """A new version with who; the first one stands in its history."""
    saved = recording.save(mette, remark(seen)).id
    recording.save(mette, remark(seen, text=WORDS + " Det siger jeg igen."), saved)
    said = [one.record.text for one in past.versions(mette.vault, ParentRemark, saved)]
    assert said[0] == WORDS
    with pytest.raises(NotAllowed):
        recording.save(session_of("yusuf"), remark(seen, text="pyntet"), saved)


@pytest.mark.parametrize("against", [Against.FORAELDER, Against.UKENDT])
def test_the_guard_asks_for_none(mette, seen, against):
    """None is taken while it hides the parents; those there stand beside nothing, and on no paper."""
    recording.save(mette, remark(seen))
    protecting.set_guard(mette, "alma", against)
    with pytest.raises(Unclear):
        recording.save(mette, remark(seen))
    assert remarks.of_record(mette, seen) == ()
    letter = underretninger.begin(mette, "alma").id
    underretninger.insert_observation(mette, letter, seen)
    assert "grøden" not in repr(plain_sections(_letter(mette, letter)))


def test_against_a_colleague_the_parents_still_speak(mette, seen):
    """Only what would tell a suspected parent is hidden."""
    protecting.set_guard(mette, "alma", Against.ANSAT)
    recording.save(mette, remark(seen))
    assert len(remarks.of_record(mette, seen)) == 1


def _letter(session, letter):
    return draft_paper(session, underretninger.read_letter(session, letter), library.load())


def test_on_the_papers_of_what_it_is_about(session_of, mette, seen):
    """The letter that cites the observation, the note of the konsultation, and the case summary."""
    recording.save(mette, remark(seen))
    letter = underretninger.begin(mette, "alma").id
    assert _letter(mette, letter).remarks == ()
    underretninger.insert_observation(mette, letter, seen)
    [voice] = _letter(mette, letter).remarks
    assert voice == Voice("Mor, ons 11. nov., skrevet af dem selv", WORDS)
    note = konsultationer.plan(
        mette,
        Konsultation(
            kind=KonsultationKind.NAVNGIVET, status=KonsultationState.I_GANG, child="alma", day=DAY,
            dagtilbud="maelkeboetten", basis=Basis.TIDLIGT_SAMARBEJDE.value,
        ),
    ).id  # fmt: skip
    assert konsultation_paper.paper(mette, note).remarks == ()
    recording.save(mette, remark(note, text="Vi var ikke med."))
    assert [one.words for one in konsultation_paper.paper(mette, note).remarks] == [
        "Vi var ikke med."
    ]
    recording.save(mette, remark(text="Om det hele."))
    leader = session_of("hanne")
    said = [one.words for one in summary.paper(leader, "alma", WANTED).remarks]
    assert set(said) == {WORDS, "Vi var ikke med.", "Om det hele."}
    sections = dict(plain_sections(summary.paper(leader, "alma", WANTED)))
    assert "Om det hele." in sections["Forældrenes bemærkning"]


def test_what_it_can_be_about(mette, session_of, seen):
    """What was written of the child, none of it only planned; and for whoever may see her."""
    konsultationer.plan(
        mette,
        Konsultation(
            kind=KonsultationKind.NAVNGIVET, child="alma", day=DAY, dagtilbud="maelkeboetten",
            basis=Basis.TIDLIGT_SAMARBEJDE.value,
        ),
    )  # fmt: skip
    assert [one.id for one in remarks.targets(mette, "alma")] == [seen]
    with pytest.raises(NotAllowed):
        remarks.targets(session_of("jonas"), "alma")
    assert remarks.of_record(session_of("jonas"), seen) == ()


def test_a_typed_name_stands_as_it_is(mette, seen):
    """Grandmother has no id."""
    recording.save(mette, replace(remark(seen), by="mormor Danuta"))
    assert remarks.of_record(mette, seen)[0][1] == "mormor Danuta"
