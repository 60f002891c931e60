"""When the next PEP is due, from what is stored."""

from datetime import date

import pytest
from sqlalchemy import select

from carer_app.choices import Role, Support, WhichReview
from carer_app.domain.meeting import Meeting
from carer_app.domain.rule_changes import RuleChange
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    children,
    for_home,
    next_pep,
    own_calendar,
    pep_dates,
    recording_the_meeting,
    school_dates,
)
from carer_app.use_cases.children import ChildDate
from carer_app.use_cases.due_date_working import CountedDay
from carer_app.use_cases.pep_dates import OtherDates, PepDueView
from tests import builders
from tests.builders import TODAY

RIVERSIDE = "riverside_2025_26"


def due(vault: Vault, child: int) -> PepDueView:
    with vault.reading() as session:
        return pep_dates.pep_due(session, child, TODAY)


def hold(vault: Vault, child: int, on: date, next_on: date | None = None) -> None:
    meeting = builders.add_meeting(vault, child, on, uid=f"uid-{on}")
    with vault.work() as session:
        recording_the_meeting.meeting_was_held(session, meeting, on, TODAY)
        recording_the_meeting.set_next_pep(session, meeting, next_on)


def test_the_newest_meeting_counts_whether_it_was_recorded_or_typed(vault: Vault) -> None:
    builders.told_six_months(vault)
    child = builders.add_child(vault, last_pep_on=date(2025, 9, 12))
    assert due(vault, child).due_on == date(2026, 3, 12)
    hold(vault, child, date(2026, 3, 9))
    answer = due(vault, child)
    assert answer.due_on == date(2026, 9, 9)
    assert answer.reason == "6 months after the last PEP on Monday 9 March 2026."
    assert answer.rule == "a rule you set on 10 March 2026"


def test_without_term_dates_there_is_no_date_and_it_says_what_is_needed(vault: Vault) -> None:
    answer = due(vault, builders.add_child(vault, last_pep_on=date(2026, 1, 12), started=date(2026, 3, 2)))
    assert answer.due_on is None
    assert answer.needs_term_dates
    assert answer.asks_for


def test_both_of_southwarks_rules_stand_there_and_the_earlier_date_leads(vault: Vault) -> None:
    child = builders.add_child(vault, came_into_care_on=date(2025, 10, 9))
    with vault.work() as session:
        school_dates.use_example(
            session, children.child_facts(session, child, TODAY).school_id or 0, RIVERSIDE
        )
    with vault.reading() as session:
        answer = pep_dates.pep_due(session, child, date(2025, 10, 20))
    assert (answer.due_on, answer.rule) == (date(2025, 10, 23), "Southwark’s procedures manual")
    assert [(each.by, each.rule) for each in answer.working] == [
        (date(2025, 10, 23), "Southwark’s procedures manual"),
        (date(2025, 11, 14), "Southwark Council’s page, 2017"),
    ]
    assert answer.own_rules


def test_the_working_is_one_sentence_and_a_strip_of_numbered_days(vault: Vault) -> None:
    child = builders.add_child(vault, came_into_care_on=date(2025, 10, 9))
    with vault.work() as session:
        school_dates.use_example(
            session, children.child_facts(session, child, TODAY).school_id or 0, RIVERSIDE
        )
    with vault.reading() as session:
        page = pep_dates.pep_due(session, child, date(2025, 10, 20)).working[1]
    assert page.sentence == (
        "By Friday 14 November 2025: 20 school days after coming into care on Thursday 9 October 2025. "
        "The day after is day 1. Half term (27 to 31 October) and the training day on 24 October are left out."
    )
    assert [each.number for each in page.strip if each.number] == list(range(1, 21))
    assert page.strip[0] == CountedDay(date(2025, 10, 10), 1, "")
    assert page.strip[-1] == CountedDay(date(2025, 11, 14), 20, "")
    left_out = [(each.day.day, each.why) for each in page.strip if each.number is None]
    assert left_out == [(24, "Training day"), *((day, "Holiday") for day in range(27, 32))]


