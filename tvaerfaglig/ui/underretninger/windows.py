"""The windows on top: finishing, and laying aside. Each names the child; the safe button is the default."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.services.underretninger import ReadThrough
from tvaerfaglig.ui.underretninger.wording import child_called
from tvaerfaglig.ui.widgets import Confirm, DayField, Prose, field, small


def finishing(
    parent: QWidget, read: ReadThrough, asked: int, wanted: tuple[str, ...] = ()
) -> Confirm:
    """Says what freezes, what stays open, and that neither stops anything."""
    page = read.page
    child = page.child.record
    said = (
        "Teksten bliver låst, som den er nu, og kan udskrives og kopieres. Skal noget ændres senere, "
        "laver du en rettelse; det første eksemplar bliver stående."
    )
    notes = []
    if asked:
        many = danish.count(asked, "spørgsmål", "spørgsmål", spelled=True, neuter=True)
        notes.append(small(f"Der er {many} tilbage. Det forhindrer ikke noget."))
    if wanted:
        missing = danish.join_and([f"»{one}«" for one in wanted])
        notes.append(small(f"Kommunen beder også om {missing}. Det forhindrer ikke noget."))
    untouched = sum(one.carried and bool(one.text.strip()) for one in page.sections.values())
    if untouched:
        many = danish.capital(
            danish.count(untouched, "afsnit", "afsnit", spelled=True, neuter=True)
        )
        notes.append(small(f"{many} står uændret fra den forrige underretning."))
    if read.names:
        names = danish.join_and(list(dict.fromkeys(one.name for one in read.names)))
        notes.append(small(f"Se efter: {names} står med navn i teksten."))
    if page.hides_parents:
        notes.append(small("Papiret får bjælken om, at det ikke må vises til forældrene."))
    asks = f"Afslut underretningen om {child.name or child_called(child)}?"
    return Confirm(parent, asks, said, *notes, act="Afslut", safe="Skriv videre", kind="outlined")


class LayAside(Confirm):
    """Why, and when someone looks again; both are asked for, so that nothing is forgotten."""

    def __init__(self, parent: QWidget, name: str, today: Callable[[], date]) -> None:
        self.because = Prose(lines=3)
        self.again = DayField(today, ahead=True)
        self._today = today
        self._why = field("Hvorfor?", self.because, "Det læser I, når I ser på den igen.")
        self._when = field("Hvornår ser I på den igen?", self.again)
        super().__init__(
            parent,
            f"Læg underretningen om {name} til side?",
            "Teksten bliver liggende, og du kan tage den op når som helst. Du kan altid underrette.",
            self._why,
            self._when,
            act="Læg til side",
            safe="Skriv videre",
            kind="outlined",
        )

    @Slot()
    def accept(self) -> None:
        """Only when it can be found again; else ask beneath the field."""
        on = self.again.value()
        why = self.because.text().strip()
        self._why.ask("" if why else "Hvad har I lagt vægt på?")
        late = on is not None and on > self._today()
        self._when.ask("" if late else "Hvilken dag? Skriv fx om 14 dage som en dato.")
        if why and late:
            super().accept()
        elif not why:
            self.because.setFocus()
        else:
            self.again.setFocus()
