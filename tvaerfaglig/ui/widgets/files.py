"""Windows that ask for a file or a folder: never in the way of the program's own loop, and in Danish.

Where the system has a window of its own for this it is used; Qt's own lacks a few Danish words.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

_WORDS = {
    QFileDialog.DialogLabel.LookIn: "Mappe:",
    QFileDialog.DialogLabel.FileName: "Navn:",
    QFileDialog.DialogLabel.FileType: "Slags:",
    QFileDialog.DialogLabel.Reject: "Annullér",
}


def ask_where_to_save(
    parent: QWidget, title: str, name: str, kinds: str, then: Callable[[Path], None]
) -> QFileDialog:
    """`then` gets the file that was chosen; nothing happens when nothing is."""
    dialog = _made(parent, title, kinds, then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Gem")
    dialog.selectFile(name)
    dialog.open()
    return dialog


def ask_for_file(
    parent: QWidget, title: str, kinds: str, then: Callable[[Path], None]
) -> QFileDialog:
    dialog = _made(parent, title, kinds, then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Vælg")
    dialog.open()
    return dialog


def ask_for_folder(
    parent: QWidget, title: str, folder: Path, then: Callable[[Path], None]
) -> QFileDialog:
    dialog = _made(parent, title, "", then)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Vælg")
    dialog.setDirectory(str(folder))
    dialog.open()
    return dialog


def _made(parent: QWidget, title: str, kinds: str, then: Callable[[Path], None]) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(Path.home()), kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for label, words in _WORDS.items():
        dialog.setLabelText(label, words)

    def chosen(path: str) -> None:
        then(Path(path))

    dialog.fileSelected.connect(chosen)
    return dialog
