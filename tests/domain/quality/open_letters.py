"""An invented letter that leaves nothing open, and small ways to open it again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from tvaerfaglig.domain.observation import Sign
from tvaerfaglig.domain.people import Child, Custody, Dagtilbud, Parent, Role, Sibling, Staff
from tvaerfaglig.domain.protection import Against, Guard
from tvaerfaglig.domain.quality.letter import Letter
from tvaerfaglig.domain.underretning import (
    Action,
    Annex,
    Informed,
    PhoneCall,
    Row,
    Underretning,
    Urgency,
)

TODAY = date(2026, 11, 12)
MOR = Parent(id="mor", name="Signe Holst", relation="mor", custody=Custody.FAELLES, lives_with=True)
FAR = Parent(id="far", name="Jonas Holst", relation="far", custody=Custody.FAELLES)
LIS = Staff(name="Lis Holm", role=Role.PAEDAGOG, phone="21 43 65 87")

CHILD = Child(
    name="Vigga Holst",
    born=date(2023, 4, 2),
    address="Pilevej 3, 9999 Fjordby",
    parents=(MOR, FAR),
    siblings=(Sibling(name="Storm Holst"),),
)
ROWS = (
    Row(number=1, observation="o1", version="v1", day=date(2026, 10, 6), at=time(16, 50),
        place="Garderoben", seen_by="Amir Yildiz", source="set_og_hoert",
        text="En mand, som Amir ikke kendte, kom efter Vigga. Hun gik baglæns ind i puderummet.",
        child_words="Han har ikke hunden med.", asked="Hvem henter dig i dag?",
        sign=Sign.BEKYMRING),
    Row(number=2, observation="o2", version="v1", day=date(2026, 10, 22), at=time(10, 40),
        place="Stuen", seen_by="Lis Holm", source="set",
        text="Vigga lagde hovedet på bordet og sov i 40 minutter.", sign=Sign.BEKYMRING),
    Row(number=3, observation="o3", version="v1", day=date(2026, 11, 3), at=time(11, 30),
        place="Køkkenet", seen_by="Lis Holm", source="hoert",
        text="Vigga fortalte om natten.", child_words="Jeg passede på døren.",
        asked="Hvem puttede dig i går?", sign=Sign.BEKYMRING),
    Row(number=4, observation="o4", version="v1", day=date(2026, 11, 5), at=time(9, 15),
        place="Stuen", seen_by="Lis Holm", source="set_og_hoert",
        text="Vigga sang elleve vers udenad.", sign=Sign.RESSOURCE),
)  # fmt: skip
HEAD = Underretning(
    child="vigga",
    begun=TODAY,
    receiver="Fjordby Kommune",
    grounds=("underretning_saerlig_stoette",),
    urgency=Urgency.HURTIGT,
    overgreb="nej",
    informed=(
        Informed(parent="mor", told=True, day=date(2026, 11, 9), by="Lis Holm",
                 reaction="Jeg troede, hun sov."),
        Informed(parent="far", told=False, why_not="Vi har ikke kunnet få fat i ham.",
                 reaction=""),
    ),
    siblings_considered="Storm på 7 år bor hos far. Vi kender ham ikke.",
    others_involved="Sundhedsplejerske Line Toft siden august.",
    actions=(Action(day=date(2026, 8, 31), what="Hvile kl. 10.30", effect="Hun leger bagefter."),),
    annexes=(Annex(title="Fremmødeliste"),),
    relation="pædagog på Viggas stue",
    known_since="marts 2025",
    interpreter="nej",
)  # fmt: skip
SECTIONS = {
    "resume": "Vigga sover før frokost de fleste dage siden august [1, 2]. Se bilag 1.",
    "barnets_ord": "»Jeg passede på døren.« Lis havde spurgt: »Hvem puttede dig i går?«",
    "over_tid": "Før sommeren legede hun hver formiddag. Siden 17. august har hun sovet "
    "31 af 52 dage, og det er mere nu.",
    "ressourcer": "Vigga kan elleve vers udenad [4], og mormor henter hende med et smil.",
    "foraeldre": "Far: »Jeg kan tage to nætter.«",
    "vurdering": "Vi vurderer, at Vigga har brug for støtte, fordi hun er alene om natten [3].",
}
WHOLE = Letter(
    child=CHILD,
    head=HEAD,
    house=Dagtilbud(name="Mælkebøtten", address="Engvej 4, 9999 Fjordby", phone="12 34 56 78"),
    sections=SECTIONS,
    rows=ROWS,
    writers=(LIS,),
    dated=TODAY,
    today=TODAY,
)


def head(**changes: object) -> Letter:
    return replace(WHOLE, head=replace(HEAD, **changes))


def child(**changes: object) -> Letter:
    return replace(WHOLE, child=replace(CHILD, **changes))


def text(**sections: str) -> Letter:
    return replace(WHOLE, sections=SECTIONS | sections)


def row(**changes: object) -> Letter:
    """The second row changed: it holds no words of the child."""
    return replace(WHOLE, rows=(ROWS[0], replace(ROWS[1], **changes), *ROWS[2:]))


def parents(*people: Parent) -> Letter:
    return child(parents=people)


def told(**changes: object) -> Letter:
    """What is noted about mor, changed."""
    return head(informed=(replace(HEAD.informed[0], **changes), HEAD.informed[1]))


def guarded(letter: Letter = WHOLE, against: Against = Against.FORAELDER) -> Letter:
    return replace(letter, guard=Guard(child="vigga", since=TODAY, by="lis", against=against))


def wordless(letter: Letter = WHOLE, **sections: str) -> Letter:
    """No row holds words of the child."""
    silent = tuple(replace(each, child_words="", asked="") for each in letter.rows)
    kept = {**letter.sections, "barnets_ord": "", **sections}
    return replace(letter, rows=silent, sections=kept)


def call(**changes: object) -> PhoneCall:
    whole = PhoneCall(day=TODAY, at=time(12, 41), spoke_with="Lone Krag")
    return replace(whole, **changes)
