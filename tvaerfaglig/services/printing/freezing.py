"""A paper frozen as it leaves: its words, the bytes they were pressed to, and the fingerprint of each.

The same for every paper that is finished once and then only ever shown as it was.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

import msgspec

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.printouts.papers.following import ReminderPaper
from tvaerfaglig.printouts.papers.statusudtalelse import StatusPaper
from tvaerfaglig.printouts.papers.underretning import UnderretningPaper
from tvaerfaglig.services.errors import NotFound
from tvaerfaglig.store.vault import Vault

KONTROLNR = 12
P = TypeVar("P", UnderretningPaper, StatusPaper, ReminderPaper)


@dataclass(frozen=True, slots=True)
class Frozen:
    """A finished copy as it came out: its record, its control number, and what changed."""

    id: str
    kontrolnr: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class Ice:
    """What is kept of it: canonical JSON of what was said, its fingerprint, and the paper's bytes."""

    content: str
    sha256: str
    pdf: bytes

    @property
    def kontrolnr(self) -> str:
        return self.sha256[:KONTROLNR]


def freeze(paper: P, versions: Mapping[str, object]) -> Ice:
    """`versions` is what else the content says: from what, in which versions, it was made."""
    from tvaerfaglig.printouts.printing import render

    said = {"papir": msgspec.to_builtins(paper), **versions}
    content = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    sha = hashlib.sha256(content.encode()).hexdigest()
    return Ice(content, sha, render(_numbered(paper, sha)))


def thawed(content: str, sha256: str, kind: type[P]) -> P:
    """The paper as it was kept, with the number that its own words gave it."""
    return _numbered(msgspec.convert(json.loads(content)["papir"], kind), sha256)


def pressed(vault: Vault, blob: str, sha256: str) -> bytes:
    """The bytes that were frozen, after their fingerprint is seen to fit."""
    pdf = vault.blob(blob)
    if hashlib.sha256(pdf).hexdigest() != sha256:
        raise NotFound("Det færdige eksemplar er slettet eller beskadiget og vises ikke.")
    return pdf


def _numbered(paper: P, sha256: str) -> P:
    return replace(paper, imprint=replace(paper.imprint, kontrolnr=sha256[:KONTROLNR]))
