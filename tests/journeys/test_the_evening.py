"""The evening after a meeting, counted: from Home, with keys alone, as somebody does it who knows no short cut.

Six actions, two of which were asked for on the sheet; the next date; what surprised. `-s` prints the numbers.
Counted on the commit before it was one page, when each job had its own: 8 pages, 83 keys and 195 letters.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from carer_app.choices import ConcernKind, Role
from carer_app.use_cases import children, following_up, planning, preparing, recording_the_meeting
from tests.builders import TODAY
from tests.journeys.sitting import Sitting
from tests.journeys.test_ten_minutes import Counting
from ui.base.places import AfterMeeting

pytestmark = pytest.mark.journey

README = Path(__file__).parents[2] / "README.md"
COUNTED = re.compile(
    r"evening after a meeting with six actions counted: (\d+) pages, (\d+) keys that move or choose"
)
ASKED = (
    ("A buddy at playtime", "Mr Fox", date(2026, 3, 20)),
    ("Pay for swimming", "Ms Ali", date(2026, 3, 27)),
)
TYPED = (
    ("Ask about a place at swimming", "Me", "17 march"),
    ("Send the reading list home", "School", "20 march"),
    ("Look for a laptop", "Social worker", ""),
    ("A quiet place at lunch", "School", "27 march"),
)


@pytest.fixture
def sitting(qapp: QApplication, tmp_path: Path) -> Iterator[Sitting]:
    sitting = Sitting(tmp_path, date(2016, 5, 2))
    meeting, change = sitting.meeting, sitting.records.change
    change(planning.set_day, meeting, TODAY)
    for role, name in ((Role.DESIGNATED_TEACHER, "Mr Fox"), (Role.SOCIAL_WORKER, "Ms Ali")):
        change(children.set_person, 1, role, name)
    for what, who, by in ASKED:
        made: list[int] = []
        change(preparing.add_concern, meeting, ConcernKind.CHILDREN, then=made.append)
        for field, words in (("we_ask_for", what), ("ask_of", who)):
            change(preparing.write_concern, made[-1], field, words)
        change(preparing.set_ask_by, made[-1], by)
    yield sitting
    sitting.close()


def test_six_actions_the_next_date_and_what_surprised_take_no_more_keys_and_pages_than_the_readme_says(
    sitting: Sitting,
) -> None:
    keys = Counting(sitting)
    keys.enter("The meeting is over…")
    assert sitting.window.place == AfterMeeting(sitting.meeting)
    keys.space("It was held on Tuesday 10 March 2026")
    for what, _who, _by in ASKED:
        assert keys.name().startswith(f"Agreed: {what}")
        keys.press(Qt.Key.Key_Space)
    for what, who, by in TYPED:
        keys.tab_to("What will happen")
        keys.write(what)
        keys.choose("Who will do it", who)
        keys.tab_to("By when (optional)")
        keys.write(by)
        keys.press(Qt.Key.Key_Return)
    keys.tab_to("When is the next PEP meeting? (optional)")
    keys.write("8 sep 2026")
    keys.tab_to("What surprised you? (optional)")
    keys.write("She spoke first.")

    read = sitting.records.read
    said_there = recording_the_meeting.what_school_said
    kept = lambda: read(said_there, sitting.meeting).values()  # noqa: E731 - it is waited for
    keys.wait(lambda: "She spoke first." in kept(), "what surprised to be saved by itself")
    after = read(recording_the_meeting.after_the_meeting, sitting.meeting)
    assert (after.held_on, after.next_pep_on, after.actions) == (TODAY, date(2026, 9, 8), 6)
    rows = read(following_up.actions_of_meeting, sitting.meeting, TODAY)
    assert [(row.what, row.due_on.day if row.due_on else None) for row in rows] == [
        *((what, by.day) for what, _who, by in ASKED),
        *((what, int(by.split()[0]) if by else None) for what, _who, by in TYPED),
    ]
    print(f"\npages {len(keys.pages)}, keys that move or choose {keys.keys}, letters typed {keys.letters}")
    said = COUNTED.search(" ".join(README.read_text(encoding="utf-8").split()))
    assert said is not None, "the README says how many"
    assert len(keys.pages) <= int(said[1])
    assert keys.keys <= int(said[2])
