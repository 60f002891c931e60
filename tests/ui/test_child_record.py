"""A child’s own page."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtTest import QTest

from carer_app.choices import NoteKind, PaperKind, Role, Share, Support
from carer_app.sitting import Said, Sitting
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    children,
    childs_kept_words,
    filing,
    following_up,
    for_home,
    papers,
    planning,
    recording_the_meeting,
    writing_notes,
)
from carer_app.use_cases.children import ChildDate, FirstFact
from carer_app.use_cases.filing import NewDocument, NewSource
from carer_app.use_cases.papers import NewPaper
from carer_app.use_cases.writing_notes import NewNote
from tests import builders
from tests.builders import TODAY
from tests.ui.audit import settle
from tests.ui.children_pages import facts, journey, school_of, undoable, use_riverside
from tests.ui.preparing_pages import focused, sentences, type_day
from ui.base.house import House
from ui.base.places import (
    Actions,
    AddActions,
    AddPaper,
    AfterMeeting,
    CareReviewPlace,
    CheckDates,
    ChildRecord,
    Children,
    DatesOf,
    DaysWithoutSchoolPlace,
    Documents,
    EditChild,
    FirstWeek,
    GetReady,
    HeldBefore,
    NotesOf,
    ReadDocument,
    SchoolCardPlace,
    SchoolDates,
)
from ui.children.child_record import ChildRecordPage
from ui.children.dates_of import DatesOfPage
from ui.parts.few_lines import FewLines
from ui.widgets.text import Heading, PlainLabel

Show = Callable[[Any], Any]
CARE, STARTED = date(2026, 2, 3), date(2025, 9, 2)


def page_of(house: House, show: Show, child: int) -> ChildRecordPage:
    page: ChildRecordPage = show(ChildRecordPage(house, ChildRecord(child)))
    return page


def lines(few: FewLines) -> list[str]:
    return [line.words() for line in few.lines]


def worked_out(house: House, show: Show, child: int) -> str:
    """What stands behind the press on the date, also what a further press there opens."""
    page = show(DatesOfPage(house, DatesOf(child)))
    settle()
    return "\n".join(label.words() for label in page.findChildren(PlainLabel))


def meetings(page: ChildRecordPage) -> list[str]:
    rows = page.meetings.rows
    return [rows.row(row).accessibleName() for row in rows.ids()]


def test_the_page_is_called_after_the_child_and_says_year_and_school(
    house: House, show: Show, vault: Vault
) -> None:
    mia = builders.add_child(vault, builders.NASTY, "Elm", started=STARTED, birthday=date(2016, 5, 2))
    page = page_of(house, show, mia)
    assert page.accessibleName() == builders.NASTY
    assert page.line.words() == "Year 5 · Elm"


def test_the_due_date_says_why_and_by_which_rule(house: House, show: Show, vault: Vault) -> None:
    builders.told_school_days(vault)
    mia = builders.add_child(vault, council="Leeds", came_into_care_on=CARE)
    use_riverside(vault, school_of(vault, mia))
    page = page_of(house, show, mia)
    assert page.next_pep.heading.words() == "Mia’s next PEP", "it stays in sight where the name scrolls away"
    assert page.next_pep.when.words() == "Due by Tuesday 10 March 2026"
    assert page.next_pep.why.words() == "Ask the social worker when Mia’s PEP meeting will be."
    assert "20 school days after coming into care on Tuesday 3 February 2026" in worked_out(house, show, mia)
    assert "a number you set on 10 March 2026" in worked_out(house, show, mia)
    assert not page.next_pep.needed.isVisible()


def test_without_term_dates_no_date_is_given_and_the_way_to_add_them_is(
    house: House, show: Show, vault: Vault
) -> None:
    builders.told_school_days(vault)
    mia = builders.add_child(vault, council="Leeds", came_into_care_on=CARE)
    page = page_of(house, show, mia)
    went = journey(page)
    assert page.next_pep.when.words() == "Due between 3 March and 13 April 2026"
    assert "We need the school’s term dates for 2025/26" in page.next_pep.why.words()
    assert page.next_pep.needed.words() == "Add the school’s dates"
    page.next_pep.needed.click()
    assert went == [SchoolDates(school_of(vault, mia))]
    assert (page.next_pep.needed.kind(), page.next_pep.ready.kind()) == ("main", "plain")
    builders.begin_checking(vault, school_of(vault, mia), "Staff")
    house.records.changed.emit()
    assert page.next_pep.needed.words() == "Go on checking the school’s dates"
    page.next_pep.needed.click()
    assert went[-1] == CheckDates(school_of(vault, mia))


@pytest.mark.parametrize(
    ("dates", "words", "at"),
    [({"came_into_care_on": CARE}, "Add the school", "school"), ({}, "Add a date", "dates")],
)
def test_what_is_missing_leads_to_the_facts(
    house: House, show: Show, vault: Vault, dates: dict[str, date], words: str, at: str
) -> None:
    builders.told_school_days(vault)
    mia = builders.add_child(vault, school="", council="Leeds", **dates)
    page = page_of(house, show, mia)
    went = journey(page)
    assert page.next_pep.needed.words() == words
    page.next_pep.needed.click()
    assert went == [EditChild(mia, at)]


def test_where_no_date_was_worked_out_nothing_says_that_one_was(
    house: House, show: Show, vault: Vault
) -> None:
    page = page_of(house, show, builders.add_child(vault, council=""))
    assert page.next_pep.when.words() == "We cannot work out the date yet"
    assert page.next_pep.working.words() == "What is still needed"
    assert "was worked out" not in sentences(page)


def test_what_the_social_worker_says_leads_and_the_worked_out_day_stands_beside_it(
    house: House, show: Show, vault: Vault
) -> None:
    mia = builders.add_child(vault, last_pep_on=date(2025, 11, 3), social_worker_says_by=date(2026, 4, 1))
    page = page_of(house, show, mia)
    assert page.next_pep.when.words() == "Due by Wednesday 1 April 2026"
    assert page.next_pep.why.words() == "Ask the social worker when Mia’s PEP meeting will be."
    # Who gave the day, and the second one, are one press away.
    assert page.next_pep.working.words() == "How this was worked out"
    assert "The social worker gave this date. So this day comes first" in worked_out(house, show, mia)


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (date(2025, 9, 12), "By the rules it is due sooner, by Thursday 12 March 2026."),
        (date(2025, 9, 4), "By the rules it was due sooner, by Wednesday 4 March 2026."),
    ],
)
def test_where_the_day_by_the_rules_is_sooner_than_the_told_one_the_card_says_so(
    house: House, show: Show, vault: Vault, held: date, said: str
) -> None:
    mia = builders.add_child(vault, last_pep_on=held, social_worker_says_by=date(2026, 4, 20))
    page = page_of(house, show, mia)
    assert page.next_pep.when.words() == "Due by Monday 20 April 2026"
    assert page.next_pep.why.words() == said


def test_a_date_that_has_passed_without_a_meeting_blames_nobody(
    house: House, show: Show, vault: Vault
) -> None:
    mia = builders.add_child(vault, last_pep_on=date(2025, 9, 4))
    with vault.work() as session:
        children.set_person(session, mia, Role.SOCIAL_WORKER, "Ms Ali")
    page = page_of(house, show, mia)
    assert page.next_pep.when.words() == "It was due by Wednesday 4 March 2026"
    assert "Ms Ali or school sets the day of the meeting." in worked_out(house, show, mia)
    assert page.next_pep.tag.isVisible()
    assert "overdue" not in sentences(page).lower()


def test_a_meeting_after_the_due_date_is_said(house: House, show: Show, vault: Vault) -> None:
    mia = builders.add_child(vault, last_pep_on=date(2025, 9, 12))
    builders.add_meeting(vault, mia, date(2026, 3, 18))
    page = page_of(house, show, mia)
    assert page.next_pep.why.words() == (
        "That is after Thursday 12 March 2026, when the PEP is due. Ask the social worker if that is all right."
    )
    assert not page.next_pep.tag.isVisible()


def test_the_day_of_a_meeting_alone_is_said_to_be_nobodys_rule(
    house: House, show: Show, vault: Vault
) -> None:
    mia = builders.add_child(vault)
    builders.add_meeting(vault, mia, date(2026, 3, 18))
    page = page_of(house, show, mia)
    assert page.next_pep.when.words() == "The meeting is on Wednesday 18 March 2026"
    assert "rule" not in page.next_pep.why.words()


def test_beside_the_page_stand_a_day_one_sentence_and_the_button_and_no_more(
    house: House, show: Show, vault: Vault
) -> None:
    """Up to twelve lines stood above the button, and it was below the window."""
    mia = builders.add_child(vault, last_pep_on=date(2025, 9, 12), council="Southwark")
    builders.add_meeting(vault, mia, date(2026, 3, 18))
    card = page_of(house, show, mia).next_pep
    assert card.isAncestorOf(card.ready)
    said = [
        each for each in card.findChildren(PlainLabel) if each.isVisible() and not isinstance(each, Heading)
    ]
    assert [each for each in said if each not in (card.when, card.why, card.doubts)] == []
    assert card.why.words().count(". ") <= 1


def test_everybody_who_is_named_stands_among_the_people_five_at_first(
    house: House, show: Show, vault: Vault
) -> None:
    mia = builders.add_child(vault)
    with vault.work() as session:
        children.set_person(session, mia, Role.SOCIAL_WORKER, "Ms Ali")
    meeting = builders.add_meeting(vault, mia, date(2026, 3, 18))
    with vault.work() as session:
        for name, role in (
            ("Mr Obi", Role.VIRTUAL_SCHOOL), ("Ms Kay", Role.TEACHER), ("Ms Ali", Role.SOCIAL_WORKER),
            ("Jo", Role.OTHER), ("Mrs Lane", Role.SENCO), ("Mr Fox", Role.REVIEWING_OFFICER), ("Sam", Role.CARER),
        ):  # fmt: skip
            planning.add_attendee(session, meeting, name, role)
    page = page_of(house, show, mia)
    assert lines(page.people.few) == [
        *("Social worker: Ms Ali", "Virtual school: Mr Obi", "Teacher: Ms Kay", "Jo", "SENCO: Mrs Lane"),
        "and 1 more",
    ]
    page.people.see.click()
    assert lines(page.people.few)[-1] == "Independent reviewing officer (IRO): Mr Fox"
    assert not page.people.see.isVisible()


def test_getting_ready_plans_a_meeting_once(house: House, show: Show, vault: Vault) -> None:
    mia = builders.add_child(vault)
    page = page_of(house, show, mia)
    went = journey(page)
    page.next_pep.ready.click()
    page.next_pep.ready.click()
    (meeting,) = facts(house, mia).meetings
    assert went == [GetReady(meeting.id)] * 2
    uid = house.records.read(planning.meeting_facts, meeting.id).calendar_uid
    assert len(uid) > 30


def test_the_meeting_to_come_stands_first_and_leads_to_getting_ready(
    house: House, show: Show, vault: Vault
) -> None:
    mia = builders.add_child(vault, "Mia")
    old = builders.add_meeting(vault, mia, date(2025, 9, 3), uid="old")
    builders.hold(vault, old, date(2025, 9, 3))
    held = builders.add_meeting(vault, mia, date(2026, 1, 9), uid="held")
    builders.hold(vault, held, date(2026, 1, 9))
    coming = builders.add_meeting(vault, mia, date(2026, 3, 18), uid="coming")
    page = page_of(house, show, mia)
    went = journey(page)
    assert meetings(page) == [
        "Wednesday 18 March 2026, 2.00pm, In 8 days",
        "Friday 9 January 2026, 2.00pm, It was held",
        "Wednesday 3 September 2025, 2.00pm, It was held",
    ]
    page.meetings.rows.row(coming).click()
    page.meetings.rows.row(held).click()
    assert went == [GetReady(coming), AfterMeeting(held)]


def test_a_meeting_not_written_down_yet_stands_before_those_that_are(
    house: House, show: Show, vault: Vault
) -> None:
    mia = builders.add_child(vault)
    held = builders.add_meeting(vault, mia, date(2026, 1, 9), uid="held")
    builders.hold(vault, held, date(2026, 1, 9))
    open_one = builders.add_meeting(vault, mia, date(2026, 1, 5), uid="open")
    assert page_of(house, show, mia).meetings.rows.ids() == [open_one, held]


@pytest.mark.parametrize(
    ("day", "tag", "after"),
    [
        (date(2026, 3, 9), "Write down what was agreed", True),
        (date(2026, 3, 10), "Today", False),
        (date(2026, 3, 11), "Tomorrow", False),
        (None, "Get ready", False),
    ],
)
def test_a_meeting_says_how_it_stands(
    house: House, show: Show, vault: Vault, day: date | None, tag: str, after: bool
) -> None:
    mia = builders.add_child(vault)
    meeting = builders.add_meeting(vault, mia, day)
    page = page_of(house, show, mia)
    went = journey(page)
    row = page.meetings.rows.row(meeting)
    assert row.tag().words() == tag
    row.click()
    assert went == [AfterMeeting(meeting) if after else GetReady(meeting)]


def test_with_no_meeting_the_card_has_the_way_to_add_one_that_was_held_before(
    house: House, show: Show, vault: Vault
) -> None:
    mia = builders.add_child(vault)
    page = page_of(house, show, mia)
    went = journey(page)
    assert page.meetings.rows.ids() == []
    page.meetings.earlier.click()
    assert went == [HeldBefore(mia)]
    assert page.records.read(children.child_facts, mia, TODAY).meetings == ()


def test_only_what_is_known_is_said_about_the_child(house: House, show: Show, vault: Vault) -> None:
    mia = builders.add_child(vault, council="")
    page = page_of(house, show, mia)
    assert page.about.empty.isVisible()
    assert page.people.empty.isVisible()
    house.records.change(children.set_person, mia, Role.SOCIAL_WORKER, "Ms Ali")
    house.records.change(children.set_phone, mia, Role.SOCIAL_WORKER, "020 7946 0000")
    house.records.change(children.set_support, mia, Support.SEN_SUPPORT)
    assert not page.about.empty.isVisible()
    assert not page.people.empty.isVisible()
    assert lines(page.people.few) == ["Social worker: Ms Ali · 020 7946 0000"]
    assert lines(page.about.few) == ["Support: SEN support in school"]


def test_the_page_says_what_is_agreed_and_leads_to_all_of_it(house: House, show: Show, vault: Vault) -> None:
    mia = builders.add_child(vault, review_on=date(2026, 4, 22))
    over = builders.add_meeting(vault, mia, date(2026, 3, 9))
    builders.hold(vault, over)
    page = page_of(house, show, mia)
    went = journey(page)
    assert page.review.when.words() == "Child-in-care review: Wednesday 22 April 2026"
    assert not page.agreed.open.isVisible()
    assert lines(page.agreed.few) == [
        "Me: Ask about a place at swimming · was due 9 March",
        "Mr Fox: Start a reading group · due 20 March",
        "Ms Ali: Send the PEP copy",
    ]
    builders.tick_first(vault, mia)
    house.records.changed.emit()
    assert "Me: Ask about a place at swimming · was due 9 March" not in lines(page.agreed.few)
    page.agreed.see.click()
    page.agreed.add.click()
    page.review.bring.click()
    page.about.change.click()
    assert went == [Actions(), AddActions(over), CareReviewPlace(mia), EditChild(mia)]


def test_the_first_action_can_be_added_at_any_time_and_goes_with_the_last_of_two_meetings_on_a_day(
    house: House, show: Show, vault: Vault
) -> None:
    mia = builders.add_child(vault)
    page = page_of(house, show, mia)
    asked = journey(page)
    assert page.agreed.open.isVisible()
    assert page.agreed.open.words() == "Nothing agreed yet."
    page.agreed.add.click()
    assert asked == [HeldBefore(mia, "action")], "the meeting is put in first"
    for _time in range(2):
        last = builders.add_meeting(vault, mia, date(2026, 3, 9))
        with vault.work() as session:
            recording_the_meeting.meeting_was_held(session, last, date(2026, 3, 9), TODAY)
    house.records.changed.emit()
    assert page.agreed.open.words() == "No actions are open."
    assert page.agreed.add.isVisible()
    assert not page.agreed.see.isVisible()
    went = journey(page)
    page.agreed.add.click()
    assert went == [AddActions(last)]


def test_the_page_begins_with_what_the_child_put_on_the_sheet_and_never_with_what_stays_off(
    house: House, show: Show, vault: Vault
) -> None:
    mia = builders.add_child(vault)
    coming = builders.add_meeting(vault, mia)
    page = page_of(house, show, mia)
    assert not page.own_words.isVisible()
    said = Sitting("7_to_10")
    said.said["playtimes"] = Said(words="I want a quiet place at lunch.", share=Share.SHEET)
    said.said["one_thing"] = Said(words="Sam’s soup.", share=Share.OFF)
    said.said["not_ok"] = Said(words="Nobody knows yet.", share=Share.NOT_SAID)
    builders.do(vault, childs_kept_words.keep, coming, said, TODAY)
    house.records.changed.emit()
    assert page.own_words.words.words() == "“I want a quiet place at lunch.”"
    assert "10 March 2026" in page.own_words.whose.words()
    assert "soup" not in sentences(page)
    assert "Nobody knows" not in sentences(page)


def test_five_notes_at_most_stand_on_the_page_and_the_newest_comes_first(
    house: House, show: Show, vault: Vault
) -> None:
    mia = builders.add_child(vault)
    for day in range(1, 8):
        note = NewNote(NoteKind.HOME, date(2026, 3, day), f"Number {day}. " + "Long. " * 40)
        builders.do(vault, writing_notes.add_note, mia, note)
    page = page_of(house, show, mia)
    shown = lines(page.notes.few)
    assert [line.split(".")[0] for line in shown[:5]] == [
        f"{day} March · Number {day}" for day in (7, 6, 5, 4, 3)
    ]
    assert shown[5:] == ["and 2 more"]
    went = journey(page)
    page.notes.see.click()
    assert went == [NotesOf(mia)]


def test_the_copies_of_the_childs_peps_are_on_the_page_and_no_other_childs(
    house: House, show: Show, vault: Vault
) -> None:
    mia, jordan = builders.add_child(vault), builders.add_child(vault, "Jordan")
    held = {
        child: builders.add_meeting(vault, child, date(2026, 3, 9), uid=f"uid-{child}")
        for child in (mia, jordan)
    }
    page = page_of(house, show, mia)
    assert not page.papers.isVisible()
    for meeting in held.values():
        builders.hold(vault, meeting)
    house.records.changed.emit()
    assert page.papers.rows.ids() == [f"pep {held[mia]}"]


def test_papers_of_any_kind_are_on_the_page_the_newest_first_also_without_a_meeting(
    house: House, show: Show, vault: Vault
) -> None:
    mia = builders.add_child(vault)
    with vault.work() as session:
        filing.allow_papers(session, "Ms Ali", TODAY)
    for month in range(1, 8):
        new = NewDocument(str(month) * 64, b"a" * 32, 1000, 1, (NewSource(str(month) * 64),))
        known = NewPaper(PaperKind.REPORT, f"Report {month}", date(2025, month, 1))
        vault.run(papers.add_paper, mia, known, new, TODAY)
    page = page_of(house, show, mia)
    rows = [page.papers.rows.row(number).button for number in page.papers.rows.ids()]
    assert [each.accessibleName() for each in rows] == [f"Report {month}: Mia" for month in (7, 6, 5, 4, 3)]
    went = journey(page)
    rows[0].click()
    page.papers.see.click()
    page.papers.add.click()
    assert [type(place) for place in went] == [ReadDocument, Documents, AddPaper]


def test_how_far_the_school_dates_reach_is_said(house: House, show: Show, vault: Vault) -> None:
    mia = builders.add_child(vault)
    page = page_of(house, show, mia)
    assert page.school.dates_known.words() == "No school dates yet."
    assert page.school.dates_do.words() == "Some PEP dates are counted in school days."
    assert not page.school.dates_do.isVisible()
    page.school.about_dates.button.click()
    assert page.school.dates_do.isVisible()
    use_riverside(vault, school_of(vault, mia))
    house.records.changed.emit()
    assert page.school.dates_known.words() == "School dates are known until Monday 20 July 2026."
    assert not page.school.dates_do.isVisible()


@pytest.mark.parametrize(
    ("council", "held_on", "why"),
    [
        ("Gateshead", date(2026, 3, 5), "With them we can work out the exact day of Mia’s next PEP."),
        ("Southwark", date(2026, 1, 14), "With them we can tell if Mia’s next PEP is due sooner."),
        (
            "Kent",
            date(2026, 3, 5),
            "We can give the date of Mia’s next PEP without them. After a change of school we may need them.",
        ),
    ],
)
def test_what_school_dates_would_do_is_said_where_there_are_none(
    house: House, show: Show, vault: Vault, council: str, held_on: date, why: str
) -> None:
    """“We need them to count school days” stood there also where no date needs them."""
    mia = builders.add_child(vault, council=council, last_pep_on=held_on)
    page = page_of(house, show, mia)
    assert page.school.dates_do.words() == why


def test_school_dates_with_a_hole_are_not_said_to_be_known_until_their_end(
    house: House, show: Show, vault: Vault
) -> None:
    mia = builders.add_child(vault)
    builders.do(vault, builders.open_on, school_of(vault, mia), (date(2026, 1, 5), date(2026, 7, 20)))
    said = page_of(house, show, mia).school.dates_known.words()
    assert said.startswith("We know ")
    assert said.endswith(" days of 2025/26 so far; the autumn term is missing.")


def test_without_a_school_there_is_one_way_to_add_it(house: House, show: Show, vault: Vault) -> None:
    mia = builders.add_child(vault, school="")
    page = page_of(house, show, mia)
    went = journey(page)
    assert not page.school.changed.isVisible()
    assert not page.school.see_dates.isVisible()
    page.school.add_school.click()
    assert went == [EditChild(mia, "school")]


def test_a_change_of_school_asks_for_two_things_and_can_be_undone(
    house: House, show: Show, vault: Vault
) -> None:
    mia = builders.add_child(vault, started=STARTED, came_into_care_on=date(2024, 1, 8))
    page, undos = page_of(house, show, mia), undoable(house)
    assert not page.school.form.isVisible()
    assert page.school.changed.words() == "Mia changed school"
    page.school.changed.click()
    form = page.school.form
    assert focused(page) is form.name
    QTest.keyClicks(form.name, "Elm Park")
    type_day(form.day.line, "23 February 2026")
    form.save.click()
    assert facts(house, mia).school == "Elm Park"
    assert facts(house, mia).started_school_on == date(2026, 2, 23)
    assert not form.isVisible()
    assert focused(page) is page.school.changed
    assert undos[-1].words == "The school is now Elm Park, from Monday 23 February 2026."
    house.records.undo()
    assert facts(house, mia).school == "Riverside Primary"


def test_a_change_of_school_without_a_day_is_asked_about(house: House, show: Show, vault: Vault) -> None:
    mia = builders.add_child(vault)
    page = page_of(house, show, mia)
    page.school.changed.click()
    form = page.school.form
    QTest.keyClicks(form.day.line, "31 feb")
    form.save.click()
    assert page._summary is not None
    assert [said[:28] for said in page._summary.sentences()] == [
        "Type the name of the new sch",
        "February 2026 has no 31st da",
    ]
    assert form.day.raw() == "31 feb"
    assert facts(house, mia).school == "Riverside Primary"


def test_a_move_that_cannot_be_right_is_said_and_stays_typed(house: House, show: Show, vault: Vault) -> None:
    mia = builders.add_child(vault, started=STARTED)
    page = page_of(house, show, mia)
    problems: list[str] = []
    house.records.problem.connect(problems.append)
    page.school.changed.click()
    form = page.school.form
    QTest.keyClicks(form.name, "Elm Park")
    QTest.keyClicks(form.day.line, "1 September 2025")
    form.save.click()
    assert "must come after that" in problems[0]
    assert (form.isVisible(), form.name.text()) == (True, "Elm Park")


def test_a_half_typed_move_is_there_again_until_it_is_not_wanted(
    house: House, show: Show, vault: Vault
) -> None:
    mia = builders.add_child(vault)
    first = page_of(house, show, mia)
    first.school.changed.click()
    QTest.keyClicks(first.school.form.name, "Elm P")
    page = page_of(house, show, mia)
    assert page.school.form.isVisible()
    assert page.school.form.name.text() == "Elm P"
    page.school.form.leave.click()
    assert not page.school.form.isVisible()
    assert not page_of(house, show, mia).school.form.isVisible()


def test_a_childs_notes_are_put_to_one_side_with_undo(house: House, show: Show, vault: Vault) -> None:
    mia = builders.add_child(vault, "Mia")
    page, undos = page_of(house, show, mia), undoable(house)
    went = journey(page)
    page.about_move.clear.click()
    assert went == [Children()]
    assert house.records.read(children.list_children, builders.TODAY) == []
    assert page.is_gone
    assert not page.all.isVisible()
    assert undos[-1].words == "Mia’s notes are put to one side."
    house.records.undo()
    assert page.all.isVisible()
    assert [row.name for row in house.records.read(children.list_children, builders.TODAY)] == ["Mia"]


def test_clearing_stands_apart_from_every_other_button(house: House, show: Show, vault: Vault) -> None:
    page = page_of(house, show, builders.add_child(vault))
    settle()
    above = page.review.mapToGlobal(page.review.rect().bottomLeft()).y()
    assert page.about_move.clear.mapToGlobal(page.about_move.clear.rect().topLeft()).y() - above > 60


def test_the_council_that_was_chosen_is_named_on_the_childs_page(
    house: House, show: Show, vault: Vault
) -> None:
    page = page_of(house, show, builders.add_child(vault, council="Kent"))
    assert "Council responsible: Kent" in sentences(page)
    assert "Council responsible" not in sentences(
        page_of(house, show, builders.add_child(vault, "Jo", council=""))
    )


def test_when_a_child_moves_on_the_words_say_what_helps_now(house: House, show: Show, vault: Vault) -> None:
    page = page_of(house, show, builders.add_child(vault))
    words = page.about_move.clear_words.words()
    assert "Ask your fostering service how they want it back." in words
    assert "nothing is lost" in words
    assert page.about_move.clear.words() == "Put Mia’s notes to one side"
    assert not page.about_move.clear.isVisible()
    assert page.about_move.button.words() == "If Mia moves on"
    page.about_move.button.click()
    assert page.about_move.clear.isVisible()


def test_the_social_worker_changed_is_one_act_and_is_undone_whole(
    house: House, show: Show, vault: Vault
) -> None:
    ids = builders.ordinary_household(vault)
    page = page_of(house, show, ids["jordan"])
    undos = undoable(house)
    page.people.new_worker.click()
    form = page.people.form
    assert form.isVisible()
    assert focused(page) is form.name
    (tick,) = form.ticks.values()
    assert (tick.words(), tick.isChecked()) == ("Send the PEP copy", True)
    assert "What was done before stays with Ms Ali." in form.stays.words()
    QTest.keyClicks(form.name, "Mr Obi")
    form.save.click()
    assert not form.isVisible()
    assert facts(house, ids["jordan"]).social_worker == "Mr Obi"
    rows = house.records.read(following_up.actions_of_child, ids["jordan"], builders.TODAY)
    assert [row.who for row in rows if row.what == "Send the PEP copy"] == ["Mr Obi"]
    assert undos[-1].words == "The social worker is now Mr Obi."
    assert house.records.undo()
    assert facts(house, ids["jordan"]).social_worker == "Ms Ali"
    rows = house.records.read(following_up.actions_of_child, ids["jordan"], builders.TODAY)
    assert [row.who for row in rows if row.what == "Send the PEP copy"] == ["Ms Ali"]


def test_what_home_says_is_to_be_asked_stands_on_the_childs_page_too(
    house: House, show: Show, vault: Vault
) -> None:
    """Home said “Ask the social worker about a full PEP”, and the child's page a day in April and nothing of it."""
    mia = builders.add_child(
        vault, "Mia", council="Kent", came_into_care_on=date(2024, 5, 1), last_pep_on=date(2026, 2, 20)
    )
    with vault.work() as session:
        children.set_date(session, mia, ChildDate.MOVED_HOME, date(2026, 3, 2), builders.TODAY)
    home = house.records.read(for_home.home, builders.TODAY).steps[0]
    assert home.words == "Ask the social worker about a full PEP for Mia"
    page = page_of(house, show, mia)
    assert page.next_pep.why.words() == f"{home.words}."


