"""Write the small values of a kind's file, so that they are read again as they were."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator


def texts(**said: str) -> Iterator[str]:
    """Those that say anything; one line each, line breaks written as they are in TOML."""
    return (f"{key} = {quoted(text)}" for key, text in said.items() if text)


def flags(**said: bool) -> Iterator[str]:
    return (f"{key} = {'true' if value else 'false'}" for key, value in said.items())


def quoted(text: str) -> str:
    """JSON's escapes are a subset of TOML's basic strings, but for DEL, which TOML wants escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def listed(ids: Iterable[str]) -> str:
    return f"[{', '.join(quoted(str(one)) for one in ids)}]"
