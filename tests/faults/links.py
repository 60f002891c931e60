"""What may lie where we keep a file, and is no file of ours: a link, a link to nowhere, a pipe, a folder."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Literal

Lie = Literal["link", "link to nowhere", "pipe", "folder"]
HERE: tuple[Lie, ...] = (
    ("folder",) if sys.platform == "win32" else ("link", "link to nowhere", "pipe", "folder")
)


def lay(lie: Lie, place: Path, theirs: Path) -> Callable[[], bool]:
    """Lay it in `place`; `theirs` is where links lead. The answer tells whether nobody wrote through it since."""
    if lie == "folder":
        place.mkdir()
        return lambda: place.is_dir() and not list(place.iterdir())
    if lie == "pipe":
        os.mkfifo(place)
        return place.is_fifo
    place.symlink_to(theirs)
    if lie == "link to nowhere":
        return lambda: not theirs.exists()
    theirs.write_bytes(b"a letter of somebody else")
    theirs.chmod(0o644)
    return lambda: (
        theirs.read_bytes() == b"a letter of somebody else" and theirs.stat().st_mode & 0o777 == 0o644
    )
