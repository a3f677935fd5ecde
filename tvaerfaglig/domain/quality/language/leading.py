"""Talks with the child: a question that puts the words in its mouth, and words of its own that are not quoted.

What only offers milk, a walk or a lap is no question about what has happened, and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tvaerfaglig.domain.quality.finding import Hit
from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.domain.quality.language.prose import Prose, Word
from tvaerfaglig.domain.quality.language.rules import Part

_ASKS = r"(?:spurgt?e?|spørger|stillede (?:\w+ ){0,2}spørgsmålet)"
_RETOLD = re.compile(
    rf"\b(?P<asker>jeg|vi|man|pædagogen|[A-ZÆØÅ][a-zæøå-]+(?: [A-ZÆØÅ][a-zæøå]+)?|der) (?:har |blev "
    rf"|er blevet )?(?:{_ASKS}|har spurgt)"
    r"(?P<whom>(?: (?!om\b)\w+){0,6}?)(?: ind til)?,? (?P<asked>om [^.?!\n»”\"]{5,90})",
    re.IGNORECASE,
)
_TURNED = re.compile(
    rf"\b{_ASKS} (?P<asker>jeg|vi|pædagogen"
    rf"|[A-ZÆØÅ][a-zæøå-]+)(?P<whom>(?: (?!om\b)\w+){{0,4}}?),? (?P<asked>om [^.?!\n»”\"]{{5,90}})"
    r"|\b(?:på|ved|efter) (?P<noun>(?:vores |mit |direkte )?(?:spørgsmål(?:et)?|forespørgsel)(?: om"
    r"|,? om)) (?P<rest>[^.?!\n»”\"]{5,80})",
    re.IGNORECASE,
)
_PARENT = re.compile(
    r"\b(?:mor|far|moren|faren|forældrene|moderen|faderen|hjemmet|familien)\b", re.IGNORECASE
)
_INVITES = re.compile(
    r"(?:vil|kan|har) du (?:godt |gerne |lyst til at )?(?:fortælle|vise|tegne|sige|forklare|huske)\b(?!.*\b(?:at"
    r"|hvorfor) (?:far|mor)\b)|^hvad skete\b",
    re.IGNORECASE,
)
_TAG = re.compile(
    r",\s*(?:ikke(?: også| sandt)?|vel|er det ikke (?:rigtigt|sandt)|gør (?:han|hun|det) ikke|var det ikke|ikk'?"
    r"|har jeg ret|eller hvad)\s*\?$",
    re.IGNORECASE,
)
_HARM = (
    r"slå(?:r|et)?|slog|spark\w*|rusk\w*|nev|nevet|niv\w*|rør(?:t|te|er)|gjort? ondt|gør (?:\w+ )?ondt|"
    r"kast\w*|kvæl\w*|lås\w*|bange|ked af|vred|sur|skæld\w*|skænd\w*|råb\w*|drikke?r?|drak|fuld|"
    r"hårdhændet|efterla\w*|slem|dum|dumt|ond|hemmelig\w*|tvinge\w*|tvunget|tisse\w*|numse\w*|mærke\w*|"
    r"savner?|hos (?:far|mor)|hjemme(?:fra)?|derhjemme|bor|komme hjem|lave[tr]? noget|noget ved|"
    r"tog (?:dig|ham|hende)|alene|trøst\w*"
)
_ABOUT_HOME = re.compile(
    rf"\b(?:far|mor|fars|mors|papfar|papmor|stedfar|stedmor|forældre|farmor|farfar|mormor|morfar|bedste\w*"
    rf"|storebror|storesøster|nogen|en voksen|{_HARM})\b",
    re.IGNORECASE,
)
_SMALL_THINGS = re.compile(
    r"(?:vil|kan|må|skal|har|er) (?:du|vi|jeg|han|hun|I) (?:\w+ ){0,2}?(?:have|med|lege|læse|sidde|hjælpe|hjælp"
    r"|sulten|tørstig|træt|færdig|klar|lyst|spise|drikke (?:mælk|vand|noget)|sove|ud|ind|op|se|gå|prøve|holde|hente"
    r"|mere|på|trøste)\b",
    re.IGNORECASE,
)
_TELLS_CHILD = re.compile(
    r"\b(?:du (?:er|bliver|var|blev|må|føler)|(?:er|bliver|var|blev|må) du)\b[^.]*\b(?:ked af|bange|vred|sur|trist"
    r"|ondt|alene|flov)\b(?=.*\b(?:kan jeg tro|vel|nok|jo|sikkert|da|må være|ikke)\b)"
    r"|\b(?:far|mor|han|hun) (?:har|må have) (?:nok|vel|jo|sikkert|da)\b[^.]*\b(?:slået|gjort|råbt|skældt|drukket)\b",
    re.IGNORECASE,
)
_PRESUMES = re.compile(
    r"^(?:hvem|hvorfor|hvornår|hvor (?:mange gange|tit|ofte)?) ?(?:har|slog|slår|er|gjorde|gør|sparkede|råber"
    r"|var)?\b.*\b(?:slå(?:r|et)?|slog|spark\w*|rusk\w*|nev\w*|kast\w*|kvæl\w*|rørt?|drikker|skæld\w*|gjort ondt"
    r"|gør ondt)\b",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"\b(?:(?:har )?(?:sagt|fortalt)|siger|sagde|fortæller|fortalte|nævner|nævnte|svarer|svarede|udtrykker|udtrykte"
    r"|bekræfter|bekræftede|giver udtryk for|gav udtryk for|beskriver|beskrev|forklarer|forklarede|siger ja til"
    r"|svarede ja til|nikkede til),? "
    r"(?:(?:han|hun|barnet|drengen|pigen|[A-ZÆØÅ][a-zæøå]+),? (?=noget|at|om|til|for|os|mig|selv|igen|også)|(?:til"
    r"|for) \w+(?: og \w+)?,? |(?:ved|på|i|efter|under|før) \w+(?: \w+)?,? |igen,? |selv,? |os,? |mig,? |også,? "
    r"|flere gange,? |tit,? |ofte,? )*(?:at|om"
    r"|til,? at|ja til(?:,? at)?|noget (?:med|om)|ting om)\b[^.!?\n]*",
    re.IGNORECASE,
)
_AFTER_COLON = re.compile(
    r"\b(?:siger|sagde|fortæller|fortalte|svarede|forklarede)(?: \w+){0,6}: ?(?![\s*]*[»«”“„\"'‘’–-])[^.!?\n]{8,}"
    r"|(?:^|(?<=\n)|(?<=[.:*] ))At (?=\w+ \w+)[^.!?\n»”\"]{6,}",
)
_SPEAKS = frozenset(
    {"spurgte", "spørger", "sagde", "siger", "råbte", "hviskede", "udbrød", "gentog", "svarede"}
)
_NOT_ACTING = frozenset({"ham", "hende", "hans", "hendes"})
_LISTENS = {Part.OBSERVATIONER, Part.BARNETS_UDSAGN, Part.EGEN_INDSATS}


def leading_hits(prose: Prose, part: Part, section: str, known: Known) -> Iterator[Hit]:
    if part in _LISTENS:
        yield from _retold(prose, part, section)
        yield from _asked(prose, part, section)
    if part is Part.BARNETS_UDSAGN:
        yield from _put_in_its_mouth(prose, section)
    yield from _not_quoted(prose, part, section, known)


def _retold(prose: Prose, part: Part, section: str) -> Iterator[Hit]:
    """»Jeg spurgte hende, om far slår«; a parent who is asked is asked something else."""
    for pattern in (_RETOLD, _TURNED):
        for found in pattern.finditer(prose.text):
            if found.re is _TURNED and found["noun"]:
                asker, whom, span, asked = "vi", "", found.span("rest"), found["rest"]
            else:
                asker, whom = found["asker"].lower(), found["whom"] or ""
                span, asked = found.span("asked"), found["asked"]
            if prose.is_quoted(found.start()) or _child_or_parent_asks(asker, prose):
                continue
            if _is_parent_asked(whom, prose) or not _leads(asked.removeprefix("om "), part):
                continue
            end = span[0] + len(asked.split(", og ")[0].rstrip(" ,"))
            yield _hit("ledende", prose, section, span[0], end)


def _put_in_its_mouth(prose: Prose, section: str) -> Iterator[Hit]:
    """»Og så bliver du ked af det, kan jeg tro.« No question, and it leads all the same."""
    for begun, end in prose.quoted:
        for found in re.finditer(r"[^.?!»«”“\"]+[.!]", prose.text[begun:end]):
            if _TELLS_CHILD.search(found[0]):
                lead = len(found[0]) - len(found[0].lstrip())
                yield _hit(
                    "ledende", prose, section, begun + found.start() + lead, begun + found.end()
                )


def _child_or_parent_asks(asker: str, prose: Prose) -> bool:
    return prose.is_child(asker) or prose.is_parent(asker)


def _is_parent_asked(whom: str, prose: Prose) -> bool:
    return bool(_PARENT.search(whom)) or any(prose.is_parent(one.lower()) for one in whom.split())


def _leads(asked: str, part: Part) -> bool:
    """About home, harm or feelings; in the child's own section every closed question."""
    if _INVITES.search(asked) or re.match(
        r"(?:han|hun|barnet) (?:ville|havde lyst|var (?:sulten|tørstig|træt|klar|færdig)|kunne (?:fortælle|vise"
        r"|huske|tegne)|måtte)",
        asked,
    ):
        return False
    return bool(_ABOUT_HOME.search(asked)) or part is Part.BARNETS_UDSAGN


