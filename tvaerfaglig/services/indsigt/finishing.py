"""The paper of an indsigt: made from what is left when the bars are drawn, proved, and kept as it was handed out.

Gathering and keeping belong to the vault's thread. Making and proving touch no vault, may run beside it,
tell how far they are and can be stopped.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.indsigt import (
    Counted,
    Ground,
    Indsigt,
    IndsigtTexts,
    bar_number,
    barred,
    joined,
)
from tvaerfaglig.domain.parents_texts import said
from tvaerfaglig.domain.progress import Tell, silent, within
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.third_parties import Watch
from tvaerfaglig.printouts import printing as paper_press
from tvaerfaglig.printouts import proof, rasters
from tvaerfaglig.printouts.papers.parents import BarRow, HandedOut, IndsigtPaper, Pages
from tvaerfaglig.printouts.papers.parts import StripFact
from tvaerfaglig.services.errors import NotFound, ServiceError, Unclear
from tvaerfaglig.services.indsigt import review as reviews
from tvaerfaglig.services.indsigt.dossier import Dossier, Entry, gather
from tvaerfaglig.services.indsigt.review import Review
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.parents.guarded import stop_if_guarded
from tvaerfaglig.services.printing import paper_facts
from tvaerfaglig.services.printing.pressing import Pressed
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

DOCUMENT = "indsigt"


class NotClean(ServiceError):
    """The finished file still holds something that was to be taken out. It is not kept."""


@dataclass(frozen=True, slots=True)
class File:
    """An attachment that goes along: its barred title, its bytes and what kind it is."""

    title: str
    content: bytes
    media: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """All that the paper is made of. What was barred is here only as words to look for."""

    paper: IndsigtPaper
    files: tuple[File, ...]
    secrets: tuple[str, ...]
    record: Indsigt
    names: Watch


@dataclass(frozen=True, slots=True)
class Made:
    """The proved bytes, and what is to be written down of them."""

    pdf: bytes
    record: Indsigt


def ready(session: Session, child_id: str, review: Review, library: Library) -> Ready:
    """Draw the bars, count them, and see that no known name still stands where nobody has let it.

    Raises Unclear, in words, while something waits for an answer.
    """
    dossier = gather(session, child_id, library)
    if waiting := reviews.waits(review, dossier):
        raise Unclear(" ".join(waiting))
    texts = library.indsigt
    entries = reviews.handed_out(review, dossier)
    secrets, visible = _secrets(review, dossier, entries)
    record = _record(session, child_id, review, dossier)
    paper = _paper(session, review, dossier, library, record)
    files = tuple(_file(session, one, review, dossier, texts) for one in entries if one.file)
    told = tuple(one for one in secrets if one)
    return Ready(
        paper=paper,
        files=files,
        secrets=tuple(
            dict.fromkeys((*told, *(w for w in dossier.watch.words if w not in visible)))
        ),
        record=record,
        names=dossier.watch,
    )


def make(ready_: Ready, tell: Tell = silent) -> Made:
    """Press the paper and read the finished file again. Raises NotClean with where, or Stopped."""
    files = []
    for number, file in enumerate(ready_.files, 1):
        tell(0.3 * number / len(ready_.files), f"Tegner bilag {number} af {len(ready_.files)}")
        files.append(Pages(file.title, _pictures(file, ready_.names)))
    tell(0.3, "Sætter siderne")
    paper = replace(ready_.paper, files=tuple(files))
    pdf = paper_press.render(paper)
    prove(pdf, paper, ready_.secrets, within(tell, 0.5, 1.0))
    record = replace(
        ready_.record, sha256=hashlib.sha256(pdf).hexdigest(), pages=paper_press.page_count(pdf)
    )
    return Made(pdf, record)


def make_aside(session: Session, ready_: Ready, tell: Tell) -> Made:
    """The same, asked for beside the vault's thread; it touches no vault."""
    del session
    return make(ready_, tell)


