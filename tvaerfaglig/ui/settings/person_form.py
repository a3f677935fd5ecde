"""The form of a colleague: who she is, in which role, and where. It only says what was typed."""

from __future__ import annotations

import json
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.people import Authority, Role, Staff
from tvaerfaglig.services.administration import Administration
from tvaerfaglig.ui.settings.words import ROLE_SEES
from tvaerfaglig.ui.widgets import ChipGroup, Pick, card, choice, col, field, line_edit, row, small

_AUTHORITY = (
    (Authority.UKENDT.value, "Det ved vi ikke"),
    (Authority.JA.value, "Ja"),
    (Authority.NEJ.value, "Nej"),
)
_NO_STUE = {Role.DAGPLEJER, Role.DAGPLEJEPAEDAGOG}


class PersonForm(QWidget):
    """Two cards. `changed` comes with every keystroke and choice."""

    changed = Signal()

    def __init__(self, seen: Administration, staff: Staff | None) -> None:
        super().__init__()
        self._seen = seen
        self._before = staff or Staff(name="", role=Role.PAEDAGOG)
        self._make_fields(self._before, new=staff is None)
        self._build()
        self._follow_role()
        self.role.chosen_changed.connect(self._follow_role)
        self.houses.changed.connect(self._on_houses)
        for edit in (self.name, self.phone):
            edit.textEdited.connect(self.changed)
        self.role.chosen_changed.connect(self.changed)
        self.authority.chosen_changed.connect(self.changed)
        for group in (self.houses, self.stuer, self.oversees):
            group.changed.connect(self.changed)

    def staff(self) -> Staff:
        """What the form says now."""
        role = Role(self.role.chosen())
        return replace(
            self._before,
            name=" ".join(self.name.text().split()),
            phone=self.phone.text().strip(),
            role=role,
            houses=self.houses.chosen(),
            stuer=() if self._stuer_field.isHidden() else self.stuer.chosen(),
            oversees=self.oversees.chosen() if role is Role.DAGPLEJEPAEDAGOG else (),
            active=True,
            authority=Authority(self.authority.chosen()) if _may_decide(role) else Authority.UKENDT,
        )

    def kept(self) -> str:
        """As a draft; a password is never in it."""
        staff = self.staff()
        said = {
            "name": staff.name,
            "phone": staff.phone,
            "role": staff.role.value,
            "houses": staff.houses,
            "stuer": staff.stuer,
            "oversees": staff.oversees,
            "authority": staff.authority.value,
        }
        return json.dumps(said, ensure_ascii=False)

    def take_up(self, kept: str) -> None:
        """Go on from a draft."""
        said = json.loads(kept)
        self.name.setText(said["name"])
        self.phone.setText(said["phone"])
        self.role.choose(said["role"])
        self.houses.choose(said["houses"])
        self._offer_stuer(tuple(said["stuer"]))
        self.oversees.choose(said["oversees"])
        self.authority.choose(said.get("authority", ""))
        self._follow_role()

    def _make_fields(self, staff: Staff, *, new: bool) -> None:
        houses = self._seen.houses
        self.name = line_edit(staff.name, most=80)
        self.phone = line_edit(staff.phone, most=40)
        self.role = choice(((role.value, role.word) for role in Role), staff.role.value)
        self.houses = ChipGroup(
            (Pick(one.id, one.record.name) for one in houses),
            [one.id for one in houses[:1]] if new else staff.houses,
            name="Hus",
        )
        self.stuer = ChipGroup((), name="Stuer")
        self.oversees = ChipGroup(
            (Pick(one.id, one.staff.name) for one in self._seen.dagplejere),
            staff.oversees,
            name="Dagplejere",
        )
        self.authority = choice(_AUTHORITY, staff.authority.value)
        self._offer_stuer(staff.stuer)

    def _build(self) -> None:
        self._sees = small("")
        self._stuer_field = field(
            "Stuer", self.stuer, "Dem, man hører til. Flere kan vælges.", optional=True
        )
        self._oversees_field = field("Dagplejere", self.oversees, "Dem, dagplejepædagogen følger.")
        names = row(
            (field("Navn", self.name, "Står på låseskærmen."), 3),
            (field("Telefon", self.phone, " ", optional=True), 2),
            gap="apart",
        )
        self._authority_field = field(
            "Er hun eller han myndighed i kommunen?",
            self.authority,
            "En myndighed træffer afgørelser i sager. Det, I siger med navn, kan så blive behandlet som en "
            "underretning, og det bliver sagt, før nogen vælger et navn.",
        )
        who = card("Hvem", names, field("Rolle", self.role), self._sees, self._authority_field)
        where = card("Hvor", field("Hus", self.houses), self._stuer_field, self._oversees_field)
        self.setLayout(col(who, where, gap="apart"))

    def _offer_stuer(self, chosen: tuple[str, ...]) -> None:
        within = set(self.houses.chosen())
        stuer = [s for one in self._seen.houses if one.id in within for s in one.record.stuer]
        self.stuer.offer((Pick(s.id, s.name) for s in stuer), chosen)

    @Slot()
    def _follow_role(self) -> None:
        role = Role(self.role.chosen())
        self._sees.say(ROLE_SEES[role])
        self._oversees_field.setVisible(role is Role.DAGPLEJEPAEDAGOG)
        self._authority_field.setVisible(_may_decide(role))
        self._stuer_field.setVisible(not role.visits and role not in _NO_STUE)

    @Slot()
    def _on_houses(self) -> None:
        self._offer_stuer(self.stuer.chosen())


def _may_decide(role: Role) -> bool:
    """Whoever comes from the municipality; a leader never is one of those who decide in a case."""
    return role.visits