@pytest.mark.parametrize("council", ["", "Borsetshire"])
def test_for_a_council_we_do_not_carry_englands_rules_stand_in_and_it_says_so(
    vault: Vault, council: str
) -> None:
    answer = due(vault, builders.add_child(vault, council=council, came_into_care_on=date(2026, 3, 2)))
    assert (answer.council, answer.own_rules) == (council, False)
    assert answer.rule == "What most councils in England ask for"
    assert [(each.kind, each.by) for each in answer.working] == [
        ("first_pep_start", date(2026, 3, 16)),
        ("first_pep", date(2026, 3, 30)),
    ]
    assert answer.due_on == date(2026, 3, 30)


def test_each_term_says_by_when_at_the_latest_while_school_dates_are_not_known(vault: Vault) -> None:
    answer = due(vault, builders.add_child(vault, council="", last_pep_on=date(2025, 11, 3)))
    assert (answer.due_on, answer.roughly) == (
        None,
        "by the end of the spring term, at the latest 24 April 2026",
    )
    assert (answer.roughly_from, answer.surely_by) == (date(2026, 3, 15), date(2026, 4, 24))
    assert answer.needs_term_dates


def test_a_number_the_carer_put_right_counts_for_that_council_only(vault: Vault) -> None:
    mia = builders.add_child(vault, last_pep_on=date(2025, 9, 12))
    jordan = builders.add_child(vault, "Jordan", council="Borsetshire", came_into_care_on=date(2026, 3, 2))
    with vault.work() as session:
        for key, part, now in (
            ("southwark_2017", "rhythm.months", "5"),
            ("southwark_procedures", "rhythm.months", "7"),
            ("southwark_2017", "rhythm.months", "4"),
            ("england_usual", "first_pep_start.days", "3"),
        ):
            session.add(
                RuleChange(council="Southwark", rules_key=key, part=part, was="6", now=now, changed_on=TODAY)
            )
    assert due(vault, mia).due_on == date(2026, 1, 12)
    assert [each.by for each in due(vault, jordan).working] == [date(2026, 3, 16), date(2026, 3, 30)]


def test_without_a_school_place_a_pep_is_needed_all_the_same(vault: Vault) -> None:
    child = builders.add_child(vault, school="", came_into_care_on=date(2026, 3, 2))
    with vault.work() as session:
        children.set_council(session, child, "Southwark")
        children.set_school_place(session, child, False)
    page = next(each for each in due(vault, child).working if each.rule.endswith("2017"))
    assert page.by == date(2026, 3, 30)
    assert any("it is about getting a place" in doubt for doubt in page.uncertain)


def test_after_care_has_ended_no_pep_is_needed(vault: Vault) -> None:
    child = builders.add_child(vault, last_pep_on=date(2025, 9, 12), left_care_on=date(2026, 3, 9))
    answer = due(vault, child)
    assert (answer.state, answer.due_on) == ("no_more", None)
    assert answer.reason == "Care ended on Monday 9 March 2026, so no PEP is needed any more."
    with vault.reading() as session:
        before = pep_dates.pep_due(session, child, date(2026, 3, 8))  # it would be due on 12 March
    assert (before.state, before.due_on) == ("no_more", None)
    assert before.reason == "Care ends on Monday 9 March 2026, before another PEP is due."


def test_the_record_of_a_meeting_keeps_what_was_true_when_it_was_held(vault: Vault) -> None:
    child = builders.add_child(vault, last_pep_on=date(2025, 9, 12))
    hold(vault, child, date(2026, 3, 9))
    with vault.reading() as session:
        meeting = session.scalars(select(Meeting)).one()
        kept = (meeting.was_due_on, meeting.was_due_why, meeting.copy_due_on, meeting.copy_due_why)
    assert kept[0] == date(2026, 3, 12)
    assert kept[1].startswith("At most 6 months after the last PEP on Friday 12 September 2025.")
    assert "Rule: Southwark" in kept[1]
    assert kept[2] == date(2026, 3, 23)
    with vault.work() as session:
        children.set_council(session, child, "Borsetshire")
        children.set_date(session, child, ChildDate.LAST_PEP, date(2025, 1, 6), TODAY)
        change = {"council": "Borsetshire", "rules_key": "england_usual", "part": "copy_within.days"}
        session.add(RuleChange(**change, was="14", now="3", changed_on=TODAY))
    with vault.reading() as session:
        meeting = session.scalars(select(Meeting)).one()
        assert (meeting.was_due_on, meeting.was_due_why, meeting.copy_due_on, meeting.copy_due_why) == kept
        assert pep_dates.copy_expected(session, meeting).by == date(2026, 3, 23)
    with vault.work() as session:
        recording_the_meeting.meeting_was_not_held(session, session.scalars(select(Meeting.id)).one())
    with vault.reading() as session:
        meeting = session.scalars(select(Meeting)).one()
        assert (meeting.was_due_on, meeting.copy_due_on, meeting.copy_due_why) == (None, None, "")


