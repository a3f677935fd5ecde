"""The sheet put together: the prose from its file, and every figure from where it is decided."""

from __future__ import annotations

import platform
from collections.abc import Callable

from tvaerfaglig import __version__
from tvaerfaglig.domain import danish
from tvaerfaglig.domain.copies import DAYS, WEEKS
from tvaerfaglig.domain.it_sheet import SheetText
from tvaerfaglig.domain.people import Child, Controller, Role, Staff
from tvaerfaglig.domain.roles import Action, may, ties_to
from tvaerfaglig.printouts.papers.leader import ItPaper, SheetPart, SheetTable
from tvaerfaglig.printouts.papers.parts import Fact
from tvaerfaglig.services.children import attachments
from tvaerfaglig.services.copying.second_place import second_place
from tvaerfaglig.services.erasing.periods import leads, periods
from tvaerfaglig.services.it_sheet.installed import built_of
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.printing import paper_facts
from tvaerfaglig.services.printing.pressing import Pressed, press
from tvaerfaglig.services.session import SAME_LOOK, Session
from tvaerfaglig.services.vault import whereabouts
from tvaerfaglig.store.under_the_bonnet import Under, under_the_bonnet

DOCUMENT = "til it og dpo"
_WIDTHS = {2: (40.0, 125.0), 3: (44.0, 83.0, 38.0)}
_CONTROLLERS = {
    Controller.KOMMUNAL: "Dagtilbuddet er kommunalt: kommunen er dataansvarlig.",
    Controller.SELVEJENDE: "Dagtilbuddet er selvejende: som regel er institutionen selv dataansvarlig.",
    Controller.PRIVAT: "Dagtilbuddet er privat: institutionen er selv dataansvarlig.",
}


def sheet(session: Session, library: Library) -> Pressed:
    """Til kommunens IT og DPO, as it holds today. For the leader."""
    from tvaerfaglig.printouts.printing import plain_sections

    paper = sheet_paper(session, library)
    return Pressed(press(paper), plain_sections(paper))


def sheet_paper(session: Session, library: Library) -> ItPaper:
    leads(session)
    under = under_the_bonnet(session.vault, session.opened)
    facts = _facts(session, library, under)
    made = _Made(session, library, under)
    return ItPaper(
        imprint=paper_facts.imprint(session, None),
        date=danish.day(session.today),
        version=__version__,
        vault=session.vault.id,
        head=session.vault.log.head()[:16],
        intro=library.it_sheet.intro,
        parts=(
            *(made.part(one.filled(facts)) for one in library.it_sheet.parts),
            made.running(),
            made.built(),
        ),
    )


