"""The school years of the form, one card each, in their order."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from carer_app.use_cases import changing_dates, dates_form, filling_dates
from carer_app.use_cases.dates_form import Box
from ui.children.year_section import YearSection
from ui.look import theme
from ui.widgets.field import Field
from ui.widgets.let_go import let_go

if TYPE_CHECKING:
    from ui.children.check_dates import CheckDatesPage


class DrawnYears:
    """Makes, fills and takes away the card of each school year. `layout` is where they stand."""

    def __init__(self, page: "CheckDatesPage") -> None:
        self._page = page
        self.sections: dict[int, YearSection] = {}
        self.layout = QVBoxLayout()
        theme.space(self.layout, gap=16, edges=(0, 0, 0, 0))

    def fill(self) -> Iterator[None]:
        """Show every school year as it stands in the form, in pieces."""
        page = self._page
        years = {each.form.year: each for each in page.checked}
        stored = {
            year: bool(page.records.read(filling_dates.last_years, page.school_id, year)) for year in years
        }
        for gone in [year for year in self.sections if year not in years]:
            section = self.sections.pop(gone)
            self.layout.removeWidget(section)
            let_go(section)
        for place, (year, checked) in enumerate(years.items()):
            if year not in self.sections:
                yield
                section = YearSection(page, checked)
                yield
                self.sections[year] = section
                self.layout.insertWidget(place, section)
                section.show()
            before = years.get(year - 1)
            is_over = dates_form.is_over(year, page.today())
            yield from self.sections[year].fill(
                checked,
                is_choice=len(years) > 1 or (not page.given.by_hand and is_over),
                has_pattern=stored[year] or (before is not None and before.counts is not None),
                can_split=partial(changing_dates.can_split, page.given),
                typing=page.changes.is_typing,
            )
        self.sections = {year: self.sections[year] for year in years}

    def field(self, row_id: int, box: Box | None) -> Field | None:
        """The question with this box, if it stands here."""
        found = (section.field(row_id, box) for section in self.sections.values())
        return next((field for field in found if field is not None), None)
