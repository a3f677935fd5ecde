"""What Overblik says of the copies: one line when all is well, one bar when something is not."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from tvaerfaglig.services.copying import second_place
from tvaerfaglig.ui.copy_keeper import keeper_of
from tvaerfaglig.ui.widgets import MessageBar


def words(place) -> str:
    return "\n".join(one.text() for one in place.findChildren(QLabel) if one.isVisible())


def bars(place) -> list[str]:
    return [one.words() for one in place.findChildren(MessageBar) if one.isVisible()]


def look(house, days=0):
    """The keeper's round some days later, and Overblik after it."""
    house.world.clock.forward(days=days)
    keeper_of(house.desk).look()
    house.settle()
    return house.go("overblik")


@pytest.fixture
def broken(world):
    """No copy can be taken: the keys are gone from the folder while the vault stands open."""

    def spoil():
        for name in ("vault.keys", "vault.keys.bak"):
            (world.folder / name).unlink(missing_ok=True)

    return spoil


def test_the_leader_reads_when_the_last_good_copy_was_taken(hanne, tmp_path):
    """And that it lies on the drive too; one press leads to the copies."""
    (tmp_path / "Seagate").mkdir()
    hanne.do(second_place.prepare, tmp_path / "Seagate")
    hanne.do(second_place.choose, tmp_path / "Seagate", "Seagate")
    place = look(hanne)
    assert "Sidste gode kopi: i dag kl. 8.00, også på Seagate" in words(place)
    assert bars(place) == []
    hanne.press("Se kopierne")
    assert hanne.place.section().title.heading.text() == "Sikkerhedskopier"


def test_before_the_first_round_of_the_day_an_old_copy_is_no_worry_yet(hanne):
    """A new one is taken in a moment; the house was only closed."""
    look(hanne)
    hanne.do(second_place.put_off)
    hanne.world.clock.forward(days=5)
    keeper_of(hanne.desk).has_looked = False
    place = hanne.go("overblik")
    assert bars(place) == []
    place = look(hanne)
    assert "i dag kl. 8.00" in words(place)


def test_when_it_does_not_succeed_the_leader_reads_how_long_and_why(hanne, broken):
    """After two days kindly, after seven plainly; the page is drawn anew without anybody asking."""
    look(hanne)
    hanne.do(second_place.put_off)
    broken()
    place = hanne.go("overblik")
    (said,) = bars(look(hanne, days=1))
    assert said.startswith("Den sidste sikkerhedskopi blev ikke til noget. Nøglefilen")
    hanne.world.clock.forward(days=2)
    keeper_of(hanne.desk).look()
    hanne.settle()
    (said,) = bars(place)
    assert said.startswith("Der er ikke taget en god sikkerhedskopi i 3 dage. Nøglefilen")
    look(hanne, days=5)
    bar = next(one for one in place.findChildren(MessageBar) if one.isVisible())
    assert "8 dage" in bar.words()
    assert bar.property("tone") == "act"


def test_a_colleague_reads_it_only_when_it_has_become_serious(house_of, broken):
    """And whom to tell."""
    mette = house_of("mette")
    place = look(mette)
    assert "Sidste gode kopi" not in words(place)
    broken()
    assert bars(look(mette, days=3)) == []
    (said,) = bars(look(mette, days=5))
    assert said == "Der er ikke taget en god sikkerhedskopi i 8 dage. Sig det til Hanne."


def test_a_second_place_is_asked_for_and_can_be_put_off(hanne):
    """The cross lays it away for a week; the link leads to where one is chosen."""
    place = look(hanne)
    (said,) = bars(place)
    assert said.startswith("Sikkerhedskopierne ligger kun på denne computer.")
    bar = next(one for one in place.findChildren(MessageBar) if one.isVisible())
    hanne.click(bar.away)
    assert hanne.said[-1] == "Vi spørger igen 19. november."
    assert bars(hanne.go("overblik")) == []
    assert bars(look(hanne, days=7)) == [said]
    hanne.press("Vælg et sted")
    assert hanne.place.section().title.heading.text() == "Sikkerhedskopier"


def test_a_drive_that_has_been_away_for_days_is_asked_for(hanne, tmp_path):
    """By its name, with the day."""
    drive = tmp_path / "Seagate"
    drive.mkdir()
    hanne.do(second_place.prepare, drive)
    hanne.do(second_place.choose, drive, "Seagate")
    look(hanne)
    drive.rename(tmp_path / "skuffe")
    assert bars(look(hanne, days=1)) == []
    (said,) = bars(look(hanne, days=3))
    assert said.startswith("Seagate har ikke været til at få fat i siden 13. november.")
    (tmp_path / "skuffe").rename(drive)
    assert bars(look(hanne)) == []


def test_the_bar_and_the_line_have_room_at_any_size(hanne, dressed, broken):
    """Nothing is cut and nothing is nameless."""
    from tests.ui.accessibility import nameless
    from tests.ui.clipping import clipped

    look(hanne)
    broken()
    place = look(hanne, days=8)
    for scale in (1.0, 1.5, 2.0):
        dressed.set_scale(scale)
        hanne.go("overblik")
        assert [*clipped(place), *nameless(place)] == []
    assert place.findChildren(QPushButton)
