"""The form of a school’s dates: filled, changed, checked and used. What is saved is what it shows."""

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carer_app.choices import InsetDays, WhatDay
from carer_app.domain.school import School
from carer_app.errors import NotADate
from carer_app.jobs.read_term_dates import read_text
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    changing_dates,
    dates_drafts,
    drafts,
    filling_dates,
    school_dates,
)
from carer_app.use_cases.checked_form import check, hinders, said_of_line, years_to_use
from carer_app.use_cases.checking_dates import ReadAnswer, ReadDates, ReadDay, ReadProblem, ReadQuestion
from carer_app.use_cases.dates_form import DatesForm, ReaderSaid, day_in, name_words, read_box
from carer_app.use_cases.drafts import DraftKey
from tests import builders
from tests.builders import TODAY
from tests.ui.children_pages import school_of

PASTED = Path(__file__).parents[1] / "imports" / "pasted"
PLACE = DraftKey("check_dates")
DAYS = [date(2025, 8, 25) + timedelta(days=n) for n in range(340)]
TEXTS = [
    "", " ", "24 oct", "24 October 2025", "Friday 24 October", "Thursday 24 October", "31 feb", "3/11", "rubbish",
    "5 January 2024", "12 december 2026", "next friday", "20 July", "2 September 2025", "1.6.26", "10 aug",
]  # fmt: skip


@cache
def read_file(name: str) -> ReadDates:
    return read_text((PASTED / f"{name}.txt").read_text(encoding="utf-8"), TODAY)


def pasted(name: str) -> DatesForm:
    return filling_dates.form_of_read(read_file(name), "the text you pasted", TODAY)


def form_of(text: str) -> DatesForm:
    return filling_dates.form_of_read(read_text(text, TODAY), "the text you pasted", TODAY)


def empty(year: int = 2025) -> DatesForm:
    return changing_dates.add_year(DatesForm("", by_hand=True), year)


def boxes(form: DatesForm) -> dict[tuple[int, str], str]:
    found = {(each.id, box): each.text(box) for _y, each in form.stretches() for box in ("first", "last")}  # type: ignore[arg-type]
    return found | {(each.id, "day"): each.day for _y, each in form.days_off()}


def days_of(form: DatesForm) -> dict[tuple[int, str], date | None]:
    year_of = {each.id: year.year for year, each in form.stretches()}
    year_of |= {each.id: year.year for year, each in form.days_off()}
    return {where: day_in(text, year_of[where[0]]) for where, text in boxes(form).items()}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """One vault for the pages that schools print: what was pasted last is all that is kept there."""
    vault = builders.new_vault(tmp_path_factory.mktemp("desk") / "vault")
    yield vault
    vault.close()


def begun_with(desk: Vault, read: ReadDates) -> dates_drafts.Begun:
    """The dates of a page, begun in place of what was begun before."""
    builders.do(desk, dates_drafts.begin, PLACE, read, "", TODAY)
    begun = builders.read(desk, dates_drafts.begun, PLACE)
    assert isinstance(begun, dates_drafts.Begun)
    return begun


@pytest.fixture
def school(vault: Vault) -> int:
    return school_of(vault, builders.add_child(vault))


def seen(vault: Vault, school: int) -> Any:
    view = builders.read(vault, school_dates.school_dates, school)
    return (
        [(each.first_day, each.last_day) for each in view.periods],
        [(each.day, each.is_inset) for each in view.closings],
        view.notes,
    )


# Filling


def test_a_year_that_was_read_stands_in_its_six_stretches() -> None:
    (year,) = pasted("wrong_weekday").years
    assert [name_words(each.name) for each in year.stretches] == [
        "Autumn, first half", "Autumn, second half", "Spring, first half",
        "Spring, second half", "Summer, first half", "Summer, second half",
    ]  # fmt: skip
    assert (year.stretches[0].first, year.stretches[5].last) == ("1 September 2025", "20 July 2026")
    assert [each.day for each in year.days_off][:2] == ["1 September 2025", "24 October 2025"]


def test_where_nothing_is_known_the_boxes_are_empty_and_in_their_place() -> None:
    read = ReadDates(((date(2025, 9, 2), date(2025, 10, 24)), (date(2026, 1, 6), date(2026, 2, 13))))
    (year,) = filling_dates.form_of_read(read, "", TODAY).years
    assert [bool(each.first) for each in year.stretches] == [True, False, True, False, False, False]


