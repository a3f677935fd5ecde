"""The meeting begins: what was prepared becomes the note's first parts, so that nothing is typed twice."""

from __future__ import annotations

from dataclasses import replace

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationState
from tvaerfaglig.domain.preparing.line import FromTheLog, Line

WANTED = "Det vil vi have ud af mødet:"
UNKNOWN = "Det ved vi ikke:"
ASKED = "Vi har bedt dem tænke over:"


def begun(note: Konsultation, log: FromTheLog, at: str, parts: frozenset[str]) -> Konsultation:
    """The note under way, with what stands on the sheet in parts 3 to 8. A second time changes nothing more.

    `parts` are those that this kind of meeting has: what has no place in its note stays on the sheet.
    """
    under_way = replace(note, status=KonsultationState.I_GANG)
    own = note.preparation
    if own.begun_at:
        return under_way
    kept = log.without(own.left_out)
    laid = (*note.observations, *(one.record for one in kept.known if one.record))
    taken_over: dict[str, dict[str, object]] = {
        "spoergsmaal": {"question": _below(note.question, _headed(WANTED, own.wanted))},
        "iagttagelser": {
            "observations": tuple(dict.fromkeys(laid)),
            "observed": _below(note.observed, _listed(kept.counts), _unknown(kept, own.unknown)),
        },
        "gaar_godt": {"going_well": _below(note.going_well, _listed(kept.strengths, dated=True))},
        "barnets_perspektiv": {"child_view": _below(note.child_view, *map(_quoted, kept.voice))},
        "foraeldrenes_syn": {
            "parents_view": _below(note.parents_view, *(one.text for one in kept.parents)),
            "parents_asked": note.parents_asked or _asked(kept, own.parents_part),
        },
        "proevet": {"tried": _below(note.tried, _listed(kept.tried))},
    }
    facts = {
        name: value
        for part in parts & taken_over.keys()
        for name, value in taken_over[part].items()
    }
    return replace(under_way, preparation=replace(own, begun_at=at), **facts)  # type: ignore[arg-type]


def _unknown(kept: FromTheLog, own: str) -> str:
    lines = "\n".join(filter(None, (_listed(kept.unknown), _as_list(own))))
    return _headed(UNKNOWN, lines)


def _asked(kept: FromTheLog, parents_part: str) -> str:
    asked = " ".join(parents_part.split())
    told = "; ".join(one.source for one in kept.parents)
    return ". ".join(filter(None, (told, f"{ASKED} {asked}" if asked else "")))


def _headed(heading: str, words: str) -> str:
    return f"{heading}\n{words.strip()}" if words.strip() else ""


def _below(*texts: str) -> str:
    return "\n".join(text.strip("\n") for text in texts if text.strip())


def _as_list(own: str) -> str:
    lines = (line.strip() for line in own.splitlines() if line.strip())
    return "\n".join(line if line.startswith(("- ", "– ")) else f"- {line}" for line in lines)


def _listed(lines: tuple[Line, ...], *, dated: bool = False) -> str:
    return "\n".join(f"- {_one_line(one, dated=dated)}" for one in lines)


def _one_line(one: Line, *, dated: bool) -> str:
    text = " ".join(one.text.split())
    if not (dated and one.when):
        return text
    return f"{danish.capital(danish.day_of_month(one.when))}: {text}"


def _quoted(one: Line) -> str:
    """As the note's own part writes a quotation: the words, and whom it was said to."""
    return f"»{one.words.strip().strip('»«')}« {one.source}".strip()
