"""When the next PEP is due and why, and the way to get ready for it."""

from datetime import date, timedelta

from carer_app.typed_dates import say_day
from carer_app.use_cases.children import ChildFacts
from carer_app.use_cases.next_pep import NextPep, sooner_by_rule
from carer_app.use_cases.pep_dates import PepDueView
from carer_app.words import _
from ui.widgets.buttons import Button
from ui.widgets.childs_words import tint
from ui.widgets.rail import Rail
from ui.widgets.tag import Tag
from ui.widgets.text import Heading, PlainLabel

SOON = timedelta(days=28)


class NextPepCard(Rail):
    """One date, why, whose rule, and one thing to do; every other date and doubt is a page of its own."""

    def __init__(self) -> None:
        self.tag = Tag(_("No date yet"), "warn", "calendar")
        super().__init__(tag=self.tag)
        self.about = Heading(_("Next PEP"), 3)
        self.due = PlainLabel("", kind="strong")
        self.why = PlainLabel("")
        self.ask = PlainLabel("")
        self.doubts = PlainLabel("", kind="hint")
        self.rule = PlainLabel("", kind="hint")
        self.needed = Button("", kind="main", icon="plus")
        self.ready = Button(_("Get ready for the meeting"), kind="main", icon="list-checks")
        self.working = Button(_("How this was worked out"), kind="quiet", icon="calendar-days")
        self.which_council = Button("", kind="quiet", icon="circle-help")
        for part in (self.about, self.due, self.why, self.ask, self.doubts, self.rule):
            self.body.addWidget(part)
        self.actions(self.needed, self.ready)
        self.ways(self.working, self.which_council)

    def show_next(
        self, known: NextPep, facts: ChildFacts, today: date, half_checked: bool = False, ask: str = ""
    ) -> None:
        """Show the answer for one child. `ask` is what Home says is to be asked."""
        self.heading.setText(facts.name)
        tint(self, facts.id)
        _show(self.ask, ask)
        due = known.due
        self.tag.setVisible(not known.is_a_meeting and due.due_on is not None and due.due_on <= today + SOON)
        self.due.setText(known.words)
        _show(self.why, "\n".join(part for part in (known.why, _unrecorded(known)) if part))
        _show(self.doubts, "\n".join(part for part in (_to_ask(known, today), _more(known, today)) if part))
        # The day of a meeting is what somebody set. The day it was due by has a rule, and says whose.
        only_a_meeting = known.is_a_meeting and due.due_on is None
        _show(self.rule, "" if only_a_meeting else _rule(due))
        wanted = "" if known.is_a_meeting else what_is_needed(due, facts, half_checked)
        self.needed.setVisible(bool(wanted))
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
        words = _("The meeting before agreed on {day} for it. If it was held, write down what was agreed.")
    return words.format(day=say_day(known.unrecorded_on))


def _rule(due: PepDueView) -> str:
    if due.said_by_social_worker and due.computed_on is None:
        return ""
    rule = _("Rule: {rule}.").format(rule=due.rule)
    if due.council and due.own_rules:
        return rule
    if due.council:
        return _("{rule} We do not have the rules of {council}.").format(rule=rule, council=due.council)
    return _("{rule} Your council can have other dates.").format(rule=rule)


def _to_ask(known: NextPep, today: date) -> str:
    """What the carer can ask about the day itself."""
    due = known.due
    if known.too_late:
        return known.too_late
    if not known.is_a_meeting and due.due_on is not None and due.due_on <= today + SOON:
        return _("{who} sets the day of the meeting.").format(who=due.who_sets)
    return ""


def _more(known: NextPep, today: date) -> str:
    """That there is more to know than one date; what, is one press away. Empty where there is not."""
    due = known.due
    others = [each for each in due.working if each.by is not None and each.by != due.due_on]
    if due.state in ("not_yet", "no_more"):
        return "\n".join(due.uncertain)
    way = _way_to_the_working(due)
    said = []
    if sooner := sooner_by_rule(due, today):
        said.append(_("{sooner} See “{page}”.").format(sooner=sooner, page=way))
    if due.uncertain:
        words = _("Not everything about this date is certain. “{page}” says what.")
        if known.is_a_meeting:  # that day is certain
            words = _("Not everything is certain about the day by which it is due. “{page}” says what.")
        said.append(words.format(page=way))
    if said:
        return "\n".join(said)
    if due.said_by_social_worker and due.working:
        return _("“{page}” shows what the rules say.").format(page=way)
    return _("There are other dates too: see “{page}”.").format(page=way) if others else ""


def _way_to_the_working(due: PepDueView) -> str:
    """As the page is called that it leads to: nothing was worked out where something is missing."""
    return _("What is still needed") if due.state == "unknown" else _("How this was worked out")


def _show(label: PlainLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
