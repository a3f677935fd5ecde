"""The tour itself: one child, from the first wonder to a printed underretning and the leader's summary."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tvaerfaglig.app import Program
from tvaerfaglig.tour import efforts, letter, trust, visit
from tvaerfaglig.tour.camera import Camera
from tvaerfaglig.tour.hands import Hands


@dataclass(frozen=True)
class Walk:
    """What a part has in its hands."""

    program: Program
    hands: Hands
    camera: Camera
    folder: Path

    def unlock(self, first_name: str) -> None:
        """Pick the name, type the password that the lock screen shows in a demo, Enter."""
        hands, logins = self.hands, self.program.around.logins
        name = next(one for one in logins if one.startswith(first_name))
        hands.settle()
        hands.press(f"{name}, ")
        hands.into(f"Adgangskode til {name}")
        hands.type(logins[name])
        hands.keys("Return")
        hands.wait_for(lambda: self.program.house, "Huset åbnede ikke.")

    def save_paper(self, name: str, words: str) -> None:
        """From the preview to a file in the tour's folder."""
        path = self.folder / f"{name}.pdf"
        self.hands.save_as("Gem som PDF", str(path))
        self.hands.wait_for(path.exists, f"{path.name} blev ikke gemt.")
        print(f"      {words}: {path}", flush=True)

    def lock(self) -> None:
        self.hands.keys("Ctrl+L")


@dataclass(frozen=True)
class Part:
    """What one person does between unlocking and locking."""

    heading: str
    walk: Callable[[Walk], None]


def _pedagogue(walk: Walk) -> None:
    hands, camera = walk.hands, walk.camera
    hands.settle()
    camera.take("laas-op", "Lås op: vælg dit navn. Akut står her også")
    walk.unlock("Mette")
    hands.look_for("Godmorgen, Mette")
    camera.take("overblik", "Overblik: det, der venter på Mette")

    _observe(hands, camera)
    _find(hands, camera)
    visit.look_together(hands, camera)
    efforts.follow_family(hands, camera)
    walk.lock()


def _observe(hands: Hands, camera: Camera) -> None:
    hands.keys("Ctrl+N")
    hands.type("al")
    hands.keys("Return")
    hands.type("Alma kom kl. 7.50 med sin egen ske i lommen.")
    camera.take("hurtig-note", "Ét barn og én linje: det er nok, når man står mellem to børn")
    hands.press("Skriv færdig senere")

    hands.keys("Alt+1")
    hands.press("Skriv færdig: Skriv om Alma færdig")
    hands.into("Hvad så og hørte du?")
    hands.keys("Ctrl+End")
    hands.type(
        " Hun satte sig hos Bertil og spiste en tallerken havregryn. Hun delte sit æble i to."
    )
    hands.press("Sæt ind")
    hands.into("Barnets egne ord")
    hands.type("Den er til mig og den er til dig")
    hands.into("Hvad spurgte den voksne om?")
    hands.type("Hvem skal have æblet?")
    hands.press("Ressource")
    hands.press("Mad og drikke")
    camera.take(
        "observation", "Observationen gøres færdig: set og hørt for sig, barnets ord for sig"
    )
    hands.keys("Ctrl+Return")
    hands.look_for("Gemt hos Alma")


def _find(hands: Hands, camera: Camera) -> None:
    hands.keys("Ctrl+K")
    hands.type("alma no")
    hands.look_for("Alma Nowak, ")
    camera.take("soeg", "Ctrl+K finder børn, tekster og ting at gøre")
    hands.keys("Return")
    hands.look_for("Beskyttet adresse")
    camera.take("boern", "Almas side: alt om hende på én tidslinje, og hvor langt I er")
    hands.turn_to("Forløb")
    hands.settle()
    camera.take(
        "forloeb", "Forløbet: hvor hun stod, hvem der sagde det, og det, der blev gjort imens"
    )
    hands.keys("Ctrl+Shift+A")
    camera.take("akut", "Akut: ring først, skriv bagefter")
    hands.keys("Esc")


