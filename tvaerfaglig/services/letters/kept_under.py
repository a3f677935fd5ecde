"""Under which ids and keys the parts of a letter lie, saved and not yet saved."""

from __future__ import annotations

import json

from tvaerfaglig.domain.interview.told import Told

OBSERVATIONS = "observationer"

PARENTS = "foraeldre"

DRAFT = "afsnit"

HEAD = "hoved"

LEFT_OUT = "udeladt"


def section_id(letter: str, section: str) -> str:
    return f"{letter}/{section}"


def draft_key(letter: str, section: str) -> str:
    """Under which key a section is kept while someone types in it."""
    return f"{DRAFT}:{section_id(letter, section)}"


def told_id(letter: str) -> str:
    """The record of how far somebody is with Spørg mig."""
    return section_id(letter, Told.KIND)


def told_key(letter: str) -> str:
    return f"{Told.KIND}:{letter}"


def draft_content(text: str) -> str:
    """How a section being typed in is kept."""
    return json.dumps({"text": text}, ensure_ascii=False)


def said_in(content: str) -> str:
    read = json.loads(content)
    return str(read.get("text", "")) if isinstance(read, dict) else ""
