"""One child's page: head, tabs and what is behind them. It asks again when something about her changes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from tvaerfaglig.domain.acts import Erased
from tvaerfaglig.domain.concern import Concern
from tvaerfaglig.domain.course.steps import Taken
from tvaerfaglig.domain.course.way import StepId
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.rounds.records import Joint
from tvaerfaglig.domain.stored import Draft, Stored
from tvaerfaglig.domain.underretning import Stage, Step, Underretning
from tvaerfaglig.services import drafts, emergencies
from tvaerfaglig.services.children import one_child
from tvaerfaglig.services.children import timeline as timelines
from tvaerfaglig.services.children.one_child import ChildPage
from tvaerfaglig.services.children.timeline import Timeline
from tvaerfaglig.services.courses.reading import ChildCourse, course_of
from tvaerfaglig.services.preparing import beginning
from tvaerfaglig.services.session import Session
from tvaerfaglig.ui.children.course_tab import CourseTab
from tvaerfaglig.ui.children.documents_tab import DocumentsTab
from tvaerfaglig.ui.children.forms import FACTS, WORDS, menu
from tvaerfaglig.ui.children.head import TABS, ChildHead
from tvaerfaglig.ui.children.log_tab import LogTab
from tvaerfaglig.ui.children.network_tab import NetworkTab
from tvaerfaglig.ui.children.parents_papers import letter_request, log_request
from tvaerfaglig.ui.children.sharing_tab import SharingTab
from tvaerfaglig.ui.children.steps_bar import StepsBar
from tvaerfaglig.ui.children.timeline.tab import TimelineTab
from tvaerfaglig.ui.children.timeline.when import moment
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer import NEW
from tvaerfaglig.ui.konsultationer.preparing import PREPARE
from tvaerfaglig.ui.statusudtalelser import NewStatus
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.underretninger import NewLetter
from tvaerfaglig.ui.widgets import Fold, Page, boxed, col

_LOW_EM = 40
WITH_STEPS = frozenset({"tidslinje", "forloeb"})
SENT = frozenset({Stage.AFSENDT, Stage.KVITTERET, Stage.ORIENTERET, Stage.LUKKET, Stage.HENLAGT})


@dataclass(frozen=True, slots=True)
class Everything:
    """A child's page in one trip to the vault."""

    page: ChildPage
    line: Timeline
    drafts: tuple[Draft, ...]
    in_need: str


def everything(session: Session, child: str) -> Everything:
    page = one_child.child_page(session, child)
    mine = (one for one in drafts.mine(session) if one.kind in WORDS)
    here = tuple(one for one in mine if json.loads(one.content).get("child") == child)
    return Everything(page, timelines.timeline(session, child), here, _in_need(session, child))


def _in_need(session: Session, child: str) -> str:
    """What to say over a child that one sees for a day only."""
    emergency = emergencies.standing(session, child)
    if emergency is None:
        return ""
    until = emergencies.until_words(emergency, session.today)
    return f"Åbnet i nødadgang til {until}. Lederen har fået besked."


