"""What the carer calls some papers, in one line."""

from carer_app.words import _

_MOST = 8
_LONGEST = 60


def say_titles(titles: tuple[str, ...]) -> str:
    """Each in quotation marks; of many, the first ones. They may come from somebody else's backup."""
    shown = ", ".join(f"“{_short(title)}”" for title in titles[:_MOST])
    return _("{papers} and more").format(papers=shown) if len(titles) > _MOST else shown


def _short(title: str) -> str:
    plain = " ".join("".join(each if each.isprintable() else " " for each in title).split())
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}…"
