"""What one child said is never quoted as another's: in a letter, a statusudtalelse, or at a table."""

from __future__ import annotations

from datetime import date

from tests.services.letters.a_letter import begun
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationKind
from tvaerfaglig.domain.observation import Involved, Observation, Part
from tvaerfaglig.domain.protection import Basis
from tvaerfaglig.services import library, recording
from tvaerfaglig.services import underretninger as u
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.konsultation import page as konsultation_page

DAY = date(2026, 11, 12)
SAID, ASKED = "Min far slår i bordet derhjemme", "Hvad sker der så?"


def bertils(session):
    """Bertil said it; Alma stood beside him."""
    both = (Involved(child="bertil"), Involved(child="alma", part=Part.VAR_MED))
    seen = Observation(
        day=DAY, involved=both, text="De byggede hule.", child_words=SAID, asked=ASKED,
        seen_by=(session.my_id,),
    )  # fmt: skip
    return recording.save(session, seen).id


def test_a_letter_takes_the_observation_and_not_the_other_childs_words(world):
    """Neither in the row, on the paper, nor among what can be fetched; in his own letter they stand."""
    mette, shelf = world.session("mette"), library.load()
    seen = bertils(mette)
    hers, his = begun(mette), u.begin(mette, "bertil").id
    for letter, quoted in ((hers, False), (his, True)):
        u.insert_observation(mette, letter, seen)
        page = u.open_letter(mette, letter)
        assert [bool(one.child_words) for one in page.rows] == [quoted]
        offered = [one for one in page.evidence if one.id == seen]
        assert [bool(one.stored.record.child_words) for one in offered] == [quoted]
        words = "\n".join(text for _, text in u.plain_sections(mette, letter, shelf))
        assert "hule" in words
        assert (SAID in words, ASKED in words) == (quoted, quoted)


def test_a_konsultation_offers_only_the_childs_own_words(world):
    """What lies on the table is there whole, but for what another child said."""
    mette = world.session("mette")
    seen = bertils(mette)
    note = Konsultation(
        day=DAY, dagtilbud="maelkeboetten", kind=KonsultationKind.NAVNGIVET, child="alma",
        basis=Basis.ANDET, basis_text="Aftalt med leder.", observations=(seen,),
    )  # fmt: skip
    made = konsultationer.plan(mette, note).id
    page = konsultation_page.open_konsultation(mette, made)
    assert [(one.id, one.record.child_words) for one in page.observations] == [(seen, "")]
