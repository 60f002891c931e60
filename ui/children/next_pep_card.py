"""When the next PEP is due and why, and the way to get ready for it."""

from datetime import date, timedelta

from carer_app.typed_dates import say_day, say_short
from carer_app.use_cases.children import ChildFacts, MeetingRow
from carer_app.use_cases.pep_dates import PepDueView
from carer_app.words import _
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.tag import Tag
from ui.widgets.text import PlainLabel

SOON = timedelta(days=28)


class NextPepCard(Card):
    """The due date in words, by which rule, and what is still needed to work it out."""

    def __init__(self) -> None:
        self.tag = Tag(_("No date yet"), "warn", "calendar")
        super().__init__(_("Next PEP"), tag=self.tag)
        self.due = PlainLabel("", kind="strong")
        self.why = PlainLabel("")
        self.doubts = PlainLabel("", kind="hint")
        self.rule = PlainLabel("", kind="hint")
        self.needed = Button("", kind="main", icon="plus")
        self.ready = Button(_("Get ready for the meeting"), kind="main", icon="list-checks")
        for part in (self.due, self.why, self.doubts, self.rule):
            self.body.addWidget(part)
        self.actions(self.needed, self.ready)

    def show_due(self, due: PepDueView, facts: ChildFacts, today: date) -> None:
        """Show the answer for one child."""
        coming = next((meeting for meeting in facts.meetings if not meeting.is_over), None)
        has_day = coming is not None and coming.on_day is not None
        self.tag.setVisible(not has_day and due.due_on is not None and due.due_on <= today + SOON)
        self.due.setText(_headline(due, today))
        _show(self.why, "\n".join(part for part in (due.reason, due.asks_for) if part))
        _show(self.doubts, "\n".join(_doubts(due, facts, coming, today)))
        self.rule.setText(
            _("Rule: {source}. We looked at it on {day}. Other councils can have other rules.").format(
                source=due.rule_source, day=say_short(due.rule_checked_on, with_year=True)
            )
        )
        wanted = what_is_needed(due, facts)
        self.needed.setVisible(bool(wanted))
        if wanted:
            self.needed.setText(wanted)
            self.needed.setAccessibleName(wanted)
        self.ready.set_kind("plain" if wanted else "main")


def what_is_needed(due: PepDueView, facts: ChildFacts) -> str:
    """The words on the button for what is missing; empty where nothing is."""
    if due.state != "unknown":
        return ""
    if not due.needs_term_dates:
        return _("Add a date")
    return _("Add the school’s dates") if facts.school_id else _("Add the school")


def _headline(due: PepDueView, today: date) -> str:
    if due.due_on is None:
        return {
            "not_yet": _("No PEP is needed yet"),
            "no_more": _("No more PEPs by this rule"),
        }.get(due.state, _("We cannot work out the date yet"))
    words = _("It was due by {day}") if due.due_on < today else _("Due by {day}")
    return words.format(day=say_day(due.due_on))


def _doubts(due: PepDueView, facts: ChildFacts, coming: MeetingRow | None, today: date) -> list[str]:
    lines = list(due.uncertain)
    if due.said_by_social_worker and due.computed_on:
        lines.append(
            _("Worked out by the rule it would be {day}. {why}").format(
                day=say_day(due.computed_on), why=due.computed_reason
            )
        )
    if due.due_on is None:
        return lines
    if coming is not None and coming.on_day is not None:
        if coming.on_day > due.due_on:
            lines.append(
                _(
                    "The meeting on {day} comes after this date. Ask the social worker if that is all right."
                ).format(day=say_short(coming.on_day))
            )
    elif due.due_on <= today + SOON:
        who = facts.social_worker or _("The social worker")
        lines.append(_("{who} or school sets the day of the meeting.").format(who=who))
    return lines


def _show(label: PlainLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
