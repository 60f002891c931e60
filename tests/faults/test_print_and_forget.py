"""Print and forget: after a whole preparation and a print, nothing about the child is in any file.

Home, settings, temporary files and data all lie in one watched folder. The application runs in a process of its own.
Another thread looks into every file all the while, and Python itself reports each file that is opened to write.
"""

import json
import os
import subprocess
import sys
import threading
import zlib
from contextlib import suppress
from pathlib import Path

import pypdf
import pytest

pytestmark = [pytest.mark.journey, pytest.mark.skipif(sys.platform != "linux", reason="folders as on Linux")]

ROOT = Path(__file__).resolve().parents[2]
CANARIES = ("Amelia", "Riverside Primary", "Miss Kay", "Ms Ali", "Playtime is hard", "dragons", "swimming")

SITTING = """
import json, os, sys
from datetime import date
from pathlib import Path
watched, paper = Path(sys.argv[1]), sys.argv[2]
opened = []
def listen(event, arguments):
    if event == "open" and isinstance(arguments[0], str):
        path, mode, flags = arguments
        if (mode and set(mode) & set("wax+")) or (flags or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            opened.append(path)
sys.addaudithook(listen)
from PySide6.QtPrintSupport import QPrinter
from carer_app.computer.paths import data_dir
from ui.shell import app
from ui.trials import demo
from ui.parts.printing import Printing, new_printer
from ui.base.places import CheckAndPrint, Home, MeetingSheetPlace
from ui.widgets.paper_stack import PaperStack
from ui.widgets.text import PlainLabel
app.make_application(["pep-companion"])
companion = app.Companion(data_dir(None), lambda: date(2026, 3, 10))
companion.start()
companion.settle_in()
hand = demo.Hand(companion)
hand.press("Continue")
hand.press("No")
hand.press("Print and forget")
hand.wait(lambda: companion.records.is_open, "the sitting")
child = demo._add_amelia(hand)
meeting = demo._get_ready(hand, child)
hand.go(CheckAndPrint(meeting))
page = hand.go(MeetingSheetPlace(meeting))
papers = [each for each in hand.window.findChildren(PaperStack) if each.isVisible()]
hand.wait(lambda: all(each.is_drawn for each in papers), "the paper")
printer = new_printer()
printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
printer.setOutputFileName(paper)
said = []
page.said.connect(said.append)
Printing(page, printer, page.view.shown).start()
hand.wait(lambda: said, "the printer")
companion.lock()
hand.press("Show it again")
hand.go(Home())
words = " ".join(label.words() for label in hand.page.findChildren(PlainLabel))
companion.close()
print(json.dumps({"opened": opened, "said": said, "home": words}))
"""


def canaries_in(data: bytes) -> set[str]:
    """The canaries in these bytes: as they are, in UTF-16, and inside anything that zlib or gzip packed."""
    found = {
        word
        for word in CANARIES
        for code in ("utf-8", "utf-16-le", "utf-16-be")
        if word.encode(code).lower() in data.lower()
    }
    for head in (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda", b"\x1f\x8b\x08"):
        at = data.find(head)
        while at >= 0:
            with suppress(zlib.error):
                found |= canaries_in(zlib.decompressobj(wbits=47).decompress(data[at:], 10_000_000))
            at = data.find(head, at + 1)
    return found


class Watch(threading.Thread):
    """Reads every file in a folder over and over, and remembers each that was ever there with a canary in it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(daemon=True)
        self.folder = folder
        self.done = threading.Event()
        self.rounds = 0
        self.seen: set[Path] = set()
        self.caught: set[tuple[str, str]] = set()
        self._known: dict[Path, tuple[int, int]] = {}

    def run(self) -> None:
        while not self.done.is_set():
            self.look()
            self.done.wait(0.01)

    def look(self) -> None:
        self.rounds += 1
        for file in list(self.folder.rglob("*")):
            try:
                facts = file.stat()
                state = (facts.st_mtime_ns, facts.st_size)
                if not file.is_file() or self._known.get(file) == state:
                    continue
                self._known[file] = state
                data = file.read_bytes()
            except OSError:
                continue
            self.seen.add(file)
            self.caught |= {(file.name, word) for word in canaries_in(data)}


def test_the_watch_would_notice(tmp_path: Path) -> None:
    packed = zlib.compress("notes about Amelia".encode("utf-16-le"))
    (tmp_path / "plain").write_text("dragons", encoding="utf-8")
    (tmp_path / "packed").write_bytes(b"some head" + packed)
    watch = Watch(tmp_path)
    watch.look()
    assert watch.caught == {("plain", "dragons"), ("packed", "Amelia")}


def test_after_a_whole_preparation_and_a_print_nothing_about_the_child_is_in_any_file(tmp_path: Path) -> None:
    watched, paper = tmp_path / "watched", tmp_path / "out of the printer.pdf"
    places = {
        "HOME": watched / "home",
        "XDG_DATA_HOME": watched / "data",
        "XDG_CONFIG_HOME": watched / "config",
        "XDG_CACHE_HOME": watched / "cache",
        "XDG_STATE_HOME": watched / "state",
        "TMPDIR": watched / "tmp",
        "XDG_RUNTIME_DIR": watched / "run",
    }
    for place in places.values():
        place.mkdir(parents=True, mode=0o700)
    environment = os.environ | {name: str(place) for name, place in places.items()}
    environment |= {"PYTHONDONTWRITEBYTECODE": "1"}
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    watch = Watch(watched)
    watch.start()
    run = subprocess.run(
        [sys.executable, "-c", SITTING, str(watched), str(paper)],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    watch.done.set()
    watch.join()
    watch.look()
    assert run.returncode == 0, run.stdout + run.stderr
    told = json.loads(run.stdout.splitlines()[-1])
    assert told["said"] == ["Sent to the printer. Fetch it soon, so that nobody else reads it."]
    assert "Amelia" in told["home"], "the sitting went on until it was closed"
    assert len(pypdf.PdfReader(paper).pages) >= 1
    assert watch.rounds > 10
    assert watch.caught == set()
    names = {file.name for file in watch.seen}
    assert not names & {"vault.db", "vault.key", "last-save.json", "where.json"}
    assert not (watched / "data" / "PEP Companion").exists(), "nothing is kept, so no folder is made"
    ours = [path for path in told["opened"] if not path.startswith(("/dev/", "/proc/"))]
    assert ours == [], "opened to write"
