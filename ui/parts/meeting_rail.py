"""What stays in sight on every page about one meeting: whose it is, its day, and the next step."""

from carer_app.typed_dates import say_day, say_short, say_time
from carer_app.use_cases.planning import MeetingFacts
from carer_app.words import _
from ui.widgets.childs_words import tint
from ui.widgets.rail import Rail


class MeetingRail(Rail):
    """The child and the day; what else is said and done there, each page adds."""

    def __init__(self, facts: MeetingFacts | None = None) -> None:
        super().__init__()
        self._shown: MeetingFacts | None = None
        if facts is not None:
            self.show_meeting(facts)

    def show_meeting(self, facts: MeetingFacts) -> None:
        """Show whose meeting it is, and when and where."""
        if facts == self._shown:
            return
        self._shown = facts
        self.heading.setText(facts.child)
        self.say_when(when_and_where(facts), _in_short(facts))
        tint(self, facts.child_id)


def when_and_where(facts: MeetingFacts) -> str:
    """One line: the day, the time and the place, as far as they are known."""
    if facts.on_day is None:
        day = _("No date yet")
    elif facts.at_time is None:
        day = say_day(facts.on_day)
    else:
        day = _("{day}, {time}").format(day=say_day(facts.on_day), time=say_time(facts.at_time))
    return " · ".join(part for part in (day, facts.place.strip()) if part)


def _in_short(facts: MeetingFacts) -> str:
    """The day and the time, for a line that has little room."""
    if facts.on_day is None or facts.at_time is None:
        return say_short(facts.on_day) if facts.on_day is not None else _("No date yet")
    return _("{day}, {time}").format(day=say_short(facts.on_day), time=say_time(facts.at_time))
