"""What stands in the memory of another process: how often, and in which spelling."""

import re
from collections.abc import Mapping
from pathlib import Path


def spellings(text: str) -> dict[str, bytes]:
    """As Python, SQLite and paper have it, and as Qt has it."""
    return {"utf-8": text.encode(), "utf-16": text.encode("utf-16-le")}


def count(process: int, needles: Mapping[str, bytes]) -> dict[str, int]:
    """How often each stands in what that process can write to. Raises OSError where we may not look."""
    found = dict.fromkeys(needles, 0)
    with open(f"/proc/{process}/mem", "rb", buffering=0) as memory:
        for line in Path(f"/proc/{process}/maps").read_text().splitlines():
            span, rights, *_rest = line.split()
            if "w" not in rights or "[vv" in line:
                continue
            start, end = (int(each, 16) for each in span.split("-"))
            try:
                memory.seek(start)
                held = memory.read(end - start)
            except (OSError, ValueError, OverflowError):
                continue
            for name, needle in needles.items():
                found[name] += len(re.findall(re.escape(needle), held))
    return found
