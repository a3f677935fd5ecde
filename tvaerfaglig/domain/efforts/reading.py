"""Read a kind of indsats, the program's own or one from outside; every refusal says what to put right."""

from __future__ import annotations

from functools import cache

from tvaerfaglig.domain.efforts.form import EffortForm, FieldType, FormField, FormUse
from tvaerfaglig.domain.efforts.kind import (
    Direction,
    EffortKind,
    Indicator,
    Priority,
    SeatRule,
    Subject,
)
from tvaerfaglig.domain.efforts.rhythm import Anchor, Every, PhaseRule, Point, Rhythm, TalkRule
from tvaerfaglig.domain.kind_files.reading import (
    each_of,
    fingerprint,
    identifier,
    line,
    lines,
    many,
    opened,
    prose,
    text_from_outside,
    within,
)
from tvaerfaglig.domain.people import Role
from tvaerfaglig.domain.resource import Table, once_each

FORMAT = 1


def parse_kind_bytes(content: bytes, name: str) -> tuple[EffortKind, str]:
    """The kind in a file from outside, and its text. Raises ResourceError in words."""
    text = text_from_outside(content, name, "en indsats")
    return parse_kind(text, name), text


@cache
def kept_kind(text: str) -> EffortKind:
    """One that was kept before; the same text is always the same kind."""
    return parse_kind(text, "Indsatsen")


def reference(kind: EffortKind, text: str) -> str:
    """The kind's id and the fingerprint of every word of it: its version, which an effort keeps."""
    return f"{kind.id}@{fingerprint(text)}"


def parse_kind(text: str, name: str = "indsatsen") -> EffortKind:
    top = opened(text, name, "indsats", FORMAT, a_kind="en indsats", the_kind="indsatsen")
    kind = EffortKind(
        id=identifier(top),
        nr=within(top, "nr", 1, 99, 99),
        name=line(top, "navn"),
        line=line(top, "om"),
        purpose=prose(top, "formaal"),
        about=each_of(top, "handler_om", Subject),
        direction=Direction(top.one_of("rettet_mod", Direction)),
        under_age=within(top, "under_alder", 0, 99, 0),
        with_parents=top.flag("foraeldre"),
        consent=top.flag("samtykke", default=True),
        max_families=within(top, "hoejst_familier", 0, 60, 0),
        rhythm=_rhythm(top.table("rytme")),
        seats=many(top, "rolle", _seat),
        phases=many(top, "fase", _phase, optional=True),
        talks=many(top, "samtale", _talk, optional=True),
        priorities=many(top, "forrang", _priority, optional=True),
        absences=lines(top, "fravaer"),
        may=lines(top, "opgaver"),
        may_not=lines(top, "ikke_opgaver"),
        forms=many(top, "ark", _form),
        papers=lines(top, "papirer"),
        indicators=each_of(top, "tal", Indicator),
        invitation=prose(top, "til_foraeldre", ""),
        invitation_born=prose(top, "til_foraeldre_foedt", ""),
    )
    top.done()
    _whole(top, kind, name)
    return kind


def _whole(top: Table, kind: EffortKind, name: str) -> None:
    once_each((one.id for one in kind.seats), f"{name}, roller")
    once_each((one.id for one in kind.phases), f"{name}, faser")
    once_each((one.id for one in kind.talks), f"{name}, samtaler")
    once_each((one.id for one in kind.priorities), f"{name}, forrang")
    once_each((one.id for one in kind.forms), f"{name}, ark")
    if not kind.about:
        raise top.wrong("»handler_om« er tom. Vælg mindst én af barn, familie, aktivitet og hus.")
    _whole_about(top, kind)
    _whole_phases(top, kind)
    for talk in kind.talks:
        if talk.form and kind.form(talk.form) is None:
            raise top.wrong(f"samtalen »{talk.id}«: arket »{talk.form}« findes ikke.")


def _whole_about(top: Table, kind: EffortKind) -> None:
    if not kind.has_families and (kind.max_families or kind.priorities or kind.phases):
        raise top.wrong(
            "der er hverken barn eller familie i »handler_om«, så der kan ikke være venteliste eller faser."
        )
    if kind.has_families and all(one.about_house for one in kind.forms):
        raise top.wrong("mindst ét ark skal være om familien. Lad »om_huset« ude af det.")
    if not kind.has_families and not all(one.about_house for one in kind.forms):
        raise top.wrong("indsatsen er ikke om nogen familie. Skriv »om_huset = true« i hvert ark.")
    if kind.may_not and not kind.may:
        raise top.wrong("»ikke_opgaver« står alene. Skriv også »opgaver«: hvad den frivillige gør.")


