"""The one speller of a desk: reads the dictionary when somebody first writes, and answers away from the window."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from tvaerfaglig.domain.spelling import Spelled, Vocabulary, is_spelled
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.writing import spelling
from tvaerfaglig.services.writing.spelling import Dictionary, KnownWords
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.writing.switches import SPELLING, switches_of

_GATHER_MS = 120
_AT_A_TIME = 60
_SURELY_DANISH = ("og", "barnet", "pædagogen")
"""What half a dictionary does not know: better no waves than one under every word."""
Key = tuple[str, bool]


class Speller(QObject):
    """`learned` sends words that were found wrong, `changed` says that all verdicts may be others now.

    A verdict is given once for a word and kept; only words that nobody has asked about go to the worker.
    """

    learned = Signal(object)
    changed = Signal()
    _came = Signal(object, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._worker: ThreadPoolExecutor | None = None
        self._known: KnownWords | None = None
        self._folder = spelling.dictionary_folder()
        self._dictionary: Dictionary | None = None
        self._verdicts: dict[Key, bool] = {}
        self._waiting: dict[Key, Spelled] = {}
        self._asked: set[Key] = set()
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(_GATHER_MS)
        self._gather.timeout.connect(self._send)
        self._came.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._switches = switches_of(desk)
        self._switches.turned.connect(self._on_turned)
        desk.changed.connect(self._on_changed)

    @property
    def is_there(self) -> bool:
        """Whether this computer has a Danish dictionary that can be read."""
        return self._folder is not None

    @property
    def is_on(self) -> bool:
        return self.is_there and self._switches.is_on(SPELLING)

    def wake(self) -> None:
        """Somebody is about to write: read what it takes."""
        if self.is_on and self._worker is None:
            self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="spelling")
            self._run(self._read_dictionary, self._on_ready)
            self._ask_known()

    def is_wrong(self, word: Spelled) -> bool:
        """What is known of it now; what nobody knows is looked up, and `learned` tells."""
        key = (word.text, word.dotted)
        right = self._verdicts.get(key)
        if right is None and key not in self._asked:
            self._asked.add(key)
            self._waiting[key] = word
            self._gather.start()
        return right is False

    def suggest(self, word: str, then: Callable[[tuple[str, ...]], None]) -> None:
        """Words that may be meant."""
        self._run(partial(self._suggested, word), then)

    def add(self, word: str) -> None:
        """Into one's own list; the mark goes at once, and the answer can be taken back."""
        self._desk.ask(spelling.add_word, word).then(partial(self._on_added, word), self)

    def take_out(self, word: str) -> None:
        self._desk.ask(spelling.take_word_out, word).then(self._on_kept, self)

    @Slot()
    def close(self) -> None:
        """Nobody writes any more."""
        self._gather.stop()
        if self._worker is not None:
            self._worker.shutdown(wait=True, cancel_futures=True)
        self._folder = self._worker = None

    # on the worker

    def _read_dictionary(self) -> bool:
        assert self._folder is not None
        try:
            self._dictionary = Dictionary(self._folder)
        except (OSError, ValueError, RuntimeError, ImportError):
            return False  # a dictionary that cannot be read is as none at all
        return all(map(self._dictionary.knows, _SURELY_DANISH))

    def _vocabulary(self) -> Vocabulary:
        assert self._dictionary is not None
        known = self._known or KnownWords()
        return Vocabulary(self._dictionary.knows, known.names, frozenset(known.own))

    def _suggested(self, word: str) -> tuple[str, ...]:
        assert self._dictionary is not None
        known = self._known or KnownWords()
        also = (*known.names, *known.own)
        return self._dictionary.suggest(word, also, self._vocabulary().knows)

    def _judged(self, words: tuple[Spelled, ...]) -> dict[Key, bool]:
        knows = self._vocabulary().knows
        return {(one.text, one.dotted): is_spelled(one, knows) for one in words}

    # on the window's thread

    def _run(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        if self._worker is not None:
            future = self._worker.submit(work)
            future.add_done_callback(partial(self._emit, then))

    def _emit(self, then: Callable[..., None], future: Future[object]) -> None:
        """Called on the worker; the desk may be gone by then."""
        with contextlib.suppress(RuntimeError):
            self._came.emit(then, future)

    @Slot(object, object)
    def _deliver(self, then: Callable[..., None], future: Future[object]) -> None:
        if not future.cancelled():
            then(future.result())

    @Slot()
    def _send(self) -> None:
        """A handful at a time: the window has the floor in between."""
        if self._known is None or self._worker is None:
            return
        waiting, self._waiting = list(self._waiting.values()), {}
        for at in range(0, len(waiting), _AT_A_TIME):
            self._run(partial(self._judged, tuple(waiting[at : at + _AT_A_TIME])), self._on_judged)

    def _on_judged(self, found: dict[Key, bool]) -> None:
        self._verdicts |= found
        wrong = frozenset(word for (word, _), right in found.items() if not right)
        if wrong:
            self.learned.emit(wrong)

    def _on_ready(self, read: bool) -> None:
        if read:
            self._gather.start()
        else:
            self.close()
            self.changed.emit()

    def _ask_known(self) -> None:
        self._desk.ask(spelling.known_words).then(self._on_known, self)

    def _on_known(self, known: KnownWords) -> None:
        """Names came or went: what was found wrong may be right now, and the other way round."""
        before, self._known = self._known, known
        if before is None:
            self._gather.start()
        elif before != known:
            self._judge_anew()

    def _judge_anew(self) -> None:
        """What stands marked stays so until the new verdicts are there: nothing blinks."""
        words = tuple(Spelled(0, 0, text, dotted) for text, dotted in self._asked)
        self._run(partial(self._judged, words), self._on_judged_anew)

    def _on_judged_anew(self, found: dict[Key, bool]) -> None:
        self._verdicts |= found
        self.changed.emit()

    def _on_added(self, word: str, saved: Saved) -> None:
        self._on_kept(saved)
        self._desk.say(f"»{word}« står nu på din ordliste.", "ok", partial(self.take_out, word))

    def _on_kept(self, saved: Saved) -> None:
        self._desk.announce(saved.changes, self)
        self._ask_known()

    @Slot(str)
    def _on_turned(self, help_: str) -> None:
        if help_ == SPELLING:
            self.changed.emit()

    @Slot(object, object)
    def _on_changed(self, changes: object, origin: QObject | None) -> None:
        """A child, somebody of the staff or a house has another name perhaps."""
        touch = getattr(changes, "touch", None)
        if self._worker is None or origin is self or touch is None:
            return
        if touch("barn", "medarbejder", "dagtilbud", "ordliste"):
            self._ask_known()


def speller_of(desk: Desk) -> Speller:
    """The desk's one speller, made when it is first asked for."""
    found = desk.findChild(Speller)
    return found if isinstance(found, Speller) else Speller(desk)


def wrong_in(words: Iterable[Spelled], speller: Speller) -> list[Spelled]:
    """Those that are known to be wrong; the others are looked up."""
    return [one for one in words if speller.is_wrong(one)]
