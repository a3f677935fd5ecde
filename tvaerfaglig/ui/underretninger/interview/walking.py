"""The way through the questions: where one stands, what is said of an answer, and what is left. Knows no widget."""

from __future__ import annotations

from tvaerfaglig.domain.interview.plan import Step, begins_at, goes_on
from tvaerfaglig.domain.interview.questions import Target
from tvaerfaglig.domain.interview.told import Told, Way
from tvaerfaglig.domain.template import TemplateSection
from tvaerfaglig.services.letters import interviewing
from tvaerfaglig.services.letters.page import LetterPage
from tvaerfaglig.services.library import Library
from tvaerfaglig.ui.underretninger.interview.answers import Answers
from tvaerfaglig.ui.underretninger.sitting import Sitting
from tvaerfaglig.ui.underretninger.wording import named
from tvaerfaglig.ui.underretninger.writer import LetterWriter

CITES_NOT = {"barnets_ord", "observationer"}


class Walk:
    """One person's way through one letter. `at` may be past the last step: then all is asked."""

    def __init__(self, writer: LetterWriter, library: Library, told: Told) -> None:
        self._writer, self._library = writer, library
        self.answers = Answers(writer, self.sitting.told or told)
        self.steps = self.planned()
        self.at = begins_at(self.steps, self.answers.told)

    @property
    def sitting(self) -> Sitting:
        if self._writer.sitting is None:
            raise LookupError("no letter is open")
        return self._writer.sitting

    @property
    def page(self) -> LetterPage:
        """The letter as it stands on the screen."""
        return self.sitting.snapshot()

    @property
    def step(self) -> Step | None:
        return self.steps[self.at] if self.at < len(self.steps) else None

    @property
    def count(self) -> str:
        return f"{self.at + 1} af {len(self.steps)}"

    def planned(self) -> tuple[Step, ...]:
        """What the letter would be asked now, from the first to the last."""
        shelf, sitting = self._library, self.sitting
        return interviewing.steps(
            sitting.snapshot(),
            sitting.template,
            shelf.questions,
            shelf.reflections,
            self.answers.told,
        )

    # going

    def go_on(self) -> None:
        """To the next; one that was not answered counts as passed by."""
        if self.step is not None:
            self.answers.pass_by(self.step)
            self.steps = goes_on(self.steps, self.at, self.planned())
            self._stand(self.at + 1)

    def go_back(self) -> bool:
        """To the one before, where there is one."""
        if self.at == 0:
            return False
        self._stand(self.at - 1)
        return True

    def go_again(self) -> None:
        """Through those that were passed by, and nothing else."""
        passed = {one.key for one in self.answers.told.handled if one.way is Way.PASSED}
        self.steps = tuple(one for one in self.planned() if one.key in passed)
        self._stand(0)

    def renew(self) -> bool:
        """The letter was read again; whether the question one stood at may no longer be asked."""
        allowed = {one.key for one in self.planned()}
        step = self.step
        gone = step is not None and step.ask.parents and self.page.hides_parents
        self.steps = tuple(
            one for one in self.steps if one.key in allowed or (one is step and not gone)
        )
        if step is not None and not gone:
            self.at = self.steps.index(step)
        self.at = min(self.at, len(self.steps))
        return gone

    def _stand(self, at: int) -> None:
        self.at = at
        self.answers.stand_at(self.step.key if self.step else "")

    # saying

    def section(self, step: Step) -> TemplateSection:
        found = self.sitting.template.section(step.ask.section)
        if found is None:
            raise LookupError(step.ask.section)
        return found

    def name(self, step: Step) -> str:
        return named(self.section(step).screen, self.page.child.record)

    def cites(self, step: Step) -> bool:
        """Whether an observation that is put in is also cited in the answer."""
        return step.ask.target is Target.PROSE and step.ask.section not in CITES_NOT

    def where(self, step: Step) -> tuple[str, bool]:
        """Where the answer stands, or will; and whether it does."""
        if self.answers.honest(step):
            return "Det står i vurderingen, under »Det ved vi ikke«.", True
        name = self.name(step)
        if self.answers.words(step):
            return f"Svaret står i »{name}«.", True
        untouched = "Det, der står der i forvejen, bliver ikke rørt."
        return f"Svaret kommer til at stå i »{name}«. {untouched}", False

    def note(self, step: Step) -> str:
        """What one should know before one answers again."""
        honest = self.answers.honest(step)
        if honest:
            return f"Du har skrevet: {honest}"
        if not self.answers.was_mended(step):
            return ""
        name = self.name(step)
        return f"Du har svaret før, og svaret er rettet i »{name}« siden. Skriver du her, bliver det føjet til."

    def beside(self, step: Step) -> str:
        """What else stands in the section, so that one does not write it twice."""
        return self.answers.rest(step) if step.ask.target is Target.PROSE else ""

    def answered(self) -> list[str]:
        """The sections in which there are answers, by the names they go by."""
        done = self._done()
        here = {one.ask.section for one in self.planned() if one.key in done}
        child = self.page.child.record
        return [named(one.screen, child) for one in self.sitting.sections() if one.id in here]

    def passed(self) -> int:
        done = self._done()
        return sum(one.key not in done for one in self.planned())

    def _done(self) -> set[str]:
        return {one.key for one in self.answers.told.handled if one.way is not Way.PASSED}