def _asked(prose: Prose, part: Part, section: str) -> Iterator[Hit]:
    """A question that can be answered with ja or nej, unless it is the child who asks."""
    for begun, end in _questions(prose):
        text = prose.text[begun:end].strip(" »«“”„\"'–-")
        if not _is_leading(text, prose, part, begun) or _child_asks(prose, begun, end):
            continue
        yield _hit("ledende", prose, section, begun, end)


def _is_leading(text: str, prose: Prose, part: Part, begun: int) -> bool:
    if _TAG.search(text):
        return part is Part.BARNETS_UDSAGN or bool(_ABOUT_HOME.search(text))
    if _INVITES.match(text):
        return False
    words = re.findall(r"\w+", text.lower())
    while words and words[0] in {
        "og",
        "men",
        "så",
        "okay",
        "ok",
        "nå",
        "jamen",
        "altså",
        "du",
        "skat",
    }:
        words = words[1:]
    if not words:
        return False
    if words[0].startswith("hv"):
        return bool(_PRESUMES.match(" ".join(words))) and not _is_already_told(text, prose, begun)
    closed = words[0] in prose.lexicon.ja_nej_spoergsmaal or (
        len(words) > 2
        and words[0].endswith("r")
        and words[1] in {"du", "han", "hun", "far", "mor", "de", "det", "I", "nogen"}
    )
    closed = closed or bool(_ABOUT_HOME.search(text))
    if not closed or (
        _SMALL_THINGS.match(text)
        and not re.search(r"\b(?:far|mor|slå\w*|slog)\b", text, re.IGNORECASE)
    ):
        return False
    return bool(_ABOUT_HOME.search(text)) or part is Part.BARNETS_UDSAGN


