"""Started where a terminal knows only ASCII, or where there is none at all: nothing is lost and nothing stops."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from carer_app.computer import paths

ROOT = Path(__file__).parents[1]
SAFE = "from carer_app.computer import standard_streams; standard_streams.make_safe()\n"


def python(script: str, *arguments: object, **surroundings: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=os.environ | surroundings, capture_output=True, check=False)


def test_our_sentences_can_be_printed_on_a_plain_terminal() -> None:
    script = SAFE + "print('the child\\u2019s \\u201cown\\u201d part \\u2013 Zo\\u00eb\\u2026')"
    done = python(script, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.strip() == b'the child\'s "own" part - Zo?...'


def test_the_self_test_begins_with_that() -> None:
    script = (
        "import ui.trials.self_test\n"
        "ui.trials.self_test.CHECKS = (('the child\\u2019s own part', lambda folder: '33 cards'),)\n"
        "from carer_app.__main__ import main\nraise SystemExit(main(['--self-test']))"
    )
    done = python(script, PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr
    assert b"ok      the child's own part: 33 cards" in done.stdout


CLOSED = """
import os, sys
for number in (0, 1, 2):
    os.close(number)
os.execv(sys.executable, [sys.executable, "-c", sys.argv[1], sys.argv[2]])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a Windows program has no such numbers")
def test_with_no_terminal_at_all_what_a_library_complains_of_is_not_written_into_the_records(
    tmp_path: Path,
) -> None:
    records = tmp_path / "records"
    script = (
        SAFE + "import os, subprocess, sys\n"
        "file = open(sys.argv[1], 'w')\n"
        "print('a line', flush=True)\n"
        "sys.stderr.write('trouble\\n'); sys.stderr.flush()\n"
        "os.write(2, b'a library complains')\n"
        "subprocess.run([sys.executable, '-c', 'import os; os.write(2, b\"so does another\")'], check=True)\n"
        "file.write('kept'); file.close()"
    )
    done = python(CLOSED, script, records)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert records.read_text() == "kept"


@pytest.mark.parametrize("name", ["a file", "a file/inside", "x" * 300, "nul\0byte", ""])
def test_a_folder_that_cannot_be_is_known_and_nothing_is_made(tmp_path: Path, name: str) -> None:
    (tmp_path / "a file").write_text("somebody’s", encoding="utf-8")
    assert not paths.can_be(tmp_path / name if name else Path())
    assert [each.name for each in tmp_path.iterdir()] == ["a file"]


@pytest.mark.parametrize("name", [".", "new", "new/inside"])
def test_a_folder_that_is_there_or_can_be_made_is_taken_and_not_made_yet(tmp_path: Path, name: str) -> None:
    assert paths.can_be(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_the_sentence_is_said_and_no_window_of_records_opens(tmp_path: Path) -> None:
    """It stays in a box for somebody who sees no terminal: the sentence is printed before that."""
    (tmp_path / "a file").touch()
    started = subprocess.Popen(
        [sys.executable, "-m", "carer_app", "--data-dir", str(tmp_path / "a file")],
        cwd=ROOT, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert started.stderr is not None
    try:
        assert started.stderr.readline().startswith("The folder named with --data-dir")
    finally:
        started.kill()
        started.communicate()
    assert [each.name for each in tmp_path.iterdir()] == ["a file"]