def test_a_seventh_stretch_has_a_place_of_its_own_among_the_six() -> None:
    read = ReadDates(
        tuple(
            (date(2025, 9, 1) + timedelta(weeks=n), date(2025, 9, 12) + timedelta(weeks=n))
            for n in (0, 3, 9, 18, 25, 32, 40)
        )
    )
    (year,) = filling_dates.form_of_read(read, "", TODAY).years
    assert [name_words(each.name) for each in year.stretches][:3] == [
        "Autumn, first half", "Another part of the year", "Autumn, second half",
    ]  # fmt: skip
    assert len(year.stretches) == 7
    assert len(years_to_use(filling_dates.form_of_read(read, "", TODAY))[0].periods) == 7


@pytest.mark.parametrize("file", sorted(PASTED.glob("*.txt")), ids=lambda file: file.stem)
def test_nothing_that_was_read_is_lost_or_changed_on_its_way_through_the_boxes(
    desk: Vault, file: Path
) -> None:
    read = read_file(file.stem)
    form = filling_dates.form_of_read(read, "", TODAY)
    assert dates_drafts.form_from(json.loads(json.dumps(asdict(form), default=date.isoformat))) == form
    told = {day for period in read.periods for day in period} | {*read.inset_days, *read.closed_days}
    assert {day for day in days_of(form).values() if day} == told
    begun = begun_with(desk, read)
    if begun.form is not None:
        shown = {each.line for each in (*begun.form.lines, *begun.stood)}
        assert {*read.not_understood, *(each.line for each in read.account)} - shown == set()


def test_two_school_years_each_have_their_own_stretches() -> None:
    form = pasted("two_years_one_below_the_other")
    assert [(each.year, len(each.stretches)) for each in form.years] == [(2024, 6), (2025, 6)]


def test_a_text_without_any_day_opens_the_boxes_of_this_school_year() -> None:
    form = form_of("Nothing")
    assert [(each.year, each.is_empty) for each in form.years] == [(2025, True)]


# Boxes


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("24 oct", date(2025, 10, 24)),
        ("1 September", date(2025, 9, 1)),
        ("28 August", date(2025, 8, 28)),
        ("20 July", date(2026, 7, 20)),
        ("13/2", date(2026, 2, 13)),
        ("Friday 24 October", date(2025, 10, 24)),
    ],
)
def test_a_day_without_a_year_lies_in_the_school_year_of_its_boxes(text: str, day: date) -> None:
    assert read_box(text, 2025) == day


@pytest.mark.parametrize("text", ["next friday", "tomorrow", "a week on monday", "rubbish", "31 feb", ""])
def test_what_is_no_day_of_its_own_is_asked_about(text: str) -> None:
    with pytest.raises(NotADate):
        read_box(text, 2025)


@pytest.mark.parametrize(
    ("first", "last", "box", "said"),
    [
        ("3 Nov", "24 Oct", "last", "The last day must not be before the first day."),
        ("5 January 2024", "13 Feb 2026", "first", "5 January 2024 is not in the school year 2025/26."),
        ("1 Sep", "20 July", "last", "1 September 2025 to 20 July 2026 is longer than any term."),
        ("31 feb", "27 March", "first", "February 2026 has no 31st day."),
        ("Thursday 24 October", "19 Dec", "first", "24 October 2025 is a Friday, not a Thursday."),
        ("3 Nov", "", "last", "Type the last day before the holiday"),
        ("", "19 Dec", "first", "Type the first day back"),
    ],
)
def test_what_cannot_be_right_is_said_beside_its_box(first: str, last: str, box: str, said: str) -> None:
    form = empty()
    row = form.years[0].stretches[1].id
    form = changing_dates.type_in(changing_dates.type_in(form, row, "first", first), row, "last", last)
    found = hinders(form)
    assert [(each.row_id, each.box) for each in found] == [(row, box)]
    assert found[0].sentence.startswith(said)


def test_stretches_that_overlap_are_said_beside_the_later_one_also_across_years() -> None:
    form = changing_dates.add_year(empty(), 2026)
    (old, new) = form.years
    for row, box, text in (
        (old.stretches[0].id, "first", "1 sep"), (old.stretches[0].id, "last", "24 oct"),
        (old.stretches[1].id, "first", "20 oct"), (old.stretches[1].id, "last", "19 dec"),
    ):  # fmt: skip
        form = changing_dates.type_in(form, row, box, text)  # type: ignore[arg-type]
    assert [(each.row_id, each.box) for each in hinders(form)] == [(old.stretches[1].id, "first")]
    assert new.is_empty


