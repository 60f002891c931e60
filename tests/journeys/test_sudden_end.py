"""Losing power loses at most the last keystrokes: the application is killed while the carer is in a field."""

import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from carer_app.choices import PlainQuestion
from carer_app.computer.paths import DataDir
from carer_app.storage.vault import Vault
from carer_app.use_cases import dates_drafts, drafts, recording_the_meeting
from tests import builders
from tests.journeys.typist import LATER
from ui.base.places import AddActions, AfterMeeting, CheckDates

pytestmark = pytest.mark.journey
ROOT = Path(__file__).resolve().parents[2]


FIELDS = ("text", "form", "date", "check")


@dataclass(frozen=True)
class Killed:
    """The records of an application that was killed while the carer was in a field."""

    data: DataDir
    meeting: int


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Killed]:
    """By the field. They run beside each other, since each does nothing for two seconds."""
    made, typing = dict[str, Killed](), dict[str, subprocess.Popen[str]]()
    for field in FIELDS:
        data = DataDir(tmp_path_factory.mktemp(field) / "data")
        data.root.mkdir()
        vault = builders.new_vault(data.vault)
        made[field] = Killed(data, builders.ordinary_household(vault)["coming"])
        vault.close()
        command = [sys.executable, "-m", "tests.journeys.typist", data.root, made[field].meeting, field]
        typing[field] = subprocess.Popen(list(map(str, command)), cwd=ROOT, stdout=subprocess.PIPE, text=True)
    for field, typist in typing.items():
        with typist:
            assert typist.stdout is not None
            said = typist.stdout.readline().strip()
            typist.send_signal(signal.SIGKILL)
        assert said == LATER, field
    return made


@pytest.mark.parametrize("field", FIELDS)
def test_one_letter_typed_without_leaving_the_field_survives_a_kill(
    killed: dict[str, Killed], field: str
) -> None:
    data, meeting = killed[field].data, killed[field].meeting
    vault = Vault.open(data.vault, builders.PASSWORD)
    with vault.reading() as session:
        said = recording_the_meeting.what_school_said(session, meeting)
        form = drafts.of_place(session, AddActions(meeting).key)
        date = drafts.of_place(session, AfterMeeting(meeting).key)
        check = dates_drafts.begun(session, CheckDates(1, 2025).key)
    vault.close()
    found = {"text": said[PlainQuestion.LEARNING_SAID], "form": form.get("what"), "date": date.get("held")}
    if check is not None and check.form is not None:
        found["check"] = check.form.years[0].stretches[0].first
    assert found[field] == ("31 f" if field in ("date", "check") else "x")
