"""Which mistakes on the page of a school’s dates are shown as mistakes."""

from collections.abc import Iterable

from carer_app.use_cases.checked_form import Beside, CheckedYear
from carer_app.use_cases.dates_form import DatesForm


class WhatIsRed:
    """What was read is red only once the carer has typed there, or wants to use it: until then it is said calmly."""

    def __init__(self) -> None:
        self._at_first: frozenset[Beside] | None = None
        self._typed_in = set[int]()
        self._is_tried = False

    def begin_anew(self) -> None:
        """Another form has come."""
        self._at_first, self._typed_in, self._is_tried = None, set(), False

    def see(self, checked: Iterable[CheckedYear]) -> None:
        """What a form comes to; what is wrong in it when it is seen first was read so."""
        if self._at_first is None:
            self._at_first = frozenset(each for year in checked for each in year.wrong)

    def typed_in(self, row_id: int) -> None:
        """The carer has typed in this row."""
        self._typed_in.add(row_id)

    def tried(self) -> None:
        """The carer wants to use the dates."""
        self._is_tried = True

    def is_red(self, form: DatesForm, beside: Beside) -> bool:
        """Whether a mistake is shown as one."""
        is_theirs = form.by_hand or beside.row_id in self._typed_in or self._is_tried
        return is_theirs or beside not in (self._at_first or ())
