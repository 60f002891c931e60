"""What came of something a child said, as the child reads it on screen at three ages: who does it comes first.

The youngest are told no day. From 7 a day is told where it is still to come; from 11 also when it was done.
"""

from collections.abc import Iterator

from carer_app.paper.content import AnswerToChild
from carer_app.paper.content.answer import Yes, end_of, ended
from carer_app.texts.child_questions import By
from carer_app.typed_dates import say_short
from carer_app.words import _


def came_of_it(answer: AnswerToChild, by: By, meeting: str) -> tuple[str, ...]:
    """A sentence each. `meeting` is what the meeting is called at the child's age."""
    return tuple(_sentences(answer, by, meeting))


def _sentences(answer: AnswerToChild, by: By, meeting: str) -> Iterator[str]:
    if answer.at_the_meeting:
        yield ended(_("At the {meeting}: {words}").format(meeting=meeting, words=answer.at_the_meeting))
    if answer.action:
        yield from _yes(answer.action, by)
    if answer.now:
        who = _("{who}: {words}").format(who=answer.who, words=answer.now)
        yield ended(who if answer.who else answer.now)
        if answer.by_when and by != "cards":
            yield _("By {day}.").format(day=say_short(answer.by_when))
    if answer.cannot_because:
        yield ended(_("They said no, because {reason}").format(reason=answer.cannot_because))
    ended_so = answer.action and answer.action.ended_on and not answer.action.done_on
    if answer.ask_about_it and (answer.cannot_because or ended_so):
        yield _("You can ask {name} about it.").format(name=answer.ask_about_it)


def _yes(said: Yes, by: By) -> Iterator[str]:
    """Who said yes to what, and how it stands. A yes is not done."""
    who = _("{who} said yes to this: {what}").format(who=said.who, what=said.what)
    yield ended(who if said.who else said.what)
    if said.done_on and by != "words":
        yield _("It is done.")
    elif end := end_of(said.done_on, said.ended_on, said.ended_why):
        yield end
    elif said.partly_on:
        yield _("Some of it is done.")
    elif said.by_when and by != "cards":
        yield _("By {day}.").format(day=say_short(said.by_when))
