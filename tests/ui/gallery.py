"""Every part of the kit in its states: what the tests look at and people compare."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtWidgets import QWidget

from tvaerfaglig.ui.widgets import (
    ChipGroup,
    ClockField,
    DayField,
    Evidence,
    EvidenceCard,
    FamilyNote,
    Fold,
    ListRow,
    Outline,
    Page,
    PasswordField,
    Pick,
    Prose,
    QuestionCard,
    Section,
    Segment,
    Segments,
    TableColumn,
    Tile,
    Timeline,
    TimelineEntry,
    avatar,
    boxed,
    button,
    card,
    chip,
    choice,
    col,
    column,
    due_mark,
    empty,
    field,
    flow,
    guidance,
    line_edit,
    mark,
    menu_button,
    message,
    muted,
    page_foot,
    page_head,
    panel,
    picker,
    row,
    row_list,
    scroller,
    section,
    sign_segments,
    spread,
    table,
    tabs,
    text,
    thought,
    tick,
    title,
    voice,
)


def gallery(*, columns: int = 3) -> Page:
    """The page; in one column where there is little room."""
    heaps = [
        [buttons(), choices(), marks(), asking()],
        [fields(), frames()],
        [bars(), nothing(), done()],
    ]
    if columns == 3:
        body = row(*((col(*heap, ..., gap=12), 1) for heap in heaps), gap=12)
    else:
        body = col(*(part for heap in heaps for part in heap), gap=12)
    body.setContentsMargins(24, 12, 24, 12)
    head = page_head(
        "Delene",
        "Hver del, som den ser ud, når man bruger den",
        chip("Kladde 3", "kladde"),
        button("Læs igennem"),
        button("Udskriv", icon="udskrift"),
        button("Afslut", "primary"),
    )
    foot = page_foot(None, button("Skriv færdig senere"), button("Gem hos Alma", "primary"))
    foot.saved.say("Gemt 10.42")
    return Page(head, scroller(body), foot)


def buttons() -> QWidget:
    blocked = button("Send", icon="send")
    blocked.block("Skriv først, hvem det skal til")
    return card(
        "Knapper",
        flow(button("Gem hos Alma", "primary"), button("Læs igennem"), blocked, gap=4),
        flow(
            button("Skriv videre", "small"),
            button("Vis dem", "link", "pil-hoejre"),
            button("Fortryd", "quiet", "fortryd"),
            button("", "icon", "mere", name="Mere om Alma"),
            button("Slet for altid", "danger"),
            button("Akut", "akut", "akut", checked=False),
            gap=4,
        ),
        count="én udfyldt på hver side",
    )


def choices() -> QWidget:
    return card(
        "Valg",
        Segments(sign_segments("ressource", "neutral", "bekymring"), "ressource", name="Fortegn"),
        ChipGroup(
            [Pick("mad", "Mad og drikke"), Pick("soevn", "Søvn"), Pick("leg", "Leg")],
            ["mad"],
            name="Hvad handler det om?",
        ),
        flow(tick("Vis kun det, der ikke er brugt", on=True), tick("Ressourcer først")),
    )


def marks() -> QWidget:
    return card(
        "Mærker og oplysninger",
        flow(mark("trives"), mark("bekymring"), mark("staerk"), gap=16),
        flow(
            mark("ressource"),
            mark("neutral"),
            due_mark("over", "1 dag over"),
            due_mark("today", "i dag"),
            due_mark("later", "fre 13. nov."),
            gap=16,
        ),
        flow(
            chip("Samtykke til 1. feb.", "samtykke", "ok"),
            chip("Tolk: polsk", "tolk"),
            chip("Beskyttet adresse", "beskyttet", "watch"),
            chip("Kvittering mangler", "kvittering", "act"),
            chip("Alma Nowak · handler om", "person", "accent", removable="alma"),
        ),
    )


def asking() -> QWidget:
    return card(
        "",
        section("Slet alt om Viggo Lund-Friis?"),
        muted(
            "12 observationer og 1 samtale kan ikke hentes frem igen. Det bliver stående, hvornår der blev slettet og af hvem."
        ),
        row(..., button("Slet for altid", "danger"), button("Behold", "primary"), gap=4),
    )


def fields() -> QWidget:
    who = field("Hvem så det?", line_edit(), "Skriv navnet på den, der var der.")
    who.ask("Var der andre, der så det?")
    where = choice([("garderobe", "Garderoben"), ("bord", "Spisebordet")], "bord")
    return card(
        "Felter",
        who,
        row(
            (field("Klokken", line_edit("8.15"), "815, 8:15 og 8.15 er det samme."), 1),
            (field("Hvor", where, "Stedet i huset."), 1),
        ),
        field(
            "Barnets egne ord",
            Prose("Min mave siger noget", "voice", lines=1),
            icon="barnets-ord",
            colour="voice",
        ),
        field(
            "Hvad så og hørte du?",
            Prose(
                "Alma kom i nattøj under flyverdragten kl. 8.15. Hun gik lige hen til bordet og spiste tre portioner grød.",
                lines=2,
            ),
        ),
        field(
            "Min egen tanke",
            Prose("", "thought", lines=1, placeholder="Her står det, vi tænker"),
            optional=True,
            icon="egen-tanke",
        ),
    )


def frames() -> QWidget:
    return card(
        "Rammer",
        guidance(
            "Kun det, der er set og hørt. Én hændelse ad gangen: dato, klokkeslæt, sted, hvem så det.",
            button("Se et eksempel", "link"),
        ),
        voice("Vi havde ikke nogen mad derhjemme", "Mette havde spurgt: »Hvad fik du i morges?«"),
        thought(text("Alma er med i alt, når hun har spist.")),
    )


def bars() -> QWidget:
    return card(
        "Beskeder",
        message("Gemt hos Alma.", "ok", link="Fortryd"),
        message(
            "Yusuf har skrevet i samme afsnit. Begge tekster er gemt.",
            link="Se begge",
            closable=True,
        ),
        message("Kvitteringen skulle være kommet i går.", "watch", link="Rykker"),
        message(
            "Sikkerhedskopien kunne ikke skrives. Alt ligger stadig her.", "act", link="Vælg sted"
        ),
        count="på siden, ikke oven på den",
    )


def nothing() -> QWidget:
    first = button("Skriv den første", "primary", "plus")
    return card(
        "",
        boxed(
            col(
                empty(
                    "observation",
                    "Ingen observationer endnu",
                    "Den første behøver ikke være færdig. Ét barn og én linje er nok.",
                    first,
                )
            )
        ),
    )


def done() -> QWidget:
    return card("", empty("flueben", "Intet venter på dig", "Sådan må det gerne være."))


def child_page() -> Page:
    """A list, a head with everything in it, and a timeline with the family beside it."""
    return _ChildPage()


class _ChildPage(Page):
    """Folds as a real one does: the list goes, then what happened at home."""

    def __init__(self) -> None:
        self.list = column(
            row((title("Børn"), 1), button("", "icon", "plus", name="Tilføj et barn")),
            picker(CHILDREN, name="Find et barn", placeholder="Skriv et navn"),
            (_chosen_list(), 1),
        )
        self.time = Timeline(ENTRIES, name="Almas tidslinje")
        facts = flow(
            chip("Samtykke til konsultation", "samtykke", "ok"),
            chip("Tolk: polsk (mor)", "tolk"),
            chip("Beskyttet adresse", "beskyttet", "watch"),
        )
        zoom = Segments(
            [Segment("d", "Dage"), Segment("m", "Måneder"), Segment("aar", "År")],
            "d",
            name="Hvor tæt på",
        )
        views = tabs(
            [("t", "Tidslinje"), ("n", "Netværk"), ("s", "Samtykker"), ("h", "Hvem har set")],
            name="Alma",
        )
        head = page_head(
            "Alma Nowak",
            "4 år 2 mdr. · Solsikken",
            button("Underretning", icon="underretning"),
            button("Observation", "primary", "plus"),
            before=avatar("Alma Nowak", 48),
            extra=col(facts, spread(views, zoom)),
        )
        super().__init__(head, boxed(row(self.list, (self.time, 1), gap=0)))

    def on_fold(self, fold: Fold) -> None:
        self.list.setHidden(fold >= Fold.LIST)
        self.time.show_lane(fold < Fold.LIST)


class _DraftPage(Page):
    """Outline, text and questions, as an underretning is written."""

    def __init__(self) -> None:
        self.outline = Outline(SECTIONS)
        self.outline.choose("4")
        self.left = column((self.outline, 1), em=15.2)
        asked = QuestionCard(
            "»ofte«",
            "Hvor mange gange, og hvornår sidst?",
            "Fire observationer om søvn er ikke brugt.",
            show="Vis dem",
            current=True,
        )
        asks = QuestionCard(
            "»virker ked af det«",
            "Hvad gjorde hun, så I kunne se det?",
            "Det, man så, kan læseren selv vurdere.",
        )
        unused = EvidenceCard(
            Evidence(
                "1",
                "3. nov. · leg",
                "Byggede hule med Bertil, 40 min.",
                "Set af Yusuf",
                "ressource",
            )
        )
        used = EvidenceCard(
            Evidence(
                "2",
                "10. nov. · mad",
                "Kom i nattøj. Tre portioner grød.",
                "Set af Mette",
                "bekymring",
                "brugt i 4",
            )
        )
        self.panel = panel(
            scroller(col(asked, asks, unused, used, ..., gap=6, margins=(14, 8, 14, 8)))
        )
        today = date(2026, 11, 12)
        middle = col(
            field(
                "Det, vi har set og hørt",
                Prose(
                    "Tirsdag den 10. november kl. 8.15 kom Alma i nattøj under flyverdragten.",
                    fills=True,
                ),
            ),
            row(
                (field("Dag", DayField(lambda: today, date(2026, 11, 10))), 2),
                (field("Klokken", ClockField(time(8, 15))), 1),
            ),
            field("Adgangskode", PasswordField()),
            row(
                (Tile("Mette Sørensen", "pædagog, Solsikken", checked=True), 1),
                (Tile("Yusuf Demir", "pædagog, Kløveren"), 1),
            ),
            agreements(),
            row(
                menu_button("Mere om kladden"),
                menu_button("Udskriv", words="Udskriv", icon="udskrift"),
                ...,
            ),
            margins=(24, 14, 24, 10),
        )
        head = page_head(
            "Underretning om Alma Nowak",
            "til Fjordby Kommune · begyndt 9. nov.",
            chip("Kladde 3", "kladde"),
            button("Læs igennem"),
            button("Afslut", "primary"),
        )
        super().__init__(
            head,
            boxed(row(self.left, (scroller(middle, ground="surface"), 1), self.panel, gap=0)),
            page_foot(muted("Du kan altid underrette, også mens der står spørgsmål åbne.")),
        )

    def on_fold(self, fold: Fold) -> None:
        self.left.setHidden(fold >= Fold.LIST)
        self.panel.setHidden(fold >= Fold.PANEL)


def draft_page() -> Page:
    return _DraftPage()


def agreements() -> QWidget:
    made = table(
        [
            TableColumn("Hvad", lambda cells: cells[0]),
            TableColumn("Hvem", lambda cells: cells[1], em=8),
            TableColumn("Senest", lambda cells: cells[2], em=8),
            TableColumn("Gange", lambda cells: cells[3], em=5, number=True),
        ],
        name="Aftaler",
    )
    made.set_rows(
        [
            ("Morgenmad til Alma kl. 7, når mor har morgenvagt", "Mette", "man 16. nov.", "3"),
            (
                "Samtale med mor om hjælp om morgenen, med tolk",
                "Karen, Hanne",
                "fre 20. nov.",
                "12",
            ),
        ]
    )
    return made


def _chosen_list() -> QWidget:
    made = row_list(CHILDREN, name="Børn")
    made.choose("alma")
    return made


CHILDREN = (
    ListRow("alma", "Alma Nowak", "4 år 2 mdr.", "bekymring", note="2 åbne"),
    ListRow("bertil", "Bertil Kjær", "5 år", "trives", note="1 åben"),
    ListRow("carla", "Carla Mikkelsen", "3 år 7 mdr.", "staerk", note="frist"),
    ListRow("dicte", "Dicte Skov", "4 år 9 mdr.", "trives", note="Solsikken"),
    ListRow("aase", "Åse Ærenlund Øby", "2 år", "trives", note="Kløveren"),
)
ENTRIES = (
    TimelineEntry(
        "a",
        "I dag",
        "12.30",
        "konsultation",
        "Konsultation",
        "Planlagt",
        "Karen Lund. Spørgsmålet: »Hvad gør vi om morgenerne, og hvad siger vi til mor?«",
        planned=True,
        month="november",
    ),
    TimelineEntry(
        "b",
        "10. nov.",
        "tir 8.15",
        "observation",
        "Observation",
        "Aflevering, mad",
        "Kom i nattøj under flyverdragten. Spiste tre portioner grød.",
        "bekymring",
        "Vi havde ikke nogen mad derhjemme",
        "Mette havde spurgt: »Hvad fik du i morges?«",
        source="Set og hørt af Mette · skrevet 10. nov. 9.02",
        month="november",
    ),
    TimelineEntry(
        "c",
        "6. nov.",
        "fre 15.30",
        "samtale",
        "Samtale med mor",
        "25 min.",
        "Mor siger, at hun møder kl. 6 og ikke når morgenmaden.",
        source="Mette og Hanne · tolk i telefonen",
        month="november",
        family=FamilyNote("Mor begyndte på morgenhold i bageriet", "oplyst af mor 6. nov."),
    ),
    TimelineEntry(
        "d",
        "3. nov.",
        "tir 10.10",
        "observation",
        "Observation",
        "Leg, venskab",
        "Byggede hule med Bertil i 40 minutter.",
        "ressource",
        source="Set af Yusuf",
        link="Skriv færdig",
        month="november",
    ),
    TimelineEntry(
        "e", "28.–30. okt.", "3 dage", "fravaer", "Fravær", "Meldt syg af mor", month="oktober"
    ),
)
SECTIONS = (
    Section("1", "1", "Modtager og grund", "skrevet", done=True),
    Section("2", "2", "Barnet og familien", "1 spørgsmål", asks=True),
    Section("3", "3", "Kort fortalt", "skriv til sidst"),
    Section("4", "4", "Det, vi har set og hørt", "3 spørgsmål", asks=True),
    Section("5", "5", "Almas egne ord", "skrevet", done=True, kind="voice"),
    Section("10", "10", "Vores vurdering", "ikke begyndt", kind="thought"),
    Section("13", "13", "Hvem skriver, bilag og underskrift", "ikke begyndt"),
)
