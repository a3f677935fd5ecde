"""Qt's own words and numbers in Danish: its dialogs, menus in fields, calendars."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication


def speak_danish(app: QApplication) -> None:
    """Before the first window: what is already shown keeps the words it was made with."""
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_da", folder):
        app.installTranslator(translator)


def count_in_danish() -> None:
    """Numbers and days in fields made from now on; apart, because Qt's 800 countries take their time."""
    from PySide6.QtCore import QLocale

    QLocale.setDefault(QLocale(QLocale.Language.Danish, QLocale.Country.Denmark))
