"""Whatever is known of a child, on whatever day: no sentence speaks of a day gone by as if it were to come."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from carer_app.choices import Support
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    changing_school,
    children,
    for_home,
    own_calendar,
    planning,
    recording_the_meeting,
    reporting_back,
    school_dates,
    summarising,
)
from carer_app.use_cases.children import ChildDate, FirstFact
from carer_app.use_cases.next_pep import next_pep_of
from carer_app.use_cases.pep_dates import other_dates
from tests.use_cases.test_eighteen_months import parts_of, untrue_in

START = date(2026, 3, 10)
PAST = st.integers(-400, 0).map(lambda days: START + timedelta(days=days))
AHEAD = st.integers(1, 200).map(lambda days: START + timedelta(days=days))
FACTS = st.fixed_dictionaries(
    {},
    optional={
        ChildDate.CAME_INTO_CARE: PAST,
        ChildDate.LAST_PEP: PAST,
        ChildDate.LAST_REVIEW: PAST,
        ChildDate.EHCP_REVIEW: PAST,
        ChildDate.BIRTHDAY: st.dates(date(2008, 1, 1), date(2023, 12, 31)),
        ChildDate.SOCIAL_WORKER_SAYS: AHEAD,
        ChildDate.REVIEW: AHEAD,
        ChildDate.LEFT_CARE: AHEAD,
    },
)


@settings(max_examples=25, deadline=None)
@given(
    council=st.sampled_from(["", "Southwark", "Kent", "Gateshead", "Leicestershire", "Borsetshire"]),
    facts=FACTS,
    has_dates=st.booleans(),
    has_place=st.booleans(),
    moves_on=st.none() | AHEAD,
    planned=st.none() | AHEAD,
    held=st.none() | PAST,
    later=st.integers(0, 400),
)
def test_no_sentence_speaks_of_the_past_as_if_it_were_to_come(
    council: str,
    facts: dict[ChildDate, date],
    has_dates: bool,
    has_place: bool,
    moves_on: date | None,
    planned: date | None,
    held: date | None,
    later: int,
) -> None:
    vault, now = Vault.in_memory(), START + timedelta(days=later)
    with vault.work() as session:
        child = children.add_child(session, "Mia", FirstFact.NONE_YET, None, START, "uid-0")
        children.set_council(session, child, council)
        children.set_school(session, child, "Riverside Primary")
        children.set_school_place(session, child, has_place)
        children.set_support(session, child, Support.EHCP)
        if has_dates:
            school = children.child_facts(session, child, START).school_id
            assert school is not None
            school_dates.use_example(session, school, "riverside_2025_26")
        for which, day in facts.items():
            children.set_date(session, child, which, day, START)
        if held is not None:
            meeting = planning.plan_meeting(session, child, "uid-held")
            recording_the_meeting.meeting_was_held(session, meeting, held, START)
            recording_the_meeting.set_next_pep(session, meeting, planned)
        if planned is not None and held is None:
            planning.put_in_a_meeting(session, child, "uid-planned", planned, START)
        if moves_on is not None:
            changing_school.change_school(session, child, "Big School", moves_on, START)
        sheet_of = planning.plan_meeting(session, child, "uid-sheet")
    with vault.reading() as session:
        (card,) = for_home.home(session, now).steps
        known, other = next_pep_of(session, child, now), other_dates(session, child, now)
        sheet = summarising.whole_sheet(session, sheet_of, now)
        review_list = reporting_back.actions_for_review(session, child, now)
        file = own_calendar.own_entries(session, child, now, due_dates=True)
    vault.close()
    texts = [card.words, card.why, card.meeting_words, *(each.in_short for each in card.also)]
    texts += [known.words, known.why, known.too_late, *known.due.uncertain]
    texts += [other.review_words, other.review_why, other.ehcp_words, other.together]
    said = [part for text in texts for line in text.split("\n") for part in parts_of(line)]
    assert [part for part in said if untrue_in(part, now)] == []
    assert all(each.on_day >= now for each in file)
    assert all(each.on is None or each.on >= now for each in sheet.dates)
    assert review_list.review_on is None or review_list.review_on >= now
    left = facts.get(ChildDate.LEFT_CARE)
    days = [each.on_day for each in file if not each.cancelled]
    assert left is None or all(day < left for day in days), "nothing after care has ended"
