"""What is saved: a PDF, a locked one, or Word; always seen first, noted, and for the owner's eyes."""

from __future__ import annotations

import io
import os
import stat
import time

import pikepdf
import pytest
from PySide6.QtCore import Qt

from tests.printouts.docx_reading import opened, text_of, words
from tests.services.letters.a_letter import begun, three
from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tests.ui.printouts.test_udskrifter import log, summary, worry
from tvaerfaglig.services import underretninger
from tvaerfaglig.ui.printouts.preview import PreviewPlace
from tvaerfaglig.ui.theme import Mode


@pytest.fixture
def letter(hanne):
    """Alma's letter, still open, in the preview."""
    seen = hanne.do(three)
    found = hanne.do(begun)
    for one in seen.values():
        hanne.do(underretninger.insert_observation, found, one)
    return found


def show(hanne, letter) -> PreviewPlace:
    place = hanne.go("udskrifter")
    row = next(one for one in hanne.do(_printable).letters if one.id == letter)
    place._on_letter(row)
    hanne.settle()
    assert isinstance(hanne.place, PreviewPlace)
    return hanne.place


def _printable(session):
    from tvaerfaglig.services.printing import printable

    return printable.what_can_be_printed(session)


def lock(hanne, preview):
    preview.saving.lock.setFocus()
    hanne.key(preview.saving.lock, Qt.Key.Key_Space)
    return preview.saving.code.text()


def test_a_locked_pdf_opens_with_the_four_words_only(hanne, tmp_path):
    """They are shown once, and stand neither in the log nor in the vault."""
    worry(hanne)
    preview = summary(hanne)
    code = lock(hanne, preview)
    assert len(code.split()) == 6
    assert preview.save_button.text() == "Gem låst PDF"
    where = tmp_path / "resume.pdf"
    preview.save_to(where)
    hanne.settle()
    content = where.read_bytes()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(content))
    with pikepdf.open(io.BytesIO(content), password=code) as paper:
        assert len(paper.pages) == preview.paper.pages
    assert "en anden vej end filen" in preview.message.words()
    assert log(hanne)[0].did == "har gemt låst"
    bodies = hanne.do(
        lambda s: s.vault.db.conn.execute("SELECT group_concat(data) FROM body").fetchone()[0]
    )
    assert code not in bodies
    again = summary(hanne)
    assert again.saving.code.text() == ""
    assert not again.saving.lock.isChecked()
    assert lock(hanne, again) != code


@pytest.mark.skipif(os.name != "posix", reason="rights are the folder's on Windows")
def test_a_saved_file_is_its_owner_s_and_whole(hanne, tmp_path):
    """Nobody else on the machine can read it, and no half file lies beside it."""
    preview = summary(hanne)
    where = tmp_path / "resume.pdf"
    where.write_bytes(b"gammel")
    preview.save_to(where)
    hanne.settle()
    assert stat.S_IMODE(where.stat().st_mode) == 0o600
    assert where.read_bytes() == preview.pdf
    assert [one.name for one in tmp_path.iterdir() if one.is_file() and one.suffix != ".pdf"] == []


def test_a_letter_is_saved_as_word_in_the_words_of_the_paper(hanne, letter, tmp_path, shelf):
    """Chosen by keyboard, noted as Word; a draft says so in its head."""
    preview = show(hanne, letter)
    hanne.press("Word")
    assert preview.save_button.text() == "Gem som Word"
    assert preview.saving.lock.isHidden()
    hanne.type(preview.receiver, "Fjordby Kommune")
    preview.save_to(tmp_path / "underretning")
    hanne.settle()
    content = (tmp_path / "underretning.docx").read_bytes()
    said = words(text_of(content))
    for heading, text in hanne.do(underretninger.plain_sections, letter, shelf):
        assert words(text) <= said | words(heading), heading
    head = "\n".join(one.text for one in opened(content).sections[0].header.paragraphs)
    assert "UDKAST" in head
    line = log(hanne)[0]
    assert (line.did, line.receiver, line.child) == (
        "har gemt som Word",
        "Fjordby Kommune",
        "Alma Nowak",
    )


def test_a_finished_letter_as_word_has_its_number_and_its_frozen_words(
    hanne, letter, tmp_path, shelf
):
    """Whatever has been written since."""
    frozen = hanne.do(underretninger.finish, letter, shelf)
    preview = show(hanne, letter)
    hanne.press("Word")
    preview.save_to(tmp_path / "underretning.docx")
    hanne.settle()
    content = (tmp_path / "underretning.docx").read_bytes()
    foot = "\n".join(one.text for one in opened(content).sections[0].footer.paragraphs)
    assert f"Kontrolnr. {frozen.kontrolnr}" in foot
    assert "UDKAST" not in "\n".join(p.text for p in opened(content).sections[0].header.paragraphs)


def test_only_a_letter_is_offered_as_word(hanne):
    """A summary is a PDF."""
    preview = summary(hanne)
    assert preview.saving.forms.isHidden()
    assert preview.save_button.text() == "Gem som PDF"


def test_where_nothing_can_be_written_nothing_lies_half(hanne, tmp_path):
    """And it is said, also of a locked one."""
    preview = summary(hanne)
    lock(hanne, preview)
    preview.save_to(tmp_path / "findes-ikke" / "resume.pdf")
    hanne.settle()
    assert preview.message.words() == "Der kan ikke skrives i den mappe. Vælg en anden."
    assert log(hanne) == ()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.CONTRAST])
def test_nothing_is_cut_and_nothing_is_nameless(hanne, dressed, letter, scale, mode):
    """With the four words on screen, and with Word chosen."""
    dressed.choose(mode)
    dressed.set_scale(scale)
    preview = show(hanne, letter)
    if preview.turns.isVisible():
        hanne.press("Før du skriver ud")
    lock(hanne, preview)
    shell = hanne.house.shell
    found = [*clipped(shell), *nameless(shell)]
    hanne.press("Word")
    found += [*clipped(shell), *nameless(shell)]
    assert found == []


def test_a_letter_becomes_word_and_locked_without_waiting(hanne, letter, shelf):
    """Each in well under a second once the libraries are there."""
    from tvaerfaglig.services.printing import pressing

    hanne.do(underretninger.word, letter, shelf)
    pdf = hanne.do(underretninger.preview_pdf, letter, shelf)
    began = time.perf_counter()
    hanne.do(underretninger.word, letter, shelf)
    hanne.do(pressing.locked, pdf, "fire ord i rad")
    assert time.perf_counter() - began < 2
