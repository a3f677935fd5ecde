"""Which fields of each kind of record are handed out, under which heading.

`HELD_BACK` says of the others why not: a test holds the two together, so that nothing is forgotten when
a record gains a field.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from tvaerfaglig.domain.acts import Attachment
from tvaerfaglig.domain.attendance import Attendance
from tvaerfaglig.domain.concern import Concern, NotNow, PositionSet
from tvaerfaglig.domain.contact import Absence, FamilyEvent, ParentContact, ParentRemark
from tvaerfaglig.domain.efforts.goals import Goal
from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.records import Enrolment, Phase, Presence
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.efforts.volunteers import VolunteerPlace
from tvaerfaglig.domain.emergency import Emergency, EmergencySeen
from tvaerfaglig.domain.follow_up import Contacted, Journalled, LookAgain
from tvaerfaglig.domain.handing_over import HandedOver
from tvaerfaglig.domain.konsultation import Agreement, Konsultation
from tvaerfaglig.domain.letter_beside import Proposal, ProposalAnswer, WhyChanged
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Guard, Samtykke, Sharing
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.retention import Hold
from tvaerfaglig.domain.rounds.records import Joint, Rating
from tvaerfaglig.domain.snooze import Snoozed
from tvaerfaglig.domain.statusudtalelser.records import StatusStep, Statusudtalelse
from tvaerfaglig.domain.thread import ThreadLink
from tvaerfaglig.domain.tovholder import Tovholder
from tvaerfaglig.domain.underretning import Comment, Section, Step, Underretning
from tvaerfaglig.domain.visiting.contribution import Contribution

_INSIDE = "an id or a state of the program; what it points to is printed by itself"
_AROUND = "a few words of the section, which is printed by itself"
_VOLUNTEER = "somebody else's name, who is no colleague; the family knows it"
_OTHERS = "tells of other children"
_CPR = "printed with its last four digits hidden"

FIELDS: dict[type[Record], Mapping[str, str]] = {
    Child: {
        "name": "Navn", "born": "Født", "due": "Termin", "sex": "Køn", "cpr": "CPR-nummer",
        "address": "Adresse", "stays_at": "Opholder sig", "municipality": "Kommune",
        "protected": "Beskyttet adresse", "parents": "Forældre", "residence": "Bopæl",
        "language": "Sprog", "interpreter": "Tolk", "siblings": "Søskende", "household": "Husstand",
        "dagplejer": "Dagplejer", "contact_person": "Kontaktperson", "enrolled": "Begyndt", "left": "Stoppet",
    },
    Observation: {
        "day": "Dag", "at": "Klokken", "until": "Til", "place": "Sted", "seen_by": "Set af",
        "source": "Hvordan", "told_by": "Fortalt af", "text": "Hvad der skete",
        "child_words": "Barnets ord", "asked": "Den voksne spurgte", "words_where": "Hvor det blev sagt",
        "categories": "Emne", "sign": "Hvad det viser", "reflection": "Egne tanker",
        "correction": "Rettet, fordi",
    },
    ParentContact: {
        "day": "Dag", "at": "Klokken", "minutes": "Minutter", "form": "Hvordan", "parents": "Med",
        "staff": "Medarbejdere", "interpreter": "Tolk", "topic": "Emne", "told": "Vi fortalte",
        "view": "Forældrenes syn", "disagree": "Det ser vi forskelligt", "agreed": "Aftalt",
        "shown_on": "Vist til forældrene",
    },
    ParentRemark: {
        "day": "Dag", "by": "Fra", "form": "Hvordan", "text": "Med egne ord", "taken_by": "Modtaget af",
    },
    Emergency: {
        "staff": "Åbnet af", "reason": "Hvorfor", "at": "Hvornår", "until": "Til og med",
    },
    EmergencySeen: {"at": "Set af lederen", "closed": "Lukket"},
    Absence: {
        "first": "Fra", "last": "Til", "reason": "Grund", "told_by": "Oplyst af", "reported": "Meldt",
    },
    Attendance: {"month": "Måned", "present": "Dage til stede", "absent": "Dage væk"},
    FamilyEvent: {
        "day": "Dag", "text": "Hvad der skete", "told_by": "Oplyst af", "told_on": "Oplyst den",
    },
    PositionSet: {
        "day": "Dag", "position": "Position", "because": "Fordi", "set_by": "Sat af", "level": "Tal",
        "scale": "Skala", "next_on": "Ses igen",
    },
    Concern: {
        "first_noticed": "Først set", "by": "Af", "title": "Bekymring", "text": "Beskrivelse",
        "categories": "Emne", "next_on": "Ses igen", "closed_on": "Lukket", "closed_for": "Grund",
        "closed_because": "Lukket, fordi", "achieved": "Opnået", "taken_up_on": "Taget op igen",
        "taken_up_because": "Taget op, fordi",
    },
    NotNow: {
        "day": "Dag", "because": "Fordi", "by": "Besluttet af", "seen_again_on": "Ses igen",
        "seen_again": "Set igen", "outcome": "Det kom der ud af det", "moved_because": "Dagen er flyttet, fordi",
    },
    Rating: {
        "day": "Dag", "by": "Vurderet af", "marks": "Områder", "overall": "Som helhed", "sentence": "Egne ord",
        "changed_because": "Rettet, fordi",
    },
    Joint: {
        "day": "Dag", "by": "Vurderet af", "marks": "Områder", "overall": "Som helhed", "position": "Position",
        "sentence": "Fordi", "doing": "Det gør vi nu", "change": "Vi ændrer", "talk_on": "Samtale med forældrene",
        "next_look": "Ses igen", "alone": "Én vurderede, fordi", "changed_because": "Rettet, fordi",
    },
    Snoozed: {
        "what": "Det, der ventede", "day": "Dag", "until": "Ses igen", "because": "Fordi", "by": "Udskudt af",
        "woken": "Taget op før",
    },
    Konsultation: {
        "kind": "Slags", "status": "Status", "day": "Dag", "at": "Klokken", "until": "Til", "place": "Sted",
        "participants": "Til stede", "title": "Titel", "basis": "Grundlag", "basis_text": "Om grundlaget",
        "raised_by": "Spurgt af", "why_now": "Hvorfor nu", "question": "Spørgsmålet", "observed": "Det ved vi",
        "going_well": "Det går godt", "child_view": "Barnets syn", "parents_view": "Forældrenes syn",
        "parents_asked": "Spurgt af forældrene", "tried": "Prøvet", "perspectives": "Faglige blikke",
        "shared_understanding": "Fælles forståelse", "position": "Position", "goals": "Mål",
        "decision": "Beslutning", "decision_because": "Beslutning, fordi", "discussed": "Underretning drøftet",
        "discussed_because": "Drøftet, fordi", "tovholder": "Tovholder", "follow_up_on": "Opfølgning",
        "follow_up_at": "Opfølgning kl.", "shared_with": "Delt med", "finished_at": "Afsluttet",
        "cancelled_because": "Aflyst, fordi", "age_band": "Alder",
        "form": "Mødeform", "note_type": "Notatet er", "own": "Mødets egne dele",
        "preparation": "Forberedelse", "for_parents": "Skrevet til forældrene",
    },
    Contribution: {
        "day": "Dag", "by": "Af", "question": "Spørgsmålet", "areas": "Det, der blev set", "advice": "Råd",
        "outcome": "Beslutning", "outcome_because": "Beslutning, fordi", "age_band": "Alder",
    },
    Tovholder: {
        "day": "Dag", "who": "Tovholder", "before": "Før", "by": "Givet videre af", "note": "Besked",
        "taken_on": "Bekræftet",
    },
    ThreadLink: {"day": "Dag", "belongs": "Hører til bekymringen", "by": "Sagt af"},
    Agreement: {
        "what": "Aftale", "who": "Hvem", "parents": "Hvem i familien", "who_else": "Hvem ellers",
        "start_on": "Begynder", "due": "Senest", "first_due": "Først aftalt til",
        "moved_because": "Flyttet, fordi", "every": "Gentages (uger)", "until": "Gentages til",
        "effect": "Sådan ser vi virkningen", "made_on": "Aftalt den", "status": "Status",
        "done_on": "Gjort den", "outcome": "Sådan gik det", "verdict": "Ved opfølgning",
    },
    Sharing: {
        "staff": "Delt med", "basis": "Grundlag", "basis_text": "Om grundlaget", "from_day": "Fra",
        "until": "Til", "withdrawn_on": "Trukket tilbage", "by": "Delt af",
    },
    HandedOver: {
        "to": "Givet til", "day": "Dag", "by": "Givet videre af", "parts": "Fulgte med",
        "left_out": "Fulgte ikke med",
    },
    Samtykke: {
        "given_by": "Givet af", "also_by": "Også givet af", "because": "Givet af en anden, fordi",
        "other_holder": "Den anden forældremyndighedsindehaver", "given_on": "Givet den",
        "covers": "Må fortælles", "scope": "Til hvad", "named": "Må fortælles til", "receivers": "Til hvem",
        "purpose": "Hvorfor", "withhold": "Må ikke fortælles", "withhold_because": "Må ikke fortælles, fordi",
        "form": "Hvordan", "interpreter": "Tolk", "taken_by": "Talt med familien", "until": "Gælder til",
        "withdrawn_on": "Trukket tilbage", "withdrawn_by": "Trukket tilbage af",
    },
    Guard: {
        "since": "Sat den", "by": "Sat af", "against": "Mistanke mod", "note": "Note",
        "lifted_on": "Løftet", "lifted_because": "Løftet, fordi",
    },
    Underretning: {
        "begun": "Begyndt", "receiver": "Modtager", "receiver_unit": "Afdeling", "urgency": "Hastegrad",
        "overgreb": "Mistanke om overgreb", "calls": "Opkald", "informed": "Orienteret",
        "child_informed": "Barnet", "siblings_considered": "Søskende", "others_involved": "Andre",
        "earlier": "Tidligere", "actions": "Det har vi gjort", "annexes": "Bilag", "writers": "Skrevet af",
        "relation": "Kendskab", "known_since": "Kendt siden", "hours_a_week": "Timer om ugen",
        "interpreter": "Tolk",
    },
    Section: {"text": "Tekst", "rows": "Observationer", "left_out": "Udeladt"},
    Step: {
        "stage": "Trin", "day": "Dag", "at": "Klokken", "by": "Af", "channel": "Hvordan", "receiver": "Modtager",
        "spoke_with": "Talte med", "number": "Nummer", "note": "Note", "seen_again_on": "Ses igen",
        "journal": "Sagsnummer",
    },
    Contacted: {
        "day": "Dag", "at": "Klokken", "how": "Hvordan", "whom": "Med hvem", "number": "Nummer",
        "said": "Hvad blev der sagt", "promised": "De lovede", "promised_on": "Senest", "by": "Af",
    },
    LookAgain: {
        "on": "Ses igen", "why": "Hvorfor", "by": "Af", "set_on": "Sat den", "done_on": "Set den",
        "outcome": "Det så vi",
    },
    Journalled: {
        "day": "Dag", "by": "Af", "number": "Sagsnummer", "taken_back_on": "Taget tilbage",
    },
    Comment: {
        "section": "Ved", "text": "Kommentar", "by": "Af", "day": "Dag", "cosigns": "Skrevet under",
        "disagrees": "Uenig", "resolved": "Afklaret",
    },
    Statusudtalelse: {
        "begun": "Begyndt", "request": "Kommunen bad om", "first": "Perioden fra", "last": "Perioden til",
        "answers": "Svar", "rows": "Observationer", "writers": "Skrevet af", "relation": "Kendskab",
        "known_since": "Kendt siden",
    },
    StatusStep: {
        "stage": "Trin", "day": "Dag", "at": "Klokken", "by": "Af", "channel": "Hvordan", "receiver": "Modtager",
        "note": "Note", "journal": "Sagsnummer",
    },
    Proposal: {
        "section": "Ved", "passage": "Der stod", "wording": "Forslag", "why": "Hvorfor", "by": "Af",
        "day": "Dag",
    },
    ProposalAnswer: {"verdict": "Svar på et forslag", "text": "Med ordene", "by": "Af", "day": "Dag"},
    WhyChanged: {"text": "Hvorfor teksten blev ændret", "by": "Af", "day": "Dag"},
    Enrolment: {
        "adults": "Voksne med", "siblings": "Søskende med", "age": "Forælderens alder", "referrer": "Foreslået af",
        "referred_because": "Foreslået, fordi", "asked_on": "På venteliste", "priority_name": "Går forud",
        "priority_because": "Går forud, fordi", "status": "Status", "from_day": "Begyndt", "until": "Sluttet",
        "ended_because": "Sluttet, fordi", "outcome": "Det kom der ud af det", "referred_to": "Videre til",
    },
    Phase: {
        "name": "Fase", "responsible": "Ansvarlig", "first": "Fra", "last": "Til", "note": "Note",
    },
    Presence: {"day": "Dag", "there": "Hvem", "reason": "Grund", "note": "Note"},
    Goal: {
        "day": "Dag", "text": "Mål", "steps": "Trin", "in_words_of": "Med ord fra", "scores": "Set",
        "dropped_on": "Lagt væk", "dropped_because": "Lagt væk, fordi",
    },
    Sheet: {
        "name": "Ark", "use": "Bruges", "day": "Dag", "by": "Skrevet af", "answers": "Svar",
        "shown_on": "Vist til forældrene", "reviewed_by": "Læst af", "reviewed_on": "Læst den", "review": "Bemærkning",
    },
    VisitLog: {
        "day": "Dag", "at": "Klokken", "minutes": "Minutter", "where": "Sted", "by": "Hvem kom", "status": "Status",
        "cancelled_because": "Aflyst, fordi", "about_what": "Emne", "said": "Egne ord", "decided": "Aftalt",
        "note": "Til næste gang",
    },
    VolunteerPlace: {
        "from_day": "Fra", "until": "Til", "weekly": "Aftalte dage", "ended_because": "Sluttet, fordi",
    },
    Attachment: {"title": "Titel", "note": "Note"},
    Hold: {
        "why": "Grund", "because": "Fordi", "since": "Siden", "by": "Af", "lifted_on": "Løftet",
        "lifted_because": "Løftet, fordi",
    },
}  # fmt: skip

HELD_BACK: dict[type[Record], Mapping[str, str]] = {
    Child: {
        "hide_house": _INSIDE, "dagtilbud": _INSIDE, "stue": _INSIDE, "guests_with": _INSIDE,
    },
    Observation: {"involved": _OTHERS, "complete": _INSIDE},
    ParentContact: {"child": _INSIDE, "konsultation": _INSIDE},
    ParentRemark: {"child": _INSIDE, "to": _INSIDE},
    Emergency: {"child": _INSIDE},
    EmergencySeen: {"child": _INSIDE, "emergency": _INSIDE},
    Absence: {"child": _INSIDE},
    Attendance: {"child": _INSIDE},
    FamilyEvent: {"child": _INSIDE},
    PositionSet: {"child": _INSIDE, "origin": _INSIDE},
    Concern: {"child": _INSIDE},
    NotNow: {"child": _INSIDE},
    Snoozed: {"child": _INSIDE, "thing": _INSIDE},
    Konsultation: {
        "child": _INSIDE, "dagtilbud": _INSIDE, "observations": _INSIDE, "follows": _INSIDE, "meeting": _INSIDE,
        "samtykke": _INSIDE, "visit": _INSIDE,
    },
    Contribution: {"child": _INSIDE, "house": _INSIDE, "visit": _INSIDE, "samtykke": _INSIDE},
    Rating: {"child": _INSIDE, "round": _INSIDE, "opened": _INSIDE},
    Joint: {"child": _INSIDE, "round": _INSIDE},
    Agreement: {
        "child": _INSIDE, "konsultation": _INSIDE, "seen_in": _INSIDE, "evidence": _INSIDE,
        "concern": _INSIDE, "source": _INSIDE, "line": _INSIDE, "follows": _INSIDE, "internal": _INSIDE,
        "series": _INSIDE, "turn": _INSIDE,
    },
    Tovholder: {"child": _INSIDE, "konsultation": _INSIDE},
    ThreadLink: {"child": _INSIDE, "concern": _INSIDE, "target": _INSIDE},
    Sharing: {"child": _INSIDE, "samtykke": _INSIDE},
    HandedOver: {"child": _INSIDE, "samtykke": _INSIDE},
    Samtykke: {"child": _INSIDE, "again": _INSIDE},
    Guard: {"child": _INSIDE, "siblings_too": _OTHERS},
    Underretning: {
        "child": _INSIDE, "template": _INSIDE, "grounds": _INSIDE, "follows": _INSIDE, "evidence_annex": _INSIDE,
    },
    Section: {
        "child": _INSIDE, "underretning": _INSIDE, "section": _INSIDE, "carried": _INSIDE,
    },
    Step: {"child": _INSIDE, "underretning": _INSIDE},
    Contacted: {"child": _INSIDE, "underretning": _INSIDE},
    LookAgain: {"child": _INSIDE, "underretning": _INSIDE},
    Journalled: {"child": _INSIDE, "underretning": _INSIDE, "paper": _INSIDE},
    Comment: {"child": _INSIDE, "underretning": _INSIDE},
    Statusudtalelse: {"child": _INSIDE, "dismissed": _INSIDE},
    StatusStep: {"child": _INSIDE, "status": _INSIDE},
    Proposal: {
        "child": _INSIDE, "underretning": _INSIDE, "before": _AROUND, "after": _AROUND,
    },
    ProposalAnswer: {"child": _INSIDE, "underretning": _INSIDE, "proposal": _INSIDE},
    WhyChanged: {"child": _INSIDE, "underretning": _INSIDE, "version": _INSIDE},
    Hold: {"child": _INSIDE},
    Enrolment: {"child": _INSIDE, "effort": _INSIDE, "samtykke": _INSIDE, "priority": _INSIDE},
    Phase: {"child": _INSIDE, "effort": _INSIDE, "enrolment": _INSIDE, "phase": _INSIDE},
    Presence: {"child": _INSIDE, "effort": _INSIDE, "enrolment": _INSIDE, "session": _INSIDE},
    Goal: {"child": _INSIDE, "effort": _INSIDE, "enrolment": _INSIDE},
    Sheet: {"child": _INSIDE, "effort": _INSIDE, "enrolment": _INSIDE, "form": _INSIDE},
    VisitLog: {"child": _INSIDE, "effort": _INSIDE, "enrolment": _INSIDE},
    VolunteerPlace: {"child": _INSIDE, "effort": _INSIDE, "enrolment": _INSIDE, "volunteer": _VOLUNTEER},
    Attachment: {
        "child": _INSIDE, "record": _INSIDE, "media": _INSIDE, "size": _INSIDE, "blob": _INSIDE,
        "sha256": _INSIDE,
    },
}  # fmt: skip

SOURCES = frozenset({"told_by"})
"""Fields that say who told: somebody outside the family may have asked not to be named."""


def labels_of(record: Record) -> Mapping[str, str]:
    """What is printed of a record; of a kind that nobody has described yet everything, under its own names."""
    known = FIELDS.get(type(record))
    if known is not None:
        return known
    return {one.name: one.name for one in fields(record) if one.name != "child"}
