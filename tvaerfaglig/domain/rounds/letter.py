"""The words of the letter that tells parents of a round, read from a file that a house may change."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain.resource import read_toml

FILE = "trivselsbrev.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundLetter:
    """What is filled in stands in braces; see the file. The `_all` texts are for a round of the whole house."""

    title: str
    subtitle: str
    to: str
    to_all: str
    intro: str
    intro_all: str
    what: str
    why: str
    who: str
    used: str
    stays: str
    kept: str
    kept_unsaid: str
    rights: tuple[str, ...]
    talk: str


def parse_round_letter(text: str) -> RoundLetter:
    top = read_toml(text, FILE)
    letter = RoundLetter(
        title=top.text("titel"),
        subtitle=top.text("undertitel"),
        to=top.text("til"),
        to_all=top.text("til_hele_huset"),
        intro=top.prose("indledning"),
        intro_all=top.prose("indledning_hele_huset"),
        what=top.prose("hvad"),
        why=top.prose("hvorfor"),
        who=top.prose("hvem"),
        used=top.prose("bruges"),
        stays=top.prose("foelger_ikke"),
        kept=top.prose("gemmes"),
        kept_unsaid=top.prose("gemmes_uden_tal"),
        rights=top.texts("rettigheder"),
        talk=top.prose("tal"),
    )
    top.done()
    return letter
