"""The visit day and the trivselsrunde: who waits, what is known beforehand, and how two see the same child."""

from __future__ import annotations

from tvaerfaglig.tour.camera import Camera
from tvaerfaglig.tour.hands import Hands


def prepare(hands: Hands, camera: Camera) -> None:
    """From Overblik by the day list to the note about Alma, which stands open at the end."""
    hands.press("Åbn dagens liste")
    hands.look_for("Siden sidst")
    camera.take(
        "dagsliste",
        "Dagens liste: hvem der venter med hvilket spørgsmål, og hvad der er sket siden sidst",
    )
    hands.choose("Et barn på 3 år")
    hands.look_for("passer på")
    camera.take(
        "anonymt", "Anonymt: hvor mange børn i huset det passer på, og bredere ord med én tast"
    )
    hands.keys("Esc")
    hands.choose("Alma Nowak")
    hands.press("Forbered")
    hands.look_for("Det ved vi ikke")
    camera.take("forberedelse", "Forberedelsen kommer fra loggen: det, vi ved, og det, vi ikke ved")
    hands.keys("Esc")
    hands.look_for("Konsultation om Alma")


def look_together(hands: Hands, camera: Camera) -> None:
    """Two have rated alone; now they see each other's for the first time."""
    hands.press("Trivselsrunder")
    hands.choose("Solsikken, efteråret 2026")
    hands.keys("Return")
    hands.look_for("I ser det forskelligt")
    camera.take("trivselsrunde", "Trivselsrunden: hver for sig først, så sammen med én sætning")
