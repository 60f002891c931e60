"""My school day on paper, to cut out and stick. Needs no records, and nothing of it is kept."""

from carer_app.choices import ChildMark
from carer_app.paper.content.pieces import Picture
from carer_app.paper.sheets.school_day_to_cut import SchoolDayToCut
from carer_app.texts.cards import drawing
from carer_app.texts.child_questions import age_set
from carer_app.words import _

_MARKS = {ChildMark.UP: "mark_up", ChildMark.BETWEEN: "mark_between", ChildMark.DOWN: "mark_down"}


def school_day_to_cut(set_key: str) -> SchoolDayToCut:
    """The day of one age, and each mark once for every part of it."""
    asked = age_set(set_key)
    parts = asked.day.parts
    by_cards = asked.by == "cards"
    return SchoolDayToCut(
        title=asked.day.heading,
        told=(
            asked.day.what,
            _("Cut out the marks. Stick one under each picture, or leave the place empty."),
            _("Whoever gets this paper can read it."),
            asked.telling.end_hurt,
        ),
        parts=tuple(_picture(part.short, part.drawing) for part in parts),
        marks=tuple(
            _picture(mark.likes if by_cards else mark.words, name)
            for mark, name in _MARKS.items()
            for _part in parts
        ),
    )


def _picture(words: str, name: str) -> Picture:
    return Picture(words, drawing(name).read_text(encoding="utf-8"))
