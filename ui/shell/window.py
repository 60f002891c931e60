"""The one window: a side bar and a stack of pages, nothing else."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QCloseEvent, QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from carer_app.computer.preferences import TEXT_SIZES, Preferences
from carer_app.errors import NotFound, RecordsGone
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.place import Place
from ui.base.places_of_side_bar import (
    Actions,
    Children,
    Documents,
    Help,
    Home,
    MayKeepAgain,
    SearchPlace,
    Settings,
)
from ui.base.places_outside import Hidden, LeafletPlace, Working
from ui.base.records import Undo
from ui.look import theme
from ui.parts.for_a_minute import watch_copies
from ui.widgets.accessible import give_role
from ui.widgets.announce import announce, forget_what_was_said
from ui.widgets.button import Button
from ui.widgets.focus_ring import Hands, moved_along, something_new_is_shown
from ui.widgets.laid_out import laid_out
from ui.widgets.scroll_page import bring_into_view
from ui.widgets.tab_order import follow_reading_order

if TYPE_CHECKING:
    from carer_app.use_cases.searching import SearchLine
    from ui.shell.forget_line import ForgetLine
    from ui.shell.side_bar import SideBar
    from ui.widgets.message_bar import MessageBar, Tone

PAGES_KEPT = 8
"""So many pages stay built, so that going back is instant; older ones are let go."""
_ROUNDS = 4
"""So often at most the parts of a page wait for each other until each has its place."""
_NARROW = 300
"""A page that is not wider (100 % pixels) has no room for a message beneath it."""


class Pages(QStackedWidget):
    """All pages that are built, of which one is shown."""


give_role(Pages, QAccessible.Role.NoRole)  # Qt's own for a stack is said aloud each time: "layered pane"


class Window(QMainWindow):
    """Shows places. `lock_wanted` asks the application to lock; `room_comes` says that a closed room is about to be
    entered (or left), `room_changed` that it was; `computer_looks_different` that other colours were chosen for the
    whole computer."""

    lock_wanted = Signal()
    room_comes = Signal(bool)
    room_changed = Signal()
    computer_looks_different = Signal()

    def __init__(self, house: House) -> None:
        super().__init__()
        self.house = house
        self._pages: dict[Place, Page] = {}
        self._behind: list[Place] = []
        self._place: Place | None = None
        self._was_closed = False

        self.setWindowTitle("PEP Companion")
        self.setMinimumSize(QSize(640, 480))
        self.resize(1180, 820)

        self._side_bar: SideBar | None = None
        self._message_bar: MessageBar | None = None
        self._forget_line: ForgetLine | None = None
        self._undo_is_closed = False
        self._is_sure = False
        self._looked_for: tuple[SearchLine, str] | None = None
        self._unmark: Callable[[], None] = _nothing
        self._stack = Pages()
        self._right = QVBoxLayout()
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.setSpacing(0)
        self._right.addWidget(self._stack, 1)
        self._whole = QWidget()
        self._rows = QVBoxLayout(self._whole)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._rows.addLayout(self._row, 1)
        self._row.addLayout(self._right, 1)
        self.setCentralWidget(self._whole)

        self._hands = Hands(self)
        self._hands.pressed.connect(self._on_pressed)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)
        watch_copies(house.records)
        house.records.problem.connect(partial(self._say, tone="problem"))
        house.records.done.connect(self._say)
        house.records.news.connect(partial(self._say, tone="news"))
        house.records.undoable.connect(self._on_undoable)
        house.records.undo_ended.connect(self._on_undo_ended)

    @property
    def place(self) -> Place | None:
        """Where one is; None before the first page."""
        return self._place

    @property
    def page(self) -> Page | None:
        """The page on screen."""
        return self._pages.get(self._place) if self._place else None

    @property
    def side_bar(self) -> "SideBar":
        """Made when the carer first comes in: the unlock page has none."""
        if self._side_bar is None:
            from ui.shell.side_bar import SideBar

            self._side_bar = SideBar()
            self._side_bar.go.connect(self.go)
            self._side_bar.lock.connect(self.lock_wanted)
            self._row.insertWidget(0, self._side_bar)
        return self._side_bar

    @property
    def message_bar(self) -> "MessageBar":
        """Made when there is first something to say."""
        if self._message_bar is None:
            from ui.widgets.message_bar import MessageBar

            self._message_bar = MessageBar()
            self._message_bar.close_button.clicked.connect(self._on_message_closed)
            self._message_bar.left.connect(lambda: self.page.take_keyboard_back() if self.page else None)
            theme.signals.changed.connect(self._place_message_bar)
            self._place_message_bar()
        return self._message_bar

    def _place_message_bar(self) -> None:
        """Beneath the page: what one is aiming at stays where it is. Beneath everything where the page is so narrow
        that its words would leave no room for its buttons."""
        bar = self._message_bar
        if bar is None:
            return
        beside = self._side_bar.width() if self._side_bar is not None and self._side_bar.isVisible() else 0
        narrow = self.width() - beside < theme.px(_NARROW)
        under, other = (self._rows, self._right) if narrow else (self._right, self._rows)
        if under.indexOf(bar) < 0:
            other.removeWidget(bar)
            under.addWidget(bar)

    @property
    def forget_line(self) -> "ForgetLine":
        """Made for a sitting that is in memory only; always at the top while one is on screen."""
        if self._forget_line is None:
            from ui.shell.forget_line import ForgetLine

            self._forget_line = ForgetLine()
            self._forget_line.keep.clicked.connect(lambda: self.go(MayKeepAgain()))
            self._right.insertWidget(0, self._forget_line)
        return self._forget_line

    @property
    def is_inside(self) -> bool:
        """Whether there are records on screen: open, not hidden, and not in a closed room."""
        return self.house.records.is_open and self._place != Hidden() and not self.in_closed_room

    @property
    def is_the_carers(self) -> bool:
        """Whether the carer looks at it alone: inside, and not at a page that a child reads beside them."""
        return self.is_inside and not (self._place is not None and self._place.is_read_with_child)

    @property
    def in_closed_room(self) -> bool:
        """Whether a child has the window: nothing else can be reached, and nothing of the carer's is said."""
        return self._place is not None and self._place.is_closed_room

    def focusNextPrevChild(self, forward: bool) -> bool:
        with moved_along():
            return super().focusNextPrevChild(forward)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._hands.watch(self.windowHandle())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_message_bar()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ThemeChange:
            self.computer_looks_different.emit()
        return super().event(event)

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar above whatever is shown."""
        self._right.insertWidget(0, bar)
        follow_reading_order(self._whole)

    def go(self, place: Place) -> None:
        """Show a place; the one before it is where Back leads. Out of a closed room there is only the lock."""
        if self.in_closed_room or place == self._place:
            return
        behind = [*self._behind, *([self._place] if self._place is not None else [])]
        if self._place is not None and self._place.part_of == place:
            behind = [each for each in behind if place not in (each, each.part_of)]
        try:
            self._show(place)
        except (NotFound, RecordsGone) as error:  # what it is about was removed meanwhile
            self._say(str(error), tone="problem")
            return
        self._behind = [] if place.is_closed_room else behind

    def start_at(self, place: Place) -> None:
        """Show a place with nothing behind it."""
        self._behind.clear()
        self._show(place)

    def back(self) -> None:
        """Where the carer was before, or else Home. What a child reads too leads on to a page about that child."""
        if self.in_closed_room:
            return
        leads_to = self._place.leads_to if self._place is not None else None
        if leads_to is not None:
            while self._behind and self._behind[-1] != leads_to:
                self._behind.pop()
            self._behind = self._behind or [leads_to]
        while self._behind:
            self._show(self._behind.pop(), back=True)
            if self.page is not None and not self.page.is_gone:
                return
            # what that page was about was removed meanwhile
        if self.is_inside:
            self._show(Home())

    def closeEvent(self, event: QCloseEvent) -> None:
        """However it is closed: what is in memory only, and on no sheet yet, is not thrown away without a question."""
        self.save_now()
        if self._is_sure or not self.house.records.would_be_lost:
            event.accept()
            return
        event.ignore()
        from ui.base.dialogs import ask_before_closing

        ask_before_closing(self, self._close_now)

    def _close_now(self) -> None:
        self._is_sure = True
        self.close()

    def let_go_of_unseen_pages(self) -> None:
        """All but the page on screen, the one behind it, and where something is typed that is kept nowhere else: each
        would take its share of the time to look different. They are built again when they are shown next."""
        stay = {self._place, *self._behind[-1:]}
        for place in [place for place in self._pages if place not in stay]:
            if not self._pages[place].holds_typed():
                self._destroy_now(self._pages.pop(place))

    def let_go_of_pages(self) -> None:
        """Save what is typed, then destroy every page. Nothing about a child stays on screen or in memory."""
        if self.page is not None:
            self.page.flush()
        self._let_go_of_keyboard()
        if self._message_bar is not None:
            self._message_bar.close_message()
        for page in self._pages.values():
            self._destroy(page)
        self._pages.clear()
        self._behind.clear()
        self._place = None

    def read_again(self) -> None:
        """It is another day: every page says so when it is seen next. A child in the closed room is left in peace."""
        if self.is_inside:
            for page in list(self._pages.values()):
                page.look_again()

    def save_now(self) -> None:
        """Save what is typed on the page on screen."""
        if self.page is not None:
            self.page.flush()

    def _show(self, place: Place, back: bool = False) -> None:
        if self.page is not None:
            self.page.flush()
            self.page.note_where()
        if place.is_closed_room:
            # The page on screen is in the middle of being left, and goes a moment later.
            for unseen in [each for each in self._pages if each != self._place]:
                self._destroy_now(self._pages.pop(unseen))
            self.let_go_of_pages()
            forget_what_was_said(self)
            self.house.records.forget_undo()
        self._let_message_go()
        if place.is_read_with_child:  # what was said last may be about another child
            forget_what_was_said(self)
            if self._message_bar is not None:
                self._message_bar.close_message()
        if self.page is not None:
            self._draw_once_at_rest(_ROUNDS)
        if place.is_closed_room != self._was_closed:
            self.room_comes.emit(place.is_closed_room)
        with self.house.records.reading_at_one_go():
            page = self._pages.pop(place, None) or self._build(place)
            with page.body.laid_out_once():
                self._bring_on(place, page)
                page.show_now()
        if back:
            page.come_back()
        else:
            page.focus_first()
            self._show_passage(page)
        for oldest in list(self._pages)[:-PAGES_KEPT]:
            if not self._pages[oldest].holds_typed():
                self._destroy(self._pages.pop(oldest))

    def _look_for(self, line: "SearchLine", found: str) -> None:
        """The page that comes next is to show these words. They are kept no longer than that."""
        self._looked_for = (line, found)

    def _show_passage(self, page: Page) -> None:
        self._unmark()
        self._unmark = _nothing
        looked_for, self._looked_for = self._looked_for, None
        if looked_for is not None:
            from ui.shell.passage import Passage, show_passage

            line, found = looked_for
            passage = Passage(line.table, line.id, line.box, line.words, found)
            self._unmark = show_passage(page, passage) or _nothing

    def _bring_on(self, place: Place, page: Page) -> None:
        """This page is on screen from now on, with what is round about it."""
        self._pages[place] = page
        self._place = place
        self._let_go_of_keyboard()
        self._stack.setCurrentWidget(page)
        forgets = self.house.records.forgets
        if self.is_the_carers:
            self.side_bar.show()
            self.side_bar.show_door(place.side_bar)
            self.side_bar.show_lock(hides=forgets)
        elif self._side_bar is not None:
            self._side_bar.hide()
        if forgets and self.is_the_carers:
            self.forget_line.show_at(place)
        elif self._forget_line is not None:
            self._forget_line.hide()
        if self.in_closed_room != self._was_closed:
            self._was_closed = self.in_closed_room
            self.room_changed.emit()
        something_new_is_shown()

    def _draw_once_at_rest(self, rounds: int) -> None:
        """The page that comes is whole the first time it is drawn: until it is laid out, the one before it stays."""
        self._stack.setUpdatesEnabled(not rounds)
        if rounds:
            QTimer.singleShot(0, self, partial(self._draw_once_at_rest, rounds - 1))

    def _let_go_of_keyboard(self) -> None:
        """A page that goes would hand the keyboard to a door of the side bar: a listener would hear of that first."""
        self._stack.setFocus()

    def _build(self, place: Place) -> Page:
        module, name = place.page.split(":")
        self.house.records.until_read_in()
        page: Page = getattr(import_module(module), name)(self.house, place)
        page.comes_in_pieces = True
        page.go.connect(self.go)
        page.back.connect(self.back)
        page.said.connect(self._say)
        page.went_wrong.connect(partial(self._say, tone="problem"))
        page.news.connect(partial(self._say, tone="news"))
        page.leave_room.connect(self.lock_wanted)
        page.passage.connect(self._look_for)
        with page.body.laid_out_once():  # the first page of all is shown by that
            self._stack.addWidget(page)
        return page

    def _destroy(self, page: Page) -> None:
        self._stack.removeWidget(page)
        page.setParent(None)
        page.deleteLater()

    def _destroy_now(self, page: Page) -> None:
        """Not for the page on screen: it may be what asked for this."""
        self._destroy(page)
        QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete.value)

    def _let_message_go(self) -> None:
        """A message belongs to its page. What can be undone is offered until something else is changed."""
        bar, undo = self._message_bar, self.house.records.can_be_undone
        if bar is None or bar.offers_undo():
            return
        if undo is not None and not self._undo_is_closed and self.is_inside:
            self._offer(undo, aloud=False)  # something else was said in its place meanwhile
        else:
            bar.close_message()

    def _say(self, words: str, tone: "Tone" = "done") -> None:
        if not self.in_closed_room:
            self.message_bar.say(words, tone=tone)

    def _mention(self, words: str) -> None:
        """Say what is no change of the records. It does not take the place of an Undo."""
        bar = self._message_bar
        if self.in_closed_room or (bar is not None and bar.offers_undo()):
            announce(self, words)
        else:
            self.message_bar.say(words, tone="news")

    def _on_undoable(self, undo: Undo) -> None:
        self._undo_is_closed = False
        if self.in_closed_room:
            return
        self._offer(undo)
        from ui.parts.rows import Rows

        at = cast(QWidget | None, self.focusWidget())
        # A list lends the keyboard where its next button would take away once more.
        if isinstance(at, Rows) or (isinstance(at, Button) and at.is_removal):
            self.message_bar.undo_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, undo: Undo, aloud: bool = True) -> None:
        """Say what was done, or undone, with the way to take that back."""
        words = " ".join(filter(None, (undo.words, undo.came)))
        if undo.is_taken_back:
            words = self._undone(undo)
        again = undo.is_taken_back
        self.message_bar.say(words, self._do_again if again else self._take_back, aloud=aloud, is_again=again)

    def _on_undo_ended(self) -> None:
        if self.house.records.can_be_undone is not None:
            return  # another takes its place
        if self._message_bar is not None and self._message_bar.offers_undo():
            self._message_bar.close_message()

    def _on_message_closed(self) -> None:
        """The carer has read it: it does not come back with the next page. Ctrl+Z still works."""
        self._undo_is_closed = True

    def _take_back(self) -> None:
        """Undo the newest change. Who asks once more wants more undone: what was undone is not done again."""
        offered = self.house.records.can_be_undone
        is_undone = offered is not None and offered.is_taken_back
        undo = self.house.records.undo() if self.is_the_carers and not is_undone else None
        if undo is not None:
            self._say_undone(undo)
        elif self.is_inside:
            from ui.widgets.message_bar import HOW_AGAIN

            nothing = _("There is nothing to undo.")
            self._mention(f"{nothing} {HOW_AGAIN}" if is_undone else nothing)

    def _do_again(self) -> None:
        """Do once more what was undone, where that is offered."""
        offered = self.house.records.can_be_undone
        is_undone = offered is not None and offered.is_taken_back
        undo = self.house.records.undo() if self.is_the_carers and is_undone else None
        if undo is not None:
            self._say_undone(undo)
        elif self.is_inside:
            self._mention(_("There is nothing to do again."))

    def _say_undone(self, undo: Undo) -> None:
        """Undone, or done again; and what can be done about that."""
        offered = self.house.records.can_be_undone
        if offered is not None:
            self._offer(offered)
        else:
            self.message_bar.say(self._undone(undo))

    def _undone(self, undo: Undo) -> str:
        """What was undone stands in the middle of a sentence."""
        return _("Undone: “{what}”").format(what=undo.words.removesuffix("."))

    def _on_pressed(self) -> None:
        if self.page is not None:
            self.page.body.begun()

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Wherever the keyboard goes can be seen. What the mouse is pressing stays under the mouse."""
        if now is not None and QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            # A moment later: a row that was only now added has no place yet.
            QTimer.singleShot(0, now, partial(bring_into_view, now))

    def add_commands(self) -> None:
        """The keys that work everywhere. Called once the first page is on screen."""
        from PySide6.QtGui import QAction, QKeySequence

        from ui.base.places_of_child import WriteNote

        def command(words: str, keys: list[str], slot: object) -> None:
            action = QAction(words, self)
            action.setShortcuts([QKeySequence(k) for k in keys])
            action.triggered.connect(slot)
            self.addAction(action)

        doors: list[tuple[str, Place]] = [
            (_("Home"), Home()),
            (_("Children"), Children()),
            (_("Actions"), Actions()),
            (_("Documents"), Documents()),
        ]
        for number, (words, door) in enumerate(doors, start=1):
            command(words, [f"Ctrl+{number}"], lambda _c=False, d=door: self._go_inside(d))
        command(_("Help"), ["F1"], lambda: self._help())
        command(_("Settings"), ["Ctrl+,"], lambda: self._go_inside(Settings()))
        command(_("Find"), ["Ctrl+F"], lambda: self._find())
        command(_("Search"), ["Ctrl+Shift+F"], lambda: self._go_inside(SearchPlace()))
        command(_("Write a note"), ["Ctrl+N"], lambda: self._go_inside(WriteNote()))
        command(_("Back"), ["Alt+Left"], lambda: self.back())
        command(_("Undo"), ["Ctrl+Z"], lambda: self._take_back())
        command(_("Do it again"), ["Ctrl+Y", "Ctrl+Shift+Z"], lambda: self._do_again())
        command(_("Lock"), ["Ctrl+L"], self.lock_wanted)
        command(_("Saved?"), ["Ctrl+S"], lambda: self._say_saved())
        command(_("Bigger text"), ["Ctrl++", "Ctrl+="], lambda: self._text_size(bigger=True))
        command(_("Smaller text"), ["Ctrl+-"], lambda: self._text_size(bigger=False))
        command(_("Usual text size"), ["Ctrl+0"], lambda: self._usual_text_size())
        command(_("Close PEP Companion"), ["Ctrl+Q"], lambda: self.close())
        command(_("Next area"), ["F6"], lambda: self._next_area())

    def _help(self) -> None:
        """Help; while nothing about a child may be seen, the page that cannot wait."""
        if self.is_the_carers:
            self.go(Help())
        elif not self.is_inside and self._place not in (Hidden(), Working()):
            self.go(LeafletPlace("something_worrying"))

    def _go_inside(self, place: Place) -> None:
        if self.is_the_carers:
            self.go(place)

    def _find(self) -> None:
        """On a paper in the paper; asked for once more, and everywhere else, in everything kept here."""
        if self.is_the_carers and not (self.page is not None and self.page.find_here()):
            self.go(SearchPlace())

    def _say_saved(self) -> None:
        if self.is_inside:
            self.save_now()
            if self.house.records.forgets:
                words = _("Nothing is kept: this is print and forget. Print what you need before you close.")
                self._say(words, tone="news")
            else:
                self._say(_("Already saved. PEP Companion saves as you type."))

    def _text_size(self, bigger: bool) -> None:
        now = self.house.preferences()
        if not self.in_closed_room:
            self._prefer_size(now.bigger() if bigger else now.smaller())
            return
        # the room has a size of its own, and the carer keeps theirs
        there = replace(now, text_size=now.in_the_room(theme.CHILD_SCALE))
        self.house.prefer(
            replace(now, room_text_size=(there.bigger() if bigger else there.smaller()).text_size)
        )

    def _usual_text_size(self) -> None:
        now, usual = self.house.preferences(), TEXT_SIZES[0]
        if self.in_closed_room:
            self.house.prefer(replace(now, room_text_size=usual))
        else:
            self._prefer_size(replace(now, text_size=usual))

    def _prefer_size(self, wanted: Preferences) -> None:
        """Take this text size, and say how big it is now: who listens sees nothing grow."""
        self.house.prefer(wanted)
        size = self.house.preferences().text_size
        words = _("Text size: {percent} per cent.").format(percent=size)
        if size in (TEXT_SIZES[0], TEXT_SIZES[-1]):
            usual = size == TEXT_SIZES[0]
            words += " " + (_("That is the usual size.") if usual else _("It does not get bigger."))
        self._mention(words)

    def _next_area(self) -> None:
        """From the page to the side bar, to each bar beside the page, and to the page again."""
        from ui.shell.areas import first_control, next_area

        side_bar, page = self._side_bar, self.page
        if page is None:
            return
        bars = [
            each
            for layout in (self._right, self._rows)
            for each in laid_out(layout)
            if each is not self._stack and layout.indexOf(each) >= 0
        ]
        right = [*bars, self._stack]
        areas = [side_bar, *right] if side_bar is not None else right
        area = next_area([each for each in areas if each.isVisible()])
        if area is not None and area is side_bar:
            side_bar.focus_current(Qt.FocusReason.TabFocusReason)
        else:
            box = first_control(area) if area is not None and area is not self._stack else page.first_field()
            (box or page).setFocus(Qt.FocusReason.TabFocusReason)


def _nothing() -> None:
    """Nothing is marked."""