def _whole_phases(top: Table, kind: EffortKind) -> None:
    seats = {one.id for one in kind.seats}
    for nr, phase in enumerate(kind.phases):
        if phase.responsible not in seats:
            raise top.wrong(
                f"fasen »{phase.id}«: »{phase.responsible}« er ikke en af rollerne. "
                f"Vælg mellem {', '.join(sorted(seats))}."
            )
        if nr == 0 and phase.begins.anchor is Anchor.FORRIGE:
            raise top.wrong("den første fase kan ikke begynde efter den forrige.")
    unborn = {Anchor.TERMIN, Anchor.FOEDSEL}
    points = [one.begins for one in kind.phases] + [one.at for one in kind.talks]
    if any(one.anchor in unborn for one in points) and not (
        {Subject.UFOEDT, Subject.BARN, Subject.FAMILIE} & set(kind.about)
    ):
        raise top.wrong("noget regnes fra fødslen, men indsatsen er ikke om et barn.")


def _rhythm(table: Table) -> Rhythm:
    rhythm = Rhythm(
        every=Every(table.one_of("hver", Every)),
        number=within(table, "antal", 1, 26, 1),
        least=within(table, "mindst", 0, 99, 0),
        most=within(table, "hoejst", 0, 99, 0),
        status_weeks=within(table, "status_uger", 0, 52, 0),
    )
    table.done()
    if rhythm.least > rhythm.most:
        raise table.wrong("»hoejst« skal være lige så højt som »mindst« eller højere.")
    if rhythm.every is Every.AAR and rhythm.number > 12:
        raise table.wrong(f"»antal« er {rhythm.number}. Vælg højst 12 gange om året.")
    return rhythm


def _seat(table: Table) -> SeatRule:
    return SeatRule(
        id=identifier(table),
        name=line(table, "navn"),
        roles=each_of(table, "faggrupper", Role, ()),
        number=within(table, "antal", 1, 20, 1),
        meaning=prose(table, "betyder", ""),
    )


def _phase(table: Table) -> PhaseRule:
    ends = "til" in table.names()
    return PhaseRule(
        id=identifier(table),
        name=line(table, "navn"),
        responsible=line(table, "ansvarlig"),
        begins=_point(table.table("fra")),
        ends=_point(table.table("til")) if ends else None,
        guidance=prose(table, "vejledning", ""),
    )


def _talk(table: Table) -> TalkRule:
    return TalkRule(
        id=identifier(table),
        name=line(table, "navn"),
        at=_point(table.table("naar")),
        again_months=within(table, "igen_maaneder", 0, 60, 0),
        form=line(table, "ark", ""),
    )


def _point(table: Table) -> Point:
    point = Point(
        Anchor(table.one_of("efter", Anchor)),
        within(table, "maaneder", 0, 96, 0),
        within(table, "uger", 0, 104, 0),
    )
    table.done()
    return point


def _priority(table: Table) -> Priority:
    return Priority(id=identifier(table), name=line(table, "navn"))


def _form(table: Table) -> EffortForm:
    form = EffortForm(
        id=identifier(table),
        name=line(table, "navn"),
        use=FormUse(table.one_of("bruges", FormUse)),
        guidance=prose(table, "vejledning", ""),
        written_by=each_of(table, "skrives_af", Role, ()),
        reviewed_by=each_of(table, "laeses_af", Role, ()),
        about_house=table.flag("om_huset"),
        fields=many(table, "felt", _field),
    )
    once_each((one.id for one in form.fields), f"{table.where}, felter")
    drawn = {FieldType.MAAL, FieldType.FASER}
    if form.about_house and any(one.type in drawn or one.parents for one in form.fields):
        raise table.wrong("et ark om huset har hverken mål, faser eller forældrenes ord.")
    return form


def _field(table: Table) -> FormField:
    field = FormField(
        id=identifier(table),
        name=line(table, "navn"),
        type=FieldType(table.one_of("type", FieldType, FieldType.TEKST)),
        guidance=prose(table, "vejledning", ""),
        choices=lines(table, "valg"),
        must=table.flag("skal"),
        parents=table.flag("foraeldre"),
    )
    if (field.type is FieldType.VALG) != bool(field.choices):
        raise table.wrong('»valg« og »type = "valg"« hører sammen: skriv begge eller ingen af dem.')
    return field
