"""Papers of every kind: kept only after the yes, each with its day and what it was for; figures as they were typed."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from carer_app.choices import FigureKind, KeepsakeKind, PaperKind
from carer_app.domain.meeting import Meeting
from carer_app.domain.stored_document import ReportFigure
from carer_app.errors import NotAllowed, NotFound
from carer_app.rough_days import HowSure, RoughDay
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    children,
    filing,
    keepsakes,
    looking_back,
    papers,
    pep_copies,
    planning,
    removed,
    searching,
)
from carer_app.use_cases.filing import NewSource
from carer_app.use_cases.papers import NewPaper
from carer_app.use_cases.past_papers import figures_past
from tests import builders
from tests.builders import TODAY, do, read
from tests.use_cases.papers_to_keep import new, whose_papers


@pytest.fixture
def mia(vault: Vault) -> int:
    return whose_papers(vault)


def add(vault: Vault, child: int, *about: object, name: str = "a") -> int:
    return do(vault, papers.add_paper, child, NewPaper(*about), new(name), TODAY)  # type: ignore[arg-type]


def test_papers_stand_by_kind_and_the_newest_first(vault: Vault, mia: int) -> None:
    add(vault, mia, PaperKind.LETTER, "From the bus company", name="a")
    add(vault, mia, PaperKind.REPORT, "", date(2025, 7, 11), name="b")
    add(vault, mia, PaperKind.REPORT, "Spring report", date(2026, 2, 6), name="c")
    rows = read(vault, papers.papers_of, mia)
    assert [(row.kind, row.title) for row in rows] == [
        (PaperKind.REPORT, "Spring report"),
        (PaperKind.REPORT, "School report"),
        (PaperKind.LETTER, "From the bus company"),
    ]
    assert {row.child for row in rows} == {"Mia"}


def test_a_paper_may_say_for_which_meeting_or_review_it_was_and_outlives_it(vault: Vault, mia: int) -> None:
    options = read(vault, papers.what_for, mia)
    assert [each.words for each in options] == ["The PEP of 9 March 2026", "The review of 3 February 2026"]
    report = add(vault, mia, PaperKind.REPORT, "", None, options[0].key)
    minutes = add(vault, mia, PaperKind.REVIEW_MINUTES, "", None, options[1].key, name="b")
    assert read(vault, papers.paper, report).what_for == "For the PEP of 9 March 2026"
    assert read(vault, papers.paper, minutes).what_for == "For the review of 3 February 2026"
    coming = builders.add_meeting(vault, mia, uid="coming")
    letter = add(vault, mia, PaperKind.LETTER, "", None, f"meeting {coming}", name="c")
    do(vault, planning.take_meeting_out, coming, TODAY)
    assert read(vault, papers.paper, letter).what_for == ""
    with vault.reading() as session:
        assert filing.sealed_document(session, letter).title == "Letter"


def test_the_notes_of_a_review_that_are_not_here_are_missing_until_they_are(vault: Vault, mia: int) -> None:
    (missing,) = read(vault, papers.missing_minutes, mia)
    assert missing.held_on == date(2026, 2, 3)
    minutes = add(vault, mia, PaperKind.REVIEW_MINUTES, "", None, f"review {missing.id}")
    assert read(vault, papers.missing_minutes, mia) == []
    do(vault, papers.take_paper_out, minutes, TODAY)
    assert read(vault, papers.missing_minutes, mia) == [missing]


def test_a_day_may_be_known_only_roughly(vault: Vault, mia: int) -> None:
    roughly = RoughDay(2025, 7, 1, HowSure.MONTH)
    report = add(vault, mia, PaperKind.REPORT, "", roughly)
    assert read(vault, papers.paper, report).on == roughly


def test_nothing_is_kept_without_the_yes(vault: Vault, mia: int) -> None:
    do(vault, filing.take_back_permission)
    with pytest.raises(NotAllowed, match="who told you"):
        add(vault, mia, PaperKind.REPORT)
    assert read(vault, papers.papers_of, mia) == []


def test_what_is_taken_out_comes_back_and_may_be_added_again_meanwhile(vault: Vault, mia: int) -> None:
    report = add(vault, mia, PaperKind.REPORT, "Spring")
    assert read(vault, filing.known_digests, mia) == {"a" * 64}
    do(vault, papers.take_paper_out, report, TODAY)
    assert read(vault, papers.papers_of, mia) == []
    assert read(vault, filing.known_digests, mia) == frozenset()
    with pytest.raises(NotFound):
        read(vault, papers.paper, report)
    (row,) = read(vault, removed.removed, TODAY)
    assert (row.what, row.about) == ("Spring", "Mia · School report")
    do(vault, removed.put_back, row.id, TODAY)
    assert [each.title for each in read(vault, papers.papers_of, mia)] == ["Spring"]


def test_the_same_file_may_be_two_childrens(vault: Vault, mia: int) -> None:
    jordan = builders.add_child(vault, "Jordan")
    add(vault, mia, PaperKind.OTHER)
    assert read(vault, filing.known_digests, jordan) == frozenset()


def test_figures_stay_as_they_were_typed_and_when_the_report_goes(vault: Vault, mia: int) -> None:
    report = add(vault, mia, PaperKind.REPORT, "", date(2026, 2, 6))
    do(vault, papers.add_figure, report, FigureKind.ATTENDANCE, "ignored", " 94.5% (2 late) ")
    mark = do(vault, papers.add_figure, report, FigureKind.MARK, "Maths", "5+")
    rows = read(vault, papers.figures_of, report)
    assert [row.words for row in rows] == ["Attendance: 94.5% (2 late)", "Maths: 5+"]
    assert {row.on for row in rows} == {date(2026, 2, 6)}
    do(vault, papers.take_figure_out, mark, TODAY)
    assert len(read(vault, papers.figures_of, report)) == 1
    do(vault, papers.bring_figure_back, mark)
    do(vault, papers.take_paper_out, report, TODAY)
    with vault.reading() as session:
        assert len(session.scalars(select(ReportFigure)).all()) == 2


@pytest.mark.parametrize(
    ("what", "subject", "value"), [(FigureKind.MARK, " ", "5"), (FigureKind.ATTENDANCE, "", "  ")]
)
def test_a_figure_that_is_half_typed_is_not_kept(
    vault: Vault, mia: int, what: FigureKind, subject: str, value: str
) -> None:
    report = add(vault, mia, PaperKind.REPORT)
    with pytest.raises(NotAllowed, match="first"):
        do(vault, papers.add_figure, report, what, subject, value)
    assert read(vault, papers.figures_of, report) == []


def test_papers_of_a_child_who_was_put_to_one_side_are_not_there(vault: Vault, mia: int) -> None:
    report = add(vault, mia, PaperKind.REPORT)
    do(vault, children.delete_child, mia, TODAY)
    with pytest.raises(NotFound):
        read(vault, papers.paper, report)


def test_a_pep_copy_and_what_is_in_the_childs_book_are_taken_out_where_they_belong(
    vault: Vault, mia: int
) -> None:
    """Elsewhere something would still name them."""
    with vault.reading() as session:
        (held,) = session.scalars(select(Meeting.id)).all()
    copy = do(vault, pep_copies.register_copy, held, new("b"), TODAY)
    do(vault, keepsakes.add_keepsake, mia, KeepsakeKind.CERTIFICATE, "Swam 50 metres", new("c"), TODAY)
    (certificate,) = read(vault, papers.papers_of, mia)
    for number, where in ((copy, "page of the copy"), (certificate.id, "own book")):
        with pytest.raises(NotAllowed, match=where):
            do(vault, papers.take_paper_out, number, TODAY)
    assert [each.what for each in read(vault, keepsakes.keepsakes, mia)] == ["Swam 50 metres"]


def test_only_what_is_kept_as_it_came_can_be_saved_again(vault: Vault, mia: int) -> None:
    sources = (NewSource("d" * 64), NewSource("e" * 64, ".docx", "c" * 64, b"k" * 32, 7))
    report = do(
        vault, papers.add_paper, mia, NewPaper(PaperKind.REPORT), replace(new(), sources=sources), TODAY
    )
    (kept,) = read(vault, filing.kept_sources, report)
    assert (kept.ending, kept.fingerprint, kept.seal_key) == (".docx", "c" * 64, b"k" * 32)


def test_a_figure_is_never_of_a_day_that_nobody_read_on_the_report(vault: Vault, mia: int) -> None:
    report = add(vault, mia, PaperKind.REPORT)
    with pytest.raises(NotAllowed, match="day that is on the report"):
        do(vault, papers.add_figure, report, FigureKind.ATTENDANCE, "", "61%")
    assert read(vault, papers.figures_of, report) == []


def test_a_figure_of_a_report_without_a_day_says_so_everywhere(vault: Vault, mia: int) -> None:
    report = add(vault, mia, PaperKind.REPORT, "Old school")
    with vault.work() as session:
        session.add(
            ReportFigure(child_id=mia, document_id=report, what="attendance", value="61%", on_day=TODAY)
        )
    (figure,) = read(vault, figures_past, mia)
    assert figure.on_paper == "Attendance: 61%, from: Old school · day not known"
    assert "Added here: Attendance: 61%, from: Old school" in [
        each.words for each in read(vault, looking_back.happened, mia, TODAY)
    ]
    assert read(vault, papers.figures_of, report)[0].is_undated
    lines = [each for each in read(vault, searching.everything_to_search) if each.words == "61%"]
    assert [each.what for each in lines] == ["Attendance from a report · day not known"]
    do(vault, papers.take_paper_out, report, TODAY)
    (figure,) = read(vault, figures_past, mia)
    assert figure.on_paper.endswith("day not known")
