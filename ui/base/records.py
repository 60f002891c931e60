"""Records: the one bridge from the screens to what is stored."""

import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from carer_app.errors import CarerAppError, NotAllowed, NotSaved, RecordsGone
from carer_app.words import _
from ui.base.background import Background, is_gone

if TYPE_CHECKING:
    from pathlib import Path

    from carer_app.jobs.read_papers import NotLooked
    from carer_app.storage.child_drafts import ChildDrafts
    from carer_app.storage.sealed_files import SealedFiles
    from carer_app.storage.vault import Session, Vault
    from carer_app.use_cases.what_i_hold import Whereabouts

_log = logging.getLogger(__name__)

P = ParamSpec("P")
T = TypeVar("T")
A_SECOND_MS = 1000


@dataclass(frozen=True)
class Undo:
    """How to take a change back: the opposite use case, and the words shown beside "Undo".

    `came` is what came of it, which is not true any more once it was taken back. `again` is the use case that does it
    once more then, with what it is given; None where nothing does. Where it `is_taken_back`, what is offered is to do
    it again.
    """

    words: str
    change: Callable[..., Any]
    args: tuple[Any, ...]
    again: tuple[Callable[..., Any], tuple[Any, ...]] | None = None
    is_taken_back: bool = False
    came: str = ""


