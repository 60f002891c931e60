"""Get ready in ten minutes: from Home to the first of five questions in one press."""

from typing import Any

from carer_app.use_cases import for_home as today_cases
from carer_app.use_cases import short_way
from ui.base.page import Page
from ui.base.places import ShortWayPlace
from ui.parts.new_id import new_id


def begin_short_way(page: Page, child_id: int, *_pressed: Any) -> None:
    """To the five questions for this child. A meeting without a day stays without: nobody knows it here."""

    def go_on(meeting_id: int) -> None:
        page.go.emit(ShortWayPlace(meeting_id, page.records.read(short_way.next_step, meeting_id)))

    page.records.change(today_cases.plan_meeting, child_id, new_id(), page.today(), then=go_on)
