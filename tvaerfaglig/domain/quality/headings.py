"""A pasted whole text cut into sections: at its headings, however they are marked, and apart from lines of facts.

Headings are bold, numbered, underlined, in capitals, with a colon, or only a short line; with none the text is
what was seen, but for paragraphs that say that they judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tvaerfaglig.domain.quality.language.rules import Part

_SAYS = r"(?:siger|fortæller|udtrykker|sagde|har (?:selv )?(?:sagt|fortalt))"
_KINDS: tuple[tuple[Part | None, str], ...] = (
    (
        Part.EGEN_INDSATS,
        (
            r"\b(?:egen |vores |hidtidig\w* |pædagogisk\w* )?indsats|\b(?:har|er|blev) (?:vi |I "
            r"|der )?(?:selv )?(?:allerede )?(?:gjort|prøvet|forsøgt|iværksat)"
            r"|\bgør vi\b|\btiltag|\bhandling(?:er)?\b|\bhandleplan|\bstøtte(?:nde)?\b|\bandre (?:fagpersoner"
            r"|aktører|instanser)|\bøvrige (?:fagpersoner|aktører)"
            r"|\btværfagligt? samarbejde|\bsamarbejdspartnere|\borientering\b|\bhvem ved besked|\borienteret\b"
            r"|\btidligere underretninger"
        ),
    ),
    (
        Part.FORAELDRENES_SYN,
        (
            r"forældre(?!kompetence|myndighed|evne)\w*(?! og (?:hus|søskende))|\bmors? (?:og fars? )?(?:syn"
            r"|perspektiv|holdning|oplevelse)|\bfars? (?:syn|perspektiv)"
            rf"|samtale\w* med (?:mor|far|hjemmet|forældre)|familiens (?:syn|perspektiv|egne)|(?:mor|far) {_SAYS}"
            rf"|{_SAYS} (?:mor|far)\b|hjemmets syn"
        ),
    ),
    (
        Part.BARNETS_UDSAGN,
        (
            rf"egne ord|\b(?:barnets|\w+s) (?:udsagn|ord|stemme|perspektiv|syn|fortælling|egen fortælling)\b"
            rf"|samtale\w* med (?:barnet|drengen|pigen)"
            rf"|(?:barnet|hvad|det|hvad (?:han|hun|barnet|drengen|pigen|[^\W\d]+)) (?:selv )?{_SAYS}"
            rf"|^\w+ {_SAYS}(?: selv)?$|^det har \w+ (?:selv )?(?:sagt|fortalt)"
            r"|\budsagn\b|\bbørnesamtale"
        ),
    ),
    (
        Part.RESSOURCER,
        (
            r"ressource|styrke|\bbeskyttende|\bgår godt|\bkompetencer?\b(?<!forældrekompetencer)|\bfungerer\b"
            r"|\bpositiv|\bdet kan \w+$|\blyspunkt|\bgod til\b|\bglæde"
            r"|\bdet gode\b|\bvirker godt"
        ),
    ),
    (
        Part.VURDERING,
        (
            r"vurdering|\banalyse|konklu|sammenfatning|opsummering|bekymringen? (?:går|er)|(?:vores|hoved|største"
            r"|aktuelle?) ?bekymring|\bbekymre[rt]\w*|\bårsag|\banledning"
            r"|begrundelse|konsekvens|\brisiko|\bforslag|\bønske|\banbefal|\bhvorfor (?:vi|jeg) (?:skriver"
            r"|underretter)|\bformål|\brefleksion|\bhypotese|\btænker vi"
        ),
    ),
    (
        Part.OBSERVATIONER,
        (
            r"observation|\biagttagelse|\bset(?: og hørt)?\b|\bser vi\b|beskrivelse|hændelse|\bepisode|bekymring"
            r"|\bfør og nu|udvikling|over tid|kort fortalt|\bforløb|\bdagligdag"
            r"|resumé?|adfærd|trivsel|\bsprog|motorik|\bkrop|sundhed|situation|\bhjemmet\b|\bfamilieforhold"
            r"|\bfamilien\b|\bbaggrund|\bsøvn|\bmad|\bmåltid|\bhygiejne|\bfravær|\bfremmøde"
            r"|\baflevering|\bhentning|\brelation|\bsamspil|\bleg\b|\bhverdag|\bkonkret|\btilknytning|\bfakta\b"
            r"|\bhvad er der sket|\bhvad skete|\bsocial|\bfølelse|\bstart\b|\bstatus"
        ),
    ),
    (
        None,
        (
            r"^barnet$|^barn$|\bbarnets (?:data|navn|oplysninger|fulde)|\bstamdata|\boplysninger\b|\bvedrørende"
            r"|\bvedr\b|\bmodtager|\bafsender|\bunderretter(?:s|en)?\b|\bunderskrift|\bbilag"
            r"|\bhusstand|\bsøskende|\btolk|\bhvem (?:skriver|er|handler|vi er)|^(?:institution|dagtilbud|dato|til"
            r"|fra)$|\bkontakt|\bbarnet og familien|\bhvem vi er|\bhaster|\bhastegrad"
            r"|\bunderretningsgrund|\blovgrundlag|\bovergreb\b|\bvenlig hilsen|\bmvh\b|\bhvad brevet er"
            r"|\bforældremyndighed|\bforældre og (?:husstand|søskende)"
        ),
    ),
)
_FOUND = tuple((part, re.compile(pattern, re.IGNORECASE)) for part, pattern in _KINDS)
_PLAIN_FIRST = (6, 0, 1, 2, 3, 4, 5)
"""Who is who is looked for before what is told of them."""
_MARKED = re.compile(
    r"^[ \t]*(?P<mark>#{1,6}[ \t]*|[*_]{2,3}|(?:\d{1,2}(?:\.\d{1,2})*[.):]?|[A-H][.)]|[IVX]{1,4}[.)])[ \t]+"
    r"|[•●▪■*-][ \t]+(?=\S+(?:[ \t]\S+){0,5}:?[ \t]*$))?"
    r"(?P<title>[^\n]{2,90}?)[*_]{0,3}[ \t]*(?P<colon>:?)[*_]{0,3}[ \t]*$"
)
_RULED = re.compile(r"^[ \t]*[=\-_–—~*]{3,}[ \t]*$")
_INLINE = re.compile(
    r"^[ \t]*(?:[*_]{2}|\d{1,2}[.)][ \t]+"
    r"|[•*-][ \t]+)?(?P<title>[A-ZÆØÅ][^\n.!?:,;»”\"]{1,45}?)[ \t]*[*_]{0,2}:[*_]{0,2}[ \t]+(?=\S)"
)
_RUN_IN = re.compile(
    r"^[ \t]*(?P<title>(?!(?:[^.]*\b(?:er|var|har|havde|blev|kan|vil|siger|sagde|fortæller|kom|går"
    r"|gik)\b))[A-ZÆØÅ][^\n.!?:,;]{3,32}|(?:Det|Hvad) (?:har|er) (?:vi|der) (?:gjort|set"
    r"|prøvet))\.[ \t]+(?=[A-ZÆØÅ»”\"])"
)
_FACT = re.compile(
    r"^[ \t]*(?:[•*-][ \t]+)?(?:til|fra|dato|vedr(?:ørende|\.)?|emne|barn(?:et)?s?(?: (?:navn|fulde navn|cpr"
    r"|adresse|alder))?|navn|cpr[\w.-]*|født|fødselsd\w*|alder|adresse|tlf\.?|telefon|mobil|mail|e-mail|mor|far"
    r"|forældre"
    r"|forældremyndighed\w*|bopæl\w*|institution\w*|dagtilbud\w*|stue|modtager|afsender|underretter|søskende"
    r"|tolk(?:ebehov)?|sprog|journalnr\.?|sagsnr\.?|leder|pædagog|underskrift|bilag|kopi|j\.?nr\.?|sendt|kommune"
    r"|hastegrad|haster|samvær|husstand|stilling|skrevet af|udfyldt af|kendt (?:barnet )?siden|sag)[ \t]*:",
    re.IGNORECASE,
)
_SHORT_FACT = 14
_TITLE_WORDS = 9
_PLAIN_LINE = 6
_JUDGES = re.compile(
    r"\s*(?:(?:vi|jeg) (?:vurderer|underretter|er bekymre)|(?:det er )?(?:vores|min) (?:faglige "
    r"|samlede )?(?:vurdering|bekymring)"
    r"|samlet (?:set )?(?:vurderer|er det)|på (?:den |denne )baggrund (?:vurderer|er)|ud fra (?:ovenstående"
    r"|dette) (?:vurderer|er))",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"^[ \t]*(?:(?:med )?venlig(?:e)? hilsen|mvh|vh|de bedste hilsner|på vegne af)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph of one section: where its words begin, and which kind it is; None for facts about people."""

    start: int
    text: str
    part: Part | None


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str
    after_blank: bool
    before_blank: bool
    ruled: bool


