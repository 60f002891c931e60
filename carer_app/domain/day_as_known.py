"""A day as well as it is known, in one column: "2026-03-10", or "2025-06-01 month" for June 2025."""

from datetime import date
from typing import Any

from sqlalchemy import Dialect, String
from sqlalchemy.types import TypeDecorator

from carer_app.rough_days import from_written, written


class DayAsKnown(TypeDecorator[date]):
    """A date, or a `RoughDay`. They sort as days do."""

    impl = String
    cache_ok = True

    @property
    def python_type(self) -> type[Any]:
        return date

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else written(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> date | None:
        return None if value is None else from_written(value)
