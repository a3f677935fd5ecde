"""The papers about consent, with an invented child."""

from __future__ import annotations

from tests.printouts.sample_papers import IMPRINT, SILAS
from tvaerfaglig.printouts.papers.consent import Asked, ConsentPaper, ConsentTick, WithdrawalPaper
from tvaerfaglig.printouts.papers.parts import Fact, Signer

TICKS = (
    ConsentTick("Trivsel og hverdag i huset", "så vi sammen kan se, hvad der hjælper Silas"),
    ConsentTick("Helbred, søvn og mad", "så råd passer til det, I ved hjemme"),
)
RIGHTS = (
    ("Hvor længe", "Samtykket gælder 1 år, hvis ikke andet er skrevet her: __________"),
    ("I kan trække det tilbage", "Når I vil. Sig det eller skriv det til os."),
    ("Vores pligt", "Vi skal sige det til kommunen, og det kræver ikke samtykke."),
)


def empty_consent() -> ConsentPaper:
    return ConsentPaper(
        imprint=IMPRINT,
        child=SILAS,
        title="Samtykke",
        subtitle="Må vi tale med andre om Silas?",
        intro="Hvert kryds gælder kun det, der står ud for det.",
        facts=(Fact("Til", "Deniz Yıldız og Ane Brandt"),),
        receivers=Asked("Vi må fortælle det til", hint="Navn, fag og arbejdsplads."),
        ticks_heading="Sæt kryds ved det, vi må fortælle om",
        ticks=TICKS,
        own=Asked("Andet", hint="Skriv, hvad det er."),
        withhold=Asked("Det må vi ikke fortælle", hint="I behøver ikke skrive hvorfor."),
        interpreter=Asked("Tolk", hint="Tolkens navn og sprog."),
        rights=RIGHTS,
        signature="Underskrift",
        signers=(
            Signer("Deniz Yıldız", "far"),
            Signer("Ane Brandt", "mor"),
            Signer("", "for huset"),
        ),
    )


def given_consent() -> ConsentPaper:
    """Agreed to in part, in an older word, with an interpreter and something to keep back."""
    return ConsentPaper(
        imprint=IMPRINT,
        child=SILAS,
        title="Samtykke",
        subtitle="Må vi tale med andre om Silas?",
        intro="Hvert kryds gælder kun det, der står ud for det.",
        facts=(Fact("Givet af", "Deniz Yıldız"), Fact("Dato", "6. november 2026")),
        receivers=Asked("Vi må fortælle det til", "Karen Lund, socialrådgiver"),
        ticks_heading="Det har vi fået lov til at fortælle om",
        ticks=(ConsentTick("Søvn", "så han kan sove", on=True),),
        own=Asked("Med egne ord", "Kun morgenerne"),
        withhold=Asked("Det må vi ikke fortælle", "Mors sygdom"),
        interpreter=Asked("Tolk", "Tyrkisk telefontolk"),
        rights=RIGHTS[1:],
        signature="Underskrift",
        signers=(Signer("Deniz Yıldız", "far"), Signer("", "for huset")),
    )


def withdrawn_consent() -> WithdrawalPaper:
    return WithdrawalPaper(
        imprint=IMPRINT,
        child=SILAS,
        title="Samtykket er trukket tilbage",
        subtitle="Kvittering til jer",
        intro="I har trukket samtykket tilbage 12. november 2026.",
        to="Deniz Yıldız",
        date="12. november 2026",
        covered=(("Om", "Søvn"), ("Til", "Karen Lund")),
        closed=("Det er lukket", ("Karen Lund kan ikke længere se noget om barnet.",), ""),
        told=(("Det, der er fortalt", "Det kan vi ikke tage tilbage."),),
        signer=Signer("Gitte Wulff", "pædagog"),
    )


CONSENT_PAPERS = {
    "samtykke, tomt": empty_consent,
    "samtykke, givet": given_consent,
    "samtykke, trukket tilbage": withdrawn_consent,
}
