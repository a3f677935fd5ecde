"""What can stand between a person and the keys, each in words that may be shown as they are."""

from __future__ import annotations

from tvaerfaglig.store.errors import VaultError


class KeysError(VaultError):
    """Something about the keys that a person should be told; the text is Danish and complete."""

    default = "Nøglerne til boksen kan ikke bruges lige nu. Prøv igen om lidt."

    def __init__(self, message: str = "") -> None:
        super().__init__(message or self.default)


class WrongPassword(KeysError):
    default = "Adgangskoden passer ikke. Prøv igen, og se, om Caps Lock er slået til."


class WeakPassword(KeysError):
    """A new password that the rules ask to be longer; the text says how."""


class UnknownPerson(KeysError):
    default = "Den person har ingen nøgle til boksen. Lederen kan give en."


class PersonExists(KeysError):
    default = "Den person har allerede en nøgle til boksen."


class LastPerson(KeysError):
    default = "Det er den sidste nøgle til boksen. Giv en anden adgang, før den tages væk."


class BrokenKeyFile(KeysError):
    """The file is missing, torn, changed by something else, or from another vault."""


class NewerKeyFile(KeysError):
    """Kept apart from a broken file: falling back to an older copy would undo the newer one."""

    default = (
        "Nøglefilen er skrevet af en nyere version af Tværfaglig. "
        "Hent den nye version på denne computer, så kan boksen åbnes."
    )


class KdfRefused(KeysError):
    default = (
        "Nøglefilen vault.keys beder om en nøgleberegning, som programmet ikke går med til. "
        "Den kan være ændret af andre. Læg vault.keys tilbage fra en sikkerhedskopi, "
        "og sig det til dem, der passer jeres it."
    )


class KeysNotSaved(KeysError):
    default = (
        "Nøglefilen kunne ikke gemmes, så det, der gjaldt før, gælder stadig. "
        "Se, om disken er fuld, eller om mappen er skrivebeskyttet, og prøv igen."
    )


class StaleKeys(KeysError):
    default = "Nøglerne er skiftet, siden du låste op. Lås boksen, og lås op igen."


class RekeyUnfinished(KeysError):
    default = (
        "Det sidste nøgleskift er ikke gjort færdigt. Lås boksen, og lås op igen, "
        "så gøres det færdigt først."
    )


class CodeTypo(KeysError):
    """The checksum caught it; ``group`` is 1–9 where the trouble can be placed, else None."""

    def __init__(self, message: str, group: int | None = None) -> None:
        super().__init__(message)
        self.group = group


class WrongCode(KeysError):
    default = (
        "Koden er skrevet rigtigt af, men den hører ikke til denne boks. "
        "Se, om der ligger et nyere ark."
    )


class BrokenStateFile(KeysError):
    default = (
        "Noten om, hvor langt loggen var nået, kan ikke læses på denne computer. "
        "Kør en kontrol af boksen, så skrives den igen."
    )


class StateUnusable(KeysError):
    default = (
        "Programmets egen mappe på denne computer kan ikke bruges lige nu. "
        "Se, om disken er fuld, eller om mappen er skrivebeskyttet, og prøv igen."
    )
