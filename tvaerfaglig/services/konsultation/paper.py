"""The konsultation note as a paper: masked for its child, and without any name when it is anonymous."""

from __future__ import annotations

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
    Konsultation,
    KonsultationKind,
    Participant,
)
from tvaerfaglig.domain.meetings.kind import KONSULTATION, MeetingKind, NoteType, Side
from tvaerfaglig.domain.meetings.parties import in_order
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Basis
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.printouts.papers.konsultation import KonsultationPaper, ViewOfProfession
from tvaerfaglig.printouts.papers.parts import (
    AgreementRow,
    ObservationRow,
    ParentsView,
    Present,
    StripFact,
)
from tvaerfaglig.services.agreements.reading import doers
from tvaerfaglig.services.children import remarks
from tvaerfaglig.services.children.chronicle import POSITION_WORDS
from tvaerfaglig.services.konsultation import rules as konsultation_rules
from tvaerfaglig.services.konsultation.page import KonsultationPage, open_konsultation
from tvaerfaglig.services.meetings import on_paper
from tvaerfaglig.services.printing import paper_facts, withheld
from tvaerfaglig.services.printing.withheld import Withheld
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.writing import reidentifying

_NOT_DONE_YET = "Udkast – notatet er ikke afsluttet"
_DISCUSSED = {"ja": "Vi har talt om at underrette.", "nej": "Vi har ikke talt om at underrette."}
NOT_FOR_PARENTS = "Værnet er sat. Notatet må ikke gives eller vises til forældrene."


def before_print(session: Session, konsultation_id: str) -> tuple[str, ...]:
    """What to look at first: another child's name typed in clear, and whom the paper is not for."""
    page = open_konsultation(session, konsultation_id)
    note, said = page.note, []
    if page.hides_parents:
        said.append(NOT_FOR_PARENTS)
    narrow = reidentifying.look_first(session, konsultation_id)
    if narrow:
        said.append(narrow)
    if note.child:
        texts = (note.words(), *(one.record.words() for one in page.agreements))
        found = paper_facts.names_to_look_at(session, note.child, texts)
        if found:
            names = danish.join_and([f"»{one}«" for one in found])
            said.append(f"Her står {names}. Er det et andet barn, så skriv »et andet barn«.")
    return tuple(said)


def paper(session: Session, konsultation_id: str) -> KonsultationPaper:
    """The note as it stands; a draft until it is finished."""
    konsultation_rules.found(session, konsultation_id, Action.PRINT)
    page = open_konsultation(session, konsultation_id)
    note, child = page.note, page.child.record if page.child else None

    def said(text: str) -> str:
        return paper_facts.masked(text, note.child, child)

    held = withheld.of_child(session, note.child)
    made = KonsultationPaper(
        imprint=paper_facts.imprint(
            session,
            child,
            purpose="At samle, hvad vi ved, og aftale, hvem der gør hvad.",
            draft="" if note.finished_at else _NOT_DONE_YET,
        ),
        child=paper_facts.child_facts(child, session.today) if child else None,
        guarded=page.hides_parents,
        anonymous=whom(note),
        theme=note.title if note.kind is KonsultationKind.TEMA else "",
        title=_title(page),
        kind=_kind(page),
        when=when(note, held),
        present=tuple(present(one, page.meeting) for one in in_order(note.participants)),
        basis=basis(note, page.meeting),
        strip=_strip(page),
        raised_by=page.names.of_staff(note.raised_by),
        question=said(note.question),
        why_now=said(note.why_now),
        since_last=_rows(page, page.earlier_agreements, child),
        known=said(note.observed),
        observations=_observations(page, child, held),
        going_well=said(note.going_well),
        child_view=said(note.child_view),
        parents_view=ParentsView()
        if page.hides_parents
        else ParentsView(asked=note.parents_asked, text=said(note.parents_view)),
        remarks=remarks.voices(session, note.child, child, konsultation_id) if child else (),
        tried_text=said(note.tried),
        views=tuple(
            ViewOfProfession(
                profession=v.profession, name=page.names.of_staff(v.staff), text=said(v.text)
            )
            for v in note.perspectives
            if v.text
        ),
        shared_understanding=said(note.shared_understanding),
        position=position_words(note.position) if note.position else "",
        goals=said(note.goals),
        agreements=_rows(page, page.agreements, child),
        decision=note.decision,
        decision_because=said(_because(note)),
        shared_with="" if page.hides_parents else note.shared_with,
        order=on_paper.order(page),
        headings=_headings(page),
        own=on_paper.own_sections(page),
    )
    return paper_facts.masked_through(made, note.child, child)


def _because(note: Konsultation) -> str:
    """Why it goes where it goes, and whether an underretning was talked about: conclusion and reasons."""
    talked = " ".join(filter(None, (_DISCUSSED.get(note.discussed, ""), note.discussed_because)))
    return "\n\n".join(filter(None, (note.decision_because, talked)))


