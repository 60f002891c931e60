"""What is written down of a kept paper can be put right later, each thing with what takes it back."""

from datetime import date

import pytest

from carer_app.choices import FigureKind, KeepsakeKind, PaperKind
from carer_app.domain.meeting import Meeting
from carer_app.domain.stored_document import ReportFigure
from carer_app.errors import NotAllowed
from carer_app.storage.vault import Vault
from carer_app.use_cases import keepsakes, papers, papers_put_right, pep_copies
from carer_app.use_cases.papers import NewPaper
from tests import builders
from tests.builders import TODAY, do, read
from tests.use_cases.papers_to_keep import new, whose_papers


@pytest.fixture
def mia(vault: Vault) -> int:
    return whose_papers(vault)


@pytest.fixture
def report(vault: Vault, mia: int) -> int:
    number: int = do(
        vault, papers.add_paper, mia, NewPaper(PaperKind.REPORT, "", date(2026, 2, 6)), new(), TODAY
    )
    return number


def test_it_may_be_a_paper_of_another_kind_and_is_called_so_where_nobody_named_it(
    vault: Vault, report: int
) -> None:
    do(vault, papers_put_right.set_kind, report, PaperKind.LETTER)
    row = read(vault, papers.paper, report)
    assert (row.kind, row.title) == (PaperKind.LETTER, "Letter")
    do(vault, papers_put_right.call_it, report, " From the bus company ")
    do(vault, papers_put_right.set_kind, report, PaperKind.REPORT)
    row = read(vault, papers.paper, report)
    assert (row.kind, row.title) == (PaperKind.REPORT, "From the bus company")


def test_a_name_that_says_nothing_is_not_taken(vault: Vault, report: int) -> None:
    with pytest.raises(NotAllowed, match="called"):
        do(vault, papers_put_right.call_it, report, "  ")
    assert read(vault, papers.paper, report).title == "School report"


def test_the_figures_are_of_the_reports_day_and_come_back_with_it(vault: Vault, report: int) -> None:
    kept = do(vault, papers.add_figure, report, FigureKind.ATTENDANCE, "", "94%")
    gone = do(vault, papers.add_figure, report, FigureKind.READING_AGE, "", "9:2")
    do(vault, papers.take_figure_out, gone, TODAY)
    before = read(vault, papers_put_right.days_of, report)
    do(vault, papers_put_right.set_day, report, date(2025, 7, 11))
    assert [each.on for each in read(vault, papers.figures_of, report)] == [date(2025, 7, 11)]
    do(vault, papers.bring_figure_back, gone)
    assert {each.on for each in read(vault, papers.figures_of, report)} == {date(2025, 7, 11)}
    do(vault, papers_put_right.put_days_back, report, *before)
    assert read(vault, papers.paper, report).on == date(2026, 2, 6)
    assert {each.on for each in read(vault, papers.figures_of, report)} == {date(2026, 2, 6)}
    do(vault, papers_put_right.set_day, report, None)
    assert {each.id: each.on for each in read(vault, papers.figures_of, report)} == {
        kept: date(2026, 2, 6),
        gone: date(2026, 2, 6),
    }, "a figure keeps the day it had"


def test_what_it_was_for_changes_and_is_only_ever_of_the_same_child(
    vault: Vault, mia: int, report: int
) -> None:
    meeting, review = read(vault, papers.what_for, mia)
    assert read(vault, papers_put_right.key_of, report) == ""
    for each, said in (
        (meeting, "For the PEP of 9 March 2026"),
        (review, "For the review of 3 February 2026"),
    ):
        do(vault, papers_put_right.set_what_for, report, each.key)
        assert read(vault, papers.paper, report).what_for == said
        assert read(vault, papers_put_right.key_of, report) == each.key
    jordan = builders.add_child(vault, "Jordan")
    other = builders.add_meeting(vault, jordan, date(2026, 3, 2), uid="jordan")
    with pytest.raises(NotAllowed, match="Nothing was changed"):
        do(vault, papers_put_right.set_what_for, report, f"meeting {other}")
    do(vault, papers_put_right.set_what_for, report, "")
    assert read(vault, papers.paper, report).what_for == ""


