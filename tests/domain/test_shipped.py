"""The rules and term dates that we carry: each with its source, or not at all."""

from datetime import date
from pathlib import Path

import pytest

from carer_app.domain.authority_rules import DayCount, Rhythm
from carer_app.errors import TextFileWrong
from carer_app.rules import shipped
from resources import path


def test_southwarks_page_is_carried_with_its_numbers_and_source() -> None:
    rules = next(rules for rules in shipped.authority_rules() if rules.key == "southwark_2017")
    assert rules.first_pep == rules.new_school == DayCount(20, "school")
    assert (rules.rhythm, rules.from_age, rules.until_year) == (Rhythm("months", 6), 3, 11)
    assert rules.copy_within == DayCount(14, "calendar")
    assert "18 September 2017" in rules.source
    assert rules.checked_on >= date(2026, 11, 29)
    assert rules.old


def test_riverside_is_carried_with_its_training_days_and_address() -> None:
    terms = next(terms for terms in shipped.term_dates() if terms.key == "riverside_2025_26")
    assert terms.calendar().pupil_days() == 190
    assert len(terms.inset_days) == 5
    assert terms.inset_known
    assert terms.source == "https://riverside.southwark.sch.uk/Term-Dates"


def lines_without(file: Path, name: str) -> str:
    lines = file.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith(f"{name} =")]
    assert len(kept) == len(lines) - 1
    return "\n".join(kept)


@pytest.mark.parametrize("name", ["source", "checked_on", "name", "key"])
def test_a_rule_file_without_its_source_does_not_load(tmp_path: Path, name: str) -> None:
    file = path("authority_rules/southwark_2017.toml")
    (tmp_path / "half.toml").write_text(lines_without(file, name), encoding="utf-8")
    with pytest.raises(TextFileWrong, match=r"half\.toml"):
        shipped.authority_rules(tmp_path)


@pytest.mark.parametrize("name", ["source", "checked_on", "inset_known", "school_year"])
def test_a_file_of_term_dates_without_its_source_does_not_load(tmp_path: Path, name: str) -> None:
    file = path("term_dates/riverside_2025_26.toml")
    (tmp_path / "half.toml").write_text(lines_without(file, name), encoding="utf-8")
    with pytest.raises(TextFileWrong, match=r"half\.toml"):
        shipped.term_dates(tmp_path)


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("checked_on = 2026-11-29", 'checked_on = "soon"'),
        ("checked_on = 2026-11-29", "checked_on = 2026-11-23T10:00:00"),
        ("days = 20", "days = 0"),
        ('kind = "school"', 'kind = "moon"'),
        ("months = 6", "months = 0"),
        ("months = 6", "monthly = 6"),
        ('key = "southwark_2017"', 'key = " "'),
        ("[first_pep]", "[first_pep"),
    ],
)
def test_a_rule_file_with_a_wrong_value_does_not_load(tmp_path: Path, good: str, bad: str) -> None:
    text = path("authority_rules/southwark_2017.toml").read_text(encoding="utf-8")
    assert good in text
    (tmp_path / "bad.toml").write_text(text.replace(good, bad, 1), encoding="utf-8")
    with pytest.raises(TextFileWrong):
        shipped.authority_rules(tmp_path)


def test_a_term_date_file_with_a_backward_term_does_not_load(tmp_path: Path) -> None:
    text = path("term_dates/riverside_2025_26.toml").read_text(encoding="utf-8")
    backward = text.replace("[2025-11-03, 2025-12-19]", "[2025-12-19, 2025-11-03]")
    (tmp_path / "bad.toml").write_text(backward, encoding="utf-8")
    with pytest.raises(TextFileWrong):
        shipped.term_dates(tmp_path)
