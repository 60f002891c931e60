"""Locked, the key is nowhere in memory, and of what was on screen next to nothing is left.

Counted from outside, in the memory of the whole application. README says no more than this.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from carer_app.choices import NoteKind
from carer_app.use_cases import children, writing_notes
from tests import builders
from tests.faults.kills import ROOT
from tests.faults.looking import count, spellings

pytestmark = pytest.mark.faults

# In parts, so that they are in the memory of nobody who has only read this file.
NAME = "Zq" + "Vwyxnna"
NOTE = "Qk" + "jumbleweather frolicsome"


@pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux shows the memory of another process as a file"
)
def test_after_locking(tmp_path: Path, landed: Callable[[str, int, int], None]) -> None:
    vault = builders.new_vault(tmp_path / "data" / "vault")
    builders.ordinary_household(vault)
    with vault.work() as session:
        children.rename(session, 1, NAME)
        writing_notes.add_note(session, 1, writing_notes.NewNote(NoteKind.GOOD_NEWS, builders.TODAY, NOTE))
    key = vault.key
    vault.close()
    keys = {"key": key, "key in letters": key.hex().encode(), "in capitals": key.hex().upper().encode()}
    words = {
        f"{what} {how}": spelled
        for what, text in (("name", NAME), ("note", NOTE))
        for how, spelled in spellings(text).items()
    }
    errors = tmp_path / "errors"
    with errors.open("w") as said_wrong:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.locked", str(tmp_path / "data")],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=said_wrong,
            text=True,
        )
    assert process.stdin is not None
    assert process.stdout is not None
    found = {}
    try:
        for step in ("open", "lock", "wait"):
            process.stdin.write(f"{step}\n")
            process.stdin.flush()
            assert process.stdout.readline().strip() == step, errors.read_text()[-3000:]
            found[step] = count(process.pid, {**keys, **words})
    finally:
        process.stdin.close()
        process.stdout.close()
        process.kill()
        process.wait()
    assert found["open"]["key"] > 0, "we look in the right place"
    assert [found["open"][name] for name in keys if name != "key"] == [0, 0], "never written out as letters"
    assert [found["wait"][name] for name in keys] == [0, 0, 0], found
    seen, left = (sum(found[step][name] for name in words) for step in ("open", "wait"))
    assert seen > 40
    assert left <= seen // 5, found
    landed("Words of the records gone from memory after locking", seen - left, seen)