def pieces(text: str) -> tuple[Piece, ...]:
    """Headings themselves are in no piece; lines that are facts are pieces of their own."""
    return tuple(_joined(_read(text), text))


def _lines(text: str) -> list[_Line]:
    found, at = [], 0
    raw = text.split("\n")
    for nr, line in enumerate(raw):
        before = raw[nr - 1].strip() if nr else ""
        after = raw[nr + 1].strip() if nr + 1 < len(raw) else ""
        ruled = bool(after) and _RULED.match(after) is not None
        found.append(_Line(at, line, not before or bool(_RULED.match(before)), not after, ruled))
        at += len(line) + 1
    return found


def _read(text: str) -> Iterator[Piece]:
    """Line by line, with the part that was last announced; a blank line ends a paragraph."""
    part: Part | None = Part.OBSERVATIONER
    among_facts = closing = False
    for line in _lines(text):
        words = line.text.split()
        if not words or _RULED.match(line.text):
            yield Piece(line.start, "", None)
            continue
        closing = closing or _ENDS.match(line.text) is not None
        if closing:
            yield Piece(line.start, line.text, None)
            continue
        heading = _heading(line)
        if heading is not None:
            among_facts, part = _enter(heading, part)
            yield Piece(line.start, line.text, None)
            continue
        start, part, among_facts = _after_title(line, part, among_facts=among_facts)
        rest = line.text[start:]
        is_fact = start == 0 and _is_fact(line.text, among_facts=among_facts)
        kind = None if is_fact else part or Part.OBSERVATIONER
        yield Piece(line.start + start, rest, kind)


