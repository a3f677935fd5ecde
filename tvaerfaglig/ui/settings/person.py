"""One colleague: the form, and her way in. Also where a new one is given her first words."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.people import Staff
from tvaerfaglig.domain.stored import Draft, Stored
from tvaerfaglig.domain.tovholder import Tovholder
from tvaerfaglig.services import drafts, staffing
from tvaerfaglig.services.administration import Administration, StaffRow
from tvaerfaglig.services.copying import after_removal, second_place
from tvaerfaglig.services.copying.second_place import SecondPlace
from tvaerfaglig.services.copying.shelves import Shelves
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.staff_case import cases as sealed_cases
from tvaerfaglig.services.tovholder import holding
from tvaerfaglig.ui.copy_keeper import keeper_of
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.settings.old_copies import ask_about_old_copies, is_worth_asking
from tvaerfaglig.ui.settings.parts import DeepPage, setting
from tvaerfaglig.ui.settings.person_form import PersonForm
from tvaerfaglig.ui.settings.words import FourWords
from tvaerfaglig.ui.widgets import Confirm, boxed, button, card, col, message, page_foot, row, small

DRAFT = "indstillinger:ny-kollega"
_REST_MS = 600
_TAKEN = (
    "Hele boksen får en ny nøgle, så {name} ikke kan komme ind igen, heller ikke med en gammel kopi "
    "af nøglefilen. Alt, hvad {name} har skrevet, bliver stående. Sikkerhedskopier fra før i dag "
    "åbner stadig med de gamle nøgler. En forseglet sag om en ansat, som kun {name} kan åbne, er tabt."
)


class PersonPage(DeepPage):
    """Without `shown` it is a new colleague: the form is then kept as a draft while it is filled in."""

    def __init__(self, desk: Desk, seen: Administration, shown: StaffRow | None) -> None:
        heading = shown.staff.name if shown else "Ny kollega"
        super().__init__(desk, heading, _standing(shown), "Mennesker")
        self._shown, self._closed = shown, False
        self.form = PersonForm(seen, shown.staff if shown else None)
        self.words = FourWords(desk)
        self.save = button(_act(shown), "primary")
        self.save.clicked.connect(self._on_save)
        self._timer = QTimer(self, singleShot=True, interval=_REST_MS)
        self._timer.timeout.connect(self._keep)
        self._build()
        if shown is None:
            self.form.changed.connect(self._timer.start)
            self.form.changed.connect(self._name_the_act)

    def load(self) -> None:
        if self._shown is None and not self._closed:
            self.desk.ask(drafts.one, DRAFT).then(self._take_up, self)

    def leave(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._keep()

    def start(self) -> None:
        self.form.name.setFocus()

    def _build(self) -> None:
        shown = self._shown
        if shown is None or not shown.has_key:
            way_in: QWidget = self.words
            self.words.suggest(*([shown.staff.name] if shown else []))
        else:
            way_in = self._way_in(shown)
        self.show_cards(self.form, way_in)
        self._foot = page_foot(None, self.save)
        self.saved = self._foot.saved
        self.add_foot(self._foot)

    @Slot()
    def _name_the_act(self) -> None:
        first = danish.first_name(self.form.name.text())
        self.save.say(f"Giv {first} adgang" if first else "Giv adgang")

    def _way_in(self, shown: StaffRow) -> QWidget:
        if shown.mine:
            return card(
                "Din adgang",
                small(
                    "Din adgangskode skifter du under Mig. En anden leder kan fjerne din adgang."
                ),
            )
        first = shown.staff.first_name
        self.renew = button("Giv en ny", "outlined")
        self.renew.clicked.connect(self._on_renew)
        self.remove = button("Fjern adgangen", "danger")
        self.remove.clicked.connect(self._on_remove)
        self._lost = message("", "watch", icon="laas")
        self._lost.hide()
        self._new_words = boxed(col(self._lost, self.words))
        self._new_words.hide()
        return card(
            "Adgang",
            setting(
                "Ny første adgangskode",
                f"Når {first} har glemt sin. Den gamle holder op med at virke.",
                self.renew,
            ),
            self._new_words,
            setting(
                "Fjern adgangen",
                f"Når {first} ikke skal kunne låse op mere. Det skrevne bliver.",
                self.remove,
            ),
        )

    # the draft of a new one

    @Slot()
    def _keep(self) -> None:
        if not self._closed and self._shown is None:
            asked = self.desk.ask(drafts.keep, DRAFT, Staff.KIND, self.form.kept())
            asked.then(self._kept, self)

    def _kept(self, clock: str) -> None:
        self.saved.saved_at(clock, "kun for dig")

    def _take_up(self, draft: Draft | None) -> None:
        if draft is None or self.form.name.text():
            return
        self.form.take_up(draft.content)
        self._name_the_act()
        if self.form.name.text():
            self.tell(f"Du var i gang med {self.form.name.text()}.", "info")

    # the acts

    @Slot()
    def _on_save(self) -> None:
        staff = self.form.staff()
        self.save.block("Gemmer …")
        shown = self._shown
        if shown is None or not shown.has_key:
            self.desk.ask(
                staffing.add_person,
                staff,
                self.words.words,
                shown.id if shown else None,
                must_change=True,
                draft=DRAFT if shown is None else "",
            ).then(partial(self._added, staff), self, failed=self._refused)
        else:
            self.desk.ask(staffing.change_person, shown.id, staff).then(
                self._saved, self, failed=self._refused
            )

    def _refused(self, error: BaseException) -> None:
        self.save.block("")
        self.refuse(error)

    def _added(self, staff: Staff, saved: Saved) -> None:
        self._close()
        self.desk.announce(saved.changes, self)
        self.title.say(
            f"{staff.first_name} har fået en nøgle", "Giv de fire ord videre, når I er alene."
        )
        done = button("Til Mennesker", "primary")
        done.clicked.connect(self.done)
        self.words.hand_over(staff.first_name)
        self.untell()
        self._foot.hide()
        self.show_cards(self.words, row(done, ...))
        done.setFocus()

    def _saved(self, saved: Saved) -> None:
        self.desk.announce(saved.changes, self)
        self._close()
        self.desk.say(f"Gemt hos {self.form.staff().name}.", "ok")
        self.done.emit()

    @Slot()
    def _on_renew(self) -> None:
        """First the words are shown; a second press makes them the password."""
        assert self._shown is not None
        if self._new_words.isHidden():
            self.words.suggest(self._shown.staff.name)
            self._new_words.show()
            self.renew.say("Brug de fire ord")
            ask = self.desk.ask(sealed_cases.what_is_lost, self._shown.id)
            ask.then(self._say_lost, self)
            return
        self.desk.ask(staffing.reset_password, self._shown.id, self.words.words).then(
            self._renewed, self, failed=self.refuse
        )

    def _say_lost(self, words: str) -> None:
        self._lost.say(words, "watch")
        self._lost.setVisible(bool(words))

    def _renewed(self, _: None) -> None:
        assert self._shown is not None
        self._lost.hide()
        self.renew.hide()
        self.words.hand_over(self._shown.staff.first_name)
        self.tell(f"{self._shown.staff.first_name} låser op med de fire ord næste gang.", "ok")

    @Slot()
    def _on_remove(self) -> None:
        assert self._shown is not None
        name = self._shown.staff.name
        asked = Confirm(
            self.window(),
            f"Fjern {danish.possessive(name)} adgang?",
            _TAKEN.format(name=self._shown.staff.first_name),
            act="Fjern adgangen",
            safe="Behold",
        )
        asked.accepted.connect(self._remove)
        asked.finished.connect(asked.deleteLater)
        asked.open()

    @Slot()
    def _remove(self) -> None:
        assert self._shown is not None
        self.remove.block("Boksen får en ny nøgle …")
        self.tell("Boksen får en ny nøgle. Det tager et øjeblik.", "info")
        self.desk.ask(staffing.remove_person, self._shown.id).then(
            self._removed, self, failed=self._not_removed
        )

    def _not_removed(self, error: BaseException) -> None:
        self.remove.block("")
        self.untell()
        self.refuse(error)

    def _removed(self, saved: Saved) -> None:
        assert self._shown is not None
        self._close()
        self.desk.announce(saved.changes, self)
        self.desk.say(
            f"{self._shown.staff.name} har ikke adgang mere. Boksen har fået en ny nøgle.", "ok"
        )
        self.desk.ask(holding.left_behind).then(self._tell_left_behind, self)
        self.desk.ask(second_place.second_place).then(self._look_for_copies, self)

    def _tell_left_behind(self, left: list[Stored[Tovholder]]) -> None:
        """Whose course nobody holds on to now: said at once, and asked about on Overblik until it is settled."""
        assert self._shown is not None
        many = sum(one.record.who == self._shown.id for one in left)
        if many:
            children = danish.count(many, "barn", "børn", spelled=True)
            self.desk.say(
                f"{self._shown.staff.name} har ikke adgang mere og var tovholder for {children}. "
                "Vælg en anden fra dit Overblik.",
                "watch",
            )

    def _look_for_copies(self, second: SecondPlace | None) -> None:
        assert self._shown is not None
        asked = self.desk.ask_aside(after_removal.still_open, second, self._shown.id)
        asked.then(self._ask_about_copies, self, failed=self._leave_copies)

    def _ask_about_copies(self, seen: Shelves) -> None:
        assert self._shown is not None
        if not is_worth_asking(seen):
            self.done.emit()
            return
        asked = ask_about_old_copies(self.window(), self._shown.staff.first_name, seen)
        asked.accepted.connect(self._replace_copies)
        asked.rejected.connect(self.done)

    @Slot()
    def _replace_copies(self) -> None:
        """How it goes stands where the copies are."""
        self.desk.go("indstillinger", "kopier")
        keeper_of(self.desk).replace_all()

    def _leave_copies(self, error: BaseException) -> None:
        self.done.emit()
        self.desk.explain(error)

    def _close(self) -> None:
        """Nothing more is kept from here."""
        self._timer.stop()
        self._closed = True


def _standing(shown: StaffRow | None) -> str:
    if shown is None:
        return "Får sin egen nøgle til boksen, og vælger selv adgangskode den første gang."
    if not shown.has_key:
        return "Har ingen nøgle. Du kan give en igen."
    return "Har en nøgle" + (
        " og vælger sin egen adgangskode næste gang." if shown.must_change else "."
    )


def _act(shown: StaffRow | None) -> str:
    if shown is None:
        return "Giv adgang"
    return "Gem" if shown.has_key else f"Giv {shown.staff.first_name} adgang igen"
