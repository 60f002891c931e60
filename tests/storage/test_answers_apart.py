"""Answers of an earlier release, all kept as text, stand each in the column of its kind, and nothing is lost."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from carer_app.choices import ANSWERED_WITH_A_CHOICE, ANSWERED_WITH_A_DAY, OnPaper, PlainQuestion, TakingPart
from carer_app.domain.meeting import Meeting
from carer_app.domain.preparation import READ_TO, USED_NOTE, WISH, WISH_WORDS, Answer
from carer_app.storage import connecting, keys
from carer_app.storage.migrations.versions import v0014_answers_apart as step
from carer_app.storage.vault import Vault
from tests import builders

SAMPLE = Path(__file__).parent / "samples" / "0013"
WERE = {
    "ahead.hopes": "A visit to a vet",
    PlainQuestion.WOULD_CHANGE: "2026-03-10",
    PlainQuestion.TALKED_ON: "2026-03-10",
    PlainQuestion.ASKED_ON: "some day in March",
    PlainQuestion.VIEWS_AGREED_ON: "",
    PlainQuestion.FAMILY_THERE: "not_sure",
    PlainQuestion.TALKED_ABOUT: "when where",
    f"{USED_NOTE}7": "going_well.school",
    READ_TO: "12",
    WISH: "unread",
    WISH_WORDS: "Coming to the meeting: for part of it",
    "name.Mr O’Brien": "initial",
    "name.Jayden": "take_out",
}


@pytest.fixture
def upgraded(tmp_path: Path) -> Iterator[Vault]:
    """Records of 0013 with everything of WERE answered for the second meeting, opened in this release."""
    folder = shutil.copytree(SAMPLE, tmp_path / "0013")
    key = keys.unwrap((folder / "vault.key").read_bytes(), builders.PASSWORD)
    connection = connecting.connect(folder / "vault.db", key)
    for question, words in WERE.items():
        connection.execute(
            "INSERT INTO answer (meeting_id, question, text, aside) VALUES (2, ?, ?, '')", (question, words)
        )
    connection.commit()
    connection.close()
    vault = Vault.open(folder, builders.PASSWORD)
    yield vault
    vault.close()


def test_each_answer_stands_in_the_column_of_its_kind_and_reads_as_before(upgraded: Vault) -> None:
    with upgraded.reading() as session:
        meeting = session.get_one(Meeting, 2)
        rows = {each.question: each for each in session.scalars(select(Answer).where(Answer.meeting_id == 2))}
        for question, words in WERE.items():
            if not question.startswith("name."):
                assert meeting.answer(question) == words
        assert rows[PlainQuestion.TALKED_ON].on_day == date(2026, 3, 10)
        assert rows[PlainQuestion.TAKING_PART].code == TakingPart.PART
        prose = {question for question, row in rows.items() if row.text and question in WERE}
        assert prose == {"ahead.hopes", PlainQuestion.WOULD_CHANGE, PlainQuestion.ASKED_ON, WISH_WORDS}
        assert {each.name: each.on_paper for each in meeting.names_on_paper} == {
            "Mr O’Brien": OnPaper.INITIAL,
            "Jayden": OnPaper.TAKE_OUT,
        }


def test_the_step_knows_the_same_kinds_as_the_noun() -> None:
    assert set(ANSWERED_WITH_A_DAY) == step._DAYS
    assert {*ANSWERED_WITH_A_CHOICE, READ_TO, WISH} == step._CODES


def test_what_is_answered_anew_is_of_its_kind_whatever_stood_there() -> None:
    answer = Answer(question=PlainQuestion.TALKED_ON, text="some day", code="", on_day=None)
    answer.say("2026-03-12")
    assert (answer.text, answer.code, answer.on_day) == ("", "", date(2026, 3, 12))
    answer.say("")
    assert answer.said == ""
    with pytest.raises(ValueError, match="Invalid isoformat"):
        answer.say("31 feb")