def test_in_the_first_weeks_the_first_week_is_in_sight_and_then_behind_a_press(
    house: House, show: Show, vault: Vault
) -> None:
    with vault.work() as session:
        new = children.add_child(session, "Leo", FirstFact.NONE_YET, None, TODAY, "uid-leo")
    page = page_of(house, show, new)
    went = journey(page)
    assert page.more.first_week.isVisible()
    assert not page.more.more.is_open
    page.more.first_week.click()
    mia = builders.add_child(vault, "Mia", came_into_care_on=date(2026, 2, 3))
    old = page_of(house, show, mia)
    went_on = journey(old)
    assert not old.more.first_week.isVisible()
    old.more.more.button.click()
    for button in (old.more.days, old.more.card, old.more.week_again):
        assert button.isVisible()
        button.click()
    assert went == [FirstWeek(new)]
    assert went_on == [DaysWithoutSchoolPlace(mia), SchoolCardPlace(mia), FirstWeek(mia)]


def test_a_child_who_moved_to_another_home_lately_is_new_again(
    house: House, show: Show, vault: Vault
) -> None:
    mia = builders.add_child(vault, "Mia", came_into_care_on=date(2024, 2, 3), moved_home_on=date(2026, 3, 2))
    assert page_of(house, show, mia).more.first_week.isVisible()
