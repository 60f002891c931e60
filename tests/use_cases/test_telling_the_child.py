"""Telling the child: the words for three ages, and the slip with numbers."""

import re
from datetime import date

import pytest

from carer_app.choices import Coming, PlainQuestion, Role
from carer_app.paper import pdf
from carer_app.storage.vault import Vault
from carer_app.texts import facts
from carer_app.texts.facts import fact
from carer_app.texts.numbers import numbers
from carer_app.texts.scripts import About, Script, script_for, scripts
from carer_app.use_cases import children, numbers_slip, planning, preparing, summarising, telling_the_child
from carer_app.use_cases.children import ChildDate
from tests import builders
from tests.builders import TODAY, do
from tests.paper.sheets import in_order, read, text_of


@pytest.fixture
def child(vault: Vault) -> int:
    return builders.add_child(vault)


@pytest.fixture
def meeting(vault: Vault, child: int) -> int:
    return builders.add_meeting(vault, child)


def told(vault: Vault, meeting: int, which: int | None = None) -> telling_the_child.Telling:
    with vault.reading() as session:
        return telling_the_child.telling(session, meeting, TODAY, which)


def test_every_age_from_3_to_18_has_its_script_and_the_ages_meet() -> None:
    for before, after in zip(scripts(), scripts()[1:], strict=False):
        assert after.ages[0] == before.ages[1] + 1
    assert [scripts().index(script_for(age)) for age in (3, 6, 7, 10, 11, 16, 18)] == [0, 0, 1, 1, 2, 2, 2]
    assert script_for(None) is scripts()[1]


@pytest.mark.parametrize("script", scripts(), ids=lambda script: script.title)
def test_every_script_says_what_who_can_see_that_they_may_stop_and_the_limit_and_promises_no_secret(
    script: Script,
) -> None:
    abouts = {line.about for line in script.lines}
    assert {
        About.WHAT,
        About.WHEN,
        About.WHO,
        About.SEEN,
        About.COMING,
        About.SPEAKS,
        About.NOTHING,
    } <= abouts
    assert {About.HURT, About.AFTER} <= abouts
    [seen] = [line.words for line in script.lines if line.about == About.SEEN]
    assert re.search(r"I can (read|see) it|so can I", seen)
    [hurt] = [line.words for line in script.lines if line.about == About.HURT]
    assert "whose job is to help" in hurt
    everything = " ".join(line.words for line in script.lines)
    assert not re.search(r"secret|private|just between|wish", everything, re.IGNORECASE)
    assert {Role.SOCIAL_WORKER, Role.DESIGNATED_TEACHER, Role.VIRTUAL_SCHOOL} <= set(script.people)
    assert all("{name}" in words for role, words in script.people.items() if role != Role.CARER)


def test_the_script_fits_the_age_on_the_day_of_the_meeting(vault: Vault, child: int, meeting: int) -> None:
    assert told(vault, meeting).fits == 1
    do(vault, children.set_date, child, ChildDate.BIRTHDAY, date(2019, 3, 18), TODAY)
    assert told(vault, meeting).fits == 1
    do(vault, children.set_date, child, ChildDate.BIRTHDAY, date(2019, 3, 19), TODAY)
    assert told(vault, meeting).fits == 0
    assert told(vault, meeting, 2).title == "11 and over"


def test_the_day_and_those_who_come_are_filled_in(vault: Vault, meeting: int) -> None:
    worker = do(vault, planning.add_attendee, meeting, "Ms Ali", Role.SOCIAL_WORKER)
    gone = do(vault, planning.add_attendee, meeting, "Mr Fox", Role.TEACHER)
    do(vault, planning.set_coming, gone, Coming.NO)
    do(vault, planning.set_person_field, worker, "child_calls", "Amina")
    words = " ".join(line.words for line in told(vault, meeting).lines)
    assert "Wednesday 18 March 2026" in words
    assert "Amina may be there, your social worker." in words
    assert "Mr Fox" not in words
    assert "{" not in words
    do(vault, planning.set_day, meeting, None)
    assert "We don’t know the day yet." in " ".join(line.words for line in told(vault, meeting).lines)


@pytest.mark.parametrize("role", [role for role in Role if role not in telling_the_child.NOT_TOLD])
@pytest.mark.parametrize("coming", list(Coming))
def test_only_who_said_yes_is_said_to_be_there(
    vault: Vault, meeting: int, role: Role, coming: Coming
) -> None:
    for row in vault.run(planning.attendees, meeting):
        do(vault, planning.set_coming, row.id, Coming.NO)
    somebody = do(vault, planning.add_attendee, meeting, "Sam", role)
    do(vault, planning.set_coming, somebody, coming)
    for which in range(3):
        lines = told(vault, meeting, which).lines
        words = " ".join(line.words for line in lines if line.about == About.WHO)
        assert ("will be there" in words) == (coming in (Coming.YES, Coming.PART)), which
        if coming == Coming.NO:
            assert words == ("" if role == Role.CARER else "“I want to be there.”"), which
        else:
            is_open = bool(re.search("(may|want to) be there", words))
            assert is_open == (coming == Coming.NOT_KNOWN), which
        assert "{" not in words, which


def test_how_the_child_is_helped_is_on_the_carers_copy_and_how_views_are_given_on_everyones(
    vault: Vault, meeting: int
) -> None:
    do(vault, preparing.write_answer, meeting, PlainQuestion.SIGNAL, "a blue card")
    do(vault, preparing.write_answer, meeting, PlainQuestion.VIEWS_HOW, "a drawing")
    with vault.reading() as session:
        mine = summarising.my_sheet(session, meeting, TODAY)
    assert ("The signal", "a blue card") in [(item.label, item.what) for item in mine.only_here]
    assert "a drawing" in mine.sheet.opening_lines()[-1]
    assert "blue card" not in repr(mine.sheet)


# The slip with numbers


def test_every_number_says_when_and_where_it_was_looked_up() -> None:
    for each in numbers():
        assert all(fact(key).source for key in each.facts)
        assert each.hours or each.unchecked
        assert facts.checked_on(each.facts) >= date(2026, 11, 25)
        assert re.fullmatch(r"\d[\d ]+\d", each.number)
    keys = [each.key for each in numbers()]
    assert len(set(keys)) == len(keys)


def test_the_slip_has_people_first_then_numbers_and_names_no_child(vault: Vault, child: int) -> None:
    do(vault, children.set_person, child, Role.SOCIAL_WORKER, "Ms Ali")
    with vault.reading() as session:
        slip = numbers_slip.numbers_slip(session, child)
    data = pdf.make_pdf(slip)
    assert len(read(data).pages) == 1
    words = text_of(data)
    assert in_order(
        words, "A teacher I trust", "My social worker: Ms Ali", "My advocate", "0800 1111", "0800 528 0731", "999",
        "whose job is to help", "as we had them on Sunday 29 November 2026",
    )  # fmt: skip
    assert "Mia" not in words
