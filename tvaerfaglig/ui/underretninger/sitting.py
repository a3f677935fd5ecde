"""What stands on the page now: the letter as it was read, and what has been changed and not yet saved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from tvaerfaglig.domain.interview.told import Told
from tvaerfaglig.domain.masking import shown
from tvaerfaglig.domain.template import Template, TemplateSection
from tvaerfaglig.domain.underretning import Underretning
from tvaerfaglig.services.letters.kept_under import LEFT_OUT
from tvaerfaglig.services.letters.page import LetterPage


class Sitting:
    """One person at one letter. Knows no window: what it holds can be saved, asked and shown."""

    def __init__(self, page: LetterPage, template: Template) -> None:
        self.page = page
        self.template = template
        self.texts: dict[str, str] = {}
        self.head: Underretning | None = None
        self.left_out: tuple[str, ...] | None = None
        self.told: Told | None = None
        self._take_up_drafts(page)

    def _take_up_drafts(self, page: LetterPage) -> None:
        if not page.is_open:
            return
        self.texts = {
            section: kept.text
            for section, kept in page.kept.items()
            if section != LEFT_OUT and kept.text != page.text(section)
        }
        if LEFT_OUT in page.kept:
            self.left_out = tuple(page.kept[LEFT_OUT].text.splitlines())
        if page.kept_head is not None and page.kept_head != page.record:
            self.head = page.kept_head

    @property
    def resumed(self) -> bool:
        """Whether there is something from last time that was never saved."""
        return self.dirty

    @property
    def dirty(self) -> bool:
        kept = (self.head, self.left_out, self.told)
        return bool(self.texts) or any(one is not None for one in kept)

    @property
    def record(self) -> Underretning:
        return self.head or self.page.record

    def text(self, section: str) -> str:
        """What the writer sees: other children masked, for this is written to go out."""
        saved = self.texts.get(section, self.page.text(section))
        child = self.page.child
        return shown(saved, {child.id: child.record.first_name})

    def write(self, section: str, text: str) -> bool:
        """Take what was typed; whether it is anything new."""
        if text == self.text(section):
            return False
        self.texts[section] = text
        return True

    def choose(self, **facts: object) -> Underretning:
        """Change facts of the head."""
        self.head = replace(self.record, **facts)  # type: ignore[arg-type]
        return self.head

    def snapshot(self) -> LetterPage:
        """The letter as it would be if it were saved now."""
        page = self.page.with_texts(self.texts)
        return page.with_head(self.head) if self.head else page

    def heads(self) -> dict[str, tuple[str, ...] | None]:
        """Which versions the writer had before her."""
        found: dict[str, tuple[str, ...] | None] = {"hoved": self.page.head.heads}
        for section in self.texts:
            standing = self.page.sections.get(section)
            found[section] = standing.heads if standing else None
        return found

    def saved(self) -> None:
        self.texts, self.head, self.left_out, self.told = {}, None, None, None

    def take(self, page: LetterPage) -> None:
        """The letter was read again; what is unsaved here stays. With a guard lifted the parents come back."""
        self.page = page
        if self.head is not None and not self.head.informed:
            self.head = replace(self.head, informed=page.record.informed)
        if not page.is_open:
            self.saved()

    def moved(self, texts: Mapping[str, str]) -> None:
        """Citations followed their rows: these sections are saved already, in their new words."""
        self.page = self.page.with_texts(texts)
        for section in texts:
            self.texts.pop(section, None)

    def sections(self) -> tuple[TemplateSection, ...]:
        return self.template.open_sections(parents_hidden=self.snapshot().hides_parents)

    def number(self, section: str) -> int:
        """The number a section stands under."""
        keys = [one.id for one in self.sections()]
        return keys.index(section) + 1 if section in keys else 0

    def carried(self) -> frozenset[str]:
        """Sections whose words came from the letter before and stand untouched."""
        return frozenset(one.id for one in self.snapshot().sections.values() if one.carried)

    def written(self) -> Iterator[str]:
        """Sections in which there is anything."""
        page = self.snapshot()
        for one in self.sections():
            if is_written(page, one.id):
                yield one.id


def is_written(page: LetterPage, section: str) -> bool:
    """Whether a person has put something there, whatever it is worth."""
    head = page.record
    held: dict[str, bool] = {
        "hast_og_overgreb": bool(head.urgency or head.overgreb or head.calls),
        "modtager": bool(head.receiver and head.grounds),
        "barnet": bool(page.child.record.parents or page.text("barnet").strip()),
        "observationer": bool(page.rows),
        "indsats": bool(head.actions or head.others_involved),
        "orientering": bool(
            head.child_informed or any(one.told is not None or one.why_not for one in head.informed)
        ),
        "afsender": bool(head.writers and (head.relation or head.known_since)),
    }
    return held.get(section, False) or bool(page.text(section).strip())
