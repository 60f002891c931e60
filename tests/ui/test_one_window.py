"""A second start brings the first window forward; whatever happened to the first, one can always start."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ui.shell import one_window

ROOT = Path(__file__).parents[2]
SENTENCE = "PEP Companion is already open. Its window has been brought to the front."

START = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from carer_app.computer.paths import DataDir
from ui.shell import app

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.WindowStateChange:
            print("minimised" if companion.window.isMinimized() else "forward", flush=True)
        return False

def started(it):
    global companion, watch
    companion, watch = it, Watch()
    settle_in = companion.settle_in
    def settled():
        settle_in()
        companion.window.installEventFilter(watch)
        if "minimise" in sys.argv:
            companion.window.showMinimized()
        print("running", flush=True)
    companion.settle_in = settled
    if "close" in sys.argv:
        QTimer.singleShot(0, companion.window.close)

sys.exit(app.run(DataDir(Path(sys.argv[1])), started))
"""

Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start(tmp_path: Path, qapp: object) -> Iterator[Start]:
    """Start the application in a process of its own; it is gone when the test ends."""
    begun: list[subprocess.Popen[str]] = []

    def _start(*how: str, folder: Path = tmp_path / "data") -> "subprocess.Popen[str]":
        command = [sys.executable, "-c", START, str(folder), *how]
        process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        begun.append(process)
        return process

    yield _start
    for process in begun:
        process.kill()
        process.communicate()


def line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_the_second_start_says_so_and_the_first_window_comes_forward(start: Start) -> None:
    first = start("minimise")
    assert [line(first), line(first)] == ["minimised", "running"]
    second = start()
    assert second.communicate(timeout=60) == (SENTENCE + "\n", "")
    assert second.returncode == 0
    assert line(first) == "forward"
    assert first.poll() is None


def test_after_the_first_was_killed_one_can_start(start: Start) -> None:
    first = start()
    assert line(first) == "running"
    first.send_signal(signal.SIGKILL)
    first.wait()
    assert line(start()) == "running"


def test_a_start_while_the_first_is_just_ending_opens_a_window(tmp_path: Path) -> None:
    """The lock is held, and nobody comes: the one that holds it goes away."""
    folder = tmp_path / "data"
    hold = f"""
import sys, time
from pathlib import Path
from ui.shell import one_window
folder = Path({str(folder)!r})
assert one_window.is_first(folder)
print("held", flush=True)
while not (folder / one_window.COME_FORWARD).exists():
    time.sleep(0.01)
"""
    holder = subprocess.Popen([sys.executable, "-c", hold], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert line(holder) == "held"
    assert one_window.is_first(folder)
    holder.communicate()
    assert not (folder / one_window.COME_FORWARD).exists()


def test_one_that_hangs_is_not_waited_for_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_window, "PATIENCE_SECONDS", 0.2)
    assert one_window.is_first(tmp_path)
    assert not one_window.is_first(tmp_path)


def test_two_folders_are_two_households(start: Start, tmp_path: Path) -> None:
    first, second = start(folder=tmp_path / "one"), start(folder=tmp_path / "two")
    assert line(first) == line(second) == "running"


def test_where_no_file_can_be_made_it_starts_as_before(tmp_path: Path) -> None:
    in_the_way = tmp_path / "data"
    in_the_way.write_text("not a folder")
    assert one_window.is_first(in_the_way)


def test_its_files_are_this_persons_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    assert one_window.is_first(folder)
    if os.name == "posix":
        assert folder.stat().st_mode & 0o077 == 0
        assert (folder / one_window.LOCK).stat().st_mode & 0o077 == 0


@pytest.mark.faults
def test_of_many_starts_at_once_one_stays(start: Start) -> None:
    count = 200 if os.environ.get("PEP_FULL_FAULTS") == "1" else 10
    waiting = [start() for _number in range(count)] if count <= 10 else []
    ended = 0
    if not waiting:  # ten at a time, beside the one that stays
        waiting = [start() for _number in range(10)]
        for _round in range(count // 10 - 1):
            running = only_one(waiting)
            ended += len(waiting) - 1
            waiting = [running, *(start() for _number in range(10))]
    only_one(waiting)
    ended += len(waiting) - 1
    print(f"{ended} of {count} starts found the window that was open")
    assert ended == count - 1


def only_one(begun: list["subprocess.Popen[str]"]) -> "subprocess.Popen[str]":
    """Wait until one of these is left; the others ended well, with the sentence."""
    end = time.monotonic() + 120
    while sum(process.poll() is None for process in begun) > 1:
        assert time.monotonic() < end, "more than one stays"
        time.sleep(0.05)
    running = [process for process in begun if process.poll() is None]
    assert len(running) == 1
    for process in begun:
        if process is not running[0]:
            assert (*process.communicate(), process.returncode) == (SENTENCE + "\n", "", 0)
    return running[0]
