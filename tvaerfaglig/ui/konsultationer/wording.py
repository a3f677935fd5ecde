"""How meetings, their basis and their agreements are said on the screen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.consent import standing as consent
from tvaerfaglig.domain.form import KonsultationForm
from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
    Konsultation,
    KonsultationKind,
    KonsultationState,
    Participant,
    Verdict,
)
from tvaerfaglig.domain.meetings.kind import KONSULTATION, MeetingKind, NoteType, Side
from tvaerfaglig.domain.observation import Observation, Source
from tvaerfaglig.domain.people import Child, Parent, Role
from tvaerfaglig.domain.protection import Basis, Samtykke
from tvaerfaglig.services.agreements.reading import parent_word
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.services.konsultation.page import KonsultationPage
from tvaerfaglig.services.names import Names

BASES = {
    Basis.SAMTYKKE: "Forældrene har sagt ja til, at I taler om barnet med dem, der er med.",
    Basis.TIDLIGT_SAMARBEJDE: "Tidligt samarbejde mellem fagfolk: som hovedregel ét møde, og kun det nødvendige.",
    Basis.SAMME_MYNDIGHED: "Alle ved bordet hører til samme forvaltning, og formålet er sagligt.",
    Basis.UNDERRETNINGSPLIGT: "Der er grund til at underrette, og samtalen er en del af det. Kræver ikke samtykke.",
    Basis.ANDET: "Skriv med få ord, hvilket grundlag det er.",
}
NEW_BASIS = "Vælg et nyt grundlag her, før I skriver mere. Det, der er skrevet, bliver stående."
GUARDED = (
    "Værnet er sat, fordi mistanken kan være mod en forælder. Alt, der ville fortælle forældrene det, "
    "er væk herfra. Spørg kommunen, før nogen taler med dem."
)
VERDICTS = {
    Verdict.FORTSAET: "Fortsæt",
    Verdict.JUSTER: "Justér",
    Verdict.GJORT: "Gjort",
    Verdict.STOP: "Stop",
}


def heading(page: KonsultationPage, note: Konsultation) -> str:
    """Whom or what the note is about, as it is written at this moment."""
    name = page.meeting.name
    if note.kind is KonsultationKind.NAVNGIVET:
        return f"{name} om {page.child.record.name}" if page.child else name
    if note.kind is KonsultationKind.TEMA:
        if page.meeting.id == KONSULTATION:
            return note.title or "Konsultation om et tema"
        return f"{name}: {note.title}" if note.title else name
    if page.meeting.id != KONSULTATION:
        return f"{name} om et barn på {note.age_band}" if note.age_band else f"{name}, anonymt"
    return f"Drøftelse om et barn på {note.age_band}" if note.age_band else "Anonym drøftelse"


def note_type(page: KonsultationPage, note: Konsultation) -> NoteType:
    """What kind of note it is to be: as was agreed for this meeting, else as its kind has it."""
    chosen = note.note_type
    return NoteType(chosen) if chosen in set(NoteType) else page.meeting.note_type


def called(page: KonsultationPage) -> str:
    """Alma; in a note without a name, barnet."""
    first = page.child.record.first_name if page.child else ""
    return first or "barnet"


def when(note: Konsultation) -> str:
    """As »Torsdag 12. november 12.30–13.10«."""
    day = f"{danish.WEEKDAYS[note.day.weekday()]} {danish.day_and_month(note.day)}"
    at = danish.span(note.at, note.until) if note.at else ""
    return danish.capital(" ".join(filter(None, (day, at))))


def when_long(note: Konsultation) -> str:
    """As »Torsdag den 12. november 2026 kl. 12.30–13.10, Mødelokalet«."""
    at = f" kl. {danish.span(note.at, note.until)}" if note.at else ""
    place = f", {note.place}" if note.place else ""
    return danish.capital(f"{danish.day_long(note.day)}{at}{place}")


def who(note: Konsultation) -> str:
    return ", ".join(one.name for one in note.participants)


def part_of(one: Participant, meeting: MeetingKind | None = None) -> str:
    """As »socialrådgiver, leder mødet«, or »mormor, privat netværk, kunne ikke komme«."""
    seat = meeting.seat(one.seat) if meeting else None
    side = Side(one.side).word if one.side in {Side.FAMILIE, Side.PRIVAT} else ""
    leads = meeting.chairs_word.lower() if meeting else "leder mødet"
    pens = meeting.writes_word.lower() if meeting else "skriver"
    tasks = (
        one.role,
        side,
        seat.name.lower() if seat else "",
        leads if one.chairs else "",
        pens if one.writes else "",
        "kunne ikke komme" if one.absent else "",
    )
    return ", ".join(dict.fromkeys(filter(None, tasks)))


def basis(note: Konsultation) -> str:
    word = Basis(note.basis).word if note.basis in set(Basis) else note.basis
    return danish.capital(word)


def basis_chip(page: KonsultationPage, note: Konsultation) -> str:
    """What the head says of the basis, short enough for a chip: »Samtykke fra mor, 6. nov.«."""
    if note.kind is KonsultationKind.ANONYM:
        return "Anonym"
    if note.kind is KonsultationKind.TEMA:
        return "Generelt tema"
    if not note.basis and not page.meeting.needs_basis:
        return "Forældrene er selv med"
    named = [one.record for one in page.samtykker if one.id == note.samtykke]
    held = named or [one.record for one in page.samtykker if one.record.holds_on(page.today)]
    if note.basis == Basis.SAMTYKKE and len(held) == 1 and page.child:
        whom = consent.givers(held[0], page.child.record)
        given = held[0].given_on
        year = "" if given.year == page.today.year else f" {given.year}"
        return f"Samtykke fra {whom}, {danish.day_of_month(given)}{year}"
    return basis(note) or "Intet grundlag endnu"


def samtykke_words(samtykke: Samtykke, child: Child) -> str:
    """As »Agnieszka Nowak, skriftligt 6. november 2026: mad og søvn. Gælder til 6. maj 2027.«."""
    names = {one.id: one.name for one in child.parents}
    givers = danish.join_and([names.get(one, one) for one in samtykke.givers])
    comma = "," if "," in samtykke.form else ""
    given = f"{givers}, {samtykke.form}{comma} {danish.day(samtykke.given_on)}"
    covered = consent.what(samtykke)
    what = f": {covered.rstrip('.')}" if covered else ""
    until = f" Gælder til {danish.day(samtykke.until)}." if samtykke.until else ""
    return f"{given}{what}.{until}"


def profession_of(role: str, form: KonsultationForm) -> str:
    """The word of the profession that a role (in words, as participants have it) belongs to."""
    for one in Role:
        if one.word == role.strip().lower():
            found = form.profession_of(one)
            return found.word if found else ""
    return ""


def agreed_who(made: Agreement, names: Names, parents: Iterable[Parent] = ()) -> str:
    """Staff by first name, parents by what they are to the child, guests as written."""
    family = {one.id: parent_word(one) for one in parents}
    doers = [names.first(one) for one in made.who]
    doers += [family.get(one, "en forælder") for one in made.parents]
    return danish.capital(danish.join_and([*doers, *filter(None, [made.who_else])]))


def agreed_state(made: Agreement) -> str:
    """Nothing while it is open; else how it ended."""
    words = {
        AgreementState.GJORT: "Gjort",
        AgreementState.OPGIVET: "Stoppet",
        AgreementState.JUSTERET: "Justeret",
    }
    word = words.get(made.status, "")
    day = f" {danish.day_of_month(made.done_on)}" if word and made.done_on else ""
    return f"{word}{day}"


def state(note: Konsultation, today: date) -> tuple[str, str, str]:
    """Icon, colour and words of the state, for the list."""
    if note.status is KonsultationState.AFSLUTTET:
        return "flueben", "ok", "Afsluttet"
    if note.status is KonsultationState.AFLYST:
        return "luk", "muted", "Aflyst"
    if note.day < today:
        return "maerke-bekymring", "watch", "Ikke afsluttet"
    if note.status is KonsultationState.I_GANG:
        return "kladde", "accent", "I gang"
    if note.day == today:
        return "maerke-bekymring", "watch", "Planlagt i dag"
    return "maerke-neutral", "muted", "Planlagt"


def seen_when(made: Observation) -> str:
    """As »fre 2. okt. 8.25«."""
    at = f" {danish.clock(made.at)}" if made.at else ""
    return f"{danish.day_short(made.day)}{at}"


def seen_by(made: Observation, names: Names) -> str:
    people = danish.join_and([names.first(one) for one in made.seen_by])
    if made.source is Source.FORTALT and made.told_by:
        people, word = made.told_by, "fortalt"
    else:
        word = made.source.word
    by = danish.capital(f"{word} af {people}") if people else ""
    return " · ".join(filter(None, (by, made.place)))


def quoted(made: Observation, child: str, names: Names) -> str:
    """The child's words as a line of prose: who heard them, when, and what was asked."""
    heard = danish.join_and([names.first(one) for one in made.seen_by])
    to = f" til {heard}" if heard else ""
    asked = f", der spurgte: »{made.asked}«" if made.asked and heard else ""
    day = danish.day_of_month(made.day)
    return names.said(f"»{made.child_words}« sagde {child}{to} {day}{asked}").rstrip(".") + "."


