"""`check-text`: the questions of the writing help about a text in a file, for people and for measuring."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tvaerfaglig.domain.errors import ForPeople

if TYPE_CHECKING:
    from tvaerfaglig.domain.quality.finding import Finding

_ABOUT = "ask the writing help about a text: every question, before any is left out for calm"
_FILE = "UTF-8 text; - reads what is typed"
_SECTION = (
    "observationer, barnets_udsagn, foraeldrenes_syn, egen_indsats, ressourcer, vurdering, or hele: "
    "a whole text, cut at its headings"
)
_CONTEXT = 'JSON: {"child": {"name", "born", "sex"}, "known_people": [{"name", "role"}], "today"}'
_BATCH = 'lines of {"id", "section", "text", "context"}; answers with lines of {"id", "findings"}'


class CannotCheck(ForPeople):
    """There is no text to read; the words say why."""


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The lists are read only when the command runs: most starts of the program never need them."""
    command = commands.add_parser("check-text", help=_ABOUT, description=_ABOUT)
    command.add_argument("file", metavar="FILE", type=Path, nargs="?", help=_FILE)
    command.add_argument("--section", metavar="NAME", default="hele", help=_SECTION)
    command.add_argument("--context", metavar="FILE", type=Path, help=_CONTEXT)
    command.add_argument("--json", action="store_true", help="one JSON object")
    command.add_argument("--batch", metavar="FILE", type=Path, help=_BATCH)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """1 where something could not be read: in a batch the lines that can are answered all the same."""
    if chosen.batch is not None:
        return _answer_all(chosen.batch)
    if chosen.file is None:
        raise CannotCheck(
            "Hvilken fil skal læses? Skriv dens navn, eller - for at skrive teksten her."
        )
    from tvaerfaglig.services.writing.text_check import as_rows, check, read_context

    text = _typed() if str(chosen.file) == "-" else _read(chosen.file)
    context = read_context(_read(chosen.context)) if chosen.context else {}
    findings = check(text, chosen.section, context)
    if chosen.json:
        print(json.dumps({"findings": as_rows(findings)}, ensure_ascii=False, indent=1))
    else:
        for one in findings:
            print(_line(one, text))
    return 0


def _answer_all(path: Path) -> int:
    """A line that cannot be meant is named on stderr, and answered with why where it has an id."""
    missed = 0
    for number, line in enumerate(_read(path).split("\n"), 1):
        if not line.strip():
            continue
        answer = _answer(line, number)
        if "error" in answer:
            missed += 1
            print(answer["error"], file=sys.stderr)
        if answer.get("id") is not None or "error" not in answer:
            print(json.dumps(answer, ensure_ascii=False))
    return 1 if missed else 0


def _answer(line: str, number: int) -> dict[str, Any]:
    from tvaerfaglig.services.writing.text_check import as_rows, check

    asked: dict[str, Any] = {}
    try:
        asked = _asked(line)
        findings = check(asked["text"], asked.get("section", "hele"), asked.get("context"))
    except ForPeople as refusal:
        error = f"Linje {number} er sprunget over. {refusal}"
        return {"id": asked.get("id"), "findings": [], "error": error}
    return {"id": asked.get("id"), "findings": as_rows(findings)}


def _asked(line: str) -> dict[str, Any]:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        asked = None
    if not isinstance(asked, dict):
        raise CannotCheck('Den er ikke et JSON-objekt som {"id": 1, "text": "…"}.')
    return {"text": None} | asked


def _line(one: Finding, text: str) -> str:
    line = text.count("\n", 0, one.start or 0) + 1
    quote = one.quote if len(one.quote) <= 60 else f"{one.quote[:57]}…"
    return f"{line:4}  »{quote}«  {one.question}"


def _read(path: Path) -> str:
    try:
        return _decoded(path.read_bytes(), path.name)
    except FileNotFoundError:
        raise CannotCheck(f"Filen {path.name} findes ikke.") from None
    except OSError:
        raise CannotCheck(f"{path.name} kan ikke læses.") from None


def _typed() -> str:
    """Bytes, for the text's own line breaks and whatever the terminal calls its letters."""
    return _decoded(sys.stdin.buffer.read(), "Det, der er skrevet,")


def _decoded(read: bytes, name: str) -> str:
    try:
        return read.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CannotCheck(f"{name} skal være gemt som UTF-8, så æ, ø og å kan læses.") from None
