"""The way in: python -m carer_app."""

import argparse
import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from carer_app.computer import standard_streams


def main(arguments: list[str] | None = None, started: Callable[[Any], None] | None = None) -> int:
    """Start PEP Companion, or do one of the jobs that need no window. Returns the exit code.

    `started` is for the benchmark: see `ui.shell.app.run`.
    """
    standard_streams.make_safe()
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["--reader"]:
        from carer_app.imports import reader

        return reader.main()

    options = _read_options(given)
    from carer_app.computer import paths
    from carer_app.storage.free_memory import keep_memory_together
    from carer_app.storage.hardening import harden_process

    harden_process()
    keep_memory_together()
    if options.self_test:
        from ui.trials.self_test import self_test

        return self_test()
    if options.demo:
        from ui.trials.demo import demo

        return demo(options.demo)

    if options.data_dir is not None and not paths.can_be(options.data_dir):
        from ui.shell.refused import refuse_data_dir

        return refuse_data_dir()

    gc.disable()  # there is little to collect before the first page is on screen; then ui.shell.sweep does it
    from ui.shell import app

    return app.run(app.data_dir(options.data_dir), started)


def _read_options(given: list[str]) -> argparse.Namespace:
    from carer_app import __version__

    parser = argparse.ArgumentParser(
        prog="pep-companion",
        description="PEP Companion helps foster carers get ready for a child's PEP meeting.",
    )
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="keep everything under DIR")
    parser.add_argument("--version", action="version", version=f"PEP Companion {__version__}")
    parser.add_argument(
        "--self-test", action="store_true", help="check that every part works on this computer"
    )
    parser.add_argument(
        "--demo", type=Path, metavar="DIR", help="do the main job on a made-up household, into DIR"
    )
    return parser.parse_args(given)


if __name__ == "__main__":
    sys.exit(main())
