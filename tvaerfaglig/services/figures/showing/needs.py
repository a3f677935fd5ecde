"""What must have been written before a figure has anything to count: said where there is nothing yet."""

from __future__ import annotations

_NEEDS = {
    "foerste_hjaelp": "Tæller, når den første indsats for et barn er begyndt.",
    "fra_bekymring": "Tæller fra den første bekymring med dato.",
    "foraeldre_tidligt": "Tæller fra den første konsultation, hvor nogen udefra hører et barns navn.",
    "retning": "Tæller, når den første indsats er begyndt, og det er valgt, hvem den er rettet mod.",
    "aftaler_holdt": "Tæller fra den første aftale med dato, når dagen er gået, eller aftalen er gjort.",
    "opfoelgning_holdt": "Tæller fra den første opfølgning, når dagen er gået, eller den er holdt.",
    "besoeg_holdt": "Tæller fra det første planlagte besøg, når en uge er gået, eller det er holdt.",
    "svar": "Tæller fra den første underretning, der er sendt.",
    "fuldstaendighed": "Tæller fra den første underretning, der er sendt.",
    "bekymringsniveau": "Tæller, når den samme person har sagt et tal fra 0 til 10 på to dage.",
    "positioner": "Tæller, når de samme børn er set i to trivselsrunder efter hinanden.",
    "fulgt_op": "Tæller fra den første trivselsrunde.",
    "pladser": "Tæller, når en familie ønsker en plads i en gruppe eller en frivillig.",
    "maal": "Tæller, når der er sat trin på et mål i en familiegruppe.",
    "videre": "Tæller, når den første familie er færdig i et forløb.",
    "faelles_start": "Tæller, når et forløb for unge gravide er begyndt.",
    "kontakt_ved_to": "Tæller, når et forløb for unge gravide er begyndt.",
    "timer": "Tæller, når der er skrevet timer på en indsats.",
    "varighed": "Tæller, når den første frivillige er begyndt.",
    "som_planlagt": "Tæller, når den første planlagte dag er gået.",
    "huset": "Tæller, når det første barn er skrevet ind.",
    "laeringskurve": "Tegnes, når der er sendt underretninger i mere end ét kvartal.",
    "landsstatistik": "Tæller fra den første underretning, der er sendt.",
}


def needed(figure: str) -> str:
    return _NEEDS[figure]