def prove(
    pdf: bytes,
    paper: IndsigtPaper,
    secrets: tuple[str, ...],
    tell: Tell = silent,
) -> None:
    """Read the finished file again: what was taken out must not be in it, nor a name that nobody let stand."""
    pages = paper_press.page_count(pdf)
    meant = paper_press.words(paper, pages)
    found = proof.leaks(pdf, secrets, meant, (paper.title, paper.imprint.house), tell)
    if found:
        where = "; ".join(f"»{one.word}« ({one.where})" for one in found[:5])
        raise NotClean(
            f"Papiret blev læst igennem og er ikke gemt: der står stadig noget, der skulle være væk: {where}. "
            "Se de steder igennem, og lav det igen."
        )


def keep(session: Session, made: Made) -> tuple[str, Changes]:
    """Keep the bytes with the child and note the act; what was gone through is laid away."""
    child = session.child(made.record.child, Action.SEE_LOG)
    stop_if_guarded(session, child.id, child.record.first_name)
    with session.write() as pen:
        blob, _ = pen.put_blob(made.pdf)
        kept = pen.put(replace(made.record, pdf=blob))
        pen.drop_draft(f"{reviews.KIND}:{child.id}")
        return kept, pen.changes


def handed_out(session: Session, indsigt_id: str) -> Pressed:
    """The bytes as they were handed out, after their fingerprint is seen to fit. Opening it is noted."""
    stored = queries.one(session.vault, Indsigt, indsigt_id)
    if stored is None:
        raise NotFound("Papiret findes ikke længere.")
    child = session.child(stored.record.child, Action.SEE_LOG)
    stop_if_guarded(session, child.id, child.record.first_name)
    pdf = session.vault.blob(stored.record.pdf)
    if hashlib.sha256(pdf).hexdigest() != stored.record.sha256:
        raise NotFound("Papiret er slettet eller beskadiget og vises ikke.")
    session.looked(child=child.id, record=indsigt_id, what=Indsigt.KIND)
    return Pressed(pdf)


def earlier(session: Session, child_id: str) -> list[tuple[str, Indsigt]]:
    """What was handed out of this child, the newest first."""
    session.child(child_id, Action.SEE_LOG)
    found = queries.of_child(session.vault, Indsigt, child_id)
    return [
        (one.id, one.record) for one in sorted(found, key=lambda one: one.written_at, reverse=True)
    ]


def _secrets(
    review: Review, dossier: Dossier, entries: list[Entry]
) -> tuple[tuple[str, ...], frozenset[str]]:
    """What the bars cover, and which known words somebody has let stand."""
    covered: list[str] = []
    left: list[str] = []
    for entry in entries:
        for piece in entry.pieces:
            bars = joined(review.bars(piece, dossier.watch), len(piece.text))
            covered += [piece.text[bar.start : bar.end].strip() for bar in bars]
            left.append(_without(piece.text, [(bar.start, bar.end) for bar in bars]))
    return tuple(dict.fromkeys(covered)), proof.standing("\n".join(left), dossier.watch.words)


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    pieces, at = [], 0
    for start, end in spans:
        pieces.append(text[at:start])
        at = end
    return " | ".join([*pieces, text[at:]])


def _record(session: Session, child_id: str, review: Review, dossier: Dossier) -> Indsigt:
    counts = reviews.counted(review, dossier)
    left = [
        Counted(reason=verdict.why, what=one.title)
        for one in dossier.entries
        if review.asked(one) and (verdict := review.verdict(one)) and not verdict.included
    ]
    return Indsigt(
        child=child_id,
        day=session.today,
        by=session.my_id,
        receiver=review.receiver.strip(),
        basis=review.basis,
        first=review.first,
        last=review.last,
        records=len(reviews.handed_out(review, dossier)),
        bars=tuple(Counted(reason=reason, times=times) for reason, times in sorted(counts.items())),
        left_out=tuple(left),
    )


