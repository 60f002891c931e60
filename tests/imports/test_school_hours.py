"""Hours beside a day off: a whole school day is shut, a morning or an afternoon is not, and "may be" is no promise."""

import pytest

from carer_app.imports.school_hours import is_part_of_a_day, is_unsure
from carer_app.imports.term_dates import read_pasted
from tests.imports.test_term_silence import TABLE


@pytest.mark.parametrize(
    ("words", "is_part"),
    [
        *(("INSET from 1.15pm", True), ("closes at 12.30pm", True), ("School closes 3.30pm", True), ("noon", True)),
        *(("pupils leave at noon", True), ("late start 10.30", True), ("starts 9.30am", True)),
        *(("starts 9.29am", False), ("all day closure", False)),
        *(("starts at 8.50", False), ("half day", True), ("INSET (am)", True), ("INSET (morning only)", True)),
        *(("1pm finish", True), ("finish at 1pm", True), ("collected at lunch time", True), ("arrive 10.30am", True)),
        *(("INSET morning", True), ("early closure", True), ("school opens late", True), ("home time 2.15", True)),
        *(("closed until noon", True), ("break up at 1.30pm", True), ("13:30 finish", True)),
        # from when to when
        *(("Staff training 8.45am - 3.30pm", False), ("8.45-16.00", False), ("9am to 3.30pm", False)),
        *(("closed 9am to 3pm", False), ("9.00-14:00", False), ("INSET 9 to 3", False), ("INSET 8-12 June", False)),
        *(("INSET 9am - 12pm", True), ("INSET 8.30 - 12.30", True), ("INSET 9am to 1pm", True)),
        *(("INSET 8.30am until 12 noon", True), ("INSET, 9am to 12", True), ("9.00-13:00", True)),
        *(("Closed 8.30 - 12.30", True), ("INSET day", False)),
    ],
)  # fmt: skip
def test_hours_tell_whether_pupils_are_in_for_a_part_of_the_day(words: str, is_part: bool) -> None:
    assert is_part_of_a_day(words) == is_part


@pytest.mark.parametrize(
    "line",
    [
        "Friday 27 November: INSET 9am - 12pm",
        "Friday 27 November: staff training, 8.30 - 12.30",
        "INSET: Friday 27 November 9am to 1pm",
        "Friday 27 November: closed 8.45am - 12 noon for staff training",
        "Friday 27 November: INSET, 9.00-13:00",
    ],
)
def test_a_morning_of_training_takes_no_whole_day_away(line: str) -> None:
    reading = read_pasted(TABLE + line)
    assert (reading.inset_days, reading.closed_days) == ([], [])
    assert reading.account[-1].reason == "School is open for a part of that day."


@pytest.mark.parametrize(
    ("words", "unsure"),
    [
        *(("may be closed", True), ("might have to close", True), ("school could shut", True)),
        *(("possible closure", True), ("potential strike", True), ("perhaps closed", True)),
        *(
            ("School may also close", True),
            ("it could be shut", True),
            ("school may need to be closed", True),
        ),
        *(("May Day: school closed", False), ("closed in May", False), ("the school may open", False)),
    ],
)
def test_what_may_be_closed_is_not_called_closed(words: str, unsure: bool) -> None:
    assert is_unsure(words) == unsure
