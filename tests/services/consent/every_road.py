"""Every document that the program can let out, read from its own code: what a preview is asked to show."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import tvaerfaglig

_ROOT = Path(tvaerfaglig.__file__).parent
_LETS_OUT = {"PreviewRequest", "note_printed", "Printed"}


def documents() -> dict[str, str]:
    """Each document's word, with a file that lets it out. A word that cannot be read from code is an error."""
    constants = _constants()
    found: dict[str, str] = {}
    for path, node in _calls():
        said = next((one.value for one in node.keywords if one.arg == "document"), None)
        if said is None:
            continue
        for word in _words(said, path, constants):
            found[word] = path.name
    return found


def _calls() -> Iterator[tuple[Path, ast.Call]]:
    for path in _ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in _LETS_OUT | {"partial", "ask"}:
                yield path, node


def _words(said: ast.expr, path: Path, constants: dict[str, set[str]]) -> set[str]:
    """A text, or the name of a constant; a value handed on from a request is that request's own word."""
    if isinstance(said, ast.Constant):
        return {str(said.value)}
    name = _name(said)
    if name in {"document", "printed"} or not name:
        return set()
    if name == "value" and isinstance(said, ast.Attribute):
        own = constants.get(_kind_of(_name(said.value), path))
    else:
        own = constants.get(f"{_room(said, path)}.{name}") or constants.get(name)
    assert own, f"{path}: what {ast.unparse(said)} is cannot be read"
    return own


def _kind_of(argument: str, path: Path) -> str:
    """The words of a StrEnum are known by its class: which one an argument is says its annotation."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.arg) and node.arg == argument and node.annotation:
            return ast.unparse(node.annotation)
    return ""


def _room(said: ast.expr, path: Path) -> str:
    """The module a name comes from: the one it is asked of, the one it is imported from, or its own."""
    if isinstance(said, ast.Attribute):
        return _name(said.value)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.ImportFrom) or not node.module:
            continue
        if _name(said) in {one.asname or one.name for one in node.names}:
            return node.module.rsplit(".", 1)[-1]
    return path.stem


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _constants() -> dict[str, set[str]]:
    """Every module's own texts, by "module.NAME" and by name, and every class's, by the class."""
    found: dict[str, set[str]] = {}
    for path in _ROOT.rglob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                texts = [one.value for one in node.body if isinstance(one, ast.Assign)]
                said = {one.value for one in texts if isinstance(one, ast.Constant)}
                found.setdefault(node.name, set()).update(map(str, said))
            for name, text in _assigned(node):
                for key in (f"{path.stem}.{name}", name):
                    found.setdefault(key, set()).add(text)
    return found


def _assigned(node: ast.stmt) -> Iterator[tuple[str, str]]:
    """NAME = "text", or several of them on one line."""
    if not isinstance(node, ast.Assign):
        return
    for target in node.targets:
        several = isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple)
        names = target.elts if several else [target]
        values = node.value.elts if several else [node.value]
        for name, value in zip(names, values, strict=False):
            if isinstance(name, ast.Name) and isinstance(value, ast.Constant):
                yield name.id, str(value.value)