def _facts(session: Session, library: Library, under: Under) -> dict[str, str]:
    """What stands in braces in the prose."""
    houses = [one for key, one in session.houses().items() if key in session.actor.houses]
    second = second_place(session)
    return {
        "dataansvarlig": _CONTROLLERS[houses[0].controller] if houses else "",
        "advarsel": whereabouts.caution(session.vault.folder.resolve()),
        "hovedbit": str(under.key_bits),
        "tegn": str(under.least_characters),
        "ord": danish.in_words(under.least_words),
        "minutter": danish.count(session.settings().idle_minutes, "minut", "minutter"),
        "minutter_laest": str(int(SAME_LOOK.total_seconds()) // 60),
        "underskrift": "Ed25519",
        "forbehold": library.retention.caution,
        "dage": danish.in_words(DAYS),
        "uger": danish.in_words(WEEKS),
        "andet_sted": "Kopien bliver også lagt et andet sted, som lederen har valgt."
        if second
        else "Der er ikke valgt noget andet sted: kopierne ligger på den samme disk som boksen.",
        "bilag": str(attachments.LARGEST // 1024 // 1024),
    }


class _Made:
    """Each heading with its table or its facts, where it has any."""

    def __init__(self, session: Session, library: Library, under: Under) -> None:
        self._session, self._library, self._under = session, library, under
        self._tables: dict[str, Callable[[], SheetTable]] = {
            "roller": self._roles,
            "frister": self._periods,
        }
        self._lists: dict[str, Callable[[], tuple[Fact, ...]]] = {
            "kryptering": self._encryption,
            "noegler": self._keys,
            "log": self._log,
        }

    def part(self, words: SheetText) -> SheetPart:
        return SheetPart(
            heading=words.heading,
            text=words.text,
            facts=self._lists[words.id]() if words.id in self._lists else (),
            points=words.points,
            table=self._tables[words.id]() if words.id in self._tables else _table(words),
            note=words.note,
        )

    def _encryption(self) -> tuple[Fact, ...]:
        under = self._under
        pragmas = ", ".join(f"{name} = {value}" for name, value in under.pragmas)
        return (
            Fact(
                "Boksen",
                f"AES-256-CBC pr. side på {under.page_size} byte, ny IV ved hver skrivning",
            ),
            Fact("Sidens segl", under.page_seal.replace("_", "-")),
            Fact(
                "Udgave", f"SQLCipher {under.cipher}, {under.provider} ({under.provider_version})"
            ),
            Fact("Database", f"SQLite {under.sqlite}; {pragmas}"),
        )

    def _keys(self) -> tuple[Fact, ...]:
        kdf, under = self._under.kdf, self._under
        passes = danish.count(kdf.passes, "gennemløb", "gennemløb")
        lanes = danish.count(kdf.lanes, "bane", "baner")
        cost = f"{kdf.memory_kib // 1024} MiB, {passes}, {lanes}"
        return (
            Fact("Fra adgangskode til nøgle", f"Argon2id, {cost}, 16 byte salt pr. person"),
            Fact("Hovednøglen låst med", "AES-256-GCM, bundet til person, rolle og boks"),
            Fact("Afledte nøgler", "HKDF-SHA256, én til hvert formål"),
            Fact("Gendannelsesarket", f"{under.recovery_bits} tilfældige bit, kun på papir"),
            Fact("Indgange nu", danish.count(under.people, "person", "personer")),
            *(
                (Fact("Bemærk", "Dette er en demo med svagere nøgleafledning"),)
                if under.demo
                else ()
            ),
        )

    def _log(self) -> tuple[Fact, ...]:
        log = self._session.vault.log
        return (
            Fact("Hændelser i dag", danish.count(log.count(), "hændelse", "hændelser")),
            Fact("Aftryk og underskrift", "SHA-256 i kæde, Ed25519 pr. computer"),
            Fact("Hoved", log.head()),
        )

    def _roles(self) -> SheetTable:
        """Asked of the same table that the program asks."""
        rows = tuple(_role(role, self._session) for role in Role)
        head = ("Rolle", "Ser", "Retter andres", "Deler", "Ser loggen", "Sletter")
        return SheetTable(head=head, rows=rows, widths=(40, 49, 22, 17, 20, 17))

    def _periods(self) -> SheetTable:
        kept = periods(self._session, self._library.retention).values()
        rows = tuple((one.period.name, danish.capital(one.words), one.backing) for one in kept)
        return SheetTable(head=("Hvad", "Gemmes", "Bygger på"), rows=rows, widths=(58, 57, 50))

    def running(self) -> SheetPart:
        """What runs now, as it says of itself."""
        under = self._under
        return SheetPart(
            heading="Det kører på",
            facts=(
                Fact("Program", f"Tværfaglig {__version__}, boksens form nr. {under.schema}"),
                Fact("System", f"{platform.system()} {platform.release()}, {platform.machine()}"),
                Fact("Python", platform.python_version()),
                Fact("SQLCipher", f"{under.cipher}, {under.provider_version}"),
                Fact("SQLite", under.sqlite),
                Fact("Nøgler og segl", under.cryptography),
            ),
        )

    def built(self) -> SheetPart:
        """Every package, from what is installed."""
        packages = built_of()
        rows = tuple(
            (one.name, one.version, one.licence, "direkte" if one.asked else "følger med")
            for one in packages
        )
        many = danish.count(len(packages), "pakke", "pakker")
        return SheetPart(
            heading="Byggesten og licenser",
            text=f"{many}, læst i det, der er installeret, da arket blev lavet. Licensen er den, pakken selv oplyser.",
            table=SheetTable(
                head=("Pakke", "Version", "Licens", "Bruges"), rows=rows, widths=(48, 27, 65, 25)
            ),
            note="Tværfaglig selv: MPL-2.0. Biblioteker under LGPL bruges uændret og kan skiftes ud.",
        )


def _table(words: SheetText) -> SheetTable | None:
    """The one that stands in the file, where there is one."""
    if not words.rows:
        return None
    widths = _WIDTHS[len(words.rows[0])]
    return SheetTable(head=words.rows[0], rows=words.rows[1:], widths=widths)


def _role(role: Role, session: Session) -> tuple[str, ...]:
    """What the table of permissions says of this role and a child of her own place."""
    house, other, stue = "hus", "andet", "stue"
    person = Staff(name="", role=role, houses=(house,), stuer=(stue,), oversees=("dagplejer",))
    near = Child(name="", dagtilbud=house, stue=stue, dagplejer="dagplejer")
    far = Child(name="", dagtilbud=house, stue=other, dagplejer="anden")
    tied = ties_to("dagplejer", person, near, None, (), session.today)
    loose = ties_to("dagplejer", person, far, None, (), session.today)

    def yes(action: Action) -> str:
        return "ja" if may(person, action, tied) else "nej"

    if not may(person, Action.SEE, tied):
        sees = "kun børn, der er delt med hende"
    elif role in {Role.DAGPLEJER, Role.DAGPLEJEPAEDAGOG}:
        sees = "egne og gæstebørn" if role is Role.DAGPLEJER else "sine dagplejeres børn"
    else:
        sees = "husets børn" if may(person, Action.SEE, loose) else "egen stues børn"
    return (
        danish.capital(role.word),
        sees,
        yes(Action.CORRECT),
        yes(Action.SHARE),
        yes(Action.SEE_LOG),
        yes(Action.ERASE),
    )
