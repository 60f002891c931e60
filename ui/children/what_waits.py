"""Where on the page of school dates something waits for the carer: by name, and in the order that Enter goes."""

from collections.abc import Iterator, Sequence

from carer_app.use_cases import dates_form
from carer_app.use_cases.checked_form import Beside, CheckedYear
from carer_app.use_cases.dates_form import DatesForm
from carer_app.words import _, plural
from ui.children.to_look_at import Spot
from ui.children.year_section import boxes_of, name_of


def looks_of(
    form: DatesForm, checked: Sequence[CheckedYear], *, only_open: bool = False
) -> list[tuple[str, Spot]]:
    """The lines without an answer, and every sentence that asks for a look: its row or year, and where it leads.

    With `only_open`, only what can be used all the same: not what must be put right, nor what changes nothing.
    """
    several = len(checked) > 1
    found: list[tuple[str, Spot]] = []
    if unknown := list(waits_of_lines(form)):
        words = plural(
            "{count} line we did not understand", "{count} lines we did not understand", len(unknown)
        )
        found.append((words, unknown[0]))
    for year in checked:
        if not year.form.is_wanted:
            continue
        named = set[int]()
        moved = {each.id for each in year.form.stretches if each.moved}
        waiting = [each for each in year.unfinished if each.row_id in moved]
        besides = {
            _spot(year, each) for each in (*year.wrong, *year.look, *waiting) if each.asks or not only_open
        }
        for row_id, box in boxes_of(year):
            if (row_id, box) in besides and row_id not in named:
                named.add(row_id)
                name = name_of(year, row_id)
                name = _("{stretch}, {year}").format(stretch=name, year=year.name) if several else name
                found.append((name, (row_id, box)))
        whole: Spot = (year.form.year, "look")
        if whole in besides:
            found.append((_("School year {year}").format(year=year.name), whole))
    return found


def doubted_in(form: DatesForm, checked: Sequence[CheckedYear]) -> frozenset[str | int]:
    """The sentences that nobody has looked at, and the lines without an answer, by their id."""
    said = {each.sentence for year in checked if year.form.is_wanted for each in year.look if each.asks}
    return frozenset({*said, *(row_id for row_id, _line in waits_of_lines(form))})


def waiting_in(form: DatesForm, checked: Sequence[CheckedYear]) -> Iterator[Spot]:
    """The lines without an answer; the boxes that are empty, or have a sentence beside them."""
    yield from waits_of_lines(form)
    for year in checked:
        if not year.form.is_wanted:
            continue
        yield from (_spot(year, each) for each in (*year.wrong, *year.unfinished, *year.look))
        for stretch in year.form.stretches:
            if not stretch.first.strip():
                yield stretch.id, "first"
            if not stretch.last.strip():
                yield stretch.id, "last"
        yield from ((off.id, "day") for off in year.form.days_off if not off.day.strip())


def waits_of_lines(form: DatesForm) -> Iterator[Spot]:
    """The lines that were handed back and have no answer."""
    return ((each.id, "line") for each in dates_form.lines_asked(form) if each.what is None)


def _spot(year: CheckedYear, beside: Beside) -> Spot:
    return (beside.row_id, beside.box or "first") if beside.row_id else (year.form.year, "look")
