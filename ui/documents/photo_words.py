"""What is said of photos that wait to be kept."""

from carer_app.words import _, plural


def how_many_wait(count: int, may_be_kept: bool, until: str) -> str:
    """So many wait. `until` says what must be first where they may not be kept; empty where it is a yes."""
    if may_be_kept:
        return plural("{count} photo. It is not kept yet.", "{count} photos. They are not kept yet.", count)
    if until:
        words = plural("{count} photo waits here, locked.", "{count} photos wait here, locked.", count)
        return f"{words} {until}"
    return plural(
        "{count} photo waits here, locked. Once you have a yes again, you can keep it.",
        "{count} photos wait here, locked. Once you have a yes again, you can keep them.",
        count,
    )


def too_many(most: int) -> str:
    return _("These are more than {most} photos. Choose fewer.").format(most=most)


def waits_already() -> str:
    return _("That photo waits here already, so it was not added again. Nothing was changed.")


def lost_while_waiting(count: int) -> str:
    """So many that waited cannot be opened, and what to do."""
    return plural(
        "{count} photo that waited here cannot be opened any more. Choose it again where you took it from.",
        "{count} photos that waited here cannot be opened any more. Choose them again where you took them from.",
        count,
    )


def not_just_now(count: int) -> str:
    """So many that wait cannot be opened now, and what to do."""
    waits = plural(
        "{count} photo that waits here could not be read just now. It is still kept.",
        "{count} photos that wait here could not be read just now. They are still kept.",
        count,
    )
    return waits + _(
        " Are your records on a memory stick? Check that it is plugged in, then press “Try again”."
    )
