"""A family on the waiting list: who comes along, who proposed it, the yes, and why it goes first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.records import Attends, Enrolment
from tvaerfaglig.services.efforts import enrolling
from tvaerfaglig.services.efforts.families import Asking
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.children import OpenChild
from tvaerfaglig.ui.children.fields import Missing
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.indsatser import WAITING, way
from tvaerfaglig.ui.indsatser.forms import IndsatsForm, Undo
from tvaerfaglig.ui.widgets import (
    ChipGroup,
    Choice,
    Pick,
    button,
    card,
    line_edit,
    message,
    small,
)
from tvaerfaglig.ui.widgets.layout import Item, see_opened

_THEIRS = "Vælg, hvem der kommer sammen med barnet. Ved fremmøde krydses hver af."


class AskForm(IndsatsForm):
    """The family as it is asked for: who comes along, who proposed it, the yes, and why it goes first."""

    KIND = "indsats_plads_skrevet"

    def __init__(self, desk: Desk, facts: Asking) -> None:
        self._facts = facts
        stored, first = facts.stored, facts.child.first_name
        whose = f"{danish.possessive(first)} familie"
        super().__init__(
            desk,
            f"Ret: {whose}" if stored else f"{whose} på ventelisten",
            f"{facts.effort.name} · {facts.kind.name}",
            "Gem ændringen" if stored else "Skriv på ventelisten",
            stored.id if stored else f"{facts.effort_id}:{facts.child_id}",
        )
        self.lay_out(*self._build())
        if stored is not None:
            self._fill(stored.record)
        self.ready()

    def start(self) -> None:
        """A place that lacks the family's yes is opened for that; it stands below all the rest."""
        stored, facts = self._facts.stored, self._facts
        if stored is None or facts.guarded or not facts.kind.consent or stored.record.samtykke:
            super().start()
            return
        choice = self.fields.editor("consent")
        choice.setFocus(Qt.FocusReason.OtherFocusReason)
        see_opened(choice)

    def about(self) -> dict[str, str]:
        return {"child": self._facts.child_id}

    def _build(self) -> list[Item]:
        f, facts = self.fields, self._facts
        return [
            self._guarded(),
            card("Hvem er med", *self._people(), *self._age()),
            card(
                "Hvorfor", f.add("referrer", "Hvem har foreslået det?", line_edit(most=120), optional=True),
                f.add_prose("because", "Hvad skal det hjælpe med?", lines=2, optional=True),
            ),
            card("Familiens ja", *self._consent()),
            card(
                "Ventelisten", f.add_day("asked", "På listen siden", facts.today),
                *self._priority(),
            ),
        ]  # fmt: skip

    def _guarded(self) -> Item:
        if not self._facts.guarded:
            return None
        words = "Værnet er sat, så forældrene spørges ikke. Vent med indsatsen, og tal med kommunen først."
        return message(words, "act", icon="beskyttet")

    def _people(self) -> list[Item]:
        f, facts = self.fields, self._facts
        made: list[Item] = [small(f"{facts.child.first_name} er altid med. {_THEIRS}")]
        if facts.parents:
            picks = [Pick(one.id, _parent(one.name, one.relation)) for one in facts.parents]
            alone = [one.id for one in facts.parents] if len(picks) == 1 else []
            made.append(f.add("adults", "Voksne", ChipGroup(picks, alone, name="Voksne")))
        if facts.siblings:
            picks = [Pick(one, one) for one in facts.siblings]
            made.append(f.add("siblings", "Søskende", ChipGroup(picks, name="Søskende")))
        others = "Andre voksne, som en mormor. Flere navne skilles med komma."
        if not facts.guarded:
            made.append(f.add("others", "Andre", line_edit(most=160), others, optional=True))
        return made

    def _age(self) -> list[Item]:
        """Asked only where the kind is for the young."""
        under = self._facts.kind.under_age
        if not under or self._facts.guarded:
            return []
        told = f"Indsatsen er for unge under {under} år."
        edit = line_edit(most=2)
        return [self.fields.add("age", "Hvor gammel er den unge nu?", edit, told, optional=True)]

    def _consent(self) -> list[Item]:
        facts = self._facts
        if facts.guarded:
            return [small("Forældrene spørges ikke, så længe værnet er sat.")]
        write = button("Skriv et samtykke", "link")
        write.clicked.connect(self._to_consent)
        choices = [("", "Intet skrevet ned endnu"), *facts.consents]
        told = (
            "Familien kan komme på listen uden. Der skal være et ja, før den får en plads."
            if facts.kind.consent
            else "Formen kræver det ikke."
        )
        choice = Choice(choices, self._only_consent())
        return [self.fields.add("consent", "Samtykke", choice, told, action=write)]

    def _only_consent(self) -> str:
        """Where there is one to choose, it is the one that is meant."""
        known = self._facts.consents
        return known[0][0] if len(known) == 1 else ""

    def _priority(self) -> list[Item]:
        kind = self._facts.kind
        if not kind.priorities:
            return [small("Listen går efter, hvem der kom først.")]
        reasons = [(one.id, f"{n}. {one.name}") for n, one in enumerate(kind.priorities, 1)]
        choice = Choice([("", "Ingen grund til at gå forud"), *reasons])
        choice.chosen_changed.connect(self._on_priority)
        self._why = self.fields.add(
            "why", "Hvad er det?", line_edit(most=160), "Kort, så listen er til at forklare."
        )
        return [self.fields.add("priority", "Går familien forud?", choice), self._why]

    def _fill(self, made: Enrolment) -> None:
        f = self.fields
        if not self._facts.guarded:
            parents = {one.id for one in self._facts.parents}
            named = [one.called for one in made.adults if one.person not in parents]
            f.put(others=", ".join(named), consent=made.samtykke or self._only_consent())
        if self._facts.parents:
            f.put(adults=[one.person for one in made.adults])
        if self._facts.siblings:
            f.put(siblings=[one.person for one in made.siblings])
        f.put(referrer=made.referrer, because=made.referred_because, asked=made.asked_on)
        if self._facts.kind.under_age and not self._facts.guarded:
            f.put(age=str(made.age or ""))
        if self._facts.kind.priorities:
            f.put(priority=made.priority, why=made.priority_because)

    def refilled(self) -> None:
        if self._facts.kind.priorities:
            self._on_priority(self.fields.text("priority"))

    @Slot(str)
    def _on_priority(self, reason: str) -> None:
        self._why.setVisible(bool(reason))

    @Slot()
    def _to_consent(self) -> None:
        """The child's own page writes it; what stands here waits as a draft."""
        self.keep()
        self.desk.go("boern", OpenChild(self._facts.child_id, "samtykker", write="samtykke"))

    # saving

    def _made(self) -> Enrolment:
        f, facts = self.fields, self._facts
        stored = facts.stored.record if facts.stored else None
        adults, siblings = self._chosen()
        ranked = bool(facts.kind.priorities)
        priority = f.text("priority") if ranked else ""
        return Enrolment(
            effort=facts.effort_id, child=facts.child_id,
            adults=stored.adults if stored and facts.guarded else adults,
            siblings=stored.siblings if stored and facts.guarded else siblings,
            referrer=f.text("referrer"), referred_because=f.text("because"),
            samtykke=(stored.samtykke if stored else "") if facts.guarded else f.text("consent"),
            age=self._told_age(stored),
            asked_on=f.must_day("asked", "Hvornår kom familien på listen?"),
            priority=priority, priority_because=f.text("why") if priority else "",
        )  # fmt: skip

    def _told_age(self, stored: Enrolment | None) -> int | None:
        if not self._facts.kind.under_age or self._facts.guarded:
            return stored.age if stored else None
        told = self.fields.text("age").strip()
        if told and not told.isdecimal():
            raise Missing("age", "Skriv alderen i hele år, som 19.")
        return int(told) if told else None

    def _chosen(self) -> tuple[tuple[Attends, ...], tuple[Attends, ...]]:
        f, facts = self.fields, self._facts
        if facts.guarded:
            return (), ()
        ticked = set(f.several("adults")) if facts.parents else set()
        parents = [one for one in facts.parents if one.id in ticked]
        adults = [Attends(person=one.id, called=one.name, relation=one.relation) for one in parents]
        typed = (word.strip() for word in f.text("others").split(","))
        adults += [Attends(person=name, called=name) for name in typed if name]
        names = f.several("siblings") if facts.siblings else ()
        return tuple(adults), tuple(Attends(person=one, called=one) for one in names)

    def send(self) -> Asked[Saved]:
        stored = self._facts.stored
        return self.desk.ask(enrolling.ask, self._made(), stored.id if stored else None)

    def said(self) -> str:
        if self._facts.stored:
            return "Ændringen er gemt."
        return f"{danish.possessive(self._facts.child.first_name)} familie står på ventelisten."

    def undo(self, saved: Saved) -> Undo:
        stored = self._facts.stored
        if stored is None:
            return partial(enrolling.take_back, enrolment_id=saved.id)
        return partial(enrolling.ask, wanted=stored.record, enrolment_id=stored.id)

    def keeps_words(self) -> bool:
        return self._facts.stored is None

    def where(self, saved: Saved) -> str:
        del saved
        return self.beneath()

    def beneath(self) -> str:
        return way(self._facts.effort_id, WAITING)


def _parent(name: str, relation: str) -> str:
    return f"{name}, {relation.lower()}" if relation else name