def test_the_same_day_off_twice_is_said_to_be_there() -> None:
    form = changing_dates.add_day(pasted("wrong_weekday"), 2025, is_inset=False)
    row = form.next_id - 1
    form = changing_dates.type_in(form, row, "day", "24 oct")
    assert [(each.row_id, each.sentence) for each in hinders(form)] == [
        (row, "That day is on the list already.")
    ]


def test_nothing_typed_is_nothing_to_use() -> None:
    (beside,) = hinders(empty())
    assert beside.sentence.startswith("Type the first and the last day of a part of the year.")


# Sentences stand beside what they speak of


def test_a_sentence_of_the_reader_stands_beside_its_box_until_that_is_put_right() -> None:
    day = date(2026, 7, 16)
    read = ReadDates(
        ((date(2026, 6, 1), day),), problems=(ReadProblem("16 July 2026 is a Thursday.", (day,)),)
    )
    form = filling_dates.form_of_read(read, "", TODAY)
    row = next(each for _year, each in form.stretches() if each.last)
    assert ("16 July 2026 is a Thursday.", row.id, "last") in [
        (each.sentence, each.row_id, each.box) for each in check(form)[0].look
    ]
    form = changing_dates.type_in(form, row.id, "last", "17 july")
    assert all("16 July" not in each.sentence for each in check(form)[0].look)


def test_a_term_that_is_not_there_is_said_beside_its_empty_boxes() -> None:
    form = filling_dates.form_of_read(ReadDates(((date(2025, 9, 2), date(2025, 10, 24)),)), "", TODAY)
    beside = {each.sentence: each.row_id for each in check(form)[0].look}
    row = next(each.id for _year, each in form.stretches() if each.name == "spring_1")
    assert beside["There are no dates for the spring term of 2025/26."] == row


@pytest.mark.parametrize("file", sorted(PASTED.glob("*.txt")), ids=lambda file: file.stem)
def test_every_sentence_of_the_reader_is_on_the_page(file: Path) -> None:
    read = read_file(file.stem)
    form = filling_dates.form_of_read(read, "", TODAY)
    for year in form.years:  # one that is over is asked about once it is ticked
        form = changing_dates.want_year(form, year.year, True)
    said = {each.sentence for year in check(form) for each in (*year.wrong, *year.look)}
    said |= {each for line in form.lines for each in said_of_line(form, line)}
    left = [each for each in read.problems if each.sentence not in said]
    assert {each.kind for each in left} <= {"unused"}
    assert len(left) <= len(form.lines), "of these the line itself is there"
    handed_back = [(each.line, each.written) for each in read.account if each.fate == "handed_back"]
    assert [(each.line, each.written) for each in form.lines] == handed_back


@pytest.mark.parametrize("file", sorted(PASTED.glob("*.txt")), ids=lambda file: file.stem)
def test_everything_that_asks_for_a_look_can_be_said_to_be_right_and_no_line_begins_wrong(file: Path) -> None:
    form = filling_dates.form_of_read(read_file(file.stem), "", TODAY)
    for line in form.lines:
        if line.typed:
            changing_dates.read_for_line(form, line.typed)  # or raises: nobody has typed it yet
    for _again in range(3):  # what is said in place of another sentence can be said to be right too
        looks = [each for year in check(form) for each in year.look if each.asks]
        form = changing_dates.is_right(form, [each.sentence for each in looks])
    assert [each.sentence for year in check(form) for each in year.look if each.asks] == []


def test_a_half_term_is_put_into_a_whole_term_and_nothing_of_it_is_guessed() -> None:
    form = filling_dates.form_of_read(ReadDates(((date(2025, 9, 2), date(2025, 12, 19)),)), "", TODAY)
    first, second = form.years[0].stretches[:2]
    assert changing_dates.can_split(form, first.id)
    form = changing_dates.split(form, first.id)
    assert [(each.first, each.last) for each in form.years[0].stretches[:2]] == [
        ("2 September 2025", ""),
        ("", "19 December 2025"),
    ]
    assert check(form)[0].counts is None
    assert [(each.row_id, each.box) for each in hinders(form)] == [(first.id, "last"), (second.id, "first")]
    assert not any(changing_dates.can_split(pasted("wrong_weekday"), row) for row in range(1, 13))


