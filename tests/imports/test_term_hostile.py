"""Text that nobody should have to paste: two years, interleaved halves, markup, news, floods."""

from datetime import date

import pytest

from carer_app.imports.term_dates import MOST_LINES, read_pasted

YEAR = [
    ("Term 1", "Tuesday 2 September 2025", "Friday 24 October 2025"),
    ("Term 2", "Monday 3 November 2025", "Friday 19 December 2025"),
    ("Term 3", "Monday 5 January 2026", "Friday 13 February 2026"),
    ("Term 4", "Monday 23 February 2026", "Friday 27 March 2026"),
    ("Term 5", "Monday 13 April 2026", "Friday 22 May 2026"),
    ("Term 6", "Monday 1 June 2026", "Tuesday 21 July 2026"),
]
PERIODS = [
    (date(2025, 9, 2), date(2025, 10, 24)),
    (date(2025, 11, 3), date(2025, 12, 19)),
    (date(2026, 1, 5), date(2026, 2, 13)),
    (date(2026, 2, 23), date(2026, 3, 27)),
    (date(2026, 4, 13), date(2026, 5, 22)),
    (date(2026, 6, 1), date(2026, 7, 21)),
]


def test_html_of_a_table_pasted_as_text() -> None:
    rows = "".join(f"\n <tr>\n  <td>{n}</td>\n  <td>{a}</td>\n  <td>{b}</td>\n </tr>" for n, a, b in YEAR)
    html = (
        "<!-- 1 May 2020 --><style>td { margin: 1 May 2021 }</style><table class='x'>"
        f"<tr><th></th><th>First day</th><th>Last day</th></tr>{rows}</table>"
        "<p>INSET day:<br>Monday 1 September 2025</p>"
    )
    reading = read_pasted(html)
    assert reading.periods == [(date(2025, 9, 1), PERIODS[0][1]), *PERIODS[1:]]
    assert reading.inset_days == [date(2025, 9, 1)]


def test_rtf_pasted_as_text() -> None:
    rows = "".join(f"{n}\\cell {a} \\endash  {b}\\row\n" for n, a, b in YEAR)
    rtf = (
        r"{\rtf1\ansi{\fonttbl{\f0 Arial;}}{\*\generator Word 1 May 2020;}\pard "
        + rows.replace("\\endash ", r"\'96")
        + r"INSET: 1 September 2025\par}"
    )
    reading = read_pasted(rtf)
    assert reading.periods == [(date(2025, 9, 1), PERIODS[0][1]), *PERIODS[1:]]


def test_both_halves_of_a_page_of_two_columns_interleaved() -> None:
    lines = [f"{name}: {first} to {last}" for name, first, last in YEAR]
    mixed = [line for pair in zip(lines[:3], lines[3:], strict=True) for line in pair]
    assert read_pasted("\n".join(mixed)).periods == PERIODS


def test_two_years_in_one_table_and_a_table_of_another_year() -> None:
    rows = [
        "Term\t2024/25\t2025/26",
        "Term 1\t2 September - 25 October\t2 September - 24 October",
        "Term 2\t4 November - 20 December\t3 November - 19 December",
    ]
    reading = read_pasted("\n".join(rows), date(2030, 1, 1))
    assert reading.periods == [
        (date(2024, 9, 2), date(2024, 10, 25)),
        (date(2024, 11, 4), date(2024, 12, 20)),
        *PERIODS[:2],
    ]


def test_a_heading_of_last_year_over_this_years_dates_is_said() -> None:
    lines = ["Term dates 2024/25", *(f"{name}: {a[:-5]} to {b[:-5]}" for name, a, b in YEAR)]
    reading = read_pasted("\n".join(lines))
    assert reading.periods == PERIODS
    assert [each.kind for each in reading.problems if each.kind != "bank_holiday"] == ["year"]


def test_news_with_three_dates_in_it_makes_no_year() -> None:
    news = (
        "Welcome back! School reopens on Tuesday 6 January 2026 after a lovely Christmas.\n"
        "Our Nativity was on Wednesday 10 December 2025 and raised £200.\n"
        "Year 4 swimming starts on Friday 16 January 2026. Bring a towel."
    )
    reading = read_pasted(news)
    assert reading.periods == []
    assert any("6 January 2026" in each.sentence for each in reading.problems)
    assert {each.fate for each in reading.account} == {"left_out"}


@pytest.mark.parametrize(
    "line",
    [
        "Tymor 1: 2 Medi 2025 - 24 Hydref 2025",
        "1er trimestre : 2 septembre 2025 - 24 octobre 2025",
        "الفصل الأول: ٢ سبتمبر ٢٠٢٥",
        "1 semestr: 2 września 2025 - 24 października 2025",
    ],
)
def test_a_line_in_another_language_moves_nothing_or_is_shown(line: str) -> None:
    reading = read_pasted("\n".join([*(f"{name}: {a} to {b}" for name, a, b in YEAR), line]))
    assert reading.periods == PERIODS or line in " ".join(reading.not_understood)


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"Term {n} starts {n % 28 + 1} September 2025" for n in range(10_000)),
        "Term starts " * 20_000,
        "1 September 2025 to " * 10_000,
        "2 September 2025\t" * 12_000,
        "\t" * 200_000,
        " " * 199_000 + "x",
        "<td>1 May 2025</td>" * 10_000,
        "<table><tr>" * 18_000,
        "<style" * 30_000,
        "<" * 200_000,
        "{\\rtf1" + "{\\*" * 50_000,
        "{\\rtf1" + "\\'9" * 50_000,
        "1 May 2025 to\n" * 3_000,
        "1 May\nInset\n" * 2_000,
        "september\n1st x\n" * 2_000,
        "septembre " * 20_000,
        "(" * 200_000,
        "half term " * 20_000,
        "week beginning " * 10_000,
        "\ud800" * 1_000,
        "\x00\x07\x1b[31m1 May 2025",
    ],
    ids=range(21),
)
def test_a_flood_is_read_as_far_as_we_go_and_never_raises(text: str) -> None:
    reading = read_pasted(text, date(2025, 11, 29))
    assert all(first <= last for first, last in reading.periods)
    if text.count("\n") > MOST_LINES or len(text) > 200_000:
        assert "too long" in reading.not_understood[-1]


def test_many_months_without_a_day_take_no_time() -> None:
    assert read_pasted("September 2025\n" * 2_000).periods == []
    assert read_pasted(("September 2025\n" + "1\n2\n3\n4\n5\nx\n") * 250).periods == []
