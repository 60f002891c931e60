"""A day has gone by: what the carer answers to "Was it held?" is kept, with Undo."""

from carer_app.choices import Part
from carer_app.typed_dates import say_day
from carer_app.use_cases import at_the_review, what_became_of_it
from carer_app.use_cases.for_home import NextStep
from carer_app.words import _
from ui.base.page import Page
from ui.base.places import AfterMeeting, AfterReview, PreparePart
from ui.base.records import Undo
from ui.parts.new_id import new_id


def it_was_held(page: Page, step: NextStep) -> None:
    """Yes: on to writing down what was agreed."""
    gone = page.records.read(what_became_of_it.day_gone_by, step.child_id, page.today())
    if gone is None:
        return
    words = _("{child}’s meeting was held on {day}.").format(child=step.child, day=say_day(gone.day))
    page.records.change(
        what_became_of_it.it_was_held,
        gone,
        new_id(),
        page.today(),
        undo=Undo(words, what_became_of_it.it_was_not_held, (gone,)),
        then=lambda meeting: page.go.emit(AfterMeeting(meeting)),
    )


def it_was_put_off(page: Page, step: NextStep) -> None:
    """No: the new day is asked for, and what was got ready is kept."""
    gone = page.records.read(what_became_of_it.day_gone_by, step.child_id, page.today())
    if gone is None:
        return
    words = _("{child}’s meeting has no day now. What you got ready is kept.").format(child=step.child)
    page.records.change(
        what_became_of_it.it_was_put_off,
        gone,
        new_id(),
        page.today(),
        undo=Undo(words, what_became_of_it.take_back_put_off, (gone, new_id())),
        then=lambda meeting: page.go.emit(PreparePart(meeting, Part.WHEN_WHERE)),
    )


def review_was_held(page: Page, step: NextStep) -> None:
    """Yes: it is the last review now, and what was decided there is asked."""
    before = page.records.read(at_the_review.reviews_before, step.child_id)
    if before.review_on is None:
        return
    words = _("{child}’s review was held on {day}.").format(child=step.child, day=say_day(before.review_on))
    page.records.change(
        at_the_review.review_was_held,
        step.child_id,
        before.review_on,
        page.today(),
        undo=Undo(words, at_the_review.take_back_review, (before,)),
        then=lambda _nothing: page.go.emit(AfterReview(step.child_id)),
    )
