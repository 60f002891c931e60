"""Losing power loses at most the last keystrokes: the application is killed while the carer is in a field."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from carer_app.choices import PlainQuestion
from carer_app.computer.paths import DataDir
from carer_app.storage.vault import Vault
from carer_app.use_cases import dates_drafts, drafts, recording_the_meeting
from tests import builders
from ui.base.places import AddActions, AfterMeeting, CheckDates

pytestmark = pytest.mark.journey
ROOT = Path(__file__).resolve().parents[2]


def typed_then_killed(data: DataDir, meeting: int, field: str) -> None:
    typist = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.typist", str(data.root), str(meeting), field],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert typist.stdout is not None
    assert typist.stdout.readline().strip() == "typed"
    time.sleep(2)
    typist.send_signal(signal.SIGKILL)
    typist.wait()
    typist.stdout.close()


@pytest.mark.parametrize("field", ["text", "form", "date", "check"])
def test_one_letter_typed_without_leaving_the_field_survives_a_kill(data: DataDir, field: str) -> None:
    data.root.mkdir()
    vault = builders.new_vault(data.vault)
    meeting = builders.ordinary_household(vault)["coming"]
    vault.close()

    typed_then_killed(data, meeting, field)

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