# Last year's pattern


def test_last_years_pattern_keeps_its_weekdays_and_counts_only_once_looked_at() -> None:
    (before,) = years_to_use(pasted("wrong_weekday"))
    form = filling_dates.with_pattern(empty(2026), 2026, before.periods)
    (year,) = form.years
    assert (year.stretches[0].first, year.stretches[0].last) == ("31 August 2026", "23 October 2026")
    assert check(form)[0].counts is None
    assert len(hinders(form)) == 6
    form = changing_dates.looked_at(form, year.stretches[0].id)
    counts = check(form)[0].counts
    assert counts is not None
    assert counts.periods == ((date(2026, 8, 31), date(2026, 10, 23)),)
    assert len(hinders(form)) == 5
    typed = changing_dates.type_in(form, year.stretches[1].id, "first", "2 nov")
    assert check(typed)[0].counts == counts, "its last day was not looked at"


# Lines that were handed back


def handed_back(*days: date, written: str = "", line: str = "A line") -> DatesForm:
    read = ReadDates(
        pasted_read().periods, account=(ReadDay(line, written, days, "handed_back", "We do not know."),)
    )
    return filling_dates.form_of_read(read, "", TODAY)


def pasted_read() -> ReadDates:
    return read_file("wrong_weekday")


@pytest.mark.parametrize(
    ("what", "day", "row", "box", "now"),
    [
        (WhatDay.FIRST, date(2025, 11, 4), "autumn_2", "first", "4 November 2025"),
        (WhatDay.FIRST, date(2026, 2, 24), "spring_2", "first", "24 February 2026"),
        (WhatDay.FIRST, date(2026, 4, 20), "summer_1", "first", "20 April 2026"),
        (WhatDay.LAST, date(2025, 10, 17), "autumn_1", "last", "17 October 2025"),
        (WhatDay.LAST, date(2025, 12, 18), "autumn_2", "last", "18 December 2025"),
        (WhatDay.LAST, date(2026, 4, 2), "spring_2", "last", "2 April 2026"),
        (WhatDay.LAST, date(2026, 7, 22), "summer_2", "last", "22 July 2026"),
    ],
)
def test_a_line_that_is_a_first_or_last_day_comes_into_the_box_where_it_belongs(
    what: WhatDay, day: date, row: str, box: str, now: str
) -> None:
    form = handed_back(day)
    said = changing_dates.say_line(form, form.lines[0].id, what)
    changed = {where for where, text in boxes(said).items() if boxes(form)[where] != text}
    stretch = next(each for _year, each in said.stretches() if each.name == row)
    assert (changed, stretch.text(box)) == ({(stretch.id, box)}, now)  # type: ignore[arg-type]


def test_a_line_that_is_a_training_day_is_counted_at_once_and_another_answer_takes_it_back() -> None:
    form = handed_back(date(2025, 11, 4))
    (before,) = years_to_use(form)
    inset = changing_dates.say_line(form, form.lines[0].id, WhatDay.INSET)
    (year,) = years_to_use(inset)
    assert (year.pupil_days, len(year.inset_days)) == (before.pupil_days - 1, len(before.inset_days) + 1)
    closed = changing_dates.say_line(inset, form.lines[0].id, WhatDay.CLOSED)
    (year,) = years_to_use(closed)
    assert (year.inset_days, year.closed_days) == (before.inset_days, (date(2025, 11, 4),))
    nothing = changing_dates.say_line(closed, form.lines[0].id, WhatDay.NOTHING)
    assert years_to_use(nothing) == [before]


def test_a_line_about_several_days_closes_each_weekday_of_them() -> None:
    form = handed_back(date(2025, 11, 6), date(2025, 11, 10), written="6 - 10 November")
    (year,) = years_to_use(changing_dates.say_line(form, form.lines[0].id, WhatDay.CLOSED))
    assert year.closed_days == (date(2025, 11, 6), date(2025, 11, 7), date(2025, 11, 10))
    form = handed_back(date(2025, 11, 6), date(2025, 11, 10), written="6 and 10 November")
    (year,) = years_to_use(changing_dates.say_line(form, form.lines[0].id, WhatDay.CLOSED))
    assert year.closed_days == (date(2025, 11, 6), date(2025, 11, 10))


