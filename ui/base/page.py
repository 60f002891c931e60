"""Page: one place on screen, which reads again when something changed."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from carer_app.errors import NotFound, RecordsGone
from carer_app.words import _
from ui.base.house import House
from ui.base.place import Place
from ui.base.places_of_side_bar import Children, RecentlyRemoved
from ui.widgets.accessible import give_role
from ui.widgets.announce import HEARS_NO_ANNOUNCEMENT
from ui.widgets.button import BackLink
from ui.widgets.laid_out import laid_out
from ui.widgets.rail import Rail
from ui.widgets.rail_keeper import COLUMN
from ui.widgets.scroll_page import PageBody
from ui.widgets.tab_order import (
    everything_in_order,
    follow_reading_order,
    in_reading_order,
    is_meant_to_be_seen,
)
from ui.widgets.text import Heading, PlainLabel

# The unlock page has no boxes like these: it is on screen sooner without them.
if TYPE_CHECKING:
    from carer_app.use_cases.drafts import DraftKey
    from ui.parts.explained import Explained
    from ui.parts.gone import Gone
    from ui.parts.stored_day import StoredDay
    from ui.widgets.error_summary import ErrorSummary
    from ui.widgets.in_pieces import InPieces


MOST_BEFORE_TYPING = 60
"""So many words at most stand between the heading and a box that has the keyboard at once: more is to be read first."""


class Page(QWidget):
    """One place on screen.

    A page builds its fixed parts in `build()`, fills them in `refresh()`, the only place that reads, and asks to go
    elsewhere with `go`. After a change the page on screen reads again; any other page does so when next shown.
    """

    go = Signal(object)
    back = Signal()
    said = Signal(str)
    """What worked: it is shown in green."""
    went_wrong = Signal(str)
    """What did not work: it is shown in red."""
    news = Signal(str)
    """Neither."""
    passage = Signal(object, str)
    """A line of the records (`SearchLine`) that the next page shows, and what of it is marked there."""
    leave_room = Signal()
    """Out of here, to the lock page."""

    max_width = COLUMN
    """As wide as a column beside a rail: the edges of all pages line up."""
    centred = False
    steady = False
    keeps_still = False
    """Whether what lies under the mouse stays there when the page reads again: for one that grows as one fills it."""
    comes_in_pieces = False
    """Set by the window, which goes on meanwhile: a long page may fill itself a piece at a time, in its order."""
    explains = False
    """Whether words of PEPs that stand on the page are explained at its end."""

    def __init__(self, house: House, place: Place) -> None:
        super().__init__()
        self.house = house
        self.records = house.records
        self.today = house.today
        self.place = place
        self._stale = True
        self._problems: ErrorSummary | None = None
        self._problems_at: tuple[QVBoxLayout, int] | None = None
        self.stored_days: dict[str, StoredDay] = {}
        self._drafts: tuple[int, dict[str, str]] | None = None
        self.explained: Explained | None = None
        self.instead: Gone | None = None
        """Shown in place of the page while what it is about is removed."""

        self.body = PageBody(self.max_width, self.centred, self.steady)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.body)
        self.column = self.body.column
        self._heading: Heading | None = None
        self._left_at: tuple[QWidget | None, int] = (None, 0)
        self._pieces: InPieces | None = None
        self._is_built = False
        try:
            self.build()
            self._is_built = True
        except NotFound:  # it was removed before the page came up: said, and tried again, when the page reads
            pass
        self.records.changed.connect(self._on_changed)

    # What each page writes

    def build(self) -> None:
        """Make the parts that are always there, in reading order."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read, and show what was read. Rows keep their widgets by id; a focused widget is never destroyed."""

    def build_again(self) -> None:
        """Make every part anew: what stands in most sentences of the page was changed elsewhere, such as a name."""
        self.body.drop_rail()
        while self.column.count():
            item = self.column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self.stored_days.clear()
        self.explained = None
        self.build()
        self._is_built = True

    # What each page may use

    def add_heading(self, text: str, intro: str = "") -> Heading:
        """The one heading of the page; the page is called the same for a screen reader."""
        self._heading = Heading(text)
        self._heading.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a page begins there: see `focus_first`
        self.column.addWidget(self._heading)
        if intro:
            self.column.addWidget(PlainLabel(intro))
        self.setAccessibleName(text)
        return self._heading

    def rename(self, text: str) -> None:
        """Give the page another heading, for example when a name was read."""
        assert self._heading is not None
        self._heading.setText(text)
        self.setAccessibleName(text)

    def add_back_link(self, text: str) -> BackLink:
        """The way back, above the heading: to where the carer was, or to the place's `leads_to`."""
        link = BackLink(text)
        link.clicked.connect(self.back)
        self.column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return link

    def add_rail(self, rail: Rail, is_last: bool = False) -> None:
        """What stays in sight beside the page, or above it; it is read here, after what the page has so far.

        `is_last`: at the end of the page, where it stands whole in a narrow window.
        """
        self.body.put_rail(rail, is_last)

    def add_summary(self) -> None:
        """A place at the top for "There is a problem"; see `show_problems`."""
        self._problems_at = (self.column, self.column.count())

    def show_problems(self, problems: Sequence[tuple[str, QWidget]]) -> bool:
        """Show what needs putting right, or clear it. True where there is a problem."""
        if problems:
            self._summary.show_problems(problems)
        elif self._problems is not None:
            self._problems.clear()
        return bool(problems)

    def has_unread_days(self) -> bool:
        """Whether something is typed on the page that is no day, or no time. It is kept, and counts for nothing yet."""
        return any(day.is_unread() for day in self.stored_days.values())

    def show_unread_days(self) -> bool:
        """Show every day and time of the page that is typed and cannot be read. True where there is one."""
        unread = [day for day in self.stored_days.values() if day.is_unread()]
        return self.show_problems([day.show_problem() for day in unread])

    def fill_in_pieces(self, pieces: Iterator[None], is_short: bool = False) -> None:
        """Fill the page with these: first what can be seen, the rest once that is drawn. A page that is filled already
        is filled anew at one go; so is one that `is_short`, as each piece would lay all of it out again."""
        if self._pieces is None and self.comes_in_pieces and self.isVisible() and not is_short:
            from ui.widgets.in_pieces import InPieces

            self._pieces = InPieces(
                self,
                self.body,
                # What changed meanwhile is read again from the beginning.
                may_go_on=lambda: self.records.is_open and not self._stale,
                filled=self._explain_now,
                at_one_go=self.records.reading_at_one_go,
            )
            self._pieces.begin_with_what_is_seen(pieces)
            return
        if self._pieces is not None:
            self._pieces.begin(pieces, at_once=True)
            return
        for _piece in pieces:
            pass

    def fill_whole(self) -> None:
        """Whoever asks for all of the page does not meet it half filled."""
        if self._pieces is not None:
            self._pieces.finish()

    @property
    def is_whole(self) -> bool:
        """False while something is still to come beneath."""
        return self._pieces is None or not self._pieces.is_filling

    @property
    def is_there(self) -> bool:
        """False once the window has let go of the page, for slow work that comes back late."""
        return isValid(self)

    def go_to(self, place: Place) -> Callable[..., None]:
        """A slot that goes there."""
        return lambda *_args: self.go.emit(place)

    def draft_key(self, _field: str) -> "DraftKey":
        """What a field's half-typed words are kept under. A page about several children says whom each is about."""
        return self.place.key

    def keep_draft(self, field: str, text: str) -> None:
        """Keep something half typed, inside the locked records."""
        from carer_app.use_cases import drafts

        self.records.change(drafts.keep, self.draft_key(field), field, text, announce=False)

    def drafts(self) -> dict[str, str]:
        """What is half typed on this page, by field. Each row of a long page asks: it is read once after each save."""
        from carer_app.use_cases import drafts

        saves = self.records.vault.saves
        if self._drafts is None or self._drafts[0] != saves:
            self._drafts = saves, self.records.read(drafts.of_place, self.place.key)
        return self._drafts[1]

    # What the window calls

    def show_now(self) -> None:
        """The page comes on screen: read again if anything changed since it was last seen."""
        if self._stale:
            self._read_again()

    def look_again(self) -> None:
        """Something changed that is not in the records, such as the day."""
        self._on_changed()

    def flush(self) -> None:
        """Save whatever is typed, now."""
        from ui.widgets.date_field import DateField
        from ui.widgets.saved_text import SavedText

        for text in self.findChildren(SavedText):
            text.flush()
        for field in self.findChildren(DateField):
            field.settle()

    def holds_typed(self) -> bool:
        """Whether something is typed in a box of the page. Most is kept as it is typed; a password, for one, is not."""
        from ui.widgets.saved_text import SavedText

        lines = (line.isModified() and bool(line.text()) for line in self.findChildren(QLineEdit))
        return any(lines) or any(text.unsaved() for text in self.findChildren(SavedText))

    def focus_first(self) -> None:
        """Open at the heading, with the keyboard where the carer would begin. Going into the page is told: `_role`."""
        if self.instead is not None and self.is_gone:
            self.instead.heading.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        (self.where_to_begin() or self._heading or self).setFocus(Qt.FocusReason.OtherFocusReason)
        if self._heading is not None:
            self.body.open_at(self._heading)

    def find_here(self) -> bool:
        """Begin to look for words on this page alone. False where it has nothing of its own to look through."""
        return False

    def show_what_is_left_out(self) -> bool:
        """Show what a choice on the page leaves out, for somebody who looks for it. False where that is nothing."""
        return False

    def note_where(self) -> None:
        """Another page comes on screen. Whoever comes back is where they were. A day that is none is said."""
        self._left_at = (self.focusWidget(), self.body.verticalScrollBar().value())
        if self.has_unread_days():
            words = _(
                "A day on the page that you left could not be read. It is kept there, and does not count yet."
            )
            QTimer.singleShot(0, self, partial(self.news.emit, words))

    def come_back(self) -> None:
        """The page is on screen again, by the way back: the keyboard and the page are where they were."""
        box, scrolled = self._left_at
        if self.is_gone or box is None or not isValid(box) or not box.isEnabled() or not self._has(box):
            self.focus_first()
            return
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.body.return_to(scrolled)

    def where_to_begin(self) -> QWidget | None:
        """The first box to write in, where little is to be read before it.

        Never an answer or a button: one that is lit looks chosen, and who types at once would press it.
        """
        box = self.first_field()
        if not isinstance(box, QLineEdit | QPlainTextEdit):
            return None
        words = 0
        for each in everything_in_order(self.body):
            if each is box:
                break
            if isinstance(each, PlainLabel) and each is not self._heading and self._has(each):
                words += len(each.words().split())
        return box if words <= MOST_BEFORE_TYPING else None

    def take_keyboard_back(self) -> None:
        """From a bar that goes away: to where the keyboard was on this page before."""
        at = cast(QWidget | None, self.focusWidget())
        usable = at is not None and self._has(at) and at.isEnabled() and not getattr(at, "is_removal", False)
        (at if at is not None and usable else self._heading or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def first_field(self) -> QWidget | None:
        """Where the keyboard begins: the first control after the way back."""
        first: QWidget | None = None
        for widget in in_reading_order(self):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and self._has(widget) and widget.isEnabled():
                if not isinstance(widget, BackLink):
                    first = widget
                    break
                first = first or widget
        return _the_chosen_one(first) if isinstance(first, QAbstractButton) else first

    @property
    def is_gone(self) -> bool:
        """Whether what it is about was removed."""
        return self.instead is not None and not self.instead.isHidden()

    @property
    def _summary(self) -> "ErrorSummary":
        """Made when there is a first problem, at the place that `add_summary` chose."""
        from ui.widgets.error_summary import ErrorSummary

        if self._problems is None:
            assert self._problems_at is not None
            column, place = self._problems_at
            self._problems = ErrorSummary()
            column.insertWidget(place, self._problems)
            # Made late, but read where it stands: a screen reader goes by the order of the parts, not of the layout.
            self._put_before_what_follows(self._problems, column, place)
            follow_reading_order(self)
        return self._problems

    def _has(self, widget: QWidget) -> bool:
        return self.isAncestorOf(widget) and is_meant_to_be_seen(widget, self)

    @staticmethod
    def _put_before_what_follows(part: QWidget, column: QVBoxLayout, place: int) -> None:
        for follows in laid_out(column):
            if column.indexOf(follows) > place:
                part.stackUnder(follows)
                return

    def _on_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._read_again()

    def _read_again(self) -> None:
        self._stale = False
        if self.keeps_still:
            self.body.hold()
        try:
            with self.records.reading_at_one_go(), self.body.laid_out_once():
                if not self._is_built:
                    self.build_again()
                self.refresh()
        except NotFound:
            self._stale = True
            self._show_gone()
            return
        except RecordsGone:
            self._stale = True
            self.records.gone.emit()
            return
        self._show_there()
        self._explain_soon()
        follow_reading_order(self)
        # Rows that came or went above must not push what has the keyboard out of sight.
        self.body.stay_with_keyboard()

    def _show_gone(self) -> None:
        """What this page is about was removed: one quiet page in its place, the same everywhere."""
        from ui.parts.gone import Gone

        had_keyboard = _has_keyboard(self.body)
        if self.instead is None:
            self.instead = Gone(self)
            self.instead.removed.clicked.connect(self.go_to(RecentlyRemoved()))
            self.instead.children_button.clicked.connect(self.go_to(Children()))
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self.instead)
        self.instead.say(self._put_to_one_side())
        self.body.hide()
        self.instead.show()
        self.setAccessibleName(self.instead.heading.words())
        if had_keyboard:
            self.instead.heading.setFocus(Qt.FocusReason.OtherFocusReason)
        follow_reading_order(self)

    def _put_to_one_side(self) -> str:
        """The name of the child that the page is about, where its notes are put to one side and can come back."""
        from carer_app.use_cases import children

        child_id = getattr(self.place, "child_id", None)
        if child_id is None:
            return ""
        there = self.records.read(children.cleared_children, self.today())
        return next((row.name for row in there if row.id == child_id), "")

    def _show_there(self) -> None:
        """It was put back: the page is as it was."""
        if self.instead is None or self.instead.isHidden():
            return
        had_keyboard = _has_keyboard(self.instead)
        self.instead.hide()
        self.body.show()
        if self._heading is not None:
            self.setAccessibleName(self._heading.words())
            if had_keyboard:
                self._heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _explain_soon(self) -> None:
        """A moment later: what was added only now counts as hidden until it is laid out. Not before all is there."""
        if self.explains and not (self._pieces is not None and self._pieces.is_filling):
            QTimer.singleShot(0, self, self._explain)

    def _explain_now(self) -> None:
        """With the last piece: it is laid out with that, and nothing is drawn before it is."""
        if self.explains:
            self._explain()

    def _explain(self) -> None:
        """Offer the words that stand on the page, at its end."""
        from ui.parts.explained import Explained

        if self.explained is None:
            self.explained = Explained()
            self.column.addWidget(self.explained)
        labels = (label for label in self.findChildren(PlainLabel) if label.isVisibleTo(self))
        texts = [label.words() for label in labels if not self.explained.isAncestorOf(label)]
        self.explained.show_for(texts, self.today())
        follow_reading_order(self)


def _has_keyboard(part: QWidget) -> bool:
    focused = cast(QWidget | None, part.window().focusWidget())
    return focused is not None and part.isAncestorOf(focused)


def _role(page: Page) -> QAccessible.Role:
    """Going into a group that has a name is told by every screen reader, whatever it makes of an announcement.

    Orca reads out every word of a group besides: good for a short page, too much for a long one.
    """
    long = HEARS_NO_ANNOUNCEMENT and not page.centred
    return QAccessible.Role.LayeredPane if long else QAccessible.Role.Grouping


give_role(Page, _role)


def _the_chosen_one(button: QAbstractButton) -> QAbstractButton:
    """Among answers of which one can be chosen, the one that is: focus on another would look like the answer."""
    group = button.parentWidget()
    if not button.autoExclusive() or group is None:
        return button
    return next((each for each in group.findChildren(QAbstractButton) if each.isChecked()), button)
