"""Dokumenter: a file added and looked at inside the program, and never written anywhere."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter

from tvaerfaglig.services.children import attachments
from tvaerfaglig.ui.children import OpenChild
from tvaerfaglig.ui.children.documents_tab import WholeList, size_words
from tvaerfaglig.ui.children.viewer import Picture, Viewer
from tvaerfaglig.ui.printouts.paper_view import PaperView


def picture(path: Path) -> Path:
    image = QImage(900, 400, QImage.Format.Format_RGB32)
    image.fill(0x3366AA)
    assert image.save(str(path))
    return path


def paper(path: Path) -> Path:
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter(writer)
    painter.drawLine(0, 0, 500, 500)
    painter.end()
    buffer.close()
    path.write_bytes(kept.data())
    return path


def files(place):
    lists = {one.accessibleName(): one for one in place.view.documents.findChildren(WholeList)}
    return lists["Bilag"]


def test_a_picture_is_added_and_seen_inside_the_program(mette, tmp_path):
    """It stands in the list with its size; opened, it is drawn as wide as there is room, and ‹ leads back."""
    place = mette.place(OpenChild("alma", tab="dokumenter"))
    place.view.documents.add_file(picture(tmp_path / "Tegning fra stuen.png"))
    mette.settle()
    (row,) = files(place).rows()
    assert row.title == "Tegning fra stuen"
    assert row.under.startswith("billede · ")
    there = set(Path(tempfile.gettempdir()).iterdir())
    files(place).opened.emit(row.key)
    mette.settle()
    viewer = place._aside
    assert isinstance(viewer, Viewer)
    (shown,) = viewer.findChildren(Picture)
    assert shown.heightForWidth(450) == 200
    assert set(Path(tempfile.gettempdir()).iterdir()) == there
    viewer._head.back.click()
    mette.settle()
    assert place.right.currentWidget() is place.view


def test_a_pdf_shows_its_pages(mette, tmp_path):
    """Read from memory by the same view that previews our own papers."""
    place = mette.place(OpenChild("alma", tab="dokumenter"))
    place.view.documents.add_file(paper(tmp_path / "Udtalelse.pdf"))
    mette.settle()
    files(place).opened.emit(files(place).rows()[0].key)
    mette.settle()
    (view,) = place._aside.findChildren(PaperView)
    assert view.pages == 1


def test_a_refused_file_says_why_and_adds_nothing(mette, tmp_path):
    """The sentence of the service stands in the bar."""
    bad = tmp_path / "brev.html"
    bad.write_text("<html></html>")
    place = mette.place(OpenChild("alma", tab="dokumenter"))
    place.view.documents.add_file(bad)
    mette.settle()
    assert "kan hente noget udefra" in mette.said[-1]
    assert mette.do(attachments.documents, "alma").attachments == ()


def test_undo_takes_the_file_away_again(mette, tmp_path):
    """*Fortryd* right after adding."""
    place = mette.place(OpenChild("alma", tab="dokumenter"))
    place.view.documents.add_file(picture(tmp_path / "forkert.png"))
    mette.settle()
    assert len(files(place).rows()) == 1
    mette.undo[-1]()
    mette.settle()
    assert mette.do(attachments.documents, "alma").attachments == ()


def test_sizes_are_said_as_danes_do():
    """Kilobytes and megabytes, with a comma."""
    assert (size_words(300), size_words(340_000), size_words(2_500_000)) == (
        "1 kB",
        "332 kB",
        "2,4 MB",
    )
