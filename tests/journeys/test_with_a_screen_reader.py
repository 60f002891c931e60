"""The main job done from another process that sees the window only as a screen reader does."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from carer_app.computer.paths import DataDir
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, childs_kept_words, following_up, pep_copies
from tests import builders
from tests.builders import PASSWORD
from tests.journeys.test_by_keyboard import write_pdf

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is Linux's way; other systems have their own"),
]
ROOT = Path(__file__).resolve().parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
BUS_LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
Environment = dict[str, str]


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Environment]:
    """A desktop of its own for the two: a screen, a session bus, the accessibility bus and a window manager."""
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    env = {name: value for name, value in os.environ.items() if not name.startswith(("AT_SPI", "WAYLAND"))}
    env |= {
        "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config"), "XDG_RUNTIME_DIR": str(runtime),
        "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "PYTHONUNBUFFERED": "1",
    }  # fmt: skip
    with ExitStack() as running:
        # A screen begins anew when its last program has gone: the accessibility bus looks in and goes again,
        # and would take a window manager that had just come with it.
        screen = ["Xvfb", "-displayfd", "1", "-screen", "0", "1920x1400x24", "-nolisten", "tcp", "-noreset"]
        env["DISPLAY"] = ":" + running.enter_context(_running(screen, env, first_line=True))
        bus = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
        env["DBUS_SESSION_BUS_ADDRESS"] = running.enter_context(_running(bus, env, first_line=True))
        running.enter_context(_running([BUS_LAUNCHER, "--launch-immediately"], env))
        # It says so once it manages windows: one shown before that would never be given the keyboard.
        running.enter_context(
            _running(["openbox", "--startup", "echo manages windows"], env, first_line=True)
        )
        yield env


@contextmanager
def _running(command: list[str], env: Environment, first_line: bool = False) -> Iterator[str]:
    """A program that runs until the end of the test; gives what it says first."""
    program = subprocess.Popen(
        command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert program.stdout is not None
    try:
        said = program.stdout.readline().strip() if first_line else ""
        assert program.poll() is None, f"{command[0]} did not start"
        yield said
    finally:
        program.terminate()
        try:
            program.wait(10)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()
        program.stdout.close()


def test_the_whole_job_is_done_by_a_screen_reader(
    desktop: Environment, tmp_path: Path, qapp: QApplication
) -> None:
    data, pdf = DataDir(tmp_path / "data"), tmp_path / "from-school.pdf"
    write_pdf(pdf)
    with _running([sys.executable, "-m", "carer_app", "--data-dir", str(data.root)], desktop):
        reader = subprocess.run(
            [SYSTEM_PYTHON, str(Path(__file__).with_name("screen_reader_job.py")), str(pdf)],
            env=desktop, capture_output=True, text=True, timeout=600, check=False,
        )  # fmt: skip
    assert reader.returncode == 0, reader.stdout + reader.stderr
    heard = reader.stdout.splitlines()
    for words in (
        "Added: Find a buddy for playtimes",
        "The PEP copy is stored here, locked. To undo, press Ctrl+Z.",
    ):
        assert words in heard, heard
    _is_stored(data)


def test_a_whole_sitting_in_the_childs_own_part_is_read_by_ear(desktop: Environment, tmp_path: Path) -> None:
    data = DataDir(tmp_path / "data")
    data.make()
    vault = builders.new_vault(data.vault)
    child = builders.add_child(vault)
    meeting = builders.add_meeting(vault, child, on_day=date.today() + timedelta(days=8))
    vault.close()
    with _running([sys.executable, "-m", "carer_app", "--data-dir", str(data.root)], desktop):
        reader = subprocess.run(
            [SYSTEM_PYTHON, str(Path(__file__).with_name("screen_reader_room_job.py")), PASSWORD],
            env=desktop, capture_output=True, text=True, timeout=600, check=False,
        )  # fmt: skip
    assert reader.returncode == 0, reader.stdout + reader.stderr
    heard = reader.stdout.splitlines()
    (tmp_path / "transcript.txt").write_text(reader.stdout)
    assert "   My social worker" in heard, reader.stdout
    vault = Vault.open(data.vault, PASSWORD)
    with vault.reading() as session:
        kept = childs_kept_words.kept_words(session, child)
        told = childs_kept_words.room_words(session, meeting, date.today())
    vault.close()
    seats = "I sit in the middle of one side."
    assert [(each.words, each.mark) for each in kept] == [(seats, ""), ("", "Hard"), ("I like art.", "")]
    assert told.child == "Mia"


def _is_stored(data: DataDir) -> None:
    """What the reader did is in the records."""
    today = date.today()
    vault = Vault.open(data.vault, PASSWORD)
    with vault.reading() as session:
        child = children.list_children(session, today)[0]
        facts = children.child_facts(session, child.id, today)
        actions = following_up.actions_of_child(session, child.id, today)
        copy = pep_copies.copy_of(session, facts.meetings[0].id, today)
    vault.close()
    assert (facts.name, facts.school) == ("Mia", "Riverside Primary")
    assert sorted((action.what, action.done_on is not None) for action in actions) == [
        ("Ask about a place at swimming", True),
        ("Find a buddy for playtimes", False),
    ]
    assert copy is not None
    assert copy.document_id is not None