def test_reviews_are_due_and_the_day_the_carer_was_given_leads(vault: Vault) -> None:
    child = builders.add_child(
        vault,
        came_into_care_on=date(2025, 10, 9),
        last_review_on=date(2025, 11, 5),
        last_pep_on=date(2025, 11, 3),
    )

    def dates() -> OtherDates:
        with vault.reading() as session:
            return pep_dates.other_dates(session, child, TODAY)

    seen = dates()
    assert seen.review is not None
    assert (seen.review.by, seen.said_review_on) == (date(2026, 2, 5), None)
    assert seen.review.uncertain == (
        "If that was not the first review, the last day for the next one: Tuesday 5 May 2026.",
    )
    with vault.work() as session:
        children.set_last_review_was(session, child, WhichReview.FIRST)
        children.set_date(session, child, ChildDate.REVIEW, date(2026, 4, 22), TODAY)
    seen = dates()
    assert seen.review is not None
    assert (seen.review.by, seen.said_review_on) == (date(2026, 2, 5), date(2026, 4, 22))
    assert seen.ehcp_review is None


def test_an_ehcp_review_near_the_pep_can_be_one_meeting_with_it(vault: Vault) -> None:
    builders.told_six_months(vault)
    child = builders.add_child(
        vault,
        last_pep_on=date(2025, 11, 3),
        ehcp_review_on=date(2025, 5, 20),
        last_review_on=date(2025, 11, 5),
    )
    with vault.reading() as session:
        assert pep_dates.other_dates(session, child, TODAY).ehcp_review is None
    with vault.work() as session:
        children.set_support(session, child, Support.EHCP)
    with vault.reading() as session:
        seen = pep_dates.other_dates(session, child, TODAY)
    assert seen.ehcp_review is not None
    assert seen.ehcp_review.by == date(2026, 5, 20)
    assert seen.together.startswith("The EHCP review is due by Wednesday 20 May 2026, close to the PEP.")


def test_the_social_workers_day_leads_with_their_name_and_ours_stands_beside_it(vault: Vault) -> None:
    child = builders.add_child(vault, last_pep_on=date(2025, 9, 12))
    with vault.work() as session:
        children.set_person(session, child, Role.SOCIAL_WORKER, "Ms Ali")
        children.set_date(session, child, ChildDate.SOCIAL_WORKER_SAYS, date(2026, 3, 25), TODAY)
    answer = due(vault, child)
    assert (answer.due_on, answer.reason) == (date(2026, 3, 25), "The social worker gave this date.")
    assert answer.computed_on == date(2026, 3, 12)


def test_the_day_the_social_worker_gave_is_used_up_by_the_meeting_held_just_before_it(vault: Vault) -> None:
    builders.told_six_months(vault)
    child = builders.add_child(vault)
    with vault.work() as session:
        children.set_date(session, child, ChildDate.SOCIAL_WORKER_SAYS, date(2026, 3, 20), date(2026, 3, 2))
    hold(vault, child, date(2026, 3, 9))
    answer = due(vault, child)
    assert answer.due_on == date(2026, 9, 9)
    assert answer.uncertain[-1] == (
        "The social worker gave Friday 20 March 2026, and then a PEP was held. So we took that day to be for that PEP. "
        "If it is for the next one, type it again."
    )
    with vault.work() as session:
        children.set_date(session, child, ChildDate.SOCIAL_WORKER_SAYS, date(2026, 3, 20), TODAY)
    answer = due(vault, child)
    assert answer.due_on == date(2026, 3, 20), "what was said after the last PEP is for the next"
    assert answer.said_by_social_worker
    with vault.work() as session:
        children.set_date(session, child, ChildDate.SOCIAL_WORKER_SAYS, date(2026, 8, 1), TODAY)
    assert due(vault, child).due_on == date(2026, 8, 1)


