"""Indsatser and Tal: a group and one of its families, the roll by one key each, and whether it helps."""

from __future__ import annotations

from tvaerfaglig.tour.camera import Camera
from tvaerfaglig.tour.hands import Hands


def follow_family(hands: Hands, camera: Camera) -> None:
    """From the list of indsatser to one family's goals."""
    hands.press("Indsatser")
    hands.look_for("Familiegruppe, onsdag")
    camera.take(
        "indsatser", "Indsatser: det, I gør sammen, hvornår næste gang er, og hvor langt I er"
    )
    hands.choose("Familiegruppe, onsdag")
    hands.look_for("Det mangler")
    camera.take("familiegruppe", "En familiegruppe: næste gang, det, der mangler, og familierne")
    hands.press("Familier")
    hands.choose("Merve")
    hands.look_for("to trin op siden start")
    camera.take("familie", "Én familie: mål i ord, man kan se, og hvor langt de er nået")


def call_roll(hands: Hands, camera: Camera) -> None:
    """A day that nobody has noted: one key for each family, and none is passed over."""
    hands.press("Indsatser")
    hands.choose("Familiegruppe for de mindste")
    hands.press("Dage")
    hands.choose("10. nov.")
    hands.press("O · Opråb")
    hands.keys("A")
    hands.look_for("2 af 4")
    camera.take("opraab", "Opråbet: én tast for hver familie, og ingen kan springes over")
    hands.keys("A")
    hands.look_for("3 af 4")
    hands.keys("1")
    hands.look_for("4 af 4")
    hands.keys("A")
    hands.look_for("3 af 4 kom")


def see_figures(hands: Hands, camera: Camera) -> None:
    """The headline first; the statement of the year as it comes on paper."""
    hands.press("Tal")
    hands.look_for("Alder ved første hjælp")
    camera.take(
        "tal", "Tal: hvor gamle børnene er ved den første hjælp, og hvad der ikke kan vises"
    )
    hands.press("Udskriv")
    hands.press("Vis papiret")
    hands.look_for("sider")
    camera.take("aarsopgoerelse", "Årsopgørelsen, som den kommer på papir: uden navne")