def _is_already_told(text: str, prose: Prose, begun: int) -> bool:
    """»Hvor slog far dig?« follows up where the child has just said that he did."""
    harm = re.search(rf"\b(?:{_HARM})\b", text, re.IGNORECASE)
    before = prose.text[:begun].lower()
    return harm is None or harm[0].lower()[:3] in before


def _questions(prose: Prose) -> Iterator[tuple[int, int]]:
    spans = []
    for begun, end in prose.quoted:
        inside = prose.text[begun + 1 : end - 1]
        for one in re.finditer(r"[^.?!]+\?", inside):
            lead = len(one[0]) - len(one[0].lstrip())
            spans.append((begun + 1 + one.start() + lead, begun + 1 + one.end()))
    for begun, end in prose.sentences:
        text = prose.text[begun:end]
        if text.rstrip().endswith("?") and not any(begun <= start < end for start, _ in spans):
            lead = len(text) - len(text.lstrip())
            said = re.search(r"(?:^|[:–]\s+)(?P<asked>[^:–]*\?)$", text.strip())
            skip = said.start("asked") if said else 0
            spans.append((begun + lead + skip, begun + len(text.rstrip())))
    yield from spans


def _child_asks(prose: Prose, begun: int, end: int) -> bool:
    """»Må jeg få mere?« spurgte Alma; Alma spurgte: »Kommer far?« A parent's question is not ours either."""
    opens, _ = prose.sentence_of(begun)
    sentence = prose.words_between(opens, begun)
    tail = prose.text[end : end + 60].lstrip("»«“”„\"' ")
    goes_on = tail[:1].islower() or tail[:1] == ","
    after = prose.words_between(end, end + 60)[:3] if goes_on else ()
    if _is_theirs_to_ask(sentence[-5:], prose) or _is_theirs_to_ask(after, prose):
        return True
    lead = prose.text[opens:begun].rstrip("»“”„\"' ")
    told = any(word.low in _SPEAKS for word in sentence)
    if lead.endswith(":") and sentence and not told and _is_theirs(sentence[0].low, prose):
        return True
    return bool(re.match(r"\W*(?:må|kan|skal) jeg\b", prose.text[begun:end], re.IGNORECASE))


