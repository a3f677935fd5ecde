"""Which editor a section has; one the template adds later is plain prose."""

from __future__ import annotations

from tvaerfaglig.ui.underretninger.edit_facts import ChildEditor, ReceiverEditor
from tvaerfaglig.ui.underretninger.edit_rows import RowsEditor
from tvaerfaglig.ui.underretninger.edit_sender import DoneEditor, SenderEditor
from tvaerfaglig.ui.underretninger.edit_told import ParentsEditor, ToldEditor, WordsEditor
from tvaerfaglig.ui.underretninger.edit_urgency import UrgencyEditor
from tvaerfaglig.ui.underretninger.editor import Editor, ProseEditor, Work

_EDITORS: dict[str, type[Editor]] = {
    "hast_og_overgreb": UrgencyEditor,
    "modtager": ReceiverEditor,
    "barnet": ChildEditor,
    "observationer": RowsEditor,
    "barnets_ord": WordsEditor,
    "indsats": DoneEditor,
    "foraeldre": ParentsEditor,
    "orientering": ToldEditor,
    "afsender": SenderEditor,
}


def editor_for(work: Work) -> Editor:
    return _EDITORS.get(work.section.id, ProseEditor)(work)
