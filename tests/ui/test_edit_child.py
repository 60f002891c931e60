"""A child’s facts, saved as they are typed."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from carer_app.choices import Pronoun, Support
from carer_app.storage.vault import Vault
from carer_app.use_cases import children
from carer_app.use_cases.children import ChildDate
from tests import builders
from tests.ui.audit import settle
from tests.ui.children_pages import facts, journey
from tests.ui.preparing_pages import focused, open_everything, type_day, write
from ui.base.house import House
from ui.base.places import ChildRecord, EditChild
from ui.children.edit_child import EditChildPage
from ui.widgets.date_field import DateField

Show = Callable[[Any], Any]


@pytest.fixture
def mia(vault: Vault) -> int:
    return builders.add_child(vault, "Mia", "")


@pytest.fixture
def page(house: House, show: Show, mia: int) -> EditChildPage:
    page: EditChildPage = show(EditChildPage(house, EditChild(mia)))
    return page


def day_box(page: EditChildPage, question: str) -> DateField:
    return next(box for box in page.findChildren(DateField) if box.line.accessibleName() == question)


def test_she_he_or_they_is_asked_once_of_each_child(page: EditChildPage, house: House, mia: int) -> None:
    assert page.pronoun.value() == Pronoun.THEY
    page.pronoun.row("she").click()
    assert facts(house, mia).pronoun == Pronoun.SHE


@pytest.mark.parametrize(
    ("box", "field", "typed"),
    [
        ("name", "name", builders.NASTY),
        ("school", "school", "St Mary’s & St John’s"),
        ("class_name", "class_name", "Miss Kay’s class"),
        ("worker", "social_worker", "Ms Ali"),
        ("phone", "social_worker_phone", "020 7946 0000"),
        ("teacher", "designated_teacher", "Mr Fox"),
    ],
)
def test_words_are_stored_exactly_as_typed(
    page: EditChildPage, house: House, mia: int, box: str, field: str, typed: str
) -> None:
    text = getattr(page, box)
    text.setPlainText(typed)
    text.flush()
    assert getattr(facts(house, mia), field) == typed


@pytest.mark.parametrize(
    ("question", "typed", "field", "stored"),
    [
        ("Birthday", "2 May 2016", "birthday", date(2016, 5, 2)),
        ("Came into care on", "3/2/26", "came_into_care_on", date(2026, 2, 3)),
        ("Last PEP meeting", "3 November", "last_pep_on", date(2025, 11, 3)),
        (
            "The social worker says the next PEP is due by",
            "1 April",
            "social_worker_says_by",
            date(2026, 4, 1),
        ),
        ("Day of the next review", "22 April", "review_on", date(2026, 4, 22)),
        ("Started at this school on", "2 September", "started_school_on", date(2025, 9, 2)),
    ],
)
def test_a_day_is_stored_and_can_be_emptied_again(
    page: EditChildPage, house: House, mia: int, question: str, typed: str, field: str, stored: date
) -> None:
    box = day_box(page, question)
    type_day(box.line, typed)
    assert getattr(facts(house, mia), field) == stored
    type_day(box.line, "")
    assert getattr(facts(house, mia), field) is None


def test_a_birthday_shows_the_year_group_and_why(page: EditChildPage) -> None:
    assert not page.year.isVisible()
    type_day(day_box(page, "Birthday").line, "2 May 2016")
    assert page.year.words() == (
        "Year 5 until 31 August 2026: Mia was 9 on 31 August 2025, the day before the school year began."
    )
    assert page.year.words() in day_box(page, "Birthday").line.accessibleDescription()


@pytest.mark.parametrize("typed", ["31 feb", "2 May 2027"])
def test_an_impossible_birthday_stays_typed_and_is_there_again(
    page: EditChildPage, house: House, show: Show, mia: int, typed: str
) -> None:
    type_day(day_box(page, "Birthday").line, typed)
    assert facts(house, mia).birthday is None
    again: EditChildPage = show(EditChildPage(house, EditChild(mia)))
    box = day_box(again, "Birthday")
    assert box.raw() == typed
    assert box.problem()


def test_a_name_that_is_emptied_is_asked_for_and_kept(page: EditChildPage, house: House, mia: int) -> None:
    page.name.setFocus()
    page.name.selectAll()
    page.name.cut()
    page.name.flush()
    house.records.changed.emit()
    assert page.name.text() == ""
    assert "A child needs a name." in page.name_field.error()
    assert facts(house, mia).name == "Mia"
    write(page.name, "Mia B")
    assert page.name_field.error() == ""
    assert facts(house, mia).name == "Mia B"
    assert page.accessibleName() == "Facts about Mia B"


@pytest.mark.parametrize("support", list(Support))
def test_support_is_one_of_four_answers(
    page: EditChildPage, house: House, mia: int, support: Support
) -> None:
    page.support.row(support.value).click()
    assert facts(house, mia).support == support


def test_everything_stored_is_shown(house: House, show: Show, vault: Vault) -> None:
    ids = builders.ordinary_household(vault)
    house.records.change(children.set_date, ids["mia"], ChildDate.REVIEW, date(2026, 4, 22), builders.TODAY)
    page: EditChildPage = show(EditChildPage(house, EditChild(ids["mia"])))
    assert (page.name.text(), page.school.text(), page.worker.text(), page.teacher.text()) == (
        "Mia",
        "Riverside Primary",
        "Ms Ali",
        "Mr Fox",
    )
    assert day_box(page, "Started at this school on").value() == date(2026, 2, 10)
    assert day_box(page, "Day of the next review").value() == date(2026, 4, 22)


def test_continue_leads_to_the_child(page: EditChildPage, mia: int) -> None:
    went = journey(page)
    page.done.click()
    assert went == [ChildRecord(mia)]


@pytest.mark.parametrize(("known", "at"), [({}, 0), ({"came_into_care_on": date(2025, 1, 12)}, 1)])
def test_whoever_comes_to_add_a_date_is_at_the_one_that_is_missing(
    house: House, show: Show, vault: Vault, known: dict[str, date], at: int
) -> None:
    child = builders.add_child(vault, "Leo", **known)
    page: EditChildPage = show(EditChildPage(house, EditChild(child, "dates")))
    page.resize(1000, 500)
    settle()
    page.focus_first()
    settle()
    question = ("Came into care on", "Last PEP meeting")[at]
    assert focused(page) is day_box(page, question).line


def test_whoever_comes_to_add_the_school_is_at_its_box(house: House, show: Show, mia: int) -> None:
    page: EditChildPage = show(EditChildPage(house, EditChild(mia, "school")))
    page.resize(1000, 500)
    page.focus_first()
    settle()
    assert focused(page) is page.school
    top = page.school.mapTo(page.body.viewport(), page.school.rect().topLeft()).y()
    assert 0 <= top < page.body.viewport().height() - page.school.height()
    card = next(each for each in page.cards if each.isAncestorOf(page.school))
    begins = card.mapTo(page.body.viewport(), card.rect().topLeft()).y()
    assert 0 <= begins < 40, "the form begins at the top of what is seen"
    assert EditChild(mia, "school").key == EditChild(mia).key, "what is half typed is there by either way"


FIRST, SECOND = date(2025, 11, 3), date(2026, 2, 2)


@pytest.fixture
def moved(page: EditChildPage) -> DateField:
    """The box with the newest move; the first was typed, and another day was typed over it."""
    open_everything(page)
    box = day_box(page, "Moved to another home on")
    type_day(box.line, "3 November 2025")
    assert not page.moves.question.isVisible(), "nothing stood there: there is nothing to ask"
    type_day(box.line, "2 February 2026")
    return box


def test_a_day_typed_over_a_move_is_asked_about_and_what_was_there_stays_until_then(
    page: EditChildPage, house: House, show: Show, mia: int, moved: DateField
) -> None:
    assert facts(house, mia).moves == (FIRST,)
    assert page.moves.question.words() == (
        "Is Monday 2 February 2026 another move, or are you putting the day right? "
        "Until you answer, Monday 3 November 2025 stays as it is."
    )
    assert page.moves.another.isVisible()
    again: EditChildPage = show(EditChildPage(house, EditChild(mia)))
    assert day_box(again, "Moved to another home on").value() == SECOND, "nothing typed is lost"
    assert again.moves.question.isVisible()


@pytest.mark.parametrize(("answer", "moves"), [("another", (FIRST, SECOND)), ("right", (SECOND,))])
def test_the_answer_is_kept_and_can_be_undone(
    page: EditChildPage, house: House, mia: int, moved: DateField, answer: str, moves: tuple[date, ...]
) -> None:
    getattr(page.moves, answer).click()
    assert facts(house, mia).moves == moves
    assert (moved.value(), tuple(page.moves.rows)) == (SECOND, moves[:-1])
    assert not page.moves.question.isVisible()
    house.records.undo()
    assert facts(house, mia).moves == (FIRST,)
    assert (moved.value(), tuple(page.moves.rows)) == (FIRST, ())


def test_an_earlier_move_is_typed_in_the_same_box(page: EditChildPage, house: House, mia: int) -> None:
    box = day_box(page, "Moved to another home on")
    type_day(box.line, "2 February 2026")
    type_day(box.line, "3 November 2025")
    page.moves.another.click()
    assert facts(house, mia).moves == (FIRST, SECOND)
    assert box.value() == SECOND


def test_each_move_can_be_taken_out_by_itself(
    page: EditChildPage, house: House, mia: int, moved: DateField
) -> None:
    page.moves.another.click()
    page.moves.rows[FIRST].click()
    assert facts(house, mia).moves == (SECOND,)
    house.records.undo()
    assert facts(house, mia).moves == (FIRST, SECOND)
    type_day(moved.line, "")
    assert facts(house, mia).moves == (FIRST,)
    assert (moved.value(), page.moves.rows) == (FIRST, {}), "the one before is the newest again"
    house.records.undo()
    assert facts(house, mia).moves == (FIRST, SECOND)


def test_what_stood_there_typed_again_asks_nothing(
    page: EditChildPage, house: House, mia: int, moved: DateField
) -> None:
    type_day(moved.line, "3 November 2025")
    assert not page.moves.question.isVisible()
    assert facts(house, mia).moves == (FIRST,)
