"""The consents of a child, one under another: how each stands, what it opens, and what one can do with it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.consent.holders import other_holder
from tvaerfaglig.domain.consent.standing import Standing
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.services.children import attachments
from tvaerfaglig.services.children.attachments import Content
from tvaerfaglig.services.children.one_child import ChildPage
from tvaerfaglig.services.consent import acts, register
from tvaerfaglig.services.consent.acts import Withdrawn
from tvaerfaglig.services.consent.register import Entry, Register
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.children.parents_papers import consent_request, withdrawal_request
from tvaerfaglig.ui.children.told import dotted
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.preview_request import PreviewRequest
from tvaerfaglig.ui.widgets import (
    Chip,
    boxed,
    button,
    card,
    chip,
    col,
    empty_layout,
    flow,
    glyph,
    guidance,
    hairline,
    muted,
    row,
    small,
    spread,
    strong,
    text,
)
from tvaerfaglig.ui.widgets.files import ask_for_file
from tvaerfaglig.ui.widgets.layout import Item

NEVER_NEEDED = "En underretning kræver aldrig samtykke."
CHOOSES = "Billeder og PDF (*.pdf *.png *.jpg *.jpeg)"
_NOBODY = "Ingen samtykker endnu. Spørg gerne tidligt, og skriv det ned her."


_CAN_BE_USED = {Standing.GAELDER, Standing.UDLOEBER, Standing.IKKE_ENDNU}


class ConsentRegister(QWidget):
    """`write` asks for the form ("samtykke", record); `viewing` sends a signed paper to be shown."""

    write = Signal(str, str)
    viewing = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._page: ChildPage | None = None
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)

    def show_child(self, page: ChildPage) -> None:
        """Read anew; while the guard hides the parents there is nothing to read."""
        self._page = page
        self.setHidden(page.hides_parents)
        if page.hides_parents:
            empty_layout(self._place)
            return
        ask = self.desk.ask(register.of_child, page.stored.id)
        ask.then(partial(self._show, page), self)

    def _show(self, page: ChildPage, found: Register) -> None:
        if page is not self._page:
            return
        empty_layout(self._place)
        may = Action.SHARE in page.may
        items: list[Item] = [guidance(NEVER_NEEDED)]
        holding = [one for one in found.entries if one.standing in _CAN_BE_USED]
        over = [one for one in found.entries if one.standing not in _CAN_BE_USED]
        items += self._entries(page, holding, may=may)
        if over:
            items += [12, muted("Gælder ikke længere"), *self._entries(page, over, may=may)]
        if not found.entries:
            items.append(small(_NOBODY))
        self._place.addWidget(card("Samtykker", *items, action=self._new(page) if may else None))

    def _entries(self, page: ChildPage, entries: list[Entry], *, may: bool) -> list[Item]:
        items: list[Item] = []
        for n, entry in enumerate(entries):
            items += [hairline()] if n else []
            items.append(self._entry(page, entry, may=may))
        return items

    def _new(self, page: ChildPage) -> QWidget:
        new = button("Nyt samtykke", "small", "plus")
        new.clicked.connect(partial(self.write.emit, "samtykke", ""))
        empty = button(
            "Tomt skema", "link", "udskrift", name="Tomt skema: samtykke til at skrive under"
        )
        empty.clicked.connect(partial(self._print, consent_request(page, self.desk.library)))
        return boxed(row(empty, new, gap="near"))

    def _print(self, request: PreviewRequest) -> None:
        self.desk.preview_asked.emit(request)

    def _entry(self, page: ChildPage, entry: Entry, *, may: bool) -> QWidget:
        form = self.desk.library.consent
        withheld = _withheld(entry)
        return boxed(
            col(
                spread(strong(entry.what or "Samtykke"), _status(entry)),
                text(f"Til {entry.whom}.") if entry.whom else None,
                row(glyph("person", size=16), (small(entry.opens), 1), gap=6),
                row(glyph("afdaempet", size=16), (small(withheld), 1), gap=6) if withheld else None,
                small(_given(entry, form.form_word(entry.stored.record.form))),
                *_more(entry, page),
                boxed(flow(*self._acts(entry, may=may))),
                gap="tight",
            )
        )

    def _acts(self, entry: Entry, *, may: bool) -> list[QWidget | None]:
        who, key = entry.who, entry.stored.id
        found: list[QWidget | None] = []
        withdrawn = entry.standing is Standing.TRUKKET
        if may and not withdrawn:
            away = button("Træk tilbage", "small", name=f"Træk tilbage: samtykket fra {who}")
            away.clicked.connect(partial(self._withdraw, key))
            change = button("Ret", "link", name=f"Ret samtykket fra {who}")
            change.clicked.connect(partial(self.write.emit, "samtykke", key))
            signed = button(
                "Vedhæft det underskrevne",
                "link",
                name=f"Vedhæft det underskrevne: samtykket fra {who}",
            )
            signed.clicked.connect(partial(self._ask_for_paper, key))
            found += [away, change, signed]
        if may and entry.may_be_undone:
            back = button(
                "Fortryd",
                "small",
                "fortryd",
                name=f"Fortryd, at samtykket fra {who} er trukket tilbage",
            )
            back.clicked.connect(partial(self.undo, key))
            found.append(back)
        if may and self._page is not None:
            found.append(self._paper(self._page, entry))
        for paper in entry.papers:
            shown = button(f"Se »{paper.record.title}«", "link", "belaeg")
            shown.clicked.connect(partial(self._open_paper, paper.id))
            found.append(shown)
        return found

    def _paper(self, page: ChildPage, entry: Entry) -> QWidget:
        """To be signed while it stands; when it is withdrawn, the family's receipt."""
        withdrawn = entry.standing is Standing.TRUKKET
        words = "Kvittering" if withdrawn else "Udskriv"
        named = "Kvittering for det tilbagetrukne samtykke" if withdrawn else "Udskriv samtykket"
        made = button(words, "link", "udskrift", name=f"{named} fra {entry.who}")
        ask = withdrawal_request if withdrawn else consent_request
        request = ask(page, self.desk.library, entry.stored.id)
        made.clicked.connect(partial(self._print, request))
        return made

    # doing

    def _withdraw(self, samtykke: str) -> None:
        self.desk.ask(acts.withdraw, samtykke).then(partial(self._withdrawn, samtykke), self)

    def _withdrawn(self, samtykke: str, done: Withdrawn) -> None:
        self.desk.announce(done.changes)
        name = self._page.child.first_name if self._page else "barnet"
        closed = (
            f" {danish.join_and(list(done.closed))} kan ikke længere se {name}."
            if done.closed
            else ""
        )
        talks = danish.count(done.talks, "konsultation", "konsultationer", spelled=True)
        asks = f" {danish.capital(talks)} mangler et nyt grundlag." if done.talks else ""
        named = danish.join_and([f"»{one}«" for one in done.places])
        pauses = f" Pladsen i {named} er på pause." if done.places else ""
        words = f"Samtykket er trukket tilbage.{closed}{asks}{pauses}"
        self.desk.say(words, "ok", partial(self.undo, samtykke))

    def undo(self, samtykke: str) -> None:
        """The same day: a new consent with the same words."""
        self.desk.ask(acts.undo_withdrawal, samtykke).then(self._again, self)

    def _again(self, saved: Saved) -> None:
        self.desk.announce(saved.changes)
        self.desk.say("Samtykket står her igen som et nyt.", "ok")

    def _ask_for_paper(self, samtykke: str) -> None:
        ask_for_file(
            self, "Vedhæft det underskrevne samtykke", CHOOSES, partial(self.attach, samtykke)
        )

    def attach(self, samtykke: str, file: Path) -> None:
        """Keep the signed paper in the vault, with the consent."""
        if self._page is not None:
            ask = self.desk.ask(
                attachments.put,
                self._page.stored.id,
                file,
                title="Underskrevet samtykke",
                record=samtykke,
            )
            ask.then(self._attached, self)

    def _attached(self, saved: Saved) -> None:
        self.desk.announce(saved.changes)
        self.desk.say("Det underskrevne papir er vedhæftet.", "ok")

    def _open_paper(self, attachment: str) -> None:
        self.desk.ask(attachments.content, attachment).then(self._view, self)

    def _view(self, content: Content) -> None:
        self.viewing.emit(content)


