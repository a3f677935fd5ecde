"""The tour's letter: observations dragged in, questions answered and laid away, read through, finished."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from tvaerfaglig.tour.camera import Camera
from tvaerfaglig.tour.hands import Hands
from tvaerfaglig.ui.widgets import EvidenceCard

_SEEN = "Det, vi har set og hørt"
_FIRST_QUESTION = "Det kan tælles"
_SUMMARY = (
    "Alma på 4 år er siden 2. oktober kommet sulten fem morgener og har spist tre portioner. "
    "Mor beder selv om hjælp til morgenerne. Vi skriver nu, fordi mor har fået morgenvagt fra 2. november."
)
_SINCE = "Den 2. oktober kom Alma første gang uden at have spist. Mor sagde, at nætterne var korte."
_ASSESSMENT = (
    "Vi vurderer, at Alma har brug for støtte til mad og søvn om morgenen, fordi hun leger, når hun har spist.\n"
    "Hvis intet ændres: mister hun formiddage med de andre børn.\n"
    "Det ved vi ikke: hvordan nætterne er i den nye lejlighed."
)


def write(hands: Hands, camera: Camera) -> None:
    """From the draft that Mette began to a finished letter, and into its preview."""
    hands.press("Underretninger")
    hands.press("Ny underretning")
    camera.take("ny-underretning", "En ny begynder med barnet, så fylder oplysningerne sig selv ud")
    hands.press("Underretninger")
    hands.choose("Alma N.")
    hands.choose(_SEEN)
    _drag_in(hands, 3)
    camera.take(
        "underretning", "Observationerne trækkes ind og får et nummer, som teksten kan henvise til"
    )
    hands.choose("Kort fortalt")
    hands.into("Kort fortalt")
    hands.type(_SUMMARY)
    hands.keys("F8")
    camera.take(
        "spoergsmaal", "F8 går til næste spørgsmål; Esc lægger det væk, og så bliver det væk"
    )
    hands.keys("Esc")
    hands.keys("Ctrl+Shift+M")
    hands.look_for("Hvornår lagde du første gang mærke til det?")
    hands.type(_SINCE)
    camera.take(
        "spoerg-mig", "Spørg mig: ét spørgsmål ad gangen, og svaret lander, hvor det hører til"
    )
    hands.keys("Esc")
    hands.choose("Vores vurdering")
    hands.into("Vores vurdering")
    hands.type(_ASSESSMENT)
    camera.take("vurdering", "Det, vi tænker, har sin egen stiplede ramme")
    hands.press("Læs igennem")
    camera.take("laes-igennem", "Læs igennem: hele brevet, som det bliver på papiret")
    hands.press("Sådan læser forældrene det")
    hands.look_for("Andre børn i teksten")
    camera.take("foraeldrene", "Sådan læser forældrene det: de ord, de får, og spørgsmål til dem")
    hands.press("Alma som 18-årig")
    camera.take("som-18-aarig", "Og sådan læser Alma det i 2040")
    hands.keys("Esc")
    hands.press("Afslut")
    camera.take("afslut", "Afslut: spørgsmål, der står åbne, forhindrer ikke noget")
    hands.press("Afslut")
    hands.look_for("Afsluttet")
    camera.take("afsluttet", "Brevet er frosset med sit kontrolnummer; nu kan det sendes")
    hands.press("Vis og udskriv")
    hands.look_for("sider")
    camera.take("brev-paa-papir", "Underretningen, som kommunen får den")


def _drag_in(hands: Hands, count: int) -> None:
    """Drag the unused observations on top of the heap into the letter, one after another, until they are read."""
    for _ in range(count):
        cards = hands.window.findChildren(EvidenceCard)
        unused = [card for card in cards if card.isVisible() and card.insert_button.isVisible()]
        frames = [one for one in hands.window.findChildren(QFrame) if one.isVisible()]
        rows = [one for one in frames if one.acceptDrops() and one.property("kind") == "well"]
        hands.drag(unused[0], rows[0])
    hands.look_for(_FIRST_QUESTION)