def test_the_day_of_a_line_that_could_not_be_read_is_typed_beside_it() -> None:
    form = handed_back(line="Staff only")
    line = form.lines[0].id
    form = changing_dates.say_line(form, line, WhatDay.INSET)
    assert years_to_use(form)[0].inset_days == ()
    form = changing_dates.type_in(form, line, "day", "4 nov")
    assert years_to_use(form)[0].inset_days == (date(2025, 11, 4),)
    form = changing_dates.type_in(form, line, "day", "5 nov")
    assert years_to_use(form)[0].inset_days == (date(2025, 11, 5),)
    with pytest.raises(NotADate, match="none of the school years"):
        changing_dates.read_for_line(form, "4 November 2021")


def test_where_nothing_was_read_the_boxes_are_those_of_the_years_that_the_lines_are_about() -> None:
    form = pasted("days_without_words")
    assert [each.year for each in form.years] == [2024]
    form = changing_dates.say_line(form, form.lines[0].id, WhatDay.FIRST)
    assert boxes(form)[(form.years[0].stretches[0].id, "first")] == "4 September 2024"


def test_a_sentence_about_a_line_that_was_handed_back_stands_there_and_nowhere_else() -> None:
    form = handed_back(date(2025, 11, 4))
    said = ReaderSaid("We did not use it.", (date(2025, 11, 4),))
    form = replace(form, said=(said,))
    assert said_of_line(form, form.lines[0]) == ("We did not use it.",)
    assert "We did not use it." not in [each.sentence for each in check(form)[0].look], "asked once"
    form = changing_dates.say_line(form, form.lines[0].id, WhatDay.NOTHING)
    assert "We did not use it." not in [each.sentence for each in check(form)[0].look]


@pytest.mark.parametrize("file", sorted(PASTED.glob("*.txt")), ids=lambda file: file.stem)
def test_nothing_is_asked_twice_of_what_was_read(desk: Vault, file: Path) -> None:
    """Not beside a box and with its line, nor with its line what an answer to the question has settled."""
    begun = begun_with(desk, read_file(file.stem))
    forms = [begun.form]
    if begun.asked is not None:
        forms, question = [], read_file(file.stem).question
        for chosen in range(len(begun.asked.answers)):
            builders.do(desk, dates_drafts.answer, PLACE, chosen)
            form = builders.read(desk, dates_drafts.begun, PLACE).form
            forms += [form] if form is not None else []  # else there is a next question
        used = [{day for period in each.read.periods for day in period} for each in question.answers]
        decided = set.union(*used) - set.intersection(*used)
        for form in forms:
            asked = {day for each in form.lines for day in changing_dates.days_of_line(form, each)}
            assert asked & decided == set()
    for form in forms:
        places = [(each.row_id, each.sentence) for year in check(form) for each in year.look]
        looks = [sentence for _row, sentence in places]
        assert not any("at its line" in each or "with its line" in each for each in looks)
        of_lines = [each for line in form.lines for each in said_of_line(form, line)]
        assert set(looks) & set(of_lines) == set()
        assert len(places) == len(set(places))


@pytest.mark.parametrize("typed", ["1 sep", "31 feb", ""])
def test_a_stretch_that_is_wrong_is_not_said_to_be_missing_too(typed: str) -> None:
    form = pasted("wrong_weekday")
    row = form.years[0].stretches[3].id
    form = changing_dates.type_in(form, row, "last", typed)
    (year,) = check(form)
    assert [each.row_id for each in (*year.wrong, *year.unfinished)] == [row]
    assert not any("no dates for" in each.sentence for each in year.look)
    form = changing_dates.take_out(form, row)
    assert any("no dates for" in each.sentence for each in check(form)[0].look), "now it is missing"


def test_how_many_days_a_year_has_is_said_of_the_year() -> None:
    read = replace(pasted_read(), periods=tuple((a, b - timedelta(days=7)) for a, b in pasted_read().periods))
    (beside,) = (
        each
        for each in check(filling_dates.form_of_read(read, "", TODAY))[0].look
        if "days for pupils" in each.sentence
    )
    assert (beside.row_id, beside.box) == (0, None)


