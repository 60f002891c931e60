"""Days that a page counts itself: where we count others, the carer is told so; where they are the same, nothing is."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carer_app.imports.term_dates import read_pasted

STRETCHES = [
    ("2 September - 23 October", 38),
    ("2 November - 18 December", 35),
    ("4 January - 12 February", 30),
    ("22 February - 25 March", 24),
    ("12 April - 28 May", 34),
    ("7 June - 21 July", 33),
]
HEADINGS = ["Autumn term 2026", "Spring term 2027", "Summer term 2027"]
PER_TERM = [73, 54, 67]
WHOLE = 194


def page(counts: list[int | None], form: str = "{days} ({count} days)", below: str = "") -> str:
    lines: list[str] = []
    for number, ((days, _count), count) in enumerate(zip(STRETCHES, counts, strict=True)):
        lines += [HEADINGS[number // 2]] if number % 2 == 0 else []
        lines.append(days if count is None else form.format(days=days, count=count))
    return "\n".join([*lines, *([below] if below else [])])


def told(text: str) -> list[str]:
    return [each.sentence for each in read_pasted(text).problems if each.kind == "count"]


def test_a_count_beside_its_stretch_that_is_another_is_told_at_its_place() -> None:
    counts: list[int | None] = [count for _days, count in STRETCHES]
    counts[0] = 37
    reading = read_pasted(page(counts))
    (problem,) = [each for each in reading.problems if each.kind == "count"]
    assert problem.sentence == (
        "The text counts 37 days for 2 September to 23 October 2026, and we count 38. "
        "Perhaps a training day is missing. Please check it."
    )
    assert problem.days == (date(2026, 9, 2), date(2026, 10, 23))


@pytest.mark.parametrize(
    ("below", "said"),
    [
        ("Total 193 days", "The text counts 193 days for 2026/27, and we count 194."),
        ("Number of school days: 195", "The text counts 195 days for 2026/27, and we count 194."),
        ("Total number of days in the school year 190", "The text counts 190 days for 2026/27"),
    ],
)
def test_a_count_of_the_whole_year_that_is_another_is_told(below: str, said: str) -> None:
    (sentence,) = told(page([None] * 6, below=below))
    assert sentence.startswith(said)


@pytest.mark.parametrize(
    "below", ["Total 194 days", "189 pupil days", "School is open on 194 days", "Room 193"]
)
def test_a_count_of_the_whole_year_that_may_be_ours_is_not_spoken_of(below: str) -> None:
    assert told(page([None] * 6, below=below)) == []


@settings(deadline=None, max_examples=25)
@given(
    st.lists(st.integers(-6, 6), min_size=6, max_size=6),
    st.sampled_from(["{days} ({count} days)", "{days}\t{count}"]),
)
def test_every_count_that_is_another_is_told_and_no_other(off: list[int], form: str) -> None:
    counts: list[int | None] = [count + less for (_days, count), less in zip(STRETCHES, off, strict=True)]
    sentences = told(page(counts, form))
    assert len(sentences) == sum(less != 0 for less in off)
    for count, less in zip(counts, off, strict=True):
        assert less == 0 or any(f"counts {count} days" in sentence for sentence in sentences)


@pytest.mark.parametrize("season", [0, 1, 2])
def test_a_count_in_the_heading_of_a_term_that_is_another_is_told(season: int) -> None:
    right, wrong = list(PER_TERM), list(PER_TERM)
    wrong[season] += 1
    for counts, several in ((right, 0), (wrong, 1)):
        text = page([None] * 6)
        for heading, count in zip(HEADINGS, counts, strict=True):
            text = text.replace(heading, f"{heading} ({count} days)")
        assert len(told(text)) == several


def test_a_count_with_the_training_days_and_one_without_are_both_right() -> None:
    text = page([None] * 6) + "\nINSET days: 2 September 2026 and 4 January 2027\n"
    assert told(text + "Total 194 days") == told(text + "Total 192 days") == []
    assert told(text + "Total 190 days") != []
