"""A nudge from a vague action to a clear one. It blocks nothing, and is away once the action says who or when."""

from carer_app.texts.clear_actions import ask_of
from carer_app.texts.question_sets import with_name
from carer_app.use_cases.vague_wishes import is_vague


def nudge(what: str, child: str) -> str:
    """What could be said beside it; empty where it is clear."""
    return with_name(ask_of(what), child) if what.strip() and is_vague(what) else ""
