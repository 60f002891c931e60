"""The one line about a meeting after the due day: a day that is not certain is not said as if it were."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from carer_app.domain.pep_live_clocks import IF_HELD_SINCE
from carer_app.typed_dates import say_short
from carer_app.use_cases import steps_meeting

BY = date(2026, 2, 17)


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ({"due_on": BY, "asks_for": "", "uncertain": ()}, "is after 17 February, when the PEP was due."),
        (
            {"due_on": BY, "asks_for": "", "uncertain": ("A term may differ.",)},
            "is after about 17 February, when the PEP was due.",
        ),
        (
            {"due_on": BY, "asks_for": "", "uncertain": (IF_HELD_SINCE,)},
            "is after 17 February, when the PEP was due.",
        ),
        (
            {"due_on": BY, "asks_for": "Add the dates.", "uncertain": ()},
            "is after 17 February at the latest, when the PEP was due.",
        ),
        (
            {"due_on": None, "asks_for": "", "uncertain": ()},
            "is after 17 February at the latest, when the PEP was due.",
        ),
    ],
)
def test_the_short_line_says_as_much_of_the_due_day_as_is_certain(
    monkeypatch: pytest.MonkeyPatch, due: dict[str, Any], said: str
) -> None:
    whom = SimpleNamespace(who="the social worker", is_next=False)
    monkeypatch.setattr(steps_meeting, "whom_to_ask", lambda *_about: whom)
    facts: Any = SimpleNamespace(
        due=SimpleNamespace(surely_by=BY, **due),
        next_day=date(2026, 3, 20), meeting_on=date(2026, 3, 20), today=date(2026, 3, 10),
        meeting_words="", name="Mia", session=None, child=None, coming=None,
        by_turns=lambda _from, first, *_others: first,
        short=say_short,
    )  # fmt: skip
    found = steps_meeting.after_due(facts)
    assert found is not None
    assert said in found.in_short
