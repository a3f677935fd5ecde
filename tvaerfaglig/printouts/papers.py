"""What stands on each paper, said as plain text: the services fill these in, the press sets them.

Whoever fills one in has already asked for permission, masked other children and left out protected
addresses. The paper knows none of that; it only guards against the worst slip, parents' addresses and
words on a paper that they must not see. An empty field is left out, never printed blank.

Prose: a line is a paragraph, "- " begins a list item, and "[3, 8]" cites the rows with those numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.printouts.meeting_papers import OwnSection
from tvaerfaglig.printouts.thread_paper import ThreadOnPaper

GUARDED = "Må ikke udleveres til eller gennemgås med forældrene"
PROTECTED = "oplyses til kommunen pr. telefon"
ASSESSED = (
    ("judged", "Vi vurderer"),
    ("unchanged", "Hvis intet ændres"),
    ("unknown", "Det ved vi ikke"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What the house and the moment put round the text.

    `printed` is "12. november 2026 kl. 14.32 af Anne Holm, pædagog"; `finished`, in the same words,
    takes its place in the footer of a frozen copy. `draft`, "Udkast nr. 4 – ikke afsendt", brings the
    watermark. `kontrolnr` is twelve hex digits.
    """

    house: str
    address: str = ""
    printed: str = ""
    finished: str = ""
    draft: str = ""
    kontrolnr: str = ""
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value; `strong` stands bold before the value, as names do."""

    label: str
    value: str = ""
    strong: str = ""


@dataclass(frozen=True, slots=True)
class StripFact:
    """One of the few facts that stand first: label, answer of at most three words, circumstance."""

    label: str
    answer: str
    circumstance: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildFacts:
    """The child; `born` and `age` in words. One not yet born has its due date there and `unborn` set."""

    name: str
    first_name: str
    born: str = ""
    age: str = ""
    unborn: bool = False
    cpr: str = ""
    language: str = ""
    address: str = ""
    protected_address: bool = False
    stue: str = ""
    more: tuple[Fact, ...] = ()

    @property
    def subject(self) -> str:
        """How the child is named in the head of every page."""
        when = f"{'termin' if self.unborn else 'f.'} {self.born}" if self.born else ""
        return ", ".join(filter(None, (self.name, when)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentFacts:
    role: str
    name: str
    address: str = ""
    protected_address: bool = False
    phone: str = ""
    language: str = ""
    custody: str = ""
    more: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InformedRow:
    """One who was told (when, by whom, and what she said), or why she was not; None: nobody has said."""

    who: str
    told: bool | None = None
    when: str = ""
    by: str = ""
    reaction: str = ""
    why_not: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phoned:
    """The call that came before the letter."""

    when: str
    to: str = ""
    agreed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    name: str
    title: str = ""
    place: str = ""
    knows: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationRow:
    """One chosen observation under the number that the text cites; `how` is "set", "hørt" …"""

    number: int
    date: str
    time: str = ""
    place: str = ""
    witness: str = ""
    how: str = ""
    what: str = ""
    words: str = ""
    asked: str = ""
    resource: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody's own words, and under them to whom, when, and what the adult had asked."""

    words: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words, and the words: "Mor" and what she said."""

    who: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentsView:
    """When and by whom they were asked, each in their own words, and where they agree or do not."""

    asked: str = ""
    voices: tuple[Voice, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Deed:
    date: str
    what: str
    effect: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The judged panel, each part as prose."""

    judged: str = ""
    unchanged: str = ""
    unknown: str = ""

    @classmethod
    def of(cls, text: str) -> Assessment:
        """One prose text, parted where a paragraph opens with the words that head a part."""
        parts: dict[str, list[str]] = {name: [] for name, _ in ASSESSED}
        current = "judged"
        for line in filter(None, map(str.strip, text.splitlines())):
            opened = next(
                (p for p in ASSESSED if line.casefold().startswith(p[1].casefold())), None
            )
            said = line
            if opened is not None:
                current, words = opened
                rest = line[len(words) :].lstrip()
                said = rest[1:].lstrip() if rest.startswith(":") else line
            parts[current].append(said)
        return cls(**{name: "\n".join(filter(None, lines)) for name, lines in parts.items()})


