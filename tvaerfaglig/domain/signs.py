"""Signs to look up while writing. Nobody counts them, and those not checked are off by default."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain.law import Evidence
from tvaerfaglig.domain.resource import Table, once_each, read_toml

_KINDS = ("trivsel", "bekymring", "forældre")


@dataclass(frozen=True, slots=True)
class AgePeriod:
    """Whole months, both ends included."""

    id: str
    name: str
    first_month: int
    last_month: int


@dataclass(frozen=True, slots=True)
class SignSource:
    id: str
    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignHelp:
    """Something to look for: at which ages, under which category, and where it was read."""

    text: str
    ages: tuple[str, ...]
    kind: str
    category: str
    source: SignSource | None
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """The register; `advice` stands above every look-up."""

    advice: str
    unverified_word: str
    periods: tuple[AgePeriod, ...]
    signs: tuple[SignHelp, ...]

    def period(self, months: int) -> AgePeriod | None:
        """The age band of a child; none before birth or after school age."""
        return next((p for p in self.periods if p.first_month <= months <= p.last_month), None)

    def look_up(self, months: int, *, unverified: bool = False) -> tuple[SignHelp, ...]:
        """What may be shown for a child of this age; the unchecked only where a house chose them."""
        here = self.period(months)
        if here is None:
            return ()
        return tuple(
            each for each in self.signs if here.id in each.ages and (each.verified or unverified)
        )


def parse_signs(text: str) -> Signs:
    top = read_toml(text, "signs.toml")
    periods = tuple(_period(each) for each in top.tables("alder"))
    sources = tuple(_source(each) for each in top.tables("kilde"))
    signs = Signs(
        advice=top.prose("opslag"),
        unverified_word=top.text("ikke_kontrolleret"),
        periods=periods,
        signs=tuple(_sign(each, periods, sources) for each in top.tables("tegn")),
    )
    top.done()
    once_each((each.id for each in periods), "signs.toml")
    once_each((each.id for each in sources), "signs.toml")
    return signs


def _period(table: Table) -> AgePeriod:
    period = AgePeriod(
        table.text("id"), table.text("navn"), table.number("fra"), table.number("til")
    )
    table.done()
    return period


def _source(table: Table) -> SignSource:
    source = SignSource(table.text("id"), table.text("navn"), table.text("url"))
    table.done()
    return source


def _sign(
    table: Table, periods: tuple[AgePeriod, ...], sources: tuple[SignSource, ...]
) -> SignHelp:
    source = table.one_of("kilde", ("", *(each.id for each in sources)), "")
    ages, known = table.texts("alder"), [each.id for each in periods]
    if not set(ages) <= set(known):
        raise table.wrong(f"»alder« skal vælges mellem {', '.join(known)}.")
    sign = SignHelp(
        text=table.prose("tekst"),
        ages=ages,
        kind=table.one_of("slags", _KINDS),
        category=table.text("kategori"),
        source=next((each for each in sources if each.id == source), None),
        verified=table.one_of("evidens", Evidence) == Evidence.READ,
    )
    table.done()
    if sign.verified and sign.source is None:
        raise table.wrong("evidens S kræver en kilde.")
    return sign
