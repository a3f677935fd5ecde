"""What the services ask of the paper. Light to import: reportlab is loaded when a paper is pressed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from tvaerfaglig.printouts.composing import (
    aarets_emner,
    aarsopgoerelse,
    aftaleliste,
    besoegsrapport,
    dagsliste,
    faseplan,
    foraeldreark,
    forberedelse,
    fremmoede,
    gendannelsesark,
    hvem_har_set,
    indsatsark,
    indsatsplan,
    indsigt,
    informationsbrev,
    invitation,
    konsultationsnotat,
    kvittering_for_sletning,
    kvittering_for_tilbagetraekning,
    liggende_ark,
    om_en_ansat,
    opfoelgningsnotat,
    overgangsark,
    projektrapport,
    rammeaftale,
    rundens_overblik,
    rykker,
    sagsresume,
    samtykkeerklaering,
    status_til_foraeldre,
    statusudtalelse,
    stueliste,
    tak,
    teamliste,
    til_it_og_dpo,
    trivselsark,
    ugeplan,
    underretning,
)
from tvaerfaglig.printouts.outline import Outline
from tvaerfaglig.printouts.papers.agreements import AgreementListPaper
from tvaerfaglig.printouts.papers.consent import ConsentPaper, WithdrawalPaper
from tvaerfaglig.printouts.papers.efforts import (
    EffortSheetPaper,
    FamilyAttendancePaper,
    GroupAttendancePaper,
    HandoverPaper,
    InvitationPaper,
    PhasePlanPaper,
    StatusNotePaper,
    TeamListPaper,
    ThanksPaper,
    TopicCalendarPaper,
    VolunteerAgreementPaper,
    WeekPlanPaper,
)
from tvaerfaglig.printouts.papers.figures import ProjectPaper, YearPaper
from tvaerfaglig.printouts.papers.following import ReminderPaper
from tvaerfaglig.printouts.papers.konsultation import KonsultationPaper
from tvaerfaglig.printouts.papers.leader import ItPaper, ReceiptPaper
from tvaerfaglig.printouts.papers.parents import AccessPaper, IndsigtPaper, InformationPaper
from tvaerfaglig.printouts.papers.plans import (
    EffortPlanPaper,
    FollowUpPaper,
    ParentSheetPaper,
    PreparationPaper,
)
from tvaerfaglig.printouts.papers.recovery import RecoveryPaper
from tvaerfaglig.printouts.papers.rounds import OverviewPaper, RoomListPaper, RoundSheetPaper
from tvaerfaglig.printouts.papers.staff_case import StaffCasePaper
from tvaerfaglig.printouts.papers.statusudtalelse import StatusPaper
from tvaerfaglig.printouts.papers.summary import SagsresumePaper
from tvaerfaglig.printouts.papers.underretning import UnderretningPaper
from tvaerfaglig.printouts.papers.visits import DayListPaper, VisitReportPaper
from tvaerfaglig.printouts.papers.wide import WidePaper
from tvaerfaglig.printouts.plain import sections_of
from tvaerfaglig.printouts.reading import Piece, pieces_of

Paper = (
    UnderretningPaper
    | KonsultationPaper
    | SagsresumePaper
    | RecoveryPaper
    | StaffCasePaper
    | StatusPaper
    | AccessPaper
    | InformationPaper
    | IndsigtPaper
    | ReceiptPaper
    | ItPaper
    | ReminderPaper
    | DayListPaper
    | VisitReportPaper
    | PreparationPaper
    | FollowUpPaper
    | EffortPlanPaper
    | ParentSheetPaper
    | ConsentPaper
    | WithdrawalPaper
    | WidePaper
    | AgreementListPaper
    | RoomListPaper
    | RoundSheetPaper
    | OverviewPaper
    | EffortSheetPaper
    | FamilyAttendancePaper
    | GroupAttendancePaper
    | HandoverPaper
    | InvitationPaper
    | PhasePlanPaper
    | StatusNotePaper
    | TeamListPaper
    | ThanksPaper
    | TopicCalendarPaper
    | VolunteerAgreementPaper
    | WeekPlanPaper
    | YearPaper
    | ProjectPaper
)


_COMPOSED: dict[type[Any], Callable[[Any], Outline]] = {
    UnderretningPaper: underretning.compose,
    KonsultationPaper: konsultationsnotat.compose,
    StatusPaper: statusudtalelse.compose,
    SagsresumePaper: sagsresume.compose,
    RecoveryPaper: gendannelsesark.compose,
    StaffCasePaper: om_en_ansat.compose,
    AccessPaper: hvem_har_set.compose,
    InformationPaper: informationsbrev.compose,
    IndsigtPaper: indsigt.compose,
    ReceiptPaper: kvittering_for_sletning.compose,
    ItPaper: til_it_og_dpo.compose,
    ReminderPaper: rykker.compose,
    DayListPaper: dagsliste.compose,
    VisitReportPaper: besoegsrapport.compose,
    PreparationPaper: forberedelse.compose,
    FollowUpPaper: opfoelgningsnotat.compose,
    EffortPlanPaper: indsatsplan.compose,
    ParentSheetPaper: foraeldreark.compose,
    ConsentPaper: samtykkeerklaering.compose,
    WithdrawalPaper: kvittering_for_tilbagetraekning.compose,
    WidePaper: liggende_ark.compose,
    AgreementListPaper: aftaleliste.compose,
    RoomListPaper: stueliste.compose,
    RoundSheetPaper: trivselsark.compose,
    OverviewPaper: rundens_overblik.compose,
    EffortSheetPaper: indsatsark.compose,
    FamilyAttendancePaper: fremmoede.compose_family,
    GroupAttendancePaper: fremmoede.compose_group,
    HandoverPaper: overgangsark.compose,
    InvitationPaper: invitation.compose,
    PhasePlanPaper: faseplan.compose,
    StatusNotePaper: status_til_foraeldre.compose,
    TeamListPaper: teamliste.compose,
    ThanksPaper: tak.compose,
    TopicCalendarPaper: aarets_emner.compose,
    VolunteerAgreementPaper: rammeaftale.compose,
    WeekPlanPaper: ugeplan.compose,
    YearPaper: aarsopgoerelse.compose,
    ProjectPaper: projektrapport.compose,
}


def compose(paper: Paper) -> Outline:
    """The paper taken apart, by its kind."""
    return _COMPOSED[type(paper)](paper)


def render(paper: Paper) -> bytes:
    """The paper as PDF bytes; the same paper always gives the same bytes."""
    from tvaerfaglig.printouts.press.pressing import pressed

    return pressed(compose(paper))


def render_word(paper: Paper) -> bytes:
    """The paper as the bytes of a Word file: the same words in the same order."""
    from tvaerfaglig.printouts.word.writing import written

    return written(compose(paper))


def lock(pdf: bytes, code: str) -> bytes:
    """The PDF encrypted; it opens with the code only."""
    from tvaerfaglig.printouts.locking import locked

    return locked(pdf, code)


def read_pieces(paper: Paper) -> tuple[Piece, ...]:
    """The paper as it is read, piece by piece."""
    return pieces_of(compose(paper))


def plain_sections(paper: Paper) -> tuple[tuple[str, str], ...]:
    """Heading and text of each section in the order of the paper, to be copied one by one."""
    return sections_of(compose(paper))


def page_count(pdf: bytes) -> int:
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def words(paper: Paper, pages: int) -> str:
    """Everything that is meant to stand on so many pages: what is told, and the head and foot of each."""
    outline = compose(paper)
    imprint = outline.imprint
    edges = (outline.title, outline.subject, outline.subject, imprint.house, imprint.printed)
    told = [text for section in sections_of(outline) for text in section]
    first = (imprint.house, imprint.address, outline.secrecy, outline.banner)
    return "\n".join([*told, *first, *(one for _ in range(pages) for one in edges)])


def has_lost_characters(paper: Paper) -> bool:
    """Whether a [?] will stand where a character cannot be drawn, so that the preview can say so."""
    from tvaerfaglig.printouts.door import loses

    return any(map(loses, _texts(paper)))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
