"""The questions of getting ready as data: the set that comes along, and files that break the rules of the format."""

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carer_app.errors import TextFileWrong
from carer_app.texts.question_sets import (
    NEEDED,
    THEME_PARTS,
    AboutChild,
    Only,
    SheetSection,
    question_of,
    read_set,
    read_theme,
    theme_of,
    themes,
    with_name,
)
from resources import path

QUESTIONS = [each for theme in themes() for each in theme.questions]
GOOD = (path("questions") / "people.toml").read_text(encoding="utf-8")


def refused(folder: Path, text: str) -> str:
    file = folder / "people.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(TextFileWrong) as error:
        read_theme(file)
    return str(error.value)


# The set that comes along


def test_every_part_has_its_file_with_source_and_day() -> None:
    assert [theme.part for theme in themes()] == list(THEME_PARTS)
    assert all(len(theme.source) > 20 for theme in themes())


def test_no_question_is_there_twice_and_none_asks_the_same() -> None:
    assert len({each.key for each in QUESTIONS}) == len(QUESTIONS) >= 41
    assert len({each.ask for each in QUESTIONS}) == len(QUESTIONS)
    for question in QUESTIONS:
        assert question.ask.endswith("?")
        assert question.why.endswith((".", "?", "”"))
        assert question_of(question.key) is question


def test_what_is_for_adults_or_family_never_stands_on_the_sheet_by_itself() -> None:
    for question in QUESTIONS:
        if question.sheet == SheetSection.ADULTS:
            assert question.not_for_family, question.key


def test_no_question_asks_why_in_care_for_wishes_or_for_a_score() -> None:
    for question in QUESTIONS:
        everything = " ".join((question.ask, question.why, question.label, *question.chips))
        assert not re.search(
            r"why .* in care|wish|score|rate |out of ten|naughty|should have", everything, re.IGNORECASE
        )


@pytest.mark.parametrize("age", range(3, 19))
def test_at_every_age_there_is_something_to_ask_in_every_part(age: int) -> None:
    for theme in themes():
        about = AboutChild(age=age)
        asked = [each.key for each in theme.questions if each.fits(about)]
        assert asked, (theme.part, age)


def test_only_those_are_asked_whom_it_is_about() -> None:
    plan = [each for each in QUESTIONS if each.only == Only.EHCP]
    place = [each for each in QUESTIONS if each.only == Only.NO_SCHOOL_PLACE]
    assert plan
    assert place
    assert not any(each.fits(AboutChild(age=9)) for each in (*plan, *place))
    assert all(each.fits(AboutChild(age=9, has_ehcp=True)) for each in plan if each.ages is None)
    assert all(each.fits(AboutChild(age=9, has_school_place=False)) for each in place if each.ages is None)


@given(st.text(max_size=60))
def test_a_name_is_put_in_as_it_is_whatever_it_is(name: str) -> None:
    assert with_name("How is {child}?", name) == f"How is {name}?"


# Files that break the rules


@pytest.mark.parametrize(
    ("was", "now", "says"),
    [
        ('part = "people"', 'part = "nobody"', "needs “part” to be one of"),
        ('part = "people"', "", "the top of the file has no “part”"),
        ('part = "people"', 'part = "tell_the_child"', "“part” must be one of"),
        ("checked_on = 2026-11-25", 'checked_on = "soon"', "needs “checked_on” to be a day"),
        ("checked_on = 2026-11-25", "checked_on = 2026-11-25T10:00:00", "needs “checked_on” to be a day"),
        ("source =", "sauce =", "a name nobody knows: “sauce”"),
        (
            'key = "people.friends"',
            'key = "People Friends"',
            "question 1: it needs a “key” such as people.friends",
        ),
        ("label =", "labels =", "question 1 has a name nobody knows: “labels”"),
        ('sheet = "more"', 'sheet = "wall"', "needs “sheet” to be one of"),
        ("ask = ", 'ask = ""\nwhy2 = ', "a name nobody knows"),
        ("{child}", "{name}", "braces or signs that do not belong there"),
        ("{child}", "\\u202e{child}", "braces or signs that do not belong there"),
        ("not_for_family = true", 'not_for_family = "yes"', "needs “not_for_family” to be true or false"),
        ("chips = [", "chips = [1, ", "needs “chips 1” to be text with words in it"),
    ],
)
def test_a_file_that_breaks_a_rule_is_refused_with_a_sentence(
    tmp_path: Path, was: str, now: str, says: str
) -> None:
    assert was in GOOD, was
    sentence = refused(tmp_path, GOOD.replace(was, now, 1))
    assert says in sentence
    assert "people.toml" in sentence
    assert sentence.startswith("The file ")
    assert "/people.toml that comes with PEP Companion is not as it should be: " in sentence
    assert sentence.endswith("Your records are safe. Please install PEP Companion again.")


@pytest.mark.parametrize(
    "text", ["", "part", "\x00", "[[question]]", 'part = "people"', GOOD.split("[[question]]")[0]]
)
def test_what_is_no_set_of_questions_is_refused(tmp_path: Path, text: str) -> None:
    assert "is not as it should be" in refused(tmp_path, text)


def test_a_file_that_is_not_text_or_not_there_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "people.toml"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TextFileWrong):
        read_theme(file)
    with pytest.raises(TextFileWrong):
        read_theme(tmp_path / "gone.toml")


@settings(max_examples=60, deadline=None)
@given(place=st.integers(0, len(GOOD) - 1), letter=st.characters(codec="utf-8"))
def test_with_one_letter_wrong_it_is_read_or_refused_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, place: int, letter: str
) -> None:
    file = tmp_path_factory.mktemp("one") / "people.toml"
    file.write_text(GOOD[:place] + letter + GOOD[place + 1 :], encoding="utf-8")
    try:
        assert read_theme(file).questions
    except TextFileWrong as error:
        assert "people.toml" in str(error)  # noqa: PT017 - either way is right


def test_a_set_needs_every_part_once_and_no_key_twice(tmp_path: Path) -> None:
    folder = tmp_path / "set"
    shutil.copytree(path("questions"), folder)
    assert read_set(folder) == themes()
    shutil.copy(folder / "people.toml", folder / "people_again.toml")
    with pytest.raises(TextFileWrong, match="one file for “people”"):
        read_set(folder)
    (folder / "people_again.toml").unlink()
    days = folder / "days.toml"
    days.write_text(days.read_text("utf-8").replace('"days.away"', '"people.friends"'), encoding="utf-8")
    with pytest.raises(TextFileWrong, match=r"“people\.friends” is there twice"):
        read_set(folder)


@pytest.mark.parametrize("key", NEEDED)
def test_what_the_ten_minute_way_needs_must_be_there(tmp_path: Path, key: str) -> None:
    folder = tmp_path / "set"
    shutil.copytree(path("questions"), folder)
    file = folder / "going_well.toml"
    file.write_text(file.read_text("utf-8").replace(f'"{key}"', '"going_well.other"'), encoding="utf-8")
    with pytest.raises(TextFileWrong, match=re.escape(key)):
        read_set(folder)


def test_a_better_set_is_used_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "set"
    shutil.copytree(path("questions"), folder)
    file = folder / "people.toml"
    first = theme_of(themes()[3].part).questions[0] if themes()[3].part == "people" else QUESTIONS[0]
    file.write_text(GOOD.replace(first.ask, "Who makes {child} laugh at school?", 1), encoding="utf-8")
    asked = [each.ask for theme in read_set(folder) for each in theme.questions]
    assert "Who makes {child} laugh at school?" in asked
