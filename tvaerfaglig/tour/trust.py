"""The leader looks after the vault: a colleague, a copy brought back, a parent's right to know, an erasure proven."""

from __future__ import annotations

import shutil
from pathlib import Path

from tvaerfaglig.tour.camera import Camera
from tvaerfaglig.tour.hands import Hands


def look_after(hands: Hands, camera: Camera, folder: Path) -> None:
    """From Overblik to the receipt of the erasure, which stands as a paper at the end."""
    _colleague(hands, camera)
    _copy(hands, camera, folder)
    _log(hands, camera)
    _erasure(hands, camera)


def _colleague(hands: Hands, camera: Camera) -> None:
    hands.press("Indstillinger")
    hands.choose("Mennesker")
    hands.press("Ny kollega")
    hands.into("Navn")
    hands.type("Sidsel Ravn")
    hands.press("Ræven")
    hands.press("Giv Sidsel adgang")
    hands.look_for("Sidsel har fået en nøgle")
    camera.take("ny-kollega", "En ny kollega: fire ord til den første dag, og så vælger hun selv")


def _copy(hands: Hands, camera: Camera, folder: Path) -> None:
    hands.choose("Sikkerhedskopier")
    hands.press("Tag en kopi nu")
    hands.look_for("Kopien er taget og læst igennem")
    camera.take("kopi", "Kopien er taget, åbnet og læst igennem")
    trial = folder / "proeve"
    trial.mkdir(exist_ok=True)
    hands.press("Prøv den af")
    hands.save_as("Vælg en mappe", str(trial))
    hands.press("Prøv den af")
    hands.look_for("Kopien kan hentes frem")
    camera.take("kopi-proevet", "Kopien er hentet frem et andet sted, til den sidste underskrift")
    hands.press("Fjern prøven igen")
    hands.look_for("Prøven er fjernet igen")
    shutil.rmtree(trial)


def _log(hands: Hands, camera: Camera) -> None:
    hands.press("Børn")
    hands.choose("Alma Nowak")
    hands.turn_to("Hvem har set")
    hands.look_for("Udskrift til forældrene")
    camera.take("hvem-har-set", "Hvem har set i Almas oplysninger, hvornår og til hvad")
    hands.press("Udskrift til forældrene")
    hands.look_for("sider")
    camera.take("log-til-foraeldre", "Til forældrene: faget, ikke navnet, og ingen tekst")


def _erasure(hands: Hands, camera: Camera) -> None:
    hands.press("Indstillinger")
    hands.choose("Sletning")
    hands.into("Barn")
    hands.type("adam")
    hands.keys("Return")
    hands.press("Hele sagen")
    hands.look_for("Det forsvinder")
    camera.take("sletning", "Før der slettes: det, der forsvinder, og det, der bliver")
    hands.press("Slet alt om Adam")
    hands.press("Slet alt om Adam")
    hands.look_for("Hele boksen er gennemsøgt, og intet af det er tilbage")
    camera.take("bevis", "Beviset: hver række og hver side er gennemsøgt")
    hands.press("Vis kvitteringen")
    hands.look_for("1 side")
    camera.take("kvittering", "Kvitteringen: hvornår, hvem, hvorfor, og intet om hvad")
