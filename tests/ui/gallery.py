"""Every part of the kit in its states, on one page: what the tests look at and people compare."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tvaerfaglig.ui.widgets import (
    ChipGroup,
    Page,
    Pick,
    Prose,
    Segments,
    boxed,
    button,
    card,
    chip,
    choice,
    col,
    due_mark,
    empty,
    field,
    flow,
    guidance,
    line_edit,
    mark,
    message,
    muted,
    page_foot,
    page_head,
    row,
    scroller,
    section,
    sign_segments,
    text,
    thought,
    tick,
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
