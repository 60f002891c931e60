"""Places round a table, from the door on: half of them on one side, half on the other, and who sits where in words.

The last place is across from the first, so both are near the door.
"""

from collections.abc import Sequence

from carer_app.words import _

ME = _("me")
"""Who a child is at a table of their own."""


def is_by_the_door(place: int, places: int) -> bool:
    """Whether the place is one of the two near the door."""
    return place in (0, places - 1)


def said_of_seats(seats: Sequence[str]) -> str:
    """As the child would say it: "I sit between Sam and Mr Fox. Near the door: Ms Ali." """
    others = [who for who in seats if who and who != ME]
    told, first = set[str](), ""
    if ME in seats:
        first, told = _of_me(seats)
    near = [who for place, who in enumerate(seats) if who in others and is_by_the_door(place, len(seats))]
    rest = [who for who in others if who not in told and who not in near]
    further = _("Further away: {names}.") if ME in seats else _("At the table: {names}.")
    lines = (
        first,
        _("Near the door: {names}.").format(names=listed(near)) if near else "",
        further.format(names=listed(rest)) if rest else "",
    )
    return " ".join(line for line in lines if line)


def _of_me(seats: Sequence[str]) -> tuple[str, set[str]]:
    """Who is beside me and across from me, and the names that it says."""
    me, places = seats.index(ME), len(seats)
    side = range(places // 2) if me < places // 2 else range(places // 2, places)
    beside = [seats[place] for place in (me - 1, me + 1) if place in side and seats[place]]
    across = seats[places - 1 - me]
    if len(beside) == 2:
        said = _("I sit between {one} and {other}.").format(one=beside[0], other=beside[1])
    elif beside:
        next_to = (
            _("I sit near the door, next to {one}.")
            if is_by_the_door(me, places)
            else _("I sit next to {one}.")
        )
        said = next_to.format(one=beside[0])
    elif is_by_the_door(me, places):
        said = _("I sit near the door.")
    elif me in (places // 2 - 1, places // 2):
        said = _("I sit at the end away from the door.")
    else:
        said = _("I sit in the middle of one side.")
    if across:
        said = f"{said} {_('Across from me: {one}.').format(one=across)}"
    return said, {*beside, across}


def listed(names: Sequence[str]) -> str:
    """ "Sam", "Sam and Mr Fox", "Sam, Ms Ali and Mr Fox"."""
    if len(names) < 2:
        return "".join(names)
    return _("{names} and {last_one}").format(names=", ".join(names[:-1]), last_one=names[-1])
