"""The answers among the letter's own words: read, written, mended and taken out. Knows no widget.

An answer goes the way that every word of the letter goes: into the sitting, kept within the second,
one version when one leaves. What stood there before is never touched.
"""

from __future__ import annotations

from dataclasses import replace

from tvaerfaglig.domain.assessment import Share
from tvaerfaglig.domain.interview import landing
from tvaerfaglig.domain.interview.landing import Block, print_of
from tvaerfaglig.domain.interview.plan import Step
from tvaerfaglig.domain.interview.questions import Target
from tvaerfaglig.domain.interview.told import Handled, Told, Way
from tvaerfaglig.domain.underretning import Action
from tvaerfaglig.services.letters.interviewing import deed_key
from tvaerfaglig.ui.underretninger.interview import deeds
from tvaerfaglig.ui.underretninger.sitting import Sitting
from tvaerfaglig.ui.underretninger.writer import LetterWriter

ASSESSMENT = "vurdering"
_HEAD = {
    Target.OTHERS: "others_involved",
    Target.CHILD_TOLD: "child_informed",
    Target.SIBLINGS: "siblings_considered",
    Target.RELATION: "relation",
    Target.KNOWN_SINCE: "known_since",
}
_ONE_LINE = {Target.SIBLINGS, Target.RELATION, Target.KNOWN_SINCE}


class Answers:
    """One person's answers in one letter."""

    def __init__(self, writer: LetterWriter, told: Told) -> None:
        self._writer = writer
        self.told = told

    def words(self, step: Step) -> str:
        """What stands as the answer; nothing where there is none, or somebody has written in it since."""
        block = self._block(step)
        if block is None:
            return ""
        return landing.without_lead(step.lead, landing.take(self._text(step), block))

    def rest(self, step: Step) -> str:
        """What else stands in the same place."""
        text, block = self._text(step), self._block(step)
        return landing.put(text, block, "")[0] if block else text

    def honest(self, step: Step) -> str:
        """The sentence that says one does not know, while it stands."""
        block = self._honest_block(step)
        return landing.take(self._sitting.text(ASSESSMENT), block) if block else ""

    def was_mended(self, step: Step) -> bool:
        """Answered once, and written in elsewhere since: then it is left alone."""
        handled = self.told.find(step.key)
        if handled is None or handled.way is Way.PASSED:
            return False
        return self._block(step) is None and self._honest_block(step) is None

    def write(self, step: Step, words: str) -> None:
        """Put the answer where it belongs; no words take it out again."""
        if words.strip() == self.words(step).strip():
            return
        self._forget_honest(step)
        said = landing.with_lead(step.lead, words)
        if step.ask.target in _ONE_LINE:
            said = " ".join(said.split())
        written = self._put(step, said)
        if said:
            lines, stands = len(written.split("\n")), print_of(written)
            self._tell(Handled(key=step.key, way=Way.ANSWERED, lines=lines, print=stands))
        else:
            self.told = self.told.without(step.key)
            self._writer.tell(self.told)

    def write_honest(self, step: Step, whom: str) -> None:
        """»Vi ved ikke …« among what we do not know, in place of an answer."""
        self.write(step, "")
        self._forget_honest(step)
        said = landing.honest(step.unknown, whom)
        text = self._sitting.text(ASSESSMENT)
        text, _ = landing.put(text, landing.new_block(text, Share.UNKNOWN), said)
        self._writer.write(ASSESSMENT, text)
        self._tell(Handled(key=step.key, way=Way.UNKNOWN, lines=1, print=print_of(said)))

    def take_back(self, step: Step) -> None:
        """Out again, whether it was an answer or an honest sentence."""
        self.write(step, "")
        self._forget_honest(step)
        self.told = self.told.without(step.key)
        self._writer.tell(self.told)

    def pass_by(self, step: Step) -> None:
        if self.told.find(step.key) is None:
            self._tell(Handled(key=step.key, way=Way.PASSED))

    def stand_at(self, key: str) -> None:
        """Where one goes on the next time."""
        if self.told.at != key:
            self.told = replace(self.told, at=key)
            self._writer.tell(self.told)

    # the places

    @property
    def _sitting(self) -> Sitting:
        if self._writer.sitting is None:
            raise LookupError("no letter is open")
        return self._writer.sitting

    def _tell(self, handled: Handled) -> None:
        self.told = self.told.with_one(handled)
        self._writer.tell(self.told)

    def _handled(self, step: Step, way: Way) -> Handled | None:
        found = self.told.find(step.key)
        return found if found is not None and found.way is way else None

    def _block(self, step: Step) -> Block | None:
        found = self._handled(step, Way.ANSWERED)
        return landing.find(self._text(step), found.lines, found.print) if found else None

    def _honest_block(self, step: Step) -> Block | None:
        found = self._handled(step, Way.UNKNOWN)
        text = self._sitting.text(ASSESSMENT)
        return landing.find(text, found.lines, found.print) if found else None

    def _forget_honest(self, step: Step) -> None:
        block = self._honest_block(step)
        if block is not None:
            text, _ = landing.put(self._sitting.text(ASSESSMENT), block, "")
            self._writer.write(ASSESSMENT, text)
            self.told = self.told.without(step.key)

    def _text(self, step: Step) -> str:
        """What stands in the place where the answer lands, as lines."""
        record, target = self._sitting.record, step.ask.target
        if target is Target.DEED:
            return deeds.as_text(record.actions)
        if target is Target.EFFECT:
            return next((one.effect for one in record.actions if _is(one, step)), "")
        if target in _HEAD:
            return str(getattr(record, _HEAD[target]))
        return self._sitting.text(step.ask.section)

    def _put(self, step: Step, said: str) -> str:
        """Write it there; the answer is the lines as they now stand."""
        text, target = self._text(step), step.ask.target
        share = step.ask.share if step.ask.section == ASSESSMENT else None
        block = self._block(step) or landing.new_block(text, share)
        if target is Target.DEED:
            return self._put_deeds(block, said)
        new, now = landing.put(text, block, said)
        if target is Target.EFFECT:
            actions = tuple(
                replace(one, effect=new) if _is(one, step) else one
                for one in self._sitting.record.actions
            )
            self._writer.choose(actions=actions)
        elif target in _HEAD:
            joined = "; ".join(new.split("\n")) if target in _ONE_LINE else new
            self._writer.choose(**{_HEAD[target]: joined})
        else:
            self._writer.write(step.ask.section, new)
        return landing.take(new, now)

    def _put_deeds(self, block: Block, said: str) -> str:
        before = self._sitting.record.actions
        today = self._sitting.page.today
        after = deeds.with_lines(before, block, said, today)
        self._writer.choose(actions=after)
        many = block.count + len(after) - len(before)
        return deeds.as_text(after[block.first : block.first + many])


def _is(action: Action, step: Step) -> bool:
    return deed_key(action.what) == step.item
