"""The register says of every table and every column with words what it is; the ways it names are real queries."""

import pytest
from sqlalchemy import LargeBinary, String

from carer_app.choices import PlainQuestion, WhoseWords
from carer_app.domain.all_tables import Base
from carer_app.domain.child import Schooling
from carer_app.domain.meeting import Meeting
from carer_app.domain.note import Note
from carer_app.domain.preparation import Answer, ChildView
from carer_app.domain.register import ABOUT_A_CHILD, CHILDS, REGISTER, Kind, MayPrint, Whose, whose_row
from carer_app.domain.school import School, SchoolPeriod
from carer_app.domain.stored_document import StoredDocument
from carer_app.storage.vault import Vault
from carer_app.use_cases import hearing_the_child
from carer_app.use_cases.about_a_child import children_of, rows_about
from carer_app.use_cases.recording_the_meeting import SCHOOL_SAID
from tests import builders
from tests.builders import TODAY

NOT_A_WAY = {
    *(("agreed_action", name) for name in ("meeting_id", "concern_id")),
    *(("request", name) for name in ("meeting_id", "action_id")),
    ("child_view", "about_id"), ("what_happened", "action_id"),
    *(("stored_document", name) for name in ("for_meeting_id", "for_review_id")), ("report_figure", "document_id"),
}  # fmt: skip
"""Keys that lead to the same child as the way that is named."""


def test_every_table_and_every_column_with_words_is_in_the_register() -> None:
    """A table or a column that is added later makes this fail until the register says what it is."""
    holds = {
        table.name: {each.name for each in table.columns if isinstance(each.type, String | LargeBinary)}
        for table in Base.metadata.sorted_tables
    }
    # Several days kept in one text are facts as every day is.
    holds["child"].discard("moved_home_before_on")
    assert {noun.__tablename__: set(table.columns) for noun, table in REGISTER.items()} == holds


def test_every_key_that_joins_two_tables_is_a_way_to_the_child() -> None:
    """So that a table which hangs on a child is never taken for one that is about nobody."""
    ways = {(way.class_.__tablename__, way.key) for table in ABOUT_A_CHILD for way in table.ways}
    keys = {
        (table.name, key.parent.name)
        for table in Base.metadata.sorted_tables
        for key in table.foreign_keys
    }  # fmt: skip
    assert ways - {("draft", "about_id")} == keys - NOT_A_WAY


def test_a_childs_words_are_nobody_elses_and_are_printed_only_as_the_child_said() -> None:
    said = [
        column
        for table in REGISTER.values()
        for column in table.columns.values()
        if column.whose in (Whose.CHILD, Whose.BY_ROW) and column.kind == Kind.PROSE
    ]
    assert len(said) >= 4
    assert CHILDS.searched, "the carer finds them"
    assert CHILDS.given_back, "and the service gets them: they leave only with the hand-over"
    assert {each.printed for each in said if each.whose == Whose.CHILD} == {MayPrint.AS_THE_CHILD_SAID}


def test_an_answer_says_by_its_question_whose_words_it_is() -> None:
    """Also what school said is not the carer's own."""
    whose = {question: whose_row(Answer(question=question)) for question in PlainQuestion}
    assert whose[PlainQuestion.WELL_AT_HOME] == Whose.CARER
    assert whose[PlainQuestion.WOULD_CHANGE] == Whose.CHILD
    assert {each for each in PlainQuestion if whose[each] == Whose.PROFESSIONAL} == set(SCHOOL_SAID)
    assert whose_row(ChildView(whose_words=WhoseWords.CARER_THINKS)) == Whose.CARER
    assert whose_row(ChildView(whose_words=WhoseWords.CHILD_TYPED)) == Whose.CHILD


def test_the_program_never_shows_nor_searches_what_is_for_itself_alone() -> None:
    for table in REGISTER.values():
        for name, column in table.columns.items():
            if column.searched:
                assert column.kind in (Kind.PROSE, Kind.NAME), (table.noun, name)
            if column.kind == Kind.MACHINE:
                assert not column.given_back, (table.noun, name)


def test_each_row_is_found_from_its_child_and_its_child_from_the_row(vault: Vault) -> None:
    """Also what was removed; and every row of every table is somebody's, where nobody's is allowed."""
    ids = builders.ordinary_household(vault)
    builders.file_a_copy(vault, ids["over"])
    with vault.work() as session:
        view = hearing_the_child.add_view(session, ids["over"], builders.WhoseWords.CHILD_SAID, TODAY, "Gone")
        hearing_the_child.remove_view(session, view, TODAY)
    seen = 0
    with vault.reading() as session:
        for table in ABOUT_A_CHILD:
            by_child = {
                child: rows_about(session, table.noun, child) for child in (ids["mia"], ids["jordan"])
            }
            rows = session.execute(Base.metadata.tables[table.noun.__tablename__].select()).all()
            assert sum(map(len, by_child.values())) == len(rows), table.noun
            for child, theirs in by_child.items():
                seen += len(theirs)
                assert all(children_of(session, row) == [child] for row in theirs), table.noun
    assert seen > 40


def test_a_school_may_be_two_childrens_or_nobodys_and_a_leaflet_is_about_none(vault: Vault) -> None:
    mia, jordan = (
        builders.add_child(vault, "Mia", "Elm Park"),
        builders.add_child(vault, "Jordan", "Elm Park"),
    )
    with vault.work() as session:
        (shared,) = {each.school_id for each in session.query(Schooling)}
        session.add(SchoolPeriod(school_id=shared, first_day=TODAY, last_day=TODAY))
        left = School(name="Left long ago")
        leaflet = StoredDocument(
            title="Handbook", added_on=TODAY, fingerprint="f", seal_key=b"k", size=1, pages=1, is_leaflet=True
        )
        session.add_all([left, leaflet])
    with vault.reading() as session:
        assert children_of(session, session.get_one(School, shared)) == [mia, jordan]
        period = session.query(SchoolPeriod).one()
        assert children_of(session, period) == [mia, jordan]
        assert rows_about(session, SchoolPeriod, mia) == rows_about(session, SchoolPeriod, jordan) == [period]
        assert children_of(session, session.query(School).filter_by(name="Left long ago").one()) == []
        assert children_of(session, session.query(StoredDocument).one()) == []
        assert rows_about(session, Note, mia) == rows_about(session, Meeting, mia) == []


@pytest.mark.parametrize("taken_away", ["column", "table"])
def test_the_look_at_the_register_finds_what_is_missing(
    taken_away: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    columns = dict(REGISTER[Note].columns)
    columns.pop("think")
    without = {noun: table for noun, table in REGISTER.items() if noun is not Note}
    if taken_away == "column":
        without[Note] = type(REGISTER[Note])(Note, REGISTER[Note].ways, columns)
    monkeypatch.setattr("tests.use_cases.test_register.REGISTER", without)
    with pytest.raises(AssertionError):
        test_every_table_and_every_column_with_words_is_in_the_register()
