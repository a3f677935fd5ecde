"""Bevis for sletning: every byte of the vault was looked through, and what was found."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.progress import Stopped
from tvaerfaglig.services.erasing import copies, proof
from tvaerfaglig.services.erasing.acts import Done
from tvaerfaglig.services.erasing.copies import Renewal, Renewed
from tvaerfaglig.services.erasing.proof import Proof
from tvaerfaglig.services.erasing.receipts import DOCUMENT, copies_said, receipt
from tvaerfaglig.services.erasing.standing import together
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.preview_request import PreviewRequest
from tvaerfaglig.ui.progressing import Progressing
from tvaerfaglig.ui.settings.parts import DeepPage
from tvaerfaglig.ui.widgets import (
    ProgressLine,
    boxed,
    button,
    card,
    col,
    empty_layout,
    message,
    row,
    small,
    strong,
    text,
)

_LOOKING = "Gennemsøger hele boksen, side for side. Du kan arbejde videre imens."


class ProofPage(DeepPage):
    """Beside the vault's thread. Remnants in empty places of the file are written away, and it looks again."""

    def __init__(self, desk: Desk, done: tuple[Done, ...], *, left: int = 0) -> None:
        super().__init__(desk, "Bevis for sletning", " ", "Sletning")
        self._done, self._left = done, left
        self._all = together(done)
        self._begun = False
        self.proof: Proof | None = None
        self.bar = message(_LOOKING, "info")
        self.receipt = button("Vis kvitteringen", "primary", "vis")
        self.receipt.clicked.connect(self._on_receipt)
        self.renew = button("Tag en ny kopi, og fjern de gamle", "outlined")
        self.renew.clicked.connect(self._on_renew)
        self._found: QVBoxLayout = col(gap="apart")
        self.progress = ProgressLine()
        self._going: Progressing | None = None
        self.bar.pressed.connect(self._on_again)
        self.show_cards(self.bar, self.progress, boxed(self._found))

    def load(self) -> None:
        if not self._begun:
            self._begun = True
            self._look()

    def start(self) -> None:
        (self.receipt if self.proof else self.progress.stop).setFocus()

    def _look(self, *, written_anew: bool = False) -> None:
        self.bar.hide()
        self._going = Progressing(self).shown_in(self.progress, _LOOKING)
        ask = self.desk.ask_aside(
            proof.prove, self._all, self._going.tell, written_anew=written_anew
        )
        ask.then(self._show, self, failed=self._failed)

    def _over(self) -> None:
        self.progress.end()
        if self._going is not None:
            self._going.over()
            self._going = None

    @Slot()
    def _on_again(self) -> None:
        self._look()

    def _show(self, found: Proof) -> None:
        self._over()
        if not found.gone and not found.written_anew:
            self.bar.say("Der lå rester på tomme steder i filen. Skriver boksen om.", "info")
            self.desk.ask(proof.write_anew).then(self._anew, self, failed=self._failed)
            return
        self.proof = found
        self._say(found)
        empty_layout(self._found)
        for one in self._cards(found):
            self._found.addWidget(one)
        self.start()

    def _anew(self, _nothing: None) -> None:
        self._look(written_anew=True)

    def _say(self, found: Proof) -> None:
        whole = [one for one in self._done if one.name]
        names = danish.join_and([one.name for one in whole])
        line = f"{names} er slettet." if names else "Det er slettet."
        more = (
            f" {danish.count(self._left, 'ting', 'ting')} på listen er ikke rørt."
            if self._left
            else ""
        )
        self.title.say_line(f"{line}{more}")
        if not found.gone:
            self.bar.say("Der er stadig rester i filen. Sig det til jeres it.", "act")
        elif found.elsewhere:
            self.bar.say(
                "Intet er tilbage ud over det, andre har tilfælles. Det står nedenfor.", "ok"
            )
        else:
            self.bar.say("Hele boksen er gennemsøgt, og intet af det er tilbage.", "ok")

    def _cards(self, found: Proof) -> list[QWidget]:
        said = [_sought(what, many) for what, many in found.kinds]
        said += (
            [danish.count(found.files_sought, "fils indhold", "filers indhold")]
            if found.files_sought
            else []
        )
        cards: list[QWidget] = [
            card(
                "Det søgte vi efter",
                text(
                    danish.capital(danish.join_and(said)) + "."
                    if said
                    else "Der var ingen ord at søge efter."
                ),
                small(
                    "Som skrevet, med små bogstaver, og som søgeregistret skriver det. Ordene gemmes ingen steder."
                ),
            ),
            card("Her søgte vi", *_figures(found)),
        ]
        if found.elsewhere:
            lines = [
                boxed(
                    col(
                        strong(f"»{one.words}«"),
                        small(f"{danish.capital(one.what)}: står i {one.where}"),
                        gap=0,
                    )
                )
                for one in found.elsewhere
            ]
            words = small("Det hører også til andre, og det er deres oplysninger.")
            cards.append(card("Det står stadig hos andre", words, *lines))
        cards.append(self._older(found))
        cards.append(
            card(
                "Kvittering",
                small(
                    "Uden navn og indhold: hvornår, hvem, hvorfor, hvor meget, og at det er gennemsøgt."
                ),
                row(self.receipt, ...),
            )
        )
        return cards

    def _older(self, found: Proof) -> QWidget:
        again = boxed(row(self.renew, ...))
        again.setVisible(bool(found.older_copies))
        words = (
            copies_said(found.older_copies)
            + " Kopier på andre steder når programmet først, når de hentes frem."
        )
        return card("Ældre kopier", text(words), again)

    @Slot()
    def _on_receipt(self) -> None:
        self.desk.preview_asked.emit(
            PreviewRequest(
                title="Kvittering for sletning",
                document=DOCUMENT,
                make=partial(receipt, decision_id=self._done[-1].decision, proof=self.proof),
                purpose="Dokumentation for sletning",
            )
        )

    @Slot()
    def _on_renew(self) -> None:
        self.renew.block("Kopien er i gang.")
        self.bar.say("Tager en ny kopi og læser den igennem. Bagefter går de gamle.", "info")
        self.desk.ask(copies.errand).then(self._take_copy, self, failed=self._not_renewed)

    def _take_copy(self, errand: Renewal) -> None:
        self.desk.ask_aside(copies.renew, errand, self._all).then(
            self._renewed, self, failed=self._not_renewed
        )

    def _renewed(self, made: Renewed) -> None:
        self.renew.block("")
        self.desk.ask(copies.note, made).then(self.desk.announce, self)
        if made.trouble:
            self.bar.say(made.trouble, "watch")
            return
        gone = danish.count(made.gone, "gammel kopi", "gamle kopier")
        left = f" {made.left} kunne ikke nås." if made.left else ""
        self.bar.say(
            f"Der ligger en ny kopi, og {gone} er væk.{left}", "ok" if not made.left else "watch"
        )
        self._look(written_anew=True)

    def _not_renewed(self, error: BaseException) -> None:
        self.renew.block("")
        self.bar.hide()
        self.refuse(error)

    def _failed(self, error: BaseException) -> None:
        self._over()
        words = "Det er slettet, men søgningen blev ikke færdig."
        self.bar.say(words, "watch", link="Søg igen")
        if not isinstance(error, Stopped):
            self.refuse(error)


def _sought(what: str, many: int) -> str:
    if what == "en sætning":
        return danish.count(many, "sætning", "sætninger")
    return what if many == 1 else f"{what} ({many})"


def _figures(found: Proof) -> list[QWidget]:
    lines = [
        f"{danish.count(found.rows, 'række', 'rækker')} i alle boksens tabeller, søgeregistret med",
        f"{danish.count(found.pages, 'side', 'sider')} i filen, låst op én for én, også de tomme",
        f"{danish.count(found.files, 'fil', 'filer')} ved siden af boksen og på denne computer",
        "Søgeregistret passer med det, der står"
        if found.index_sound
        else "Søgeregistret skal laves om",
        f"Loggen: {danish.count(found.events, 'hændelse', 'hændelser')}, og kæden holder"
        if found.chain_holds
        else "Loggen: kæden skal ses efter under Lås og boks",
    ]
    if found.written_anew:
        lines.append("Boksen blev skrevet om, så tomme steder er tomme")
    return [text(line) for line in lines]