def _paper(
    session: Session, review: Review, dossier: Dossier, library: Library, record: Indsigt
) -> IndsigtPaper:
    texts, child = library.indsigt, dossier.child.record
    house = paper_facts.house_of(session, child)
    names = {
        "barn": child.first_name,
        "barnets": danish.possessive(child.first_name),
        "hus": house.name if house and not child.hide_house else "dagtilbuddet",
    }
    return IndsigtPaper(
        imprint=paper_facts.imprint(session, child),
        child=paper_facts.child_facts(child, session.today),
        title=said(texts.title, **names),
        to=record.receiver,
        date=danish.day(session.today),
        period=_period(review, session.today),
        basis=texts.ground(review.basis).word,
        law=_law(texts.ground(review.basis), library),
        intro=said(texts.intro, **names),
        strip=_strip(record),
        about_bars=said(texts.bars, **names) if record.bar_count else "",
        bars=_bar_rows(record, library),
        masked=said(texts.masked, **names),
        left_out=tuple((one.what, _why(one, library)) for one in record.left_out),
        not_here=said(texts.not_here, **names),
        rights=said(texts.rights, **names),
        complain=said(texts.complain, **names),
        entries=tuple(
            _handed(one, review, dossier, texts)
            for one in reviews.handed_out(review, dossier)
            if not one.file
        ),
    )


def _handed(entry: Entry, review: Review, dossier: Dossier, texts: IndsigtTexts) -> HandedOut:
    return HandedOut(
        f"{entry.title} – kladde" if entry.draft else entry.title,
        entry.line,
        tuple(
            (piece.label, barred(piece.text, review.bars(piece, dossier.watch), _numbers(texts)))
            for piece in entry.pieces
        ),
    )


def _file(
    session: Session, entry: Entry, review: Review, dossier: Dossier, texts: IndsigtTexts
) -> File:
    title = next(iter(_handed(entry, review, dossier, texts).pieces), ("", ""))[1]
    return File(title, session.vault.blob(entry.file), entry.media)


def _numbers(texts: IndsigtTexts) -> list[str]:
    return [one.id for one in texts.reasons]


def _period(review: Review, today: date) -> str:
    if review.first is None and review.last is None:
        return "alt, der er skrevet"
    first = f"fra {danish.day(review.first)} " if review.first else ""
    return f"{first}til {danish.day(review.last or today)}".strip()


def _strip(record: Indsigt) -> tuple[StripFact, ...]:
    left = len(record.left_out)
    return (
        StripFact("Her er", danish.count(record.records, "optegnelse", "optegnelser")),
        StripFact(
            "Streger",
            str(record.bar_count),
            "over oplysninger om andre" if record.bar_count else "",
        ),
        StripFact("Taget ud", str(left), "står herunder med grund" if left else ""),
    )


def _bar_rows(record: Indsigt, library: Library) -> tuple[BarRow, ...]:
    numbers = _numbers(library.indsigt)
    return tuple(
        BarRow(
            numbers.index(one.reason) + 1,
            library.indsigt.ground(one.reason).word,
            _law(library.indsigt.ground(one.reason), library),
            one.times,
        )
        for one in sorted(record.bars, key=lambda bar: numbers.index(bar.reason))
    )


def _law(ground: Ground, library: Library) -> str:
    """Only what was read at a source is shown as law."""
    cited = [library.law.ref(one) for one in ground.law]
    return "; ".join(dict.fromkeys(one.cite for one in cited if one.verified and one.paragraph))


def _why(one: Counted, library: Library) -> str:
    ground = library.indsigt.ground(one.reason)
    law = _law(ground, library)
    return f"{ground.word} ({law})" if law else ground.word


def _pictures(file: File, names: Watch) -> rasters.Pictures:
    """Pages as pictures. A file whose own words name others is not let through."""
    try:
        if names.proposed(rasters.text_of_file(file.content, file.media)):
            raise NotClean(
                f"Bilaget »{_shown(file)}« nævner andre end barnet, og der kan ikke streges over i et bilag. "
                "Lad det blive ude."
            )
        return rasters.pictures_of(file.content, file.media)
    except rasters.Unreadable as reason:
        raise NotClean(
            f"Bilaget »{_shown(file)}« kan ikke tegnes som billeder. Lad det blive ude."
        ) from reason


def _shown(file: File) -> str:
    """Its title as it will stand, a bar as three dots."""
    return "".join("…" if bar_number(sign) else sign for sign in file.title)
