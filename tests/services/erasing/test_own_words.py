"""A word list may name a child: it is told of before she is erased, and her name goes from it where that is chosen."""

from __future__ import annotations

import pytest

from tests.services.erasing.house import close_all, furnish
from tvaerfaglig.services import library
from tvaerfaglig.services.erasing import acts
from tvaerfaglig.services.writing import spelling
from tvaerfaglig.store.everything import bodies

RULES = library.load().retention


@pytest.fixture
def house(world, tmp_path):
    """The leader, with everything about Alma, and a word list of her own."""
    session = world.session("hanne")
    session.made = furnish(session, tmp_path)
    close_all(session)
    spelling.add_word(session, "mooncar")
    spelling.add_word(session, "Alma")
    return session


def test_her_name_leaves_the_list_and_the_other_words_stay(house):
    """Chosen as any other text that holds her first name."""
    record = f"{house.my_id}:ordliste"
    acts.erase_child(house, "alma", "anmodning", RULES, (record,))
    own = spelling.known_words(house).own
    assert "mooncar" in own
    assert "Alma" not in own
    standing = [one.data for one in bodies(house.vault) if one.record == record]
    assert not [one for one in standing if '"Alma"' in one]


def test_the_list_holds_no_erasure_back(house):
    """Nobody chose it: the child is erased all the same."""
    acts.erase_child(house, "alma", "anmodning", RULES, ())
    assert "alma" not in house.children()
