"""The recovery sheet: one page with the code that opens the vault when every password is lost."""

from __future__ import annotations

from tvaerfaglig.printouts.composing.commonplaces import facts
from tvaerfaglig.printouts.outline import CodeGrid, Items, Lines, Note, Outline, Prose, side
from tvaerfaglig.printouts.papers.parts import Fact
from tvaerfaglig.printouts.papers.recovery import RecoveryPaper

GROUP = 4
WHAT = (
    "Koden åbner boksen med alle børns oplysninger, hvis ingen længere kan huske sin adgangskode. "
    "Den er den eneste vej ind. Mister I både adgangskoder og kode, kan ingen hente det skrevne frem."
)
KEEP = (
    "Læg arket i en kuvert, luk den, og skriv dato og navn hen over lukningen.",
    "Læg kuverten i et aflåst skab eller en boks, ikke i samme rum som computeren.",
    "Tag ikke billede af arket, og skriv ikke koden i en mail eller på en computer.",
    "Se til kuverten en gang om året. Er den åbnet, så lav et nyt ark; så gælder det gamle ikke mere.",
)
WHO = "Lederen, eller den, lederen skriftligt har bedt om det. Skriv nederst, når det er brugt."
HOW = (
    "Vælg dit navn på låseskærmen og så »Glemt adgangskoden?«, og tast tegnene. Store og små bogstaver "
    "og mellemrum er lige meget, O gælder som 0 og I som 1. Taster du et tegn galt, siger programmet det."
)
USED = "Dato, hvem og hvorfor"


def compose(paper: RecoveryPaper) -> Outline:
    """The sheet taken apart."""
    code = "".join(char for char in paper.code if char.isalnum())
    groups = tuple(code[at : at + GROUP] for at in range(0, len(code), GROUP))
    return Outline(
        title="Gendannelsesark",
        imprint=paper.imprint,
        subtitle="koden, der åbner boksen, når ingen adgangskode gør",
        head=facts(Fact("Lavet", paper.date), Fact("Opbevares af", strong=paper.keeper)),
        secrecy="Strengt fortroligt",
        sections=(
            *side("Koden", CodeGrid(groups), Note("Læs rækkerne fra venstre, felt 1 til 9.")),
            *side("Hvad det er", Prose(WHAT)),
            *side("Sådan gemmer I det", Items(tuple(Fact("", line) for line in KEEP))),
            *side("Hvem må bruge det", Prose(WHO)),
            *side("Sådan bruges det", Prose(HOW)),
            *side("Brugt", Note(USED), Lines(3)),
        ),
    )
