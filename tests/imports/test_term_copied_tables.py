"""The same tables of dates, copied in every way in which a browser, a PDF or a spreadsheet gives their cells.

Whatever parts the cells, or nothing does: the school year that is read is the one that was printed.
"""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from carer_app.imports import term_seams
from carer_app.imports.term_dates import read_pasted
from carer_app.typed_dates import MONTHS, WEEKDAYS

Table = Sequence[Sequence[str]]
TERMS = (
    (date(2026, 9, 2), date(2026, 10, 23)),
    (date(2026, 11, 2), date(2026, 12, 18)),
    (date(2027, 1, 4), date(2027, 2, 12)),
    (date(2027, 2, 22), date(2027, 3, 25)),
    (date(2027, 4, 12), date(2027, 5, 28)),
    (date(2027, 6, 7), date(2027, 7, 21)),
)
OFF = (
    (date(2026, 10, 26), date(2026, 10, 30)),
    (date(2027, 2, 15), date(2027, 2, 19)),
    (date(2027, 5, 31), date(2027, 6, 4)),
)
NAMES = ("Autumn half term", "Christmas", "Spring half term", "Easter", "Summer half term")


def say(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def stretch(first: date, last: date) -> str:
    return f"{say(first)} - {say(last)}"


TABLES: dict[str, Table] = {
    "six terms": [
        ("Term", "Start", "End"),
        *(
            (f"{('Autumn', 'Spring', 'Summer')[n // 2]} term {n % 2 + 1}", say(first), say(last))
            for n, (first, last) in enumerate(TERMS)
        ),
    ],
    "closes and re-opens": [
        ("Holiday", "Closes", "Re-opens"),
        ("Summer", "", say(TERMS[0][0])),
        *((name, say(TERMS[n][1]), say(TERMS[n + 1][0])) for n, name in enumerate(NAMES)),
        ("Summer", say(TERMS[-1][1]), ""),
    ],
    "half terms between": [
        ("Term", "Starts", "Half term", "Ends"),
        *(
            (name, say(TERMS[2 * n][0]), stretch(*OFF[n]), say(TERMS[2 * n + 1][1]))
            for n, name in enumerate(("Autumn", "Spring", "Summer"))
        ),
    ],
    "half terms behind": [
        ("Term", "Start date", "End date", "Half term from", "to"),
        *(
            (name, say(TERMS[2 * n][0]), say(TERMS[2 * n + 1][1]), say(OFF[n][0]), say(OFF[n][1]))
            for n, name in enumerate(("Autumn", "Spring", "Summer"))
        ),
    ],
    "first and last days": [
        (words, say(day))
        for n, days in enumerate(TERMS)
        for words, day in zip(
            ("First day back", "Last day of term" if n % 2 else "Last day of half term"), days, strict=True
        )
    ],
    "days and what they are": [
        (say(day), words)
        for n, days in enumerate(TERMS)
        for day, words in zip(
            days,
            ("Children return to school", f"School closes for {(*NAMES, 'the summer')[n]}"),
            strict=True,
        )
    ],
}
COPIES: dict[str, Callable[[Table], str]] = {
    "tabs": lambda table: "\n".join("\t".join(row) for row in table),
    "bars": lambda table: "\n".join(f"| {' | '.join(row)} |" for row in table),
    "nothing": lambda table: "\n".join("".join(row) for row in table),
    "a cell a line": lambda table: "\n".join(cell for row in table for cell in row if cell),
    "blank lines": lambda table: "\n\n".join(cell for row in table for cell in row if cell),
    "spaces": lambda table: "\n".join(" ".join(filter(None, row)) for row in table),
    "colons": lambda table: "\n".join(": ".join(filter(None, row)) for row in table),
}


@pytest.mark.parametrize("copy", COPIES)
@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_read_however_its_cells_were_copied(table: str, copy: str) -> None:
    text = f"Our dates 2026/27\n{COPIES[copy](TABLES[table])}\nTraining day: {say(date(2026, 9, 1))}\n"
    reading = read_pasted(text)
    assert reading.periods == [(date(2026, 9, 1), TERMS[0][1]), *TERMS[1:]]
    assert reading.inset_days == [date(2026, 9, 1)]
    assert reading.question is None


@pytest.mark.parametrize("name", ["INSET", "INSET days", "Training"])
def test_a_column_of_training_days_stands_beside_those_of_the_terms(name: str) -> None:
    days = ["1/9/2026", "", "4/1/2027", "", "", "7/6/2027, 21/7/2027"]
    rows = [f"Term|From|To|{name}"]
    seasons = ("Autumn 1", "Autumn 2", "Spring 1", "Spring 2", "Summer 1", "Summer 2")
    for season, (first, last), off in zip(seasons, TERMS, days, strict=True):
        rows.append(f"{season}|{first:%d/%m/%Y}|{last:%d/%m/%Y}|{off}")
    reading = read_pasted("\n".join(rows))
    assert reading.periods == [(date(2026, 9, 1), TERMS[0][1]), *TERMS[1:]]
    assert reading.inset_days == [date(2026, 9, 1), date(2027, 1, 4), date(2027, 6, 7), date(2027, 7, 21)]


@pytest.mark.parametrize("written", ["October 26 to 30, 2026", "October 26-30, 2026"])
def test_the_year_behind_an_american_stretch_is_that_of_both_its_days(written: str) -> None:
    reading = read_pasted(
        f"Term begins September 2, 2026\nHalf term {written}\nTerm ends December 18, 2026\nSummer 2024 photographs"
    )
    assert reading.periods == [TERMS[0], TERMS[1]]


def test_on_a_page_of_the_junior_school_its_own_staff_train_on_a_day_off_for_all() -> None:
    page = "Term dates Junior School\nAutumn term: 2 September 2026 - 18 December 2026\n{}: INSET day for {} staff"
    own = read_pasted(page.format("Friday 27 November 2026", "Junior School"))
    assert own.inset_days == [date(2026, 11, 27)]
    other = read_pasted(page.format("Friday 27 November 2026", "Senior School"))
    assert other.inset_days == []


def test_a_glued_row_that_empty_lines_broke_is_one_row() -> None:
    rows = [
        "2026-2027",
        "Autumn TermWednesday 2nd SeptemberFriday 18th December",
        "Autumn Half TermFriday 23rd OctoberMonday 2nd November",
        "Spring TermMonday 4th JanuaryThursday 25th March",
        "Spring Half TermFriday 12th February",
        "",
        "Monday 22nd February",
    ]
    reading = read_pasted("\n".join(rows))
    assert not [each for each in reading.problems if each.kind == "unused"]
    assert [first for first, _last in reading.periods][-1] == date(2027, 2, 22)


def test_where_nothing_may_be_glued_no_seam_is_found() -> None:
    """In lines that schools print, as they are and with every other space lost. Then no seam is looked for."""
    pages = sorted((Path(__file__).parent / "pasted").glob("*.txt"))
    printed = [line for page in pages for line in page.read_text(encoding="utf-8").splitlines()][::25]
    glued = [line.replace(" ", "", 1) for line in printed] + [line.replace(" ", "") for line in printed]
    unseen = [line for line in (*printed, *glued) if not term_seams._MAY_BE_GLUED.search(line)]
    seams = [pattern for pattern, _apart in term_seams._SEAMS] + [term_seams._SLIPS, term_seams._APART]
    assert len(unseen) > len(printed) / 2
    assert [line for line in unseen if any(seam.search(line) for seam in seams)] == []


@pytest.mark.parametrize("note", ["Founders 4 December", "Harvest festival", "Staff back 1 September"])
def test_a_day_in_a_column_of_notes_costs_the_days_of_its_row_nothing(note: str) -> None:
    text = (
        "School year 2026/27\nTerm | Starts | Ends | Notes\n"
        f"Autumn 1 | 2 September | 23 October | \nAutumn 2 | 2 November | 18 December | {note}"
    )
    autumn = [(date(2026, 9, 2), date(2026, 10, 23)), (date(2026, 11, 2), date(2026, 12, 18))]
    assert read_pasted(text).periods == autumn
