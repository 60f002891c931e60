"""Looking back: each day that is known once, nothing of the child's words, and the same on strips, list and paper."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from carer_app.choices import (
    FigureKind,
    KeepsakeKind,
    NoteKind,
    PaperKind,
    PastKind,
    PlainQuestion,
    ReplyMark,
    WithoutSchool,
)
from carer_app.domain.care_review import CareReview
from carer_app.domain.preparation import ChildView
from carer_app.domain.register import REGISTER, Whose
from carer_app.paper import pdf
from carer_app.paper.content.year_drawn import (
    MarkedDay,
    YearBand,
    YearDrawn,
    YearMark,
    YearStretch,
    key_of_marks,
)
from carer_app.rough_days import HowSure, RoughDay
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    children,
    days_without_school,
    education_history,
    filing,
    following_up,
    keepsakes,
    looking_back,
    papers,
    papers_put_right,
    putting_off,
    recording_the_meeting,
    showing_the_child,
    writing_notes,
    year_strips,
)
from carer_app.use_cases.on_the_sheet import answer_item
from carer_app.use_cases.writing_notes import NewNote
from tests import builders, canaries
from tests.builders import TODAY, do, read
from tests.paper.sheets import text_of

AUTUMN = ((date(2025, 9, 3), date(2025, 10, 24)), (date(2025, 11, 3), date(2025, 12, 19)))


@pytest.fixture
def jordan(vault: Vault) -> int:
    """Jordan, whose meeting was held on 9 March with three actions, and who had a PEP in September."""
    child: int = builders.ordinary_household(vault)["jordan"]
    return child


def said(
    vault: Vault, child: int, only: PastKind | None = None, today: date = TODAY
) -> list[tuple[str, str]]:
    view = read(vault, looking_back.looking_back, child, today, only)
    return [(each.on.isoformat(), each.words) for month in view.months for each in month.happened]


def test_everything_stands_once_the_newest_first_and_by_month(vault: Vault, jordan: int) -> None:
    view = read(vault, looking_back.looking_back, jordan, TODAY)
    assert [month.title for month in view.months] == ["March 2026", "September 2025"]
    everything = said(vault, jordan)
    assert len(set(everything)) == len(everything)
    assert everything == sorted(everything, key=lambda each: each[0], reverse=True)
    assert [words for _day, words in said(vault, jordan, PastKind.MEETING)] == [
        "PEP meeting. It was due by Thursday 12 March 2026.",
        "PEP meeting.",
    ]
    assert PastKind.AGREED in view.kinds
    assert PastKind.OUT not in view.kinds


def test_what_came_of_last_time_is_said_as_a_person_would(vault: Vault, jordan: int) -> None:
    first, missing = read(vault, looking_back.looking_back, jordan, TODAY).headlines
    assert first == "3 actions were agreed on Monday 9 March 2026.", "none done the day after is no score"
    builders.tick_first(vault, jordan)
    first, missing = read(vault, looking_back.looking_back, jordan, TODAY).headlines
    assert first == "1 of 3 actions agreed on Monday 9 March 2026 are done."
    assert missing == "It is not written down yet that the copy of 1 PEP came."


def test_one_thing_agreed_is_said_without_numbers(vault: Vault) -> None:
    child = builders.add_child(vault)
    meeting = builders.add_meeting(vault, child, TODAY)
    do(vault, recording_the_meeting.meeting_was_held, meeting, TODAY, TODAY)
    new = recording_the_meeting.NewAction("Reading group", recording_the_meeting.Owner.SCHOOL, "", None)
    action = do(vault, recording_the_meeting.add_action, meeting, new, TODAY)
    day = "Tuesday 10 March 2026"
    assert f"What was agreed on {day} is not done yet." in read(vault, looking_back.headlines, child, TODAY)
    do(vault, following_up.tick_off, action, TODAY)
    assert f"What was agreed on {day} is done." in read(vault, looking_back.headlines, child, TODAY)


def test_a_meeting_put_off_and_moves_and_days_out_and_notes_are_there(vault: Vault) -> None:
    child = builders.add_child(
        vault, came_into_care_on=date(2025, 11, 1), started=date(2025, 11, 10), birthday=date(2016, 5, 2)
    )
    meeting = builders.add_meeting(vault, child, TODAY)
    do(vault, putting_off.put_off_meeting, meeting, TODAY)
    do(vault, children.set_moves, child, [date(2026, 1, 5)])
    do(vault, days_without_school.add_days, child, WithoutSchool.SUSPENDED, date(2026, 3, 6))
    do(vault, writing_notes.add_note, child, NewNote(NoteKind.ACHIEVEMENT, TODAY, "Swam."))
    rough = RoughDay(2025, 1, 1, HowSure.YEAR)
    do(vault, writing_notes.add_note, child, NewNote(NoteKind.GOOD_NEWS, rough, "Smiled."))
    assert said(vault, child, PastKind.MEETING) == [
        ("2026-03-10", "The PEP meeting of Tuesday 10 March 2026 was put off.")
    ]
    assert [words for _day, words in said(vault, child, PastKind.MOVE)] == [
        "Moved to another home.",
        "Began at Riverside Primary.",
        "Came into care.",
    ]
    assert said(vault, child, PastKind.OUT)[0][0] == "2026-03-06"
    assert said(vault, child, PastKind.ACHIEVED) == [("2026-03-10", "Something achieved: Swam.")]
    months = read(vault, looking_back.looking_back, child, TODAY, PastKind.NOTE).months
    assert [each.title for each in months] == ["Some time in 2025"], "no month that nobody said"


def test_a_year_whose_dates_are_not_known_says_so_and_draws_no_term(vault: Vault) -> None:
    child = builders.add_child(vault, came_into_care_on=date(2025, 2, 3), birthday=date(2016, 5, 2))
    with vault.work() as session:
        school = children.child_facts(session, child, TODAY).school_id
        assert school is not None
        builders.open_on(session, school, *AUTUMN)
    now, before = read(vault, year_strips.strips, child, TODAY)
    assert (now.year, before.year) == (2025, 2024)
    assert now.bands(YearBand.TERM) != ()
    assert (now.note, before.note) == ("", "The school’s dates of this year are not here.")
    assert before.bands(YearBand.TERM) == ()
    assert (now.title, before.title) == ("2025/26 · Year 5 · Riverside Primary", "2024/25 · Year 4"), (
        "nobody said that the child was at this school before"
    )
    assert now.today == TODAY
    assert before.today is None


def test_a_strip_holds_what_is_ahead_with_its_doubt_and_every_mark_is_in_words(vault: Vault) -> None:
    child = builders.add_child(vault, came_into_care_on=date(2026, 2, 3), birthday=date(2016, 5, 2))
    builders.add_meeting(vault, child, date(2026, 3, 18))
    (year,) = read(vault, year_strips.strips, child, TODAY)
    assert MarkedDay(date(2026, 3, 18), YearMark.MEETING, ahead=True) in year.marks
    assert "Wednesday 18 March 2026: PEP meeting, to come." in year.words
    assert len(year.words) == len(year.marks)


@given(
    days=st.lists(st.dates(date(2025, 9, 1), date(2026, 8, 31)), max_size=40),
    widest=st.floats(min_value=0.01, max_value=0.2),
)
def test_marks_never_lie_on_each_other_and_none_is_lost(days: list[date], widest: float) -> None:
    marks = tuple(MarkedDay(day, YearMark.MEETING) for day in days)
    year = YearDrawn("2025/26", 2025, marks=marks)
    rows = year.rows_of_marks(widest)
    assert sorted(each.on for row in rows for each in row) == sorted(days)
    for row in rows:
        at = [year.place(each.on) for each in row]
        assert all(after - before >= widest for before, after in pairwise(at))


@given(first=st.dates(date(2023, 1, 1), date(2028, 1, 1)), days=st.integers(min_value=0, max_value=800))
def test_a_band_stays_inside_its_year(first: date, days: int) -> None:
    stretch = YearStretch(first, first + timedelta(days=days), YearBand.TERM)
    year = YearDrawn("2025/26", 2025, stretches=(stretch,))
    for start, end in year.bands(YearBand.TERM):
        assert 0 <= start < end <= 1
    reaches_in = stretch.first <= year.last and stretch.last >= year.first
    assert bool(year.bands(YearBand.TERM)) == reaches_in


def test_no_word_of_the_child_and_no_worker_is_on_any_of_it(vault: Vault) -> None:
    builders.ordinary_household(vault)
    planted = canaries.plant(vault)
    with vault.reading() as session:
        ids = [row.id for row in children.list_children(session, TODAY)]
    far = TODAY + timedelta(days=3650)
    shown, clubs = "", ""
    for child in ids:
        for make in (looking_back.looking_back, year_strips.strips):
            shown += repr(read(vault, make, child, far))
        for sheet in (education_history.year_sheet, education_history.education_history):
            shown += text_of(pdf.make_pdf(read(vault, sheet, child, far)))
        clubs += repr(read(vault, education_history.education_history, child, far).leisure)
    by_name = {table.noun.__tablename__: table for table in REGISTER.values()}

    def may_not(where: str) -> bool:
        table, column = where.split(".")
        return by_name[table].columns[column].whose in (Whose.CHILD, Whose.BY_ROW) or table in (
            "person",
            "attendee",
        )

    on_it = {where for word, where in planted.items() if word in shown and word not in clubs}
    for found in ("note.seen", "stored_document.title", "report_figure.subject", "report_figure.value"):
        assert found in on_it, "what may stand there is found, so that what may not would be too"
    assert "paper_page.text" not in on_it, "nothing is read from a paper"
    assert {where for where in on_it if may_not(where)} == set()


def test_education_so_far_says_what_is_known_and_leaves_room_for_the_rest(vault: Vault, jordan: int) -> None:
    sheet = read(vault, education_history.education_history, jordan, TODAY)
    (school,) = sheet.schools
    assert (school.name, school.since, school.until) == ("Elm Park Academy", "nobody said", "now")
    assert sheet.leisure == ("Cubs on Tuesdays.",)
    text = text_of(pdf.make_pdf(sheet))
    for part in ("Attendance and behaviour", "Extra help at school", "What is planned"):
        assert part in text
    do(vault, children.set_school_place, jordan, False)
    assert read(vault, education_history.education_history, jordan, TODAY).now == (
        "There is no school place.",
    )


def test_a_child_removed_note_is_gone_from_it(vault: Vault, jordan: int) -> None:
    note: Any = do(vault, writing_notes.add_note, jordan, NewNote(NoteKind.HOME, TODAY, "Zqgone"))
    assert any("Zqgone" in words for _day, words in said(vault, jordan))
    do(vault, writing_notes.remove_note, note, TODAY)
    assert not any("Zqgone" in words for _day, words in said(vault, jordan))


def test_what_the_child_asked_not_to_have_said_is_on_no_paper_of_the_past(vault: Vault) -> None:
    ids = builders.ordinary_household(vault)
    item = answer_item(PlainQuestion.CLUBS)
    do(vault, showing_the_child.answer, ids["over"], item, ReplyMark.DO_NOT_SAY, TODAY)
    assert read(vault, education_history.education_history, ids["jordan"], TODAY).leisure == ()


def keep(vault: Vault, child: int, name: str, *about: Any) -> int:
    new = filing.NewDocument(name * 64, name.encode() * 32, 9, 1)
    number: int = do(vault, papers.add_paper, child, papers.NewPaper(*about), new, TODAY)
    return number


@pytest.fixture
def papers_kept(vault: Vault, jordan: int) -> dict[str, int]:
    """A report with three figures, a certificate, the notes of a review and a letter without a day."""
    with vault.work() as session:
        filing.allow_papers(session, "Ms Ali", TODAY)
        session.add(CareReview(child_id=jordan, held_on=date(2026, 2, 3)))
    review = next(each.key for each in read(vault, papers.what_for, jordan) if "review" in each.key)
    kept = {
        "report": keep(vault, jordan, "a", PaperKind.REPORT, "Spring report", date(2026, 2, 6)),
        "certificate": keep(vault, jordan, "b", PaperKind.CERTIFICATE, "Swam 50 metres", date(2025, 9, 12)),
        "notes": keep(vault, jordan, "c", PaperKind.REVIEW_MINUTES, "", None, review),
        "letter": keep(vault, jordan, "d", PaperKind.LETTER, "From the bus company"),
    }
    for what, subject, value in (
        (FigureKind.ATTENDANCE, "", "94.5% (2 late)"),
        (FigureKind.READING_AGE, "", "8 years 2 months"),
        (FigureKind.MARK, "Maths", "5+"),
    ):
        do(vault, papers.add_figure, kept["report"], what, subject, value)
    return kept


def test_papers_stand_at_their_own_day_and_figures_as_they_were_typed(
    vault: Vault, jordan: int, papers_kept: dict[str, int]
) -> None:
    assert said(vault, jordan, PastKind.PAPER) == [
        ("2026-03-10", "Added here: Letter: From the bus company"),
        ("2026-02-06", "School report: Spring report"),
        ("2026-02-06", "Attendance: 94.5% (2 late), from: Spring report"),
        ("2026-02-06", "Reading age: 8 years 2 months, from: Spring report"),
        ("2026-02-06", "Maths: 5+, from: Spring report"),
        ("2026-02-03", "Notes of a review"),
    ]
    assert said(vault, jordan, PastKind.ACHIEVED) == [("2025-09-12", "Certificate: Swam 50 metres")]


def test_a_figure_outlives_its_report_and_leads_nowhere_that_is_gone(
    vault: Vault, jordan: int, papers_kept: dict[str, int]
) -> None:
    do(vault, papers.take_paper_out, papers_kept["report"], TODAY)
    figures = [
        each for each in read(vault, looking_back.happened, jordan, TODAY) if each.table == "report_figure"
    ]
    assert next(each.words for each in figures) == "Attendance: 94.5% (2 late), from: a report"
    assert {each.document_id for each in figures} == {0}
    assert "School report: Spring report" not in [words for _day, words in said(vault, jordan)]


def test_only_a_report_and_a_certificate_whose_day_is_known_stand_on_the_strip(
    vault: Vault, jordan: int, papers_kept: dict[str, int]
) -> None:
    keep(vault, jordan, "e", PaperKind.REPORT, "Some day", RoughDay(2024, 1, 1, HowSure.YEAR))
    (year, *before) = read(vault, year_strips.strips, jordan, TODAY)
    assert before == [], "a year of which nothing else is known is not drawn for a day nobody knows"
    of_papers = {mark.mark: mark.on for mark in year.marks if mark.mark.value in "SC"}
    assert of_papers == {YearMark.REPORT: date(2026, 2, 6), YearMark.CERTIFICATE: date(2025, 9, 12)}
    assert "Friday 6 February 2026: School report: Spring report" in year.words
    assert not any("94.5" in words or "bus company" in words for words in year.words)
    assert len(year.words) == len([each for each in year.marks if each.mark is not YearMark.DUE])


def test_every_meeting_that_was_held_stands_on_its_strip(vault: Vault, jordan: int) -> None:
    (year,) = read(vault, year_strips.strips, jordan, TODAY)
    held = [each.on for each in year.marks if each.mark is YearMark.MEETING]
    assert held == [date(2025, 9, 12), date(2026, 3, 9)]
    assert "Monday 9 March 2026: PEP meeting. It was due by Thursday 12 March 2026." in year.words


def test_a_paper_whose_year_is_mistyped_draws_no_hundred_years(vault: Vault, jordan: int) -> None:
    do(vault, filing.allow_papers, "Ms Ali", TODAY)
    keep(vault, jordan, "a", PaperKind.REPORT, "", date(1926, 2, 6))
    assert len(read(vault, year_strips.strips, jordan, TODAY)) == year_strips.MOST_YEARS + 1


def test_education_so_far_has_what_the_law_lists_from_papers_as_the_carer_typed_it(
    vault: Vault, jordan: int, papers_kept: dict[str, int]
) -> None:
    keep(vault, jordan, "e", PaperKind.EHCP, "Final plan", date(2025, 6, 2))
    keep(vault, jordan, "f", PaperKind.CERTIFICATE, "Cycling, level 1")
    do(
        vault,
        writing_notes.add_note,
        jordan,
        NewNote(NoteKind.ACHIEVEMENT, date(2025, 10, 2), "Read a whole book."),
    )
    sheet = read(vault, education_history.education_history, jordan, TODAY)
    assert sheet.attendance == ("Attendance: 94.5% (2 late), from: Spring report · Friday 6 February 2026",)
    assert sheet.marks == (
        "Reading age: 8 years 2 months, from: Spring report · Friday 6 February 2026",
        "Maths: 5+, from: Spring report · Friday 6 February 2026",
    )
    assert [(each.label, each.lines) for each in sheet.achieved] == [
        ("2025/26", ("Read a whole book.", "Certificate: Swam 50 metres")),
        ("Day not known", ("Certificate: Cycling, level 1",)),
    ]
    assert "EHCP paper: Final plan, Monday 2 June 2025" in sheet.extra_help
    text = " ".join(text_of(pdf.make_pdf(sheet)).split())
    assert text.index("Attendance and behaviour") < text.index("94.5% (2 late)") < text.index("For school to")


def test_what_is_in_the_childs_book_stands_once_and_what_they_drew_not_at_all(
    vault: Vault, jordan: int
) -> None:
    do(vault, filing.allow_papers, "Ms Ali", TODAY)
    new = filing.NewDocument("a" * 64, b"k" * 32, 9, 1)
    do(vault, keepsakes.add_keepsake, jordan, KeepsakeKind.CERTIFICATE, "Swam", new, TODAY)
    assert said(vault, jordan, PastKind.ACHIEVED) == [("2026-03-10", "Kept: Swam")]
    (certificate,) = read(vault, papers.papers_of, jordan)
    do(vault, papers_put_right.set_day, certificate.id, date(2025, 12, 1))
    assert said(vault, jordan, PastKind.ACHIEVED) == [("2025-12-01", "Kept: Swam")]
    drawn = keep(vault, jordan, "b", PaperKind.CHILDS_WORK, "Zqdrawn")
    assert any("Zqdrawn" in words for _day, words in said(vault, jordan))
    with vault.work() as session:
        view = session.scalars(select(ChildView).limit(1)).one()
        view.drawing_id = drawn
    everything = repr(read(vault, looking_back.looking_back, jordan, TODAY))
    everything += repr(read(vault, education_history.education_history, jordan, TODAY))
    assert "Zqdrawn" not in everything


def test_the_key_says_what_is_drawn_and_nothing_else() -> None:
    """A report and stripes that are nowhere were explained, and the line and the empty shapes were not."""
    meeting = MarkedDay(date(2026, 3, 9), YearMark.MEETING)
    review = MarkedDay(date(2026, 4, 22), YearMark.REVIEW, ahead=True)
    term = YearStretch(date(2026, 1, 5), date(2026, 3, 27), YearBand.TERM)
    year = YearDrawn("2025/26", 2025, (term,), (meeting, review), today=date(2026, 3, 10))
    assert key_of_marks([year]) == (
        "P PEP meeting, R child-in-care review. An empty shape: still to come. A filled band: school is on. "
        "The dark line: today."
    )
    assert key_of_marks([YearDrawn("2024/25", 2024)]) == ""