def moment(at: datetime, today: date) -> str:
    """I dag 10.42, tir 10. nov. 10.42."""
    local = at.astimezone(DANISH)
    return f"{danish.day_near(local.date(), today)} {danish.clock(local.time())}"


def where_it_stands(page: KonsultationPage, me: str) -> str:
    """Saved or finished, when, and by whom if it was somebody else; or cancelled, and why."""
    note, stored = page.note, page.stored
    if note.status is KonsultationState.AFLYST:
        return f"Aflyst. {note.cancelled_because or note.decision_because}".strip()
    word = "Afsluttet" if note.status is KonsultationState.AFSLUTTET else "Gemt"
    at = moment(stored.changed_at, page.today)
    by = "" if stored.changed_by == me else f" af {page.names.first(stored.changed_by)}"
    return f"{word} {at[:1].lower()}{at[1:]}{by}"


def next_time(note: Konsultation, names: Names) -> str:
    """As »Næste gang: torsdag 10. dec. 12.30 · tovholder: Mette«."""
    said = []
    if note.follow_up_on:
        weekday = danish.WEEKDAYS[note.follow_up_on.weekday()]
        at = f" {danish.clock(note.follow_up_at)}" if note.follow_up_at else ""
        said.append(f"Næste gang: {weekday} {danish.day_of_month(note.follow_up_on)}{at}")
    if note.tovholder:
        said.append(f"tovholder: {names.first(note.tovholder)}")
    return " · ".join(said)


def people_lines(people: Iterable[Participant]) -> str:
    return danish.join_and([one.name for one in people])
