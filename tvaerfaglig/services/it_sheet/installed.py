"""What the program is built of, from what is installed: names, versions and licences, none of them typed by hand."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from tvaerfaglig import paths

NOT_SAID = "ikke oplyst i pakken"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_EXTRA = re.compile(r"""extra\s*==|["'][^"']*["']\s*==\s*extra""")
_SPDX = re.compile(r"[A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+-]+)*")
_VAGUE = "BSD"  # which of them the package does not say
_CLASSIFIED = {
    "BSD License": _VAGUE,
    "MIT License": "MIT",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.0-or-later",
    "SIL Open Font License 1.1 (OFL-1.1)": "OFL-1.1",
    "ISC License (ISCL)": "ISC",
    "Python Software Foundation License": "PSF-2.0",
    "zlib/libpng License": "Zlib",
    "The Unlicense (Unlicense)": "Unlicense",
    "Historical Permission Notice and Disclaimer (HPND)": "HPND",
}
_SAID = {
    "mit": "MIT",
    "mit license": "MIT",
    "the mit license": "MIT",
    "apache 2.0": "Apache-2.0",
    "apache-2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "apache license, version 2.0": "Apache-2.0",
    "new bsd": "BSD-3-Clause",
    "bsd 3-clause": "BSD-3-Clause",
    "sil ofl 1.1": "OFL-1.1",
    "hpnd": "HPND",
    "psf": "PSF-2.0",
}
_FIRST_LINES = (
    ("mit license", "MIT"),
    ("apache license", "Apache-2.0"),
    ("mozilla public license", "MPL-2.0"),
    ("neither the name", "BSD-3-Clause"),
    ("redistribution and use in source and binary forms", "BSD-2-Clause"),
    ("this software is provided 'as-is'", "Zlib"),
    ("permission is hereby granted, free of charge", "MIT"),
    ("mozilla mpl version 1.1", "GPL-2.0-only OR LGPL-2.1-only OR MPL-1.1"),  # Stavekontrolden
)
_LICENCE_FILE = re.compile(r"LICEN[CS]E|COPYING|da_DK\.license", re.IGNORECASE)
"""Of the dictionaries that come in one package only the Danish one is read."""


@dataclass(frozen=True, slots=True)
class Built:
    """One package that comes along: `asked` for by us, or needed by one that is."""

    name: str
    version: str
    licence: str
    asked: bool


def built_of() -> tuple[Built, ...]:
    """Every package, by name: those we ask for, and those they need that are installed here."""
    wanted = _asked()
    found: dict[str, Built] = {}
    for name in wanted:
        _gather(name, found, wanted)
    return tuple(sorted(found.values(), key=lambda one: one.name.casefold()))


def _asked() -> set[str]:
    """What the project file asks for."""
    project = paths.resources().parent / "pyproject.toml"
    listed = tomllib.loads(project.read_text(encoding="utf-8"))["project"]["dependencies"]
    return {_plain(one) for one in listed}


def _plain(requirement: str) -> str:
    found = _NAME.match(requirement)
    return re.sub(r"[-_.]+", "-", found[0]).lower() if found else ""


def _gather(name: str, found: dict[str, Built], asked: set[str]) -> None:
    """What is not installed is for another system or a part that is not used."""
    if name in found:
        return
    try:
        one = distribution(name)
    except PackageNotFoundError:
        return
    found[name] = Built(one.metadata["Name"], one.version, licence_of(one), name in asked)
    for requirement in one.requires or ():
        if not _EXTRA.search(requirement):
            _gather(_plain(requirement), found, asked)


def licence_of(one: Distribution) -> str:
    """Its licence as a short SPDX expression: as the package says it, or by its licence file."""
    said = next(filter(None, _ways(one)), "")
    return said or NOT_SAID


def _ways(one: Distribution) -> Iterator[str]:
    about = one.metadata
    yield next(iter(about.get_all("License-Expression") or ()), "").strip()
    yield _short(next(iter(about.get_all("License") or ()), ""))
    classified = _classified(about.get_all("Classifier") or ())
    yield "" if classified == _VAGUE else classified
    yield _by_file(one)
    yield classified


def _classified(classifiers: Iterable[str]) -> str:
    """One, or a choice of several."""
    names = (each.rsplit(" :: ", 1)[-1] for each in classifiers if each.startswith("License ::"))
    known = dict.fromkeys(filter(None, map(_CLASSIFIED.get, names)))
    return " OR ".join(str(one) for one in known)


def _short(said: str) -> str:
    """One line that says it; a whole licence text does not."""
    first = next(iter(said.strip().splitlines()), "").strip().rstrip(".")
    if first.casefold() in _SAID:
        return _SAID[first.casefold()]
    pieces = [piece.strip() for piece in first.split(",")]
    if len(pieces) > 1:
        known = [piece for piece in pieces if _is_spdx(piece)]
        return " AND ".join(known)
    return first if _is_spdx(first) else ""


def _is_spdx(said: str) -> bool:
    return bool(_SPDX.fullmatch(said)) and any(sign.isdigit() or sign == "-" for sign in said)


def _by_file(one: Distribution) -> str:
    for file in one.files or ():
        if _LICENCE_FILE.match(file.name):
            text = " ".join(str(file.read_text()).split()).casefold()[:4000]
            for words, name in _FIRST_LINES:
                if words in text:
                    return name
    return ""
