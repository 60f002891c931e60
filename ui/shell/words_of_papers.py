"""The words of stored papers become known by and by, while the carer goes on: a paper's own at once, pictures page by
page. What is not done when the records are locked is done the next time."""

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.base.records import Records

if TYPE_CHECKING:  # made while the records' own modules are still being read in, elsewhere
    from carer_app.jobs.read_papers import Looked, NotLooked
    from carer_app.use_cases.paper_words import PaperToRead, WordsOfPage

QUIET_MS = 2_000
"""So long after a change: whoever files papers files more than one."""
AGAIN_MS = 60_000
"""So long after one could not be read just now: a program that looks for viruses lets go of it."""
_MOST_TRIES = 5


class WordsOfPapers(QObject):
    """One paper at a time, each once while the records are open."""

    def __init__(self, records: Records, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._records = records
        self._is_busy = False
        self._tried: set[int] = set()
        self._just_now: Counter[int] = Counter()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(QUIET_MS)
        self._soon.timeout.connect(self.look)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self.try_again)
        records.changed.connect(self.look_soon)
        records.closed.connect(self._stop)

    def look_soon(self) -> None:
        """Something may have come in."""
        if not self._is_busy:
            self._soon.start()

    def look(self) -> None:
        """Begin with a paper of which words are missing, where there is one."""
        records = self._records
        if self._is_busy or not records.is_open or records.is_read_only or records.forgets:
            return
        from carer_app.use_cases import paper_words

        paper = next((each for each in records.read(paper_words.to_read) if each.id not in self._tried), None)
        if paper is None:
            return
        from carer_app.jobs import read_papers

        self._is_busy = True
        self._tried.add(paper.id)
        records.run(
            partial(read_papers.look, paper, records.papers),
            partial(self._on_looked, paper),
            lambda _sentence: self._next(paper, ()),
        )

    def try_again(self) -> None:
        """Those that could not be read just now have their turn once more."""
        self._tried -= {each for each, times in self._just_now.items() if times < _MOST_TRIES}
        self.look()

    def _on_looked(self, paper: "PaperToRead", looked: "Looked | NotLooked") -> None:
        from carer_app.jobs.photos_that_wait import NotOpened
        from carer_app.jobs.read_papers import NotLooked, can_read

        if isinstance(looked, NotLooked):
            if looked.why == NotOpened.JUST_NOW:
                self._just_now[paper.id] += 1
                self._again.start()
            self._say(paper, looked)
            self._next(paper, ())
            return
        self._keep(paper, looked.words)
        self._say(paper, None)
        self._next(paper, looked.pictures if can_read() else ())

    def _say(self, paper: "PaperToRead", not_looked: "NotLooked | None") -> None:
        """Pages say why it was not opened, instead of that its words are to come; and no longer where it was."""
        known = self._records.not_opened
        was = known.pop(paper.id, None)
        if not_looked is not None:
            known[paper.id] = not_looked
        if was != not_looked:
            self._records.changed.emit()

    def _next(self, paper: "PaperToRead", pictures: tuple[int, ...]) -> None:
        if not pictures:
            self._is_busy = False
            self.look_soon()
            return
        from carer_app.jobs import read_papers

        first, *others = pictures
        self._records.run(
            partial(read_papers.read_page, paper, first, self._records.papers),
            partial(self._on_read, paper, tuple(others)),
            lambda _sentence: self._next(paper, ()),
        )

    def _on_read(self, paper: "PaperToRead", others: tuple[int, ...], words: "WordsOfPage") -> None:
        self._keep(paper, (words,))
        self._next(paper, others)

    def _keep(self, paper: "PaperToRead", words: "tuple[WordsOfPage, ...]") -> None:
        if words:
            from carer_app.use_cases import paper_words

            self._records.change(paper_words.keep_words, paper.id, words, ends_undo=False)

    def _stop(self) -> None:
        self._soon.stop()
        self._again.stop()
        self._is_busy = False
        self._tried.clear()
        self._just_now.clear()
