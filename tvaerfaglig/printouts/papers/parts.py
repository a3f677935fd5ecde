"""What papers share: the parts that are said as plain text by the services, and set by the press.

Each paper stands in a module of its own: `letter_paper`, `konsultation_paper` and so on. Whoever fills one in
has already asked for permission, masked other children and left out protected addresses. The paper knows none
of that; it only guards against the worst slip, parents' addresses and words on a paper that they must not
see. An empty field is left out, never printed blank.

Prose: a line is a paragraph, "- " begins a list item, and "[3, 8]" cites the rows with those numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

GUARDED = "Må ikke udleveres til eller gennemgås med forældrene"
PROTECTED = "oplyses til kommunen pr. telefon"


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


NO_VIEW = ParentsView()


@dataclass(frozen=True, slots=True)
class Deed:
    date: str
    what: str
    effect: str = ""


@dataclass(frozen=True, slots=True)
class Signer:
    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Present:
    """Someone at the table; `part` is "mødeleder" or "referent"."""

    name: str
    role: str = ""
    part: str = ""


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
