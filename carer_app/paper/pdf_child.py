"""The child's own sheet as rows on paper: big, plain and friendly."""

from carer_app.paper.content import Answer, ChildSheet, Mark, Yes
from carer_app.paper.pdf_parts import Pen
from carer_app.paper.pdf_rows import Cell, Row, WritingLine, spans
from carer_app.typed_dates import say_day, say_short
from carer_app.words import _

YOU_SAID = _("You said")
SAID_FOR_YOU = _("Said for you")
NO_ANSWER = _("Nobody has written here yet what came of this. You can ask.")


def child_rows(sheet: ChildSheet, pen: Pen) -> list[Row]:
    """Everything on the child's sheet, in order."""
    rows = [pen.title(sheet.title)]
    if sheet.when_line:
        rows += pen.opening([sheet.when_line])
    for answer in sheet.answers:
        rows += answer_rows(answer, pen, sheet.meeting)
    rows += _said(sheet, pen)
    if sheet.yeses:
        rows.append(pen.heading(_("Who said yes to what")))
        rows += [row for yes in sheet.yeses for row in _yes_rows(yes, pen)]
    if sheet.kind_words:
        rows.append(pen.heading(_("Something good that was said")))
        rows += [row for quote in sheet.kind_words for row in pen.quote(quote)]
    if sheet.happens_next:
        rows.append(pen.heading(_("What happens next")))
        rows += [pen.counted(number, step) for number, step in enumerate(sheet.happens_next, 1)]
    if sheet.next_meeting_on:
        next_one = _("{day} was agreed for the next {meeting}.")
        day = next_one.format(meeting=sheet.meeting, day=say_day(sheet.next_meeting_on))
        rows.append(pen.row(Cell(pen.left, pen.width, pen.words(day)), above=pen.size * 0.8))
    if sheet.people_to_ask:
        names = _any_of(sheet.people_to_ask)
        ask = _("You can ask {names} about anything on this sheet.").format(names=names)
        rows.append(pen.row(Cell(pen.left, pen.width, pen.words(ask)), above=pen.size * 0.8))
    return [*rows, *_room_to_add(pen)]


def _said(sheet: ChildSheet, pen: Pen) -> list[Row]:
    """What the child said, and apart from it what others think they would say. Nothing came of it yet."""
    box = pen.in_panel()
    rows = []
    for is_said, heading in ((True, YOU_SAID), (False, SAID_FOR_YOU)):
        quotes = [quote for quote in sheet.child_says if quote.is_said == is_said]
        if quotes:
            rows += [box.heading(heading), *(row for quote in quotes for row in box.quote(quote))]
    if rows and sheet.after_the_meeting:
        rows.append(pen.row(Cell(pen.left, pen.width, pen.words(NO_ANSWER)), above=pen.size * 0.4))
    return rows


def answer_rows(answer: Answer, pen: Pen, meeting: str = "meeting") -> list[Row]:
    """What was said, what the meeting said to it, and what happens now."""
    rows: list[Row] = []
    if answer.you_said:
        box = pen.in_panel()
        heading = YOU_SAID if answer.you_said.is_said else SAID_FOR_YOU
        rows += [box.heading(heading), *box.quote(answer.you_said)]
    if answer.at_the_meeting:
        rows += pen.told(_("At the {meeting}").format(meeting=meeting), answer.at_the_meeting)
    if now := _now(answer):
        rows += pen.told(_("Now"), now)
    if answer.cannot_because:
        why = _("They said it cannot happen because {reason}").format(reason=answer.cannot_because)
        if answer.ask_about_it:
            why = f"{_ended(why)} " + _("You can ask {name} about it.").format(name=answer.ask_about_it)
        rows += pen.told(_("Now"), _ended(why))
    return rows


def _now(answer: Answer) -> str:
    by = _("by {day}").format(day=say_short(answer.by_when)) if answer.by_when else ""
    who = ", ".join(part for part in (answer.who, by) if part)
    if answer.now and who:
        return f"{answer.now} ({who})"
    return answer.now or ""


def _yes_rows(yes: Yes, pen: Pen) -> list[Row]:
    """A tick means done. A yes that is not done yet has no box either: it is nothing for the child to tick."""
    if yes.done_on is None:
        said = spans(_yes(yes), pen.width, pen.size, leading=pen.leading)
        return [pen.row(Cell(pen.left, pen.width, said))]
    done = " " + _("It was done on {day}.").format(day=say_short(yes.done_on))
    *before, (last, bold) = _yes(yes)
    return [pen.row(*pen.shaped(Mark.DONE, [*before, (_ended(last) + done, bold)]))]


def _yes(yes: Yes) -> list[tuple[str, bool]]:
    by = " " + _("by {day}").format(day=say_short(yes.by_when)) if yes.by_when else ""
    if not yes.who:
        return [(yes.what + by, False)]
    return [(yes.who, True), (" " + _("said yes to this:") + f" {yes.what}{by}", False)]


def _any_of(names: tuple[str, ...]) -> str:
    if len(names) == 1:
        return names[0]
    return _("{names} or {last}").format(names=", ".join(names[:-1]), last=names[-1])


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."


def _room_to_add(pen: Pen) -> list[Row]:
    lines = tuple(WritingLine(pen.writing) for _line in range(2))
    return [pen.heading(_("I want to add")), pen.row(Cell(pen.left, pen.width, lines), above=0)]
