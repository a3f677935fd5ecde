"""What stands on the sheet that opens the vault when every password is lost."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.printouts.papers.parts import Imprint


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryPaper:
    """The sheet that opens the vault when every password is lost. It is printed, never kept as a file."""

    imprint: Imprint
    code: str
    date: str = ""
    keeper: str = ""
