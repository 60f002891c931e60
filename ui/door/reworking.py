"""Work on the files of closed records: they are closed, worked on elsewhere, and opened again."""

from collections.abc import Callable

from carer_app.errors import OpenElsewhere, ReadOnlyFolder
from ui.base.place import Place
from ui.base.places_of_side_bar import Home
from ui.base.places_outside import Working
from ui.base.records import Records
from ui.door.opening import Opening


class Reworking:
    """`words` say what is being done, for the page that is shown meanwhile."""

    def __init__(
        self,
        records: Records,
        opening: Opening,
        put_away: Callable[[Place], None],
        begin: Callable[[], None],
    ) -> None:
        """`put_away` locks and shows a place; `begin` shows the first page."""
        self._records = records
        self._opening = opening
        self._put_away = put_away
        self._begin = begin
        self.words = ""
        self.afterwards: Place | None = None
        """Where the records that are open again begin."""

    def rework(
        self,
        words: str,
        work: Callable[[], tuple[str, bytes]],
        afterwards: Place | None = None,
        opened: Callable[[], None] | None = None,
    ) -> None:
        """Close the records, do slow `work` on their files, and open them again.

        `words` are shown meanwhile; `opened` is called once it worked and they are open.
        `work` gives back a sentence, said when they are open again at `afterwards` or at
        home, and the key that opens them. Where it fails, they are as they were and open as before.
        """
        try:
            if self._records.is_open:
                self._records.vault.must_be_writable()
        except (OpenElsewhere, ReadOnlyFolder) as error:
            self._records.problem.emit(str(error))
            return
        key_before = self._records.vault.key if self._records.is_open and not self._records.forgets else None
        self.words = words
        self._put_away(Working())

        def then(done: tuple[str, bytes]) -> None:
            said, key = done
            self.afterwards = afterwards or Home()
            if self._opening.open_with(key, self._say_at_the_door, was_at_work=True):
                if opened is not None:
                    opened()
                self._opening.say_done(said)

        def failed(sentence: str) -> None:
            if key_before is None or not self._opening.open_with(key_before, self._say_at_the_door):
                self._begin()
            self._records.problem.emit(sentence)

        self._records.run(work, then, failed)

    def _say_at_the_door(self, sentence: str) -> None:
        self._begin()
        self._records.problem.emit(sentence)
