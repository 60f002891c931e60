"""--self-test: checks that every part works on this computer, one line each. Uses a throw-away folder only."""

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carer_app.storage.vault import Vault

Check = tuple[str, Callable[[Path], str]]

_PASSWORD = "kettle river button"
_DAY = date(2026, 3, 10)


def self_test() -> int:
    """Run every check and print a line for each. Returns 0 only if all hold, otherwise 1."""
    good = True
    with tempfile.TemporaryDirectory(prefix="pep-self-test-") as folder:
        for name, check in CHECKS:
            try:
                found = check(Path(folder))
            except Exception as error:  # noqa: BLE001 - a self-test reports every kind of trouble and carries on
                from carer_app.logs import say_where

                good = False
                print(f"FAILED  {name}: {say_where(error)}", flush=True)
            else:
                print(f"ok      {name}{': ' + found if found else ''}", flush=True)
    print("Everything works." if good else "Something does not work on this computer.", flush=True)
    return 0 if good else 1


def _must(holds: object, what: str) -> None:
    if not holds:
        raise AssertionError(what)


def _versions(_folder: Path) -> str:
    import PySide6
    import sqlalchemy

    from carer_app import __version__

    frozen = ", frozen" if getattr(sys, "frozen", False) else ""
    libraries = f"PySide6 {PySide6.__version__}, SQLAlchemy {sqlalchemy.__version__}"
    return f"PEP Companion {__version__}, Python {sys.version.split()[0]}, {libraries}{frozen}"


CHECKS: tuple[Check, ...] = (
    ("versions", _versions),
    ("words, fonts and icons", _resources),
    ("rules and dates", _rules),
    ("locked records", _vault),
    ("password", _keys),
    ("paper and the reader process", _paper),
    ("sealed papers", _sealed),
    ("calendar file", _calendar),
    ("pages", _pages),
)
