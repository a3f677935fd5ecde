"""Files kept in the vault beside a child: put in, looked at, and nothing else.

A file is judged by what it begins with, not by its name. What could run or fetch something when opened
is refused in words. Nothing is ever written to disk outside the vault.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tvaerfaglig.domain.acts import Attachment, Erased
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.indsigt import Indsigt
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationState
from tvaerfaglig.domain.pictures import points
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.statusudtalelser.records import StatusStage, Statusudtalelse
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import Finished, Stage, Step, Underretning, stage_of
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.statusudtalelser.stages import status_stages
from tvaerfaglig.store import queries

LARGEST = 50 * 1024 * 1024
_HEAD = 4096
_MOST_POINTS = 24_000_000  # unfolded it takes four bytes a point
_MOST_OF_A_PHOTO = (
    60_000_000  # a JPEG can be unfolded small; more than the cameras of telephones give
)
_BEGINS = {
    b"%PDF-": "application/pdf",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
}
_RUNS = (
    b"MZ",
    b"\x7fELF",
    b"#!",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"L\x00\x00\x00\x01\x14",
)
_SCRIPTS = {
    ".exe",
    ".com",
    ".bat",
    ".cmd",
    ".ps1",
    ".vbs",
    ".js",
    ".msi",
    ".scr",
    ".lnk",
    ".jar",
    ".hta",
}


@dataclass(frozen=True, slots=True)
class Content:
    """An attachment's bytes, to be shown inside the program."""

    stored: Stored[Attachment]
    content: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """An underretning as the list of documents has it."""

    stored: Stored[Underretning]
    stage: Stage


@dataclass(frozen=True, slots=True)
class Documents:
    """All papers about a child, the newest first."""

    letters: tuple[Letter, ...]
    notes: tuple[Stored[Konsultation], ...]
    attachments: tuple[Stored[Attachment], ...]
    names: Names
    given: tuple[Stored[Indsigt], ...] = ()
    statuses: tuple[tuple[Stored[Statusudtalelse], StatusStage], ...] = ()


def documents(session: Session, child_id: str) -> Documents:
    """The child's underretninger, statusudtalelser, notes of held konsultationer, and attachments."""
    session.child(child_id)
    vault = session.vault
    finished = [one.record for one in queries.of_child(vault, Finished, child_id)]
    steps = sorted(
        (one.record for one in queries.of_child(vault, Step, child_id)),
        key=lambda step: step.happened(),
    )
    letters = tuple(
        Letter(
            letter,
            stage_of(
                tuple(one for one in finished if one.underretning == letter.id),
                tuple(one for one in steps if one.underretning == letter.id),
            ),
        )
        for letter in queries.of_child(vault, Underretning, child_id)
    )
    held = {KonsultationState.I_GANG, KonsultationState.AFSLUTTET}
    notes = queries.of_child(vault, Konsultation, child_id)
    files = queries.of_child(vault, Attachment, child_id)
    return Documents(
        letters=letters,
        notes=tuple(one for one in notes if one.record.status in held),
        attachments=tuple(sorted(files, key=lambda one: one.written_at, reverse=True)),
        names=names(session),
        given=tuple(queries.of_child(vault, Indsigt, child_id)) if session.actor.role.leads else (),
        statuses=tuple(status_stages(vault, (child_id,))),
    )


def put(session: Session, child_id: str, file: Path, *, title: str = "", record: str = "") -> Saved:
    """Keep a copy of a file in the vault, with the child. Refuses in words what cannot be shown safely."""
    session.child(child_id, Action.WRITE)
    content = _read(file)
    media = media_of(content, file.name)
    _require_bearable(content, media, file.name)
    with session.write() as pen:
        blob, digest = pen.put_blob(content)
        attachment = Attachment(
            child=child_id,
            record=record,
            title=title.strip() or file.stem,
            media=media,
            size=len(content),
            blob=blob,
            sha256=digest,
        )
        return Saved(pen.put(attachment), pen.changes)


def _read(file: Path) -> bytes:
    try:
        size = file.stat().st_size
        if size > LARGEST:
            raise Unclear(
                f"»{file.name}« fylder {size // 1024 // 1024} MB. Der er plads til 50 MB i et bilag. "
                "Gem den mindre eller i flere dele, og tilføj dem så."
            )
        content = file.read_bytes()
    except OSError as reason:
        raise Unclear(f"»{file.name}« kan ikke læses. Ligger den der endnu?") from reason
    if not content:
        raise Unclear(f"»{file.name}« er tom. Er det den rigtige fil?")
    return content


def _require_bearable(content: bytes, media: str, name: str) -> None:
    """A few hundred kilobytes can unfold to a picture that fills the computer's memory when it is shown."""
    if not media.startswith("image/"):
        return
    wide, high = points(content)
    if wide * high > (_MOST_OF_A_PHOTO if media == "image/jpeg" else _MOST_POINTS):
        raise Unclear(
            f"»{name}« er et meget stort billede ({wide} × {high} punkter), og computeren kan "
            "gå i stå af at vise det. Gem det mindre, og tilføj det så."
        )


def media_of(content: bytes, name: str) -> str:
    """What kind of file it is, by its first bytes. Raises Unclear, in words, for what is not kept."""
    head, suffix = content[:_HEAD], Path(name).suffix.lower()
    if suffix in _SCRIPTS or head.startswith(_RUNS):
        raise Unclear(
            f"»{name}« er et program, og det gemmer vi ikke. Et billede eller en PDF er fint."
        )
    known = next((media for begin, media in _BEGINS.items() if head.startswith(begin)), "")
    if known:
        return known
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    raise Unclear(_why_not(head, suffix, name))


def _why_not(head: bytes, suffix: str, name: str) -> str:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:512].lower()
    if suffix in {".svg", ".html", ".htm", ".xml", ".mht"} or start.startswith(
        (b"<svg", b"<html", b"<!doctype", b"<?xml")
    ):
        return f"»{name}« kan hente noget udefra, når den åbnes. Gem den som PDF, og tilføj den så."
    if head[4:12] in {b"ftypheic", b"ftypheix", b"ftypmif1"}:
        return f"»{name}« er et telefonbillede, programmet ikke kan vise. Gem det som JPG, og tilføj det så."
    return f"»{name}« kan ikke vises her. Gem den som PDF, JPG eller PNG, og tilføj den så."


def content(session: Session, attachment_id: str) -> Content:
    """Open an attachment. Opening it is noted."""
    stored = queries.one(session.vault, Attachment, attachment_id)
    if stored is None:
        raise NotFound("Bilaget findes ikke længere.")
    session.child(stored.record.child)
    found = session.vault.blob(stored.record.blob)
    if not found:
        raise NotFound("Bilaget er slettet. Kun titlen står tilbage.")
    session.looked(child=stored.record.child, record=attachment_id, what="bilag")
    return Content(stored, found)


def take_back(session: Session, attachment_id: str) -> Changes:
    """*Fortryd* right after adding: the file is erased; that there was one stands in the log."""
    stored = queries.one(session.vault, Attachment, attachment_id)
    if stored is None or stored.written_by != session.my_id:
        raise NotFound("Bilaget kan ikke fortrydes herfra længere.")
    versions = tuple(one for one, _ in session.vault.versions_of(attachment_id))
    decision = Erased(
        events=versions,
        attachments=(stored.record.blob,),
        ground="fortrudt straks (bilag)",
        child=stored.record.child,
    )
    with session.write() as pen:
        pen.erase(decision)
        return pen.changes
