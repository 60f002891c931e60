"""Words half typed in an earlier release are there in this one, on the page where they were typed."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import select

from carer_app.domain.all_tables import Base
from carer_app.domain.draft import Draft
from carer_app.storage import connecting, keys
from carer_app.storage.vault import Vault
from carer_app.use_cases.about_a_child import children_of
from tests import builders

SAMPLE = Path(__file__).parent / "samples" / "0012"
WERE = {
    ("EditChild(child_id=1, at='')", "birthday"): ("edit_child 1", "child", 1),
    ("EditChild(child_id=2)", "birthday"): ("edit_child 2", "child", 2),
    ("EditChild(child_id=1, at=''):changed_school", "name"): ("edit_child 1 changed_school", "child", 1),
    ("EditChild(child_id=1, at=''):new_worker", "name"): ("edit_child 1 new_worker", "child", 1),
    ("CouncilRules(child_id=2):southwark_2017:first_pep.days", "number"): (
        "council_rules 2 southwark_2017 first_pep.days", "child", 2,
    ),
    ("CheckDates(school_id=1, year=2026)", "form"): ("check_dates 1 2026", "school", 1),
    ("PasteDates(school_id=1)", "text"): ("paste_dates 1", "school", 1),
    ("SchoolDates(school_id=1)", "doubts"): ("school_dates 1", "school", 1),
    ("PreparePart(meeting_id=1, part=<Part.WHO_COMES: 'who_comes'>)", "name"): (
        "prepare_part 1 who_comes", "meeting", 1,
    ),
    ("AskQuestion(meeting_id=1, question='going_well.school')", "day"): (
        "ask_question 1 going_well.school", "meeting", 1,
    ),
    ("WriteNote(child_id=0)", "seen"): ("write_note 0", "child", 2),
    ("WriteNote(child_id=0)", "child"): ("write_note 0", "child", 2),
    ("WriteNote(child_id=1)", "seen"): ("write_note 1", "child", 1),
    ("Actions()", "due_3"): ("actions", "agreed_action", 3),
    ("AddActions(meeting_id=2)", "what"): ("add_actions 2", "meeting", 2),
    ("AddChild()", "name"): ("add_child", "", 0),
    ("PutInDate(child_id=2)", "day"): ("put_in_date 2", "child", 2),
    ("a name of nobody's (ever", "x"): ("a name of nobody's (ever", "", 0),
    # Two spellings of one page: the words of both stay.
    ("EditChild(child_id=2, at='')", "birthday"): ("EditChild(child_id=2, at='')", "child", 2),
}  # fmt: skip
"""Place and field as earlier releases wrote them, and where the words stand now."""


@pytest.fixture
def upgraded(tmp_path: Path) -> Vault:
    """Records of 0012 with everything of WERE half typed in them, opened in this release."""
    folder = shutil.copytree(SAMPLE, tmp_path / "0012")
    key = keys.unwrap((folder / "vault.key").read_bytes(), builders.PASSWORD)
    connection = connecting.connect(folder / "vault.db", key)
    for number, (place, field) in enumerate(WERE):
        words = "2" if field == "child" else f"words {number}"
        connection.execute("INSERT INTO draft VALUES (?, ?, ?)", (place, field, words))
    connection.commit()
    connection.close()
    vault = Vault.open(folder, builders.PASSWORD)
    yield vault
    vault.close()


def test_what_was_half_typed_stands_under_its_name_of_now_and_says_whom_it_is_about(upgraded: Vault) -> None:
    with upgraded.reading() as session:
        found = {(each.place, each.field): each for each in session.scalars(select(Draft))}
        assert len(found) == len(WERE)
        for number, ((_old, field), (place, about, about_id)) in enumerate(WERE.items()):
            row = found[place, field]
            assert row.text == ("2" if field == "child" else f"words {number}")
            assert (row.about, row.about_id) == (about, about_id), place
        assert {row.about for row in found.values()} <= {"", *Base.metadata.tables}
        assert children_of(session, found["actions", "due_3"]) != []
        assert children_of(session, found["prepare_part 1 who_comes", "name"]) == [1]
        assert children_of(session, found["add_child", "name"]) == []
