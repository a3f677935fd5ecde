"""The note of a konsultation as a form: fifteen parts in four steps, professions and decisions."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain.konsultation import KonsultationKind
from tvaerfaglig.domain.meetings.own_part import OwnPart
from tvaerfaglig.domain.people import Role
from tvaerfaglig.domain.resource import Table, once_each, read_toml
from tvaerfaglig.domain.template import Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPart:
    """One part; `empty` is the line that stands for it until someone writes.

    `own` is how a part is answered that one kind of meeting has besides the fifteen.
    """

    id: str
    nr: int
    name: str
    paper: str
    guidance: str
    empty: str
    frame: Frame
    parents: bool
    not_for: tuple[KonsultationKind, ...]
    in_follow_up: bool
    own: OwnPart | None = None


@dataclass(frozen=True, slots=True)
class FormStep:
    id: str
    name: str
    parts: tuple[FormPart, ...]


@dataclass(frozen=True, slots=True)
class KindChoice:
    kind: KonsultationKind
    word: str
    guidance: str


@dataclass(frozen=True, slots=True)
class Profession:
    """A profession's own view: who writes it, and the question that opens it."""

    id: str
    word: str
    roles: tuple[Role, ...]
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Where it goes from here; `parents` ones are gone while the guard hides the parents."""

    id: str
    word: str
    meaning: str
    underretning: bool
    parents: bool


@dataclass(frozen=True, slots=True)
class Discussed:
    """Was an underretning talked about: conclusion and reasons are always asked for."""

    question: str
    help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KonsultationForm:
    id: str
    name: str
    always: str
    kinds: tuple[KindChoice, ...]
    professions: tuple[Profession, ...]
    decisions: tuple[Decision, ...]
    discussed: Discussed
    steps: tuple[FormStep, ...]

    def part(self, part_id: str) -> FormPart | None:
        return next((p for step in self.steps for p in step.parts if p.id == part_id), None)

    def kind(self, kind: KonsultationKind) -> KindChoice | None:
        return next((each for each in self.kinds if each.kind is kind), None)

    def decision(self, decision_id: str) -> Decision | None:
        return next((each for each in self.decisions if each.id == decision_id), None)

    def profession_of(self, role: Role) -> Profession | None:
        return next((each for each in self.professions if role in each.roles), None)

    def open_steps(
        self, kind: KonsultationKind, *, parents_hidden: bool = False, follow_up: bool = False
    ) -> tuple[FormStep, ...]:
        """The steps to walk through, with the parts that this kind of note has."""
        steps = (
            FormStep(
                step.id,
                step.name,
                tuple(
                    each
                    for each in step.parts
                    if kind not in each.not_for
                    and not (parents_hidden and each.parents)
                    and (each.in_follow_up or not follow_up)
                ),
            )
            for step in self.steps
        )
        return tuple(step for step in steps if step.parts)

    def open_decisions(self, *, parents_hidden: bool) -> tuple[Decision, ...]:
        return tuple(each for each in self.decisions if not (parents_hidden and each.parents))


def parse_form(text: str, name: str = "konsultation.toml") -> KonsultationForm:
    top = read_toml(text, name)
    form = KonsultationForm(
        id=top.text("id"),
        name=top.text("navn"),
        always=top.prose("altid"),
        kinds=tuple(_kind(each) for each in top.tables("slags")),
        professions=tuple(_profession(each) for each in top.tables("faglighed")),
        decisions=tuple(_decision(each) for each in top.tables("beslutning")),
        discussed=_discussed(top.table("underretning_droeftet")),
        steps=tuple(_step(each) for each in top.tables("trin")),
    )
    top.done()
    parts = [each for step in form.steps for each in step.parts]
    once_each((each.id for each in parts), f"{name}, dele")
    once_each((f"nr. {each.nr}" for each in parts), f"{name}, dele")
    once_each((each.id for each in form.decisions), f"{name}, beslutning")
    once_each((each.id for each in form.professions), f"{name}, faglighed")
    if not any(each.underretning for each in form.decisions):
        raise top.wrong("mindst én beslutning skal have underretning = true.")
    return form


def _kind(table: Table) -> KindChoice:
    kind = KindChoice(
        KonsultationKind(table.one_of("id", KonsultationKind)),
        table.text("ord"),
        table.prose("vejledning"),
    )
    table.done()
    return kind


def _profession(table: Table) -> Profession:
    roles = table.texts("roller")
    if not set(roles) <= set(Role):
        raise table.wrong(f"»roller« skal vælges mellem {', '.join(Role)}.")
    profession = Profession(
        table.text("id"),
        table.text("ord"),
        tuple(Role(each) for each in roles),
        table.prose("spoergsmaal"),
    )
    table.done()
    return profession


def _decision(table: Table) -> Decision:
    decision = Decision(
        id=table.text("id"),
        word=table.text("ord"),
        meaning=table.prose("betyder"),
        underretning=table.flag("underretning"),
        parents=table.flag("foraeldre"),
    )
    table.done()
    if decision.underretning and decision.parents:
        raise table.wrong("en underretning må aldrig falde væk sammen med forældrenes del.")
    return decision


def _discussed(table: Table) -> Discussed:
    discussed = Discussed(table.prose("spoergsmaal"), table.prose("hjaelp"))
    table.done()
    return discussed


def _step(table: Table) -> FormStep:
    step = FormStep(
        table.text("id"), table.text("navn"), tuple(_part(each) for each in table.tables("del"))
    )
    table.done()
    return step


def _part(table: Table) -> FormPart:
    not_for = table.texts("ikke_ved", ())
    if not set(not_for) <= set(KonsultationKind):
        raise table.wrong(f"»ikke_ved« skal vælges mellem {', '.join(KonsultationKind)}.")
    part = FormPart(
        id=table.text("id"),
        nr=table.number("nr"),
        name=table.text("navn"),
        paper=table.text("papir"),
        guidance=table.prose("vejledning"),
        empty=table.text("tom"),
        frame=Frame(table.one_of("ramme", Frame, "")),
        parents=table.flag("foraeldre"),
        not_for=tuple(KonsultationKind(each) for each in not_for),
        in_follow_up=table.flag("opfoelgning"),
    )
    table.done()
    return part