def test_what_was_typed_over_an_answer_stays_when_the_answer_changes() -> None:
    form = handed_back(date(2025, 11, 4))
    line, row = form.lines[0].id, next(each.id for _y, each in form.stretches() if each.name == "autumn_2")
    form = changing_dates.say_line(form, line, WhatDay.FIRST)
    form = changing_dates.type_in(form, row, "first", "5 nov")
    form = changing_dates.say_line(form, line, WhatDay.NOTHING)
    assert boxes(form)[(row, "first")] == "5 nov"


def test_a_day_of_another_school_year_brings_its_boxes_and_takes_them_away_again() -> None:
    form = handed_back(date(2026, 9, 2))
    said = changing_dates.say_line(form, form.lines[0].id, WhatDay.FIRST)
    assert [each.year for each in said.years] == [2025, 2026]
    again = changing_dates.say_line(said, form.lines[0].id, WhatDay.NOTHING)
    assert [each.year for each in again.years] == [2025]


# Kept, used and taken back


def test_a_question_is_asked_first_and_nothing_counts_before_it_is_answered(vault: Vault) -> None:
    one = ReadDates(((date(2025, 9, 2), date(2025, 10, 24)),))
    two = ReadDates(((date(2025, 9, 2), date(2025, 10, 23)),))
    question = ReadQuestion("Which one?", (ReadAnswer("24 October", one), ReadAnswer("23 October", two)))
    builders.do(vault, dates_drafts.begin, PLACE, replace(one, question=question), "the text", TODAY)
    begun = builders.read(vault, dates_drafts.begun, PLACE)
    assert begun.form is None
    assert (begun.asked.sentence, begun.asked.answers) == ("Which one?", ("24 October", "23 October"))
    assert begun.asked.chosen is None
    kept = builders.read(vault, drafts.of_place, PLACE)
    builders.do(vault, dates_drafts.answer, PLACE, 1)
    begun = builders.read(vault, dates_drafts.begun, PLACE)
    assert begun.asked.chosen == 1
    assert years_to_use(begun.form)[0].periods == two.periods
    builders.do(vault, dates_drafts.put_back_draft, PLACE, kept)
    assert builders.read(vault, drafts.of_place, PLACE) == kept


def test_what_is_still_open_after_an_answer_is_asked_next_and_there_is_no_form_before_the_last(
    vault: Vault,
) -> None:
    one, two, three = (ReadDates(((date(2025, 9, 2), date(2025, 10, last)),)) for last in (24, 23, 22))
    later = ReadQuestion("And then?", (ReadAnswer("23 October", two), ReadAnswer("22 October", three)))
    answers = (ReadAnswer("24 October", one), ReadAnswer("Before it", replace(two, question=later)))
    read = replace(one, question=ReadQuestion("Which one?", answers))
    builders.do(vault, dates_drafts.begin, PLACE, read, "the text", TODAY)
    builders.do(vault, dates_drafts.answer, PLACE, 1)
    begun = builders.read(vault, dates_drafts.begun, PLACE)
    assert begun.form is None
    assert begun.asked == dates_drafts.Asked("And then?", ("23 October", "22 October"), None)
    for chosen, periods in ((1, three.periods), (0, two.periods)):
        builders.do(vault, dates_drafts.answer, PLACE, chosen)
        begun = builders.read(vault, dates_drafts.begun, PLACE)
        assert (begun.asked.sentence, begun.asked.chosen) == ("And then?", chosen)
        assert years_to_use(begun.form)[0].periods == periods


def test_all_three_fates_are_kept_used_left_out_with_its_reason_and_handed_back(vault: Vault) -> None:
    half_term = date(2025, 10, 28)
    read = ReadDates(
        pasted_read().periods,
        (half_term,),
        account=(
            ReadDay("INSET 28 October", "28 October", (half_term,), "left_out", "It is in the list."),
            ReadDay("Term begins 1 September", "1 September", (date(2025, 9, 1),), "used", ""),
            ReadDay("Sports day 3 July", "3 July", (date(2026, 7, 3),), "left_out", "Pupils are in school."),
            ReadDay("Staff 5 May", "5 May", (date(2026, 5, 5),), "handed_back", "We do not know."),
        ),
        not_understood=("Staff 5 May", "To be confirmed"),
    )
    builders.do(vault, dates_drafts.begin, PLACE, read, "the text", TODAY)
    begun = builders.read(vault, dates_drafts.begun, PLACE)
    assert [(each.line, each.reason, each.fate) for each in begun.stood] == [
        ("INSET 28 October", "It is in the list.", "listed"),  # in its box: it was not left out
        ("Term begins 1 September", "", "used"),
        ("Sports day 3 July", "Pupils are in school.", "left_out"),
        ("To be confirmed", "", "no_day"),
    ]
    assert [(each.line, each.reason) for each in begun.form.lines] == [("Staff 5 May", "We do not know.")]


