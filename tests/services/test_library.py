"""The shelf of resources, read from disk."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tvaerfaglig.domain.quality.finding import PLACEHOLDERS
from tvaerfaglig.domain.resource import ResourceError
from tvaerfaglig.paths import resources
from tvaerfaglig.services import library

TODAY = date(2026, 11, 12)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A copy that a municipality may edit."""
    return shutil.copytree(resources(), tmp_path / "resources")


def test_everything_that_ships_can_be_read():
    """Nothing missing, nothing misspelt, and the files agree."""
    shipped = library.load()
    assert any(ref.is_law(TODAY) for ref in shipped.law.refs)
    assert shipped.questions.all
    assert shipped.akut == library.akut()


def test_the_grounds_of_an_underretning_can_be_cited():
    """Each as it will stand on the letter."""
    shipped = library.load()
    for ground in shipped.underretning.grounds:
        assert re.fullmatch(
            r"barnets lov § \d+, stk\. 1, nr\. \d", shipped.law.ref(ground.law).cite
        )


def test_dead_numbers_lead_to_living_ones():
    """Every old paragraph people still meet has something in its place."""
    replaced = library.load().law.replaced(TODAY)
    assert len(replaced) >= 6
    assert all(new.valid_to is None for _, new in replaced)


def test_a_municipality_may_change_a_word(shelf: Path):
    """Its own wording is what everybody sees."""
    path = shelf / "categories.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Mad og drikke", "Mad og måltider"), encoding="utf-8-sig")
    assert library.load(shelf).categories.name("krop.mad") == "Mad og måltider"


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("law.toml", 'id = "underretning_overgreb"', 'id = "overgreb"',
         "»underretning_overgreb« står ikke kontrolleret"),
        ("law.toml", 'id = "notatpligt"', 'id = "notat"', "»notatpligt« står ikke i law.toml"),
        ("categories.toml", '"krop.mad"', '"krop.kost"', "»krop.mad« står ikke i categories.toml"),
    ],
)  # fmt: skip
def test_files_that_no_longer_agree_are_asked_about(shelf: Path, name, old, new, words):
    """Before anyone meets the hole on a screen."""
    text = (shelf / name).read_text(encoding="utf-8")
    assert old in text
    (shelf / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ResourceError, match=re.escape(words)):
        library.load(shelf)


def test_a_missing_file_and_a_wrong_alphabet_are_told_apart(shelf: Path):
    """Each with what to do."""
    (shelf / "places.toml").write_bytes('navn = "Køkkenet"'.encode("latin-1"))
    with pytest.raises(ResourceError, match="skal gemmes som UTF-8"):
        library.load(shelf)
    (shelf / "places.toml").unlink()
    with pytest.raises(ResourceError, match=r"places\.toml mangler"):
        library.load(shelf)


def test_the_houses_own_numbers_lie_beside_the_vault(tmp_path: Path):
    """Readable before anyone has unlocked; until then the common ones."""
    common = library.local_numbers(tmp_path)
    assert [each.number for each in common.numbers] == ["112", "", "114"]
    mine = replace(common.numbers[1], name="Fjordby Kommune", number="12 34 56 78")
    changed = replace(common, numbers=(common.numbers[0], mine, common.numbers[2]))
    library.save_local_numbers(tmp_path, changed)
    assert library.local_numbers(tmp_path) == changed
    assert [path.name for path in tmp_path.iterdir()] == [library.NUMBERS]
    assert "12 34 56 78" in (tmp_path / library.NUMBERS).read_text(encoding="utf-8")


def _words() -> list[tuple[str, str]]:
    """Every line a person may read, with where it stands."""
    files = [path for path in resources().rglob("*.toml") if "demo" not in path.parts]
    return [
        (path.name, line)
        for path in files
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith(("#", "ord = [")) and "http" not in line
    ]


def test_the_words_are_those_of_a_good_colleague():
    """No reproach, no exclamation mark, no »venligst«, nothing demanded."""
    harsh = re.compile(
        r"\bfejl\b|venligst|påkræv|ugyldig|skal udfyldes|\w!|obligatorisk(?! lær)", re.IGNORECASE
    )
    for name, line in _words():
        assert not harsh.search(line), f"{name}: {line}"


def test_quotations_point_inwards():
    """»…«, as the rest of the program."""
    for name, line in _words():
        assert line.count("»") == line.count("«"), f"{name}: {line}"
        assert not re.search("[“”„]", line), f"{name}: {line}"


def test_every_place_in_a_question_can_be_filled():
    """No brace is left standing on the screen."""
    for question in library.load().questions.all:
        for name in re.findall(r"{(\w+)}", question.question + question.why):
            assert name in PLACEHOLDERS
