"""Whatever is in the records is found, with whose it is; what was removed, or is nobody's to find, is not."""

from datetime import date

import pytest

from carer_app.choices import WhoseWords
from carer_app.domain.preparation import ChildView
from carer_app.domain.register import ABOUT_A_CHILD, Kind
from carer_app.jobs.search import Search
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, hearing_the_child, lookup, planning, searching
from tests import builders, canaries
from tests.benchmarks.big_household import big_household
from tests.builders import TODAY, do, read


def found(vault: Vault, typed: str) -> list[str]:
    """The "table" of each find."""
    search = Search()
    search.fill(read(vault, searching.everything_to_search))
    result = search.find(typed)
    search.close()
    return [each.line.table for of_child in result.children for each in of_child.lines]


def test_every_box_that_may_be_searched_is_found_by_its_own_word_and_no_other_box_is(vault: Vault) -> None:
    """By the register: a column that is added later is found, or says there that it is not searched."""
    ids = builders.ordinary_household(vault)
    builders.file_a_copy(vault, ids["over"])
    planted = canaries.plant(vault)
    search = Search()
    search.fill(read(vault, searching.everything_to_search))
    may_be = {
        f"{table.noun.__tablename__}.{name}"
        for table in ABOUT_A_CHILD
        for name, column in table.columns.items()
        if column.searched and column.kind in (Kind.PROSE, Kind.NAME)
    }
    are = {
        where
        for canary, where in planted.items()
        if (found := search.find(canary)).count and not found.guessed
    }
    search.close()
    assert are == may_be


def test_what_was_found_says_whose_it_is_and_marks_the_word_exactly(vault: Vault) -> None:
    builders.ordinary_household(vault)
    search = Search()
    search.fill(read(vault, searching.everything_to_search))
    result = search.find("ali")
    search.close()
    assert {each.child for each in result.children} == {"Mia", "Jordan"}
    for of_child in result.children:
        for each in of_child.lines:
            assert each.line.child == of_child.child
            assert each.found.casefold() == "ali"


def test_what_was_removed_and_who_was_put_to_one_side_is_not_found(vault: Vault) -> None:
    ids = builders.ordinary_household(vault)
    assert found(vault, "Ali")
    do(vault, planning.take_meeting_out, ids["coming"], TODAY)
    left = read(vault, searching.everything_to_search)
    assert ids["coming"] not in {line.meeting_id for line in left}
    for child in (ids["mia"], ids["jordan"]):
        do(vault, children.delete_child, child, TODAY)
    assert read(vault, searching.everything_to_search) == []


@pytest.mark.parametrize("key", ["on", "off"])
def test_what_the_child_keeps_off_the_sheet_is_found_and_said_to_be_off(vault: Vault, key: str) -> None:
    ids = builders.ordinary_household(vault)
    view = do(
        vault,
        hearing_the_child.add_view,
        ids["coming"],
        WhoseWords.CHILD_SAID,
        TODAY,
        "Xylophone",
    )
    if key == "off":
        with vault.work() as session:
            lookup.find(session, ChildView, view).take_off(TODAY)
    (line,) = [each for each in read(vault, searching.everything_to_search) if each.words == "Xylophone"]
    assert ("Kept off the sheet" in line.what) == (key == "off")


def test_what_a_line_is_is_said_of_those_alone_that_are_shown(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    big_household(vault, actions=60, notes=12)
    said: list[date] = []

    def say(day: date, **_how: bool) -> str:
        said.append(day)
        return "12 May"

    monkeypatch.setattr(searching, "say_short", say)
    lines = read(vault, searching.everything_to_search)
    assert len(lines) > 70
    assert said == []
    assert next(line for line in lines if line.table == "agreed_action").what == "Agreed on 12 May"
    assert len(said) == 1
