"""The two telephone numbers a carer needs with a worry: kept once, shown wherever a worry is spoken of."""

import re
from dataclasses import replace
from datetime import date

from carer_app.texts.leaflets import POINT, LeafletSection, OwnNumbers
from carer_app.use_cases import household
from carer_app.words import _
from ui.base.house import House
from ui.widgets.field import Field
from ui.widgets.saved_text import SavedText
from ui.widgets.text import PlainLabel

_BETWEEN_DIGITS = re.compile(r"(?<=\d) (?=\d)")
"""Where a line may not be broken: a telephone number is read in one piece."""


def own_numbers(house: House) -> OwnNumbers:
    """What is known now. While the records are locked that is the fostering service's number alone."""
    worker = house.records.read(household.social_workers_to_ring) if house.records.is_open else ""
    return OwnNumbers(house.preferences().out_of_hours, worker)


def ring_now(house: House) -> str:
    """The one instruction for a worry, with the number where it is known: the same on every page."""
    number = house.preferences().out_of_hours.strip()
    if number:
        return _("Ring now: your fostering service, out of hours too, {number}.").format(number=number)
    return _("Ring now: your fostering service, out of hours too.")


class OutOfHours(Field):
    """The fostering service's number. It is no secret and about no child, so it is there also while locked."""

    def __init__(self, house: House) -> None:
        self._house = house
        self.box = SavedText(self._keep, lines=1)
        super().__init__(
            _("Your fostering service’s number, out of hours"),
            self.box,
            hint=_("F1 shows it, also while your notes are locked."),
        )

    def show_now(self) -> None:
        """What is kept."""
        self.box.show_stored(self._house.preferences().out_of_hours)

    def _keep(self, typed: str) -> None:
        self._house.prefer(replace(self._house.preferences(), out_of_hours=typed))
        if self._house.records.is_open:
            self._house.records.changed.emit()  # other pages show it, too


class LeafletLines:
    """The lines of a leaflet as labels, section by section, with the carer's own numbers where they are known."""

    def __init__(self) -> None:
        self._labels: list[tuple[PlainLabel, LeafletSection, int, str]] = []

    def of(self, section: LeafletSection, point: str = "•  ") -> list[PlainLabel]:
        """Labels for one section. `point` stands before each point of a list."""
        made = []
        for place, line in enumerate(section.lines):
            label = PlainLabel("")
            self._labels.append((label, section, place, point if line.startswith(POINT) else ""))
            made.append(label)
        return made

    def show_now(self, own: OwnNumbers, today: date) -> None:
        """Fill in what is known today; where nothing is known, nothing stands there to be written on."""
        for label, section, place, point in self._labels:
            line = _BETWEEN_DIGITS.sub("\u00a0", section.lines_on(today)[place].removeprefix(POINT))
            label.setText(point + own.filled(line))