def _is_theirs_to_ask(words: tuple[Word, ...], prose: Prose) -> bool:
    """Whoever stands right before the verb has said it, else whoever stands right after."""
    at = next((nr for nr, word in enumerate(words) if word.low in _SPEAKS), None)
    if at is None:
        return False
    before, after = words[:at], words[at + 1 : at + 2]
    if before and (_is_theirs(before[-1].low, prose) or _is_staff(before[-1].low, prose)):
        return _is_theirs(before[-1].low, prose)
    return bool(after) and _is_theirs(after[0].low, prose)


def _is_theirs(low: str, prose: Prose) -> bool:
    return _is_one(low, prose) or prose.is_parent(low)


def _is_staff(low: str, prose: Prose) -> bool:
    lexicon = prose.lexicon
    known = low in prose.others or low in lexicon.voksne_roller or low in {"jeg", "vi"}
    return known or low in lexicon.voksennavne or low in lexicon.boernenavne


def _is_one(low: str, prose: Prose) -> bool:
    """The child as the one who acts: »hun«, not »hende«."""
    return prose.is_child(low) and low not in _NOT_ACTING


def _not_quoted(prose: Prose, part: Part, section: str, known: Known) -> Iterator[Hit]:
    """»Hun fortæller, at far slår« is ours; what the child said stands in quotation marks."""
    if part not in {Part.OBSERVATIONER, Part.BARNETS_UDSAGN}:
        return
    for found in _reports(prose, part):
        begun, end = prose.sentence_of(found.start())
        if any(
            begun <= start < end or begun < stop <= end
            for start, stop in prose.quoted_near(begun, end)
        ):
            continue
        words = prose.words_between(begun, found.start())[-4:]
        if any(word.low in prose.lexicon.ikke for word in words[-1:]):
            continue
        inside = prose.words_between(found.start(), found.end())[1:2]
        turned = _turned(words) and any(_is_one(word.low, prose) for word in inside)
        turned = turned or found[0].startswith("At ")
        if not (turned or _is_childs(words, prose, part, known)) or _is_quoted_after(prose, end):
            continue
        if part is Part.BARNETS_UDSAGN or _ABOUT_HOME.search(found[0]):
            stop = found.start() + len(found[0].rstrip(" ,"))
            yield _hit("ordret", prose, section, found.start(), stop)


def _reports(prose: Prose, part: Part) -> Iterator[re.Match[str]]:
    yield from _REPORTS.finditer(prose.text)
    if part is Part.BARNETS_UDSAGN:
        yield from _AFTER_COLON.finditer(prose.text)


def _turned(before: tuple[Word, ...]) -> bool:
    """»I fredags fortalte Storm …«: nobody stands before the verb."""
    return not before or before[-1].low not in {
        "jeg",
        "vi",
        "hun",
        "han",
        "mor",
        "far",
        "moren",
        "faren",
    }


def _is_childs(before: tuple[Word, ...], prose: Prose, part: Part, known: Known) -> bool:
    """Said by the child, by name; a pronoun counts where the child is the one who speaks in the section."""
    lows = [word.low for word in before]
    if any(prose.is_parent(low) or low in prose.others or low in {"vi", "jeg"} for low in lows):
        return False
    named = any(low in known.child_names or low in {"barnet", "drengen", "pigen"} for low in lows)
    spoken = part is Part.BARNETS_UDSAGN and any(prose.is_child(low) for low in lows)
    return named or spoken


def _is_quoted_after(prose: Prose, end: int) -> bool:
    """The words themselves follow in the next sentence; a question there is somebody else's."""
    near = prose.quoted_near(end, end + 60)
    return any(start >= end and "?" not in prose.text[start:stop] for start, stop in near)


def _hit(rule: str, prose: Prose, section: str, start: int, end: int) -> Hit:
    return Hit(rule=rule, section=section, start=start, end=end, quote=prose.text[start:end])
