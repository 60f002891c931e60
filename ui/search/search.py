"""Search: one box over everything in the open records."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.jobs.search import FoundLine, FoundOfChild, Search, SearchResult
from carer_app.use_cases import paper_words, searching
from carer_app.use_cases.searching import SearchLine
from carer_app.words import _, plural
from ui.base.page import Page
from ui.look import theme
from ui.parts.rows import Rows
from ui.search.where import place_of
from ui.widgets.announce import announce
from ui.widgets.buttons import RowButton
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.text import Heading, PlainLabel

_STILL_MS = 150
_SAY_MS = 900
_LONG_MS = 1_000
AT_ONCE = 5
"""So many finds of each child are shown first."""


class SearchPage(Page):
    """What is typed is looked for at once; what is found stands by child, and each leads to its place."""

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(_("Search"))
        self.box = Line()
        self.column.addWidget(
            Field(
                _("What are you looking for?"),
                self.box,
                hint=_("A word or two, from anything kept here. The spelling need not be right."),
            )
        )
        self.told = PlainLabel("")
        self.told.hide()
        self.column.addWidget(self.told)
        self.found: Rows[FoundOfChild] = Rows(self._make_child, self.box, gap=24)
        self.column.addWidget(self.found)
        self._lines: list[SearchLine] | None = None
        self._search: Search | None = None
        self._is_filled = False
        self._unread = 0
        self._soon = self._timer(_STILL_MS, self.look)
        self._say_soon = self._timer(_SAY_MS, lambda: announce(self, self.told.words()))
        self._filling_long = self._timer(_LONG_MS, self._say_filling)
        self.box.textEdited.connect(lambda _typed: self._soon.start())
        self.box.returnPressed.connect(self._to_first)
        self.records.closed.connect(self._forget)

    def refresh(self) -> None:
        lines = self.records.read(searching.everything_to_search)
        damaged = self.records.read(paper_words.titles_of, tuple(self.records.not_opened))
        self._unread = self.records.read(paper_words.count_not_known) - len(damaged)
        self._damaged = "".join(map(_damaged, damaged))
        if lines == self._lines:
            self.look()
            return
        self._forget()
        self._lines, self._search = lines, Search()
        self._filling_long.start()
        self.records.run(partial(self._search.fill, lines), partial(self._on_filled, self._search))

    def look(self) -> None:
        """Look for what stands in the box now."""
        self._soon.stop()
        if self._search is None or not self._is_filled:
            return
        result = self._search.find(self.box.text(), AT_ONCE)
        typed = self.box.text().strip()
        said = (
            _said(result, typed, bool(self._lines)),
            _not_looked_through(self._unread if typed else 0),
            self._damaged if typed else "",
        )
        self.told.setText(" ".join(filter(None, said)))
        self.told.setVisible(bool(self.told.words()))
        self.found.show_rows(result.children)
        if typed:
            self._say_soon.start()

    def open(self, found: FoundLine) -> None:
        """Go to where a line stands."""
        self.passage.emit(found.line, found.found)
        self.go.emit(place_of(found.line, found.found))

    def _on_filled(self, search: Search, _nothing: None) -> None:
        if search is self._search:
            self._filling_long.stop()
            self._is_filled = True
            self.look()

    def _say_filling(self) -> None:
        """A household of many years takes a moment; what is typed meanwhile is looked for then."""
        self.told.setText(
            _("Reading everything kept here. What you type is looked for as soon as that is done.")
        )
        self.told.show()
        announce(self, self.told.words())

    def _to_first(self) -> None:
        self.look()
        if self.found.ids():
            self.found.first_box(0).setFocus(Qt.FocusReason.TabFocusReason)

    def _forget(self) -> None:
        # An index that is still being filled elsewhere goes when that ends.
        if self._search is not None and self._is_filled:
            self._search.close()
        self._search, self._lines, self._is_filled = None, None, False

    def _timer(self, milliseconds: int, then: "object") -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer

    def _make_child(self, _child_id: int) -> "_OfChild":
        return _OfChild(self)


class _OfChild(QWidget):
    """What was found about one child, under their name."""

    def __init__(self, page: SearchPage) -> None:
        super().__init__()
        self._page = page
        column = QVBoxLayout(self)
        theme.space(column, gap=8, edges=(0, 0, 0, 0))
        self._name = Heading("", level=2)
        self._lines: Rows[FoundLine] = Rows(lambda _id: _Line(page), page.box, gap=8, at_once=AT_ONCE)
        column.addWidget(self._name)
        column.addWidget(self._lines)

    def show_row(self, _number: int, of_child: FoundOfChild) -> None:
        self._name.setText(_("In {child}’s records").format(child=of_child.child))
        self._lines.setAccessibleName(self._name.words())
        self._lines.show_rows(of_child.lines)

    def first_box(self) -> QWidget:
        return self._lines.first_box(0)


class _Line(RowButton):
    """One find: its words with the found one marked, and what it is and whose below."""

    def __init__(self, page: SearchPage) -> None:
        super().__init__("")
        self._found: FoundLine | None = None
        self._page = page
        self.clicked.connect(self._on_clicked)

    def show_row(self, _number: int, found: FoundLine) -> None:
        self._found = found
        about = _("{what}, in {child}’s records").format(what=found.line.what, child=found.line.child)
        self.show_as(found.shown, about)
        self.mark(found.marks)

    def first_box(self) -> QWidget:
        return self

    def _on_clicked(self) -> None:
        if self._found is not None:
            self._page.open(self._found)


def _said(result: SearchResult, typed: str, is_anything: bool) -> str:
    if not is_anything:
        return _("There is nothing to look through yet.")
    if not typed:
        return ""
    if not result.count:
        return _("Nothing was found for “{typed}”. Try a shorter word.").format(typed=typed)
    words = plural("Found {count}.", "Found {count}.", result.count)
    if result.more:
        words = _("These are the best {count}. Type one more word to find fewer.").format(count=result.count)
    for typed_word, looked_for in result.guessed:
        words += " " + _("Nothing has “{typed}”, so this is what has “{word}”.").format(
            typed=typed_word, word=looked_for
        )
    return words


def _damaged(title: str) -> str:
    return _(
        "“{paper}” could not be opened, so it was not looked through. Open it to see what you can do. "
    ).format(paper=title)


def _not_looked_through(papers: int) -> str:
    """So that nobody takes a paper for searched whose words are not known: of a picture, or of one that just came."""
    if not papers:
        return ""
    return plural(
        "{count} paper has pages whose words are not known here, so they were not looked through.",
        "{count} papers have pages whose words are not known here, so they were not looked through.",
        papers,
    )
