"""The words of a small form beside something else: kept within a second, and there again after a lock."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from tvaerfaglig.domain.stored import Draft
from tvaerfaglig.services import drafts
from tvaerfaglig.ui.desk import Desk

QUIET_MS = 400
Words = Mapping[str, str]


class KeptWords(QObject):
    """`written` tells what stands in the form (nothing: an empty mapping), `put` puts it in again.

    `open` says under which key; the words under another key stay where they belong.
    """

    def __init__(
        self,
        desk: Desk,
        kind: str,
        written: Callable[[], Words],
        put: Callable[[Words], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._kind = desk, kind
        self._written, self._put = written, put
        self._key = ""
        self._kept: Words = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(QUIET_MS)
        self._pause.timeout.connect(self.keep)

    def open(self, key: str) -> None:
        """Come to the form for this key: what waits there is put in."""
        if key == self._key:
            return
        if self._key:
            self.keep()
            self._put({})
        self._key, self._kept = key, {}
        self._pause.stop()
        self._desk.ask(drafts.one, key).then(partial(self._offer, key), self)

    @Slot()
    def touch(self) -> None:
        """Someone wrote or chose something."""
        if self._key:
            self._pause.start()

    @Slot()
    def keep(self) -> None:
        """Keep it now; an emptied form takes its draft away."""
        self._pause.stop()
        words = dict(self._written())
        if not self._key or words == self._kept:
            return
        self._kept = words
        if words:
            content = json.dumps(words, ensure_ascii=False)
            ask = self._desk.ask(drafts.keep, self._key, self._kind, content)
            ask.then(_nothing, self, failed=self._on_not_kept)
        else:
            self._desk.ask(drafts.drop, self._key).then(_nothing, self)

    def done(self) -> None:
        """It is saved: empty the form and lay the draft away."""
        self._put({})
        self.keep()

    def _offer(self, key: str, draft: Draft | None) -> None:
        if draft is None or key != self._key or self._written():
            return
        self._kept = {name: str(words) for name, words in json.loads(draft.content).items()}
        self._put(self._kept)

    def _on_not_kept(self, error: BaseException) -> None:
        self._kept = {}
        self._desk.explain(error)
        self._pause.start(10 * QUIET_MS)


def _nothing(_answer: object) -> None:
    """The answer changes nothing on the page."""
