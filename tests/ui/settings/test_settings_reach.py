"""Every word of Indstillinger has its room, and every control its name, at any size."""

from __future__ import annotations

import pytest

from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tvaerfaglig.ui.settings.rules import Behind
from tvaerfaglig.ui.theme import Mode


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.CONTRAST])
def test_nothing_is_cut_and_nothing_is_nameless(hanne, world, dressed, scale, mode):
    """All nine sections, the first steps, a new colleague and one who is there."""
    dressed.choose(mode)
    dressed.set_scale(scale)
    shell = hanne.house.shell
    found = {}

    def look_at(name):
        found[name] = [*clipped(shell), *nameless(shell)]

    place = hanne.go("indstillinger", world.code)
    look_at("start")
    for key in list(place.kinds):
        place.choose(key)
        hanne.settle()
        look_at(key)
    place.choose("mennesker")
    hanne.settle()
    place.section().new.click()
    hanne.settle()
    look_at("ny")
    place.section().done.emit()
    hanne.settle()
    place.section().with_key.opened.emit("mette")
    hanne.settle()
    look_at("mette")
    assert {name: cut for name, cut in found.items() if cut} == {}


def test_all_sections_are_reached_by_keyboard_alone(hanne):
    """Arrows down the list; each page comes as one goes along."""
    place = hanne.go("indstillinger")
    place.list.setFocus()
    from PySide6.QtCore import Qt

    hanne.key(place.list, Qt.Key.Key_Home)
    seen = [place.section().title.heading.text()]
    for _ in range(len(place.list.rows()) - 1):
        hanne.key(place.list, Qt.Key.Key_Down)
        seen.append(place.section().title.heading.text())
    assert seen == [
        "Hanne Bjerre",
        "Mennesker",
        "Børnehuset Mælkebøtten",
        "Lister",
        "Lokale numre",
        "Skabeloner",
        "At følge op",
        "Mødeformer",
        "Indsatsformer",
        "Sikkerhedskopier",
        "Lås og boks",
        "Sletning",
        "Om reglerne",
        "Nyheder",
        "Tværfaglig",
    ]


def test_in_a_small_window_the_sections_become_a_box(hanne, dressed):
    """At 150 % the list gives way, and the box leads to the same pages."""
    dressed.set_scale(1.5)
    hanne.settle()
    place = hanne.go("indstillinger")
    assert not place.list.isVisible()
    assert place.box.isVisible()
    place.box.setFocus()
    from PySide6.QtCore import Qt

    hanne.key(place.box, Qt.Key.Key_Down)
    assert place.section().title.heading.text() == "Mennesker"


def test_the_rules_show_law_with_source_and_day_and_nothing_unread_as_law(hanne):
    """A reference that nobody has read at its source stands last, without a number."""
    page = hanne.go("indstillinger", "regler").section()
    law = hanne.desk.library.law
    behind = page.findChildren(Behind)
    assert behind
    behind[0].head.click()
    hanne.settle()
    shown = "\n".join(label.text() for label in page.findChildren(type(page.title.heading)))
    duty = law.ref("skaerpet_pligt")
    assert duty.source.split(" ; ")[0] in shown
    assert "Kontrolleret 21. november 2026 af TF" in shown
    assert hanne.desk.library.rules.not_the_journal in shown
    unread = [ref for ref in law.unverified() if ref.paragraph]
    assert unread
    for ref in unread:
        assert f"{ref.statute} § {ref.paragraph} · {ref.heading}".casefold() not in shown.casefold()


def test_what_is_asked_about_is_found_and_unfolded_by_keyboard(hanne):
    """Typing leaves what fits; one criterion opens with its questions, examples and sources."""
    from PySide6.QtCore import Qt

    page = hanne.go("indstillinger", "regler").section()
    asked = page.asked
    everything = len(asked.folds)
    assert everything > 20
    assert not any(fold.lines.isVisible() for fold in asked.folds)
    asked.typed.setFocus()
    asked.typed.setText("ugedag dato kalenderen")
    hanne.settle()
    assert not asked.folds
    assert asked.nothing.isVisible()
    asked.typed.setText("kalenderen")
    hanne.settle()
    assert [fold.head.text() for fold in asked.folds] == ["Hver iagttagelse har en dato"]
    assert asked.folds[0].lines.isVisible()
    assert asked.count.text() == "1 spørgsmål"
    asked.typed.clear()
    hanne.settle()
    assert len(asked.folds) == everything
    fold = asked.folds[0]
    fold.head.setFocus()
    hanne.key(fold.head, Qt.Key.Key_Space)
    shown = "\n".join(one.text() for one in fold.lines.findChildren(type(page.title.heading)))
    assert "Kilde: " in shown
    assert "Spørger ved: " in shown
    assert "Tier ved: " in shown
