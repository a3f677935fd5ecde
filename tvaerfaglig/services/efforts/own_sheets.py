"""The sheets of an indsats itself, form by form: what is written, and who may write or read it after."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain.efforts.form import EffortForm
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.efforts import rules, sheets
from tvaerfaglig.services.efforts.shelf import kind_of
from tvaerfaglig.services.errors import NotFound
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnForm:
    """One form about the effort itself. `to_review` are the sheets that the actor may read after."""

    form: EffortForm
    written: tuple[Stored[Sheet], ...]
    may_write: bool
    to_review: frozenset[str]


@dataclass(frozen=True, slots=True)
class OwnSheets:
    """The forms in the kind's order."""

    effort: str
    forms: tuple[OwnForm, ...]
    names: Names

    def form(self, form_id: str) -> OwnForm:
        found = next((one for one in self.forms if one.form.id == form_id), None)
        if found is None:
            raise NotFound("Det ark hører ikke til indsatsen. Vælg et fra listen.")
        return found


def own_sheets(session: Session, effort_id: str) -> OwnSheets:
    """For whoever may see the effort; they name nobody."""
    effort = rules.found(session, effort_id).record
    every = sheets.house_sheets(session, effort_id)
    open_to_me = rules.runs(session, effort) and effort.is_open
    mine = {one.id for one in sheets.form_choices(session, effort)} if open_to_me else set()
    forms = (one for one in kind_of(session, effort).forms if one.about_house)
    made = [_own(session, one, every, may_write=one.id in mine) for one in forms]
    return OwnSheets(effort_id, tuple(made), names(session))


def _own(
    session: Session, form: EffortForm, every: tuple[Stored[Sheet], ...], *, may_write: bool
) -> OwnForm:
    written = tuple(one for one in every if one.record.form == form.id)
    reads = session.actor.role in form.reviewed_by
    waits = (one for one in written if reads and not one.record.reviewed_on)
    return OwnForm(
        form=form,
        written=tuple(sorted(written, key=lambda one: one.record.day, reverse=True)),
        may_write=may_write,
        to_review=frozenset(one.id for one in waits if session.my_id not in one.record.by),
    )
