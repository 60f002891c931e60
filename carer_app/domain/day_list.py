"""Several days in one column, earliest first: "2025-11-03 2026-02-02"."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Dialect, String
from sqlalchemy.types import TypeDecorator


class DayList(TypeDecorator[tuple[date, ...]]):
    """A tuple of days. None of them is stored as nothing; one is stored as a single day is."""

    impl = String
    cache_ok = True

    @property
    def python_type(self) -> type[Any]:
        return tuple

    def process_bind_param(self, value: Iterable[date] | None, dialect: Dialect) -> str | None:
        return " ".join(day.isoformat() for day in sorted(set(value or ()))) or None

    def process_result_value(self, value: Any | None, dialect: Dialect) -> tuple[date, ...]:
        return tuple(date.fromisoformat(day) for day in str(value or "").split())