def test_a_paper_that_is_about_another_child_takes_its_figures_along_and_comes_back_whole(
    vault: Vault, mia: int, report: int
) -> None:
    meeting = read(vault, papers.what_for, mia)[0].key
    do(vault, papers_put_right.set_what_for, report, meeting)
    gone = do(vault, papers.add_figure, report, FigureKind.ATTENDANCE, "", "94%")
    do(vault, papers.take_figure_out, gone, TODAY)
    jordan = builders.add_child(vault, "Jordan")
    do(vault, papers_put_right.set_whose, report, jordan)
    row = read(vault, papers.paper, report)
    assert (row.child, row.what_for) == ("Jordan", "")
    do(vault, papers.bring_figure_back, gone)
    with vault.reading() as session:
        figure = session.get(ReportFigure, gone)
        assert figure is not None
        assert figure.child_id == jordan
    do(vault, papers_put_right.put_whose_back, report, mia, meeting)
    row = read(vault, papers.paper, report)
    assert (row.child, row.what_for) == ("Mia", "For the PEP of 9 March 2026")
    assert read(vault, papers.papers_of, jordan) == []


def test_a_child_never_has_the_same_file_twice(vault: Vault, report: int) -> None:
    jordan = builders.add_child(vault, "Jordan")
    do(vault, papers.add_paper, jordan, NewPaper(PaperKind.OTHER), new(), TODAY)
    with pytest.raises(NotAllowed, match="Jordan has this paper already"):
        do(vault, papers_put_right.set_whose, report, jordan)
    assert read(vault, papers.paper, report).child == "Mia"


def test_a_pep_copy_and_what_is_in_the_childs_book_stay_what_they_are(vault: Vault, mia: int) -> None:
    with vault.reading() as session:
        held = session.query(Meeting).one().id
    copy = do(vault, pep_copies.register_copy, held, new("b"), TODAY)
    do(vault, keepsakes.add_keepsake, mia, KeepsakeKind.CERTIFICATE, "Swam 50 metres", new("c"), TODAY)
    (certificate,) = read(vault, papers.papers_of, mia)
    jordan = builders.add_child(vault, "Jordan")
    for change in (
        (papers_put_right.set_kind, copy, PaperKind.LETTER),
        (papers_put_right.set_day, copy, TODAY),
        (papers_put_right.set_whose, copy, jordan),
    ):
        with pytest.raises(NotAllowed, match="PEP copy"):
            do(vault, *change)
    for change in (
        (papers_put_right.set_kind, certificate.id, PaperKind.LETTER),
        (papers_put_right.set_whose, certificate.id, jordan),
    ):
        with pytest.raises(NotAllowed, match="own book"):
            do(vault, *change)
    do(vault, papers_put_right.call_it, certificate.id, "Swam 100 metres")
    assert [each.what for each in read(vault, keepsakes.keepsakes, mia)] == ["Swam 100 metres"]


def test_a_figure_is_put_right_as_it_is_typed_and_never_emptied(vault: Vault, report: int) -> None:
    mark = do(vault, papers.add_figure, report, FigureKind.MARK, "Maths", "5")
    do(vault, papers_put_right.write_figure, mark, "value", " 5+ ")
    do(vault, papers_put_right.write_figure, mark, "subject", "Mathematics")
    assert [each.words for each in read(vault, papers.figures_of, report)] == ["Mathematics: 5+"]
    for box, sentence in (("value", "figure first"), ("subject", "subject first")):
        with pytest.raises(NotAllowed, match=sentence):
            do(vault, papers_put_right.write_figure, mark, box, " ")
    attendance = do(vault, papers.add_figure, report, FigureKind.ATTENDANCE, "", "94%")
    do(vault, papers_put_right.write_figure, attendance, "subject", "Maths")
    assert read(vault, papers.figures_of, report)[1].words == "Attendance: 94%"