def test_the_agreed_day_is_that_of_the_newest_meeting_while_it_is_ahead(vault: Vault) -> None:
    child = builders.add_child(vault)
    hold(vault, child, date(2025, 9, 9), date(2026, 6, 1))
    hold(vault, child, date(2026, 3, 9), date(2026, 9, 7))
    with vault.reading() as session:
        assert pep_dates.agreed_date(session, child, TODAY) == date(2026, 9, 7)
        assert pep_dates.agreed_date(session, child, date(2026, 9, 7)) == date(2026, 9, 7)
        assert pep_dates.agreed_date(session, child, date(2026, 9, 8)) is None


@pytest.mark.parametrize(
    ("today", "says"), [(date(2026, 7, 2), "31 July"), (date(2026, 8, 2), "23 December")]
)
def test_where_it_may_be_either_of_two_terms_every_page_says_the_same_and_names_both(
    vault: Vault, today: date, says: str
) -> None:
    child = builders.add_child(vault, council="")
    with vault.work() as session:
        children.set_date(session, child, children.ChildDate.LAST_PEP, date(2026, 4, 14), today)
    with vault.reading() as session:
        answer = pep_dates.pep_due(session, child, today)
    (working,) = answer.working
    assert says in answer.roughly
    assert working.roughly == answer.roughly
    (doubt,) = answer.uncertain
    assert doubt.endswith("So the last day for the next one may be 31 July 2026 or 23 December 2026.")


def test_a_day_that_may_come_sooner_is_the_latest_on_every_page_and_in_the_calendar(vault: Vault) -> None:
    child = builders.add_child(vault, council="Hull", last_pep_on=date(2025, 9, 25))

    def said(on: date) -> tuple[str, str]:
        with vault.reading() as session:
            known = next_pep.next_pep_of(session, child, on)
            entries = own_calendar.own_entries(session, child, on, due_dates=True)
        return f"{known.words}\n{known.why}", ", ".join(each.words for each in entries)

    the_latest = "ue by Wednesday 25 March 2026 at the latest"
    page, file = said(TODAY)
    assert the_latest in page
    assert "PEP due, at the latest" in file
    builders.add_meeting(vault, child, date(2026, 3, 26))
    assert the_latest in said(TODAY)[0]
    with vault.reading() as session:
        (card,) = for_home.home(session, TODAY).steps
    assert f"The PEP is d{the_latest}" in " ".join((card.why, *(each.why for each in card.also)))


def copy_of(vault: Vault, council: str) -> pep_dates.CopyExpected:
    child = builders.add_child(vault, council=council)
    hold(vault, child, date(2026, 3, 9))
    with vault.reading() as session:
        meeting = session.scalars(select(Meeting)).one()
        return pep_dates.copy_expected(session, meeting)


def test_where_a_council_gives_a_day_for_the_copy_englands_earlier_one_is_not_counted(vault: Vault) -> None:
    """20 working days from 9 March, with Good Friday and Easter Monday between."""
    copy = copy_of(vault, "Hammersmith and Fulham")
    assert copy.by == date(2026, 4, 8)
    assert "Rule: Hammersmith" in copy.why


@pytest.mark.parametrize("council", ["Cumbria", "Borsetshire", ""])
def test_englands_rule_for_the_copy_is_counted_where_no_council_gives_a_day_that_leads(
    vault: Vault, council: str
) -> None:
    copy = copy_of(vault, council)
    assert copy.by == date(2026, 3, 23)
    assert "our own number, as we found no page that gives one" in copy.why
