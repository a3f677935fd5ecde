"""The kit that every page is made of; import from here. Nothing in it knows a service.

The door needs a third of it. The rest is loaded when a page first asks for it by name: Qt's types cost
on first touch, and together they were half as long as the start of an empty window. A module of the
latter kind may not bear the name of something in it: the module would stand where the name is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from tvaerfaglig.ui.widgets.announce import announce, in_sentences
from tvaerfaglig.ui.widgets.button import Button, button
from tvaerfaglig.ui.widgets.card import (
    Column,
    card,
    column,
    guidance,
    hairline,
    panel,
    thought,
    voice,
    well,
)
from tvaerfaglig.ui.widgets.dressing import mark_as
from tvaerfaglig.ui.widgets.empty import empty
from tvaerfaglig.ui.widgets.field import Field, field, line_edit, say_whose
from tvaerfaglig.ui.widgets.fold import Fold, fold_at
from tvaerfaglig.ui.widgets.glyph import avatar, glyph
from tvaerfaglig.ui.widgets.layout import (
    Flow,
    Spread,
    boxed,
    col,
    empty_layout,
    flow,
    frame,
    keep_height,
    row,
    scroller,
    see,
    see_opened,
    spread,
)
from tvaerfaglig.ui.widgets.mark import DUES, SHAPES, SIGNS, due_mark, mark
from tvaerfaglig.ui.widgets.menu import MenuButton, menu_button
from tvaerfaglig.ui.widgets.message import MessageBar, message
from tvaerfaglig.ui.widgets.overlay import Overlay, tab_stops
from tvaerfaglig.ui.widgets.person import PasswordField, Tile
from tvaerfaglig.ui.widgets.sheet import SheetHost
from tvaerfaglig.ui.widgets.stated import Stated, one_of, opener, said_as_one_of
from tvaerfaglig.ui.widgets.words import (
    Words,
    figure,
    muted,
    one,
    prose,
    section,
    small,
    strong,
    text,
    title,
)

if TYPE_CHECKING:
    from tvaerfaglig.ui.widgets.chip_line import ChipLine
    from tvaerfaglig.ui.widgets.chips import Chip, ChipGroup, Pick, chip
    from tvaerfaglig.ui.widgets.choices import Choice, OneOf, Tick, choice, tick
    from tvaerfaglig.ui.widgets.clock_field import ClockField
    from tvaerfaglig.ui.widgets.confirm import Confirm
    from tvaerfaglig.ui.widgets.day_field import DayField
    from tvaerfaglig.ui.widgets.evidence import EVIDENCE_MIME, Evidence, EvidenceCard, EvidenceDrop
    from tvaerfaglig.ui.widgets.outline import Outline, Section
    from tvaerfaglig.ui.widgets.page import (
        Page,
        PageFoot,
        PageHead,
        SavedLabel,
        page_foot,
        page_head,
    )
    from tvaerfaglig.ui.widgets.picking import Picker, matching, picker
    from tvaerfaglig.ui.widgets.progress import ProgressLine
    from tvaerfaglig.ui.widgets.prose_edit import Prose
    from tvaerfaglig.ui.widgets.question import QuestionCard
    from tvaerfaglig.ui.widgets.rows import ListRow, RowList, RowModel, row_list
    from tvaerfaglig.ui.widgets.segments import Segment, Segments, sign_segments
    from tvaerfaglig.ui.widgets.side_panel import SidePanel
    from tvaerfaglig.ui.widgets.tab_row import Tabs, tabs
    from tvaerfaglig.ui.widgets.tables import Table, TableColumn, TableModel, table
    from tvaerfaglig.ui.widgets.timeline_view import FamilyNote, Timeline, TimelineEntry, timeline

_HOMES = {
    "chip_line": "ChipLine",
    "chips": "Chip ChipGroup Pick chip",
    "choices": "Choice OneOf Tick choice tick",
    "clock_field": "ClockField",
    "confirm": "Confirm",
    "day_field": "DayField",
    "evidence": "EVIDENCE_MIME Evidence EvidenceCard EvidenceDrop",
    "outline": "Outline Section",
    "page": "Page PageFoot PageHead SavedLabel page_foot page_head",
    "picking": "Picker matching picker",
    "progress": "ProgressLine",
    "prose_edit": "Prose",
    "question": "QuestionCard",
    "rows": "ListRow RowList RowModel row_list",
    "segments": "Segment Segments sign_segments",
    "side_panel": "SidePanel",
    "tab_row": "Tabs tabs",
    "tables": "Table TableColumn TableModel table",
    "timeline_view": "FamilyNote Timeline TimelineEntry timeline",
}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        for home, names in _HOMES.items():
            if name in names.split():
                module = import_module(f"{__name__}.{home}")
                globals().update({each: getattr(module, each) for each in names.split()})
                return globals()[name]
        raise AttributeError(name)


__all__ = [
    "DUES",
    "EVIDENCE_MIME",
    "SHAPES",
    "SIGNS",
    "Button",
    "Chip",
    "ChipGroup",
    "ChipLine",
    "Choice",
    "ClockField",
    "Column",
    "Confirm",
    "DayField",
    "Evidence",
    "EvidenceCard",
    "EvidenceDrop",
    "FamilyNote",
    "Field",
    "Flow",
    "Fold",
    "ListRow",
    "MenuButton",
    "MessageBar",
    "OneOf",
    "Outline",
    "Overlay",
    "Page",
    "PageFoot",
    "PageHead",
    "PasswordField",
    "Pick",
    "Picker",
    "ProgressLine",
    "Prose",
    "QuestionCard",
    "RowList",
    "RowModel",
    "SavedLabel",
    "Section",
    "Segment",
    "Segments",
    "SheetHost",
    "SidePanel",
    "Spread",
    "Stated",
    "Table",
    "TableColumn",
    "TableModel",
    "Tabs",
    "Tick",
    "Tile",
    "Timeline",
    "TimelineEntry",
    "Words",
    "announce",
    "avatar",
    "boxed",
    "button",
    "card",
    "chip",
    "choice",
    "col",
    "column",
    "due_mark",
    "empty",
    "empty_layout",
    "field",
    "figure",
    "flow",
    "fold_at",
    "frame",
    "glyph",
    "guidance",
    "hairline",
    "in_sentences",
    "keep_height",
    "line_edit",
    "mark",
    "mark_as",
    "matching",
    "menu_button",
    "message",
    "muted",
    "one",
    "one_of",
    "opener",
    "page_foot",
    "page_head",
    "panel",
    "picker",
    "prose",
    "row",
    "row_list",
    "said_as_one_of",
    "say_whose",
    "scroller",
    "section",
    "see",
    "see_opened",
    "sign_segments",
    "small",
    "spread",
    "strong",
    "tab_stops",
    "table",
    "tabs",
    "text",
    "thought",
    "tick",
    "timeline",
    "title",
    "voice",
    "well",
]  # fmt: skip
