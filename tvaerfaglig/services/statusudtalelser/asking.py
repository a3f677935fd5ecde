"""The same questions as a letter is asked, to each heading's prose. Pure work on a page that has been read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tvaerfaglig.domain.quality.finding import Hit
from tvaerfaglig.domain.quality.language.rules import Language
from tvaerfaglig.domain.statusudtalelser.form import StatusForm
from tvaerfaglig.services.letters.known import known_to
from tvaerfaglig.services.statusudtalelser.reading import StatusPage

if TYPE_CHECKING:  # the rules are read when somebody first asks
    from tvaerfaglig.domain.quality.engine import Asked


def questions(page: StatusPage, form: StatusForm) -> Asked:
    """What stands open, and what was laid away. The word lists are read the first time."""
    from tvaerfaglig.domain.quality.engine import asked_of
    from tvaerfaglig.domain.quality.finding import Questions
    from tvaerfaglig.services.writing.text_check import language

    lists = language()
    return asked_of(
        _hits(page, form, lists),
        Questions(lists.questions),
        {one.heading: one.text for one in page.record.answers},
        frozenset(page.record.dismissed),
        page.child.record.first_name or "barnet",
    )


def _hits(page: StatusPage, form: StatusForm, lists: Language) -> Iterator[Hit]:
    from tvaerfaglig.domain.quality.language.asking import prose_of
    from tvaerfaglig.domain.quality.language.dated import day_hits
    from tvaerfaglig.domain.quality.language.in_letter import text_hits
    from tvaerfaglig.domain.quality.language.rules import Part
    from tvaerfaglig.services.writing.text_check import stale

    known = replace(known_to(page), stale=stale(page.today))
    for heading in form.open_headings(parents_hidden=page.hides_parents):
        text = page.record.text(heading.id)
        if text.strip():
            prose, part = prose_of(text, known, lists.lexicon), Part(heading.check)
            yield from text_hits(prose, part, heading.id, known, lists, proposals=False)
            yield from day_hits(prose, part, heading.id, known)