def _status(entry: Entry) -> Chip:
    match entry.standing:
        case Standing.GAELDER:
            return chip(entry.standing.word, "flueben", "ok")
        case Standing.UDLOEBER:
            return chip(entry.standing.word, "ur", "watch")
        case _:
            return chip(entry.standing.word)


def _given(entry: Entry, form: str) -> str:
    given = entry.stored.record
    until = f"gælder til {danish.day(given.until)}" if given.until else "uden slutdag"
    if given.withdrawn_on:
        until = f"trukket tilbage {danish.day(given.withdrawn_on)}"
    elif entry.standing is Standing.UDLOEBET and given.until:
        until = f"udløb {danish.day(given.until)}"
    because = f"({given.because})" if given.because else ""
    who = " ".join(filter(None, (f"Givet af {entry.who}", because, danish.day(given.given_on))))
    return dotted(who, form, f"tolk: {given.interpreter}" if given.interpreter else "", until)


def _withheld(entry: Entry) -> str:
    given = entry.stored.record
    if not given.withhold:
        return ""
    why = f" ({given.withhold_because.rstrip('.')})" if given.withhold_because else ""
    return f"Må ikke fortælles: {given.withhold.rstrip('.')}{why}."


def _more(entry: Entry, page: ChildPage) -> list[Item]:
    """What it is for, how it stands with the other custody holder, and who asked."""
    given = entry.stored.record
    asked = page.names.of_staff(given.taken_by)
    lines = (
        f"Formål: {given.purpose.rstrip('.')}" if given.purpose else "",
        dotted(
            f"Den anden med forældremyndighed: {_small(other_holder(given.other_holder))}"
            if given.other_holder
            else "",
            f"{asked} talte med familien" if asked else "",
        ),
    )
    return [small(line) for line in lines if line]


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
