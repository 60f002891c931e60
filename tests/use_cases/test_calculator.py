"""Dates from two facts: no child, no records."""

from datetime import date
from pathlib import Path

from carer_app.jobs.make_pdf import make_pdf
from carer_app.jobs.read_term_dates import read_text
from carer_app.use_cases import calculator
from carer_app.use_cases.calculator import TypedFacts, work_out
from tests.paper.sheets import read, text_of

TODAY = date(2025, 10, 20)
CARE = date(2025, 10, 9)
RIVERSIDE = "riverside_2025_26"


def test_one_fact_is_counted_three_ways_and_by_englands_rules() -> None:
    answer = work_out(TypedFacts(came_into_care=CARE, example=RIVERSIDE, inset_known=True), TODAY)
    assert [(each.title, each.by) for each in answer.three] == [
        ("10 working days", date(2025, 10, 23)),
        ("20 working days", date(2025, 11, 6)),
        ("20 school days", date(2025, 11, 14)),
    ]
    assert [each.by for each in answer.by_council] == [date(2025, 10, 23), date(2025, 11, 6)]
    assert answer.review is not None
    assert answer.review.by == date(2025, 11, 6)
    assert answer.says[0].startswith("These are the rules that most councils in England use.")


def test_a_council_has_its_own_rules_and_unknown_training_days_the_earlier_date() -> None:
    answer = work_out(TypedFacts("Southwark", came_into_care=CARE, example=RIVERSIDE), TODAY)
    assert [(each.by, each.rule) for each in answer.by_council] == [
        (date(2025, 10, 23), "Southwark’s procedures manual"),
        (date(2025, 11, 14), "Southwark Council’s page, 2017"),
    ]
    assert "training days" in answer.by_council[1].uncertain[0]
    assert answer.says == ("These are the rules of Southwark, as far as its pages say.",)


def test_without_school_dates_it_says_what_is_missing() -> None:
    answer = work_out(TypedFacts("Southwark", came_into_care=CARE), TODAY)
    assert [each.by for each in answer.three] == [date(2025, 10, 23), date(2025, 11, 6), None]
    assert [each.by for each in answer.by_council] == [date(2025, 10, 23), None]
    assert answer.by_council[-1].asks_for == "We need the school’s term dates for 2025/26 to work this out."


def test_pasted_dates_count_like_any_others() -> None:
    file = Path(__file__).parents[1] / "imports" / "pasted" / "wrong_weekday.txt"
    pasted = read_text(file.read_text(encoding="utf-8"), TODAY)
    answer = work_out(TypedFacts("Southwark", started_school=CARE, read=pasted, inset_known=True), TODAY)
    assert [each.by for each in answer.by_council] == [date(2025, 11, 14)]
    assert answer.review is None
    nothing = read_text("rubbish", TODAY)
    assert (
        work_out(TypedFacts("Southwark", started_school=CARE, read=nothing), TODAY).by_council[0].by is None
    )


def test_two_facts_a_move_and_the_last_pep() -> None:
    answer = work_out(
        TypedFacts("Southwark", started_school=CARE, last_pep=date(2025, 6, 2), example=RIVERSIDE), TODAY
    )
    assert {each.kind for each in answer.by_council} == {"new_school", "next_pep"}
    assert next(each.title for each in answer.three) == "10 working days"


def test_a_child_too_young_or_old_enough_is_told_so() -> None:
    young = work_out(TypedFacts(came_into_care=CARE, birthday=date(2024, 1, 1)), TODAY)
    assert any("PEPs start at 3" in sentence for sentence in young.says)
    nothing = work_out(TypedFacts(), TODAY)
    assert (nothing.three, nothing.by_council, nothing.review) == ((), (), None)
    assert any("We need one of these days" in sentence for sentence in nothing.says)


def test_the_dates_fit_on_one_page_that_names_nobody(tmp_path: Path) -> None:
    facts = TypedFacts("Southwark", came_into_care=CARE, example=RIVERSIDE, birthday=date(2016, 5, 2))
    sheet = calculator.on_paper(facts, TODAY)
    data = make_pdf(sheet, 12)
    words = text_of(data)
    for part in (
        "Dates for a PEP",
        "Came into care: Thursday 9 October 2025",
        "By Friday 14 November 2025",
        "20 school days after coming into care",
        "Rule: Southwark’s procedures manual",
        "Ask the social worker: their date comes first.",
    ):
        assert part in words
    assert len(read(data).pages) == 1
    assert make_pdf(sheet, 12) == data
    (tmp_path / "dates.pdf").write_bytes(data)
