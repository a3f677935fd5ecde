"""Files in the vault: what is kept, what is refused in words, and that nothing lies on disk in clear."""

from __future__ import annotations

import hashlib

import pytest

from tvaerfaglig.services import access_log
from tvaerfaglig.services.children import attachments
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear

PDF = b"%PDF-1.7\n" + b"Tegning af hule. " * 5000
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40


def put(session, path, content, child="alma"):
    path.write_bytes(content)
    return attachments.put(session, child, path)


def test_a_file_comes_back_byte_for_byte_after_locking(world, tmp_path):
    """What Mette keeps today Hanne opens tomorrow, with its hash and its size."""
    saved = put(world.session("mette"), tmp_path / "tegning.pdf", PDF)
    world.close()
    found = attachments.content(world.session("hanne"), saved.id)
    assert found.content == PDF
    assert found.stored.record.sha256 == hashlib.sha256(PDF).hexdigest()
    assert (found.stored.record.title, found.stored.record.media) == ("tegning", "application/pdf")


def test_nothing_of_it_lies_readable_in_the_vaults_folder(world, tmp_path):
    """Its words are not in any file of the vault, and opening it writes none."""
    session = world.session("mette")
    saved = put(session, tmp_path / "tegning.pdf", PDF)
    before = set(tmp_path.rglob("*"))
    attachments.content(session, saved.id)
    assert set(tmp_path.rglob("*")) == before
    world.close()
    for file in world.folder.rglob("*"):
        if file.is_file():
            assert b"Tegning af hule" not in file.read_bytes()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("virus.exe", b"MZ\x90\0" * 10, "er et program"),
        ("billede.png", b"MZ\x90\0" * 10, "er et program"),
        ("script.pdf", b"#!/bin/sh\nrm -rf", "er et program"),
        ("tegning.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "kan hente noget udefra"),
        ("brev.html", b"<!DOCTYPE html><html></html>", "kan hente noget udefra"),
        ("foto.jpg", b"  <html><script>", "kan hente noget udefra"),
        ("foto.heic", b"\0\0\0\x18ftypheic\0\0", "Gem det som JPG"),
        ("noter.txt", b"almindelig tekst", "Gem den som PDF"),
        ("tom.pdf", b"", "er tom"),
    ],
)  # fmt: skip
def test_what_is_not_kept_is_refused_in_words(world, tmp_path, name, content, says):
    """By what it begins with, whatever it is called; and with what to do instead."""
    session = world.session("mette")
    with pytest.raises(Unclear, match=says):
        put(session, tmp_path / name, content)
    assert attachments.documents(session, "alma").attachments == ()


def test_more_than_fifty_megabytes_are_refused_before_they_are_read(world, tmp_path):
    """The size is said, and the limit."""
    large = tmp_path / "film.pdf"
    with large.open("wb") as file:
        file.write(b"%PDF-")
        file.truncate(attachments.LARGEST + 1)
    with pytest.raises(Unclear, match=r"fylder 50 MB\. Der er plads til 50 MB"):
        attachments.put(world.session("mette"), "alma", large)


def test_a_file_that_is_gone_is_said(world, tmp_path):
    """No traceback for a stick that was pulled out."""
    with pytest.raises(Unclear, match="kan ikke læses"):
        attachments.put(world.session("mette"), "alma", tmp_path / "væk.pdf")


def test_only_who_may_see_the_child_may_see_the_file(world, tmp_path):
    """Jonas neither adds nor opens; what Hanne opens stands in the log."""
    saved = put(world.session("mette"), tmp_path / "tegning.png", PNG)
    world.close()
    jonas = world.session("jonas")
    with pytest.raises(NotAllowed):
        attachments.content(jonas, saved.id)
    with pytest.raises(NotAllowed):
        attachments.documents(jonas, "alma")
    world.close()
    hanne = world.session("hanne")
    attachments.content(hanne, saved.id)
    seen = [(line.who, line.did, line.what) for line in access_log.of_child(hanne, "alma")]
    assert ("hanne", "har set", "et bilag") in seen


def test_taken_back_at_once_its_bytes_are_gone(world, tmp_path):
    """*Fortryd* erases the chunks; another's file cannot be taken back."""
    session = world.session("mette")
    saved = put(session, tmp_path / "forkert.png", PNG)
    blob = attachments.content(session, saved.id).stored.record.blob
    attachments.take_back(session, saved.id)
    assert session.vault.blob(blob) == b""
    with pytest.raises(NotFound):
        attachments.content(session, saved.id)
    kept = put(session, tmp_path / "rigtig.png", PNG)
    world.close()
    with pytest.raises(NotFound, match="kan ikke fortrydes"):
        attachments.take_back(world.session("hanne"), kept.id)
