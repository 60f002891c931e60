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
    """The meeting or the due date first, then one sentence of working; the rest is a page of its own."""

    def __init__(self) -> None:
        self.tag = Tag(_("No date yet"), "warn", "calendar")
        super().__init__(_("Next PEP"), tag=self.tag)
        self.due = PlainLabel("", kind="strong")
        self.why = PlainLabel("")
        self.doubts = PlainLabel("", kind="hint")
        self.rule = PlainLabel("", kind="hint")
        self.needed = Button("", kind="main", icon="plus")
        self.ready = Button(_("Get ready for the meeting"), kind="main", icon="list-checks")
        self.working = Button(_("How this was worked out"), kind="quiet", icon="calendar-days")
        self.which_council = Button("", kind="quiet", icon="circle-help")
        for part in (self.due, self.why, self.doubts, self.rule):
            self.body.addWidget(part)
        self.actions(self.needed, self.ready, self.working, self.which_council)

    def show_due(self, due: PepDueView, facts: ChildFacts, today: date) -> None:
        """Show the answer for one child."""
        coming = next(
            (
                meeting
                for meeting in facts.meetings
                if not meeting.is_over and not meeting.is_off and meeting.on_day
            ),
            None,
        )
        met = coming is not None and coming.on_day is not None and coming.on_day >= today
        self.tag.setVisible(not met and due.due_on is not None and due.due_on <= today + SOON)
        self.due.setText(_headline(due, coming if met else None, today))
        _show(self.why, "\n".join(part for part in _why(due, met, today) if part))
        _show(self.doubts, "\n".join(_doubts(due, facts, coming, today)))
        self.rule.setText(_rule(due))
        wanted = "" if met else what_is_needed(due, facts)
        self.needed.setVisible(bool(wanted))
        if wanted:
            self.needed.setText(wanted)
            self.needed.setAccessibleName(wanted)
        self.ready.set_kind("plain" if wanted else "main")
        asks = not due.council
        self.which_council.setVisible(asks)
        words = _("Which council is responsible for {child}?").format(child=facts.name)
        self.which_council.setText(words)
        self.which_council.setAccessibleName(words)


def what_is_needed(due: PepDueView, facts: ChildFacts) -> str:
    """The words on the button for what is missing; empty where nothing is."""
    if due.state != "unknown":
        return ""
    if not due.needs_term_dates:
        return _("Add a date")
    return _("Add the school’s dates") if facts.school_id else _("Add the school")


def _headline(due: PepDueView, coming: MeetingRow | None, today: date) -> str:
    if coming is not None and coming.on_day is not None:
        return _("The meeting is on {day}").format(day=say_day(coming.on_day))
    if due.due_on is None:
        if due.roughly:
            return _("Due {when}").format(when=due.roughly)
        return {
            "not_yet": _("No PEP is needed yet"),
            "no_more": _("No more PEPs by this rule"),
        }.get(due.state, _("We cannot work out the date yet"))
    words = _("It was due by {day}") if due.due_on < today else _("Due by {day}")
    return words.format(day=say_day(due.due_on))


def _why(due: PepDueView, met: bool, today: date) -> tuple[str, ...]:
    if met and due.due_on is not None:
        words = (
            _("It was due by {day}. {reason}") if due.due_on < today else _("It is due by {day}. {reason}")
        )
        return (words.format(day=say_day(due.due_on), reason=due.reason),)
    if met:
        return ()
    return (due.reason, due.asks_for)


def _rule(due: PepDueView) -> str:
    if due.council and due.own_rules:
        return _("By {rule}.").format(rule=due.rule)
    if due.council:
        return _(
            "We do not have the rules of {council}. This is what most councils in England ask for."
        ).format(council=due.council)
    return _("This is what most councils in England ask for. Your council can have other dates.")


def _doubts(due: PepDueView, facts: ChildFacts, coming: MeetingRow | None, today: date) -> list[str]:
    lines = list(due.uncertain)
    if due.said_by_social_worker and due.computed_on:
        lines.append(
            _("Worked out by the rule it would be {day}. {why}").format(
                day=say_day(due.computed_on), why=due.computed_reason
            )
        )
    lines += _other_dates(due)
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
        lines.append(_("{who} sets the day of the meeting.").format(who=due.who_sets))
    return lines


def _other_dates(due: PepDueView) -> list[str]:
    """The other dates that were worked out, where rules differ: "First PEP: by 6 November …"."""
    if due.said_by_social_worker:
        return []
    others = [each for each in due.working if each.by is not None and each.by != due.due_on]
    return [
        _("{title}: {day} ({rule}).").format(
            title=each.title, day=say_short(each.by, with_year=True), rule=each.rule
        )
        for each in others
        if each.by is not None
    ]


def _show(label: PlainLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
