"""The form as it stands: words as they were typed, so that a draft loses nothing that cannot be read yet."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime, time
from typing import Any

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.observation import Involved, Observation, Part, Sign, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """`day` is ISO where it can be read, else what was typed; `involved` are (child, part).

    `laid_away` are questions to the text that are not to be asked again; only the draft knows them.
    """

    involved: tuple[tuple[str, str], ...] = ()
    text: str = ""
    child_words: str = ""
    asked: str = ""
    words_where: str = ""
    day: str = ""
    clock: str = ""
    place: str = ""
    seen_by: tuple[str, ...] = ()
    source: str = Source.SET.value
    told_by: str = ""
    sign: str = Sign.NEUTRAL.value
    categories: tuple[str, ...] = ()
    reflection: str = ""
    reason: str = ""
    laid_away: tuple[str, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Nothing is written that anyone would miss."""
        words = (self.text, self.child_words, self.asked, self.words_where, self.reflection)
        return not any(one.strip() for one in (*words, self.reason))

    @property
    def children(self) -> tuple[str, ...]:
        return tuple(child for child, _ in self.involved)

    @property
    def main_children(self) -> tuple[str, ...]:
        """Those it is about; all of them where nobody was told apart."""
        main = [child for child, part in self.involved if part == Part.HANDLER_OM]
        return tuple(main) or self.children


@dataclass(frozen=True, slots=True)
class Times:
    """The day and the times, where they can be read."""

    day: date | None
    at: time | None = None
    until: time | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask, at which field. A firm one waits for an answer; any other is asked once."""

    field: str
    asks: str
    firm: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft read back. `replaces` are the versions that a correction was begun on."""

    content: Content
    replaces: tuple[str, ...] = ()


def to_json(content: Content, record: str = "", replaces: tuple[str, ...] = ()) -> str:
    """For the draft; `child` and `record` tell those who list drafts whom it is about."""
    child = next(iter(content.main_children), "")
    kept = {"child": child, "record": record, "replaces": replaces, "values": asdict(content)}
    return json.dumps(kept)


def from_json(text: str) -> Kept:
    """A draft by any version of the program; what it does not know is left out."""
    kept: dict[str, Any] = json.loads(text)
    values = kept.get("values", {})
    known = {one.name for one in fields(Content)}
    content = Content(**{name: _frozen(value) for name, value in values.items() if name in known})
    return Kept(content, tuple(kept.get("replaces") or ()))


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def of_observation(seen: Observation) -> Content:
    return Content(
        involved=tuple((one.child, one.part.value) for one in seen.involved),
        text=seen.text,
        child_words=seen.child_words,
        asked=seen.asked,
        words_where=seen.words_where,
        day=seen.day.isoformat(),
        clock=danish.span(seen.at, seen.until) if seen.at else "",
        place=seen.place,
        seen_by=seen.seen_by,
        source=seen.source.value,
        told_by=seen.told_by,
        sign=seen.sign.value,
        categories=seen.categories,
        reflection=seen.reflection,
    )


def to_observation(content: Content, times: Times, *, complete: bool) -> Observation:
    """What is written, as a record. The day must be known by then."""
    assert times.day is not None
    told = content.source == Source.FORTALT
    return Observation(
        involved=tuple(Involved(child=one, part=Part(part)) for one, part in content.involved),
        day=times.day,
        at=times.at,
        until=times.until,
        place=content.place.strip(),
        seen_by=content.seen_by,
        source=Source(content.source),
        told_by=content.told_by.strip() if told else "",
        text=content.text.strip(),
        child_words=content.child_words.strip(),
        asked=content.asked.strip(),
        words_where=content.words_where.strip(),
        categories=content.categories,
        sign=Sign(content.sign),
        reflection=content.reflection.strip(),
        complete=complete,
    )


def merged(newest: Content, other: Content) -> Content:
    """Two who wrote apart: both texts, one after the other, where they differ; the newest one's choices."""
    both = {
        name: _joined(getattr(newest, name), getattr(other, name))
        for name in ("text", "child_words", "asked", "words_where", "reflection")
    }
    more = [one for one in other.involved if one[0] not in newest.children]
    subjects = (*newest.categories, *other.categories)
    return replace(
        newest,
        involved=(*newest.involved, *more),
        seen_by=tuple(dict.fromkeys((*newest.seen_by, *other.seen_by))),
        categories=tuple(dict.fromkeys(subjects)),
        laid_away=tuple(dict.fromkeys((*newest.laid_away, *other.laid_away))),
        **both,
    )


def _joined(first: str, second: str) -> str:
    first, second = first.strip(), second.strip()
    if second in first:
        return first
    return second if first in second else f"{first}\n\n{second}"


def firm_questions(content: Content, times: Times, *, reason_needed: bool) -> list[Question]:
    """What cannot be left out, in the order of the form."""
    asks = []
    if reason_needed and not content.reason.strip():
        asks.append(Question("reason", "Hvorfor retter du? Få ord er nok.", firm=True))
    if not content.involved:
        asks.append(Question("children", "Hvilket barn handler det om?", firm=True))
    if not (content.text.strip() or content.child_words.strip()):
        asks.append(Question("text", "Hvad så eller hørte du? Én linje er nok.", firm=True))
    if times.day is None:
        asks.append(Question("day", "Hvilken dag var det? Skriv fx 10.11. eller i går.", firm=True))
    if times.at is None and content.clock.strip():
        asks.append(Question("clock", "Hvad var klokken? Skriv fx 8.15 eller 815.", firm=True))
    return asks


def soft_questions(
    content: Content, times: Times, now: datetime, born: dict[str, tuple[str, date]]
) -> list[Question]:
    """What may well be right, and is asked once. `born` are (first name, birthday) by child."""
    return [
        *_about_the_day(content, times, now, born),
        *_about_the_clock(times, now),
        *(
            [Question("told_by", "Hvem fortalte det?")]
            if content.source == Source.FORTALT and not content.told_by.strip()
            else []
        ),
    ]


def _about_the_day(
    content: Content, times: Times, now: datetime, born: dict[str, tuple[str, date]]
) -> list[Question]:
    day = times.day
    if day is None:
        return []
    if day > now.date():
        said = danish.day_long(day).removesuffix(f" {day.year}")
        return [Question("day", f"{said.capitalize()} er ikke kommet endnu. Er det dagen?")]
    too_early = [born[one] for one in content.children if one in born and day < born[one][1]]
    return [
        Question("day", f"{name} er født {danish.day(birth)}. Er det den rigtige dag?")
        for name, birth in too_early[:1]
    ]


def _about_the_clock(times: Times, now: datetime) -> list[Question]:
    day, at, until = times.day, times.at, times.until
    if at and until and until < at:
        asks = f"Fra {danish.clock(at)} til {danish.clock(until)}: Er det den rigtige vej?"
        return [Question("clock", asks)]
    if at and day == now.date() and at > now.time().replace(tzinfo=None):
        return [Question("clock", f"Klokken er ikke {danish.clock(at)} endnu. Er det i dag?")]
    return []