def _social_worker(walk: Walk) -> None:
    hands, camera = walk.hands, walk.camera
    walk.unlock("Karen")
    visit.prepare(hands, camera)
    hands.press("Skriv: 5 Det, der går godt")
    hands.type("Hun deler. Hun siger selv, hvad hun mangler.")
    hands.press("Skriv: 10 Fælles forståelse")
    hands.type(
        "Vi er enige om, at Alma leger, når hun har spist og sovet. Vi er uenige om, hvor længe det kan vente."
    )
    hands.press("Bekymring")
    camera.take("konsultation", "Notatet: set og tænkt i hver sin ramme, og stillingen med ord")
    hands.press("Skriv: 12 Aftaler")
    hands.type("Morgenmad til Alma kl. 7, når mor har morgenvagt")
    hands.press("Mette Sørensen")
    hands.into("Senest")
    hands.type("20. nov.")
    hands.into("Sådan ser vi, om det virker")
    hands.type("Hun leger før samling fire af fem dage")
    hands.press("Færdig")
    hands.press("Skriv: 14 Tovholder og dato")
    hands.type("Mette")
    hands.press("Om 4 uger")
    camera.take("aftaler", "Aftalerne bliver opgaver hos den, der er nævnt")
    hands.press("Afslut notatet")
    hands.press("Afslut notatet")
    hands.press("Udskriv")
    hands.look_for("sider")
    camera.take("notat-paa-papir", "Notatet, som det kommer på papir")
    walk.save_paper("konsultationsnotat", "Konsultationsnotat")
    letter.write(hands, camera)
    walk.save_paper("underretning", "Underretning")
    walk.lock()


def _leader(walk: Walk) -> None:
    hands, camera = walk.hands, walk.camera
    walk.unlock("Hanne")
    camera.take("lederens-overblik", "Lederens overblik: det nye brev venter på at blive sendt")
    efforts.call_roll(hands, camera)
    efforts.see_figures(hands, camera)
    walk.save_paper("aarsopgoerelse", "Årsopgørelse")
    hands.press("Udskrifter")
    hands.into("Barn")
    hands.type("alma")
    hands.keys("Return")
    hands.into("Til hvad?")
    hands.type("Lederens overblik over forløb, frister og ansvar")
    hands.press("Vis sagsresuméet")
    hands.look_for("sider")
    camera.take("sagsresume", "Sagsresumé: forløbet, det, der venter, og det, der er udeladt")
    walk.save_paper("sagsresume", "Sagsresumé")
    walk.lock()


def _keeper(walk: Walk) -> None:
    walk.unlock("Hanne")
    trust.look_after(walk.hands, walk.camera, walk.folder)
    walk.save_paper("kvittering", "Kvittering for sletning")
    walk.lock()


def _next_morning(walk: Walk) -> None:
    hands, camera = walk.hands, walk.camera
    walk.unlock("Mette")
    hands.look_for("Morgenmad til Alma kl. 7")
    camera.take("naeste-gang", "Låst op igen: aftalen fra konsultationen ligger hos Mette")
    hands.keys("Ctrl+K")
    hands.type("egen ske")
    hands.look_for("Alma kom kl. 7.50")
    camera.take("fundet-igen", "Det, der blev skrevet, findes igen med et par ord")
    hands.keys("Esc")
    hands.press("Underretninger")
    hands.choose("Alma N.")
    hands.look_for("Færdig, ikke sendt")
    camera.take("brevet-igen", "Brevet står, som det blev afsluttet")
    hands.window.close()


PARTS = (
    Part("Mette, pædagog: en observation", _pedagogue),
    Part("Karen, socialrådgiver: konsultation og underretning", _social_worker),
    Part("Hanne, leder: et opråb, tallene og et sagsresumé", _leader),
    Part("Hanne, leder: en kollega, en kopi, loggen og en sletning", _keeper),
    Part("Mette igen: det hele er der", _next_morning),
)