def test_a_stored_year_is_changed_in_its_boxes_and_other_years_stay(vault: Vault, school: int) -> None:
    builders.do(vault, school_dates.use_example, school, "riverside_2025_26")
    builders.do(vault, builders.open_on, school, (date(2024, 9, 2), date(2024, 10, 18)))
    before = seen(vault, school)
    form = builders.read(vault, filling_dates.form_of_stored, school, 2025)
    builders.do(vault, dates_drafts.use, school, form, PLACE)
    assert seen(vault, school) == before, "what was not changed is what it was"
    row = form.years[0].stretches[1].id
    form = changing_dates.type_in(form, row, "first", "4 nov")
    builders.do(vault, dates_drafts.use, school, form, PLACE)
    assert seen(vault, school)[0][2] == (date(2025, 11, 4), date(2025, 12, 19))
    assert seen(vault, school)[0][0] == (date(2024, 9, 2), date(2024, 10, 18))


def test_what_the_carer_said_of_training_days_stays_while_the_days_are_changed(
    vault: Vault, school: int
) -> None:
    builders.do(vault, builders.open_on, school, (date(2025, 9, 1), date(2025, 10, 24)))
    builders.do(vault, school_dates.say_inset, school, 2025, InsetDays.TWILIGHT)
    form = builders.read(vault, filling_dates.form_of_stored, school, 2025)
    builders.do(vault, dates_drafts.use, school, form, PLACE)
    assert seen(vault, school)[2][0].inset == InsetDays.TWILIGHT


def test_that_all_training_days_are_known_is_said_only_where_the_carer_or_the_source_has_said_so(
    vault: Vault, school: int
) -> None:
    def note() -> Any:
        return seen(vault, school)[2][0]

    form = pasted("wrong_weekday")  # five training days with a date, and not a word that these are all
    builders.do(vault, dates_drafts.use, school, form, PLACE)
    assert (note().inset, note().is_supposed) == (InsetDays.PARTLY, True)
    with vault.reading() as session:
        assert session.get_one(School, school).known_terms().unsure_years == {2025}, (
            "no day of a PEP is surer"
        )
    again = builders.read(vault, filling_dates.form_of_stored, school, 2025)
    four = changing_dates.take_out(again, again.years[0].days_off[0].id)
    assert check(four)[0].counts.inset == InsetDays.PARTLY, "nobody has said that four are all"
    builders.do(vault, school_dates.say_inset, school, 2025, InsetDays.KNOWN)
    assert (note().inset, note().is_supposed) == (InsetDays.KNOWN, False)
    said = builders.read(vault, filling_dates.form_of_stored, school, 2025)
    builders.do(vault, dates_drafts.use, school, said, PLACE)
    assert not note().is_supposed
    told = form_of("There are 5 INSET days:\n" + (PASTED / "wrong_weekday.txt").read_text(encoding="utf-8"))
    counted = check(told)[0].counts
    assert (counted.inset, counted.is_supposed) == (InsetDays.KNOWN, False), "the source counts them"


@st.composite
def changed_forms(draw: st.DrawFn) -> tuple[DatesForm, list[DatesForm]]:
    """A form that was read or is empty, after changes in any order; and every form on the way."""
    form = draw(st.sampled_from(["read", "two", "empty", "handed"]))
    start = {
        "read": lambda: pasted("wrong_weekday"),
        "two": lambda: pasted("two_years_one_below_the_other"),
        "empty": empty,
        "handed": lambda: handed_back(date(2025, 11, 4)),
    }[form]()
    steps = [start]
    for _n in range(draw(st.integers(0, 8))):
        steps.append(_one_change(draw, steps[-1]))
    return steps[-1], steps