def whom(note: Konsultation) -> str:
    """Whom an anonymous one is about, as far as a paper may say; empty for the others."""
    if note.kind is not KonsultationKind.ANONYM:
        return ""
    return f"et barn, {note.age_band}" if note.age_band else "et barn"


def _title(page: KonsultationPage) -> str:
    return "Konsultationsnotat" if page.meeting.id == KONSULTATION else page.meeting.name


def _headings(page: KonsultationPage) -> tuple[tuple[str, str], ...]:
    """The standard parts that this kind of meeting words otherwise."""
    said = ((one.id, one.paper or one.name) for one in page.meeting.parts if one.own is None)
    return tuple((part, words) for part, words in said if words)


def _kind(page: KonsultationPage) -> str:
    about = _about(page)
    if page.meeting.id == KONSULTATION and not page.note.note_type:
        return about
    chosen = page.note.note_type
    made = NoteType(chosen) if chosen in set(NoteType) else page.meeting.note_type
    return f"{made.word} · {about}"


def _about(page: KonsultationPage) -> str:
    words = {
        KonsultationKind.ANONYM: "anonym drøftelse",
        KonsultationKind.TEMA: "generelt tema",
        KonsultationKind.NAVNGIVET: "navngivet konsultation"
        if page.meeting.id == KONSULTATION
        else "om et barn med navn",
    }
    return words[page.note.kind]


def when(note: Konsultation, held: Withheld) -> str:
    """Day, time and place; no place that would tell where a hidden child goes."""
    at = f" kl. {danish.span(note.at, note.until)}" if note.at else ""
    place = held.place(note.place)
    return f"{danish.day_long(note.day)}{at}{f', {place}' if place else ''}"


def present(one: Participant, meeting: MeetingKind) -> Present:
    """One at the table, and the part she plays there."""
    task = "mødeleder" if one.chairs else "referent" if one.writes else ""
    seat = meeting.seat(one.seat)
    away = "kunne ikke komme" if one.absent else ""
    part = ", ".join(filter(None, (seat.name.lower() if seat else "", task, away)))
    return Present(one.name, one.role or _side(one), part)


def _side(one: Participant) -> str:
    return Side(one.side).word if one.side in set(Side) else ""


def basis(note: Konsultation, meeting: MeetingKind) -> str:
    """What the talk rests on, as its paper says it."""
    if note.kind is not KonsultationKind.NAVNGIVET:
        return "Uden navne. Ingen oplysninger kan føres tilbage til et barn."
    if not note.basis and not meeting.needs_basis:
        return "Forældrene er selv med i samtalen."
    word = Basis(note.basis).word if note.basis in set(Basis) else note.basis
    return ". ".join(filter(None, (danish.capital(word), note.basis_text)))


def _strip(page: KonsultationPage) -> tuple[StripFact, ...]:
    note = page.note
    due = [one.record.due for one in page.agreements if one.record.due]
    parents = StripFact(
        "Aftaler",
        str(len(page.agreements)),
        f"den første senest {danish.day_of_month(min(due))}" if due else "",
    )
    if note.parents_view and not page.hides_parents:
        parents = StripFact(
            "Forældrene", "Er spurgt", note.parents_asked if len(note.parents_asked) < 40 else ""
        )
    return (
        StripFact("Tovholder", page.names.of_staff(note.tovholder) or "Ikke valgt"),
        StripFact(
            "Næste gang",
            danish.day_of_month(note.follow_up_on) if note.follow_up_on else "Ikke aftalt",
            f"opfølgning kl. {danish.clock(note.follow_up_at)}" if note.follow_up_at else "",
        ),
        *_position(page),
        parents,
    )


def _position(page: KonsultationPage) -> tuple[StripFact, ...]:
    """Where the child stands; said only by meetings that ask for it."""
    note = page.note
    if page.meeting.part("faelles_forstaaelse") is None:
        return ()
    stands = position_words(note.position) if note.position else "Ikke sat"
    return (StripFact("Position", stands),)


def position_words(position: Position) -> str:
    return danish.capital(POSITION_WORDS[position])


def _observations(
    page: KonsultationPage, child: Child | None, held: Withheld
) -> tuple[ObservationRow, ...]:
    chosen = [one for one in page.observations if one.id in page.note.observations]
    chosen.sort(key=lambda one: one.record.happened())
    return tuple(
        paper_facts.observation_row(number, page.note.child, child, one.record, page.names, held)
        for number, one in enumerate(chosen, 1)
    )


def _rows(
    page: KonsultationPage, agreements: tuple[Stored[Agreement], ...], child: Child | None
) -> tuple[AgreementRow, ...]:
    def said(text: str) -> str:
        return paper_facts.masked(text, page.note.child, child)

    return tuple(
        AgreementRow(
            number=number,
            what=said(one.record.what),
            who=doers(one.record, page.names, child.parents if child else ()),
            due=danish.day_table(one.record.due) if one.record.due else "",
            effect=said(one.record.effect),
            done=one.record.status is AgreementState.GJORT,
            outcome=said(one.record.outcome),
        )
        for number, one in enumerate(agreements, 1)
    )