class ChildView(Page):
    """`write` asks the place for a form (kind, record); `viewing` for a file to be shown."""

    write = Signal(str, str)
    resume = Signal(object)
    viewing = Signal(object)
    loaded = Signal()
    refused = Signal()
    back_pressed = Signal()

    def __init__(self, desk: Desk) -> None:
        self.child_head = ChildHead()
        super().__init__(self.child_head, None)
        self.desk = desk
        self.child_id = ""
        self.page: ChildPage | None = None
        self._line: Timeline | None = None
        self._course: ChildCourse | None = None
        self._drafts: tuple[Draft, ...] = ()
        self.steps = StepsBar(desk, self.child_head.zoom)
        self.timeline = TimelineTab(desk)
        self.course = CourseTab(desk)
        self.network = NetworkTab(desk)
        self.sharing = SharingTab(desk)
        self.documents = DocumentsTab(desk)
        self.log = LogTab(desk)
        self._stack = QStackedWidget()
        tabs = (
            self.timeline, self.course, self.network, self.sharing, self.documents, self.log,
        )  # fmt: skip
        for tab in tabs:
            self._stack.addWidget(tab)
        self.set_body(boxed(col(self.steps, (self._stack, 1), gap=0)))
        self._connect()

    def _connect(self) -> None:
        head = self.child_head
        head.back_pressed.connect(self.back_pressed)
        head.observe.connect(self._on_observe)
        head.underret.connect(self.underret)
        head.akut.connect(partial(self.desk.go, "akut"))
        head.tabs.changed.connect(self.show_tab)
        head.zoom.changed.connect(self.timeline.set_zoom)
        self.timeline.zoomed.connect(head.zoom.choose)
        self.timeline.write.connect(self.write)
        self.course.write.connect(self.write)
        self.steps.chosen.connect(self._on_step)
        self.timeline.observe.connect(self._on_observe)
        self.timeline.link_taken.connect(self._on_observation)
        self.network.edit.connect(partial(self.write.emit, FACTS, ""))
        self.sharing.write.connect(self.write)
        self.sharing.viewing.connect(self.viewing)
        self.documents.viewing.connect(self.viewing)
        self.message.pressed.connect(self._on_resume)
        self.desk.changed.connect(self._on_changed)
        look().changed.connect(self._measure)

    def show_child(self, child: str) -> None:
        """Go to a child; the one shown before is forgotten at once."""
        if child != self.child_id:
            self.page = None
            self.child_head.zoom.choose("dage")
            self.timeline.set_zoom("dage")
        self.child_id = child
        self.desk.ask(everything, child).then(
            partial(self._show, child), self, failed=partial(self._refused, child)
        )

    @Slot(str)
    def show_tab(self, key: str) -> None:
        keys = [name for name, _ in TABS]
        if key not in keys or not self.child_head.tabs.isTabVisible(keys.index(key)):
            key = keys[0]
        self.child_head.tabs.choose(key)
        self._stack.setCurrentIndex(keys.index(key))
        self.child_head.zoom.setVisible(key == keys[0])
        self.steps.setVisible(key in WITH_STEPS and self.page is not None)
        if self.page is not None:
            self._show_lazy(self.page)

    def go_to(self, record: str) -> None:
        """Show one entry of the timeline."""
        self.show_tab("tidslinje")
        self.timeline.go_to(record)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    @Slot()
    def _measure(self) -> None:
        self.steps.set_low(low=self.height() < look().theme.em(_LOW_EM))

    def on_fold(self, fold: Fold) -> None:
        self.timeline.set_fold(fold)
        self.network.set_fold(fold)

    def start(self) -> None:
        self.child_head.tabs.setFocus()

    def _show(self, child: str, found: Everything) -> None:
        if child != self.child_id:
            return
        page = found.page
        self.page, self._line, self._drafts = page, found.line, found.drafts
        self._course = course_of(found.line, self.desk.library, hides_parents=page.hides_parents)
        self.steps.show_steps(self._course, may_write=Action.WRITE in page.may)
        self.child_head.show_child(page)
        self._offer_menu(page)
        self.timeline.show_child(page, found.line)
        self.show_tab(self.child_head.tabs.chosen())
        self._offer_draft()
        if found.in_need and not self._drafts:
            self.tell(found.in_need, "watch")
        self.loaded.emit()

    def _show_lazy(self, page: ChildPage) -> None:
        """What stands behind the other tabs is made when someone looks."""
        shown = self._stack.currentWidget()
        if shown is self.course and self._course is not None:
            self.course.show_course(page, self._course)
        if isinstance(shown, NetworkTab | SharingTab | DocumentsTab | LogTab):
            shown.show_child(page)

    def _refused(self, child: str, error: BaseException) -> None:
        """She may not be seen (any longer): say why, and show nothing of her."""
        self.desk.explain(error)
        if child == self.child_id:
            self.child_id, self.page = "", None
            self.refused.emit()

    def _offer_menu(self, page: ChildPage) -> None:
        more = self.child_head.more
        more.empty()
        offered = list(menu(page))
        for kind, words, icon in offered:
            if kind:
                more.add(words, partial(self.write.emit, kind, ""), icon=icon)
            else:
                more.divide()
        if Action.UNDERRET in page.may:
            begin = partial(self.desk.go, "statusudtalelser", NewStatus(page.stored.id))
            more.divide().add("Ny statusudtalelse", begin, icon="statusudtalelse")
            offered.append(("statusudtalelse", "", ""))
        if Action.WRITE in page.may:
            more.divide().add("Forbered en konsultation", self.prepare, icon="konsultation")
            offered.append(("forbered", "", ""))
            ask = partial(self.desk.go, "konsultationer", f"besoeg:spoerg:{page.stored.id}")
            more.add("Spørg ved næste besøg", ask, icon="spoergsmaal")
            join = partial(self.desk.go, "indsatser", f"ny:{page.stored.id}")
            more.add("Begynd en indsats, eller sæt på venteliste", join, icon="indsats")
        offered += self._offer_papers(page)
        more.setVisible(bool(offered))

    @Slot()
    def prepare(self) -> None:
        """The next one that is planned; without one it is planned first."""
        asked = self.desk.ask(beginning.planned_for, self.child_id)
        asked.then(partial(self._prepare, self.child_id), self)

    def _prepare(self, child: str, konsultation: str) -> None:
        if konsultation:
            self.desk.go("konsultationer", f"{PREPARE}:{konsultation}")
        else:
            self.desk.go("konsultationer", f"{NEW}:{child}")

    def _offer_papers(self, page: ChildPage) -> list[tuple[str, str, str]]:
        """What can be given to the parents; nothing while the guard hides them."""
        if page.hides_parents:
            return []
        more, child, library = self.child_head.more, page.stored.id, self.desk.library
        offered: list[tuple[str, str, str]] = []
        if Action.SHARE in page.may:
            letter = letter_request(page, library)
            ask = partial(self.desk.preview_asked.emit, letter)
            more.divide().add("Informationsbrev til forældrene", ask, icon="udskrift")
            offered.append(("brev", "", ""))
        if Action.SEE_LOG in page.may:
            log = partial(self.desk.preview_asked.emit, log_request(page, library))
            more.add("Hvem har set, til forældrene", log, icon="udskrift")
            words = f"Indsigt i {page.child.first_name}"
            more.add(words, partial(self.desk.go, "indsigt", child), icon="vis")
            offered.append(("indsigt", "", ""))
        return offered

    def _offer_draft(self) -> None:
        if not self._drafts:
            self.untell()
            return
        newest = self._drafts[0]
        more = len(self._drafts) - 1
        also = f" Der ligger {more} mere." if more else ""
        words = f"Du var i gang med {WORDS[newest.kind]} {moment(newest.at)}.{also}"
        self.tell(words, link="Skriv videre")

    @Slot()
    def underret(self) -> None:
        """To the letter that is being written, or a new one."""
        letters = self._line.of(Underretning) if self._line else ()
        steps = self._line.of(Step) if self._line else ()
        gone = {one.record.underretning for one in steps if one.record.stage in SENT}
        open_one = next((one.id for one in letters if one.id not in gone), "")
        sent = max(
            (one for one in steps if one.record.stage is Stage.AFSENDT),
            key=lambda one: one.written_at,
            default=None,
        )
        follows = sent.record.underretning if sent else ""
        self.desk.go("underretninger", open_one or NewLetter(self.child_id, follows))

    @Slot(object)
    def _on_step(self, taken: Taken) -> None:
        """To what is there; or begin what is not."""
        if taken.place:
            self.desk.go(taken.place, taken.record)
        elif taken.record:
            self.go_to(taken.record)
        elif self.page is not None and Action.WRITE in self.page.may:
            self._begin(taken.step)

    def _begin(self, step: StepId) -> None:
        if step is StepId.OBSERVATION:
            self._on_observe()
        elif step in {StepId.SPARRING, StepId.FORUM}:
            self.desk.go("konsultationer", f"{NEW}:{self.child_id}")
        elif step is StepId.UNDERRETNING:
            self.underret()
        elif step is StepId.FORAELDRESAMTALE:
            self.write.emit("samtale", "")
        elif step is StepId.OPFOELGNING and self._course and self._course.open_concerns:
            self.write.emit(Concern.KIND, self._course.open_concerns[0].id)
        else:
            self.write.emit(Concern.KIND, "")

    @Slot()
    def _on_observe(self) -> None:
        self.desk.go("observation", self.child_id)

    @Slot(object)
    def _on_observation(self, stored: Stored[Observation | Joint]) -> None:
        if isinstance(stored.record, Joint):
            self.desk.go("trivselsrunder", f"{stored.record.round}/{stored.record.child}")
        else:
            self.desk.go("observation", stored.id)

    @Slot()
    def _on_resume(self) -> None:
        if self._drafts:
            self.resume.emit(self._drafts[0])

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        own = any(one.record == self.child_id for one in changes.touched)
        if own and self.child_id and changes.touch(Erased.KIND, child=self.child_id):
            self.child_id, self.page = "", None  # her card is erased: whoever did it knows
            self.refused.emit()
            return
        if self.child_id and (own or changes.touch(child=self.child_id)):
            self.show_child(self.child_id)