def _one_change(draw: st.DrawFn, form: DatesForm) -> DatesForm:
    text = st.one_of(st.sampled_from(TEXTS), st.sampled_from(DAYS).map(lambda day: f"{day:%d/%m/%Y}"))
    kind = draw(st.sampled_from(["type", "type", "type", "add", "day", "out", "kind", "line", "pattern"]))
    where = sorted(boxes(form))
    if kind == "type" and where:
        row, box = draw(st.sampled_from(where))
        return changing_dates.type_in(form, row, box, draw(text))  # type: ignore[arg-type]
    if kind == "add":
        return changing_dates.add_stretch(form, draw(st.sampled_from(form.years)).year)
    if kind == "day":
        return changing_dates.add_day(form, draw(st.sampled_from(form.years)).year, draw(st.booleans()))
    if kind == "out" and where:
        return changing_dates.take_out(form, draw(st.sampled_from(where))[0])
    if kind == "kind" and where:
        return changing_dates.say_kind(form, draw(st.sampled_from(where))[0], draw(st.booleans()))
    if kind == "line" and form.lines:
        line = draw(st.sampled_from(form.lines))
        return changing_dates.say_line(form, line.id, draw(st.sampled_from([None, *WhatDay])))
    if kind == "pattern":
        year = draw(st.sampled_from(form.years)).year
        return filling_dates.with_pattern(form, year, filling_dates.periods_before(form, year, ()))
    return form


@settings(deadline=None, max_examples=40)
@given(changed_forms())
def test_what_is_saved_is_what_the_page_showed_and_undo_is_exact(
    made: tuple[DatesForm, list[DatesForm]],
) -> None:
    form, _steps = made
    shown = [each.counts for each in check(form) if each.form.is_wanted and each.counts is not None]
    with builders.new_vault_each_time() as vault:
        school = school_of(vault, builders.add_child(vault))
        builders.do(vault, school_dates.use_example, school, "bromley_2024_25")
        builders.do(vault, dates_drafts.keep_form, PLACE, form)
        assert builders.read(vault, dates_drafts.begun, PLACE).form == form, "kept as it is"
        before, view = seen(vault, school), builders.read(vault, school_dates.school_dates, school)
        kept = builders.read(vault, drafts.of_place, PLACE)
        if hinders(form):
            return
        builders.do(vault, dates_drafts.use, school, form, PLACE)
        years = {year.year for year in shown}
        periods, closings, _notes = seen(vault, school)
        assert [each for each in periods if _of(each[1], years)] == [
            each for year in shown for each in year.periods
        ]
        inset = [day for day, is_inset in closings if is_inset and _of(day, years)]
        assert inset == [day for year in shown for day in year.inset_days]
        closed = [day for day, is_inset in closings if not is_inset and _of(day, years)]
        assert closed == [day for year in shown for day in year.closed_days]
        builders.do(vault, dates_drafts.take_back_use, school, view, PLACE, kept)
        assert seen(vault, school) == before
        assert builders.read(vault, drafts.of_place, PLACE) == kept


def _of(day: date, years: set[int]) -> bool:
    return (day.year if (day.month, day.day) >= (8, 20) else day.year - (day.month < 9)) in years


@settings(deadline=None, max_examples=200)
@given(changed_forms(), st.data())
def test_changing_one_box_never_changes_another_day(
    made: tuple[DatesForm, list[DatesForm]], data: st.DataObject
) -> None:
    form, _steps = made
    where = sorted(boxes(form))
    if not where:
        return
    row, box = data.draw(st.sampled_from(where))
    text = data.draw(st.sampled_from(TEXTS))
    after = changing_dates.type_in(form, row, box, text)  # type: ignore[arg-type]
    assert {each: day for each, day in days_of(after).items() if each != (row, box)} == {
        each: day for each, day in days_of(form).items() if each != (row, box)
    }


@settings(deadline=None, max_examples=200)
@given(changed_forms(), st.sampled_from([*WhatDay]))
def test_an_answer_that_is_changed_to_nothing_leaves_the_days_as_they_were(
    made: tuple[DatesForm, list[DatesForm]], what: WhatDay
) -> None:
    form, _steps = made
    for line in form.lines:
        clean = changing_dates.say_line(form, line.id, WhatDay.NOTHING)
        again = changing_dates.say_line(
            changing_dates.say_line(clean, line.id, what), line.id, WhatDay.NOTHING
        )
        assert replace(again, next_id=clean.next_id) == clean
