"""The consent form and the receipt: plain words, each tick its purpose, and nothing while the guard stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.consent.test_acts import CONSENT, shared_on
from tvaerfaglig.domain.protection import Against, Covered
from tvaerfaglig.services import library
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.consent import acts, form_paper, receipt
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear

FULL = replace(
    CONSENT,
    covers=(
        Covered(key="helbred", what="Søvn, som det hed dengang", purpose="så hun kan sove"),
        Covered(key="egen", what="Kommunens egen slags", purpose="til det, kommunen ville"),
    ),
    withhold="Mors sygdom",
    withhold_because="hun vil selv sige det",
    interpreter="Ola Wist, polsk",
)


def words(pressed) -> str:
    return "\n".join(text for section in pressed.sections for text in section)


def test_an_empty_form_asks_in_plain_words_and_has_a_line_for_each_custody_holder(world):
    """Every tick with its own purpose, how to take it back, the interpreter, and that a duty needs no consent."""
    mette, stock = world.session("mette"), library.load()
    pressed = form_paper.look_at(mette, "alma", stock)
    said = words(pressed)
    for one in stock.consent.types:
        assert one.name in said
    assert "{" not in said
    assert "12 måneder" in said or "1 år" in said
    assert "trække samtykket tilbage" in said
    assert "tolk" in said
    assert "kræver ikke samtykke" in said
    made = form_paper.paper(mette, "alma", stock)
    holders = mette.child("alma").record.custody_holders
    assert [one.name for one in made.signers][: len(holders)] == [one.name for one in holders]


def test_a_filled_form_keeps_the_words_of_the_day_it_was_given(world):
    """Also where the types are called something else now; what is withheld and the interpreter stand on it."""
    mette = world.session("mette")
    kept = acts.save(mette, FULL).id
    said = words(form_paper.look_at(mette, "alma", library.load(), kept))
    for text in (
        "Søvn, som det hed dengang",
        "Kommunens egen slags",
        "Mors sygdom",
        "Ola Wist",
        "Karen Lund",
    ):
        assert text in said
    assert "_____" not in said
    with pytest.raises(NotFound):
        form_paper.paper(mette, "bertil", library.load(), kept)


def test_the_receipt_says_what_closed_and_that_what_was_told_stays_told(world):
    """There is none before something was withdrawn."""
    mette, stock = world.session("mette"), library.load()
    kept = acts.save(mette, FULL).id
    with pytest.raises(Unclear, match="ikke trukket tilbage"):
        receipt.receipt(mette, kept, stock)
    shared_on(mette, kept)
    acts.withdraw(mette, kept)
    said = words(receipt.look_at_receipt(mette, kept, stock))
    assert "Karen Lund kan ikke længere se" in said
    assert "12. november 2026" in said
    assert "kan vi ikke tage tilbage" in said


@pytest.mark.parametrize("against", list(Against))
def test_while_the_guard_hides_the_parents_neither_paper_is_made(world, against):
    """The leader reads whom to ask; against another child or a member of staff the papers stay."""
    mette, stock = world.session("mette"), library.load()
    kept = acts.save(mette, FULL).id
    acts.withdraw(mette, kept)
    protecting.set_guard(mette, "alma", against)
    for make in (
        lambda: form_paper.look_at(mette, "alma", stock),
        lambda: form_paper.look_at(mette, "alma", stock, kept),
        lambda: receipt.look_at_receipt(mette, kept, stock),
    ):
        if against.hides_parents:
            with pytest.raises(NotAllowed, match="spørg kommunen"):
                make()
        else:
            assert make().pdf.startswith(b"%PDF")
