"""The other days of a child’s year, by month: what is due, who does it, what the carer can do, and why."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.typed_dates import say_day, say_short
from carer_app.use_cases.childs_year import MonthView, YearDayView, YearView
from carer_app.words import _
from ui.look import theme
from ui.widgets.card import Card
from ui.widgets.opens import Opens
from ui.widgets.text import Heading, PlainLabel


class ChildsYear(QWidget):
    """Hidden where there is nothing to say. `heading` is where who comes for it begins."""

    def __init__(self, view: YearView) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        theme.space(column, gap=16, edges=(0, 0, 0, 0))
        self.heading = Heading(_("Other days in the next twelve months"), level=2)
        column.addWidget(self.heading)
        if view.late:
            column.addWidget(PlainLabel(view.late, kind="strong"))
        for month in view.months:
            column.addWidget(_card(month))
        if view.asks_for:
            column.addWidget(PlainLabel(view.asks_for))
        self.setVisible(bool(view.months or view.asks_for or view.late))


def _card(month: MonthView) -> Card:
    card = Card(month.title)
    for day in month.days:
        card.body.addWidget(
            PlainLabel(_("{day}: {what}").format(day=say_day(day.on), what=day.title), kind="strong")
        )
        what = PlainLabel("\n".join((day.who, day.carer)))
        card.body.addWidget(Opens(day.title, what, PlainLabel(_why(day), kind="hint")))
    return card


def _why(day: YearDayView) -> str:
    source = _("Source: {source}. We looked at it on {day}.").format(
        source=day.source, day=say_short(day.checked_on, with_year=True)
    )
    return "\n".join((" ".join((day.why, *day.doubts)), source))
