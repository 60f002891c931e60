"""Adding children and keeping their facts."""

from datetime import date, timedelta

import pytest

from carer_app.choices import Role
from carer_app.errors import NotAllowed, NotFound
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, drafts
from carer_app.use_cases.children import ChildDate, ChildFacts, FirstFact
from carer_app.use_cases.drafts import DraftKey
from carer_app.use_cases.pep_dates import pep_due
from tests.builders import NASTY, TODAY, add_child, add_meeting, told_six_months

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def facts(vault: Vault, child: int, today: date = TODAY) -> ChildFacts:
    with vault.reading() as session:
        return children.child_facts(session, child, today)


def names(vault: Vault) -> list[str]:
    with vault.reading() as session:
        return [row.name for row in children.list_children(session, TODAY)]


@pytest.mark.parametrize("name", ["M", NASTY, "Wolfe" * 60])
def test_any_name_is_kept_as_typed(vault: Vault, name: str) -> None:
    with vault.work() as session:
        child = children.add_child(session, f"  {name} ", FirstFact.NONE_YET, None, TODAY, "uid")
    assert facts(vault, child).name == name


def test_a_child_needs_a_name(vault: Vault) -> None:
    with pytest.raises(NotAllowed, match="name"), vault.work() as session:
        children.add_child(session, " \n", FirstFact.NONE_YET, None, TODAY, "uid")
    assert names(vault) == []


def test_the_day_of_the_next_meeting_becomes_a_meeting(vault: Vault) -> None:
    with vault.work() as session:
        child = children.add_child(session, "Mia", FirstFact.MEETING, TOMORROW, TODAY, "uid-of-mia")
    (meeting,) = facts(vault, child).meetings
    assert (meeting.on_day, meeting.is_over) == (TOMORROW, False)


@pytest.mark.parametrize(
    ("fact", "field"),
    [(FirstFact.LAST_PEP, "last_pep_on"), (FirstFact.CAME_INTO_CARE, "came_into_care_on")],
)
def test_one_day_about_the_past_is_kept_as_that_fact(vault: Vault, fact: FirstFact, field: str) -> None:
    with vault.work() as session:
        child = children.add_child(session, "Mia", fact, YESTERDAY, TODAY, "uid")
    assert getattr(facts(vault, child), field) == YESTERDAY
    assert facts(vault, child).meetings == ()


@pytest.mark.parametrize(
    ("fact", "day"),
    [(FirstFact.MEETING, YESTERDAY), (FirstFact.LAST_PEP, TOMORROW), (FirstFact.CAME_INTO_CARE, TOMORROW)],
)
def test_a_day_on_the_wrong_side_of_today_adds_nobody(vault: Vault, fact: FirstFact, day: date) -> None:
    with pytest.raises(NotAllowed), vault.work() as session:
        children.add_child(session, "Mia", fact, day, TODAY, "uid")
    assert names(vault) == []


def test_what_was_half_typed_about_a_new_child_is_let_go_once_they_are_added(vault: Vault) -> None:
    with vault.work() as session:
        drafts.keep(session, DraftKey("the form"), "name", "Mi")
        drafts.keep(session, DraftKey("another form"), "name", "Jo")
        children.add_child(session, "Mia", FirstFact.NONE_YET, None, TODAY, "uid", DraftKey("the form"))
    with vault.reading() as session:
        assert drafts.of_place(session, DraftKey("the form")) == {}
        assert drafts.of_place(session, DraftKey("another form")) == {"name": "Jo"}


def test_a_cleared_child_leaves_the_list_and_comes_back_whole(vault: Vault) -> None:
    mia, jordan = add_child(vault, "Mia", last_pep_on=YESTERDAY), add_child(vault, "Jordan")
    add_meeting(vault, mia)
    before = facts(vault, mia)
    with vault.work() as session:
        children.delete_child(session, mia, TODAY)
    assert names(vault) == ["Jordan"]
    with pytest.raises(NotFound):
        facts(vault, mia)
    with vault.reading() as session:
        assert [row.id for row in children.cleared_children(session, TODAY)] == [mia]
    with vault.work() as session:
        children.bring_back(session, mia)
    assert names(vault) == ["Mia", "Jordan"]
    assert facts(vault, mia) == before
    with vault.reading() as session:
        assert children.cleared_children(session, TODAY) == []
    assert facts(vault, jordan).name == "Jordan"


def test_the_list_says_year_and_school(vault: Vault) -> None:
    add_child(vault, "Mia", "Elm Park", birthday=date(2016, 5, 2))
    add_child(vault, "Jo", "")
    with vault.reading() as session:
        assert [row.about for row in children.list_children(session, TODAY)] == ["Year 5 · Elm Park", ""]


