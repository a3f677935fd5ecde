"""Which form writes which kind, and which of them the menu offers on a child's page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.children.one_child import ChildPage
from tvaerfaglig.ui.children.birth_form import BirthForm
from tvaerfaglig.ui.children.closing_form import CloseConcernForm, TakeUpForm
from tvaerfaglig.ui.children.consent_form import SamtykkeForm
from tvaerfaglig.ui.children.form import DraftPage, EntryForm
from tvaerfaglig.ui.children.guard_forms import GuardForm, LiftGuardForm
from tvaerfaglig.ui.children.position_form import NotNowForm, PositionForm
from tvaerfaglig.ui.children.remark_form import ParentRemarkForm
from tvaerfaglig.ui.children.seen_again_form import SeenAgainForm
from tvaerfaglig.ui.children.small_forms import (
    AbsenceForm,
    ConcernForm,
    FamilyForm,
)
from tvaerfaglig.ui.children.talk_form import ParentTalkForm
from tvaerfaglig.ui.children.tovholder_form import TovholderForm
from tvaerfaglig.ui.desk import Desk

FACTS, SHARING, THREAD = "oplysninger", "deling", "traad"
FORMS: dict[str, type[EntryForm[Any]]] = {
    form.KIND: form
    for form in (
        ParentTalkForm,
        ParentRemarkForm,
        AbsenceForm,
        FamilyForm,
        ConcernForm,
        CloseConcernForm,
        TakeUpForm,
        PositionForm,
        NotNowForm,
        SeenAgainForm,
        SamtykkeForm,
        TovholderForm,
        GuardForm,
        LiftGuardForm,
    )
}
WORDS = {
    "samtale": "en samtale med forældrene",
    "bemaerkning": "forældrenes bemærkning",
    "fravaer": "fravær",
    "familie": "nyt fra familien",
    "bekymring": "en bekymring",
    "luk_bekymring": "at lukke en bekymring",
    "tag_op": "at tage en bekymring op igen",
    "position": "en position",
    "ikke_nu": "en beslutning om ikke at underrette nu",
    "set_igen": "at se på en beslutning igen",
    "samtykke": "et samtykke",
    "deling": "at dele barnet",
    "tovholder": "hvem der er tovholder",
    "vaern": "at sætte værn",
    "loeft_vaern": "at løfte værnet",
    "foedt": "at barnet er født",
    "oplysninger": "barnets oplysninger",
}
TELLS_PARENTS = frozenset({"samtale", "samtykke", "bemaerkning"})


def menu(page: ChildPage) -> Iterable[tuple[str, str, str]]:
    """(kind, words, icon) of what one may write here, "" for a line between. Nothing that would tell
    the parents while the guard hides them.
    """
    if Action.WRITE in page.may:
        if not page.hides_parents:
            yield "samtale", "Samtale med forældrene", "samtale"
            yield "bemaerkning", "Forældrenes bemærkning", "samtale"
        if not page.child.is_expected:
            yield "fravaer", "Fravær", "fravaer"
        yield "familie", "Nyt fra familien", "familie"
        yield "", "", ""
        yield "bekymring", "Bekymring", "bekymring"
        yield "position", "Sæt position", "maal"
        yield "ikke_nu", "Vent med at underrette", "ur"
        has_one = page.tovholder is not None and page.tovholder.record.who
        yield "tovholder", "Giv tovholder videre" if has_one else "Vælg tovholder", "person"
        yield "", "", ""
    if Action.GUARD in page.may:
        yield "vaern", "Ret værnet" if page.guard else "Sæt værn", "beskyttet"
        if page.guard:
            yield "loeft_vaern", "Løft værnet", "beskyttet"
    if Action.SHARE in page.may:
        yield SHARING, f"Del {page.child.first_name}", "person"
    if Action.EDIT_CHILD in page.may:
        yield from _facts(page)


def _facts(page: ChildPage) -> Iterable[tuple[str, str, str]]:
    if page.child.is_expected:
        yield BirthForm.KIND, "Barnet er født", "flueben"
    yield FACTS, "Ret oplysninger", "kladde"


def made_form(
    desk: Desk, page: ChildPage, kind: str, stored: Stored[Any] | None
) -> DraftPage | None:
    """The form for a kind; None for one that may not be written while the guard hides the parents."""
    if kind == BirthForm.KIND:
        return BirthForm(desk, page.stored)
    if kind in TELLS_PARENTS and page.hides_parents:
        return None
    if kind == GuardForm.KIND and stored is None:
        stored = page.guard
    return FORMS[kind](desk, page, stored)
