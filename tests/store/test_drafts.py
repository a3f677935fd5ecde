"""Text on its way is kept at once, is its writer's alone, and is gone when it is saved."""

from __future__ import annotations

import pytest

from tests.store.bare_vault import Ticking, everything_in, make, put, reopen, seen


@pytest.fixture
def vault(tmp_path):
    made = make(tmp_path / "boks", Ticking())
    yield made
    made.close()


def test_a_draft_survives_without_being_saved(tmp_path):
    """What was typed a second before the power went is offered again."""
    vault = make(tmp_path / "boks")
    vault.save_draft("mette", "ny", "observation", "Halvt skrev")
    del vault
    again = reopen(tmp_path / "boks")
    assert [draft.content for draft in again.drafts("mette")] == ["Halvt skrev"]
    again.close()


def test_a_draft_is_its_writers_alone(vault):
    """Two may write under the same key, and neither sees the other's."""
    vault.save_draft("mette", "ny", "observation", "Mettes")
    vault.save_draft("yusuf", "ny", "observation", "Yusufs")
    assert [draft.content for draft in vault.drafts("mette")] == ["Mettes"]
    vault.drop_draft("mette", "ny")
    assert vault.drafts("mette") == []
    assert [draft.content for draft in vault.drafts("yusuf")] == ["Yusufs"]


def test_the_last_words_replace_the_earlier_and_stand_first(vault):
    """One draft for each key, the newest on top, and nothing of the earlier left."""
    vault.save_draft("mette", "ny", "observation", "Første forsøg")
    vault.save_draft("mette", "brev", "underretning", "Kære")
    vault.save_draft("mette", "ny", "observation", "Andet forsøg")
    assert [(draft.key, draft.content) for draft in vault.drafts("mette")] == [
        ("ny", "Andet forsøg"),
        ("brev", "Kære"),
    ]
    assert "Første" not in everything_in(vault)


def test_a_draft_goes_in_the_same_moment_as_it_is_saved(vault):
    """Saved means one event and no draft; failed means the draft and no event."""
    vault.save_draft("mette", "ny", "observation", "Færdig")
    with pytest.raises(ZeroDivisionError), vault.write("mette") as pen:
        pen.put(seen("Færdig"))
        pen.drop_draft("ny")
        raise ZeroDivisionError
    assert len(vault.drafts("mette")) == 1
    assert vault.log.count() == 0
    with vault.write("mette") as pen:
        pen.put(seen("Færdig"))
        pen.drop_draft("ny")
    assert vault.drafts("mette") == []
    assert vault.log.count() == 1


def test_a_draft_is_no_event(vault):
    """Before the first save the log knows nothing of it."""
    put(vault, seen("Noget andet."))
    head = vault.log.head()
    vault.save_draft("mette", "ny", "observation", "Endnu ikke")
    assert (vault.log.count(), vault.log.head()) == (1, head)


def test_a_half_sign_does_not_cost_the_draft(vault):
    """What a clipboard cut in two is marked; the rest is kept."""
    vault.save_draft("mette", "ny", "observation", "Hun sagde \ud83d og lo \ud83d\ude42")
    assert vault.drafts("mette")[0].content == "Hun sagde \ufffd og lo 🙂"
