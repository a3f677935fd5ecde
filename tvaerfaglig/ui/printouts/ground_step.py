"""On what a paper goes out: the basis somebody chooses, which consent, and what may be said on it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.consent.coverage import Reach, beyond, reach, sentence
from tvaerfaglig.domain.consent.form import ConsentForm
from tvaerfaglig.domain.consent.roads import FAMILY, STAYS, Ground, word
from tvaerfaglig.domain.consent.standing import in_brief, whom, why_it_stops
from tvaerfaglig.domain.konsultation import Participant
from tvaerfaglig.domain.protection import Basis, Samtykke
from tvaerfaglig.services.consent.leaving import Offer
from tvaerfaglig.ui.widgets import Choice, col, field, guidance, line_edit
from tvaerfaglig.ui.widgets.layout import boxed, empty_layout

_WORDS = {
    STAYS: "Det bliver i huset",
    FAMILY: "Familien selv får det",
}
_MEANS = {
    STAYS: "Papiret ligger i huset. Skal andre have det, så vælg, hvad det hviler på.",
    FAMILY: "Familien får det om deres eget barn. Det er ikke at dele det med andre.",
}
_IN_WORDS = {Basis.ANDET.value, Basis.SAMME_MYNDIGHED.value}
_NONE = "Der står intet samtykke, der gælder i dag. Spørg familien, eller vælg et andet grundlag."


class GroundStep(QWidget):
    """Hidden for papers that are never asked about. `changed` when another ground stands there."""

    changed = Signal()

    def __init__(self, form: ConsentForm) -> None:
        super().__init__()
        self._form = form
        self._offer = Offer(asks=False)
        self._receiver = ""
        self._stopped = False
        self.basis = Choice(name="På hvilket grundlag?")
        self.consent = Choice(name="Hvilket samtykke?")
        self.words = line_edit()
        self._basis_field = field("På hvilket grundlag?", self.basis)
        self._consent_field = field("Hvilket samtykke?", self.consent)
        self._words_field = field("Hvilket grundlag er det?", self.words)
        self._told = col(gap="near")
        self.setLayout(
            col(
                self._basis_field,
                self._consent_field,
                self._words_field,
                boxed(self._told),
                gap="near",
            )
        )
        self.basis.chosen_changed.connect(self._on_changed)
        self.consent.chosen_changed.connect(self._on_changed)
        self.words.textEdited.connect(self._on_changed)
        self.hide()

    def asks(self) -> bool:
        return self._offer.asks

    def ground(self) -> Ground:
        """What stands there; a consent only under its basis."""
        basis = self.basis.chosen()
        on_consent = basis == Basis.SAMTYKKE
        return Ground(
            basis=basis,
            samtykke=self.consent.chosen() if on_consent else "",
            words=self.words.text().strip() if basis in _IN_WORDS else "",
        )

    def begin(self, offer: Offer) -> None:
        """For another paper: what it rests on already is chosen."""
        self._offer = offer
        self.setVisible(offer.asks)
        if not offer.asks:
            return
        self._stopped = False
        self._basis_field.ask("")
        chosen = offer.chosen
        self.basis.offer([(one, _named(one)) for one in offer.bases], chosen.basis)
        consents = [(one.id, _brief(one.record, offer)) for one in offer.samtykker]
        if offer.gone is not None and chosen.samtykke == offer.gone.id:
            consents.append((offer.gone.id, _brief(offer.gone.record, offer)))
        self.consent.offer([("", "Vælg"), *consents], chosen.samtykke)
        self.words.setText(chosen.words)
        self._show()

    def say_receiver(self, receiver: str) -> None:
        self._receiver = receiver.strip()
        if self._offer.asks:
            self._show()

    def ask(self, question: str) -> None:
        """Why it stops, where one chooses another; empty when nothing is asked any longer."""
        self._stopped = bool(question)
        self._basis_field.ask(question)
        self._show()
        if question:
            self.basis.setFocus()

    @Slot()
    def _on_changed(self) -> None:
        self.ask("")
        self.changed.emit()

    def _show(self) -> None:
        basis = self.basis.chosen()
        on_consent = basis == Basis.SAMTYKKE
        self._consent_field.setVisible(on_consent and self.consent.count() > 1)
        self._words_field.setVisible(basis in _IN_WORDS)
        asks = "Hvilket grundlag er det?" if basis == Basis.ANDET else "Til hvilket formål?"
        self._words_field.caption.say(asks)
        self.words.setAccessibleName(asks)
        empty_layout(self._told)
        for line in self._lines(basis):
            self._told.addWidget(guidance(line))

    def _lines(self, basis: str) -> list[str]:
        if basis in _MEANS:
            return [_MEANS[basis]]
        if basis not in set(Basis):
            return []
        lines = [f"Det må siges: {self._form.bases[Basis(basis)].shown}"]
        if basis == Basis.TIDLIGT_SAMARBEJDE:
            lines.append(self._offer.early)
        if basis == Basis.SAMTYKKE:
            lines.append(self._of_consent())
        return [line for line in lines if line]

    def _of_consent(self) -> str:
        """Whom the chosen consent names, what is not to be told, and whom it does not reach."""
        every = [*self._offer.samtykker, *([self._offer.gone] if self._offer.gone else [])]
        given = next((one.record for one in every if one.id == self.consent.chosen()), None)
        child = self._offer.child
        if given is None or child is None:
            return "" if self._offer.samtykker else _NONE
        stops = why_it_stops(given, child, self._offer.today)
        if stops:
            return (
                ""
                if self._stopped
                else f"{stops} Vælg et andet grundlag, eller spørg familien igen."
            )
        to = whom(given, {})
        said = [f"Samtykket nævner {to}." if to else "Samtykket siger ikke, hvem det gælder."]
        if given.withhold:
            said.append(
                f"Familien har bedt om, at dette ikke fortælles: {given.withhold.rstrip('.')}."
            )
        carried = self._offer.on_their_yes and reach(given, self._receiver, {}) is not Reach.IKKE
        if self._receiver and not carried:
            said.append(sentence(beyond(given, (Participant(name=self._receiver),), child, {})))
        return " ".join(filter(None, said))


def _named(basis: str) -> str:
    return _WORDS.get(basis) or danish.capital(word(basis))


def _brief(given: Samtykke, offer: Offer) -> str:
    return in_brief(given, offer.child) if offer.child else given.scope
