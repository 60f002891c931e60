"""`make bench`: every figure beside its floor, measured in turn in the same run.

Prints a table and writes build/bench.json.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from tests import builders
from tests.benchmarks import childs_room, first_seen, keeping, long_lists, memory, papers, preview, six_pages

ROOT = Path(__file__).resolve().parents[2]
RUNS = 15
AS_INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""An installed application has its bytecode beside it, as PySide6 has; only the first, uncounted pair compiles."""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. `ratio` is the median of the ratios of pairs measured one after the other."""

    name: str
    ours: float
    floor: float
    ratio: float
    unit: str
    goal: float
    runs: int


def seconds_until_painted(module: str, *arguments: str) -> float:
    """From starting the process until it says "painted"."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env=AS_INSTALLED,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    took = time.perf_counter() - began
    process.stdout.close()
    if process.wait() != 0 or line.strip() != "painted":
        raise RuntimeError(f"{module} did not paint")
    return took


def start_to_unlock_page() -> Row:
    """Start to the unlock page painted, beside a bare PySide6 window."""
    with tempfile.TemporaryDirectory() as folder:
        builders.new_vault(Path(folder) / "vault").close()
        pairs = []
        for run in range(RUNS + 1):
            floor = seconds_until_painted("tests.benchmarks.start_bare")
            ours = seconds_until_painted("tests.benchmarks.start_ours", folder)
            if run:  # the first pair warms the disk cache
                pairs.append((ours, floor))
    return of_pairs("start to the unlock page painted, beside a bare PySide6 window", 1.25, pairs)


def of_pairs(name: str, goal: float, pairs: list[tuple[float, float]]) -> Row:
    """A row of pairs (ours, floor), in seconds."""
    return Row(
        name=name,
        ours=median(ours for ours, _floor in pairs),
        floor=median(floor for _ours, floor in pairs),
        ratio=median(ours / floor for ours, floor in pairs),
        unit="s",
        goal=goal,
        runs=len(pairs),
    )


def beside(name: str, seconds: float, pairs: list[tuple[float, float]]) -> Row:
    """A row whose goal is so many seconds."""
    return of_pairs(name, 1.0, [(ours, seconds) for ours, _floor in pairs])


def keeping_safe() -> list[Row]:
    """Saving, backing up and unlocking."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        saves = [keeping.worst_save(place / f"saves{run}") for run in range(5)]
        backups = keeping.whole_backup(place / "backup")
        unlocks = keeping.unlock(place / "unlock")
    return [
        of_pairs("a save at the 99th percentile, beside a bare SQLCipher commit", 2.0, saves),
        of_pairs("first backup of a 200 MB household, checked, beside cp and sync", 2.0, backups),
        of_pairs("password to open records, beside Argon2id alone", 1.25, unlocks),
    ]


def long_lists_shown() -> list[Row]:
    """Lists of twelve years."""
    return [
        of_pairs("594 open actions shown, beside plain widgets", 3.0, long_lists.actions_shown()),
        of_pairs("504 notes of a child shown, beside plain widgets", 3.0, long_lists.notes_shown()),
        of_pairs("one of 594 actions ticked off, beside other words on a button", 3.0, long_lists.ticks()),
    ]


def a_sheet_made() -> list[Row]:
    """The longest that is printed in one go; and one that is looked at while one chooses."""
    name = "six pages made, tagged, beside bare reportlab with the same words"
    changes = preview.changes_seen()
    return [
        of_pairs(name, 1.3, six_pages.made()),
        of_pairs("a choice beside a sheet seen on it, beside made and drawn in this process", 3.0, changes),
        beside("a choice beside a sheet seen on it, beside 100 ms", 0.1, changes),
    ]


def the_childs_room() -> list[Row]:
    """Entering, and a page of it: the one with most on it."""
    entered, opened = childs_room.seen()
    return [
        of_pairs("the child's room entered, beside plain widgets", 3.0, entered),
        beside("the child's room entered, beside 100 ms", 0.1, entered),
        of_pairs("what a child said read back, beside plain widgets", 3.0, opened),
        beside("what a child said read back, beside 50 ms", 0.05, opened),
    ]


def twelve_years_of_papers() -> list[Row]:
    """6 children, 60 meetings, 594 actions, 504 notes, 500 papers with 2,000 pages of words."""
    with papers.household() as (house, vault, child):
        without = papers.megabytes()
        found, filled = papers.searched(vault)
        held = papers.megabytes()
        print(f"With 2,000 pages of words and their index this process holds at most {held:.0f} MB.")
        seen = first_seen.pages_first_seen(house, papers.places_shown(vault, child))
        pages = papers.pages_shown(house, child)
    slowest, last_seen = papers.slowest(pages), papers.slowest(seen)
    for said, of_each in (("first seen", seen), ("whole", pages)):
        for name, pairs in of_each.items():
            ours, floor = (1000 * median(each) for each in zip(*pairs, strict=True))
            print(f"{name} is {said} after {ours:.0f} ms, as many plain widgets after {floor:.0f} ms.")
    return [
        of_pairs("a search over 2,000 pages of words, beside plain FTS5", 1.2, found),
        beside("a search over 2,000 pages of words, beside 50 ms", 0.05, found),
        of_pairs("the index of 2,000 pages filled, beside plain FTS5", 1.5, filled),
        of_pairs("Home first seen after twelve years, beside plain widgets", 3.0, seen["Home"]),
        beside("Home first seen after twelve years, beside 50 ms", 0.05, seen["Home"]),
        of_pairs(f"the page last seen of these ({last_seen}), beside plain widgets", 3.0, seen[last_seen]),
        beside(f"the page last seen of these ({last_seen}), beside 100 ms", 0.1, seen[last_seen]),
        of_pairs("Home whole after twelve years with papers, beside plain widgets", 3.0, pages["Home"]),
        beside("Home whole after twelve years with papers, beside 50 ms", 0.05, pages["Home"]),
        of_pairs(f"the slowest page whole of these ({slowest}), beside plain widgets", 3.0, pages[slowest]),
        beside(f"the slowest page whole of these ({slowest}), beside 100 ms", 0.1, pages[slowest]),
        Row(
            "memory with 2,000 pages and their index, beside before",
            held,
            without,
            held / without,
            "MB",
            2.0,
            1,
        ),
        of_pairs("a paper's first page drawn, beside QtPdf in this process", 1.5, papers.first_pages()),
    ]


def memory_told() -> list[Row]:
    """What the program holds once its longest pages were shown."""
    held, floor = memory.twelve_years_beside_a_few_weeks()
    name = "memory with twelve years, every long page shown, beside a few weeks"
    return [Row(name, held, floor, held / floor, "MB", 1.5, 1)]


def main() -> int:
    rows = [start_to_unlock_page(), *keeping_safe(), *long_lists_shown(), *a_sheet_made()]
    rows += the_childs_room()
    rows += memory_told()
    rows += twelve_years_of_papers()
    print(f"{'what':64} {'ours':>8} {'floor':>8} {'ratio':>6} {'goal':>5} {'runs':>5}")
    for row in rows:
        measured = f"{row.ours:7.4f}{row.unit} {row.floor:7.4f}{row.unit}"
        print(f"{row.name:64} {measured} {row.ratio:6.2f} {row.goal:5.2f} {row.runs:5}")
    (ROOT / "build").mkdir(exist_ok=True)
    (ROOT / "build" / "bench.json").write_text(
        json.dumps([asdict(row) for row in rows], indent=2) + "\n", encoding="utf-8"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
