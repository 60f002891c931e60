"""How many words a person reads on a page: what is counted, and what is not.

Counted is what stands on a page as it opens: headings, sentences, labels, buttons, answers to choose from. Not counted:

- the side bar and the line about the last change: they are the same on every page;
- what is folded away;
- what is typed into a box, and whatever in the records is a sentence of its own (three words or more): the carer's and
  the child's own words are as long as they are. A name is part of the sentence it stands in;
- the drawn paper, and the same sheet in rows: it is looked at, and it is the sheet that has a length;
- the rows of a list beyond its third: nobody reads a list of notes, backups or words from end to end, one looks for one
  of them. Lists are `Rows`, the words explained at the end of a page, the list of all of
  them, and the lines of a council's rules.
"""

import re
from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget
from sqlalchemy import select

from carer_app.domain.base import Base
from carer_app.storage.vault import Vault
from tests.ui.audit_survey import shown_text
from ui.council_rules.rule_line import RuleLineRow
from ui.leaflets.words_explained import WordEntry
from ui.paper.check_rows import SectionRow
from ui.paper.live_sheet import LiveSheet
from ui.parts.explained import Explained
from ui.parts.rows import Rows
from ui.widgets.paper_in_parts import PaperInParts
from ui.widgets.paper_sheet import PaperSheet
from ui.widgets.paper_stack import PaperStack

MOST_WORDS = 150
ROWS_READ = 3
"""So many rows of a list are counted."""

SENTENCE = 3
"""Words of the records that are a sentence of their own."""


def too_many_words(page: QWidget, records: set[str]) -> Iterator[str]:
    """A child's pages have a rule of their own: `test_childs_sentences`."""
    count = words_on(page, records)
    if count > MOST_WORDS:
        yield f"{count} words"


def words_on(page: QWidget, records: set[str]) -> int:
    """How many words are read on this page."""
    return sum(count_of(text, records) for text in texts_on(page))


def count_of(text: str, records: set[str]) -> int:
    """The words of a text, without those that are from the records."""
    for own in sorted((each for each in records if each in text), key=len, reverse=True):
        text = text.replace(own, " ")
    return len(re.findall(r"[^\W_][\w’'.-]*", text))


def texts_on(widget: QWidget) -> Iterator[str]:
    """What is read on a page, from the top of the tree."""
    if isinstance(widget, (PaperSheet, PaperStack, PaperInParts, SectionRow)):
        return
    above = widget.parentWidget()
    if isinstance(above, LiveSheet) and widget is above.head:
        return
    if isinstance(widget, QComboBox):
        yield widget.currentText()
        return
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield shown_text(widget)
    for child in _read_in(widget):
        yield from texts_on(child)


def _read_in(widget: QWidget) -> Iterator[QWidget]:
    rows = 0
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isHidden() and not child.isWindow():
            rows += _is_row(child)
            if rows <= ROWS_READ or not _is_row(child):
                yield child


def _is_row(widget: QWidget) -> bool:
    above = widget.parentWidget()
    if isinstance(above, Rows):
        return widget is not above.more
    if isinstance(widget, (WordEntry, RuleLineRow)):
        return True
    return (
        isinstance(widget, QAbstractButton)
        and above is not None
        and isinstance(above.parentWidget(), Explained)
    )


def own_sentences(vault: Vault) -> set[str]:
    """Whatever in the records is a sentence."""
    with vault.reading() as session:
        rows = (row for table in Base.metadata.sorted_tables for row in session.execute(select(table)))
        values = {value for row in rows for value in row if isinstance(value, str)}
    return {value for value in values if len(value.split()) >= SENTENCE}
