"""Ordinary Danish words that the rules lean on: who speaks, who is meant, what is no name."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cached_property

from tvaerfaglig.domain.people import Sex
from tvaerfaglig.domain.resource import read_toml

FILE = "dansk.toml"


@dataclass(frozen=True)
class Lexicon:
    """Each a set of lower-case words, under the name it has in the file; what it is for stands there."""

    siger: frozenset[str]
    mener_selv: frozenset[str]
    foraeldre: frozenset[str]
    andre_stemmer: frozenset[str]
    barnet: frozenset[str]
    barn_af_slags: frozenset[str]
    andre_folk: frozenset[str]
    voksne_roller: frozenset[str]
    er: frozenset[str]
    goer: frozenset[str]
    let: frozenset[str]
    foran: frozenset[str]
    forholdsord: frozenset[str]
    neutrale: frozenset[str]
    ikke_passiv: frozenset[str]
    moedre: frozenset[str]
    faedre: frozenset[str]
    ikke: frozenset[str]
    tal: frozenset[str]
    talt: frozenset[str]
    planlagt: frozenset[str]
    ja_nej_spoergsmaal: frozenset[str]
    forkortet: frozenset[str]
    kendte_forkortelser: frozenset[str]
    forkortelser: frozenset[str]
    korte_ord: frozenset[str]
    navne_paa_s: frozenset[str]
    navne_der_er_ord: frozenset[str]
    drengenavne: frozenset[str]
    pigenavne: frozenset[str]
    kvindenavne: frozenset[str]
    mandenavne: frozenset[str]
    han_ord: frozenset[str]
    hun_ord: frozenset[str]
    stedord: frozenset[str]
    ikke_boern: frozenset[str]
    husord: frozenset[str]
    egenskab_ender: tuple[str, ...]
    counted: re.Pattern[str]

    @cached_property
    def boernenavne(self) -> frozenset[str]:
        return self.drengenavne | self.pigenavne

    @cached_property
    def voksennavne(self) -> frozenset[str]:
        return self.kvindenavne | self.mandenavne

    @cached_property
    def people(self) -> frozenset[str]:
        """Every word for somebody."""
        family = self.han_ord | self.hun_ord | self.foraeldre
        return family | self.andre_folk | self.voksne_roller

    @cached_property
    def only_adults(self) -> frozenset[str]:
        """Names that no child in these lists has."""
        return self.voksennavne - self.boernenavne

    def sex_of(self, low: str) -> Sex:
        """What a first name tells; a name that both have tells nothing."""
        his = low in self.drengenavne or low in self.mandenavne
        hers = low in self.pigenavne or low in self.kvindenavne
        if his == hers:
            return Sex.UKENDT
        return Sex.DRENG if his else Sex.PIGE


def parse_lexicon(text: str) -> Lexicon:
    top = read_toml(text, FILE)
    names = [each.name for each in fields(Lexicon) if each.type == "frozenset[str]"]
    words = {name: frozenset(one.lower() for one in top.texts(name)) for name in names}
    endings = tuple(top.texts("egenskab_ender"))
    top.done()
    return Lexicon(**words, egenskab_ender=endings, counted=_counted(words["talt"]))


def _counted(numbers: frozenset[str]) -> re.Pattern[str]:
    """What makes an amount or a time exact: a digit, a number word, »hver morgen«."""
    return re.compile(
        rf"\d|\b(?:{'|'.join(sorted(numbers))})\b"
        r"|\b(?:første|anden|tredje) gang\b"
        r"|\b(?:hver|hvert|en) (?:dag|uge|morgen|måned|mandag|tirsdag|onsdag|torsdag|fredag|time|minut)\w*",
        re.IGNORECASE,
    )
