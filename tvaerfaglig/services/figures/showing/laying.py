"""How the page lays its groups: side by side, or as periods in the order of time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tvaerfaglig.domain.figures.shares import Parts
from tvaerfaglig.services.figures.page import SplitBy
from tvaerfaglig.services.figures.showing import answers
from tvaerfaglig.services.figures.showing.measures import Row, Unit, drawn, times_table
from tvaerfaglig.services.figures.showing.parted import bars, parts_table
from tvaerfaglig.services.figures.showing.shown import Piece, Variant

ALL = "Alle"
_IN_TIME = {SplitBy.SKOLEAAR: "Skoleår", SplitBy.KALENDERAAR: "År", SplitBy.KVARTAL: "Kvartal"}


@dataclass(frozen=True, slots=True)
class Laying:
    """`marks` are what began between two periods, in columns from the left.

    `beside`: periods too stand beneath one another, as they do where there are only two.
    """

    split: SplitBy
    groups: tuple[str, ...]
    marks: tuple[tuple[float, str], ...] = ()
    beside: bool = False

    @property
    def in_time(self) -> bool:
        return self.split in _IN_TIME and not self.beside

    @property
    def group(self) -> str:
        """What heads the column of the groups."""
        return _IN_TIME.get(self.split, "Gruppe")

    @property
    def compares(self) -> bool:
        """Whether somebody may read cause and effect into it."""
        return len(self.groups) > 1

    def measured(
        self, rows: Sequence[Row], unit: Unit, first: str, *, ended: str = "", title: str = ""
    ) -> tuple[Piece, ...]:
        """Periods: a drawing and a table for each row. Else all rows in one."""
        charts = dict(drawn(rows, unit, in_time=self.in_time, marks=self.marks))
        apart = self.in_time and len(self.groups) > 1
        return tuple(
            Piece(
                title=each[0].name if len(rows) > 1 and apart else title,
                chart=charts.get(each[0].name if apart else ""),
                table=times_table(each, unit, first, self.group, ended=ended),
            )
            for each in ([[row] for row in rows] if apart else [rows])
        )

    def parted(
        self, groups: tuple[Parts, ...], parts: Sequence[str], what: str
    ) -> Iterable[Variant]:
        """`what` follows the first part in the short answer: »19 af 24 (79 %) til tiden«."""
        answer = answers.of_parts(groups, what, in_time=self.in_time)
        yield Variant(answer=answer, pieces=(self.part(groups, parts),))

    def part(self, groups: tuple[Parts, ...], parts: Sequence[str], title: str = "") -> Piece:
        table = parts_table(parts, [(ALL, groups)], "", self.group)
        return Piece(title=title, chart=bars(parts, [("", groups)]), table=table)
