"""When the next PEP is due and why, and the way to get ready for it."""

import re
from datetime import date, timedelta

from carer_app.typed_dates import say_day, say_short
from carer_app.use_cases.children import ChildFacts
from carer_app.use_cases.next_pep import NextPep, sooner_by_rule
from carer_app.use_cases.pep_dates import PepDueView
from carer_app.words import _
from ui.widgets.buttons import Button
from ui.widgets.childs_words import tint
from ui.widgets.rail import Rail
from ui.widgets.tag import Tag
from ui.widgets.text import PlainLabel

SOON = timedelta(days=28)
_ENDS = re.compile(r"(?<!\bSt\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bMrs\.)(?<=\.) ")


class NextPepCard(Rail):
    """One date, one sentence, and one thing to do; all else about the date is a page of its own."""

    def __init__(self) -> None:
        self.tag = Tag(_("No date yet"), "warn", "calendar")
        super().__init__(" ", tag=self.tag)
        self.why = PlainLabel("")
        self.doubts = PlainLabel("", kind="hint")
        self.needed = Button("", kind="main", icon="plus")
        self.ready = Button(_("Get ready"), kind="main", icon="list-checks")
        self.working = Button(_("How this was worked out"), kind="quiet", icon="calendar-days")
        self.which_council = Button("", kind="quiet", icon="circle-help")
        for part in (self.why, self.doubts):
            self.body.addWidget(part)
        self.asks_for_dates = False
        self.actions(self.needed, self.ready)
        self.ways(self.working, self.which_council)

    def show_next(
        self, known: NextPep, facts: ChildFacts, today: date, half_checked: bool = False, ask: str = ""
    ) -> None:
        """Show the answer for one child. `ask` is what Home says is to be asked."""
        self.heading.setText(_("{child}’s next PEP").format(child=facts.name))
        tint(self, facts.id)
        due = known.due
        self.tag.setVisible(not known.is_a_meeting and due.due_on is not None and due.due_on <= today + SOON)
        self.say_when(known.words, say_short(known.day) if known.day else known.words)
        wanted = "" if known.is_a_meeting else what_is_needed(due, facts, half_checked)
        why = _why(known, facts, today, bool(wanted), ask)
        _show(self.why, why)
        _show(self.doubts, _doubts(known, today, why))
        self.needed.setVisible(bool(wanted))
        self.asks_for_dates = bool(wanted) and due.needs_term_dates
        if wanted:
            self.needed.setText(wanted)
            self.needed.setAccessibleName(wanted)
        self.working.setText(_way_to_the_working(due))
        self.ready.setVisible(not known.care_has_ended)
        self.ready.set_kind("plain" if wanted else "main")
        self.which_council.setVisible(not due.council or due.council_is_gone)
        words = _("Which council is responsible for {child}?").format(child=facts.name)
        if due.council_is_gone:
            words = _("Which council took over from {council}?").format(council=due.council)
        self.which_council.setText(words)
        self.which_council.setAccessibleName(words)


def what_is_needed(due: PepDueView, facts: ChildFacts, half_checked: bool) -> str:
    """The words on the button for what is missing; empty where nothing is."""
    if not due.asks_for:
        return ""
    if not due.needs_term_dates:
        return _("Add a date")
    if half_checked:
        return _("Go on checking the school’s dates")
    return _("Add the school’s dates") if facts.school_id else _("Add the school")


def _unrecorded(known: NextPep) -> str:
    if known.unrecorded_on is None:
        return ""
    words = _("A meeting was put down for {day}. If it was held, write down what was agreed.")
    if known.only_agreed:
        words = _("At the last meeting {day} was agreed for it. If it was held, write down what was agreed.")
    return words.format(day=say_day(known.unrecorded_on))


def _why(known: NextPep, facts: ChildFacts, today: date, is_wanted: bool, ask: str) -> str:
    """The one sentence that matters most: what is to be asked or written down, else where the day comes from."""
    put_down = any(each.is_after_care and each.on_day and each.on_day >= today for each in facts.meetings)
    if known.care_has_ended or put_down:
        return known.why.split("\n")[-1]
    asked = known.due.asks_for if is_wanted else ""
    matters = (_unrecorded(known), sooner_by_rule(known.due, today), _too_late(known, today), asked)
    return next(filter(None, matters), _first_sentence(ask or known.why))


def _too_late(known: NextPep, today: date) -> str:
    """Asks about a meeting after the due day; its own day stands above."""
    by = known.due.surely_by
    if not known.too_late or by is None:
        return ""
    words = _("That is after {due}, when the PEP is due. Ask the social worker if that is all right.")
    if by < today:
        words = _("That is after {due}, when the PEP was due. Ask the social worker if that is all right.")
    day = _("{day} (not certain)") if known.due.uncertain else "{day}"
    return words.format(due=day.format(day=say_day(by)))


def _first_sentence(words: str) -> str:
    """Without those that follow. The point of "St." or "Mrs." ends none."""
    return _ENDS.split(words.split("\n")[0], maxsplit=1)[0]


def _doubts(known: NextPep, today: date, why: str) -> str:
    """That something is not certain: what, is one press away."""
    if not known.due.uncertain:
        return ""
    if known.is_a_meeting:  # that day is certain
        if why and why == _too_late(known, today):
            return ""  # it says so itself
        return _("The due day is not certain.")
    return _("Not everything about this date is certain.")


def _way_to_the_working(due: PepDueView) -> str:
    """As the page is called that it leads to: nothing was worked out where something is missing."""
    return _("What is still needed") if due.state == "unknown" else _("How this was worked out")


def _show(label: PlainLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