def _enter(heading: str, part: Part | None) -> tuple[bool, Part | None]:
    """A heading that we do not know goes on in what was seen, and leaves what somebody else has said."""
    known, kind = kind_of(heading)
    if known:
        return kind is None, kind or Part.OBSERVATIONER
    left = part in {Part.BARNETS_UDSAGN, Part.FORAELDRENES_SYN}
    return False, Part.OBSERVATIONER if left else part


def kind_of(title: str) -> tuple[bool, Part | None]:
    """Whether the words are a heading we know, and of which part."""
    bare = title.strip(" \t*_#:.?!")
    for nr in _PLAIN_FIRST:
        part, pattern = _FOUND[nr]
        if pattern.search(bare):
            return True, part
    return False, None


def _heading(line: _Line) -> str | None:
    if _FACT.match(line.text) and not line.text.rstrip(" *_").endswith(":"):
        return None
    found = _MARKED.match(line.text.rstrip())
    if found is None:
        return None
    title = found["title"].strip()
    words = title.split()
    if len(words) > _TITLE_WORDS or title[-1:] in ".!,;" or not re.search(r"[^\W\d]", title):
        return None
    marked = found["mark"] or found["colon"] or line.ruled or title.isupper()
    if re.search(r"[»”\"]", title) or (
        (found["mark"] or "").strip() in {"-", "•"} and not found["colon"]
    ):
        return None
    known, _ = kind_of(title)
    if marked:
        is_number = (found["mark"] or "").strip()[:1].isdigit()
        return (
            title
            if known or line.ruled or title.isupper() or not is_number or _stands_alone(line, title)
            else None
        )
    return (
        title
        if _stands_alone(line, title) and (known or line.before_blank or not _is_sentence(words))
        else None
    )


def _stands_alone(line: _Line, title: str) -> bool:
    return line.after_blank and title[:1].isupper() and len(title.split()) <= _TITLE_WORDS


def _is_sentence(words: list[str]) -> bool:
    return len(words) > _PLAIN_LINE


def _after_title(
    line: _Line, part: Part | None, *, among_facts: bool
) -> tuple[int, Part | None, bool]:
    """»Observationer: Den 3. marts …«: the section begins in the line."""
    found = _INLINE.match(line.text) or _RUN_IN.match(line.text)
    if found is None or len(found["title"].split()) > _TITLE_WORDS - 3:
        return 0, part, among_facts
    known, kind = kind_of(found["title"])
    rest = line.text[found.end() :].split()
    if not known or kind is None or (_FACT.match(line.text) and len(rest) <= _SHORT_FACT):
        return 0, part, among_facts
    return found.end(), kind, False


def _is_fact(line: str, *, among_facts: bool) -> bool:
    words = line.split()
    if _FACT.match(line) and len(words) <= _SHORT_FACT:
        return True
    return among_facts and len(words) <= _PLAIN_LINE and not re.search(r"[.!?]\s+[A-ZÆØÅ]", line)


def _joined(lines: Iterator[Piece], text: str) -> Iterator[Piece]:
    """What is of one kind, with nothing but air between, is read together: it says who is spoken of."""
    held: Piece | None = None
    for one in _paragraphs(lines):
        if held is not None and held.part is one.part and one.part is not None:
            end = held.start + len(held.text)
            if not text[end : one.start].strip():
                held = Piece(held.start, text[held.start : one.start] + one.text, held.part)
                continue
        if held is not None:
            yield held
        held = one
    if held is not None:
        yield held


def _paragraphs(lines: Iterator[Piece]) -> Iterator[Piece]:
    """Lines that follow each other; a paragraph that begins by judging is taken for what it is."""
    held: Piece | None = None
    for one in lines:
        follows = held is not None and one.text.strip() and one.part is held.part
        if held is not None and follows and one.part is not None:
            gap = one.start - held.start - len(held.text)
            held = Piece(held.start, held.text + "\n" * gap + one.text, held.part)
            continue
        if held is not None:
            yield _judged(held)
        held = one if one.text.strip() else None
    if held is not None:
        yield _judged(held)


def _judged(piece: Piece) -> Piece:
    if piece.part is Part.OBSERVATIONER and _JUDGES.match(piece.text):
        return Piece(piece.start, piece.text, Part.VURDERING)
    return piece
