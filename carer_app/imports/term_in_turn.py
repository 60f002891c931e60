"""Days alone below two labels, "Open on" and "Close on": the first of them opens, the next closes, and so on."""

from collections.abc import Sequence
from dataclasses import replace

from carer_app.imports.term_labels import heads_a_part
from carer_app.imports.term_roles import Role, day_role
from carer_app.imports.term_text import Row

FEWEST = 4
LONGEST_LABEL = 24


def in_turn(rows: Sequence[Row]) -> list[Row]:
    """The days below two such labels told as such, as far as nothing but the names of terms stands between them."""
    found = list(rows)
    for place in range(2, len(rows)):
        labels = [
            day_role(row.words)
            for row in rows[place - 2 : place]
            if not row.groups and len(row.words) <= LONGEST_LABEL
        ]
        if sorted(map(str, labels)) != ["end", "start"]:
            continue
        days = _days_below(rows, place)
        if len(days) >= FEWEST and len(days) % 2 == 0:
            roles: tuple[Role, ...] = ("start", "end") if labels[0] == "start" else ("end", "start")
            for number, at in enumerate(days):
                hint = (rows[at].groups[0], roles[number % 2])
                found[at] = replace(rows[at], hints=(hint,), is_told=True)
    return found


def _days_below(rows: Sequence[Row], start: int) -> list[int]:
    """Where the days alone below a line stand, to the first line that says anything but the name of a term."""
    found: list[int] = []
    for place, row in enumerate(rows[start:], start):
        if row.is_bare and len(row.groups) == 1 and len(row.groups[0].days) == 1 and not row.hints:
            found.append(place)
        elif row.groups or not heads_a_part(row):
            break
    return found
