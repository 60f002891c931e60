"""Another language, which needs more room: every place in it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_every_sentence_can_be_said_in_a_longer_language_and_fits(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-m", "tests.ui.longer_words", str(tmp_path)],
        cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True, timeout=400,
        check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines() == []
