"""The meeting is tomorrow: from Home to the first of five questions in one press."""

from datetime import timedelta
from typing import Any

from carer_app.typed_dates import say_day
from carer_app.use_cases import planning, short_way
from carer_app.use_cases import today as today_cases
from carer_app.words import _
from ui.new_id import new_id
from ui.page import Page
from ui.places import ShortWay
from ui.records import Undo


def begin_short_way(page: Page, child_id: int, *_pressed: Any) -> None:
    """To the five questions for this child. A meeting without a day gets tomorrow's, with Undo."""

    def go_on(meeting_id: int) -> None:
        facts = page.records.read(planning.meeting_facts, meeting_id)
        if facts.on_day is None:
            day = page.today() + timedelta(days=1)
            page.records.change(
                planning.set_day,
                meeting_id,
                day,
                undo=Undo(
                    _("The meeting is put down for tomorrow, {day}.").format(day=say_day(day)),
                    planning.set_day,
                    (meeting_id, None),
                ),
            )
        step = page.records.read(short_way.next_step, meeting_id)
        page.go.emit(ShortWay(meeting_id, step))

    page.records.change(today_cases.plan_meeting, child_id, new_id(), page.today(), then=go_on)