@pytest.mark.parametrize(
    ("birthday", "year", "why"),
    [
        (date(2016, 5, 2), "Year 5", "Mia was 9 on 31 August 2025"),
        (date(2016, 8, 31), "Year 5", "Mia was 9 on 31 August 2025"),
        (date(2016, 9, 1), "Year 4", "Mia was 8 on 31 August 2025"),
        (date(2020, 11, 30), "Reception", "Mia was 4 on 31 August 2025"),
        (date(2024, 1, 1), "", "Too young for Nursery yet."),
        (date(2004, 1, 1), "", "Older than Year 13."),
    ],
)
def test_the_year_group_comes_with_how_it_was_worked_out(
    vault: Vault, birthday: date, year: str, why: str
) -> None:
    child = facts(vault, add_child(vault, birthday=birthday))
    assert child.year == year
    assert why in child.year_why


def test_without_a_birthday_no_year_is_made_up(vault: Vault) -> None:
    child = facts(vault, add_child(vault))
    assert (child.year, child.year_why) == ("", "")


def test_a_birthday_ahead_is_refused_and_the_one_before_stays(vault: Vault) -> None:
    child = add_child(vault, birthday=date(2016, 5, 2))
    with pytest.raises(NotAllowed, match="not come yet"), vault.work() as session:
        children.set_date(session, child, ChildDate.BIRTHDAY, TOMORROW, TODAY)
    assert facts(vault, child).birthday == date(2016, 5, 2)


def test_a_review_may_lie_ahead_and_a_day_can_be_emptied(vault: Vault) -> None:
    child = add_child(vault, review_on=TOMORROW)
    assert facts(vault, child).review_on == TOMORROW
    with vault.work() as session:
        children.set_date(session, child, ChildDate.REVIEW, None, TODAY)
    assert facts(vault, child).review_on is None


def test_a_name_that_is_emptied_keeps_the_one_before(vault: Vault) -> None:
    child = add_child(vault, "Mia")
    with vault.work() as session:
        children.rename(session, child, "  ")
    assert facts(vault, child).name == "Mia"


def test_typing_a_social_worker_again_does_not_lose_the_phone_number(vault: Vault) -> None:
    child = add_child(vault)
    for name in ("Ms Ali", "", "Mr O", "Mr Obi"):
        with vault.work() as session:
            children.set_person(session, child, Role.SOCIAL_WORKER, name)
            if name == "Ms Ali":
                children.set_phone(session, child, Role.SOCIAL_WORKER, "020 7946 0000")
    child_now = facts(vault, child)
    assert (child_now.social_worker, child_now.social_worker_phone) == ("Mr Obi", "020 7946 0000")


def test_a_phone_number_may_come_before_the_name(vault: Vault) -> None:
    child = add_child(vault)
    with vault.work() as session:
        children.set_phone(session, child, Role.SOCIAL_WORKER, "020 7946 0000")
    assert facts(vault, child).social_worker == ""
    assert facts(vault, child).social_worker_phone == "020 7946 0000"


def test_the_date_of_the_social_worker_leads_and_the_worked_out_one_stands_beside_it(vault: Vault) -> None:
    told_six_months(vault)
    child = add_child(vault, last_pep_on=date(2025, 11, 3), social_worker_says_by=date(2026, 4, 1))
    with vault.reading() as session:
        due = pep_due(session, child, TODAY)
    assert (due.due_on, due.computed_on) == (date(2026, 4, 1), date(2026, 5, 3))
    assert due.said_by_social_worker


@pytest.mark.parametrize(
    ("birthday", "years_ahead", "said"),
    [
        (
            date(2009, 9, 1),
            0,
            "School goes on until Friday 26 June 2026. Then Mia can choose school, college or training, up to 18.",
        ),
        (
            date(2009, 8, 31),
            0,
            "School goes on until Friday 27 June 2025. Then Mia can choose school, college or training, up to 18.",
        ),
        # Taught a class below: the day goes by age all the same.
        (
            date(2009, 9, 1),
            -1,
            "School goes on until Friday 26 June 2026. Then Mia can choose school, college or training, up to 18.",
        ),
        (date(2012, 9, 1), 0, ""),
    ],
)
def test_the_day_school_ends_by_law_is_said_when_it_is_near(
    vault: Vault, birthday: date, years_ahead: int, said: str
) -> None:
    child = add_child(vault, birthday=birthday)
    with vault.work() as session:
        children.set_years_ahead(session, child, years_ahead)
    with vault.reading() as session:
        why = children.child_facts(session, child, TODAY).year_why
    assert why.endswith(said)
    assert ("up to 18" in why) is bool(said)