class Records(QObject):
    """Reads and changes what is stored, one transaction each, and says so once.

    `changed` is the one announcement after a change. `undoable` carries the Undo of the newest change that
    has one, and `undo_ended` comes when something else was changed since. `problem` carries the sentence of anything
    that went wrong on the way; only what worked is `done`, and `news` is neither.
    """

    changed = Signal()
    undoable = Signal(object)
    undo_ended = Signal()
    problem = Signal(str)
    gone = Signal()
    """The records are not where they were: whoever watches over that says so, and until when."""
    done = Signal(str)
    news = Signal(str)
    closed = Signal()

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._vault: Vault | None = None
        self._undo: Undo | None = None
        self._said_here: list[str] | None = None
        self._told: list[tuple[Any, ...]] = []
        self.not_opened: dict[int, NotLooked] = {}
        """Papers that could not be opened since these records were unlocked, each with why."""
        self.gone_is_said = False
        """Whether the window says already, on every page, that the records are gone."""
        self._saves_at_first = self._saves_handed_out = 0

    def open(self, vault: "Vault") -> None:
        """From now on these records are read and changed."""
        self._vault = vault
        self._told.clear()
        self._saves_at_first = self._saves_handed_out = vault.saves

    def close(self) -> None:
        """Lock: the vault is closed and let go, and what could be undone is forgotten."""
        self._undo = None
        self._background.forget()
        self.not_opened.clear()
        vault, self._vault = self._vault, None
        if vault is not None:
            vault.close()
            self.closed.emit()

    @property
    def is_open(self) -> bool:
        """Whether there are records: unlocked, or in memory."""
        return self._vault is not None

    @property
    def forgets(self) -> bool:
        """Whether what is open is in memory only: nothing may be saved then, not even on request."""
        return self._vault is not None and self._vault.forgets

    @property
    def is_read_only(self) -> bool:
        """Whether what is open can only be read."""
        return self._vault is not None and self._vault.is_read_only

    @property
    def papers(self) -> "SealedFiles":
        """The sealed files of the open records, for work that runs elsewhere."""
        return self.vault.sealed

    @property
    def child_drafts(self) -> "ChildDrafts":
        """What children have begun and not kept: the way into their own part asks, and nobody else."""
        return self.vault.child_drafts

    @property
    def photos(self) -> dict[str, bytes]:
        """Photos that wait for a child to keep them, by their meeting: in memory only, gone when it is locked."""
        return self.vault.child_drafts.photos

    def whereabouts(self, root: "Path") -> "Whereabouts":
        """Where the open records are, and who can open them. Raises KeyFileDamaged."""
        from carer_app.jobs.whereabouts import whereabouts

        return whereabouts(self.vault, root)

    def can_save(self) -> bool:
        """Whether the open records take a change. Tried without changing any."""
        try:
            self.vault.try_to_save()
        except CarerAppError:
            return False
        return True

    def was_handed_out(self) -> None:
        """A sheet for the meeting was printed or saved: with it, what was written so far outlives a sitting."""
        self._saves_handed_out = self.vault.saves

    @property
    def would_be_lost(self) -> bool:
        """Whether closing now loses something: a sitting in memory, and words in it that are on no sheet yet."""
        if self._vault is None or not self._vault.forgets:
            return False
        if self._vault.child_drafts.holds_any:
            return True
        if self._vault.saves == self._saves_at_first:
            return False
        from carer_app.use_cases import handing_out

        return self._vault.saves != self._saves_handed_out or self.read(handing_out.is_any_left)

    @property
    def vault(self) -> "Vault":
        """The open records themselves, for what lies beneath the rooms. Raises NotSaved while they are locked."""
        if self._vault is None:
            raise NotSaved(_("Your records are locked. Unlock them first. What was saved is safe."))
        return self._vault

    def read(self, question: "Callable[Concatenate[Session, P], T]", *args: P.args, **kwargs: P.kwargs) -> T:
        """Ask something. Reading cannot save."""
        with self.vault.reading() as session:
            return question(session, *args, **kwargs)

    def reading_at_one_go(self) -> AbstractContextManager[None]:
        """Meanwhile what was read once is not read again: for a page that asks many things. A change ends it."""
        return self._vault.reading_at_one_go() if self._vault is not None else nullcontext()

    def change(
        self,
        use_case: Callable[..., T],
        *args: Any,
        then: Callable[[T], None] | None = None,
        undo: Undo | None = None,
        announce: bool = True,
        ends_undo: bool = True,
        **kwargs: Any,
    ) -> bool:
        """Do something in one transaction, then announce it. True where it was saved.

        `announce` is False only for drafts, which no other page shows: a key pressed need not read a page again.
        `ends_undo` is False for what nobody pressed: words saved as they are typed, what the program notes by itself.
        Trouble becomes `problem` with its sentence; nothing is stored then and nothing typed disappears.
        """
        saves = self.vault.saves if self.is_open else 0
        try:
            result = self.vault.run(use_case, *args, **kwargs)
        except CarerAppError as error:
            by_itself = not announce or not ends_undo
            self._say_problem(error, (use_case.__name__, *args[:-1]) if by_itself else None)
            return False
        self._told.clear()
        if undo is not None:
            before, self._undo = self._undo, undo
            if before is not None:
                self.undo_ended.emit()
        elif ends_undo and announce and self.vault.saves != saves:
            self.forget_undo()
        if announce:
            self.changed.emit()
        if undo is not None:
            self.undoable.emit(undo)
        if then is not None:
            then(result)
        return True

    def undo(self) -> Undo | None:
        """Take the newest change back, where it can be, or do it again. What was so, or None where nothing was."""
        undo, self._undo = self._undo, None
        if undo is None or not self.change(undo.change, *undo.args):
            return None
        if undo.again is not None:
            change, args = undo.again
            back = (undo.change, undo.args)
            self._undo = Undo(undo.words, change, args, back, not undo.is_taken_back, undo.came)
        return undo

    @property
    def can_be_undone(self) -> Undo | None:
        """The newest change, as long as nothing else was changed since."""
        return self._undo

    def forget_undo(self) -> None:
        """Nothing done so far can be undone any more."""
        had_one, self._undo = self._undo is not None, None
        if had_one:
            self.undo_ended.emit()

    @contextmanager
    def problems_said_here(self) -> Iterator[list[str]]:
        """Meanwhile the sentences of problems are listed, to be said beside a box. A rule's no is said only there."""
        heard: list[str] = []
        self._said_here = heard
        try:
            yield heard
        finally:
            self._said_here = None

    def _say_problem(self, error: CarerAppError, where: tuple[Any, ...] | None) -> None:
        """`where` for what nobody pressed, such as words saved while they are typed.

        In records that can only be read it is said there once, and not at each word.
        """
        if where is not None and self._said_here is None and self.is_open and self.vault.is_read_only:
            told = (str(error), *where)
            if told in self._told:
                return
            self._told.append(told)
        if self._said_here is not None:
            self._said_here.append(str(error))
        if isinstance(error, RecordsGone):
            self.gone.emit()
            if self.gone_is_said:
                return
        if self._said_here is None or not isinstance(error, NotAllowed):
            self.problem.emit(str(error))

    def run(
        self,
        job: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[str], None] | None = None,
        saying: str = "",
    ) -> None:
        """Slow work on bytes and keys, elsewhere. `failed` gets the sentence; without it `problem` does.

        A page that was let go of meanwhile is told nothing: there is nobody left to look at it.

        `saying` is said where it takes more than a second, unless a page says so itself.
        """
        still_on = [bool(saying)]
        if saying:
            QTimer.singleShot(
                A_SECOND_MS, self, partial(self._say_it_takes_long, saying, still_on, self._vault)
            )

        def on_done(result: T) -> None:
            still_on[0] = False
            if not is_gone(then):
                then(result)

        def on_error(error: Exception) -> None:
            still_on[0] = False
            if not is_gone(failed):
                self._on_error(error, failed)

        self._background.run(job, on_done, on_error)

    def _say_it_takes_long(self, saying: str, still_on: list[bool], vault: "Vault | None") -> None:
        if still_on[0] and self._vault is vault:  # not once the records were locked meanwhile
            self.news.emit(saying)

    def read_in(self, job: Callable[[], None]) -> None:
        """Import what the records need, elsewhere, before any other slow work."""
        self._background.read_in(job, lambda error: self._on_error(error, None))

    def until_read_in(self) -> None:
        """Wait until what is being imported is there."""
        self._background.until_read_in()

    def _on_error(self, error: Exception, failed: Callable[[str], None] | None) -> None:
        if isinstance(error, CarerAppError):
            sentence = str(error)
        else:
            _log.error("A job went wrong", exc_info=error)
            sentence = _("Something did not work. Your saved notes are safe. Try once more.")
        (failed or self.problem.emit)(sentence)
