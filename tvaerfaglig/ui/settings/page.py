"""The place itself: the sections at the left, the chosen one at the right, and what opens on top of it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.place import Place
from tvaerfaglig.ui.settings.parts import SectionPage
from tvaerfaglig.ui.widgets import (
    Column,
    Fold,
    ListRow,
    boxed,
    choice,
    col,
    column,
    frame,
    row,
    row_list,
    title,
)


@dataclass(frozen=True, slots=True)
class SectionKind:
    """A section: its words in the list, and where its class lies (imported when first opened)."""

    key: str
    name: str
    under: str
    icon: str
    module: str
    made: str
    leads: bool = False

    def make(self, desk: Desk) -> SectionPage:
        page: object = getattr(import_module(f"tvaerfaglig.ui.settings.{self.module}"), self.made)(
            desk
        )
        assert isinstance(page, SectionPage)
        return page


SECTIONS = (
    SectionKind("mig", "Mig", "adgangskode og udseende", "person", "me", "MePage"),
    SectionKind(
        "mennesker",
        "Mennesker",
        "hvem der har en nøgle",
        "boern",
        "people",
        "PeoplePage",
        leads=True,
    ),
    SectionKind(
        "huset", "Huset", "navn, stuer, hvem ser hvad", "overblik", "house", "HousePage", leads=True
    ),
    SectionKind(
        "lister",
        "Lister",
        "hent børn og fremmøde",
        "kalender",
        "lists.page",
        "ListsPage",
        leads=True,
    ),
    SectionKind(
        "numre", "Lokale numre", "dem på Akut", "akut", "numbers", "NumbersPage", leads=True
    ),
    SectionKind(
        "skabeloner",
        "Skabeloner",
        "det, kommunen vil have",
        "underretning",
        "templates.page",
        "TemplatesPage",
        leads=True,
    ),
    SectionKind(
        "opfoelgning",
        "At følge op",
        "stilhed og skala",
        "ur",
        "follow_up",
        "FollowUpPage",
        leads=True,
    ),
    SectionKind(
        "moedeformer",
        "Mødeformer",
        "hvilke møder I holder",
        "konsultation",
        "meetings.page",
        "MeetingsPage",
        leads=True,
    ),
    SectionKind(
        "indsatsformer",
        "Indsatsformer",
        "hvad I kan begynde",
        "indsats",
        "efforts.page",
        "EffortKindsPage",
        leads=True,
    ),
    SectionKind(
        "kopier",
        "Sikkerhedskopier",
        "hver dag, og et andet sted",
        "kvittering",
        "copies",
        "CopiesPage",
        leads=True,
    ),
    SectionKind("boks", "Lås og boks", "kontrol, arket", "laas", "vault", "VaultPage", leads=True),
    SectionKind(
        "sletning",
        "Sletning",
        "frister, bero og bevis",
        "ur",
        "erasing.page",
        "ErasingPage",
        leads=True,
    ),
    SectionKind(
        "regler", "Om reglerne", "loven, og hvor den står", "samtykke", "rules", "RulesPage"
    ),
    SectionKind("nyheder", "Nyheder", "det, der er kommet til", "info", "about", "NewsPage"),
    SectionKind("om", "Om programmet", "version og licens", "tvaerfaglig", "about", "AboutPage"),
)
START = SectionKind("start", "Kom godt i gang", "arket, kopier, de andre", "flueben", "founded", "")


class SettingsPlace(Place):
    """`open` takes a section's key, None, or the recovery code of a vault just founded."""

    help_words = "Vælg en del til venstre. Det, du ændrer, bliver gemt, når du går videre."

    def __init__(self, desk: Desk) -> None:
        leads = desk.me.role.leads
        self.kinds = {one.key: one for one in SECTIONS if leads or not one.leads}
        self.list = row_list(name="Indstillinger")
        self.box = choice((), name="Indstillinger")
        self._list_kinds()
        self.stack = QStackedWidget()
        self._pages: dict[str, SectionPage] = {}
        self._deep: SectionPage | None = None
        self._shown = ""
        self._code = ""
        self._comes_back = False
        super().__init__(desk, body=self._body())
        self.list.moved.connect(self.choose)
        self.box.chosen_changed.connect(self.choose)
        desk.preview_asked.connect(self._on_preview_asked)

    def _body(self) -> QWidget:
        self._column: Column = column(
            boxed(col(title("Indstillinger"), margins=(14, 4, 8, 8))), (self.list, 1), em=18
        )
        self._bar = frame("head", col(self.box, margins=(24, 10, 24, 2)))
        self._bar.hide()
        right = boxed(col(self._bar, (self.stack, 1), gap=0))
        return boxed(row(self._column, (right, 1), gap=0))

    def open(self, argument: object = None) -> None:
        if self._comes_back:
            self._comes_back = False
            self._reload()
        elif isinstance(argument, str) and argument and argument not in self.kinds:
            self._welcome(argument)
        elif isinstance(argument, str) and argument:
            self.choose(argument)
        elif self._deep is not None:
            self._reload()
        else:
            self.choose(self._shown or next(iter(self.kinds)))

    def _reload(self) -> None:
        page = self.section()
        if page is not None:
            page.load()

    @Slot()
    def _on_preview_asked(self) -> None:
        """From a paper that was asked for here one comes back to where one stood."""
        self._comes_back = self.isVisible()

    def leave(self) -> None:
        for page in [*self._pages.values(), self._deep]:
            if page is not None:
                page.leave()

    def save_now(self) -> None:
        self.leave()

    def start(self) -> None:
        page = self.section()
        if page is not None:
            page.start()

    def on_fold(self, fold: Fold) -> None:
        self._column.setVisible(fold < Fold.LIST)
        self._bar.setVisible(fold >= Fold.LIST)
        for page in [*self._pages.values(), self._deep]:
            if page is not None:
                page.set_fold(fold)

    def section(self) -> SectionPage | None:
        """The page at the right, whichever stands on top."""
        page = self.stack.currentWidget()
        return page if isinstance(page, SectionPage) else None

    @Slot(str)
    def choose(self, key: str) -> None:
        """Go to a section; what was written in the one before is kept."""
        if key not in self.kinds:
            return
        before = self.section()
        if before is not None:
            before.leave()
        self._shown = key
        self.list.choose(key)
        self.box.choose(key)
        self._away()
        page = self._page(key)
        self.stack.setCurrentWidget(page)
        page.load()

    def _page(self, key: str) -> SectionPage:
        if key not in self._pages:
            self._pages[key] = self._added(self.kinds[key].make(self.desk))
        return self._pages[key]

    def _added(self, page: SectionPage) -> SectionPage:
        page.deeper.connect(self._on_deeper)
        page.set_fold(self.fold)
        self.stack.addWidget(page)
        return page

    @Slot(object)
    def _on_deeper(self, page: object) -> None:
        assert isinstance(page, SectionPage)
        self._away()
        self._deep = self._added(page)
        page.done.connect(self._on_done)
        self.stack.setCurrentWidget(page)
        page.load()
        page.start()

    @Slot()
    def _on_done(self) -> None:
        if self._deep is not None:
            self._deep.leave()
        self._away()
        page = self._page(self._shown or next(iter(self.kinds)))
        self.stack.setCurrentWidget(page)
        page.load()
        page.start()

    def _away(self) -> None:
        if self._deep is not None:
            self.stack.removeWidget(self._deep)
            self._deep.deleteLater()
            self._deep = None

    def _welcome(self, code: str) -> None:
        """The first run's last steps stand first in the list until they are laid away."""
        from tvaerfaglig.ui.settings.founded import FoundedPage

        if code != self._code:
            self._code = code
            page = FoundedPage(self.desk, code)
            page.chosen.connect(self.choose)
            page.finished.connect(self._on_finished)
            self._pages[START.key] = self._added(page)
            self.kinds = {START.key: START, **self.kinds}
            self._list_kinds()
        self.choose(START.key)

    @Slot()
    def _on_finished(self) -> None:
        """The first steps are done: their page goes, and the code with it."""
        page = self._pages.pop(START.key, None)
        self.kinds.pop(START.key, None)
        self._list_kinds()
        if page is not None:
            self.stack.removeWidget(page)
            page.deleteLater()
        self._shown = ""
        self.desk.go("overblik")

    def _list_kinds(self) -> None:
        kinds = self.kinds.values()
        self.list.set_rows(
            [ListRow(key=k.key, title=k.name, under=k.under, icon=k.icon) for k in kinds]
        )
        self.box.offer((k.key, k.name) for k in kinds)
