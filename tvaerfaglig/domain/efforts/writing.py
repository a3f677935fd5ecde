"""A kind of indsats as the text of its file, so that it can be given on, edited by hand and read again."""

from __future__ import annotations

from collections.abc import Iterator

from tvaerfaglig.domain.efforts.form import EffortForm, FormField
from tvaerfaglig.domain.efforts.kind import EffortKind
from tvaerfaglig.domain.efforts.reading import FORMAT
from tvaerfaglig.domain.efforts.rhythm import Point
from tvaerfaglig.domain.kind_files.writing import flags, listed, texts

HEAD = """\
# Indsats til Tværfaglig. Ret den i et almindeligt tekstprogram, og hent den ind igen under
# Indstillinger › Indsatsformer. Indsatser, der er begyndt efter en tidligere udgave, beholder den.
"""


def kind_toml(kind: EffortKind) -> str:
    return HEAD + "\n".join(_lines(kind)) + "\n"


def _lines(kind: EffortKind) -> Iterator[str]:
    yield f"indsats = {FORMAT}"
    yield from texts(id=kind.id, navn=kind.name, om=kind.line, formaal=kind.purpose)
    yield from texts(til_foraeldre=kind.invitation, til_foraeldre_foedt=kind.invitation_born)
    yield f"nr = {kind.nr}"
    yield f"handler_om = {listed(kind.about)}"
    yield from texts(rettet_mod=kind.direction.value)
    yield f"under_alder = {kind.under_age}"
    yield from flags(foraeldre=kind.with_parents, samtykke=kind.consent)
    yield f"hoejst_familier = {kind.max_families}"
    yield f"fravaer = {listed(kind.absences)}"
    yield f"opgaver = {listed(kind.may)}"
    yield f"ikke_opgaver = {listed(kind.may_not)}"
    yield f"papirer = {listed(kind.papers)}"
    yield f"tal = {listed(kind.indicators)}"
    yield from _rhythm(kind)
    yield from _seats(kind)
    yield from _course(kind)
    for form in kind.forms:
        yield from ("", "[[ark]]", *_form(form))


def _rhythm(kind: EffortKind) -> Iterator[str]:
    made = kind.rhythm
    yield from ("", "[rytme]", *texts(hver=made.every.value))
    yield from (f"antal = {made.number}", f"mindst = {made.least}", f"hoejst = {made.most}")
    yield f"status_uger = {made.status_weeks}"


def _seats(kind: EffortKind) -> Iterator[str]:
    for seat in kind.seats:
        yield from ("", "[[rolle]]", *texts(id=seat.id, navn=seat.name, betyder=seat.meaning))
        yield f"faggrupper = {listed(seat.roles)}"
        yield f"antal = {seat.number}"


def _course(kind: EffortKind) -> Iterator[str]:
    for phase in kind.phases:
        yield from ("", "[[fase]]", *texts(id=phase.id, navn=phase.name))
        yield from texts(ansvarlig=phase.responsible, vejledning=phase.guidance)
        yield f"fra = {_point(phase.begins)}"
        if phase.ends is not None:
            yield f"til = {_point(phase.ends)}"
    for talk in kind.talks:
        yield from ("", "[[samtale]]", *texts(id=talk.id, navn=talk.name))
        yield f"naar = {_point(talk.at)}"
        yield f"igen_maaneder = {talk.again_months}"
        yield from texts(ark=talk.form)
    for one in kind.priorities:
        yield from ("", "[[forrang]]", *texts(id=one.id, navn=one.name))


def _point(point: Point) -> str:
    said = [*texts(efter=point.anchor.value)]
    said += [f"maaneder = {point.months}"] if point.months else []
    said += [f"uger = {point.weeks}"] if point.weeks else []
    return f"{{ {', '.join(said)} }}"


def _form(form: EffortForm) -> Iterator[str]:
    yield from texts(id=form.id, navn=form.name, bruges=form.use.value, vejledning=form.guidance)
    yield f"skrives_af = {listed(form.written_by)}"
    yield f"laeses_af = {listed(form.reviewed_by)}"
    yield from flags(om_huset=form.about_house)
    for field in form.fields:
        yield from ("", "[[ark.felt]]", *_field(field))


def _field(field: FormField) -> Iterator[str]:
    yield from texts(id=field.id, navn=field.name, type=field.type.value)
    yield from texts(vejledning=field.guidance)
    if field.choices:
        yield f"valg = {listed(field.choices)}"
    yield from flags(skal=field.must, foraeldre=field.parents)
