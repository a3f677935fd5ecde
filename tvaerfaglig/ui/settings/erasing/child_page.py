"""Everything about one child, before it is erased: what goes, what stays, and on which ground."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.services.erasing import acts
from tvaerfaglig.services.erasing.acts import Done, Plan
from tvaerfaglig.services.erasing.receipts import copies_said
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.settings.erasing import wording
from tvaerfaglig.ui.settings.erasing.proof_page import ProofPage
from tvaerfaglig.ui.settings.parts import DeepPage
from tvaerfaglig.ui.widgets import (
    Confirm,
    Tick,
    boxed,
    button,
    card,
    choice,
    field,
    glyph,
    message,
    page_foot,
    row,
    small,
    text,
    tick,
)


class EraseChildPage(DeepPage):
    """The red button asks once more. `due` chooses the ground for whoever comes from the list."""

    def __init__(self, desk: Desk, child: str, *, due: bool = False) -> None:
        super().__init__(desk, "Hele sagen", " ", "Sletning")
        self._child, self._due = child, due
        self._plan: Plan | None = None
        self.first_names: dict[str, Tick] = {}
        self.ground = choice((), name="Grund")
        self.act = button("Slet", "danger")
        self.act.clicked.connect(self._on_act)
        foot = page_foot(None, self.act)
        self.saved = foot.saved
        self.add_foot(foot)

    def load(self) -> None:
        if self._plan is None:
            self.desk.ask(acts.plan, self._child, self.desk.library.retention).then(
                self._show, self, failed=self.refuse
            )

    def start(self) -> None:
        self.ground.setFocus()

    def _show(self, plan: Plan) -> None:
        self._plan = plan
        self.title.say(f"Slet alt om {plan.name}", "Se det igennem. Det kan ikke fortrydes.")
        self.act.say(f"Slet alt om {plan.first_name}")
        self.ground.offer(wording.grounds(self.desk.library.retention, due=plan.due))
        self.ground.choose("tid" if self._due and plan.due else "")
        self.show_cards(*self._cards(plan))
        held = wording.held(plan.holds)
        self.act.block(f"{held}. Luk sagen, eller ophæv det først." if held else "")
        self.saved.say("Intet er slettet endnu", saved=False)
        self.start()

    def _cards(self, plan: Plan) -> list[QWidget]:
        cards: list[QWidget] = []
        if plan.holds:
            words = f"{wording.held(plan.holds)}. Sagen kan ikke slettes, før det er lukket eller ophævet."
            cards.append(message(words, "watch", icon="laas"))
        if plan.unread:
            words = "Noget er skrevet i en nyere udgave af programmet. Opdatér det, før du sletter."
            cards.append(message(words, "act"))
        cards.append(card("Det forsvinder", *map(_gone, wording.going(plan))))
        cards.append(card("Det bliver", *map(_kept, wording.staying(plan))))
        firsts = [one for one in plan.named if one.only_first and not one.frozen]
        if firsts:
            cards.append(self._firsts(plan))
        cards.append(card("Ældre kopier", text(copies_said(plan.older_copies))))
        guidance = "Står i loggen og på kvitteringen, uden navn."
        cards.append(card("Hvorfor", field("Grund", self.ground, guidance)))
        return cards

    def _firsts(self, plan: Plan) -> QWidget:
        """A first name may be somebody else's: the leader knows, the program does not."""
        lines = []
        for one in plan.named:
            if one.only_first and not one.frozen:
                box = tick(wording.in_text(one, plan), on=one.kind != "barn")
                self.first_names[one.record] = box
                lines.append(box)
        words = small(
            f"Navnet »{plan.first_name}« står også i disse tekster om andre. Er det dette barn, så lad "
            "fluebenet stå, og navnet bliver taget ud. Er det et andet med samme navn, så fjern det."
        )
        return card("Kun fornavnet", words, *lines)

    @Slot()
    def _on_act(self) -> None:
        plan = self._plan
        if plan is None:
            return
        things = sum(plan.going.values())
        many = danish.count(things, "ting", "ting")
        asked = Confirm(
            self.window(),
            f"Slet alt om {plan.name}?",
            f"{danish.capital(many)} forsvinder for altid, med hver tidligere udgave. I loggen bliver det stående, "
            f"at der var noget, hvornår, og at du slettede det. Andre børn beholder deres, uden {plan.first_name}.",
            small(f"Grund: {self.ground.currentText().lower()}"),
            act=f"Slet alt om {plan.first_name}",
            safe="Behold",
        )
        asked.accepted.connect(self._erase)
        asked.finished.connect(asked.deleteLater)
        asked.open()

    @Slot()
    def _erase(self) -> None:
        self.untell()
        self.act.block("Sletningen er i gang.")
        self.saved.say("Sletter …", saved=False)
        also = tuple(record for record, box in self.first_names.items() if box.isChecked())
        self.desk.ask(
            acts.erase_child, self._child, self.ground.chosen(), self.desk.library.retention, also
        ).then(self._erased, self, failed=self._failed)

    def _erased(self, done: Done) -> None:
        self.desk.announce(done.changes, self)
        self.deeper.emit(ProofPage(self.desk, (done,)))

    def _failed(self, error: BaseException) -> None:
        self.act.block("")
        self.saved.say("Intet er slettet", saved=False)
        self.refuse(error)


def _gone(line: str) -> QWidget:
    return boxed(row(glyph("minus", "act", 16), (text(line), 1), gap=8))


def _kept(line: str) -> QWidget:
    return boxed(row(glyph("flueben", "ok", 16), (text(line), 1), gap=8))
