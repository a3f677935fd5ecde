"""The guided tour: drives the real windows through the main job, as a person would, and keeps what it saw."""

from __future__ import annotations

from pathlib import Path


def run(folder: Path) -> int:
    """Walk through the program and leave numbered pictures, PDFs and the vault in `folder`; 0 when all went well."""
    from tvaerfaglig.tour.guide import guide

    return guide(folder)
