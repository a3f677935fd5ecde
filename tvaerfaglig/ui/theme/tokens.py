"""The colours and sizes of the program, read from the one file that decides them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Tokens:
    """What `tokens.json` says; `colours` by mode and name, lengths in pixels at normal text size."""

    colours: Mapping[str, Mapping[str, str]]
    points: Mapping[str, float]
    weights: Mapping[str, int]
    line_height: float
    spacing: Mapping[str, int]
    radii: Mapping[str, int]
    sizes: Mapping[str, float]
    text_line: int
    breakpoints: Mapping[str, int]
    pairs: tuple[tuple[str, str, float], ...]


def read_tokens(path: Path) -> Tokens:
    """Read the file; a name that is missing is found here, not on the first page that needs it."""
    raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    colours = raw["colours"]
    modes = ("light", "dark", "contrast")
    kinds = raw["type"]
    sizes = raw["sizes"]
    return Tokens(
        colours={mode: {name: c[mode] for name, c in colours.items()} for mode in modes},
        points={name: kind["pt"] for name, kind in kinds.items() if "pt" in kind},
        weights={name: kind["weight"] for name, kind in kinds.items() if "weight" in kind},
        line_height=kinds["prose"]["line_height"],
        spacing=_pixels(raw["spacing"]),
        radii=_pixels(raw["radii"]),
        sizes={name: size["px"] for name, size in sizes.items() if "px" in size},
        text_line=sizes["text_line"]["ch"],
        breakpoints={name: point["em"] for name, point in raw["breakpoints"].items()},
        pairs=tuple((ink, ground, least) for ink, ground, least in raw["contrast"]["pairs"]),
    )


def _pixels(group: dict[str, Any]) -> dict[str, int]:
    return {name: value["px"] for name, value in group.items()}
