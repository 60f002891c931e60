"""Pages that tell in other ways on which days school opens and closes: each gives its six stretches."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest

from carer_app.imports.term_dates import read_pasted

PUPILS = [
    (date(2026, 9, 2), date(2026, 10, 23)),
    (date(2026, 11, 2), date(2026, 12, 18)),
    (date(2027, 1, 4), date(2027, 2, 12)),
    (date(2027, 2, 22), date(2027, 3, 25)),
    (date(2027, 4, 12), date(2027, 5, 28)),
    (date(2027, 6, 7), date(2027, 7, 21)),
]


def written(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def in_turn() -> str:
    lines = ["Dates for 2026/2027", "", "Open on", "", "Close on", ""]
    for place, name in enumerate(("Autumn 2026", "Spring 2027", "Summer 2027")):
        lines += [name, ""]
        lines += [f"{written(day)}\n" for stretch in PUPILS[2 * place : 2 * place + 2] for day in stretch]
    return "\n".join(lines)


def four_days_below_four_names() -> str:
    lines = ["School terms 2026/27", "Term Start Half Term Starts Half Term Ends Term Ends"]
    for place, name in enumerate(("Autumn", "Spring", "Summer")):
        (first, off), (back, last) = PUPILS[2 * place : 2 * place + 2]
        days = (first, date.fromordinal(off.toordinal() + 3), date.fromordinal(back.toordinal() - 3), last)
        lines.append(" ".join([name, *(f"{day:%a} {day.day} {day:%b} {day.year}" for day in days)]))
    return "\n".join(lines)


def pupils_in_school() -> str:
    return "\n".join(
        ["Dates 2026/27", *(f"Pupils in school - {written(one)} until {written(two)}" for one, two in PUPILS)]
    )


def opening_alone_below_the_heading() -> str:
    names = ("October half term", "Christmas", "February half term", "Easter", "Whitsun")
    lines = ["Term dates 2026-2027", "School will close after lessons on | Re-opening on the morning of |"]
    lines.append(f"{PUPILS[0][0]:%d/%m/%Y} |")
    for name, ((_first, last), (back, _end)) in zip(names, pairwise(PUPILS), strict=True):
        lines.append(f"{name} | {last:%d/%m/%Y} | {back:%d/%m/%Y} |")
    return "\n".join([*lines, f"Summer | {PUPILS[-1][1]:%d/%m/%Y} |"])


def back_after_a_training_day() -> str:
    lines = ["Term dates 2026/27", f"Back to school: {written(PUPILS[0][0])}"]
    for (_first, last), (back, _end) in pairwise(PUPILS):
        off, over = date.fromordinal(last.toordinal() + 3), date.fromordinal(back.toordinal() - 3)
        lines += [f"Holiday: {written(off)} to {written(over)}", f"Back to school: {written(back)}"]
    lines += ["Inset day: Monday 5 July 2027", "Back to school: Tuesday 6 July 2027"]
    return "\n".join([*lines, "Summer holiday starts: Thursday 22 July 2027"])


def staff_before_pupils() -> str:
    lines = ["Academic Year 2026-27", "First Day of Term | Last Day of Term | |"]
    for place, (first, last) in enumerate(PUPILS):
        staff = date.fromordinal(first.toordinal() - 1)
        begins = f"Staff: {written(staff)} Pupils: {written(first)}" if place == 0 else written(first)
        ends = f"Pupils: {written(last)} Staff: {written(date(2027, 7, 23))}" if place == 5 else written(last)
        lines += [
            f"{('Autumn', 'Spring', 'Summer')[place // 2]} {place % 2 + 1} Half Term |",
            f"{begins} |",
            f"{ends} |",
        ]
    return "\n".join(lines)


@pytest.mark.parametrize(
    "page",
    [
        in_turn,
        four_days_below_four_names,
        pupils_in_school,
        opening_alone_below_the_heading,
        back_after_a_training_day,
    ],
)
def test_the_six_stretches_are_read_without_a_question(page: Callable[[], str]) -> None:
    reading = read_pasted(page(), date(2026, 10, 1))
    assert (reading.periods, reading.question) == (PUPILS, None)


def test_a_space_read_in_another_encoding_parts_a_weekday_from_its_day() -> None:
    text = (
        "Autumn term 2026\nTerm starts: Wed\u00c2 2 September 2026\nTerm ends: Fri\u0100 18 December 2026\n"
    )
    reading = read_pasted(text, date(2026, 10, 1))
    assert reading.periods == [(date(2026, 9, 2), date(2026, 12, 18))]


@pytest.mark.parametrize("said", ["(inclusive)", "(inc)", "(incl.)", "(dates inclusive)"])
def test_a_label_behind_both_days_counts_however_inclusive_they_are(said: str) -> None:
    text = (
        "Spring term 2027\nTerm starts: Monday 4 January 2027\n"
        f"Monday 15 February to Friday 19 February {said} - half term, closed\nTerm ends: Thursday 25 March 2027\n"
    )
    assert read_pasted(text, date(2026, 10, 1)).periods == PUPILS[2:4]


def test_the_day_on_which_only_the_staff_are_in_is_training() -> None:
    reading = read_pasted(staff_before_pupils(), date(2026, 10, 1))
    assert (reading.inset_days, reading.question) == ([date(2026, 9, 1)], None)
    assert reading.periods == [(date(2026, 9, 1), PUPILS[0][1]), *PUPILS[1:]]
