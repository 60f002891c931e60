"""Whether records made elsewhere hold, in our tables, only what we write there. SQLite itself holds nobody to it.

A column of ours for a day may hold a picture, a text may be no text at all, and that a row belongs to another one is
seen to by whoever writes it. Asked before such records are looked at, and again before they become ours.
"""

import re
from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from carer_app.errors import BackupUnfit
from carer_app.rough_days import from_written
from carer_app.storage.looking import MOST_SAVES, Looking, looking_into
from carer_app.words import _

_SPELLED_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_SHORT_DAY = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)", re.ASCII)
_SHORT_TIME = re.compile(r"(\d\d?):(\d\d)(?::(\d\d))?", re.ASCII)
_SPELLED_TIME = re.compile(r"\d\d:\d\d:\d\d(\.\d{6})?", re.ASCII)


def must_be_ours(file: Path, key: bytes) -> None:
    """Slow. Raises BackupDamaged, VaultTooNew."""
    with looking_into(file, key, is_backup=True) as look:
        must_fit(look)


def put_right(connection: dbapi2.Connection) -> None:
    """Days and times that lack a nought, which can mean one thing only, are spelled as the pages read them."""
    names = connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall()
    for (table,) in names:
        for column in connection.execute(f'PRAGMA main.table_info("{table}")').fetchall():
            respell = _RESPELL.get(str(column[2]))
            if respell is None:
                continue
            rows = connection.execute(f'SELECT DISTINCT "{column[1]}" FROM main."{table}"').fetchall()
            for (value,) in rows:
                if (right := respell(value)) != value:
                    connection.execute(
                        f'UPDATE OR IGNORE main."{table}" SET "{column[1]}" = ? WHERE "{column[1]}" = ?',
                        (right, value),
                    )


def must_fit(look: Looking) -> None:
    """Raises BackupDamaged where something is there that we never write, and dbapi2.Error where it cannot be read.

    What `put_right` spells anew fits.
    """
    connection = look.connection
    if connection.execute("PRAGMA main.integrity_check(1)").fetchone() != ("ok",):
        raise _not_ours()
    if connection.execute("PRAGMA main.foreign_key_check").fetchone() is not None:
        raise _not_ours()
    names = connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall()
    for (table,) in names:
        columns = connection.execute(f'PRAGMA main.table_info("{table}")').fetchall()
        fits = [
            _fit_for(_kind_of(table, column[1], str(column[2])), may_be_empty=not column[3])
            for column in columns
        ]
        for row in connection.execute(f'SELECT * FROM main."{table}"'):
            look.count(sum(len(value) for value in row if isinstance(value, str | bytes)))
            if not all(fit(value) for fit, value in zip(fits, row, strict=True)):
                raise _not_ours()


def _kind_of(table: str, column: str, kind: str) -> str:
    if (table, column, kind) in _AS_KNOWN:
        return _DAY_AS_KNOWN
    return _DAYS if (table, column, kind) in _LISTS_OF_DAYS else kind


def _fit_for(kind: str, may_be_empty: bool) -> Callable[[Any], bool]:
    fits = _FITS[kind.partition("(")[0]]
    return (lambda value: value is None or fits(value)) if may_be_empty else fits


def _is_number(value: Any) -> bool:
    return type(value) is int and abs(value) <= MOST_SAVES


def _is_day(value: Any) -> bool:
    value = _day(value)
    return type(value) is str and bool(_SPELLED_DAY.fullmatch(value)) and _is_read(date.fromisoformat, value)


def _are_days(value: Any) -> bool:
    """Several days in one text, each spelled in full."""
    return type(value) is str and all(
        _SPELLED_DAY.fullmatch(day) and _is_read(date.fromisoformat, day) for day in value.split()
    )


def _is_day_as_known(value: Any) -> bool:
    """A day, spelled in full, and where it is only roughly known how far."""
    return type(value) is str and _is_read(from_written, value)


def _is_time(value: Any) -> bool:
    value = _time(value)
    return type(value) is str and bool(_SPELLED_TIME.fullmatch(value)) and _is_read(time.fromisoformat, value)


def _day(value: Any) -> Any:
    short = _SHORT_DAY.fullmatch(value) if type(value) is str else None
    return f"{short[1]}-{short[2]:0>2}-{short[3]:0>2}" if short else value


def _time(value: Any) -> Any:
    short = _SHORT_TIME.fullmatch(value) if type(value) is str else None
    return f"{short[1]:0>2}:{short[2]}:{short[3] or '00'}" if short else value


def _is_read(read: Callable[[str], object], value: str) -> bool:
    try:
        read(value)
    except ValueError:
        return False
    return True


_DAYS = "days"
# Since 0012; before, it was one day.
_LISTS_OF_DAYS = frozenset({("child", "moved_home_before_on", "VARCHAR")})
_DAY_AS_KNOWN = "day as known"
# Since 0015, where each had been a day; those of papers since 0019.
_AS_KNOWN = frozenset(
    (*where, "VARCHAR")
    for where in (
        *(("note", "on_day"), ("child_view", "said_on")),
        *(("answer", "on_day"), ("household", "keep_said_on")),
        *(("stored_document", "on_day"), ("report_figure", "on_day")),
    )
)
_RESPELL: dict[str, Callable[[Any], Any]] = {"DATE": _day, "TIME": _time}
_FITS: dict[str, Callable[[Any], bool]] = {
    "INTEGER": _is_number,
    "BOOLEAN": lambda value: type(value) is int and value in (0, 1),
    "VARCHAR": lambda value: type(value) is str,
    "DATE": _is_day,
    _DAYS: _are_days,
    _DAY_AS_KNOWN: _is_day_as_known,
    "TIME": _is_time,
    "BLOB": lambda value: type(value) is bytes,
}


def _not_ours() -> BackupUnfit:
    return BackupUnfit(
        _(
            "Problem: this backup holds something that PEP Companion never writes, so it cannot be used. Your records "
            "are safe and as they were. Please choose another backup."
        )
    )
