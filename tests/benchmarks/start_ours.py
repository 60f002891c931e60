"""Our start, as `python -m carer_app --data-dir DIR` does it, until the unlock page is painted."""

import sys
from datetime import date
from pathlib import Path

from carer_app.__main__ import _read_options
from carer_app.storage.hardening import harden_process


def main() -> int:
    options = _read_options(["--data-dir", sys.argv[1]])
    harden_process()
    from tests.benchmarks.start_bare import WhenPainted
    from ui import app
    from ui.places import Unlock

    data = app.data_dir(Path(options.data_dir))
    application = app.make_application(sys.argv)
    app.start_logging(data)
    companion = app.Companion(data, date.today)
    companion.start()
    assert companion.window.place == Unlock() and companion.window.page is not None
    watcher = WhenPainted()
    companion.window.page.body.viewport().installEventFilter(watcher)
    code = application.exec()
    companion.close()
    return code


if __name__ == "__main__":
    sys.exit(main())
