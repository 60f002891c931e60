"""Every place in a language that is a third longer: what does not fit, and what is not in that language.

Run in a process of its own, since many words are fixed while modules are read. Prints what is wrong.
"""

import gettext
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from carer_app import words


class Longer(gettext.NullTranslations):
    """British English with each vowel said twice, between marks that nobody writes."""

    def gettext(self, sentence: str) -> str:
        parts = re.split(r"(\{[^}]*\})", sentence)
        parts[::2] = [re.sub(r"[aeiou]", lambda vowel: vowel[0] * 2, part) for part in parts[::2]]
        return f"«{''.join(parts)}»"

    def ngettext(self, one: str, many: str, count: int) -> str:
        return self.gettext(one if count == 1 else many)


words._translation = Longer()

from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget  # noqa: E402
from sqlalchemy import select  # noqa: E402

from carer_app.domain.base import Base  # noqa: E402
from carer_app.typed_dates import MONTHS, WEEKDAYS  # noqa: E402
from resources import path  # noqa: E402
from tests.test_reading_age import written_in_data  # noqa: E402
from tests.ui.audit import clipping, sideways, window_size  # noqa: E402
from tests.ui.audit_survey import see, shown_text  # noqa: E402
from tests.ui.conftest import NoDoor  # noqa: E402
from tests.ui.test_every_place import Room  # noqa: E402
from tests.ui.visit import SMALL  # noqa: E402
from ui.base.places import OUTSIDE  # noqa: E402
from ui.look import theme  # noqa: E402
from ui.shell.app import make_application  # noqa: E402
from ui.widgets.paper_sheet import PaperSheet  # noqa: E402
from ui.widgets.paper_stack import PaperStack  # noqa: E402

DAY = rf"(?:(?:{'|'.join(WEEKDAYS)}) )?\d+ (?:{'|'.join(MONTHS)})(?: \d{{4}})?|\d+\.\d\d[ap]m".casefold()
"""Days and times have a module of their own, which speaks British English. Another language brings another."""


def main(folder: Path) -> None:
    application = make_application(["pep-companion"])
    theme.apply(application, theme.Look("light", 200))
    room = Room("ordinary", folder)
    room.window.resize(*SMALL)
    room.window.show()
    own = re.compile("|".join({DAY, *(each for text in _texts_not_ours(room) for each in _as_shown(text))}))
    for place in [*room.places(), *(each() for each in OUTSIDE)]:
        room.go(place)
        seen = see(room.window)
        for check in (clipping, sideways, window_size):
            for problem in check(seen):
                print(f"{place}: {problem}")
        for widget in seen.widgets:
            for text in _words_of(widget):
                if "«" not in text and not all(own.fullmatch(each) for each in _pieces(text)):
                    print(f"{place}: {type(widget).__name__} says {text!r} in English")
    room.close()


def _words_of(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, (PaperSheet, PaperStack)):
        return  # what stands on paper may be from anybody
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield shown_text(widget)
    if isinstance(widget, (QLineEdit, QPlainTextEdit)):
        yield widget.placeholderText()
    yield widget.accessibleName()
    yield widget.accessibleDescription()


def _pieces(text: str) -> list[str]:
    """Each part of a text as it was typed or shipped, however it is put together: "Speech therapist (SALT)"."""
    parts = re.split(r"\n+|: | \(|[(),]|^\d\. | \d{4}/\d\d|$|(?<=[.!?]) ", text)
    return [part for each in parts if re.search("[A-Za-z]{2}", part := each.strip(" •.?“”").casefold())]


def _as_shown(text: str) -> Iterator[str]:
    """A pattern for each part with anything in place of what stands in curly brackets; none where all of it does."""
    for part in _pieces(text):
        literal = re.split(r"\{[^}]*\}", part)
        if re.search("[A-Za-z]{2}", "".join(literal)):
            yield ".+".join(map(re.escape, literal))


def _texts_of_resources() -> Iterator[str]:
    """What is shipped as data: it is translated file by file."""
    for file in path("").rglob("*.toml"):
        yield from _texts_in(tomllib.loads(file.read_text(encoding="utf-8")))


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for each in value.values() for text in _texts_in(each))
    elif isinstance(value, list):
        yield from (text for each in value for text in _texts_in(each))


def _texts_not_ours(room: Room) -> Iterator[str]:
    """Whatever was typed into the records, and whatever is translated file by file."""
    yield from _texts_of_resources()
    yield from (text for _where, text in written_in_data())  # without their marks for links
    yield NoDoor.words
    with room.vault.reading() as session:
        for table in Base.metadata.sorted_tables:
            for row in session.execute(select(table)):
                for value in (value for value in row if isinstance(value, str)):
                    yield value
                    # A form that is being filled is kept whole, with what was read in it.
                    yield from _texts_in(json.loads(value)) if value.startswith("{") else ()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
