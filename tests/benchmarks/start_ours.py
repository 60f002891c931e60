"""Our start, exactly as `python -m carer_app --data-dir DIR` does it, until the unlock page is painted."""

import sys
from typing import Any

from carer_app.__main__ import main


def watch(companion: Any) -> None:
    """Wait for the main button of the complete unlock page: like all the rest of it, it is in the first frame."""
    from tests.benchmarks.start_bare import WhenPainted
    from ui.base.places import Unlock

    page = companion.window.page
    assert companion.window.place == Unlock()
    assert page.password.isEnabled()
    assert page.open.isEnabled()
    page.watcher = WhenPainted()
    page.open.installEventFilter(page.watcher)


if __name__ == "__main__":
    sys.exit(main(["--data-dir", sys.argv[1]], watch))
