"""What is read of all children at one go is the same as what is read of one child alone."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import Engine, Select, event, select

from carer_app.domain.agreed_action import AgreedAction
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.domain.stored_document import StoredDocument
from carer_app.storage.vault import Vault
from carer_app.use_cases import for_home, pep_copies
from carer_app.use_cases.for_home import Step
from carer_app.use_cases.of_each_child import Children, of_each_child
from tests import builders
from tests.benchmarks.big_household import big_household
from tests.builders import TODAY
from tests.more_years import add_years

MOST_ASKED = 20
"""So many questions, with the one that begins the reading, are enough for the cards that are seen first."""


@contextmanager
def asked_of() -> Iterator[Counter[str]]:
    """How often each table is asked meanwhile."""
    asked: Counter[str] = Counter()

    def note(_connection: object, _cursor: object, words: str, *_rest: object) -> None:
        asked[words.partition("FROM ")[2].split(" ")[0]] += 1

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def test_a_child_is_told_the_same_alone_as_among_the_others(vault: Vault) -> None:
    ids = builders.ordinary_household(vault)
    for child in ("mia", "jordan"):
        add_years(vault, ids[child], 0, 4)
    with vault.reading() as session:
        together = {step.child_id: step for step in for_home.home(session, TODAY).steps}
        copies = pep_copies.copies(session, TODAY)
    for child_id in (ids["mia"], ids["jordan"]):
        with vault.reading() as session:
            alone = for_home.next_step(session, session.get_one(Child, child_id), TODAY)
        assert alone == together[child_id]
        with vault.reading() as session:
            own = pep_copies.copies_of_child(session, child_id, TODAY)
        assert own == [copy for copy in copies if copy.child_id == child_id]
        assert own


@pytest.mark.parametrize("count", range(5))
@pytest.mark.parametrize("put_off", [(), (0,), (0, 2), (0, 1, 2)])
def test_home_begins_as_it_goes_on(vault: Vault, count: int, put_off: tuple[int, ...]) -> None:
    ids = builders.ordinary_household(vault)
    children = [ids["mia"], ids["jordan"], builders.add_child(vault, "Ada")]
    for number in put_off:
        builders.do(vault, for_home.put_off, children[number], TODAY + timedelta(days=9), TODAY)
    with vault.reading() as session:
        whole = for_home.home(session, TODAY)
    with vault.reading() as session:
        begins = for_home.home_begins(session, TODAY, count)
    assert len(begins.steps) >= min(count, len(children))
    assert begins.steps == whole.steps[: len(begins.steps)]
    assert begins.may_any_meet == any(step.may_meet for step in whole.steps)
    assert set(begins.child_ids) == set(children)
    with vault.reading() as session:
        assert for_home.home(session, TODAY, begins.steps) == whole


def test_one_more_child_costs_home_no_more_questions_about_what_was_asked_agreed_and_held(
    vault: Vault,
) -> None:
    ids = builders.ordinary_household(vault)
    for child in ("mia", "jordan"):
        add_years(vault, ids[child], 0, 4)
    with vault.reading() as session, asked_of() as asked:
        for_home.home(session, TODAY)
    assert asked["request"] <= 2
    assert asked["child_letter"] == asked["days_without_school"] == asked["not_now"] == 1


def test_what_is_asked_of_a_second_row_is_read_for_all_and_a_papers_words_only_for_itself(
    vault: Vault,
) -> None:
    ids = builders.ordinary_household(vault)
    add_years(vault, ids["mia"], 0, 5)
    with vault.reading() as session:
        meetings = session.scalars(select(Meeting)).all()
        with asked_of() as asked:
            assert len(meetings[0].attendees) + len(meetings[-1].attendees) > 1
            assert [len(each.copies) for each in meetings][-5:] == [1] * 5
            assert {each.child.name for each in meetings} == {"Mia", "Jordan"}
        assert asked["attendee"] == asked["pep_copy"] == 2
        papers = session.scalars(select(StoredDocument)).all()
        with asked_of() as asked:
            assert [paper.page_words[0].text for paper in papers[:3]] == ["Words of the page."] * 3
        assert asked["paper_page"] == 3


def test_what_was_removed_is_still_left_out_of_what_is_read_for_all(vault: Vault) -> None:
    ids = builders.ordinary_household(vault)
    add_years(vault, ids["mia"], 0, 3)
    with vault.reading() as session:
        held = [each for each in session.scalars(select(Meeting)) if each.actions_even_removed][-3:]
        assert [(len(each.actions), len(each.actions_even_removed)) for each in held] == [(3, 4)] * 3


def test_of_many_actions_home_makes_none_a_row_of_the_records(vault: Vault) -> None:
    big_household(vault, actions=60, notes=0)
    with vault.reading() as session:
        begins = for_home.home_begins(session, TODAY, 2)
        said = [*begins.steps, *(found for step in begins.steps for found in step.also)]
        assert {Step.OTHERS_LATE, Step.MY_OPEN_ACTION} <= {step.step for step in said}
        assert not [row for row in session.identity_map.values() if isinstance(row, AgreedAction)]


def test_home_of_twelve_years_begins_with_few_questions(vault: Vault) -> None:
    big_household(vault, actions=60, notes=0)
    with vault.reading() as session, asked_of() as asked:
        for_home.home_begins(session, TODAY, 2)
    assert sum(asked.values()) <= MOST_ASKED


def test_a_question_is_put_into_words_once_and_what_was_removed_stays_out_of_it(vault: Vault) -> None:
    worded: list[object] = []

    @of_each_child
    def held(children: Children) -> Select[int, Meeting]:
        worded.append(children)
        return select(Meeting.child_id, Meeting).where(Meeting.child_id.in_(children))

    child = builders.add_child(vault)
    meeting = builders.add_meeting(vault, child)
    assert [each.id for each in builders.read(vault, held, child)] == [meeting]
    with vault.work() as session:
        session.get_one(Meeting, meeting).remove(TODAY)
    assert builders.read(vault, held, child) == []
    assert len(worded) == 1