@dataclass(frozen=True, slots=True)
class Signer:
    name: str
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """Where a row comes from. `used_in` is found from the citations when it is empty.

    `hand` says whether it was seen by whoever wrote it, or told: førstehånds, andenhånds.
    """

    number: int
    happened: str
    written: str = ""
    by: str = ""
    corrected: str = ""
    used_in: str = ""
    hand: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The annex of what lies beneath: the rows, how they were found, and what was left out and why.

    A paper that was frozen before the annex had a title of its own keeps the shape it had then.
    """

    rows: tuple[EvidenceRow, ...]
    found: str = ""
    left_out: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderretningPaper:
    """The letter to the municipality (decisions.md no. 21).

    `remarks` are what parents wished to have stand beside it, `news` what is new since the letter before.
    `guarded` is the overgreb variant: the banner, "Strengt fortroligt", and no address, telephone or
    words of a parent, whatever the other fields hold. `attachments` are the further bilag by title.
    """

    imprint: Imprint
    child: ChildFacts
    law: str = ""
    receiver: str = ""
    receiver_unit: str = ""
    date: str = ""
    replaces: str = ""
    strip: tuple[StripFact, ...] = ()
    guarded: bool = False
    phoned: Phoned | None = None
    news: str = ""
    summary: str = ""
    parents: tuple[ParentFacts, ...] = ()
    household: tuple[Fact, ...] = ()
    informed: tuple[InformedRow, ...] = ()
    writers: tuple[Writer, ...] = ()
    under_way: tuple[Fact, ...] = ()
    observations_note: str = ""
    observations: tuple[ObservationRow, ...] = ()
    own_words: tuple[Quotation, ...] = ()
    own_words_text: str = ""
    over_time: str = ""
    resources: str = ""
    parents_view: ParentsView = ParentsView()
    remarks: tuple[Voice, ...] = ()
    deeds: tuple[Deed, ...] = ()
    deeds_text: str = ""
    assessment: Assessment = Assessment()
    signers: tuple[Signer, ...] = ()
    attachments: tuple[str, ...] = ()
    evidence: Evidence | None = None
    title: str = "Underretning"
    order: tuple[str, ...] = ()
    headings: tuple[tuple[str, str], ...] = ()

    def heading(self, section: str, usual: str) -> str:
        """What a municipality calls it, or what it is usually called."""
        return dict(self.headings).get(section, usual)


@dataclass(frozen=True, slots=True)
class Present:
    """Someone at the table; `part` is "mødeleder" or "referent"."""

    name: str
    role: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewOfProfession:
    """One profession's view and whose it is."""

    profession: str
    name: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRow:
    """Who does what by when; `outcome` says how it went, where that is known."""

    number: int
    what: str
    who: str = ""
    due: str = ""
    effect: str = ""
    done: bool = False
    outcome: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KonsultationPaper:
    """The note of fifteen parts (practices.md D12), or of those that its kind of meeting has.

    With a `child` it is a named one. Without, no child is named anywhere: `anonymous` ("et barn, 3–4
    år") tells whom it was about, or `theme` what. `since_last` are a follow-up's earlier agreements.
    `order` are the parts of the kind, standard and own; empty is all fifteen. `headings` are those that
    the kind words otherwise.
    """

    imprint: Imprint
    child: ChildFacts | None = None
    guarded: bool = False
    anonymous: str = ""
    theme: str = ""
    kind: str = ""
    when: str = ""
    present: tuple[Present, ...] = ()
    basis: str = ""
    strip: tuple[StripFact, ...] = ()
    raised_by: str = ""
    question: str = ""
    why_now: str = ""
    since_last: tuple[AgreementRow, ...] = ()
    known: str = ""
    observations: tuple[ObservationRow, ...] = ()
    going_well: str = ""
    child_words: tuple[Quotation, ...] = ()
    child_view: str = ""
    parents_view: ParentsView = ParentsView()
    remarks: tuple[Voice, ...] = ()
    tried: tuple[Deed, ...] = ()
    tried_text: str = ""
    views: tuple[ViewOfProfession, ...] = ()
    shared_understanding: str = ""
    position: str = ""
    goals: str = ""
    agreements: tuple[AgreementRow, ...] = ()
    decision: str = ""
    decision_because: str = ""
    shared_with: str = ""
    title: str = "Konsultationsnotat"
    order: tuple[str, ...] = ()
    headings: tuple[tuple[str, str], ...] = ()
    own: tuple[OwnSection, ...] = ()

    def own_section(self, part: str) -> OwnSection | None:
        return next((one for one in self.own if one.part == part), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRow:
    what: str
    who: str = ""
    due: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class PositionPoint:
    """A position as it was set that day; `level` 0–10 only where that scale is used."""

    day: date
    position: Position
    level: int | None = None


@dataclass(frozen=True, slots=True)
class CourseEvent:
    """What was done that day, in two or three words."""

    day: date
    what: str


@dataclass(frozen=True, slots=True)
class CourseBar:
    """Something that went on from a day until another; without a last day it still does."""

    what: str
    first: date
    last: date | None = None


@dataclass(frozen=True, slots=True)
class CourseLine:
    """What one rater, or some together, set on a scale of figures; `who` is said where there are several."""

    who: str
    points: tuple[tuple[date, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How the concern went: positions by date, what was done, and the day that the paper looks until.

    With `rungs` it is drawn on a scale of figures instead, with a line for each rater. `said` is what the
    newest ratings show, `meanings` what each step of the scale means.
    """

    points: tuple[PositionPoint, ...] = ()
    events: tuple[CourseEvent, ...] = ()
    bars: tuple[CourseBar, ...] = ()
    rungs: tuple[int, ...] = ()
    lines: tuple[CourseLine, ...] = ()
    until: date
    title: str = ""
    said: str = ""
    meanings: tuple[tuple[str, str], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChronologyRow:
    """One thing that happened, where it is written, and the days since the first concern."""

    date: str
    what: str
    who: str = ""
    source: str = ""
    days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentRow:
    """What went out of the house, to whom and how, and what came back."""

    date: str
    what: str
    to: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SagsresumePaper:
    """The leader's view of one child's course over a period; `left_out` says what is not here and why."""

    imprint: Imprint
    child: ChildFacts
    period: str = ""
    strip: tuple[StripFact, ...] = ()
    guarded: bool = False
    summary: str = ""
    waiting: tuple[WaitingRow, ...] = ()
    course: Course | None = None
    figures: tuple[Course, ...] = ()
    chronology: tuple[ChronologyRow, ...] = ()
    chronology_note: str = ""
    threads: tuple[ThreadOnPaper, ...] = ()
    agreements: tuple[AgreementRow, ...] = ()
    sent: tuple[SentRow, ...] = ()
    remarks: tuple[Voice, ...] = ()
    left_out: str = ""
    lines: int = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryPaper:
    """The sheet that opens the vault when every password is lost. It is printed, never kept as a file."""

    imprint: Imprint
    code: str
    date: str = ""
    keeper: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffCaseEntry:
    """What was seen on a day, and apart from it what the one who wrote it thinks."""

    date: str
    time: str = ""
    place: str = ""
    seen: str = ""
    seen_by: str = ""
    thought: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffCasePaper:
    """A sealed case about a member of staff, printed by one of its parties."""

    imprint: Imprint
    concerning: str
    writer: str
    leader: str = ""
    children: str = ""
    entries: tuple[StaffCaseEntry, ...] = ()
    leader_did: str = ""
    next_step: str = ""
    next_on: str = ""
    closed: str = ""


Paper = UnderretningPaper | KonsultationPaper | SagsresumePaper | RecoveryPaper | StaffCasePaper
